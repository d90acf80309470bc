"""N-Triples: the graph's RDF one triple a line, sorted, for tools that stream."""

from __future__ import annotations

import re

from graph.facts import facts
from graph.model import KnowledgeGraph
from graph.terms import DEFAULT_BASE, FOREIGN, Literal, Namespaces, Term

_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def to_ntriples(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> bytes:
    """The triples of ``graph.rdf.to_rdf`` as N-Triples in UTF-8; ``base`` and errors as there."""
    spaces = Namespaces(base)
    lines = {" ".join([*(_written(term, spaces) for term in fact), ".\n"]) for fact in facts(graph, base)}
    return "".join(sorted(lines)).encode(errors="ignore")


def _written(term: Term, spaces: Namespaces) -> str:
    if not isinstance(term, Literal):
        return f"<{spaces.expand(term)}>"
    return quoted(term.text) + (f"^^<{FOREIGN['xsd']}{term.datatype}>" if term.datatype else "")


def quoted(text: str) -> str:
    r"""A text between double quotes with the escapes that N-Triples and Turtle share.

    >>> print(quoted('a "b"'))
    "a \"b\""
    """
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SHORT.get(char) or f"\\u{ord(char):04X}"
