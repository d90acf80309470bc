"""Dev scores of a network in training: gold tokens and sentences, one window a passage."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from extract.encoder_lemmas import apply_script
from extract.encoder_names import best_names, name_spans
from extract.encoder_pieces import PieceReader
from extract.encoder_trees import best_tree
from training.encoder.inventory import Inventory
from training.encoder.losses import within_sentences
from training.encoder.network import Network
from training.encoder.sentences import Example, name_example, treebank_examples
from training.encoder.windows import STILL, Builder, Collator, Item, Passage, batches
from training.harmony import Harmony
from training.namecorpora import bio_documents

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

SENTENCES = 4
"""Consecutive sentences in one dev window."""


def development_sets(data: Path, harmony: Harmony, tokenizer: Tokenizer) -> dict[str, list[Example]]:
    """The dev sets by name."""
    ner, treebank = data / "ner", data / "treebank"
    politics = bio_documents(ner / "crossner-politics-dev.bio.xz", "crossner", harmony, tokenizer)
    uner = bio_documents(ner / "uner-ewt-dev.iob2.xz", "uner", harmony, tokenizer, column=2)
    return {
        "ewt": list(treebank_examples(treebank / "ewt-dev.conllu.xz", None)),
        "gum": list(treebank_examples(treebank / "gum-dev.conllu.xz", harmony)),
        "politics": [name_example(doc, harmony) for doc in politics],
        "uner": [name_example(doc, harmony) for doc in uner],
    }


def dev_items(examples: Sequence[Example], builder: Builder) -> list[tuple[Passage, Item]]:
    """Windows of a few sentences of one document, or of one."""
    runs: list[list[Example]] = []
    for example in examples:
        if runs and example.follows and len(runs[-1]) < SENTENCES:
            runs[-1].append(example)
        else:
            runs.append([example])
    passages = [Passage(examples=tuple(run)) for run in runs]
    return [(passage, builder.item(passage)) for passage in passages]


class Tally:
    """Counts of right answers and of questions."""

    def __init__(self) -> None:
        self.right: dict[str, int] = {}
        self.asked: dict[str, int] = {}

    def add(self, name: str, right: int, asked: int = 1) -> None:
        self.right[name] = self.right.get(name, 0) + right
        self.asked[name] = self.asked.get(name, 0) + asked

    def shares(self) -> dict[str, float]:
        """Per cent right; for pairs of ``x_p`` and ``x_r`` (found and gold spans) the F1 ``x``."""
        share = {name: 100 * self.right[name] / max(1, self.asked[name]) for name in self.asked}
        for name in [name[:-2] for name in share if name.endswith("_p")]:
            precision, recall = share[f"{name}_p"], share[f"{name}_r"]
            share[name] = 2 * precision * recall / max(precision + recall, 1e-9)
        return {name: round(value, 2) for name, value in sorted(share.items())}


def measure(
    network: Network, inventory: Inventory, reader: PieceReader, examples: Sequence[Example], *, coarse: bool
) -> dict[str, float]:
    """Scores over the examples; ``coarse``: places are one type and only PERSON, ORG, place count."""
    builder = Builder(reader, inventory, STILL, 0)
    pairs = dev_items(examples, builder)
    collate, tally = Collator(inventory.names), Tally()
    passage_of = {id(item): passage for passage, item in pairs}
    network.eval()
    with torch.inference_mode():
        for group in batches([item for _, item in pairs], 4096, None):
            batch = collate(group).to(next(network.parameters()).device)
            with torch.autocast(batch.ids.device.type, torch.bfloat16):
                scores = network(batch.ids, batch.forms, batch.words, batch.mask, batch.first, batch.last)
            scores["arcs"] = within_sentences(scores["arcs"].float(), batch.sentences)
            for row, item in enumerate(group):
                size = len(item.sentences)
                one = {name: value[row, :size].float().cpu() for name, value in scores.items()}
                one["heads"] = scores["heads"][row, : size + 1].float().cpu()
                tokens = [token for example in passage_of[id(item)].examples for token in example.tokens]
                if passage_of[id(item)].examples[0].parsed:
                    _syntax(tally, network, inventory, one, item, [t.text for t in tokens], tokens)
                _names(tally, inventory, one, item, coarse=coarse)
    network.train()
    return tally.shares()


def _syntax(tally, network, inventory, one, item, words, tokens) -> None:  # type: ignore[no-untyped-def]
    starts = [place for place, s in enumerate(item.sentences) if not place or item.sentences[place - 1] != s]
    heads: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = torch.cat([one["arcs"][start:end, :1], one["arcs"][start:end, start + 1 : end + 1]], 1)
        heads += [head + start if head else 0 for head in best_tree(part.numpy())]
    scorer = network.label_scorer
    device = next(scorer.parameters()).device
    labels = scorer(one["dependents"].to(device), one["heads"][heads].to(device)).argmax(-1).tolist()
    for task in ("upos", "xpos", "feats"):
        guesses = one[task].argmax(-1).tolist()
        for guess, token in zip(guesses, tokens, strict=True):
            tally.add(task, getattr(inventory, task)[guess] == getattr(token, task))
    for guess, token in zip(one["scripts"].argmax(-1).tolist(), tokens, strict=True):
        tally.add("lemma", apply_script(token.text, inventory.scripts[guess]) == token.lemma)
    for place, token in enumerate(tokens):
        if token.upos == "PUNCT":
            continue
        attached = heads[place] == item.gold["heads"][place]
        named = inventory.deprels[labels[place]].split(":")[0] == token.deprel.split(":")[0]
        tally.add("uas", attached)
        tally.add("las", attached and named)
    guessed = (one["starts"] > 0).tolist()
    for place in range(1, len(tokens)):
        gold = item.gold["starts"][place] == 1
        if guessed[place]:
            tally.add("starts_p", gold)
        if gold:
            tally.add("starts_r", guessed[place])


def _names(tally, inventory, one, item, *, coarse: bool) -> None:  # type: ignore[no-untyped-def]
    if not any(item.name_sets):
        return
    logs = torch.log_softmax(one["names"], -1).numpy()
    guesses = set(_view(name_spans(best_names(logs, inventory.names)), coarse=coarse))
    gold_tags = [names[0] if len(names) == 1 else "O" for names in item.name_sets]
    gold = set(_view(name_spans(gold_tags), coarse=coarse))
    open_ = {place for place, names in enumerate(item.name_sets) if len(names) != 1}
    guesses = {span for span in guesses if not open_ & set(range(span[0], span[1]))}
    tally.add("names_p", len(guesses & gold), len(guesses))
    tally.add("names_r", len(guesses & gold), len(gold))


def _view(spans: Iterable[tuple[int, int, str]], *, coarse: bool) -> Iterable[tuple[int, int, str]]:
    for start, end, label in spans:
        if coarse:
            label = {"GPE": "LOC", "FAC": "LOC"}.get(label, label)
        if label in ("PERSON", "ORG", "LOC") or (not coarse and label != "DATE"):
            yield start, end, label


def shuffled(items: list[Item], seed: int) -> list[Item]:
    """Another order of the items."""
    order = list(items)
    random.Random(seed).shuffle(order)
    return order
