"""A graph to a NetworkX MultiDiGraph and back, losing nothing.

Nodes are entities, under their local name; edges are statements, under theirs as the key. No attribute is
called ``source``, ``target``, ``id`` or ``key``, which drawing and exchange tools take for their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.model import Entity, KnowledgeGraph, Statement
from graph.relations import third_person

if TYPE_CHECKING:
    import networkx

_NODE = ("name", "type", "aliases", "same_as")
_EDGE = ("predicate", "polarity", "certainty", "attributed", "event", "confidence", "evidence")


def to_networkx(graph: KnowledgeGraph) -> networkx.MultiDiGraph[str]:
    """The graph as a MultiDiGraph.

    Nodes have ``label`` (the name), ``name``, ``type``, ``aliases`` and ``same_as``; edges have ``label``
    (the relation as it reads, ``demands``), ``predicate`` (its lemma), ``polarity``, ``certainty``,
    ``attributed``, ``event``, ``confidence``, ``plain`` and ``evidence`` (a tuple of Occurrence). The
    articles are the graph attribute ``articles`` (a tuple of Source).
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(articles=graph.articles)
    for entity in graph.entities:
        network.add_node(entity.iri, label=entity.name, **_attributes(entity, _NODE))
    for statement in graph.statements:
        attributes = _attributes(statement, _EDGE)
        attributes |= {"label": third_person(statement.predicate), "plain": statement.plain}
        network.add_edge(statement.subject, statement.object, statement.iri, **attributes)
    return network


def from_networkx(network: networkx.MultiDiGraph[str]) -> KnowledgeGraph:
    """The graph behind ``to_networkx``; nodes without a ``type`` are no entities."""
    entities = (
        Entity(iri=iri, **_chosen(attributes, _NODE))
        for iri, attributes in network.nodes(data=True)
        if "type" in attributes
    )
    statements = (
        Statement(iri=iri, subject=subject, object=thing, **_chosen(attributes, _EDGE))
        for subject, thing, iri, attributes in network.edges(keys=True, data=True)
    )
    return KnowledgeGraph(
        entities=tuple(sorted(entities, key=lambda entity: entity.iri)),
        statements=tuple(sorted(statements, key=lambda statement: statement.iri)),
        articles=tuple(network.graph.get("articles", ())),
    )


def _attributes(value: Entity | Statement, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _chosen(attributes: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: attributes[name] for name in names}
