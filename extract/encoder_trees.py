"""Scores of head and dependent → the best tree (Chu and Liu 1965, Edmonds 1967), with one root."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEVER = -1e9


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """Heads of a sentence's words: 0 is the root, word ``i`` (from 0) is ``i + 1``.

    Args:
        scores: of shape (words, words + 1); row ``i`` scores the heads of word ``i``, column 0 the root.

    Returns:
        for each word its head, forming the highest-scoring tree among those with exactly one root.

    """
    import numpy as np

    size = len(scores)
    full = np.full((size + 1, size + 1), NEVER, dtype=np.float64)
    full[1:] = scores
    np.fill_diagonal(full, NEVER)
    heads = full.argmax(axis=1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and not _cycle(heads):
        return [int(head) for head in heads[1:]]
    return [int(head) for head in _single_root(full)[1:]]


def head_probabilities(scores: NDArray[np.float32], heads: list[int]) -> list[float]:
    """The share that each word's head has of its scores (softmax), to three decimals; ``scores`` as above."""
    import numpy as np

    rows = np.arange(len(heads))
    odds = np.exp(np.minimum(scores - scores[rows, heads][:, None], 60))
    odds[rows, rows + 1] = 0  # no word is its own head
    return [round(1 / float(total), 3) for total in odds.sum(axis=1)]


def _single_root(full: NDArray[np.float64]) -> NDArray[np.int64]:
    """The best tree with one root: a price on the root arc, so high that a second one never pays."""
    priced = full.copy()
    spread = float(full[1:][full[1:] > NEVER / 2].max() - full[1:][full[1:] > NEVER / 2].min()) + 1.0
    priced[1:, 0] -= spread * len(full)
    return _arborescence(priced)


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """The members of one cycle, or nothing. Place 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for member in path:
            state[member] = 2
    return []


def _arborescence(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Heads of the maximum spanning arborescence from node 0; ``heads[0]`` is 0."""
    import numpy as np

    heads: NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    ring = np.array(cycle)
    contracted, into, out = _contract(scores, heads, rest, ring)
    solved = _arborescence(contracted)
    result: NDArray[np.int64] = heads.copy()
    for place in range(1, len(rest)):
        head = solved[place]
        result[rest[place]] = out[place] if head == len(rest) else rest[head]
    entry = int(solved[len(rest)])
    result[into[entry]] = rest[entry]
    return result


def _contract(
    scores: NDArray[np.float64], heads: NDArray[np.int64], rest: NDArray[np.int64], ring: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """The graph with ``ring`` as one last node; which ring node each outer head enters, which heads whom."""
    import numpy as np

    size = len(rest)
    contracted = np.full((size + 1, size + 1), NEVER)
    contracted[:size, :size] = scores[np.ix_(rest, rest)]
    leaving = scores[np.ix_(rest, ring)]
    contracted[:size, size] = leaving.max(axis=1)
    entering = scores[np.ix_(ring, rest)] - scores[ring, heads[ring]][:, None]
    contracted[size, :size] = entering.max(axis=0) + scores[ring, heads[ring]].sum()
    np.fill_diagonal(contracted, NEVER)
    contracted[0] = NEVER
    return contracted, ring[entering.argmax(axis=0)], ring[leaving.argmax(axis=1)]
