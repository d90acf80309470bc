"""The RDF shape of a graph, in no library's terms: three layers, no blank nodes, always in one order.

1. a direct edge between two entities where a statement is plain (affirmed, asserted, in the article's or
   the subject's own voice), so that the short query people write first gives only what holds;
2. a statement node for every statement, with its factual status;
3. an evidence node for every sentence that makes a statement.

``rebuild`` reads the same shape back.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from extract.relations import canonical_relation
from graph import vocab
from graph.known import PLACES, country_around, shipped
from graph.model import Entity, KnowledgeGraph, Occurrence, Source, Statement
from graph.order import values_of
from graph.relations import relation_slug, third_person
from graph.slugs import digest
from graph.terms import DEFAULT_BASE, Fact, Iri, Literal, Name, Node, Term, absolute, local, scalar

Pairs = list[tuple[Name, Term]]

_EVIDENCE_DIGITS = 16
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Block(NamedTuple):
    """All facts about one node, and a line in words for people who read the file."""

    subject: Node
    pairs: Pairs
    note: str = ""


class Section(NamedTuple):
    """A part of the file: blocks of one kind, sorted by subject."""

    title: str
    blocks: Iterable[Block]


def facts(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> Iterator[Fact]:
    """Every RDF triple of a graph, each once. Raises GraphError for a name that no IRI can hold."""
    for section in sections(graph, base):
        for subject, pairs, _ in section.blocks:
            for predicate, value in pairs:
                yield Fact(subject, predicate, value)


def sections(graph: KnowledgeGraph, base: str = DEFAULT_BASE) -> Iterator[Section]:
    """The same triples, grouped for reading: what people look for first comes first."""
    yield Section("The graph", [Block(Iri(base), [(vocab.TYPE, vocab.GRAPH)])])
    yield Section("Entities, with the facts about them", _entities(graph))
    yield Section("Relations", _relations(graph.statements))
    yield Section("Statements, with their factual status", _statements(graph))
    yield Section("Evidence: the sentences", _evidence(graph.statements))
    yield Section("Articles", map(_article, graph.articles))
    yield Section("Terms of newsgraph", _ontology())


def _entities(graph: KnowledgeGraph) -> Iterator[Block]:
    edges: dict[str, Pairs] = defaultdict(list)
    for statement in graph.statements:
        if statement.plain:
            edge = (_relation(statement.predicate), _entity(statement.object))
            edges[statement.subject].append(edge)
    present = {entity.iri for entity in graph.entities}
    for entity in graph.entities:
        pairs = _description(entity) + _location(entity, present)
        yield Block(_entity(entity.iri), pairs + sorted(set(edges.pop(entity.iri, []))))
    for subject in sorted(edges):
        yield Block(_entity(subject), sorted(set(edges[subject])))


def _location(entity: Entity, present: set[str]) -> Pairs:
    """The country of a city that the gazetteer lists, where the graph has both: no article need say so."""
    country = country_around(shipped(), entity.iri) if entity.type in PLACES else None
    return [(vocab.CONTAINED_IN, _entity(country))] if country in present and country else []


def _description(entity: Entity) -> Pairs:
    return [
        (vocab.TYPE, vocab.class_of(entity.type)),
        (vocab.LABEL, scalar(entity.name)),
        *((vocab.ALT_LABEL, scalar(alias)) for alias in entity.aliases),
        *((vocab.SAME_AS, absolute(iri)) for iri in entity.same_as),
        *((Name("ng", local(relation, "the link")), _entity(iri)) for relation, iri in entity.links),
    ]


def _relations(statements: Iterable[Statement]) -> Iterator[Block]:
    by_lemma: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_lemma[statement.predicate].append(statement)
    wider = {canonical_relation(lemma) for lemma in by_lemma}
    for name, lemma in sorted((_relation(lemma), lemma) for lemma in by_lemma.keys() | wider):
        label = third_person(lemma)
        pairs: Pairs = [(vocab.TYPE, vocab.PROPERTY), (vocab.LABEL, scalar(label))]
        pairs.append((vocab.LEMMA, scalar(lemma)))
        wordings = _wordings(by_lemma[lemma]) - {label}
        pairs.extend((vocab.ALT_LABEL, scalar(wording)) for wording in sorted(wordings))
        pairs.extend((vocab.SUB_PROPERTY, _event(event)) for event in _main_event(by_lemma[lemma]))
        if canonical_relation(lemma) != lemma:
            pairs.append((vocab.SUB_PROPERTY, _relation(canonical_relation(lemma))))
        yield Block(name, pairs)


def _wordings(statements: Iterable[Statement]) -> set[str]:
    """How sentences word a relation; "did not demand" is no wording of demanding."""
    affirmed = (statement for statement in statements if statement.polarity == "affirmed")
    return {occurrence.trigger for statement in affirmed for occurrence in statement.evidence}


def _main_event(statements: Iterable[Statement]) -> list[str]:
    """The event class that most statements of a relation have: one relation is a kind of one event."""
    counts = Counter(statement.event for statement in statements if statement.event is not None)
    return sorted(counts, key=lambda event: (-counts[event], event))[:1]


def _statements(graph: KnowledgeGraph) -> Iterator[Block]:
    names = {entity.iri: entity.name for entity in graph.entities}
    published = {source.id: day for source in graph.articles if (day := _day(source.published))}
    for statement in graph.statements:
        days = [published[item.article] for item in statement.evidence if item.article in published]
        articles = {item.article for item in statement.evidence}
        pairs = _status(statement)
        pairs.append((vocab.ARTICLE_COUNT, _integer(len(articles))))
        pairs.extend((vocab.FIRST_REPORTED, Literal(day, "date")) for day in [min(days, default="")] if day)
        nodes = sorted(evidence_node(item) for item in statement.evidence)
        pairs.extend((vocab.EVIDENCE, node) for node in nodes)
        yield Block(_name("st", statement.iri, "statement"), pairs, _in_words(statement, names))


def _status(statement: Statement) -> Pairs:
    pairs: Pairs = [
        (vocab.TYPE, vocab.STATEMENT),
        (vocab.SUBJECT, _entity(statement.subject)),
        (vocab.PREDICATE, _relation(statement.predicate)),
        (vocab.OBJECT, _entity(statement.object)),
        (vocab.POLARITY, Literal(statement.polarity)),
        (vocab.CERTAINTY, Literal(statement.certainty)),
        (vocab.ATTRIBUTED, Literal("true" if statement.attributed else "false", "boolean")),
        (vocab.CONFIDENCE, _decimal(statement.confidence)),
    ]
    if statement.event is not None:
        pairs.append((vocab.EVENT, _event(statement.event)))
    return pairs


def _in_words(statement: Statement, names: dict[str, str]) -> str:
    subject, thing = (names.get(iri, iri) for iri in (statement.subject, statement.object))
    told = "attributed" if statement.attributed else ""
    status = (statement.polarity, statement.certainty, told)
    unusual = ", ".join(word for word in status if word not in ("affirmed", "asserted", ""))
    return f"{subject} {third_person(statement.predicate)} {thing}" + (f" ({unusual})" if unusual else "")


def _evidence(statements: Iterable[Statement]) -> Iterator[Block]:
    nodes = {evidence_node(item): item for statement in statements for item in statement.evidence}
    for node in sorted(nodes):
        yield Block(node, _occurrence(nodes[node]))


def evidence_node(occurrence: Occurrence) -> Name:
    """The name of an evidence node: a hash of all it says, so equal evidence is one node."""
    parts = ("" if value is None else f"={value}" for value in values_of(occurrence))
    return Name("ev", "e" + digest(*parts, length=_EVIDENCE_DIGITS))


def _occurrence(item: Occurrence) -> Pairs:
    pairs: Pairs = [
        (vocab.TYPE, vocab.EVIDENCE_CLASS),
        (vocab.EXACT, scalar(item.sentence)),
        (vocab.QUOTED_FROM, _name("art", item.article, "article")),
        (vocab.START, _integer(item.start)),
        (vocab.END, _integer(item.end)),
        (vocab.SUBJECT_TEXT, scalar(item.subject_text)),
        (vocab.SUBJECT_START, _integer(item.subject_start)),
        (vocab.TRIGGER, scalar(item.trigger)),
        (vocab.OBJECT_TEXT, scalar(item.object_text)),
        (vocab.OBJECT_START, _integer(item.object_start)),
        (vocab.EXTRACTOR, scalar(item.extractor)),
        (vocab.CONFIDENCE, _decimal(item.confidence)),
    ]
    if item.attributed_to is not None:
        pairs.append((vocab.ATTRIBUTED_TO, _entity(item.attributed_to)))
    pairs += _texts((vocab.SPEAKER, item.speaker), (vocab.CUE, item.cue))
    return pairs


def _article(source: Source) -> Block:
    pairs: Pairs = [(vocab.TYPE, vocab.ARTICLE), (vocab.HEADLINE, scalar(source.title))]
    if source.published is not None:
        day = _day(source.published)
        pairs.append((vocab.PUBLISHED, Literal(day, "date") if day else scalar(source.published)))
    pairs += _texts((vocab.PUBLISHER, source.publisher))
    if source.url is not None:
        pairs.append((vocab.URL, scalar(source.url)._replace(datatype="anyURI")))
    return Block(_name("art", source.id, "article"), pairs)


def _ontology() -> Iterator[Block]:
    for term, told in groupby(vocab.ontology(), key=lambda fact: fact[0]):
        yield Block(term, [(predicate, value) for _, predicate, value in told])


def _texts(*values: tuple[Name, str | None]) -> Pairs:
    return [(predicate, scalar(text)) for predicate, text in values if text is not None]


def _name(prefix: str, text: str, what: str) -> Name:
    return Name(prefix, local(text, f"the {what} id"))


def _entity(iri: str) -> Name:
    return Name("ent", local(iri, "the entity name"))


def _event(name: str) -> Name:
    return Name("ng", local(name, "the event class"))


def _relation(lemma: str) -> Name:
    return Name("rel", relation_slug(lemma))


def _integer(number: int) -> Literal:
    return Literal(str(number), "integer")


def _decimal(number: float) -> Literal:
    """The shortest decimal that reads back as the same float, without an exponent."""
    return Literal(format(Decimal(repr(number)), "f"), "decimal")


def _day(text: str | None) -> str:
    """``text`` where it is a calendar day, else nothing: RDF tools reject a malformed date."""
    if text is None or not _DAY.fullmatch(text):
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
