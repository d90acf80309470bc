"""Which extent each phrase has, and how probably it is a mention at all: a small network.

The scorer of spans of Lee et al. 2017, "End-to-end Neural Coreference Resolution", over the extents around
each head that a tree allows instead of all spans. The weights, ``mentions.npz``, are made by
``python -m training.coreference`` from UD English GUM's training part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from extract.coref_extent_features import PAIR_SIZES, PHRASE_SIZES, SIDE_SIZES, Options, Side, options
from extract.coref_extents import extents
from extract.coref_layers import chosen_among, linear
from extract.coref_vectors import vectors_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

_SELDOM = 0.5
"""From which probability on what is seldom a phrase is one."""

Weights = Mapping[str, "Floats"]


@cache
def shipped() -> Weights:
    """The weights of ``lexicon/mentions.npz``, in 32 bits."""
    with np.load(Path(__file__).parent / "lexicon" / "mentions.npz") as file:
        return {name: file[name].astype(np.float32) for name in file.files}


def settled(
    doc: Doc, found: Sequence[dict[str, Any]], weights: Weights | None = None
) -> list[dict[str, Any]]:
    """The phrases ``found`` with their likeliest ``start`` and ``end`` and its probability, ``mention``.

    ``found``: fields as ``coref_phrases`` has them. Without the encoder's vectors, as the rules drew them.
    """
    vectors = vectors_of(doc)
    if vectors is None or not found:
        return [f for f in found if "seldom" not in f]
    given = options(doc, found, extents(doc, found))
    chances = probabilities(given, vectors, weights or shipped())
    best = _best(given.own, chances, len(found))
    rows = zip(found, given.start[best], given.end[best], chances[best], strict=True)
    return [
        {**fields, "start": int(start), "end": int(end), "mention": round(float(chance), 4)}
        for fields, start, end, chance in rows
        if "seldom" not in fields or chance >= _SELDOM
    ]


def probabilities(given: Options, vectors: Floats, weights: Weights) -> Floats:
    """Of each extent being the mention of its phrase; what is missing to 1 is that there is none."""
    none = np.zeros(len(given.heads), np.float32)
    chances, _ = chosen_among(_scores(given, vectors, weights), given.own, none)
    return chances


def _best(own: Ints, chances: Floats, count: int) -> Ints:
    """The row of the likeliest extent of each phrase, the first of equals."""
    order = np.lexsort((-np.arange(len(own)), chances, own))
    last = np.searchsorted(own[order], np.arange(count), side="right") - 1
    best: Ints = order[last]
    return best


def _scores(given: Options, vectors: Floats, w: Weights) -> Floats:
    reduced = np.maximum(linear(w, "reduce", vectors), 0)
    projected = reduced @ w["mean.weight"].T
    sums = np.cumsum(np.concatenate([projected[:1] * 0, projected]), axis=0)
    reduced = np.concatenate([reduced, reduced[:1] * 0])
    heads = linear(w, "head", reduced[given.heads])
    hidden = (_looked_up(w["phrase.weight"], PHRASE_SIZES, given.phrases) + heads)[given.own]
    hidden += _side(w, "start", given.starts, reduced)[given.start_of]
    hidden += _side(w, "end", given.ends, reduced)[given.end_of]
    hidden += _looked_up(w["extent.weight"], PAIR_SIZES, given.classes)
    hidden += (sums[given.end] - sums[given.start]) / (given.end - given.start)[:, None].astype(np.float32)
    hidden = np.maximum(linear(w, "second", np.maximum(hidden, 0)), 0)
    scores: Floats = linear(w, "score", hidden)[:, 0]
    return scores


def _side(w: Weights, name: str, side: Side, reduced: Floats) -> Floats:
    seen = np.concatenate([reduced[side.inner], reduced[side.outer], reduced[side.cut]], axis=1)
    told: Floats = seen @ w[f"{name}_vectors.weight"].T
    return told + _looked_up(w[f"{name}.weight"], SIDE_SIZES, side.classes)


def _looked_up(table: Floats, sizes: Sequence[int], classes: Ints) -> Floats:
    """The summed weights of the features, a row each."""
    begins = np.cumsum([0, *sizes[:-1]])
    found = table[classes[:, 0]]
    for column in range(1, len(sizes)):
        found += table[classes[:, column] + begins[column]]
    return found
