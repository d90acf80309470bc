"""CaRB's word-overlap score of n-ary extractions (Bhardwaj, Aggarwal and Mausam 2019, section 4).

A predicted tuple (arg1, relation, the rest joined) matches a gold one if their relations share a word;
precision and recall of the pair count words over all parts, each word used once. Per sentence, precision
comes from a greedy one-to-one matching on precision, recall from the best match of each gold tuple.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FORMS_OF_BE = ("be", "is", "am", "are", "was", "were", "been", "being")
Parts = tuple[list[str], list[str], list[str]]


@dataclass(frozen=True, slots=True)
class Tuple:
    """Relation, first argument and the rest, as lists of words, with a confidence in [0, 1]."""

    relation: tuple[str, ...]
    first: tuple[str, ...]
    rest: tuple[str, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Best F1 over thresholds with its precision, recall and threshold; area under the curve."""

    precision: float
    recall: float
    f1: float
    threshold: float
    auc: float


def make_tuple(relation: str, first: str, rest: Sequence[str], confidence: float = 1.0) -> Tuple:
    """A tuple from strings, split at blanks."""
    return Tuple(
        tuple(relation.split()), tuple(first.split()), tuple(w for r in rest for w in r.split()), confidence
    )


def read_gold(path: Path) -> dict[str, list[Tuple]]:
    """Gold tuples by sentence; tab-separated: sentence, relation, arg1, arg2, …"""
    gold: dict[str, list[Tuple]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, relation, first, *rest = line.split("\t")
        gold[sentence].append(make_tuple(relation, first, rest))
    return dict(gold)


def _common(gold: Sequence[str], predicted: Sequence[str]) -> int:
    left = list(predicted)
    matched = 0
    for word in gold:
        if word in left:
            left.remove(word)
            matched += 1
    return matched


def _relation_common(gold: Sequence[str], predicted: Sequence[str]) -> int:
    matched = _common(gold, predicted)
    if "be" in predicted and "be" not in gold and any(form in gold for form in FORMS_OF_BE):
        matched += 1
    return matched


def match(gold: Tuple, predicted: Tuple) -> tuple[float, float]:
    """Precision and recall of one pair; both zero if the relations share no word."""
    relation = _relation_common(gold.relation, predicted.relation)
    if relation == 0:
        return 0.0, 0.0
    matched = relation + _common(gold.first, predicted.first) + _common(gold.rest, predicted.rest)
    n_predicted = len(predicted.relation) + len(predicted.first) + len(predicted.rest)
    n_gold = len(gold.relation) + len(gold.first) + len(gold.rest)
    return matched / n_predicted, matched / n_gold


def greedy_precision(table: Sequence[Sequence[float]]) -> float:
    """Sum of a greedy one-to-one matching over a gold × predicted table."""
    cells = sorted(
        ((v, -i, -j) for i, row in enumerate(table) for j, v in enumerate(row) if v > 0), reverse=True
    )
    rows: set[int] = set()
    columns: set[int] = set()
    total = 0.0
    for value, i, j in cells:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            total += value
    return total


def at_threshold(
    gold: Mapping[str, list[Tuple]], predicted: Mapping[str, list[Tuple]], threshold: float
) -> tuple[float, float]:
    """Precision and recall over all sentences, with predictions at or above ``threshold``."""
    p_sum = r_sum = 0.0
    n_predicted = n_gold = 0
    for sentence, golds in gold.items():
        kept = [t for t in predicted.get(sentence, []) if t.confidence >= threshold]
        pairs = [[match(g, p) for p in kept] for g in golds]
        p_sum += greedy_precision([[p for p, _ in row] for row in pairs])
        r_sum += sum(max((r for _, r in row), default=0.0) for row in pairs)
        n_predicted += len(kept)
        n_gold += len(golds)
    return (p_sum / n_predicted if n_predicted else 1.0), r_sum / n_gold


def score(gold: Mapping[str, list[Tuple]], predicted: Mapping[str, list[Tuple]], *, steps: int = 40) -> Score:
    """F1 at the best threshold and the area under the precision-recall curve."""
    confidences = sorted({t.confidence for ts in predicted.values() for t in ts})
    picked = (
        sorted({confidences[i * (len(confidences) - 1) // steps] for i in range(steps + 1)})
        if confidences
        else [0.0]
    )
    points = [(*at_threshold(gold, predicted, t), t) for t in picked]
    best = max(points, key=lambda x: _f1(x[0], x[1]))
    return Score(best[0], best[1], _f1(best[0], best[1]), best[2], area(points))


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def area(points: Iterable[tuple[float, float, float]]) -> float:
    """Trapezoidal area under (recall, precision), the first precision carried down to recall 0."""
    curve = sorted((r, p) for p, r, _ in points)
    curve = [(0.0, curve[0][1]), *curve]
    return sum((r2 - r1) * (p1 + p2) / 2 for (r1, p1), (r2, p2) in pairwise(curve))
