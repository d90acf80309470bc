from __future__ import annotations

import json

import networkx
import pytest
from hypothesis import given, settings

from graph.errors import GraphError
from graph.model import Entity, KnowledgeGraph
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


@given(knowledge_graphs())
@settings(max_examples=30, deadline=None)
def test_it_survives_networkx_own_json(graph: KnowledgeGraph) -> None:
    data = json.loads(json.dumps(networkx.node_link_data(to_networkx(graph), edges="edges")))
    network = networkx.node_link_graph(data, edges="edges")
    assert isinstance(network, networkx.MultiDiGraph)
    assert from_networkx(network) == graph


@given(knowledge_graphs())
@settings(max_examples=30, deadline=None)
def test_what_others_add_does_no_harm(graph: KnowledgeGraph) -> None:
    network = to_networkx(graph)
    networkx.set_node_attributes(network, networkx.in_degree_centrality(network), "centrality")
    for _, _, attributes in network.edges(data=True):
        attributes["weight"] = 3.5
    assert from_networkx(network) == graph


def test_a_node_that_does_not_fit_is_named() -> None:
    network = to_networkx(KnowledgeGraph(entities=(Entity(iri="kyiv", name="Kyiv", type="City"),)))
    network.nodes["kyiv"]["aliases"] = "Kiev"
    with pytest.raises(GraphError, match="node kyiv: aliases is 'Kiev', not a list"):
        from_networkx(network)
