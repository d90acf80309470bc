"""Turtle for people: our own sorted writer, so that a diff of two graphs shows what changed.

Written by hand because rdflib takes minutes for a large graph and Oxigraph's serialiser doubles the file;
the triples are exactly those of ``graph.rdf.to_rdf``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from exports.ntriples import quoted
from graph import vocab
from graph.facts import Block, Section, sections
from graph.model import KnowledgeGraph
from graph.terms import DEFAULT_BASE, Iri, Literal, Name, Namespaces, Term

_HEADER = """\
# A knowledge graph of news, written by newsgraph: {entities}, {statements}, {articles}.
#
# Facts are direct edges:   ent:somebody rel:demands ent:something .
# Every statement, also those denied, merely possible or told in somebody else's voice, is an st: node with
# its status, and points to the sentences (ev:) of the articles (art:) that make it. Ask, for example:
#
#   SELECT ?who ?what ?sentence WHERE {{
#     ?st rdf:subject/rdfs:label ?who ; rdf:predicate rel:demands ; rdf:object/rdfs:label ?what ;
#         ng:polarity "affirmed" ; ng:evidence/oa:exact ?sentence }}
"""
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\s]+")
_BARE = {"integer", "decimal", "boolean"}


def to_turtle(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> bytes:
    """The graph as Turtle 1.1 in UTF-8.

    ``base`` is the absolute IRI below which the graph's own names lie. Raises GraphError where it is
    none, or where a name cannot be one. Lone surrogates, which UTF-8 cannot hold, are dropped.
    """
    return "".join(_lines(graph, Namespaces(base))).encode(errors="ignore")


def _lines(graph: KnowledgeGraph, spaces: Namespaces) -> Iterator[str]:
    yield _HEADER.format(
        entities=_counted(len(graph.entities), "entity", "entities"),
        statements=_counted(len(graph.statements), "statement", "statements"),
        articles=_counted(len(graph.articles), "article", "articles"),
    )
    yield "\n"
    for prefix, namespace in spaces.prefixes.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for section in sections(graph, spaces.base):
        yield from _section(section)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _section(section: Section) -> Iterator[str]:
    written = False
    for block in section.blocks:
        if not written:
            yield f"\n# --- {section.title} ---\n"
            written = True
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    yield f"\n# {_BREAKS.sub(' ', block.note)}\n" if block.note else "\n"
    yield _written(block.subject)
    end = ""
    for predicate, pairs in groupby(block.pairs, key=lambda pair: pair[0]):
        verb = "a" if predicate == vocab.TYPE else _written(predicate)
        values = " , ".join(_written(value) for _, value in pairs)
        yield f"{end} {verb} {values}"
        end = " ;\n   "
    yield " .\n"


def _written(term: Term) -> str:
    if isinstance(term, Name):
        return f"{term.prefix}:{term.local}"
    if isinstance(term, Iri):
        return f"<{term.value}>"
    if term.datatype in _BARE:
        return _bare(term)
    return quoted(term.text) + (f"^^xsd:{term.datatype}" if term.datatype else "")


def _bare(literal: Literal) -> str:
    """Numbers and truths stand without quotes; a decimal needs its point to be one."""
    if literal.datatype == "decimal" and "." not in literal.text:
        return f'"{literal.text}"^^xsd:decimal'
    return literal.text
