"""How well one node is one real thing: ``python -m benchmarks.identity --data ../shared/data``.

1. Cases (``tests/data/identity.jsonl``): short articles with their names marked; pairs of mentions that the
   graph joins against pairs that are one, once with the names given and once as the pipeline finds them.
2. With ``--data``: who is who within an article (``benchmarks.coreference``), and the links to Wikidata
   (``benchmarks.gazetteer``, its first part), both on GUM.
3. ``--cost``: seconds against mentions, made by sampling names (``--mentions`` 1000000 for the whole curve).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.coreference import link_table, report, table
from benchmarks.gazetteer import linking
from extract.articles import make_article
from extract.language import load_language
from extract.model import Article, Mention, Reading
from extract.reading import break_paragraphs, read_document
from graph.identity import Identities, identify
from graph.known import shipped
from training.coreference.examples import documents

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CASES = Path(__file__).parents[1] / "tests" / "data" / "identity.jsonl"
_MARK = re.compile(r"\[(\w+):([A-Z]+) ([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked name: where it stands in the article and which of the case's things it is."""

    start: int
    end: int
    label: str
    thing: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Pairs of mentions: joined rightly, joined, and to be joined."""

    right: int
    joined: int
    there: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--data", type=Path, help="the data folder: coreference and links too")
    parser.add_argument("--show", action="store_true", help="print every pair that is wrong")
    parser.add_argument("--cost", action="store_true", help="the curve of cost instead of the cases")
    parser.add_argument("--mentions", type=int, default=100_000, help="the end of the curve")
    chosen = parser.parse_args()
    if chosen.cost:
        _cost(chosen.mentions)
        return
    cases = [json.loads(line) for line in chosen.cases.read_text(encoding="utf-8").splitlines()]
    nlp = load_language()
    for given in (True, False):
        tallies = [(case["kind"], _tally(case, nlp, given=given, show=chosen.show)) for case in cases]
        _report("names given" if given else "from raw text", tallies)
    if chosen.data:
        linking(chosen.data)
        found, linked = report(documents(chosen.data / "treebank" / "gum-dev.conllu.xz"))
        print("Coreference on GUM dev:", table(found), link_table(linked), sep="\n\n")


def unmarked(text: str) -> tuple[str, list[Gold]]:
    """The text without its marks, and where the marked names stand in it."""
    plain, found, last = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        thing, label, name = mark.groups()
        found.append(Gold(len(plain), len(plain) + len(name), label, thing))
        plain, last = plain + name, mark.end()
    return plain + text[last:], found


def read_case(case: dict[str, Any], nlp: Language, *, given: bool) -> list[tuple[Reading, list[Gold]]]:
    """The readings of a case's articles, with what is marked in each."""
    found = []
    for told in case["articles"]:
        text, gold = unmarked(told["text"])
        article = make_article(text, published=told["published"])
        found.append((read_document(_doc(nlp, article, gold if given else None), article), gold))
    return found


def _doc(nlp: Language, article: Article, gold: list[Gold] | None) -> Doc:
    """The annotated article; with ``gold`` its names are the marked ones and what the gazetteer adds."""
    doc = nlp.make_doc(article.text)
    break_paragraphs(doc)
    for name, pipe in nlp.pipeline:
        doc = pipe(doc)
        if gold is not None and "doc.ents" in nlp.get_pipe_meta(name).assigns:
            spans = (doc.char_span(item.start, item.end, label=item.label) for item in gold)
            marked = [span for span in spans if span is not None]
            taken = {token.i for span in marked for token in span}
            doc.set_ents([*marked, *(ent for ent in doc.ents if not taken & {*range(ent.start, ent.end)})])
    return doc


def placed(reading: Reading, gold: Gold, identities: Identities) -> str | None:
    """The IRI of the graph's entity for a marked name; None where it is not found."""
    named = (*reading.mentions, *(m for t in reading.triples for m in (t.subject, t.object)))
    exact = [m for m in named if (m.start, m.end) == (gold.start, gold.end) or _is_within(m, gold, reading)]
    keys = [key for m in exact if (key := identities.key(reading.article.id, m))]
    return identities.iri(keys[0]) if keys else None


def _is_within(mention: Mention, gold: Gold, reading: Reading) -> bool:
    """The marked name with no more than an article or a possessive around it."""
    text = reading.article.text[mention.start : mention.end]
    name = reading.article.text[gold.start : gold.end]
    bare = re.sub(r"^(the|a|an) |['’]s?$", "", text, flags=re.IGNORECASE)
    return bare == name and abs(mention.start - gold.start) < 5


def _tally(case: dict[str, Any], nlp: Language, *, given: bool, show: bool) -> Tally:
    read = read_case(case, nlp, given=given)
    identities = identify([reading for reading, _ in read], shipped())
    placed_ = [(reading, item, placed(reading, item, identities)) for reading, gold in read for item in gold]
    right = joined = there = 0
    for (r1, one, iri), (r2, other, iri2) in combinations(placed_, 2):
        same, said = one.thing == other.thing, iri is not None and iri == iri2
        right, joined, there = right + (same and said), joined + said, there + same
        if show and same != said:
            words = (r1.article.text[one.start : one.end], r2.article.text[other.start : other.end])
            print("  ", case["id"], case["kind"], "MERGED" if said else "split", *words, iri, iri2, sep=" | ")
    return Tally(right, joined, there)


def _report(title: str, tallies: list[tuple[str, Tally]]) -> None:
    right = sum(tally.right for _, tally in tallies)
    joined = sum(tally.joined for _, tally in tallies)
    there = sum(tally.there for _, tally in tallies)
    whole = sum(tally.right == tally.joined == tally.there for _, tally in tallies)
    print(
        f"{title}: {len(tallies)} cases, {whole} whole; pairwise precision {right / max(joined, 1):.1%} "
        f"({right}/{joined}), recall {right / max(there, 1):.1%} ({right}/{there})"
    )
    kinds = Counter(kind for kind, _ in tallies)
    bad = Counter(kind for kind, tally in tallies if not tally.right == tally.joined == tally.there)
    print("  not whole:", ", ".join(f"{kind} {bad[kind]}/{kinds[kind]}" for kind in sorted(bad)) or "none")


def _cost(most: int) -> None:
    """Processor time of identity alone for growing samples of names, 25 mentions an article."""
    size, sizes = most, list[int]()
    identify([], shipped())
    while size >= 1000 and len(sizes) < 5:
        sizes.append(size)
        size //= 3
    for count in reversed(sizes):
        readings = list(sampled(count))
        start = time.process_time()
        identities = identify(readings, shipped())
        took = time.process_time() - start
        entities = len(set(identities.keys.values()))
        each = took / count * 1e6
        print(f"{count:>9,} mentions {entities:>8,} entities {took:7.1f} s {each:6.1f} µs each", flush=True)


def sampled(count: int) -> Iterator[Reading]:
    """Readings of made-up articles: names drawn as in news, few often and most seldom."""
    draw = random.Random(count)
    pool = [(entry.name, entry.label) for entry in shipped().entries.values()]
    people = [name.split() for name, label in pool if label == "PERSON"]
    for _ in range(count // 5):
        last = draw.choice(people)[-1] + draw.choice(_ENDINGS)
        pool.append((f"{draw.choice(people)[0]} {last}", "PERSON"))
    for number in range(count // 25):
        drawn = (pool[int(len(pool) * draw.random() ** 3)] for _ in range(25))
        yield Reading(article=_article(number), mentions=tuple(_named(drawn, draw)), triples=())


def _named(drawn: Iterator[tuple[str, str]], draw: random.Random) -> Iterator[Mention]:
    """One after another; every fifth person by surname alone."""
    at = 0
    for name, label in drawn:
        text = name.split()[-1] if label == "PERSON" and draw.random() < 0.2 else name
        yield Mention(start=at, end=at + len(text), text=text, name=text, label=label, kind="name")
        at += len(text) + 1


_ENDINGS = ("", "ov", "sen", "ez", "ini", "ko", "berg", "s", "a", "wala", "man", "etti", "ides", "son", "yan")


def _article(number: int) -> Article:
    return Article(id=f"{number:08x}", title="", text="", published=f"20{number % 20:02d}-05-01")


if __name__ == "__main__":
    main()
