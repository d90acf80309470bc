"""The scorer of extents as it is trained; ``extract.coref_mentions`` computes the same from its weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from benchmarks.gum_chains import GoldDocument, Span
from extract.coref_extent_features import PAIR_SIZES, PHRASE_SIZES, SIDE_SIZES, Options, Side, options
from extract.coref_extents import extents
from extract.coref_phrases import candidates
from extract.coref_vectors import WIDTH
from training.coreference.fitting import fitted

if TYPE_CHECKING:
    from spacy.tokens import Doc

REDUCED, HIDDEN, SECOND = 64, 96, 48
EPOCHS, RATE, DECAY = 8, 1e-3, 0.01
NAMED = 2.0
"""How much more a name weighs, and what stands for one."""
UNKNOWN, NONE = -2, -1


@dataclass(frozen=True, slots=True)
class Example:
    """A document's extents, the row of the right one of each phrase, and what it weighs.

    ``right``: ``NONE`` for no mention, ``UNKNOWN`` if the mention with this head has no such extent.
    """

    given: Options
    vectors: NDArray[np.float32]
    right: NDArray[np.int64]
    weight: NDArray[np.float32]


def mention_example(doc: Doc, gold: GoldDocument) -> Example:
    """What a document has to teach."""
    found = candidates(doc)
    given = options(doc, found, extents(doc, found))
    spans = {m.span for m in gold.mentions}
    named = {m.span for mentions in gold.named().values() for m in mentions}
    of_head: dict[Span, list[Span]] = {}
    for mention in sorted(gold.mentions, key=lambda m: m.span[1] - m.span[0]):
        of_head.setdefault(mention.head, []).append(mention.span)
    right = np.full(len(found), NONE)
    weight = np.ones(len(found), np.float32)
    for number, rows in enumerate(_rows(doc, given)):
        fields = found[number]
        head = fields["head"]
        drawn = (doc[fields["start"]].idx, doc[fields["end"] - 1].idx + len(doc[fields["end"] - 1]))
        meant = [] if fields["kind"] == "group" else of_head.get((head.idx, head.idx + len(head)), [])
        fitting = [span for span in (meant if drawn not in meant else [drawn]) if span in rows]
        fitting += [drawn] if drawn in spans and not fitting else []
        right[number] = rows[fitting[0]] if fitting else UNKNOWN if meant else NONE
        if fields["kind"] == "name" or named.intersection(meant):
            weight[number] = NAMED
    return Example(given, doc.tensor.astype(np.float32), right, weight / weight.mean())


def _rows(doc: Doc, given: Options) -> Iterator[dict[Span, int]]:
    """Of each phrase: characters → the row of that extent."""
    found: list[dict[Span, int]] = [{} for _ in given.heads]
    for row, (own, start, end) in enumerate(zip(given.own, given.start, given.end, strict=True)):
        last = doc[int(end) - 1]
        found[own].setdefault((doc[int(start)].idx, last.idx + len(last)), row)
    yield from found


class MentionNetwork(nn.Module):
    """Scores of all extents of a document; that of no mention is 0."""

    def __init__(self, dropout: float = 0.3, vector_dropout: float = 0.4) -> None:
        super().__init__()
        self.reduce = nn.Linear(2 * WIDTH, REDUCED)
        self.head, self.mean = nn.Linear(REDUCED, HIDDEN), nn.Linear(REDUCED, HIDDEN, bias=False)
        self.second, self.score = nn.Linear(HIDDEN, SECOND), nn.Linear(SECOND, 1)
        for name, sizes in (("phrase", PHRASE_SIZES), ("extent", PAIR_SIZES)):
            self.add_module(name, nn.Embedding(sum(sizes), HIDDEN))
        for side in ("start", "end"):
            self.add_module(side, nn.Embedding(sum(SIDE_SIZES), HIDDEN))
            self.add_module(f"{side}_vectors", nn.Linear(3 * REDUCED, HIDDEN, bias=False))
        for table in (self.phrase, self.extent, self.start, self.end):
            nn.init.normal_(table.weight, std=0.05)
        self.dropout, self.vector_dropout = nn.Dropout(dropout), nn.Dropout(vector_dropout)

    def forward(self, example: Example) -> Tensor:
        given = example.given
        seen = self.vector_dropout(torch.from_numpy(example.vectors))
        reduced = self.dropout(torch.relu(self.reduce(seen)))
        reduced = torch.cat([reduced, torch.zeros(1, REDUCED)])
        phrases = self._known("phrase", PHRASE_SIZES, given.phrases) + self.head(reduced[given.heads])
        sums = torch.cat([torch.zeros(1, REDUCED), reduced.cumsum(0)])
        width = torch.from_numpy(given.end - given.start)[:, None]
        hidden = phrases[given.own] + self.mean((sums[given.end] - sums[given.start]) / width)
        hidden = hidden + self._side("start", given.starts, reduced)[given.start_of]
        hidden = hidden + self._side("end", given.ends, reduced)[given.end_of]
        hidden = hidden + self._known("extent", PAIR_SIZES, given.classes)
        hidden = torch.relu(self.second(self.dropout(torch.relu(hidden))))
        scores: Tensor = self.score(self.dropout(hidden)).squeeze(-1)
        return scores

    def _known(self, name: str, sizes: Sequence[int], classes: NDArray[np.int64]) -> Tensor:
        begins = np.cumsum([0, *sizes[:-1]])
        summed: Tensor = getattr(self, name)(torch.from_numpy(classes + begins)).sum(1)
        return summed

    def _side(self, name: str, side: Side, reduced: Tensor) -> Tensor:
        seen = torch.cat([reduced[side.inner], reduced[side.outer], reduced[side.cut]], -1)
        told: Tensor = getattr(self, f"{name}_vectors")(seen)
        return told + self._known(name, SIDE_SIZES, side.classes)


def mention_loss(network: MentionNetwork, example: Example) -> Tensor:
    """The weighted negative log-likelihood of the right extents, a mean over the phrases."""
    scores = network(example)
    count, own = len(example.right), torch.from_numpy(example.given.own)
    top = torch.zeros(count).scatter_reduce(0, own, scores.detach(), "amax")
    powers, rest = torch.exp(scores - top[own]), torch.exp(-top)
    total = rest.scatter_add(0, own, powers)
    right = torch.from_numpy(example.right)
    wanted = torch.where(right >= 0, powers[right.clamp_min(0)], rest).clamp_min(1e-12)
    known = torch.from_numpy(example.weight) * (right != UNKNOWN)
    return ((torch.log(total) - torch.log(wanted)) * known).mean()


def learnt(examples: Sequence[Example], seed: int) -> dict[str, np.ndarray]:
    """The weights that a network learns from these documents."""
    settings = {"epochs": EPOCHS, "rate": RATE, "decay": DECAY}
    return mention_weights(fitted(MentionNetwork, mention_loss, examples, **settings, seed=seed))


def mention_weights(network: MentionNetwork) -> dict[str, np.ndarray]:
    """The weights by name, in 16 bits."""
    return {name: value.numpy().astype(np.float16) for name, value in sorted(network.state_dict().items())}
