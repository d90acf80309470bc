"""A graph to a NetworkX MultiDiGraph and back, losing nothing.

Nodes are entities, under their local name; edges are statements, under theirs as the key. Attributes are
plain JSON values, so that what draws or writes networks can take them; none is called ``source``, ``target``,
``id`` or ``key``, which such tools take for their own.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import GraphError
from graph.model import Entity, KnowledgeGraph, Source, Statement
from graph.plain import from_plain, to_plain
from graph.relations import third_person

if TYPE_CHECKING:
    import networkx

_T = TypeVar("_T", Entity, Statement, Source)


def to_networkx(graph: KnowledgeGraph) -> networkx.MultiDiGraph[str]:
    """The graph as a MultiDiGraph.

    Nodes have ``name``, ``type``, ``aliases``, ``same_as`` and ``links`` as Entity has, and ``label`` (the
    name). Edges have ``predicate``, ``polarity``, ``certainty``, ``attributed``, ``event``, ``confidence``
    and ``evidence`` as Statement has, ``label`` (the relation as it reads, ``demands``) and ``plain``. The
    graph attribute ``articles`` lists the articles. Objects are dictionaries there.
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(articles=to_plain(graph.articles))
    for entity in graph.entities:
        attributes = to_plain(entity)
        network.add_node(attributes.pop("iri"), label=entity.name, **attributes)
    for statement in graph.statements:
        attributes = to_plain(statement)
        ends = [attributes.pop(name) for name in ("subject", "object", "iri")]
        attributes |= {"label": third_person(statement.predicate), "plain": statement.plain}
        network.add_edge(*ends, **attributes)
    return network


def from_networkx(network: networkx.MultiDiGraph[str]) -> KnowledgeGraph:
    """The graph behind ``to_networkx``; nodes without a ``type`` are no entities.

    Raises GraphError naming the node or edge whose attributes do not fit.
    """
    entities = [
        _read(Entity, f"node {iri}", {**attributes, "iri": iri})
        for iri, attributes in network.nodes(data=True)
        if "type" in attributes
    ]
    statements = [
        _read(Statement, f"edge {iri}", {**attributes, "iri": iri, "subject": subject, "object": thing})
        for subject, thing, iri, attributes in network.edges(keys=True, data=True)
    ]
    articles = [_read(Source, "article", source) for source in network.graph.get("articles", ())]
    return KnowledgeGraph(
        entities=tuple(sorted(entities, key=lambda entity: entity.iri)),
        statements=tuple(sorted(statements, key=lambda statement: statement.iri)),
        articles=tuple(sorted(articles, key=lambda source: source.id)),
    )


def _read(kind: type[_T], where: str, attributes: dict[str, Any]) -> _T:
    """What others added to a node or an edge, a centrality or a colour, is left aside."""
    kept = {field.name: attributes[field.name] for field in fields(kind) if field.name in attributes}
    try:
        return from_plain(kind, kept)
    except GraphError as error:
        raise GraphError(f"{where}: {error}") from error
