"""Fits the confidence of a triple on CaRB dev: ``python -m training.confidence --data ../shared/data``."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.carb import Tuple, make_tuple, match, read_gold
from extract import confidence as model
from extract import facts
from extract.language import load_language
from extract.model import Article, Triple
from extract.reading import read_article

TARGET = Path(model.__file__).parent / "lexicon" / "confidence.tsv"
HEADER = """# Weights of the confidence model (extract/confidence.py): feature, weight of the logistic score.
# Source: fitted by `python -m training.confidence` on the development set of CaRB (MIT licence); do not edit.
"""
Row = tuple[dict[str, float], float]


def examples(carb: Path, language: str | None) -> list[list[Row]]:
    """For each sentence, each triple's features and the best share of its words that a gold tuple has."""
    gold = read_gold(carb)
    nlp = load_language(language)
    seen: list[dict[str, float]] = []

    def numbered(found: Mapping[str, float]) -> float:
        seen.append(dict(found))
        return float(len(seen) - 1)

    facts.confidence = numbered
    rows = []
    for sentence, tuples in gold.items():
        triples = read_article(nlp, Article(id="-", title="", text=sentence)).triples
        rows.append([(seen[int(t.confidence)], max(match(g, _tuple(t))[0] for g in tuples)) for t in triples])
    return rows


def _tuple(triple: Triple) -> Tuple:
    surface = triple.surface
    return make_tuple(surface.predicate, surface.subject, [surface.object, *triple.adjuncts])


def matrix(rows: Sequence[Row], names: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Features × triples, and the targets."""
    place = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (found, _) in enumerate(rows):
        for name, value in found.items():
            if name in place:
                x[i, place[name]] = value
    return x, np.array([y for _, y in rows])


def fit(x: NDArray[np.float64], y: NDArray[np.float64], penalty: float = 3.0) -> NDArray[np.float64]:
    """Weights of a logistic regression on soft targets, with an L2 penalty."""

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        value = float(np.sum(np.logaddexp(0, z) - y * z) + penalty * np.sum(w * w) / 2)
        return value, x.T @ (p - y) + penalty * w

    return np.asarray(minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x)


def calibration(
    predicted: NDArray[np.float64], y: NDArray[np.float64], bins: int = 10
) -> list[tuple[float, float, int]]:
    """Mean prediction, mean target and count in bins of equal size."""
    order = np.argsort(predicted, kind="stable")
    return [(float(predicted[c].mean()), float(y[c].mean()), len(c)) for c in np.array_split(order, bins)]


def ranking(predicted: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """How often a triple with half its words in the gold stands above one with fewer (ROC AUC)."""
    good, bad = predicted[y >= 0.5], predicted[y < 0.5]
    above = np.sign(good[:, None] - bad[None, :])
    return float((above.mean() + 1) / 2)


def main() -> None:
    """Cross-validated calibration on stdout, weights into the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--language")
    options = parser.parse_args()
    by_sentence = examples(options.data / "openie" / "carb-dev-gold.tsv", options.language)
    rows = [r for sentence in by_sentence for r in sentence]
    names = sorted({n for f, _ in rows for n in f if sum(n in g for g, _ in rows) >= 5})
    x, y = matrix(rows, names)
    fold = np.array([i % 5 for i, sentence in enumerate(by_sentence) for _ in sentence])
    held_out = np.zeros(len(y))
    for k in range(5):
        w = fit(x[fold != k], y[fold != k])
        held_out[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ w)))
    table = calibration(held_out, y)
    print("predicted  accepted  triples (five-fold, held out)")
    for p, t, n in table:
        print(f"{p:9.3f} {t:9.3f} {n:8d}")
    print(f"expected calibration error {sum(abs(p - t) * n for p, t, n in table) / len(y):.3f}")
    print(f"area under the ROC curve {ranking(held_out, y):.3f}")
    weights = fit(x, y)
    lines = "".join(f"{n}\t{w:.4f}\n" for n, w in zip(names, weights, strict=True))
    TARGET.write_text(HEADER + re.sub(r"-0\.0000", "0.0000", lines), encoding="utf-8")


if __name__ == "__main__":
    main()
