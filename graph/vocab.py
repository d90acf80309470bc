"""The vocabulary of a graph in RDF: classes, our own properties, and other people's terms by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.tables import table
from graph.terms import Literal, Name, Term, local

TYPE = Name("rdf", "type")
LABEL = Name("rdfs", "label")
COMMENT = Name("rdfs", "comment")
SUB_PROPERTY = Name("rdfs", "subPropertyOf")
ALT_LABEL = Name("skos", "altLabel")
SAME_AS = Name("owl", "sameAs")
STATEMENT = Name("rdf", "Statement")
SUBJECT = Name("rdf", "subject")
PREDICATE = Name("rdf", "predicate")
OBJECT = Name("rdf", "object")
PROPERTY = Name("rdf", "Property")
CONTAINED_IN = Name("schema", "containedInPlace")
ARTICLE = Name("schema", "NewsArticle")
HEADLINE = Name("schema", "headline")
PUBLISHED = Name("schema", "datePublished")
PUBLISHER = Name("schema", "publisher")
URL = Name("schema", "url")
QUOTED_FROM = Name("prov", "wasQuotedFrom")
EXACT = Name("oa", "exact")
START = Name("oa", "start")
END = Name("oa", "end")
GRAPH = Name("ng", "KnowledgeGraph")
EVIDENCE_CLASS = Name("ng", "Evidence")
LEMMA = Name("ng", "lemma")
POLARITY = Name("ng", "polarity")
CERTAINTY = Name("ng", "certainty")
ATTRIBUTED = Name("ng", "attributed")
CONFIDENCE = Name("ng", "confidence")
EVENT = Name("ng", "event")
ARTICLE_COUNT = Name("ng", "articleCount")
FIRST_REPORTED = Name("ng", "firstReported")
EVIDENCE = Name("ng", "evidence")
TRIGGER = Name("ng", "trigger")
SUBJECT_TEXT = Name("ng", "subjectText")
SUBJECT_START = Name("ng", "subjectStart")
OBJECT_TEXT = Name("ng", "objectText")
OBJECT_START = Name("ng", "objectStart")
ATTRIBUTED_TO = Name("ng", "attributedTo")
SPEAKER = Name("ng", "speaker")
CUE = Name("ng", "cue")
EXTRACTOR = Name("ng", "extractor")
LINKS = tuple(Name("ng", relation) for relation in ("bodyOf", "groupOf", "metonymOf", "teamOf"))
"""What leads from an entity to the state or institution it stands for or belongs to."""

_KINDS = {
    "class": Name("rdfs", "Class"),
    "property": PROPERTY,
    "event": PROPERTY,
}


@lru_cache(maxsize=1)
def _prefixes_of_types() -> dict[str, str]:
    return {row["type"]: row["prefix"] for row in table("types.tsv")}


def class_of(entity_type: str) -> Name:
    """The RDF class of an entity's type: schema.org's where it has one, else ours.

    >>> class_of("Person"), class_of("Concept")
    (Name(prefix='schema', local='Person'), Name(prefix='ng', local='Concept'))
    """
    prefix = _prefixes_of_types().get(entity_type, "ng")
    return Name(prefix, local(entity_type, "the entity type"))


@lru_cache(maxsize=1)
def _labels() -> dict[str, tuple[str, str]]:
    return {row["label"]: (row["type"], row["kin"]) for row in table("labels.tsv")}


def type_of(label: str) -> str:
    """The class name of an entity that extraction labelled so; unknown labels are things.

    >>> type_of("PERSON"), type_of("")
    ('Person', 'Concept')
    """
    return _labels().get(label, _labels()["MISC"])[0]


def kin_of(label: str) -> str:
    """What mentions of one name must share to be one entity; see ``data/labels.tsv``."""
    return _labels().get(label, _labels()["MISC"])[1]


def ontology() -> Iterator[tuple[Name, Name, Term]]:
    """What newsgraph's own terms mean, for readers and for tools; the same in every graph."""
    for row in table("ontology.tsv"):
        term = Name("ng", row["term"])
        yield term, TYPE, _KINDS[row["kind"]]
        yield term, LABEL, Literal(row["label"])
        yield term, COMMENT, Literal(row["comment"])
