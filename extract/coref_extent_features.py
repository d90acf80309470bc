"""What the scorer of extents is told of each phrase, and of each place it may begin or end, as numbers.

Every feature is a class number below its size; what it weighs is learnt (``training/coreference``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from extract.coref_extents import KINDS, Extents
from extract.coref_name_phrases import LABELS
from extract.coref_words import CLASSES, LETTERS, RELATIONS, SURE, TAGS, Words, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]

_LINKS = 2 * len(RELATIONS) + 1
_FAR = 3

PHRASE_SIZES = (
    *(len(KINDS), 2, len(LABELS), len(RELATIONS), len(TAGS), 4, len(TAGS), len(RELATIONS), SURE, 2),
    *(CLASSES, CLASSES, 5, len(LABELS), 4),
)
SIDE_SIZES = (
    *(CLASSES, CLASSES, CLASSES, _LINKS, _LINKS, 2, 2, 2, 2 * _FAR + 1, SURE, LETTERS, 3, 3),
    *(len(LABELS) * _LINKS, len(KINDS) * _LINKS, 3),
)
PAIR_SIZES = (4, 12, 3, 2, 4)
"""The number of classes of each feature: of a phrase, of a place it may begin or end, of an extent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The places where phrases may begin, or end: ``inner`` is the last token inside, ``outer`` the next.

    ``cut`` is the highest word of what begins there and is left out, ``own`` the phrase. A token that is
    not there is the number of tokens.
    """

    classes: Ints
    own: Ints
    inner: Ints
    outer: Ints
    cut: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """All extents of the phrases of an article: of each, which start and end it joins, and whose it is.

    ``start`` and ``end`` (exclusive) are its tokens.
    """

    heads: Ints
    phrases: Ints
    starts: Side
    ends: Side
    start_of: Ints
    end_of: Ints
    classes: Ints
    own: Ints
    start: Ints
    end: Ints


def options(doc: Doc, found: Sequence[Mapping[str, Any]], given: Sequence[Extents]) -> Options:
    """The extents ``given`` of the phrases ``found``, at least one (fields as ``coref_phrases`` has them)."""
    words = words_of(doc)
    heads = np.array([f["head"].i for f in found], np.int64)
    phrases = _phrase_classes(words, found, heads)
    drawn = np.array([_drawn(f) for f in found], np.int64)
    start_own, first = _columns((n, s) for n, x in enumerate(given) for s in x.starts)
    end_own, after = _columns((n, e) for n, x in enumerate(given) for e in x.ends)
    start_of, end_of = _columns(_joined(given))
    start, end, own = first[start_of], after[end_of], start_own[start_of]
    return Options(
        heads=heads,
        phrases=phrases,
        starts=_side(words, heads[start_own], phrases[start_own], drawn[start_own, :2], start_own, first, -1),
        ends=_side(words, heads[end_own], phrases[end_own], drawn[end_own, 2:] - 1, end_own, after - 1, 1),
        start_of=start_of,
        end_of=end_of,
        classes=_extent_classes(words, start, end, drawn[own]),
        own=own,
        start=start,
        end=end,
    )


def _drawn(fields: Mapping[str, Any]) -> tuple[int, int, int, int]:
    """Where the rules begin the phrase and its name, and where they end them."""
    head = fields["head"].i
    starts = fields["start"], fields.get("name_start", head)
    return (*starts, fields["end"], fields.get("name_end", head + 1))


def _joined(given: Sequence[Extents]) -> Iterator[tuple[int, int]]:
    first_start = first_end = 0
    for x in given:
        for start in range(len(x.starts)):
            for end in range(len(x.ends)):
                yield first_start + start, first_end + end
        first_start += len(x.starts)
        first_end += len(x.ends)


def _columns(rows: Iterator[tuple[int, int]]) -> tuple[Ints, Ints]:
    table = np.array(list(rows), np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _stacked(columns: Sequence[Any]) -> Ints:
    return np.stack([np.asarray(column, np.int64) for column in columns], axis=1)


def _phrase_classes(words: Words, found: Sequence[Mapping[str, Any]], heads: Ints) -> Ints:
    up = words.heads[heads]
    tokens = [f["head"] for f in found]
    columns = (
        [KINDS.index(f["kind"]) for f in found],
        ["seldom" in f for f in found],
        [LABELS.index(f.get("label", "")) for f in found],
        words.relations[heads],
        words.tags[heads],
        [t.text[:1].isupper() + 2 * t.text.isupper() for t in tokens],
        words.tags[up],
        words.relations[up],
        words.sure[heads],
        words.sentences[heads - 1] != words.sentences[heads],
        words.seen(heads - 1, heads),
        words.seen(heads + 1, heads),
        [min(f.get("name_end", 0) - f.get("name_start", 0), 4) for f in found],
        [LABELS.index(t.ent_type_) if t.ent_type_ in LABELS else 0 for t in tokens],
        [min(len(f.get("members", ())), 3) for f in found],
    )
    return _stacked(columns)


def _side(words: Words, heads: Ints, phrases: Ints, drawn: Ints, own: Ints, inner: Ints, out: int) -> Side:
    """``drawn``: the last token inside by the rules, of the phrase and its name; ``out``: the way out."""
    none = len(words.classes) - 1
    outer = np.where(inner + out < 0, none, inner + out)
    left_out, last = (words.opened, words.closed) if out > 0 else (words.closed, words.opened)
    cut, low, high = left_out[outer], np.minimum(heads, inner), np.maximum(heads, inner)
    beside = words.seen(outer, heads)
    link = np.where(beside > 0, _link(words, cut, low, high), 0)
    columns = (
        beside,
        words.seen(inner, heads),
        words.seen(inner + 2 * out, heads),
        link,
        _link(words, last[inner], low, high),
        inner == drawn[:, 0],
        inner == drawn[:, 1],
        inner == heads,
        np.clip((inner - drawn[:, 0]) * out, -_FAR, _FAR) + _FAR,
        np.where(link > 0, words.sure[cut], 0),
        words.letters[outer],
        np.clip(words.commas[high + 1] - words.commas[low], 0, 2),
        np.clip(words.brackets[high + 1] - words.brackets[low], -1, 1) + 1,
        phrases[:, 2] * _LINKS + link,
        phrases[:, 0] * _LINKS + link,
        np.clip(np.abs(words.heads[cut] - heads), 0, 2),
    )
    return Side(classes=_stacked(columns), own=own, inner=inner, outer=outer, cut=cut)


def _link(words: Words, tokens: Ints, low: Ints, high: Ints) -> Ints:
    """The relation of each token, and whether its governor stands between the two places, from 1."""
    up = words.heads[tokens]
    return 1 + 2 * words.relations[tokens] + ((up >= low) & (up <= high))


def _extent_classes(words: Words, start: Ints, end: Ints, drawn: Ints) -> Ints:
    columns = (
        (start == drawn[:, 0]) + 2 * (end == drawn[:, 2]),
        np.minimum(end - start, PAIR_SIZES[1] - 1),
        np.clip(words.brackets[end] - words.brackets[start], -1, 1) + 1,
        (words.quotes[end] - words.quotes[start]) % 2,
        np.minimum(words.commas[end] - words.commas[start], PAIR_SIZES[4] - 1),
    )
    return _stacked(columns)
