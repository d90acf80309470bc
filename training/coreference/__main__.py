"""Extents and antecedents: ``python -m training.coreference --data ../shared/data`` (needs torch).

The scorer of extents (``coref_mentions``) comes first, then that of antecedents (``coref_scorer``) on the
phrases it makes. Weights are learnt on GUM's training part. How careful a phrase has to be, and from which
probability on a link reaches the graph, is chosen on the same documents, each read by a network that has
not seen it (cross-validation).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import torch

from benchmarks.coref_scores import conll, scores
from benchmarks.coreference import gold_chains, predicted_chains
from benchmarks.gum_chains import GoldDocument, GoldIndex, read_gum
from extract.coref_antecedents import is_anaphor, join_by
from extract.coref_chains import Chains
from extract.coref_constraints import sort_of
from extract.coref_pairs import pairs_of
from extract.coref_phrases import Phrase, phrases
from extract.coref_scorer import Chances, chances
from extract.coref_sieve import quotation_of, sure_chains
from training.coreference.examples import documents, example, gold_chain
from training.coreference.fitting import fitted
from training.coreference.mentions import learnt as mentions_learnt
from training.coreference.mentions import mention_example
from training.coreference.network import Batch, Network, batch, loss, weights

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEXICON = Path(__file__).parents[2] / "extract" / "lexicon"
FOLDS, EPOCHS, RATE, DECAY = 3, 8, 1e-3, 0.01
NAMED = 1.5
"""How much more a phrase of a chain with a name weighs: these are what the graph is made of."""
MASKED = 0.1
"""The share of words hidden in the second reading, from which both learn too."""
PRECISE = {"he": 0.8, "it": 0.85, "they": 0.85, "the": 0.95}
"""The share of the least probable links, by sort of anaphor, that must be right for them to reach the graph.

A description left alone keeps its words; *he* and *she* left alone lose what is told of the person.
"""
FEW, LAST = 5, 30
"""How few of these links tell nothing, and how many are looked at."""
CAUTIONS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1.0)
MENTIONS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6)
FLOORS = (0.94, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5)
AT_ONCE = 2
"""How many networks learn at the same time, each on one core."""
T = TypeVar("T")
Weights = Mapping[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Settled:
    """A document with its phrases."""

    doc: Doc
    gold: GoldDocument
    found: Sequence[Phrase]


@dataclass(frozen=True, slots=True)
class Held:
    """A document with what a ranker thinks of it that has not seen it."""

    read: Settled
    scored: Chances


def ranker(batches: Sequence[Batch], seed: int) -> Weights:
    """The weights that a network learns from these documents."""
    network = fitted(Network, loss, batches, epochs=EPOCHS, rate=RATE, decay=DECAY, seed=seed)
    return weights(network)


def of_folds(learn: Callable[[Sequence[T], int], Weights], readings: Sequence[Sequence[T]]) -> list[Weights]:
    """The weights learnt without each fold, and last from everything; the same bytes however many at once."""
    work = [(learn, _others(readings, fold), fold) for fold in range(FOLDS + 1)]
    _WORK[:] = work  # a forked process sees it without a copy
    with get_context("fork").Pool(AT_ONCE) as pool:
        return pool.map(_learnt, range(len(work)), chunksize=1)


_WORK: list[tuple[Callable[..., Weights], Sequence[object], int]] = []


def _learnt(place: int) -> Weights:
    learn, examples, fold = _WORK[place]
    return learn(examples, fold)


def held_out(readings: Sequence[Sequence[Settled]]) -> tuple[list[Held], Weights]:
    """The first reading of each document by a ranker trained on other ones; the weights learnt from all."""
    examples = [[example(r.doc, r.gold, r.found) for r in reading] for reading in readings]
    batches = [[batch(e, NAMED) for e in reading] for reading in examples]
    held: dict[int, Held] = {}
    *apart, everything = of_folds(ranker, batches)
    for fold, learnt in enumerate(map(wide, apart)):
        for place in range(fold, len(readings[0]), FOLDS):
            told = examples[0][place]
            held[place] = Held(readings[0][place], chances(told.described, told.pairs, learnt))
    return [held[place] for place in range(len(held))], everything


def _others(readings: Sequence[Sequence[T]], fold: int) -> list[T]:
    """What is not of this fold; everything if it is ``FOLDS``."""
    return [one for reading in readings for place, one in enumerate(reading) if place % FOLDS != fold]


def wide(learnt: Weights) -> Weights:
    """The weights as they are read from their file."""
    return {name: value.astype(np.float32) for name, value in learnt.items()}


def settled_phrases(path: Path, known: Container[str]) -> tuple[list[list[Settled]], Weights]:
    """Both readings with phrases by scorers of extents that have not seen them; the weights from all.

    ``known``: names of documents to leave out, since they are measured on.
    """
    readings = [
        [(doc, gold) for doc, gold in documents(path, masked=share) if gold.name not in known]
        for share in (0.0, MASKED)
    ]
    examples = [[mention_example(*both) for both in reading] for reading in readings]
    found: list[dict[int, Settled]] = [{} for _ in readings]
    *apart, everything = of_folds(mentions_learnt, examples)
    for fold, learnt in enumerate(map(wide, apart)):
        for reading, own in zip(readings, found, strict=True):
            for place in range(fold, len(reading), FOLDS):
                doc, gold = reading[place]
                own[place] = Settled(doc, gold, phrases(doc, learnt))
    return [[own[place] for place in range(len(own))] for own in found], everything


def joined(held: Held, caution: float) -> Chains:
    """The document's chains."""
    doc = held.read.doc
    quoted = quotation_of(doc)
    chains = sure_chains(doc, held.read.found, quoted)
    join_by(chains, quoted, pairs_of(chains, quoted), held.scored, caution)
    return chains


def chosen_caution(read: Sequence[Held]) -> tuple[float, float]:
    """The caution, and the least probability of a mention, with the best CoNLL F1."""
    found = {}
    for caution in CAUTIONS:
        chains = [(gold_chains(h.read.gold), joined(h, caution)) for h in read]
        for mention in MENTIONS:
            sides = [(gold, predicted_chains(own, mention)) for gold, own in chains]
            found[caution, mention] = conll(scores(sides))
            print(f"caution {caution}, mention {mention}: {found[caution, mention]:.2f}", flush=True)
    return max(found, key=lambda both: (found[both], both))


def chosen_floors(read: Sequence[Held], caution: float) -> dict[str, float]:
    """By sort of anaphor, the probability down to which links reach the graph."""
    links: dict[str, list[tuple[float, bool]]] = {sort: [] for sort in PRECISE}
    for held in read:
        index = GoldIndex(held.read.gold)
        for chain in joined(held, caution).all():
            votes = Counter(gold_chain(p, index) for p in chain.phrases if p.kind == "name")
            for phrase in chain.phrases if chain.named else ():
                if is_anaphor(phrase):
                    right = votes.most_common(1)[0][0]
                    fits = right is not None and gold_chain(phrase, index) == right
                    links[sort_of(phrase)].append((chain.chances.get(phrase.number, 1.0), fits))
    return {sort: _floor(sort, found) for sort, found in links.items()}


def _floor(sort: str, links: Sequence[tuple[float, bool]]) -> float:
    """The least of ``FLOORS`` above which the least probable links, equals with them, are mostly right.

    1, which leaves what rules are sure of, if there is none.
    """
    lowest = 1.0
    for floor in FLOORS:
        ranked = sorted((link for link in links if floor <= link[0] < 1), key=lambda link: link[0])
        edge = ranked[:LAST][-1][0] if ranked else floor
        least = [fits for chance, fits in ranked if chance <= edge]
        print(f"{sort} from {floor}: {sum(least)} of the least probable {len(least)} right")
        if len(least) >= FEW and sum(least) < PRECISE[sort] * len(least):
            break
        lowest = floor
    return lowest


def write(extents: Weights, antecedents: Weights, chosen: Mapping[str, float]) -> None:
    """The weights and the numbers, into the lexicon."""
    np.savez(LEXICON / "mentions.npz", **extents)  # type: ignore[arg-type]
    np.savez(LEXICON / "coreference.npz", **antecedents)  # type: ignore[arg-type]
    lines = [
        "# How much likelier than standing alone the likeliest chain must be for a phrase to join it within",
        "# its article (caution), from which probability on that reaches the graph (graph), and from which",
        "# one on a phrase counts as a mention where they are measured (mention).",
        "# Source: cross-validation on UD English GUM train (CC BY 4.0): python -m training.coreference",
        *(f"{name}\t{value}" for name, value in sorted(chosen.items())),
    ]
    (LEXICON / "coreference.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    torch.set_num_threads(1)
    treebank = parser.parse_args().data / "treebank"
    known = {gold.name for gold in read_gum(treebank / "gum-dev.conllu.xz")}
    readings, extents = settled_phrases(treebank / "gum-train.conllu.xz", known)
    held, antecedents = held_out(readings)
    caution, mention = chosen_caution(held)
    floors = {f"graph {sort}": floor for sort, floor in chosen_floors(held, caution).items()}
    write(extents, antecedents, {"caution": caution, "mention": mention, "graph i": 0.97, **floors})


if __name__ == "__main__":
    main()
