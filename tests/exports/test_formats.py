from __future__ import annotations

import doctest
from io import BytesIO

import networkx
import pytest
import rdflib
from hypothesis import given, settings
from rdflib.compare import isomorphic

from exports import ntriples
from exports.errors import ExportError
from exports.graph_json import from_json, to_json
from exports.graphml import to_graphml
from exports.jsonld import to_jsonld
from exports.ntriples import to_ntriples
from graph.merge import merge
from graph.model import Entity, KnowledgeGraph
from graph.rdf import to_rdf
from tests.graph.graphs import knowledge_graphs
from tests.graph.readings import name, nominal, reading, told

LAVROV = name("Lavrov", "PERSON", called="Sergey Lavrov")
DEMAND = told(
    LAVROV,
    "demand",
    nominal("guarantees"),
    words="demanded",
    sentence="Lavrov demanded guarantees.",
    by=name("Putin", "PERSON", called="Vladimir Putin"),
)
SAMPLE = merge([reading(DEMAND, title="No peace", published="2024-12-01")])


@given(knowledge_graphs())
@settings(max_examples=60, deadline=None)
def test_json_and_back_is_the_same_graph(graph: KnowledgeGraph) -> None:
    assert from_json(to_json(graph)) == graph


@pytest.mark.parametrize(
    ("data", "told_as"),
    [
        (b"", "not JSON"),
        (b"[]", "the value is"),
        (b'{"entities": [], "statements": [], "articles": [{"id": 3}]}', r"articles\[0\] lacks title"),
        (
            b'{"entities": [], "statements": [], "articles": [{"id": 3, "title": ""}]}',
            r"articles\[0\]\.id is 3, not str",
        ),
    ],
)
def test_json_that_is_no_graph_is_named(data: bytes, told_as: str) -> None:
    with pytest.raises(ExportError, match=told_as):
        from_json(data)


@given(knowledge_graphs())
@settings(max_examples=40, deadline=None)
def test_n_triples_say_what_rdf_says(graph: KnowledgeGraph) -> None:
    data = to_ntriples(graph)
    assert isomorphic(rdflib.Graph().parse(data=data, format="nt"), to_rdf(graph))
    lines = data.decode().split("\n")
    assert lines[:-1] == sorted(set(lines[:-1]))


@given(knowledge_graphs())
@settings(max_examples=40, deadline=None)
def test_json_ld_says_what_rdf_says(graph: KnowledgeGraph) -> None:
    read = rdflib.Graph().parse(data=to_jsonld(graph, "https://desk.example/"), format="json-ld")
    assert isomorphic(read, to_rdf(graph, "https://desk.example/"))


@given(knowledge_graphs())
@settings(max_examples=40, deadline=None)
def test_graphml_has_every_node_and_edge(graph: KnowledgeGraph) -> None:
    read = networkx.read_graphml(BytesIO(to_graphml(graph)), edge_key_type=str, force_multigraph=True)
    assert set(read) == {entity.iri for entity in graph.entities}
    assert {(item.subject, item.object, item.iri) for item in graph.statements} == {
        (subject, thing, key)
        for subject, edges in read.adj.items()
        for thing, keys in edges.items()
        for key in keys
    }


def test_graphml_shows_the_status_and_a_sentence() -> None:
    read = networkx.read_graphml(BytesIO(to_graphml(SAMPLE)), force_multigraph=True)
    [(subject, thing, attributes)] = read.edges(data=True)
    assert (read.nodes[subject]["label"], read.nodes[thing]["label"]) == ("Sergey Lavrov", "guarantees")
    assert attributes == {
        "label": "demands",
        "predicate": "demand",
        "polarity": "affirmed",
        "certainty": "asserted",
        "attributed": True,
        "plain": False,
        "event": "",
        "confidence": 0.5,
        "sentences": 1,
        "sentence": "Lavrov demanded guarantees.",
        "speakers": "Putin",
        "articles": "No peace",
    }


@pytest.mark.parametrize(
    ("text", "kept"), [("a\x00b\x1f", "ab"), ("<&>\"'", "<&>\"'"), ("a\ud800", "a"), ("é𝄞", "é𝄞")]
)
def test_graphml_leaves_out_what_xml_cannot_hold(text: str, kept: str) -> None:
    graph = KnowledgeGraph(entities=(Entity(iri="x", name=text, type="Concept"),))
    assert networkx.read_graphml(BytesIO(to_graphml(graph))).nodes["x"]["label"] == kept


def test_docstring_examples_run() -> None:
    results = doctest.testmod(ntriples)
    assert results.attempted and not results.failed
