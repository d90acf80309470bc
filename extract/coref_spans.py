"""How far the phrase around a word reaches, as GUM's annotators draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.syntax import copula, has_relation, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUTSIDE = (
    *("appos", "conj", "cc", "parataxis", "discourse", "vocative", "reparandum", "dislocated", "list"),
    *("dep", "advcl", "orphan"),
)
_OUTSIDE_PREDICATE = ("nsubj", "csubj", "cop", "aux", "mark", "expl", "ccomp", "obl", "advcl", "advmod")
_ASIDE = ("advmod", "advcl", "acl", "cc", "mark", "discourse", "parataxis", "dep")


def whole(head: Token) -> tuple[int, int]:
    """The phrase of ``head`` with all that describes it, its possessive ``'s`` included."""
    dropped = (*_OUTSIDE, *_OUTSIDE_PREDICATE) if copula(head) is not None else _OUTSIDE
    kept = {head.i}
    for dependent in head.children:
        if has_relation(dependent, "punct", *dropped):
            continue
        if has_relation(dependent, "case") and (dependent.tag_ != "POS" or dependent.i < head.i):
            continue
        kept.update(t.i for t in dependent.subtree)
    return _run(head, kept)


def _run(head: Token, kept: set[int]) -> tuple[int, int]:
    """The longest run of ``kept`` around ``head``; punctuation counts between kept tokens only."""
    doc, start, end = head.doc, head.i, head.i + 1
    low, high = min(kept), max(kept)
    while start > low and (start - 1 in kept or doc[start - 1].is_punct):
        start -= 1
    while end <= high and (end in kept or doc[end].is_punct):
        end += 1
    while start < head.i and (start not in kept or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > head.i + 1 and (end - 1 not in kept or doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    if end < len(doc) and doc[end].text in ("'", "’") and has_relation(head, "nmod:poss"):
        end += 1
    if end < len(doc) and doc[end].text == ")" and "(" in [t.text for t in doc[head.i : end]]:
        end += 1
    return start, end


def around_name(head: Token, label: str) -> tuple[int, int]:
    """The phrase of a name without what only comes before or after it: asides, years, ages, whereabouts."""
    start, end = whole(head)
    for dependent in head.children:
        if dependent.i < head.i and has_relation(dependent, *_ASIDE):
            start = max(start, dependent.right_edge.i + 1)
        elif dependent.i > head.i and _only_follows(dependent, label):
            end = min(end, dependent.left_edge.i)
    start, end = min(start, head.i), max(end, head.i + 1)
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    while end > head.i + 1 and (head.doc[end - 1].is_punct or head.doc[end - 1].is_space):
        end -= 1
    return start, end


def _only_follows(dependent: Token, label: str) -> bool:
    first = dependent.left_edge
    before = first.doc[first.i - 1].text
    if "(" in (first.text, before):
        return True
    if before == "," and label == "PERSON":
        return not has_relation(dependent, "acl")
    of = [t.lower_ for t in preposition(dependent)]
    return label == "GPE" and has_relation(dependent, "nmod") and bool(of) and of != ["of"]
