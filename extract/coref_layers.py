"""What the networks of coreference have in common: a linear layer, and choosing among options or none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


def linear(w: Mapping[str, Floats], name: str, x: Floats) -> Floats:
    """The rows of ``x`` through the layer ``name``: (rows, in) → (rows, out)."""
    result: Floats = x @ w[f"{name}.weight"].T + w[f"{name}.bias"]
    return result


def chosen_among(scores: Floats, own: NDArray[np.int64], none: Floats) -> tuple[Floats, Floats]:
    """Probabilities of options, and of none of them, for each who chooses: a softmax.

    Args:
        scores: of all options, (options,).
        own: the number of the one whose option each is.
        none: the score of no option, for each who chooses.

    """
    import numpy as np

    top = none.copy()
    np.maximum.at(top, own, scores)
    powers, rest = np.exp(scores - top[own]), np.exp(none - top)
    total = rest + np.bincount(own, powers, len(none)).astype(np.float32)
    return powers / total[own], rest / total
