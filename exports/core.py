"""The best connected part of a graph: what a page draws first when there is too much to draw at once."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush


def best_connected(nodes: Iterable[str], links: Iterable[tuple[str, str]], most: int) -> frozenset[str]:
    """Peel off the least connected node again and again until few enough are left.

    What stays hangs together: a node counts by its links to nodes that are still there, so leaves go
    first and what joins two hubs stays (Matula and Beck 1983).

    Args:
        nodes: all node ids.
        links: pairs of node ids, one for each statement; a pair that comes twice counts twice only
            where the number of other nodes is the same.
        most: how many may stay.

    Returns:
        The ids that stay; all of them if there are no more than ``most``.

    >>> sorted(best_connected("abcdx", ["ab", "bc", "ca", "cd"], most=3))
    ['a', 'b', 'c']

    """
    around: dict[str, set[str]] = {node: set() for node in nodes}
    weight = dict.fromkeys(around, 0)
    for one, other in links:
        weight[one] += 1
        weight[other] += 1
        if one != other:
            around[one].add(other)
            around[other].add(one)
    waiting = [(len(others), weight[node], node) for node, others in around.items()]
    heapify(waiting)
    while len(around) > most:
        degree, _, node = heappop(waiting)
        if node not in around or degree != len(around[node]):
            continue
        for other in around.pop(node):
            around[other].discard(node)
            heappush(waiting, (len(around[other]), weight[other], other))
    return frozenset(around)
