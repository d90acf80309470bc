"""Who is who within one article: full names for short ones, persons for personal pronouns.

Names resolve by exact and surname match; third-person singular pronouns to the most salient person
before them (subjects first, then the most recent), within two sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from extract.mentions import Referent
from extract.syntax import has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
_HE_SHE = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_GENDERED_TITLES = {
    "mr": "m",
    "mr.": "m",
    "sir": "m",
    "lord": "m",
    "king": "m",
    "prince": "m",
    "mrs": "f",
    "mrs.": "f",
    "ms": "f",
    "ms.": "f",
    "miss": "f",
    "lady": "f",
    "queen": "f",
    "princess": "f",
}
_WINDOW = 2
"""How many sentences back a pronoun may reach."""


def bare_name(entity: Span) -> str:
    """The entity's words with line breaks and runs of blanks made one blank."""
    return " ".join(entity.text.split())


def resolve(doc: Doc) -> dict[int, Referent]:
    """Token index of each name's and personal pronoun's head → what it stands for in this article."""
    entities = [e for e in doc.ents if e.label_ in NAME_LABELS]
    labels = _label_by_vote(entities)
    full = _full_persons(entities, labels)
    referents: dict[int, Referent] = {}
    for entity in entities:
        name = bare_name(entity)
        label = labels[name]
        referent = Referent(name=full.get(name, name) if label == "PERSON" else name, label=label)
        referents.update((t.i, referent) for t in entity)
    referents.update(_pronouns(doc, entities, referents))
    return referents


def _label_by_vote(entities: list[Span]) -> dict[str, str]:
    """One label for each name in the article: the most frequent, the first on a tie."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        votes[bare_name(entity)][entity.label_] += 1
    return {name: counted.most_common(1)[0][0] for name, counted in votes.items()}


def _full_persons(entities: list[Span], labels: dict[str, str]) -> dict[str, str]:
    """A person's short name → the one longer name in the article that ends (or else begins) with it."""
    names = list(dict.fromkeys(n for n in map(bare_name, entities) if labels[n] == "PERSON"))
    full = {}
    for short in names:
        if " " in short:
            continue
        by_surname = [n for n in names if n.endswith(" " + short)]
        longer = by_surname or [n for n in names if n.startswith(short + " ")]
        if len(longer) == 1:
            full[short] = longer[0]
    return full


def _pronouns(doc: Doc, entities: list[Span], referents: dict[int, Referent]) -> dict[int, Referent]:
    sentence_of = {t.i: n for n, s in enumerate(doc.sents) for t in s}
    persons = [e for e in entities if referents.get(e.root.i) and referents[e.root.i].label == "PERSON"]
    genders = _genders(doc, persons, referents)
    found: dict[int, Referent] = {}
    for token in doc:
        gender = _HE_SHE.get(token.lower_)
        if gender is None or token.pos_ not in ("PRON", "DET"):
            continue
        before = [
            p
            for p in persons
            if p.end <= token.i
            and sentence_of[token.i] - sentence_of[p.start] <= _WINDOW
            and genders.get(referents[p.root.i].name, gender) == gender
        ]
        if before and not _is_contested(before, sentence_of, referents, genders):
            best = max(before, key=lambda p: (sentence_of[p.start], _is_subject(p.root), p.start))
            found[token.i] = referents[best.root.i]
            genders.setdefault(found[token.i].name, gender)
    return found


def _is_contested(
    persons: list[Span], sentence_of: dict[int, int], referents: dict[int, Referent], genders: dict[str, str]
) -> bool:
    """Whether the nearest sentence that names anybody names several whose gender is not known."""
    nearest = max(sentence_of[p.start] for p in persons)
    names = {referents[p.root.i].name for p in persons if sentence_of[p.start] == nearest}
    return len(names) > 1 and len(names - genders.keys()) > 0


def _genders(doc: Doc, persons: list[Span], referents: dict[int, Referent]) -> dict[str, str]:
    """Gender by title, where the article gives one."""
    genders: dict[str, str] = {}
    for person in persons:
        before = doc[person.start - 1].lower_ if person.start else ""
        title = _GENDERED_TITLES.get(before) or _GENDERED_TITLES.get(person[0].lower_)
        if title:
            genders.setdefault(referents[person.root.i].name, title)
    return genders


def _is_subject(token: Token) -> bool:
    return has_relation(token, "nsubj")
