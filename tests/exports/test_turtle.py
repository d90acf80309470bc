from __future__ import annotations

import io

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from exports.turtle import to_turtle
from graph.model import Entity, KnowledgeGraph
from graph.rdf import from_rdf, to_rdf
from graph.terms import Namespaces
from tests.graph.graphs import knowledge_graphs


def parsed(turtle: bytes | str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle, format="turtle")


@given(knowledge_graphs())
@settings(max_examples=60, deadline=None)
def test_turtle_says_what_rdf_says(graph: KnowledgeGraph) -> None:
    rdf = parsed(to_turtle(graph))
    assert isomorphic(rdf, to_rdf(graph))
    assert from_rdf(rdf) == graph


@given(knowledge_graphs())
@settings(max_examples=60, deadline=None)
def test_oxigraph_reads_the_same_triples(graph: KnowledgeGraph) -> None:
    turtle = to_turtle(graph, "https://desk.example/")
    ours = {str(quad.triple) for quad in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)}
    nt = to_rdf(graph, "https://desk.example/").serialize(format="nt", encoding="utf-8")
    theirs = {str(quad.triple) for quad in pyoxigraph.parse(nt, format=pyoxigraph.RdfFormat.N_TRIPLES)}
    assert ours == theirs


@given(st.text() | st.text(alphabet=st.characters(max_codepoint=160)))
@settings(max_examples=300, deadline=None)
def test_any_text_survives(text: str) -> None:
    graph = KnowledgeGraph(entities=(Entity(iri="x", name=text, type="Concept"),))
    quads = pyoxigraph.parse(io.BytesIO(to_turtle(graph)), format=pyoxigraph.RdfFormat.TURTLE)
    labels = [quad.object.value for quad in quads if quad.subject.value.endswith("/entity/x")]
    assert text in labels
    assert from_rdf(parsed(to_turtle(graph))) == graph


@pytest.mark.parametrize(("name", "kept"), [("a\ud800b", "ab"), ("\udfff", ""), ("𝄞", "𝄞")])
def test_lone_surrogates_are_dropped(name: str, kept: str) -> None:
    graph = KnowledgeGraph(entities=(Entity(iri="x", name=name, type="Concept"),))
    assert from_rdf(parsed(to_turtle(graph))).entities[0].name == kept


def test_a_name_cannot_break_out_of_the_comment_above_its_statement() -> None:
    graph = from_rdf(parsed(_ONE_STATEMENT))
    for text in ("a\nent:x a ent:y .", "a\rb", "a\u2028b", "a\x0bb", "a\x85b"):
        first, second = graph.entities
        named = KnowledgeGraph(
            entities=(Entity(iri=first.iri, name=text, type=first.type), second),
            statements=graph.statements,
            articles=graph.articles,
        )
        assert from_rdf(parsed(to_turtle(named))) == named


def test_the_file_reads_well_and_is_stable() -> None:
    turtle = to_turtle(from_rdf(parsed(_ONE_STATEMENT)))
    text = turtle.decode()
    body = text[text.index("# --- Entities") : text.index("# --- Terms")]
    assert body == _BODY
    assert to_turtle(from_rdf(parsed(turtle))) == turtle


_BODY = """\
# --- Entities, with the facts about them ---

ent:guarantees-0a1b2c a ng:Concept ;
    rdfs:label "guarantees" .

ent:russia a schema:Country ;
    rdfs:label "Russia" ;
    skos:altLabel "Russian Federation" , "Russians" ;
    owl:sameAs <http://www.wikidata.org/entity/Q159> ;
    rel:demands ent:guarantees-0a1b2c .

# --- Relations ---

rel:demands a rdf:Property ;
    rdfs:label "demands" ;
    ng:lemma "demand" ;
    skos:altLabel "demanded" ;
    rdfs:subPropertyOf ng:REQUEST .

# --- Statements, with their factual status ---

# Russia demands guarantees
st:s1 a rdf:Statement ;
    rdf:subject ent:russia ;
    rdf:predicate rel:demands ;
    rdf:object ent:guarantees-0a1b2c ;
    ng:polarity "affirmed" ;
    ng:certainty "asserted" ;
    ng:attributed false ;
    ng:confidence 0.87 ;
    ng:event ng:REQUEST ;
    ng:articleCount 1 ;
    ng:firstReported "2024-12-01"^^xsd:date ;
    ng:evidence ev:e2e38a8538965fb4d .

# --- Evidence: the sentences ---

ev:e2e38a8538965fb4d a ng:Evidence ;
    oa:exact "The Russians demanded \\"guarantees\\"." ;
    prov:wasQuotedFrom art:a1 ;
    oa:start 10 ;
    oa:end 46 ;
    ng:subjectText "The Russians" ;
    ng:subjectStart 10 ;
    ng:trigger "demanded" ;
    ng:objectText "guarantees" ;
    ng:objectStart 33 ;
    ng:extractor "clause" ;
    ng:confidence 0.87 .

# --- Articles ---

art:a1 a schema:NewsArticle ;
    schema:headline "No peace" ;
    schema:datePublished "2024-12-01"^^xsd:date ;
    schema:publisher "The Desk" ;
    schema:url "https://desk.example/1"^^xsd:anyURI .

"""

_PREFIXES = "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in Namespaces().prefixes.items())
_ONE_STATEMENT = _PREFIXES + _BODY
