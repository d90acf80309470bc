"""Where the nodes stand: apart from each other, together with their own, and always in the same place."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.layout import positions

Box = tuple[float, float]
Place = tuple[int, int]


def overlapping(places: dict[str, Place], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    """Pairs whose boxes share more than the pixel that rounding may cost."""
    return [
        (one, other)
        for one, other in combinations(places, 2)
        if all(
            (boxes[one][axis] + boxes[other][axis]) / 2 - abs(places[one][axis] - places[other][axis]) > 1
            for axis in (0, 1)
        )
    ]


def shaped(size: int, links: int, seed: int) -> tuple[dict[str, Box], list[tuple[str, str]]]:
    dice = random.Random(seed)
    boxes = {f"n{at}": (float(dice.randint(30, 200)), float(dice.randint(30, 90))) for at in range(size)}
    hubs = [f"n{at}" for at in range(max(1, size // 20))]
    return boxes, [(dice.choice(hubs), f"n{dice.randrange(size)}") for _ in range(links)]


@given(st.integers(1, 40), st.integers(0, 60), st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_no_two_boxes_overlap(size: int, links: int, seed: int) -> None:
    boxes, pairs = shaped(size, links, seed)
    places = positions(boxes, pairs)
    assert places.keys() == boxes.keys()
    assert not overlapping(places, boxes)


@pytest.mark.parametrize(("size", "links"), [(60, 90), (400, 500), (1000, 1500)])
def test_no_two_boxes_overlap_in_larger_graphs(size: int, links: int) -> None:
    boxes, pairs = shaped(size, links, seed=5)
    assert not overlapping(positions(boxes, pairs), boxes)


@given(st.integers(1, 30), st.integers(0, 40), st.integers(0, 1000))
@settings(max_examples=20, deadline=None)
def test_order_changes_nothing(size: int, links: int, seed: int) -> None:
    boxes, pairs = shaped(size, links, seed)
    turned = [(other, one) for one, other in reversed(pairs)]
    assert positions(dict(reversed(boxes.items())), turned) == positions(boxes, pairs)


def test_a_chain_is_drawn_as_one() -> None:
    """Neighbours stand nearer than the ends: the drawing shows the structure."""
    names = [f"n{at}" for at in range(12)]
    boxes = dict.fromkeys(names, (40.0, 30.0))
    places = positions(boxes, list(pairwise(names)))

    def apart(one: str, other: str) -> float:
        return float(sum((places[one][axis] - places[other][axis]) ** 2 for axis in (0, 1)) ** 0.5)

    longest = max(apart(one, other) for one, other in pairwise(names))
    assert apart("n0", "n11") > 5 * longest


def test_parts_stay_together_and_near() -> None:
    boxes = {f"{part}{at}": (60.0, 40.0) for part in "abcdef" for at in range(8)}
    links = [(f"{part}0", f"{part}{at}") for part in "abcdef" for at in range(1, 8)]
    places = positions(boxes, links)
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    assert abs(max(xs) + min(xs)) <= 2
    assert abs(max(ys) + min(ys)) <= 2
    assert (max(xs) - min(xs)) * (max(ys) - min(ys)) < 40 * sum(wide * high for wide, high in boxes.values())


def test_nothing_and_one() -> None:
    assert positions({}, []) == {}
    assert positions({"a": (10.0, 10.0)}, [("a", "a")]) == {"a": (0, 0)}


def test_many_strands_get_more_room() -> None:
    boxes = dict.fromkeys("abc", (20.0, 20.0))
    places = positions(boxes, [("a", "b"), *[("b", "c")] * 6])

    def apart(one: str, other: str) -> float:
        return float(sum((places[one][axis] - places[other][axis]) ** 2 for axis in (0, 1)) ** 0.5)

    assert apart("b", "c") > 1.5 * apart("a", "b")
