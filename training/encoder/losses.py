"""What each task's scores cost against what its corpus annotates."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.encoder.network import Network
from training.encoder.windows import NONE, Batch

WEIGHTS = {
    "upos": 0.6, "xpos": 0.6, "feats": 0.6, "scripts": 0.8, "starts": 0.4, "arcs": 1.0, "deprels": 1.0,
    "names": 2.0,
}  # fmt: skip
"""Share of each task in the sum."""

SMOOTHING = 0.03
"""Label smoothing of tags and arc labels."""


def losses(network: Network, scores: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Mean loss of each task over the words that tell about it."""
    found = {
        task: _classes(scores[task].float(), batch.gold[task], SMOOTHING)
        for task in ("upos", "xpos", "feats", "scripts")
    }
    found["starts"] = _starts(scores["starts"].float(), batch.gold["starts"])
    found["arcs"] = _classes(within_sentences(scores["arcs"].float(), batch.sentences), batch.gold["heads"])
    found["deprels"] = _labels(network, scores, batch)
    found["names"] = partial_loss(scores["names"].float(), batch.allowed)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[task] * value for task, value in found.items()]).sum()


def _classes(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
    known = gold != NONE
    if not known.any():
        return scores.sum() * 0.0
    return cross_entropy(scores[known], gold[known], label_smoothing=smoothing)


def _starts(scores: Tensor, gold: Tensor) -> Tensor:
    known = gold != NONE
    known[:, 0] = False
    if not known.any():
        return scores.sum() * 0.0
    return binary_cross_entropy_with_logits(scores[known], gold[known].float())


def within_sentences(arcs: Tensor, sentences: Tensor) -> Tensor:
    """Arc scores with heads outside the word's own sentence ruled out; the root stays."""
    apart = sentences[:, :, None] != sentences[:, None, :]
    return torch.cat([arcs[:, :, :1], arcs[:, :, 1:].masked_fill(apart, -1e4)], -1)


def _labels(network: Network, scores: dict[str, Tensor], batch: Batch) -> Tensor:
    gold = batch.gold["deprels"]
    if (gold == NONE).all():
        return scores["dependents"].sum() * 0.0
    width = scores["heads"].shape[-1]
    places = batch.gold["heads"].clamp_min(0)[..., None].expand(-1, -1, width)
    heads = scores["heads"].gather(1, places)
    labels = network.label_scorer(scores["dependents"].reshape(-1, width), heads.reshape(-1, width)).float()
    return cross_entropy(labels, gold.reshape(-1), ignore_index=NONE, label_smoothing=SMOOTHING)


def partial_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the log of the probability that a word's tag is among the allowed ones.

    The mean over the words of which anything is known.
    """
    known = ~allowed.all(-1)
    if not known.any():
        return scores.sum() * 0.0
    logs = torch.log_softmax(scores[known], -1)
    return -torch.logsumexp(logs.masked_fill(~allowed[known], -1e4), -1).mean()
