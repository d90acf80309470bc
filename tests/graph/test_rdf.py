from __future__ import annotations

import pytest
import rdflib
from hypothesis import given, settings
from rdflib import URIRef

from graph.errors import GraphError
from graph.model import Entity, KnowledgeGraph
from graph.rdf import from_rdf, to_rdf
from graph.terms import DEFAULT_BASE, Namespaces
from tests.graph.graphs import knowledge_graphs


@given(knowledge_graphs())
@settings(max_examples=60, deadline=None)
def test_rdf_and_back_is_the_same_graph(graph: KnowledgeGraph) -> None:
    assert from_rdf(to_rdf(graph)) == graph


@given(knowledge_graphs())
@settings(max_examples=20, deadline=None)
def test_another_base_is_found_again(graph: KnowledgeGraph) -> None:
    rdf = graph.to_rdf("https://desk.example/graph/")
    assert KnowledgeGraph.from_rdf(rdf) == graph
    own = {str(term) for triple in rdf for term in triple if str(term).startswith(DEFAULT_BASE)}
    assert all(iri.startswith(DEFAULT_BASE + "ontology#") for iri in own)


@given(knowledge_graphs())
@settings(max_examples=20, deadline=None)
def test_no_blank_nodes(graph: KnowledgeGraph) -> None:
    assert not any(isinstance(term, rdflib.BNode) for triple in to_rdf(graph) for term in triple)


def test_strangers_triples_are_passed_over() -> None:
    graph = KnowledgeGraph(entities=(Entity(iri="kyiv", name="Kyiv", type="City"),))
    rdf = to_rdf(graph)
    rdf.add((rdflib.URIRef("http://other.example/x"), rdflib.RDFS.label, rdflib.Literal("x")))
    rdf.add((rdflib.BNode(), rdflib.RDFS.seeAlso, rdflib.URIRef(DEFAULT_BASE + "entity/kyiv")))
    assert from_rdf(rdf) == graph


@pytest.mark.parametrize(
    "base", ["", "newsgraph", "https://a b/", "https://a.example", "https://a.example/%zz/", "file:///x/"]
)
def test_a_base_that_is_none_is_named(base: str) -> None:
    with pytest.raises(GraphError, match="base"):
        to_rdf(KnowledgeGraph(), base)


@pytest.mark.parametrize(
    "entity",
    [
        Entity(iri="two words", name="x", type="Person"),
        Entity(iri="", name="x", type="Person"),
        Entity(iri="x", name="x", type="A person"),
        Entity(iri="x", name="x", type="Person", same_as=("no iri",)),
    ],
)
def test_a_name_that_no_iri_can_hold_fails_here_and_not_at_the_reader(entity: Entity) -> None:
    with pytest.raises(GraphError):
        to_rdf(KnowledgeGraph(entities=(entity,)))


def test_a_missing_property_is_named() -> None:
    rdf = to_rdf(KnowledgeGraph(entities=(Entity(iri="kyiv", name="Kyiv", type="City"),)))
    rdf.remove((rdflib.URIRef(DEFAULT_BASE + "entity/kyiv"), rdflib.RDFS.label, None))
    with pytest.raises(GraphError, match="ent:kyiv has no rdfs:label"):
        from_rdf(rdf)


def test_a_listed_city_lies_in_its_country_where_the_graph_has_both() -> None:
    kyiv, ukraine = (
        Entity(iri="kyiv", name="Kyiv", type="City"),
        Entity(iri="ukraine", name="Ukraine", type="Country"),
    )
    inside = (URIRef(DEFAULT_BASE + "entity/kyiv"), URIRef("https://schema.org/containedInPlace"), None)
    assert len(list(to_rdf(KnowledgeGraph(entities=(kyiv, ukraine))).triples(inside))) == 1
    assert list(to_rdf(KnowledgeGraph(entities=(kyiv,))).triples(inside)) == []


def test_namespaces_undo_themselves() -> None:
    spaces = Namespaces("urn:desk:graph/")
    for prefix, namespace in spaces.prefixes.items():
        assert spaces.expand(spaces.contract(namespace + "x")) == namespace + "x"
        assert spaces.contract(namespace + "x") == (prefix, "x")
