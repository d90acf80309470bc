"""Sentences → windows as the network meets them at run time, varied anew in every epoch, in batches."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from extract.encoder_lemmas import edit_script
from extract.encoder_pieces import PieceReader, Pieces, Window
from training.encoder.inventory import Inventory
from training.encoder.sentences import Example, retold
from training.reader import TYPOGRAPHY

LENGTHS = (*[0] * 14, *[45] * 4, *[90] * 3, 160, 240)
"""A window takes sentences up to so many pieces, drawn at random; 0 is one sentence alone (about
a quarter of all sentences)."""

NONE = -100
"""No loss for this word."""

MASK = 103
"""The vocabulary's [MASK]."""

SIZES = (16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 208, 272, 400, 512)
"""Lengths in pieces to which windows are padded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """Shares of windows or words that are changed, in [0, 1]."""

    lower: float = 0.03
    upper: float = 0.015
    title: float = 0.03
    printed: float = 0.2
    masked: float = 0.03
    unbroken: float = 0.5
    partial: float = 0.3


STILL = Variation(lower=0, upper=0, title=0, printed=0, masked=0, unbroken=0, partial=0)
"""No variation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The sentences of one window; of the last only a beginning is shown if ``partial``."""

    examples: tuple[Example, ...]
    partial: bool = False


def passages(
    examples: Sequence[Example], reader: PieceReader, rng: random.Random, vary: Variation
) -> Iterator[Passage]:
    """Runs of consecutive sentences; sentences without a document are put together at random."""
    run: list[Example] = []
    size, limit = 0, rng.choice(LENGTHS)
    for example in examples:
        length = sum(len(piece.ids) for piece in reader([token.text for token in example.tokens]))
        joined = example.follows if example.parsed else rng.random() < 0.5
        joined = joined and bool(run) and run[-1].parsed == example.parsed
        if run and not (joined and size + length <= limit):
            cut = joined and example.parsed and limit > 0 and rng.random() < vary.partial
            yield Passage(examples=(*run, _beginning(example, rng)) if cut else tuple(run), partial=cut)
            run, size, limit = [], 0, rng.choice(LENGTHS)
        run.append(example)
        size += length
    if run:
        yield Passage(examples=tuple(run))


def _beginning(example: Example, rng: random.Random) -> Example:
    size = min(rng.randint(1, len(example.tokens)), 30)
    return Example(
        tokens=example.tokens[:size], names=example.names[:size], parsed=True, paragraph=example.paragraph
    )


@dataclass(frozen=True, slots=True)
class Item:
    """A window with its gold indices (``NONE`` without), one list entry per word."""

    window: Window
    gold: dict[str, list[int]]
    name_sets: list[tuple[str, ...]]
    sentences: list[int]


class Builder:
    """Makes windows of passages; owns the random state."""

    def __init__(self, reader: PieceReader, inventory: Inventory, vary: Variation, seed: int) -> None:
        self.reader = reader
        self.vary = vary
        self.rng = random.Random(seed)
        names = ("upos", "xpos", "feats", "scripts", "deprels")
        self.places = {name: inventory.index(name) for name in names}

    def item(self, passage: Passage) -> Item:
        """One window."""
        examples = self._respelled(passage.examples)
        words = [token.text for example in examples for token in example.tokens]
        breaks = self._breaks(examples)
        pieces = [self._masked(piece) for piece in self.reader(words)]
        gold: dict[str, list[int]] = {name: [] for name in (*self.places, "heads", "starts")}
        sentences: list[int] = []
        for number, example in enumerate(examples):
            rooted = example.parsed and not (passage.partial and number == len(examples) - 1)
            self._add(gold, example, len(sentences), rooted)
            sentences.extend([number] * len(example.tokens))
        sets = [names for example in examples for names in example.names]
        return Item(self.reader.window(pieces, breaks), gold, sets, sentences)

    def _add(self, gold: dict[str, list[int]], example: Example, before: int, rooted: bool) -> None:
        known = example.parsed
        for place, token in enumerate(example.tokens):
            gold["upos"].append(self.places["upos"].get(token.upos, NONE))
            gold["xpos"].append(self.places["xpos"].get(token.xpos, NONE))
            gold["feats"].append(self.places["feats"].get(token.feats, NONE) if known else NONE)
            script = edit_script(token.text, token.lemma) if known else ""
            gold["scripts"].append(self.places["scripts"].get(script, NONE))
            gold["deprels"].append(self.places["deprels"].get(token.deprel, NONE) if rooted else NONE)
            head = token.head + before if token.head else 0
            gold["heads"].append(head if rooted else NONE)
            gold["starts"].append(int(place == 0) if known else NONE)

    def _breaks(self, examples: Sequence[Example]) -> list[bool]:
        shown = self.rng.random() >= self.vary.unbroken
        breaks = []
        for number, example in enumerate(examples):
            breaks.append(shown and example.paragraph and number > 0)
            breaks.extend([False] * (len(example.tokens) - 1))
        return breaks

    def _masked(self, piece: Pieces) -> Pieces:
        if self.rng.random() < self.vary.masked:
            return Pieces((MASK,) * len(piece.ids), piece.forms, piece.word)
        return piece

    def _respelled(self, examples: tuple[Example, ...]) -> tuple[Example, ...]:
        draw, vary = self.rng.random(), self.vary
        if draw < vary.lower:
            return tuple(retold(e, [t.text.lower() for t in e.tokens]) for e in examples)
        if draw < vary.lower + vary.upper:
            return tuple(retold(e, [t.text.upper() for t in e.tokens]) for e in examples)
        if draw < vary.lower + vary.upper + vary.title:
            return tuple(retold(e, [_titled(t.text) for t in e.tokens]) for e in examples)
        if draw > 1 - vary.printed:
            return tuple(retold(e, printed(t.text for t in e.tokens)) for e in examples)
        return examples


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:] if len(word) > 3 else word


def printed(words: Iterable[str]) -> list[str]:
    """The words in curly quotes and long dashes."""
    shown = []
    opening = True
    for word in words:
        if word == '"':
            shown.append("“" if opening else "”")
            opening = not opening
        else:
            shown.append(TYPOGRAPHY.get(word, word.replace("'", "’")))
    return shown


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors. ``allowed``: (batch, words, tags), which name tags a word may have."""

    ids: Tensor
    forms: Tensor
    words: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    gold: dict[str, Tensor]
    sentences: Tensor
    allowed: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        parts = {name: getattr(self, name) for name in self.__slots__}
        gold = {name: value.to(device) for name, value in self.gold.items()}
        return Batch(**{name: gold if name == "gold" else v.to(device) for name, v in parts.items()})


def batches(items: Sequence[Item], pieces: int, rng: random.Random | None) -> Iterator[list[Item]]:
    """Windows of like length, about ``pieces`` in all with padding.

    With ``rng`` the batches come in random order and each is full: kernels are compiled for every new
    shape, so there are but a few shapes.
    """
    by_size: dict[int, list[Item]] = {}
    for item in items:
        by_size.setdefault(_bucket(len(item.window.ids)), []).append(item)
    groups: list[list[Item]] = []
    for size, members in sorted(by_size.items()):
        rows = max(1, pieces // size)
        cut = [members[start : start + rows] for start in range(0, len(members), rows)]
        if rng is not None:
            cut[-1] = cut[-1] + rng.choices(members, k=rows - len(cut[-1]))
        groups.extend(cut)
    if rng is not None:
        rng.shuffle(groups)
    yield from groups


def _bucket(length: int) -> int:
    return next(size for size in SIZES if size >= length)


class Collator:
    """Items → padded tensors."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tags
        self.rows: dict[tuple[str, ...], Tensor] = {}

    def __call__(self, items: Sequence[Item]) -> Batch:
        length = _bucket(max(len(item.window.ids) for item in items))
        size = length - 2
        allowed = torch.ones(len(items), size, len(self.tags), dtype=torch.bool)
        for row, item in enumerate(items):
            allowed[row, : len(item.name_sets)] = torch.stack([self._row(n) for n in item.name_sets])
        ids = _pad([item.window.ids for item in items], length, 0)
        mask = torch.where(ids == 0, -30000.0, 0.0)[:, None, None, :]
        names = items[0].gold
        return Batch(
            ids=ids,
            forms=_pad([item.window.forms for item in items], length, 0),
            words=_pad([item.window.words for item in items], length, 0),
            mask=mask,
            first=_pad([item.window.first for item in items], size, 0),
            last=_pad([item.window.last for item in items], size, 0),
            gold={name: _pad([item.gold[name] for item in items], size, NONE) for name in names},
            sentences=_pad([item.sentences for item in items], size, -1),
            allowed=allowed,
        )

    def _row(self, names: tuple[str, ...]) -> Tensor:
        if names not in self.rows:
            known = set(names)
            self.rows[names] = torch.tensor([not known or tag in known for tag in self.tags])
        return self.rows[names]


def _pad(rows: Sequence[Sequence[int]], size: int, fill: int) -> Tensor:
    return torch.tensor([[*row, *[fill] * (size - len(row))] for row in rows])
