"""The only crossing to rdflib: a graph to its triples and back, losing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import vocab
from graph.facts import facts
from graph.model import KnowledgeGraph
from graph.rebuild import rebuild
from graph.terms import DEFAULT_BASE, FOREIGN, Fact, Literal, Namespaces, Term

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node as RdflibNode


def to_rdf(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> rdflib.Graph:
    """The graph in RDF, with its prefixes bound; the shape is described in ``facts``.

    ``base`` is the absolute IRI below which the graph's own names lie. Raises GraphError where it is
    none, or where a name cannot be one.
    """
    import rdflib

    spaces = Namespaces(base)
    rdf = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in spaces.prefixes.items():
        rdf.bind(prefix, namespace)
    known: dict[Term, RdflibNode] = {}
    for fact in facts(graph, base):
        subject, predicate, value = (_to_rdflib(term, spaces, known) for term in fact)
        rdf.add((subject, predicate, value))
    return rdf


def from_rdf(rdf: rdflib.Graph, base: str | None = None) -> KnowledgeGraph:
    """The graph behind ``to_rdf``'s triples.

    ``base`` is found in the triples where it is not given. Raises GraphError naming the node and the
    property where one that a graph needs is missing.
    """
    from rdflib import URIRef

    if base is None:
        terms = Namespaces()
        kind, graph = (URIRef(terms.expand(name)) for name in (vocab.TYPE, vocab.GRAPH))
        base = min((str(node) for node in rdf.subjects(kind, graph)), default=DEFAULT_BASE)
    spaces = Namespaces(base)
    return rebuild((_fact(triple, spaces) for triple in rdf if not _blank(triple)), spaces)


def _to_rdflib(term: Term, spaces: Namespaces, known: dict[Term, RdflibNode]) -> RdflibNode:
    from rdflib import Literal as RdflibLiteral
    from rdflib import URIRef

    if isinstance(term, Literal):
        datatype = URIRef(FOREIGN["xsd"] + term.datatype) if term.datatype else None
        return RdflibLiteral(term.text, datatype=datatype, normalize=False)
    if term not in known:
        known[term] = URIRef(spaces.expand(term))
    return known[term]


def _blank(triple: tuple[RdflibNode, RdflibNode, RdflibNode]) -> bool:
    from rdflib import BNode

    return any(isinstance(term, BNode) for term in triple)


def _fact(triple: tuple[RdflibNode, RdflibNode, RdflibNode], spaces: Namespaces) -> Fact:
    from rdflib import Literal as RdflibLiteral

    subject, predicate, value = triple
    thing: Term = Literal(str(value)) if isinstance(value, RdflibLiteral) else spaces.contract(str(value))
    return Fact(spaces.contract(str(subject)), spaces.contract(str(predicate)), thing)
