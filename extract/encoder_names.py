"""Names as sequences of tags (B, I, E: parts of a name; S: a whole one; O: none), and their decoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEVER = -1e9


def name_tags(labels: Sequence[str]) -> tuple[str, ...]:
    """The tag set over ``labels``: ``O`` first, then four tags each.

    >>> name_tags(["ORG"])
    ('O', 'B-ORG', 'I-ORG', 'E-ORG', 'S-ORG')
    """
    return ("O", *(f"{part}-{label}" for label in labels for part in "BIES"))


@lru_cache(maxsize=8)
def _follows(tags: tuple[str, ...]) -> NDArray[np.float64]:
    """Cost 0 where tag ``j`` may follow tag ``i``, else ``NEVER``."""
    import numpy as np

    allowed = np.full((len(tags), len(tags)), NEVER)
    for i, left in enumerate(tags):
        for j, right in enumerate(tags):
            if _may_follow(left, right):
                allowed[i, j] = 0.0
    return allowed


def _may_follow(left: str, right: str) -> bool:
    if left[0] in "BI":
        return right[0] in "IE" and right[1:] == left[1:]
    return right[0] in "OBS"


def best_names(scores: NDArray[np.float32], tags: tuple[str, ...]) -> list[str]:
    """The best well-formed tag sequence (Viterbi).

    Args:
        scores: log-probabilities of shape (words, tags).
        tags: as ``name_tags`` gives them.

    """
    import numpy as np

    if not len(scores):
        return []
    greedy = scores.argmax(axis=1)
    follows = _follows(tags)
    if not (greedy.any() and _broken(greedy, follows, tags)):
        return [tags[place] for place in greedy]
    start = np.array([0.0 if tag[0] in "OBS" else NEVER for tag in tags])
    end = np.array([0.0 if tag[0] in "OES" else NEVER for tag in tags])
    best, back = start + scores[0], []
    for row in scores[1:]:
        paths = best[:, None] + follows
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    place = int((best + end).argmax())
    path = [place]
    for pointers in reversed(back):
        place = int(pointers[place])
        path.append(place)
    return [tags[place] for place in reversed(path)]


def _broken(places: NDArray[np.int64], follows: NDArray[np.float64], tags: tuple[str, ...]) -> bool:
    edges = tags[places[0]][0] in "IE" or tags[places[-1]][0] in "BI"
    return bool(edges or (follows[places[:-1], places[1:]] < 0).any())


def name_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of each name in a well-formed sequence; ``end`` is past its last word."""
    start = 0
    for place, tag in enumerate(tags):
        if tag[0] in "BS":
            start = place
        if tag[0] in "ES":
            yield start, place + 1, tag[2:]
