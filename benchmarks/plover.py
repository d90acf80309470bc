"""PLOVER records: is the kind of act right, and who acts on whom? ``python -m benchmarks.plover``

A record is a sentence with an event class, source and target actors. It counts as right in class if some
triple of the sentence carries the class; in actors if one triple links a source with a target; in all if
one triple does both. An actor is right in an argument if its name's words are in the argument's canonical
name, or in its text where that has at most eight words. A record without a target asks for the source
alone; one with several sources and no target for two of them linked or named together; one without a source
for its target on either side.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.language import load_language
from extract.model import Article, Mention, Triple
from extract.reading import read_all

DEFAULT = Path("../shared/data/events/plover-gsr-dev.json")
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Record:
    """One gold record; actors as their texts."""

    id: str
    event: str
    text: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a record is right."""

    event: bool
    actors: bool
    all: bool


def read_records(path: Path) -> list[Record]:
    """The records of a PLOVER gold standard file, in its order."""
    return [
        Record(r["id"], r["event"], r["text"].strip().strip("{}"), _actors(r["source"]), _actors(r["target"]))
        for r in json.loads(path.read_text(encoding="utf-8"))
    ]


def _actors(actors: object) -> tuple[str, ...]:
    return tuple(a["actorText"] for a in actors) if isinstance(actors, list) else ()


def words_of(text: str) -> frozenset[str]:
    """Lower-case words without possessive endings, dots and punctuation."""
    plain = re.sub(r"['’]s?\b", "", text.lower()).replace(".", "")
    return frozenset(re.findall(r"[^\W_]+", plain))


def is_right(actor: str, argument: Mention) -> bool:
    """Whether the argument is the actor."""
    wanted = words_of(actor)
    short = len(argument.text.split()) <= _LONGEST
    return wanted <= words_of(argument.name) or (short and wanted <= words_of(argument.text))


def links(record: Record, triple: Triple) -> bool:
    """Whether the triple goes from one of the record's sources to one of its targets."""
    from_source = [a for a in record.sources if is_right(a, triple.subject)]
    if record.targets and record.sources:
        return bool(from_source) and any(is_right(a, triple.object) for a in record.targets)
    if record.targets:
        return any(is_right(a, m) for a in record.targets for m in (triple.subject, triple.object))
    if len(record.sources) == 1:
        return bool(from_source)
    across = any(is_right(a, triple.object) for a in record.sources if a not in from_source)
    return len(from_source) > 1 or (bool(from_source) and across)


def judge(record: Record, triples: Sequence[Triple]) -> Verdict:
    """The verdict on one record, given all triples of its text."""
    linking = [t for t in triples if links(record, t)]
    return Verdict(
        event=any(t.predicate.event == record.event for t in triples),
        actors=bool(linking),
        all=any(t.predicate.event == record.event for t in linking),
    )


def spurious(records: Iterable[tuple[Record, Sequence[Triple]]]) -> float:
    """Mean number of further classes per record: the price of many guesses."""
    counts = [len({t.predicate.event for t in ts if t.predicate.event} - {r.event}) for r, ts in records]
    return sum(counts) / len(counts)


def main() -> None:
    """Prints the three shares and each class's; with ``--errors`` every record that is not all right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--language", help="another spaCy pipeline")
    parser.add_argument("--errors", action="store_true", help="list the records that are not all right")
    options = parser.parse_args()
    records = read_records(options.records)
    articles = [Article(id=r.id, title="", text=r.text) for r in records]
    readings = read_all(load_language(options.language), articles)
    found = [(record, reading.triples) for record, reading in zip(records, readings, strict=True)]
    verdicts = [judge(record, triples) for record, triples in found]
    report(records, verdicts, spurious(found))
    if options.errors:
        show(found, verdicts)


def report(records: Sequence[Record], verdicts: Sequence[Verdict], further: float) -> None:
    """The figures as a table of lines."""
    n = len(records)
    for name in ("event", "actors", "all"):
        right = sum(getattr(v, name) for v in verdicts)
        print(f"{name:8} {right / n:.3f}  ({right}/{n})")
    print(f"further classes per record: {further:.2f}")
    size = Counter(r.event for r in records)
    for event in sorted(size):
        of = [v for r, v in zip(records, verdicts, strict=True) if r.event == event]
        shares = "  ".join(
            f"{name} {sum(getattr(v, name) for v in of):2}" for name in ("event", "actors", "all")
        )
        print(f"{event:12} {size[event]:3}  {shares}")


def show(found: Sequence[tuple[Record, Sequence[Triple]]], verdicts: Sequence[Verdict]) -> None:
    """Each record that is not all right, with its triples."""
    for (record, triples), verdict in zip(found, verdicts, strict=True):
        if not verdict.all:
            state = "".join("+-"[not x] for x in (verdict.event, verdict.actors, verdict.all))
            actors = " → ".join("/".join(side) for side in (record.sources, record.targets))
            print(f"\n{record.id} {state} {record.event}: {actors}\n  {record.text}")
            for t in triples:
                marks = f"({t.predicate.event or '-'} {t.extractor} {t.certainty} {t.polarity})"
                who = f"{t.subject.text} [{t.subject.name}]"
                print(f"    {who} – {t.predicate.lemma} – {t.object.text}  {marks}")


if __name__ == "__main__":
    main()
