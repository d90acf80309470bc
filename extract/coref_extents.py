"""The extents that a phrase may have: where it may begin and end, by the tree around its head.

Parsers and annotators differ about what still belongs to a phrase, so the extent that the rules drew
(``coref_spans``) is one of several; which it is, is learnt (``coref_mentions``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.coref_spans import whole

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = ("name", "nominal", "pronoun", "group")
"""The kinds of phrases."""

_LONGEST_BEFORE, _LONGEST, _MOST = 25, 60, 8
"""How many tokens a phrase may reach before its head, and after it; how many starts and ends are tried."""
_TRIMMED_BEFORE = frozenset(",;:.)-–—")
_TRIMMED_AFTER = frozenset(",;:.-–—(“")
_CLOSING = frozenset({'"', "”", "’", "'", ")", "]"})
_NEVER_AFTER = frozenset({"conj", "cc", "nsubj", "ccomp", "punct"})
_UP = 3
"""How many governors up what follows the phrase may hang."""


@dataclass(frozen=True, slots=True)
class Extents:
    """The starts and ends (exclusive) that a phrase may have, ascending; every pair of them is an extent."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Tree:
    """The tokens of an article as plain lists, which are faster to walk than spaCy's."""

    heads: list[int]
    lefts: list[int]
    rights: list[int]
    children: list[list[int]]
    relations: list[str]
    tags: list[str]
    texts: list[str]


def extents(doc: Doc, found: Sequence[Mapping[str, Any]]) -> list[Extents]:
    """Those of each phrase, given by its ``head``, ``start`` and ``end``, which are always among them.

    Pronouns and coordinations have but one.
    """
    tree = _tree(doc)
    return [
        Extents((f["start"],), (f["end"],)) if f["kind"] in ("pronoun", "group") else _extents(tree, f)
        for f in found
    ]


def _tree(doc: Doc) -> _Tree:
    heads = [t.head.i for t in doc]
    children: list[list[int]] = [[] for _ in heads]
    for place, head in enumerate(heads):
        if place != head:
            children[head].append(place)
    return _Tree(
        heads,
        [t.left_edge.i for t in doc],
        [t.right_edge.i for t in doc],
        children,
        [t.dep_ for t in doc],
        ["SPACE" if t.is_space else t.pos_ for t in doc],
        [t.text for t in doc],
    )


def _extents(tree: _Tree, fields: Mapping[str, Any]) -> Extents:
    head, drawn = fields["head"], (fields["start"], fields["end"])
    around = whole(head) if fields.get("label") else drawn
    sentence = head.sent
    low, high = max(sentence.start, head.i - _LONGEST_BEFORE), min(sentence.end, head.i + _LONGEST)
    name = fields.get("name_start", head.i), fields.get("name_end", head.i)
    starts = {s for s in _starts(tree, head.i, {around[0], drawn[0], name[0]}) if low <= s <= head.i}
    ends = {e for e in _ends(tree, head.i, {around[1], drawn[1], name[1]}) if e <= high}
    return Extents(_nearest(starts, drawn[0]), _nearest(ends, drawn[1]))


def _nearest(places: set[int], drawn: int) -> tuple[int, ...]:
    places.add(drawn)
    if len(places) <= _MOST:
        return tuple(sorted(places))
    return tuple(sorted(sorted(places, key=lambda place: (abs(place - drawn), place))[:_MOST]))


def _starts(tree: _Tree, head: int, found: set[int]) -> Iterator[int]:
    found |= {tree.lefts[head], head}
    for dependent in tree.children[head]:
        if dependent < head:
            found |= {tree.lefts[dependent], tree.rights[dependent] + 1}
    before = head
    while before > 0 and tree.tags[before - 1] == "PROPN":
        before -= 1
        found.add(before)
    for place in found:
        start = place
        while start < head and (tree.tags[start] == "SPACE" or tree.texts[start] in _TRIMMED_BEFORE):
            start += 1
        yield start


def _ends(tree: _Tree, head: int, found: set[int]) -> Iterator[int]:
    found |= {head + 1, tree.rights[head] + 1, *_cuts(tree, head), *_beyond(tree, head)}
    for place in found:
        end = place
        while end > head + 1 and (tree.tags[end - 1] == "SPACE" or tree.texts[end - 1] in _TRIMMED_AFTER):
            end -= 1
        if end > head:
            yield end
            if end < len(tree.texts) and tree.texts[end] in _CLOSING:
                yield end + 1
            if end > head + 1 and tree.texts[end - 1] in _CLOSING:
                yield end - 1


def _cuts(tree: _Tree, head: int) -> Iterator[int]:
    """Before each dependent, at any depth, on the right of the head."""
    waiting = [head]
    while waiting:
        governor = waiting.pop()
        for token in tree.children[governor]:
            if token > governor:
                yield tree.lefts[token]
                waiting.append(token)


def _beyond(tree: _Tree, head: int) -> Iterator[int]:
    """After what follows the phrase and hangs on a governor of its head; after a name's next words."""
    end, token = tree.rights[head] + 1, head
    for _ in range(_UP):
        governor = tree.heads[token]
        if governor == token:
            break
        for dependent in tree.children[governor]:
            if end <= tree.lefts[dependent] <= end + 1 and tree.relations[dependent] not in _NEVER_AFTER:
                yield tree.rights[dependent] + 1
        token = governor
    after = head + 1
    while after < len(tree.tags) and tree.tags[after] in ("PROPN", "NUM"):
        after += 1
        yield after
