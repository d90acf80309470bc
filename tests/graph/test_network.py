from __future__ import annotations

from hypothesis import given, settings

from graph.model import KnowledgeGraph
from graph.network import from_networkx, to_networkx
from tests.graph.graphs import knowledge_graphs

TAKEN = {"source", "target", "id", "key", "from", "to"}
"""Names that GraphML, node-link JSON, pandas or vis-network use for themselves."""


@given(knowledge_graphs())
@settings(max_examples=100, deadline=None)
def test_networkx_and_back_is_the_same_graph(graph: KnowledgeGraph) -> None:
    assert from_networkx(to_networkx(graph)) == graph
    assert KnowledgeGraph.from_networkx(graph.to_networkx()) == graph


@given(knowledge_graphs())
@settings(max_examples=30, deadline=None)
def test_one_node_an_entity_one_edge_a_statement_and_no_taken_name(graph: KnowledgeGraph) -> None:
    network = to_networkx(graph)
    assert list(network) == [entity.iri for entity in graph.entities]
    assert sorted(key for _, _, key in network.edges(keys=True)) == [item.iri for item in graph.statements]
    assert all(TAKEN.isdisjoint(attributes) for _, attributes in network.nodes(data=True))
    assert all(TAKEN.isdisjoint(attributes) for _, _, attributes in network.edges(data=True))
