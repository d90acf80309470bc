"""Weights of the antecedent ranker: ``python -m training.coreference --data ../shared/data``.

Each anaphor is decided in the state the sieve has reached with the gold decisions before it; a candidate
is right if most phrases of its chain stand in the gold chain of the anaphor, and leaving the anaphor
alone is right where none is. The likelihood of all right choices together is maximised with an L2 penalty
(L-BFGS).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.gum_chains import GoldDocument, GoldIndex, Span, read_gum
from extract.coref_chains import Chain
from extract.coref_features import Candidate
from extract.coref_phrases import Phrase
from extract.coref_ranking import Options
from extract.coref_sieve import chains_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

OUT = Path(__file__).parent.parent / "extract" / "lexicon" / "coreference.tsv"
THRESHOLDS = {"he": 0.35, "it": 0.35, "they": 0.35, "the": 0.35}
"""The least probability of a link within the chains; the best for the training part of 0.5 to 0.15."""
GRAPH = {"he": 0.7, "it": 0.8, "they": 0.8, "the": 0.9}
"""The probability from which a link reaches the graph; below it, it only informs later ones."""
PENALTY = 1.0
RARE = 4
"""Features seen in fewer decisions get no weight."""

Decision = tuple[list[list[str]], list[int]]
"""The features of every option, and which options are right."""


def characters(phrase: Phrase) -> Span:
    """Where the phrase stands in the text."""
    doc = phrase.head.doc
    return doc[phrase.start].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1])


def gold_chain(phrase: Phrase, index: GoldIndex) -> str | None:
    """The gold chain of a phrase."""
    head = None if phrase.kind == "group" else (phrase.head.idx, phrase.head.idx + len(phrase.head))
    return index.chain(characters(phrase), head)


def decisions(doc: Doc, gold: GoldDocument) -> Iterator[Decision]:
    """What was to be decided in a document, and how it should have been."""
    index = GoldIndex(gold)
    found: list[Decision] = []

    def chain_of(chain: Chain) -> str | None:
        votes = Counter(g for p in chain.phrases if (g := gold_chain(p, index)))
        return votes.most_common(1)[0][0] if votes else None

    def choose(phrase: Phrase, given: Options) -> tuple[Candidate, float] | None:
        nothing, candidates = given
        own = gold_chain(phrase, index)
        right = [n for n, (c, _) in enumerate(candidates) if own is not None and chain_of(c.chain) == own]
        if candidates:
            found.append(([nothing, *(f for _, f in candidates)], [n + 1 for n in right] or [0]))
        return (candidates[right[0]][0], 1.0) if right else None

    chains_of(doc, choose)
    yield from found


def train(data: Sequence[Decision], penalty: float = PENALTY) -> dict[str, float]:
    """Feature → weight."""
    import numpy as np
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    seen = Counter(f for rows, _ in data for f in {f for row in rows for f in row})
    places = {f: n for n, f in enumerate(sorted(f for f, count in seen.items() if count >= RARE))}
    rows = [row for options, _ in data for row in options]
    cells = [(n, places[f]) for n, row in enumerate(rows) for f in row if f in places]
    at, column = zip(*cells, strict=True)
    matrix = csr_matrix((np.ones(len(cells)), (at, column)), shape=(len(rows), len(places)))
    sizes = np.array([len(options) for options, _ in data])
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = np.zeros(len(rows))
    for begin, (_, good) in zip(begins, data, strict=True):
        right[[begin + g for g in good]] = 1.0

    def loss(weights: Any) -> tuple[float, Any]:
        sums = matrix @ weights
        top = np.repeat(np.maximum.reduceat(sums, begins), sizes)
        powers = np.exp(sums - top)
        total, good = np.add.reduceat(powers, begins), np.add.reduceat(powers * right, begins)
        slope = powers / np.repeat(total, sizes) - powers * right / np.repeat(good, sizes)
        value = float(np.sum(np.log(total) - np.log(good)) + penalty / 2 * weights @ weights)
        return value, matrix.T @ slope + penalty * weights

    best = minimize(loss, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {f: round(float(best[n]), 3) for f, n in places.items()}


def write(weights: dict[str, float], path: Path = OUT) -> None:
    """The weights as a table, with the thresholds."""
    lines = [
        "# Weights of the antecedent ranker (feature, weight) and the probabilities a link needs.",
        "# Source: UD English GUM train (annotations CC BY 4.0). Made by: python -m training.coreference",
        *(f"threshold graph {sort}\t{value}" for sort, value in sorted(GRAPH.items())),
        *(f"threshold {sort}\t{value}" for sort, value in sorted(THRESHOLDS.items())),
        *(f"{feature}\t{weight}" for feature, weight in sorted(weights.items()) if weight),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def documents(path: Path) -> Iterator[tuple[Doc, GoldDocument]]:
    """Every document of a GUM file, read by the shipped pipeline from its raw text, with its gold chains."""
    from extract.language import load_language
    from extract.names import trim_entities
    from extract.reading import break_paragraphs

    nlp = load_language()
    for gold in read_gum(path):
        doc = nlp.make_doc(gold.text)
        break_paragraphs(doc)
        doc = nlp(doc)
        trim_entities(doc)
        yield doc, gold


def run(pairs: Iterable[tuple[Doc, GoldDocument]]) -> None:
    """Train on the documents and write the table."""
    data = [d for doc, gold in pairs for d in decisions(doc, gold)]
    weights = train(data)
    write(weights)
    print(
        f"{len(data)} decisions, {sum(d[1] != [0] for d in data)} with an antecedent, {len(weights)} features"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    run(documents(parser.parse_args().data / "treebank" / "gum-train.conllu.xz"))


if __name__ == "__main__":
    main()
