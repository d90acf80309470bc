"""Fine-tunes the network on all tasks: ``python -m training.encoder.train --minutes 60``.

The learning rate falls linearly over the given time (or ``--steps``). Every few minutes the raw and the
averaged weights are written to the work folder, so that a stop loses nothing: ``--resume`` goes on.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
import torch
from tokenizers import Tokenizer

from extract.encoder_pieces import PieceReader
from training.encoder.inventory import Inventory, build_inventory, save_inventory
from training.encoder.losses import losses, total
from training.encoder.measure import development_sets, measure
from training.encoder.network import LAYERS, Network, load_pretrained, pretrained_folder
from training.encoder.sentences import Example, training_examples
from training.encoder.windows import Builder, Collator, Item, Variation, batches, passages
from training.harmony import Harmony
from training.tokenizer import tokenizer as word_tokenizer

DATA, WORK = Path("../shared/data"), Path("training/work/encoder")
ENCODER_RATE, HEAD_RATE, LAYER_DECAY = 3e-4, 2e-3, 0.88
WARM_UP, FINAL = 0.05, 0.01
AVERAGE, AVERAGE_EVERY = 0.996, 4


def piece_reader() -> PieceReader:
    """Over the pretrained vocabulary."""
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return PieceReader(tokenizer)


def parameter_groups(network: Network) -> list[dict[str, object]]:
    """Heads learn fast, the encoder's layers slower the deeper they lie; no decay on vectors."""
    groups: dict[tuple[float, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("embedding"):
            new = "forms" in name or "words" in name
            rate = ENCODER_RATE if new else ENCODER_RATE * LAYER_DECAY ** (LAYERS + 1)
        elif name.startswith("layers."):
            rate = ENCODER_RATE * LAYER_DECAY ** (LAYERS - 1 - int(name.split(".")[1]))
        else:
            rate = HEAD_RATE
        groups.setdefault((rate, parameter.dim() > 1), []).append(parameter)
    return [
        {"params": parameters, "lr": rate, "peak": rate, "weight_decay": 0.01 if decay else 0.0}
        for (rate, decay), parameters in groups.items()
    ]


def epochs(
    examples: list[Example], reader: PieceReader, inventory: Inventory, pieces: int, seed: int
) -> Iterator[tuple[int, list[Item]]]:
    """Batches without end, each with its epoch's number."""
    epoch = 0
    while True:
        rng = random.Random(seed * 1000 + epoch)
        builder = Builder(reader, inventory, Variation(), rng.randint(0, 10**9))
        parsed = [e for e in examples if e.parsed]
        others = [e for e in examples if not e.parsed]
        rng.shuffle(others)
        items = [builder.item(p) for p in passages([*parsed, *others], reader, rng, builder.vary)]
        rng.shuffle(items)
        for group in batches(items, pieces, rng):
            yield epoch, group
        epoch += 1


def share_of_peak(progress: float) -> float:
    """The learning rate's schedule over progress in [0, 1]."""
    if progress < WARM_UP:
        return max(progress / WARM_UP, 0.002)
    return FINAL + (1 - FINAL) * max(0.0, 1 - progress) / (1 - WARM_UP)


class Training:
    """The run's state: network, average, optimiser, clock."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(arguments.seed)
        harmony, words = Harmony(DATA), word_tokenizer(spacy.blank("en").vocab)
        self.examples = list(training_examples(DATA, harmony, words))
        self.dev = development_sets(DATA, harmony, words)
        self.work = WORK / arguments.name
        self.work.mkdir(parents=True, exist_ok=True)
        self.inventory = build_inventory(self.examples)
        save_inventory(self.inventory, self.work / "labels.json")
        self.reader = piece_reader()
        self.network = Network(self.inventory)
        load_pretrained(self.network, pretrained_folder())
        self.network.to(self.device)
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        self.optimizer = torch.optim.AdamW(parameter_groups(self.network), betas=(0.9, 0.98), fused=True)
        self.step, self.spent = 0, 0.0
        if arguments.resume:
            self.load(self.work / "checkpoint.pt")

    def load(self, path: Path) -> None:
        state = torch.load(path, map_location=self.device)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average, self.step, self.spent = state["average"], state["step"], state["spent"]

    def save(self) -> None:
        state = {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "spent": self.spent,
        }
        torch.save(state, self.work / "checkpoint.tmp")
        (self.work / "checkpoint.tmp").replace(self.work / "checkpoint.pt")

    def progress(self) -> float:
        """Share of the run that is done."""
        if self.arguments.steps:
            return float(self.step / self.arguments.steps)
        return float(self.spent / (60 * self.arguments.minutes))

    def learn(self, items: list[Item], collate: Collator) -> dict[str, float]:
        """One step of the optimiser."""
        batch = collate(items).to(self.device)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * share_of_peak(self.progress())
        with torch.autocast(self.device.type, torch.bfloat16):
            scores = self.network(batch.ids, batch.forms, batch.words, batch.mask, batch.first, batch.last)
            found = losses(self.network, scores, batch)
        total(found).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            self.blend()
        return {task: float(value.detach()) for task, value in found.items()}

    def blend(self) -> None:
        """Moves the average towards the weights; fast at first."""
        keep = min(AVERAGE, 1 - 1 / (1 + self.step / (4 * AVERAGE_EVERY)))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)

    def scores(self) -> dict[str, dict[str, float]]:
        """Dev scores of the averaged weights."""
        raw = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.network.load_state_dict(self.average)
        found = {
            name: measure(self.network, self.inventory, self.reader, examples, coarse=name == "uner")
            for name, examples in self.dev.items()
        }
        self.network.load_state_dict(raw)
        return found


def run(training: Training) -> None:
    """Learns until the time or the steps are over."""
    arguments = training.arguments
    collate, clock, pieces = Collator(training.inventory.names), time.monotonic(), 0
    saved = measured = training.spent
    log = (training.work / "log.jsonl").open("a", encoding="utf-8")
    stream = epochs(
        training.examples,
        training.reader,
        training.inventory,
        arguments.pieces,
        arguments.seed + training.step,
    )
    for epoch, items in stream:
        found = training.learn(items, collate)
        pieces += sum(len(item.window.ids) for item in items)
        now = time.monotonic()
        training.spent += now - clock
        clock = now
        done = training.progress() >= 1
        if training.step % 50 == 0 or done:
            line = {"step": training.step, "epoch": epoch, "minutes": round(training.spent / 60, 2)}
            line |= {"pieces": pieces, "losses": {k: round(v, 4) for k, v in found.items()}}
            print(json.dumps(line), file=log, flush=True)
        if done or training.spent - saved > 240:
            training.save()
            saved = training.spent
        if (done or training.spent - measured > 60 * arguments.measure) and arguments.measure:
            line = {"step": training.step, "minutes": round(training.spent / 60, 2), "dev": training.scores()}
            print(json.dumps(line), file=log, flush=True)
            measured = training.spent = training.spent + time.monotonic() - clock
            clock = time.monotonic()
        if done:
            break


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--steps", type=int, default=0, help="instead of minutes: reproducible")
    parser.add_argument("--pieces", type=int, default=3072, help="word pieces in a batch")
    parser.add_argument("--measure", type=float, default=8.0, help="minutes between dev scores; 0 never")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", default="run")
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    run(Training(arguments))


if __name__ == "__main__":
    main()
