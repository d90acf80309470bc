"""How probable each possible antecedent of a phrase is: a small network over features and vectors.

A mention ranker with latent antecedents (after Durrett & Klein 2013, and Lee et al. 2017, "End-to-end
Neural Coreference Resolution", whose bilinear score it adds). The weights, ``coreference.npz``, are made by
``python -m training.coreference`` from UD English GUM's training part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extract.coref_features import PHRASE_SIZES, Described
from extract.coref_layers import chosen_among, linear
from extract.coref_pairs import PAIR_SIZES, Pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_ROWS = 4096
"""How many pairs are scored at once: what fits a processor's cache."""

_TOGETHER = (
    *((0, 1, 2), (3, 4, 5, 6, 7), (8, 11, 12), (9,), (10, 13, 17), (14, 15, 16, 18)),
    *((19,), (20,), (21,), (22,)),
)
"""Features of a pair whose weights are added up beforehand, for every combination of classes: it is faster
to look up ten rows for a pair than one for each feature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """Probabilities: ``pairs``, of the earlier phrase being the antecedent; ``alone``, of none being it."""

    pairs: Floats
    alone: Floats


@cache
def _shipped() -> dict[str, Floats]:
    import numpy as np

    with np.load(Path(__file__).parent / "lexicon" / "coreference.npz") as file:
        return {name: file[name].astype(np.float32) for name in file.files}


def chances(described: Described, pairs: Pairs, weights: Mapping[str, Floats] | None = None) -> Chances:
    """The probabilities of one article; ``weights``: others than the shipped ones."""
    scores, alone = _scores(described, pairs, weights or _shipped())
    shares, none = chosen_among(scores, pairs.later, alone)
    return Chances(pairs=shares, alone=none)


def _scores(described: Described, pairs: Pairs, w: Mapping[str, Floats]) -> tuple[Floats, Floats]:
    import numpy as np

    reduced = np.maximum(linear(w, "reduce", described.vectors), 0)
    later, earlier = (_side(w, side, reduced, described) for side in ("later", "earlier"))
    one = linear(w, "later_crossed", np.concatenate([reduced, later], axis=1))
    two = linear(w, "earlier_crossed", np.concatenate([reduced, earlier], axis=1))
    tables = _tables(w["pair.weight"].T)
    scores = np.zeros(len(pairs.later), dtype=np.float32)
    for start in range(0, len(scores), _ROWS):
        rows = slice(start, start + _ROWS)
        i, j = pairs.later[rows], pairs.earlier[rows]
        hidden = later[i] + earlier[j]
        for group, table in zip(_TOGETHER, tables, strict=True):
            hidden += table[_combined(pairs.classes[rows], group)]
        hidden = np.maximum(linear(w, "second", np.maximum(hidden, 0, out=hidden)), 0)
        crossed = np.einsum("ij,ij->i", one[i], two[j]) / np.float32(one.shape[1] ** 0.5)
        scores[rows] = linear(w, "score", hidden)[:, 0] + crossed
    alone = linear(w, "alone_score", np.maximum(linear(w, "alone", later), 0))[:, 0]
    return scores, alone


def _tables(weights: Floats) -> list[Floats]:
    """The summed weights of each group of features, a row for each combination of classes."""
    begins = [sum(PAIR_SIZES[:column]) for column in range(len(PAIR_SIZES))]
    found = []
    for group in _TOGETHER:
        table = weights[:1] * 0
        for column in group:
            part = weights[begins[column] : begins[column] + PAIR_SIZES[column]]
            table = (table[:, None, :] + part[None, :, :]).reshape(-1, weights.shape[1])
        found.append(table)
    return found


def _combined(rows: NDArray[np.int64], group: tuple[int, ...]) -> NDArray[np.int64]:
    """The row of a group's table for each pair."""
    found = rows[:, group[0]]
    for column in group[1:]:
        found = found * PAIR_SIZES[column] + rows[:, column]
    return found


def _side(w: Mapping[str, Floats], side: str, reduced: Floats, described: Described) -> Floats:
    import numpy as np

    begins = np.cumsum([0, *PHRASE_SIZES[:-1]])
    known: Floats = w[f"{side}_classes.weight"][described.classes + begins].sum(axis=1)
    told: Floats = linear(w, f"{side}_vector", reduced) + described.sorts @ w[f"{side}_sorts.weight"].T
    return told + known
