"""Readings → one graph: a pure fold that does not depend on the order of the readings.

One statement stands for each subject, relation, object and factual status; every sentence that makes it
is its evidence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from extract.gazetteer import Gazetteer
from extract.model import Article, Certainty, Polarity, Reading, Triple
from graph.identity import Identities, Key, identify
from graph.known import shipped
from graph.links import METONYM_OF, Link
from graph.model import Entity, KnowledgeGraph, Occurrence, Source, Statement
from graph.order import occurrence_order
from graph.overrides import NOTHING, Overrides
from graph.slugs import digest

_ID_DIGITS = 16
_CONFIDENCE_DIGITS = 4


class StatementKey(NamedTuple):
    """What makes two triples one statement."""

    subject: str
    predicate: str
    object: str
    polarity: Polarity
    certainty: Certainty
    attributed: bool


@dataclass(frozen=True, slots=True)
class _Telling:
    """One triple, seen from the graph."""

    key: StatementKey
    occurrence: Occurrence
    event: str | None
    entities: tuple[Key, ...]


def merge(
    readings: Iterable[Reading], gazetteer: Gazetteer | None = None, overrides: Overrides = NOTHING
) -> KnowledgeGraph:
    """The graph of all that the articles say; ``gazetteer`` is the shipped one unless another is given.

    ``overrides`` are the user's word on who is who, above all rules.

    The same article twice counts once. Any order of the readings gives an equal graph.
    """
    return merge_with_reasons(readings, gazetteer, overrides)[0]


def merge_with_reasons(
    readings: Iterable[Reading], gazetteer: Gazetteer | None = None, overrides: Overrides = NOTHING
) -> tuple[KnowledgeGraph, Identities]:
    """The graph as by ``merge``, and why each mention is its entity."""
    chosen = _one_for_each_article(readings)
    identities = identify(chosen, gazetteer or shipped(), overrides)
    return _graph(chosen, identities), identities


def _graph(chosen: list[Reading], identities: Identities) -> KnowledgeGraph:
    tellings = [telling for reading in chosen for telling in _tellings(reading, identities)]
    by_key: dict[StatementKey, list[_Telling]] = defaultdict(list)
    for telling in tellings:
        by_key[telling.key].append(telling)
    keys = {key for telling in tellings for key in telling.entities}
    entities = {entity.iri: entity for entity in map(identities.entity, keys)}
    statements = [_statement(key, told) for key, told in by_key.items()]
    return KnowledgeGraph(
        entities=tuple(_linked(entities[iri], entities, identities.gazetteer) for iri in sorted(entities)),
        statements=tuple(sorted(statements, key=lambda statement: statement.iri)),
        articles=tuple(_source(reading.article) for reading in chosen),
    )


def _linked(entity: Entity, present: Container[str], gazetteer: Gazetteer) -> Entity:
    """A place is linked to the government it stands for only where an article has it act, and anything to a
    place that no list knows only where an article speaks of it; to a listed state always.
    """

    def is_kept(link: Link) -> bool:
        return link[1] in present or (link[0] != METONYM_OF and link[1] in gazetteer.entries)

    kept = tuple(link for link in entity.links if is_kept(link))
    return entity if kept == entity.links else replace(entity, links=kept)


def _one_for_each_article(readings: Iterable[Reading]) -> list[Reading]:
    """Sorted by id; of two readings of one article, the first by content, so that order does not matter."""
    by_id: dict[str, Reading] = {}
    for reading in readings:
        other = by_id.setdefault(reading.article.id, reading)
        if other is not reading:
            by_id[reading.article.id] = min(other, reading, key=repr)
    return [by_id[identifier] for identifier in sorted(by_id)]


def _source(article: Article) -> Source:
    return Source(
        id=article.id,
        title=article.title,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
    )


def _tellings(reading: Reading, identities: Identities) -> Iterator[_Telling]:
    """What the article's triples say about entities; what relates a thing to itself says nothing."""
    article = reading.article.id
    for triple in reading.triples:
        subject, thing = identities.key(article, triple.subject), identities.key(article, triple.object)
        speaker = triple.attribution.speaker if triple.attribution else None
        voice = identities.key(article, speaker) if speaker else None
        if subject and thing and subject != thing:
            yield _telling(triple, subject, thing, voice, identities)


def _telling(triple: Triple, subject: Key, thing: Key, voice: Key | None, identities: Identities) -> _Telling:
    speaker = triple.attribution.speaker if triple.attribution else None
    named = voice if speaker and (speaker.kind == "name" or voice == subject) else None
    key = StatementKey(
        subject=identities.iri(subject),
        predicate=triple.predicate.lemma,
        object=identities.iri(thing),
        polarity=triple.polarity,
        certainty=triple.certainty,
        attributed=speaker is not None and voice != subject,
    )
    attributed_to = identities.iri(named) if named else None
    entities = (subject, thing, *([named] if named else []))
    return _Telling(key, _occurrence(triple, attributed_to), triple.predicate.event, entities)


def _occurrence(triple: Triple, attributed_to: str | None) -> Occurrence:
    return Occurrence(
        article=triple.evidence.article,
        start=triple.evidence.start,
        end=triple.evidence.end,
        sentence=triple.evidence.sentence,
        trigger=triple.predicate.text,
        subject_text=triple.subject.text,
        subject_start=triple.subject.start,
        object_text=triple.object.text,
        object_start=triple.object.start,
        extractor=triple.extractor,
        confidence=triple.confidence,
        attributed_to=attributed_to,
        speaker=triple.attribution.speaker.text if triple.attribution else None,
        cue=triple.attribution.cue if triple.attribution else None,
    )


def _statement(key: StatementKey, told: list[_Telling]) -> Statement:
    evidence = _evidence(telling.occurrence for telling in told)
    return Statement(
        iri="s" + digest(*map(str, key), length=_ID_DIGITS),
        **key._asdict(),
        event=_event(telling.event for telling in told),
        confidence=_combined(evidence),
        evidence=evidence,
    )


def _evidence(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """One occurrence for each sentence and speaker: the surest, then the first in order."""
    best: dict[tuple[str, int, int, str, str], Occurrence] = {}
    for item in sorted(set(occurrences), key=lambda item: (-item.confidence, occurrence_order(item))):
        voice = (item.attributed_to or "", "" if item.attributed_to else item.speaker or "")
        best.setdefault((item.article, item.start, item.end, *voice), item)
    return tuple(sorted(best.values(), key=occurrence_order))


def _combined(evidence: Iterable[Occurrence]) -> float:
    """1 − ∏(1 − p) over distinct sentences, rounded to 4 decimals.

    A sentence that several outlets print word for word is one sentence: reading it again makes the same
    mistakes. Formula: semra (Hoyt et al.), noisy-or of independent readings.
    """
    surest: dict[str, float] = {}
    for item in evidence:
        sentence = " ".join(item.sentence.split())
        surest[sentence] = max(item.confidence, surest.get(sentence, 0.0))
    return round(1.0 - math.prod(1.0 - p for p in sorted(surest.values())), _CONFIDENCE_DIGITS)


def _event(events: Iterable[str | None]) -> str | None:
    """The class that most of the sentences have, if any."""
    counts = Counter(event for event in events if event is not None)
    return min(counts, key=lambda event: (-counts[event], event), default=None)
