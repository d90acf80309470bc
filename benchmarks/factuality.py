"""Polarity, certainty and attribution of triples against sentences of our own (tests/data/FACTUALITY.md)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.model import Triple

GOLD = Path(__file__).parent.parent / "tests" / "data" / "factuality.jsonl"
_SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
        "at",
        "by",
        "from",
        "be",
        "and",
        "its",
        "his",
        "her",
    }
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold fact beside the triple that speaks of it, or None where none does."""

    text: str
    note: str
    fact: dict[str, Any]
    triple: Triple | None


@dataclass(frozen=True, slots=True)
class Report:
    """Shares of the found facts whose fields are right, of all facts that were found; false plain facts."""

    facts: int
    found: float
    polarity: float
    certainty: float
    attribution: float
    false_plain: tuple[Judged, ...]


def read_gold(path: Path = GOLD) -> list[dict[str, Any]]:
    """The sentences with their facts."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def content(text: str) -> frozenset[str]:
    """The words that tell one phrase from another, in lower case."""
    found = frozenset(re.findall(r"[\w-]+", text.lower()))
    return found - _SMALL or found


def _overlap(words: str, *candidates: str) -> float:
    gold = content(words)
    return max(len(gold & content(c)) / len(gold) for c in candidates)


def _fit(fact: dict[str, Any], triple: Triple) -> float:
    """How well a triple speaks of the fact: zero unless the verb and both arguments meet."""
    verb = str(fact["predicate"]).split()[0]
    same_verb = verb in triple.predicate.lemma.split() or (
        triple.predicate.lemma.startswith("hold position") and verb == "be"
    )
    subject = _overlap(fact["subject"], triple.subject.text, triple.subject.name)
    target = (
        _overlap(fact["object"] or "", triple.object.text, triple.object.name, *triple.adjuncts)
        if fact["object"]
        else 0.5
    )
    return subject + target if same_verb and subject and target else 0.0


def judge(row: dict[str, Any], triples: Iterable[Triple]) -> Iterator[Judged]:
    """Each gold fact of a sentence with the triple that fits it best."""
    pool = list(triples)
    for fact in row["facts"]:
        best = max(pool, key=lambda t: _fit(fact, t), default=None)
        yield Judged(row["text"], row["note"], fact, best if best is not None and _fit(fact, best) else None)


def right_speaker(judged: Judged) -> bool:
    """Whether the triple names the gold speaker, or none where there is none."""
    assert judged.triple is not None
    speaker, gold = judged.triple.attribution, judged.fact["attribution"]
    if speaker is None or gold is None:
        return speaker is None and gold is None
    return bool(content(gold) & (content(speaker.speaker.text) | content(speaker.speaker.name)))


def is_plain(polarity: str, certainty: str) -> bool:
    """Affirmed and asserted: what a reader would take for so."""
    return polarity == "affirmed" and certainty == "asserted"


def report(judged: Iterable[Judged]) -> Report:
    """The figures over all judged facts."""
    rows = list(judged)
    found = [j for j in rows if j.triple is not None]

    def share(field: str) -> float:
        return sum(getattr(j.triple, field) == j.fact[field] for j in found) / len(found)

    false_plain = tuple(
        j
        for j in found
        if j.triple
        and is_plain(j.triple.polarity, j.triple.certainty)
        and not is_plain(j.fact["polarity"], j.fact["certainty"])
    )
    return Report(
        len(rows),
        len(found) / len(rows),
        share("polarity"),
        share("certainty"),
        sum(map(right_speaker, found)) / len(found),
        false_plain,
    )
