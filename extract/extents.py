"""Where a phrase or a name begins and ends, in tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.syntax import NEGATIONS, children, copula, has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_OUTSIDE_NOMINAL = (
    "acl:relcl",
    "appos",
    "parataxis",
    "discourse",
    "vocative",
    "reparandum",
    "advcl",
    "list",
    "dep",
    "orphan",
    "dislocated",
)
_OUTSIDE_PART = ("acl:relcl", "parataxis", "advcl")
_OUTSIDE_PREDICATE = ("nsubj", "csubj", "cop", "aux", "mark", "expl", "ccomp", "obl", "advcl")


def phrase(head: Token, *, whole: bool = False, conjuncts: bool = False) -> tuple[int, int]:
    """The phrase of ``head`` as token indices (first, last + 1), without its preposition.

    ``whole`` keeps relative clauses and appositions; ``conjuncts`` keeps what is coordinated with it.
    """
    dropped = () if whole else _OUTSIDE_NOMINAL
    if not conjuncts:
        dropped = (*dropped, "conj", "cc")
    if copula(head) is not None:
        dropped = (*dropped, *_OUTSIDE_PREDICATE)
    kept = {head.i}
    outside = {t.i for case in children(head, "case") for t in case.subtree}
    for dependent in head.children:
        bare_modifier = has_relation(dependent, "punct", "cc:preconj") or dependent.i in outside
        if bare_modifier or has_relation(dependent, *dropped) or _negator(dependent):
            continue
        if not whole and _is_aside(dependent):
            continue
        kept.update(t.i for t in (dependent.subtree if whole else _without_clauses(dependent)))
    return _contiguous(head, kept)


def _without_clauses(part: Token) -> Iterator[Token]:
    """A part of a phrase without the relative clauses and asides inside it."""
    yield part
    for dependent in part.children:
        if not has_relation(dependent, *_OUTSIDE_PART) and not _is_aside(dependent):
            yield from _without_clauses(dependent)


def _is_aside(clause: Token) -> bool:
    """A participle set off by a comma: ``the port, built in 1901``."""
    start = clause.left_edge.i
    commas = any(t.text in (",", "–", "—") for t in clause.doc[max(start - 1, 0) : start + 1])
    return clause.dep_ == "acl" and clause.tag_ in ("VBN", "VBG", "VBD") and commas


def _negator(token: Token) -> bool:
    return token.dep_ == "advmod" and token.lower_ in NEGATIONS


def _contiguous(head: Token, kept: set[int]) -> tuple[int, int]:
    """The longest run of ``kept`` tokens around ``head``; punctuation between kept tokens belongs to it."""
    doc, start, end = head.doc, head.i, head.i + 1
    low, high = min(kept), max(kept)
    while start > low and (
        start - 1 in kept or (doc[start - 1].is_punct and doc[start - 1].text not in "()[]")
    ):
        start -= 1
    while end <= high and (end in kept or (doc[end].is_punct and doc[end].text not in "()[]")):
        end += 1
    while start < head.i and is_edge(doc[start]) and doc[start].text not in "$€£#":
        start += 1
    while end > head.i + 1 and is_edge(doc[end - 1]) and doc[end - 1].text != "%":
        end -= 1
    return start, end


def is_edge(token: Token) -> bool:
    """What may stand at the end of a phrase's tokens but not of its words."""
    return bool(token.is_punct or token.is_space or token.is_quote or token.text in ("`", "``", "''"))


def entity_of(token: Token) -> Span | None:
    """The named entity that the token stands in."""
    if not token.ent_type_:
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return _span(doc, start, end, token)


def _span(doc: Doc, start: int, end: int, token: Token) -> Span:
    """Put together, since spaCy walks through the whole article whenever it is asked for its entities."""
    from spacy.tokens import Span

    return Span(doc, start, end, label=token.ent_type_, kb_id=token.ent_kb_id_)
