"""Triples as the JSON records that ``newsgraph extract`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from extract.articles import Located
from extract.model import Mention, Reading, Triple
from graph.model import Entity
from newsgraph.word import Word

Record = dict[str, Any]
EntityOf = Callable[[str, Mention], Entity | None]
"""The entity that a mention stands for in an article, by the article's id; None where it stands for none."""


def records(
    found: Sequence[tuple[Located, Reading]], word: Word, *, nary: bool = False, least: float = 0.0
) -> Iterator[Record]:
    """Yield one JSON object a triple, in the order of the articles and of their text.

    Names, types and IRIs are those of the graph that all these readings make together under the user's
    ``word``. With ``nary``
    there is one record a clause, with its further arguments in ``adjuncts`` only; triples of a confidence
    under ``least`` are left out.
    """
    from extract.reading import nary as clauses

    entity_of = _naming((reading for _, reading in found), word)
    for located, reading in found:
        for triple in clauses(reading.triples) if nary else reading.triples:
            if triple.confidence >= least:
                yield _record(triple, located, entity_of)


def _naming(readings: Iterable[Reading], word: Word) -> EntityOf:
    from graph.identity import identify

    identities = identify(readings, word.gazetteer, word.overrides)
    entity = cache(identities.entity)

    def entity_of(article: str, mention: Mention) -> Entity | None:
        key = identities.key(article, mention)
        return entity(key) if key else None

    return entity_of


def _record(triple: Triple, located: Located, entity_of: EntityOf) -> Record:
    article, evidence, predicate = located.article, triple.evidence, triple.predicate
    record: Record = {
        "article": article.id,
        "title": article.title,
        "published": article.published,
        "sentence": evidence.sentence,
        "start": evidence.start,
        "end": evidence.end,
        "subject": _argument(triple.subject, entity_of(article.id, triple.subject)),
        "predicate": {"text": predicate.text, "lemma": predicate.lemma, "event": predicate.event},
        "object": _argument(triple.object, entity_of(article.id, triple.object)),
        "surface": {
            "subject": triple.surface.subject,
            "predicate": triple.surface.predicate,
            "object": triple.surface.object,
        },
        "adjuncts": list(triple.adjuncts),
        "polarity": triple.polarity,
        "certainty": triple.certainty,
        "attribution": _attribution(triple, entity_of),
        "confidence": triple.confidence,
        "extractor": triple.extractor,
    }
    return record if located.line is None else record | {"line": located.line}


def _argument(mention: Mention, entity: Entity | None) -> Record:
    """An argument that is no entity of a graph (a pronoun, a clause) has neither type nor IRI."""
    return {
        "text": mention.text,
        "name": entity.name if entity else mention.name,
        "type": entity.type if entity else None,
        "iri": _absolute(entity) if entity else None,
        "start": mention.start,
        "end": mention.end,
    }


def _attribution(triple: Triple, entity_of: EntityOf) -> Record | None:
    if triple.attribution is None:
        return None
    speaker = triple.attribution.speaker
    entity = entity_of(triple.evidence.article, speaker)
    return {
        "name": entity.name if entity else speaker.name,
        "text": speaker.text,
        "cue": triple.attribution.cue,
    }


def _absolute(entity: Entity) -> str:
    from graph.terms import Name, Namespaces

    return Namespaces().expand(Name("ent", entity.iri))
