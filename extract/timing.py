"""When a clause puts its act: the present tense with a day to come is the future (``leaves on 1 May``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.dates import iso_date
from extract.lexicon import words
from extract.mentions import is_time
from extract.syntax import children, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.arguments import Clause

_NOT_POINTS = frozenset({"since", "for", "during", "from", "over", "after", "until"})
"""Prepositions of times that are no day of the act."""


def is_ahead(clause: Clause, published: str | None) -> bool:
    """Whether a clause in the present tense names a time after ``published`` (ISO date) for its act."""
    verb = clause.predicate
    simple = verb.tag_ in ("VBZ", "VBP") and not children(verb, "aux")
    if not published or not simple:
        return False
    times = (a for a in clause.arguments if is_time(a.head) and not _is_span(a.case))
    return any(_is_after(iso_date(_text(a.head), published, future=True), published) for a in times)


def looks_ahead(anchor: Token, case: str) -> bool:
    """Whether a time beside ``anchor`` lies ahead though its act does not: ``is planned for Thursday``."""
    return lemma(anchor) in words("planning_verbs") or (case == "until" and anchor.tag_ in ("VBZ", "VBP"))


def _is_span(case: tuple[Token, ...]) -> bool:
    return any(c.lower_ in _NOT_POINTS for c in case)


def _text(head: Token) -> str:
    return str(head.doc[head.left_edge.i : head.right_edge.i + 1].text)


def _is_after(date: str | None, published: str) -> bool:
    return date is not None and "W" not in date and date > published[: len(date)]
