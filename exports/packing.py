"""Parts of a drawing that have nothing in common but the page: fitted around the largest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from math import ceil, floor

Point = tuple[float, float]
Cell = tuple[int, int]

CELL = 50.0
"""Side in pixels of the squares in which free room is counted."""
WIDE = 1.25
"""How much wider than high the whole should become: screens are."""


def pack(
    parts: Sequence[Mapping[str, Point]],
    boxes: Mapping[str, tuple[float, float]],
    neighbours: Mapping[str, Sequence[str]],
) -> dict[str, tuple[int, int]]:
    """Shift whole parts so that no boxes or links of two parts meet, each as near the middle as it fits.

    Args:
        parts: for each connected part, node id → centre in pixels; largest part first.
        boxes: node id → width and height in pixels.
        neighbours: node id → linked node ids.

    Returns:
        Node id → centre (x, y) in whole pixels, the whole centred on (0, 0).

    """
    taken: set[Cell] = set()
    placed: dict[str, Point] = {}
    spots = _Outward()
    tried: dict[frozenset[Cell], int] = {}
    for part in parts:
        centred = _centred(part, boxes)
        cells = _cells(centred, boxes, neighbours)
        at = next(at for at in count(tried.get(cells, 0)) if not _moved(cells, spots[at]) & taken)
        tried[cells] = at
        taken |= _moved(cells, spots[at])
        column, row = spots[at]
        placed.update({node: (x + column * CELL, y + row * CELL) for node, (x, y) in centred.items()})
    return {node: (round(x), round(y)) for node, (x, y) in sorted(_centred(placed, boxes).items())}


class _Outward:
    """All cells of the plane by their distance from the middle, found as far as they are asked for."""

    def __init__(self) -> None:
        self._found: list[Cell] = []
        self._more = _outward()

    def __getitem__(self, at: int) -> Cell:
        while len(self._found) <= at:
            self._found.append(next(self._more))
        return self._found[at]


def _outward() -> Iterator[Cell]:
    waiting: list[tuple[float, Cell]] = [(0.0, (0, 0))]
    seen = {(0, 0)}
    while True:
        _, (x, y) = heappop(waiting)
        yield x, y
        for cell in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if cell not in seen:
                seen.add(cell)
                heappush(waiting, ((cell[0] / WIDE) ** 2 + cell[1] ** 2, cell))


def _moved(cells: frozenset[Cell], by: Cell) -> set[Cell]:
    return {(x + by[0], y + by[1]) for x, y in cells}


def _centred(part: Mapping[str, Point], boxes: Mapping[str, tuple[float, float]]) -> dict[str, Point]:
    """The part shifted so that the rectangle around its boxes has its middle at (0, 0)."""
    if not part:
        return {}
    left = min(x - boxes[node][0] / 2 for node, (x, _) in part.items())
    right = max(x + boxes[node][0] / 2 for node, (x, _) in part.items())
    top = min(y - boxes[node][1] / 2 for node, (_, y) in part.items())
    bottom = max(y + boxes[node][1] / 2 for node, (_, y) in part.items())
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return {node: (x - middle_x, y - middle_y) for node, (x, y) in part.items()}


def _cells(
    part: Mapping[str, Point],
    boxes: Mapping[str, tuple[float, float]],
    neighbours: Mapping[str, Sequence[str]],
) -> frozenset[Cell]:
    """The squares that the part's boxes and links touch."""
    cells: set[Cell] = set()
    for node, (x, y) in part.items():
        wide, high = boxes[node]
        columns = range(floor((x - wide / 2) / CELL), floor((x + wide / 2) / CELL) + 1)
        rows = range(floor((y - high / 2) / CELL), floor((y + high / 2) / CELL) + 1)
        cells.update((column, row) for column in columns for row in rows)
        for other in neighbours[node]:
            if node < other:
                cells.update(_between((x, y), part[other]))
    return frozenset(cells)


def _between(start: Point, end: Point) -> Iterator[Cell]:
    steps = ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / CELL * 2) or 1
    for step in range(steps + 1):
        share = step / steps
        x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        yield floor(x / CELL), floor(y / CELL)
