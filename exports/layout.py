"""Where each node stands on the page: worked out here, once, so that the browser only draws.

Stress layout (Kamada and Kawai 1989; majorised as in Gansner, Koren and North 2004) within each
connected part, then boxes pushed apart, then the parts packed around the largest. Element-wise
arithmetic in a fixed order, so the same graph gives the same numbers whatever the thread count.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from exports.packing import pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

Box = tuple[float, float]
"""Width and height of what is drawn for a node, label included, in pixels at zoom 1."""

UNIT = 96.0
"""Pixels at zoom 1 between two linked nodes that have no other neighbours."""
NEARNESS = 0.85
"""Exponent that shortens long ways more than short ones, so that far branches leave room for the middle."""
ROUNDS = 90
"""Majorisation steps; the drawing no longer changes visibly after some 60."""
DENSE = 2500
"""Nodes of one part up to which all pairs are compared (memory and time grow with the square)."""


def positions(boxes: Mapping[str, Box], links: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Place every box; no two overlap.

    Args:
        boxes: node id → width and height in pixels.
        links: pairs of node ids; direction and loops do not matter, a pair that comes more often gets
            more room between its nodes.

    Returns:
        Node id → centre (x, y) in whole pixels, the whole drawing centred on (0, 0).

    """
    strands = Counter((min(pair), max(pair)) for pair in links)
    neighbours = _neighbours(boxes, strands)
    placed: list[dict[str, tuple[float, float]]] = []
    for part in _parts(neighbours):
        points = _arrange(part, neighbours, boxes, strands)
        placed.append(dict(zip(part, points, strict=True)))
    return pack(placed, boxes, neighbours)


def _neighbours(boxes: Mapping[str, Box], links: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {node: set() for node in sorted(boxes)}
    for one, other in links:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {node: sorted(others) for node, others in found.items()}


def _parts(neighbours: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Connected parts, largest first, each in breadth-first order from its best connected node."""
    seen: set[str] = set()
    parts = []
    for start in sorted(neighbours, key=lambda node: (-len(neighbours[node]), node)):
        if start in seen:
            continue
        part = [start]
        seen.add(start)
        for node in part:
            fresh = [other for other in neighbours[node] if other not in seen]
            seen.update(fresh)
            part.extend(fresh)
        parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _arrange(
    part: list[str],
    neighbours: Mapping[str, Sequence[str]],
    boxes: Mapping[str, Box],
    strands: Mapping[tuple[str, str], int],
) -> list[tuple[float, float]]:
    if len(part) == 1:
        return [(0.0, 0.0)]
    import numpy as np

    index = {node: at for at, node in enumerate(part)}
    linked = [(node, other) for node in part for other in neighbours[node] if node < other]
    lengths = {
        (index[a], index[b]): _length(max(len(neighbours[a]), len(neighbours[b])), strands[a, b])
        for a, b in linked
    }
    start = np.array(_radial(part, neighbours))
    points = _stress(start, lengths) if len(part) <= DENSE else start
    size = np.array([boxes[node] for node in part])
    return [(float(x), float(y)) for x, y in _spread(points, size)]


def _radial(part: list[str], neighbours: Mapping[str, Sequence[str]]) -> list[tuple[float, float]]:
    """A tree drawing: circles around the first node, each branch as wide as it has leaves."""
    parent: dict[str, str] = {}
    children: dict[str, list[str]] = {node: [] for node in part}
    seen = {part[0]}
    for node in part:
        for other in neighbours[node]:
            if other not in seen:
                seen.add(other)
                parent[other] = node
                children[node].append(other)
    leaves = dict.fromkeys(part, 0)
    for node in reversed(part):
        leaves[node] = leaves[node] or 1
        if node in parent:
            leaves[parent[node]] += leaves[node]
    span = {part[0]: (0.0, math.tau, 0)}
    for node in part:
        low, high, depth = span[node]
        for child in children[node]:
            step = (high - low) * leaves[child] / leaves[node]
            span[child] = (low, low + step, depth + 1)
            low += step
    middle = {
        node: ((low + high) / 2 + math.pi / 7, depth * UNIT) for node, (low, high, depth) in span.items()
    }
    return [
        (math.cos(angle) * radius, math.sin(angle) * radius)
        for angle, radius in (middle[node] for node in part)
    ]


def _length(degree: int, strands: int) -> float:
    """How long a link should be, in pixels: longer where many meet or run side by side, to give them room."""
    return UNIT * (1 + 0.16 * math.sqrt(degree - 1) + 0.25 * min(strands - 1, 5))


def _stress(points: Array, lengths: Mapping[tuple[int, int], float]) -> Array:
    """Move all points until their distances resemble the lengths of the paths between them."""
    import numpy as np

    wanted = _distances(lengths, len(points))
    np.fill_diagonal(wanted, 1.0)
    weight = wanted**-2
    np.fill_diagonal(weight, 0.0)
    total = weight.sum(axis=1)
    pull = weight * wanted
    x, y = points[:, 0].astype("float32"), points[:, 1].astype("float32")
    for _ in range(ROUNDS):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        ratio = pull / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-3)
        x, y = (
            ((weight * x[None, :]).sum(axis=1) + (ratio * dx).sum(axis=1)) / total,
            ((weight * y[None, :]).sum(axis=1) + (ratio * dy).sum(axis=1)) / total,
        )
    return np.column_stack((x, y)).astype("float64")


def _distances(lengths: Mapping[tuple[int, int], float], size: int) -> Array:
    """Path lengths between all pairs, in pixels."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import shortest_path

    rows, columns = zip(*lengths, strict=True)
    matrix = csr_matrix((list(lengths.values()), (rows, columns)), shape=(size, size))
    paths = np.asarray(shortest_path(matrix, method="D", directed=False), dtype="float32")
    return UNIT * (paths / UNIT) ** NEARNESS


def _spread(points: Array, size: Array) -> Array:
    """Push overlapping boxes apart along the axis where they overlap least, until none do."""
    import numpy as np

    points = points + np.arange(len(points))[:, None] * np.array([1e-3, 7e-4])
    one, other, gap = _overlaps(points, size)
    turn = 0
    while len(one):
        along = (gap[:, 0] > gap[:, 1]).astype(int)
        rows = np.arange(len(one))
        sign = np.where(points[one, along] <= points[other, along], 1.0, -1.0)
        push = sign * (gap[rows, along] * 0.5 + 0.5)
        np.add.at(points, (one, along), -push)
        np.add.at(points, (other, along), push)
        turn += 1
        if turn % 20 == 0:
            points *= 1.04  # where pushing goes round in circles, there is too little room
        one, other, gap = _overlaps(points, size)
    return points


def _overlaps(points: Array, size: Array) -> tuple[Array, Array, Array]:
    """Pairs of overlapping boxes (first, second) and by how much in x and in y."""
    import numpy as np
    from scipy.spatial import cKDTree

    tree = cKDTree(points / size.max(axis=0))
    pairs = tree.query_pairs(1.0, p=np.inf, output_type="ndarray")
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    one, other = pairs[:, 0], pairs[:, 1]
    gap = (size[one] + size[other]) / 2 - np.abs(points[one] - points[other])
    hit = (gap > 1e-6).all(axis=1)
    return one[hit], other[hit], gap[hit]
