"""The words of the graph: entities, statements about them, and the evidence for each statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.model import Certainty, Polarity

if TYPE_CHECKING:
    import networkx
    import rdflib


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One real thing. ``type`` is a schema.org-like class name (``Person``, ``Country``, ``Concept``).

    ``iri`` is a local name (``sergey-lavrov``), made absolute at serialisation. ``aliases`` are its
    other names in the articles, sorted. ``same_as`` are absolute IRIs that surely mean the same. ``links``
    are pairs of a relation's name (``metonymOf``, ``bodyOf``, ``groupOf``) and the local name of the entity
    it leads to, sorted.
    """

    iri: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One sentence that makes a statement.

    ``article`` is an article's id; ``start``/``end`` delimit ``sentence`` in the article's text
    (characters). ``trigger``, ``subject_text`` and ``object_text`` are verbatim words of the sentence,
    ``subject_start``… their offsets in the article's text. ``attributed_to`` is the local name of the
    speaking entity, ``speaker`` its words and ``cue`` the verb of saying; all None in the article's
    own voice. A speaker that is no entity (``officials``) has ``speaker`` without ``attributed_to``.
    """

    article: str
    start: int
    end: int
    sentence: str
    trigger: str
    subject_text: str
    subject_start: int
    object_text: str
    object_start: int
    extractor: str
    confidence: float
    attributed_to: str | None = None
    speaker: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One relation between two entities in one factual status, with every sentence that makes it.

    ``predicate`` is the canonical lemma (``demand``). ``attributed`` says whether it is told in somebody
    else's voice than the article's or the subject's own; ``evidence`` is sorted by article, then start.
    ``plain`` statements are the graph's facts: only they get a direct edge in RDF.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    polarity: Polarity
    certainty: Certainty
    attributed: bool
    event: str | None
    confidence: float
    evidence: tuple[Occurrence, ...]

    @property
    def plain(self) -> bool:
        """Affirmed, asserted, and in the article's voice or the subject's own."""
        return self.polarity == "affirmed" and self.certainty == "asserted" and not self.attributed


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as the graph remembers it: all but the text."""

    id: str
    title: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeGraph:
    """The merged graph. Entities and statements are sorted by ``iri``, articles by ``id``."""

    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    articles: tuple[Source, ...] = ()

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Entities as nodes and statements as edges; see ``graph.network.to_networkx``."""
        from graph.network import to_networkx

        return to_networkx(self)

    @classmethod
    def from_networkx(cls, network: networkx.MultiDiGraph[str]) -> KnowledgeGraph:
        """The exact inverse of ``to_networkx``."""
        from graph.network import from_networkx

        return from_networkx(network)

    def to_rdf(self, base: str | None = None) -> rdflib.Graph:
        """The three layers of RDF; see ``graph.rdf.to_rdf``. ``base`` is the absolute IRI of own names."""
        from graph.rdf import to_rdf
        from graph.terms import DEFAULT_BASE

        return to_rdf(self, DEFAULT_BASE if base is None else base)

    @classmethod
    def from_rdf(cls, rdf: rdflib.Graph, base: str | None = None) -> KnowledgeGraph:
        """The exact inverse of ``to_rdf``; raises GraphError where the triples hold no whole graph."""
        from graph.rdf import from_rdf

        return from_rdf(rdf, base)
