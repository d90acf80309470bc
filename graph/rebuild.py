"""The graph behind RDF facts: the exact inverse of ``facts``, whatever library carried them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import cast, get_args

from extract.model import Certainty, Polarity
from graph import vocab
from graph.model import Entity, KnowledgeGraph, Occurrence, Source, Statement
from graph.order import occurrence_order
from graph.properties import Properties
from graph.terms import Fact, Name, Namespaces, Node, Term

_Index = dict[Node, dict[Node, list[Term]]]


def rebuild(facts: Iterable[Fact], spaces: Namespaces) -> KnowledgeGraph:
    """The graph that ``facts.facts`` turns into these triples; whatever else they say is passed over.

    Raises GraphError naming the node and the property where one that a graph needs is missing or odd.
    """
    index: _Index = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in facts:
        index[subject][predicate].append(value)
    return KnowledgeGraph(
        entities=tuple(_entity(name, found, spaces) for name, found in _described(index, "ent")),
        statements=tuple(_statement(name, found, index) for name, found in _described(index, "st")),
        articles=tuple(_source(name, found) for name, found in _described(index, "art")),
    )


def _described(index: _Index, prefix: str) -> Iterator[tuple[str, Properties]]:
    """The nodes of one namespace that the facts describe, sorted; a node only pointed at is none."""
    names = [node for node in index if isinstance(node, Name) and node.prefix == prefix]
    for name in sorted(names):
        if vocab.TYPE in index[name]:
            yield name.local, Properties(name, index[name])


def _entity(iri: str, found: Properties, spaces: Namespaces) -> Entity:
    return Entity(
        iri=iri,
        name=found.text(vocab.LABEL),
        type=found.local(vocab.TYPE),
        aliases=found.texts(vocab.ALT_LABEL),
        same_as=tuple(sorted({spaces.expand(node) for node in found.nodes(vocab.SAME_AS)})),
        links=tuple(sorted(_links(found))),
    )


def _links(found: Properties) -> Iterator[tuple[str, str]]:
    for relation in vocab.LINKS:
        for node in set(found.nodes(relation)):
            if isinstance(node, Name) and node.prefix == "ent":
                yield relation.local, node.local


def _statement(iri: str, found: Properties, index: _Index) -> Statement:
    relation = found.node_of(vocab.PREDICATE)
    evidence = {_occurrence(Properties(node, index.get(node, {}))) for node in found.nodes(vocab.EVIDENCE)}
    return Statement(
        iri=iri,
        subject=found.local(vocab.SUBJECT),
        predicate=Properties(relation, index.get(relation, {})).text(vocab.LEMMA),
        object=found.local(vocab.OBJECT),
        polarity=cast("Polarity", found.word(vocab.POLARITY, get_args(Polarity))),
        certainty=cast("Certainty", found.word(vocab.CERTAINTY, get_args(Certainty))),
        attributed=found.word(vocab.ATTRIBUTED, ("true", "false")) == "true",
        event=found.local(vocab.EVENT) if vocab.EVENT in found else None,
        confidence=found.number(vocab.CONFIDENCE, float),
        evidence=tuple(sorted(evidence, key=occurrence_order)),
    )


def _occurrence(found: Properties) -> Occurrence:
    return Occurrence(
        article=found.local(vocab.QUOTED_FROM),
        start=found.number(vocab.START, int),
        end=found.number(vocab.END, int),
        sentence=found.text(vocab.EXACT),
        trigger=found.text(vocab.TRIGGER),
        subject_text=found.text(vocab.SUBJECT_TEXT),
        subject_start=found.number(vocab.SUBJECT_START, int),
        object_text=found.text(vocab.OBJECT_TEXT),
        object_start=found.number(vocab.OBJECT_START, int),
        extractor=found.text(vocab.EXTRACTOR),
        confidence=found.number(vocab.CONFIDENCE, float),
        attributed_to=found.local(vocab.ATTRIBUTED_TO) if vocab.ATTRIBUTED_TO in found else None,
        speaker=found.optional(vocab.SPEAKER),
        cue=found.optional(vocab.CUE),
    )


def _source(identifier: str, found: Properties) -> Source:
    return Source(
        id=identifier,
        title=found.text(vocab.HEADLINE),
        published=found.optional(vocab.PUBLISHED),
        publisher=found.optional(vocab.PUBLISHER),
        url=found.optional(vocab.URL),
    )
