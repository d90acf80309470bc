"""How sure the parser was of each head it chose, kept with the Doc that it annotated.

Only the shipped pipeline's encoder leaves this; a Doc of another pipeline has none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "newsgraph_attachment"
_LEAST = 0.01


def keep_attachment(doc: Doc, probabilities: Sequence[float]) -> None:
    """Keeps for each token of ``doc`` the probability in [0, 1] of the head that was chosen for it."""
    doc.user_data[_KEY] = list(probabilities)


def head_probabilities(doc: Doc) -> list[float] | None:
    """For each token the probability in [0, 1] of its head; None if the pipeline left none."""
    kept: list[float] | None = doc.user_data.get(_KEY)
    return kept if kept is not None and len(kept) == len(doc) else None


def doubt(doc: Doc, start: int, end: int) -> float | None:
    """How doubtful the least sure head among tokens ``start`` to ``end`` is, in nats; None if unknown.

    Zero where the parser saw no other head; at most that of a head with a probability of a hundredth.
    """
    kept = head_probabilities(doc)
    return None if kept is None else -math.log(max(_LEAST, min(kept[start:end])))
