"""The words of extraction: what is read, what is found in it, and where it stands.

All values are frozen and validated at the doors (readers, command line), not here. Offsets count
characters of ``Article.text``; ``article.text[start:end]`` is always the ``text`` beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Polarity = Literal["affirmed", "negated"]
"""Whether the sentence puts the relation forward or says that it does not hold."""

Certainty = Literal["asserted", "possible", "hypothetical", "demanded", "planned", "questioned"]
"""How far the sentence commits itself: a fact; a guess; inside a condition; wanted by somebody of
somebody; meant or expected to come; asked."""

MentionKind = Literal["name", "nominal", "description", "pronoun", "time", "quantity", "quality", "clause"]
"""The form of an argument. Names and nominals (``guarantees``) mean the same in every article, a description
(``the company``, ``their plan``) only within its own; pronouns, qualities and clauses are no things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. ``id`` is a hash of its content, so the same article twice is one article.

    ``published`` is an ISO 8601 date (``2024-12-01``) or None; ``text`` is plain text, paragraphs
    apart by a newline or more.
    """

    id: str
    title: str
    text: str
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of an article that stands for something.

    ``text`` is verbatim; ``name`` is what it is called in this article once determiners, titles and
    relative clauses are dropped and pronouns and short names resolved (``Lavrov`` → ``Sergey
    Lavrov``). ``label`` is an OntoNotes entity type (``PERSON``, ``GPE``, …) or ``""``.
    """

    start: int
    end: int
    text: str
    name: str
    label: str = ""
    kind: MentionKind = "nominal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A relation as worded and as compared.

    ``text``: verbatim with auxiliaries, negation and preposition (``did not agree to``); ``lemma``:
    canonical, without them and in active direction (``agree to``); ``event``: PLOVER class or None.
    """

    text: str
    lemma: str
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so, and the word that tells (``said``, ``according to``)."""

    speaker: Mention
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence that carries a triple; ``article`` is the article's id."""

    article: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """The triple as its sentence words it, passives unturned; for reading and for benchmarks."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple:
    """One relation between two mentions, with all that decides whether it is so.

    ``attribution`` is None in the article's own voice. ``adjuncts`` are the clause's further
    arguments, verbatim. ``confidence`` is in [0, 1]; ``extractor`` names the rule family.
    """

    subject: Mention
    predicate: Predicate
    object: Mention
    evidence: Evidence
    surface: Surface
    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    attribution: Attribution | None = None
    adjuncts: tuple[str, ...] = ()
    extractor: str = "clause"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that extraction found in one article: its named mentions and its triples, in text order."""

    article: Article
    mentions: tuple[Mention, ...]
    triples: tuple[Triple, ...]
