"""The scorer of antecedents as it is trained; ``extract.coref_scorer`` computes the same from its weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from extract.coref_features import PHRASE_SIZES, sorts
from extract.coref_pairs import PAIR_SIZES
from extract.coref_vectors import WIDTH
from training.coreference.examples import Example

REDUCED, HIDDEN, SECOND, CROSSED = 128, 96, 48, 64
"""Widths: of a phrase's vectors once reduced, of both hidden layers of a pair, of the product."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One document as tensors; ``hot`` has a 1 for each feature of a pair."""

    classes: Tensor
    sorts: Tensor
    vectors: Tensor
    later: Tensor
    earlier: Tensor
    hot: Tensor
    right: Tensor
    weight: Tensor


def batch(example: Example, named: float) -> Batch:
    """An example as tensors; phrases of named chains weigh ``named`` times what others do."""
    pairs = example.pairs
    begins = np.cumsum([0, *PAIR_SIZES[:-1]])
    hot = np.zeros((len(pairs.later), sum(PAIR_SIZES)), dtype=np.uint8)
    hot[np.arange(len(hot))[:, None], pairs.classes + begins] = 1
    weight = np.where(example.named, named, 1.0).astype(np.float32)
    return Batch(
        classes=torch.from_numpy(example.described.classes),
        sorts=torch.from_numpy(example.described.sorts),
        vectors=torch.from_numpy(example.described.vectors),
        later=torch.from_numpy(pairs.later),
        earlier=torch.from_numpy(pairs.earlier),
        hot=torch.from_numpy(hot),
        right=torch.from_numpy(example.right),
        weight=torch.from_numpy(weight / weight.mean()),
    )


class Network(nn.Module):
    """Scores of all pairs of a document, and of each phrase having no antecedent."""

    def __init__(self, dropout: float = 0.5, vector_dropout: float = 0.6, blind: float = 0.08) -> None:
        """``blind``: how often a document is read without vectors, as pipelines without them have it."""
        super().__init__()
        self.blind = blind
        self.reduce = nn.Linear(4 * WIDTH, REDUCED)
        for side in ("later", "earlier"):
            self.add_module(f"{side}_vector", nn.Linear(REDUCED, HIDDEN))
            self.add_module(f"{side}_sorts", nn.Linear(len(sorts()), HIDDEN, bias=False))
            self.add_module(f"{side}_classes", nn.Embedding(sum(PHRASE_SIZES), HIDDEN))
            self.add_module(f"{side}_crossed", nn.Linear(REDUCED + HIDDEN, CROSSED))
        self.pair = nn.Linear(sum(PAIR_SIZES), HIDDEN, bias=False)
        self.second = nn.Linear(HIDDEN, SECOND)
        self.score = nn.Linear(SECOND, 1)
        self.alone = nn.Linear(HIDDEN, CROSSED)
        self.alone_score = nn.Linear(CROSSED, 1)
        self.dropout, self.vector_dropout = nn.Dropout(dropout), nn.Dropout(vector_dropout)
        self.register_buffer("begins", torch.tensor(np.cumsum([0, *PHRASE_SIZES[:-1]])), persistent=False)
        for table in (self.later_classes, self.earlier_classes, self.pair):
            nn.init.normal_(table.weight, std=0.05)

    def _side(self, side: str, reduced: Tensor, given: Batch) -> Tensor:
        known = getattr(self, f"{side}_classes")(given.classes + self.begins).sum(1)
        told: Tensor = getattr(self, f"{side}_vector")(reduced) + getattr(self, f"{side}_sorts")(given.sorts)
        return told + known

    def forward(self, given: Batch) -> tuple[Tensor, Tensor]:
        """(pairs,) and (phrases,)."""
        seen = not self.training or torch.rand(()).item() >= self.blind
        vectors = given.vectors if seen else torch.zeros_like(given.vectors)
        reduced = self.dropout(torch.relu(self.reduce(self.vector_dropout(vectors))))
        later, earlier = self._side("later", reduced, given), self._side("earlier", reduced, given)
        hidden = later[given.later] + earlier[given.earlier] + self.pair(given.hot.float())
        hidden = self.dropout(torch.relu(self.second(self.dropout(torch.relu(hidden)))))
        one = self.later_crossed(torch.cat([reduced, later], -1))[given.later]
        two = self.earlier_crossed(torch.cat([reduced, earlier], -1))[given.earlier]
        crossed = (one * two).sum(-1) / CROSSED**0.5
        alone = self.alone_score(torch.relu(self.alone(later))).squeeze(-1)
        return self.score(hidden).squeeze(-1) + crossed, alone


def loss(network: Network, given: Batch) -> Tensor:
    """The weighted negative log-likelihood of all right antecedents together, a mean over the phrases."""
    scores, alone = network(given)
    top = torch.maximum(
        alone.detach(), alone.detach().scatter_reduce(0, given.later, scores.detach(), "amax")
    )
    powers, rest = torch.exp(scores - top[given.later]), torch.exp(alone - top)
    total = rest.scatter_add(0, given.later, powers)
    good = torch.zeros_like(rest).scatter_add(0, given.later, powers * given.right)
    some = torch.zeros_like(rest).scatter_add(0, given.later, given.right.float()) > 0
    wanted = torch.where(some, good, rest).clamp_min(1e-12)
    return ((torch.log(total) - torch.log(wanted)) * given.weight).mean()


def weights(network: Network) -> dict[str, np.ndarray]:
    """The weights by name, in 16 bits."""
    return {name: value.numpy().astype(np.float16) for name, value in sorted(network.state_dict().items())}
