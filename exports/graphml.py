"""GraphML, for Gephi, yEd, Cytoscape and igraph: what those tools can show of a graph.

GraphML values are single words, numbers and truths; so a list becomes one text, and of the evidence there is
the count, the articles and the first sentence. Nothing is read back from it: ``graph.json`` keeps all.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from graph.model import Entity, KnowledgeGraph, Statement
from graph.relations import third_person

if TYPE_CHECKING:
    import networkx

_SEPARATOR = " | "
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Value = str | int | float | bool


def to_graphml(graph: KnowledgeGraph) -> bytes:
    """The graph as GraphML in UTF-8: entities are nodes, statements are edges with their status.

    Characters that XML 1.0 cannot hold are left out.
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    titles = {source.id: source.title for source in graph.articles}
    for entity in graph.entities:
        network.add_node(entity.iri, **_clean(_node(entity)))
    for statement in graph.statements:
        attributes = _clean(_edge(statement, titles))
        network.add_edge(statement.subject, statement.object, statement.iri, **attributes)
    file = BytesIO()
    # The writer on lxml, which networkx prefers where it is installed, writes other bytes.
    networkx.write_graphml_xml(network, file, prettyprint=True)
    return file.getvalue() + b"\n"


def _node(entity: Entity) -> dict[str, Value]:
    return {
        "label": entity.name,
        "type": entity.type,
        "aliases": _SEPARATOR.join(entity.aliases),
        "same_as": _SEPARATOR.join(entity.same_as),
    }


def _edge(statement: Statement, titles: dict[str, str]) -> dict[str, Value]:
    articles = dict.fromkeys(item.article for item in statement.evidence)
    speakers = {item.speaker for item in statement.evidence if item.speaker is not None}
    return {
        "label": third_person(statement.predicate),
        "predicate": statement.predicate,
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "attributed": statement.attributed,
        "plain": statement.plain,
        "event": statement.event or "",
        "confidence": statement.confidence,
        "sentences": len(statement.evidence),
        "sentence": statement.evidence[0].sentence if statement.evidence else "",
        "speakers": _SEPARATOR.join(sorted(speakers)),
        "articles": _SEPARATOR.join(titles.get(article, article) for article in articles),
    }


def _clean(attributes: dict[str, Value]) -> dict[str, Value]:
    return {
        name: _NOT_XML.sub("", value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }
