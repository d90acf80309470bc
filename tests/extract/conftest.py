"""How the tables of the extraction rules are read and checked.

A test module holds ``TABLES``: phenomenon → rows. A row is a text (lines at the margin; each further one is
a new paragraph) and, indented below it, the triples a reader accepts, one a line:

    Oslo did not sell the ferries, Lena Fischer said.
        Oslo | sell | ferries NOT <Lena Fischer: said>
        perhaps Lena Fischer | say | *
        never Oslo | sell | ferries

``subject | relation | object`` are names and canonical relation, then what makes it less than a plain fact:
``NOT``, a certainty, ``<speaker: cue>``. ``*`` stands for anything. Every line must be found (``perhaps``:
may be), no ``never`` line is. A plain fact (affirmed, asserted, in the article's own voice) that no line
names is a failure.

Texts run through the shipped pipeline, except those with a tree of their own in ``trees.conllu``: on these
the rules are tested whatever the parser makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.articles import make_article
from extract.language import load_language
from extract.model import Reading, Triple
from extract.reading import read_article, read_document

if TYPE_CHECKING:
    from spacy.tokens import Doc

TREES = Path(__file__).parent / "trees.conllu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text with the triples it must and must not give."""

    text: str
    expected: tuple[str, ...]
    allowed: tuple[str, ...]
    never: tuple[str, ...]


def rows(table: str) -> Iterator[Row]:
    """The rows of one table."""
    for block in table.strip("\n").split("\n\n"):
        lines = block.splitlines()
        text = "\n\n".join(line for line in lines if not line.startswith(" "))
        marked = [line.strip() for line in lines if line.startswith(" ")]
        yield Row(
            text=text,
            expected=tuple(line for line in marked if not line.startswith(("never ", "perhaps "))),
            allowed=tuple(line.removeprefix("perhaps ") for line in marked if not line.startswith("never ")),
            never=tuple(line.removeprefix("never ") for line in marked if line.startswith("never ")),
        )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each row of the module's tables, named by phenomenon and text."""
    if "row" in metafunc.fixturenames:
        found = [(name, row) for name, table in metafunc.module.TABLES.items() for row in rows(table)]
        ids = [f"{name}: {' '.join(row.text.split())[:60]}" for name, row in found]
        metafunc.parametrize("row", [row for _, row in found], ids=ids)


def written(triple: Triple) -> str:
    """A triple as the tables write it."""
    said = triple.attribution
    status = [
        "NOT" if triple.polarity == "negated" else "",
        "" if triple.certainty == "asserted" else triple.certainty,
        f"<{said.speaker.name}: {said.cue}>" if said else "",
    ]
    fact = f"{triple.subject.name} | {triple.predicate.lemma} | {triple.object.name}"
    return " ".join([fact, *filter(None, status)])


def is_plain(triple: Triple) -> bool:
    """Whether the article itself says that it is so."""
    return (triple.polarity, triple.certainty, triple.attribution) == ("affirmed", "asserted", None)


def matches(line: str, triple: Triple) -> bool:
    """Whether the line of a table describes the triple."""
    return re.fullmatch(".*".join(map(re.escape, line.split("*"))), written(triple), re.DOTALL) is not None


@cache
def trees() -> dict[str, Doc]:
    """Text → its annotated Doc, from the CoNLL-U file; ``# newdoc`` begins a text."""
    from spacy.tokens import Doc

    vocab = load_language().vocab
    found = {}
    for part in TREES.read_text("utf-8").split("# newdoc\n")[1:]:
        cells: list[list[str]] = []
        heads: list[int] = []
        for block in part.strip().split("\n\n"):
            base = len(cells)
            cells += [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
            heads += [base + int(c[6]) - 1 if c[6] != "0" else n for n, c in enumerate(cells) if n >= base]
        misc = [dict(pair.split("=") for pair in c[9].split("|") if pair != "_") for c in cells]
        doc = Doc(
            vocab,
            words=[c[1] for c in cells],
            spaces=["SpaceAfter" not in m for m in misc[:-1]] + [False],
            lemmas=[c[2] for c in cells],
            pos=[c[3] for c in cells],
            tags=[c[4] for c in cells],
            morphs=["" if c[5] == "_" else c[5] for c in cells],
            heads=heads,
            deps=["ROOT" if c[7] == "root" else c[7] for c in cells],
            ents=[m.get("Entity", "O") for m in misc],
        )
        found[doc.text] = doc
    return found


@cache
def _reading(text: str) -> Reading:
    article = make_article(text)
    doc = trees().get(article.text)
    if doc is not None:
        return read_document(doc.copy(), article)
    return read_article(load_language(), article)


@pytest.fixture
def reading_of() -> Callable[[str], Reading]:
    """Text → its reading."""
    return _reading


@pytest.fixture
def check() -> Callable[[Row], None]:
    """Holds a row of a table against what the rules make of its text."""

    def checked(row: Row) -> None:
        triples = _reading(row.text).triples
        found = [written(t) for t in triples]
        missing = [line for line in row.expected if not any(matches(line, t) for t in triples)]
        wrong = [written(t) for line in row.never for t in triples if matches(line, t)]
        plain = [t for t in triples if is_plain(t)]
        extra = [written(t) for t in plain if not any(matches(line, t) for line in row.allowed)]
        assert (missing, wrong, extra) == ([], [], []), f"{row.text}\nfound: {found}"

    return checked
