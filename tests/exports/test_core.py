"""What a large page draws first."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from exports.core import best_connected
from exports.view import CORE, MANY, page
from graph.model import KnowledgeGraph

links = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=30)


@given(links, st.integers(0, 12))
def test_as_many_as_asked_for(pairs: list[tuple[str, str]], most: int) -> None:
    assert len(best_connected("abcdefghij", pairs, most)) == min(most, 10)


@given(links, st.integers(0, 12))
def test_order_changes_nothing(pairs: list[tuple[str, str]], most: int) -> None:
    turned = best_connected("jihgfedcba", [(b, a) for a, b in reversed(pairs)], most)
    assert turned == best_connected("abcdefghij", pairs, most)


def test_a_ring_of_friends_stays_and_leaves_go() -> None:
    """A hub's many leaves weigh less than a few that know each other."""
    friends = list(combinations(["f1", "f2", "f3", "f4"], 2))
    leaves = [("f1", f"leaf{at}") for at in range(30)] + [("lone", f"tip{at}") for at in range(30)]
    nodes = {node for pair in friends + leaves for node in pair}
    assert best_connected(nodes, friends + leaves, 4) == {"f1", "f2", "f3", "f4"}


def test_the_bridge_between_two_groups_stays() -> None:
    one, other = [f"a{at}" for at in range(4)], [f"b{at}" for at in range(4)]
    bridge = list(pairwise(["a0", "bridge", "b0"]))
    pairs = [*combinations(one, 2), *combinations(other, 2), *bridge, ("a1", "leaf")]
    assert "bridge" in best_connected([*one, *other, "bridge", "leaf"], pairs, 9)


def test_only_large_graphs_have_a_core(harbour: KnowledgeGraph, large: KnowledgeGraph) -> None:
    assert len(harbour.entities) <= MANY
    assert not [node for node in page(harbour).nodes if node.core]
    assert sum(1 for node in page(large).nodes if node.core) == CORE
