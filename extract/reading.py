"""One article in, its reading out: the walk through all extractors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from extract.acts import acts
from extract.appositions import appositional
from extract.clauses import verbal
from extract.copulas import copular
from extract.coref import NAME_LABELS, referents_of, spoken
from extract.coref_chains import Chains
from extract.coref_sieve import chains_of
from extract.coref_spellings import tokens_of
from extract.datelines import behind_dateline, is_dateline
from extract.demands import demanded
from extract.mentions import Discourse, Referent
from extract.model import Article, Mention, Reading, Triple
from extract.names import settle_names
from extract.names_listed import NONE, Listed
from extract.names_signs import evidence
from extract.nominal_acts import nominal_acts
from extract.noun_phrases import nominal_facts
from extract.possessives import possessive
from extract.quotations import voices
from extract.regrafts import regraft
from extract.reported import reported
from extract.teams import named_teams

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

Extractor = Callable[["Span", Discourse], Iterator[Triple]]
"""What an extraction rule is: a sentence and the article around it in, triples out."""

EXTRACTORS: dict[str, Extractor] = {
    "verbal": verbal,
    "copular": copular,
    "demanded": demanded,
    "appositional": appositional,
    "possessive": possessive,
    "noun phrase": nominal_facts,
    "act": acts,
    "nominal act": nominal_acts,
}


_BINARY_ONLY = frozenset({"adjunct", "demand", "position-for", "act"})
"""Rules whose triples are no clause of their own."""


def read_all(nlp: Language, articles: Iterable[Article]) -> Iterator[Reading]:
    """Readings of the articles, one by one in their order; each depends on its own article only."""
    for article in articles:
        yield read_article(nlp, article)


def read_article(nlp: Language, article: Article, listed: Listed = NONE) -> Reading:
    """All that the article says, with every sentence as evidence; ``listed`` are names of the user's."""
    doc = nlp.make_doc(article.text)
    break_paragraphs(doc)
    return read_document(nlp(doc), article, listed)


def break_paragraphs(doc: Doc) -> None:
    """Begin a sentence after every line break, so that none runs over a heading or a paragraph's end, and
    another behind a dateline.
    """
    starts = [0, *(token.i + 1 for token in doc[:-1] if "\n" in token.text)]
    for start in starts:
        for place in {start, behind_dateline(doc, start)} - {0}:
            doc[place].is_sent_start = True


def read_document(doc: Doc, article: Article, listed: Listed = NONE) -> Reading:
    """The reading of an annotated ``doc`` over exactly ``article.text``."""
    regraft(doc)
    settle_names(doc, listed)
    chains = chains_of(doc)
    silent = Discourse(article=article, doc=doc, referents=known_referents(doc, chains), voices={})
    said = voices(doc, silent)
    speaking = spoken(chains, said)
    referents = known_referents(doc, chains) | speaking
    discourse = Discourse(article=article, doc=doc, referents=referents, voices=said)
    told = [s for s in doc.sents if not is_dateline(doc, s.start, s.end)]
    found = chain.from_iterable(rule(s, discourse) for s in told for rule in EXTRACTORS.values())
    triples = sorted(_distinct(found), key=_position)
    return Reading(article=article, mentions=tuple(named_mentions(discourse)), triples=tuple(triples))


def known_referents(doc: Doc, chains: Chains) -> dict[int, Referent]:
    """What names, pronouns and descriptions stand for, those of indirect speech too."""
    known = named_teams(doc, own_names(doc, referents_of(chains)))
    return {**reported(doc, known), **known}


def own_names(doc: Doc, referents: Mapping[int, Referent]) -> dict[int, Referent]:
    """The referents, but a person's full name stands for no one whose name shares no word with it, and what
    its place in the sentence says is a place (``in Valdoraya``) for no club or person of that name.
    """
    found = dict(referents)
    for person in (ent for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1):
        referent = found.get(person.root.i)
        said = set(tokens_of(person.text))
        if referent and referent.label == "PERSON" and said.isdisjoint(tokens_of(referent.name)):
            own = Referent(name=person.text, label="PERSON")
            found |= dict.fromkeys(range(person.start, person.end), own)
    for place in (ent for ent in doc.ents if ent.label_ == "GPE"):
        referent = found.get(place.root.i)
        if referent and referent.label in ("ORG", "PERSON") and evidence(place) == ["GPE"]:
            here = Referent(name=place.text, label="GPE")
            found |= dict.fromkeys(range(place.start, place.end), here)
    return found


def named_mentions(discourse: Discourse) -> Iterator[Mention]:
    """Every name in the article with what it stands for, in text order."""
    for entity in discourse.doc.ents:
        if entity.label_ in NAME_LABELS:
            referent = discourse.referents[entity.root.i]
            yield Mention(
                start=entity.start_char,
                end=entity.end_char,
                text=entity.text,
                name=referent.name,
                label=referent.label,
                kind="name",
            )


def nary(triples: Iterable[Triple]) -> Iterator[Triple]:
    """One triple a clause or noun phrase, further arguments in ``adjuncts``, no binary ones for these."""
    return (t for t in triples if t.extractor not in _BINARY_ONLY)


def _position(triple: Triple) -> tuple[int, int, int, str, str]:
    return (
        triple.evidence.start,
        triple.subject.start,
        triple.object.start,
        triple.predicate.lemma,
        triple.extractor,
    )


def _distinct(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Each triple once, none that relates a thing to itself."""
    seen = set()
    for triple in triples:
        key = (triple.subject, triple.predicate.lemma, triple.object, triple.polarity, triple.certainty)
        same = triple.subject.name.casefold() == triple.object.name.casefold()
        if key not in seen and not same:
            seen.add(key)
            yield triple
