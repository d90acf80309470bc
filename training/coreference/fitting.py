"""How the networks of this recipe learn: document by document, the last weights averaged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import torch
from torch import Tensor, nn

N = TypeVar("N", bound=nn.Module)
T = TypeVar("T")


def fitted(
    make: Callable[[], N],
    loss: Callable[[N, T], Tensor],
    examples: Sequence[T],
    *,
    epochs: int,
    rate: float,
    decay: float,
    seed: int,
) -> N:
    """A network; the average of its weights over the last hundred or so documents.

    ``loss``: of one document, a mean over its phrases. Same seed, same bytes on one thread.
    """
    torch.manual_seed(seed)
    network = make()
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=decay)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    steps, step = epochs * len(examples), 0
    network.train()
    for _ in range(epochs):
        for place in torch.randperm(len(examples)).tolist():
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, step / 100) * (1 - step / steps)
            loss(network, examples[place]).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            kept = min(0.99, step / (step + 10))
            for name, value in network.state_dict().items():
                average[name].mul_(kept).add_(value, alpha=1 - kept)
    network.load_state_dict(average)
    return network.eval()
