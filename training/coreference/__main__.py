"""The scorer of antecedents: ``python -m training.coreference --data ../shared/data`` (needs torch).

Weights are learnt on GUM's training part. How careful a phrase has to be, and from which
probability on a link reaches the graph, is chosen on the same documents, each read by a network that has
not seen it (cross-validation).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from benchmarks.coref_scores import conll, scores
from benchmarks.coreference import gold_chains, predicted_chains
from benchmarks.gum_chains import GoldDocument, GoldIndex
from extract.coref_antecedents import is_anaphor, join_by
from extract.coref_chains import Chains
from extract.coref_constraints import sort_of
from extract.coref_pairs import pairs_of
from extract.coref_scorer import Chances, chances
from extract.coref_sieve import quotation_of, sure_chains
from training.coreference.examples import Example, documents, example, gold_chain
from training.coreference.network import Batch, Network, batch, loss, weights

if TYPE_CHECKING:
    from spacy.tokens import Doc

LEXICON = Path(__file__).parents[2] / "extract" / "lexicon"
FOLDS, EPOCHS, RATE, DECAY = 3, 14, 1e-3, 0.01
NAMED = 1.5
"""How much more a phrase of a chain with a name weighs: these are what the graph is made of."""
PRECISE, FEW = 0.8, 5
"""How many of the least probable links that reach the graph must be right, and how few tell nothing."""
CAUTIONS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1.0)
FLOORS = (0.94, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5)
SORTS = ("he", "it", "they", "the")


@dataclass(frozen=True, slots=True)
class Held:
    """A document with what a network thinks of it that has not seen it."""

    doc: Doc
    gold: GoldDocument
    scored: Chances


def train(batches: Sequence[Batch], seed: int) -> Network:
    """A network; the average of its weights over the last hundred or so documents."""
    torch.manual_seed(seed)
    network = Network()
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    steps, step = EPOCHS * len(batches), 0
    network.train()
    for _ in range(EPOCHS):
        for place in torch.randperm(len(batches)).tolist():
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / 100) * (1 - step / steps)
            found, alone = network(batches[place])
            (loss(found, alone, batches[place]) / len(alone)).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            kept = min(0.99, step / (step + 10))
            for name, value in network.state_dict().items():
                average[name].mul_(kept).add_(value, alpha=1 - kept)
    network.load_state_dict(average)
    return network.eval()


def held_out(read: Sequence[tuple[Doc, GoldDocument]], examples: Sequence[Example]) -> list[Held]:
    """All documents, each as a network sees it that was trained on other ones."""
    batches = [batch(e, NAMED) for e in examples]
    found: dict[int, Held] = {}
    for fold in range(FOLDS):
        network = train([b for place, b in enumerate(batches) if place % FOLDS != fold], fold)
        learnt = {name: value.astype(np.float32) for name, value in weights(network).items()}
        for place in range(fold, len(read), FOLDS):
            scored = chances(examples[place].described, examples[place].pairs, learnt)
            found[place] = Held(*read[place], scored)
    return [found[place] for place in range(len(read))]


def joined(held: Held, caution: float) -> Chains:
    """The document's chains."""
    chains, quoted = sure_chains(held.doc), quotation_of(held.doc)
    join_by(chains, quoted, pairs_of(chains, quoted), held.scored, caution)
    return chains


def chosen_caution(read: Sequence[Held]) -> float:
    """The caution with the best CoNLL F1."""

    def score(caution: float) -> float:
        sides = [(gold_chains(h.gold), predicted_chains(joined(h, caution))) for h in read]
        return conll(scores(sides))

    found = {caution: score(caution) for caution in CAUTIONS}
    for caution, reached in found.items():
        print(f"caution {caution}: cross-validated CoNLL F1 {reached:.2f}")
    return max(found, key=lambda caution: (found[caution], -caution))


def chosen_floors(read: Sequence[Held], caution: float) -> dict[str, float]:
    """By sort of anaphor, the probability down to which ``PRECISE`` of the links are right, step by step."""
    links: dict[str, list[tuple[float, bool]]] = {sort: [] for sort in SORTS}
    for held in read:
        index = GoldIndex(held.gold)
        for chain in joined(held, caution).all():
            votes = Counter(gold_chain(p, index) for p in chain.phrases if p.kind == "name")
            for phrase in chain.phrases if chain.named else ():
                if is_anaphor(phrase):
                    right = votes.most_common(1)[0][0]
                    fits = right is not None and gold_chain(phrase, index) == right
                    links[sort_of(phrase)].append((chain.chances.get(phrase.number, 1.0), fits))
    return {sort: _floor(sort, found) for sort, found in links.items()}


def _floor(sort: str, links: Sequence[tuple[float, bool]]) -> float:
    top, lowest = float("inf"), FLOORS[0]
    for floor in FLOORS:
        kept = [fits for chance, fits in links if floor <= chance < top]
        print(f"{sort} from {floor}: {sum(kept)} of {len(kept)} right")
        if len(kept) < FEW:
            continue
        if sum(kept) < PRECISE * len(kept):
            break
        top = lowest = floor
    return lowest


def write(network: Network, caution: float, floors: Mapping[str, float]) -> None:
    """The weights and the numbers, into the lexicon."""
    np.savez(LEXICON / "coreference.npz", **weights(network))  # type: ignore[arg-type]
    lines = [
        "# How much likelier than standing alone the likeliest chain must be for a phrase to join it within",
        "# its article (caution), and from which probability on that reaches the graph (graph).",
        "# Source: cross-validation on UD English GUM train (CC BY 4.0): python -m training.coreference",
        f"caution\t{caution}",
        *(f"graph {name}\t{value}" for name, value in sorted(floors.items())),
    ]
    (LEXICON / "coreference.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    torch.set_num_threads(1)
    read = list(documents(parser.parse_args().data / "treebank" / "gum-train.conllu.xz"))
    examples = [example(doc, gold) for doc, gold in read]
    held = held_out(read, examples)
    caution = chosen_caution(held)
    floors = chosen_floors(held, caution)
    write(train([batch(e, NAMED) for e in examples], FOLDS), caution, {**floors, "i": 0.97})


if __name__ == "__main__":
    main()
