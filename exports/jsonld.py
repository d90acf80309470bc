"""JSON-LD: the graph's RDF as JSON for the web, one object a node, prefixes in the context."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from graph import vocab
from graph.facts import Block, sections
from graph.model import KnowledgeGraph
from graph.terms import DEFAULT_BASE, Literal, Name, Namespaces, Node, Term

_NATIVE = {"boolean", "integer"}
"""Datatypes that JSON has too; a decimal would come back as a double."""


def to_jsonld(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> bytes:
    """The triples of ``graph.rdf.to_rdf`` as JSON-LD 1.1 in UTF-8; ``base`` and errors as there."""
    document = {"@context": Namespaces(base).prefixes, "@graph": list(_nodes(graph, base))}
    return json.dumps(document, ensure_ascii=False, indent=1).encode(errors="ignore") + b"\n"


def _nodes(graph: KnowledgeGraph, base: str) -> Iterator[dict[str, Any]]:
    for section in sections(graph, base):
        yield from map(_node, section.blocks)


def _node(block: Block) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _id(block.subject)}
    for predicate, pairs in groupby(block.pairs, key=lambda pair: pair[0]):
        terms = [term for _, term in pairs]
        if predicate == vocab.TYPE:
            node["@type"] = _one_or_all([_id(term) for term in terms if not isinstance(term, Literal)])
        else:
            node[_id(predicate)] = _one_or_all([_value(term) for term in terms])
    return node


def _value(term: Term) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.datatype in _NATIVE:
        return json.loads(term.text)
    return {"@value": term.text, "@type": f"xsd:{term.datatype}"} if term.datatype else term.text


def _id(node: Node) -> str:
    return f"{node.prefix}:{node.local}" if isinstance(node, Name) else node.value


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
