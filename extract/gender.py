"""Gender, number and sort of what a phrase names, as far as its words tell."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from extract.coref_phrases import Phrase
from extract.gazetteer import LETTERS
from extract.lexicon import classes, words
from extract.syntax import children, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


def plain(text: str) -> str:
    """Lower case, without diacritics: ``Zelený`` → ``zeleny``, ``Michał`` → ``michal``."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("’", "'").replace("‑", "-")


def gender_of(phrase: Phrase) -> str:
    """``m``, ``f`` or ``""`` where the words do not tell, or contradict each other."""
    if phrase.kind == "name" and phrase.label in ("PERSON", ""):
        told = {g for word in _around(phrase) if (g := _class_of(word.lower_, "gender_nouns"))}
        if told:
            return told.pop() if len(told) == 1 else ""
        first = next(iter(plain(phrase.name).split()), "")  # a name finder may mark a bare blank
        named = _named_gender(first) or _named_gender(first.split("-")[0])
        return named if phrase.label == "PERSON" else ""
    if phrase.kind == "nominal":
        return _class_of(lemma(phrase.head), "gender_nouns") or _class_of(phrase.head.lower_, "gender_nouns")
    if phrase.kind == "pronoun":
        return pronoun_gender(phrase.head)
    return ""


def _named_gender(first_name: str) -> str:
    return _class_of(first_name, "gender_names") or _class_of(first_name, "first_names")


def pronoun_gender(token: Token) -> str:
    """Gender of a third person singular pronoun."""
    if token.lower_ in ("he", "him", "his", "himself"):
        return "m"
    return "f" if token.lower_ in ("she", "her", "hers", "herself") else ""


def _around(phrase: Phrase) -> list[Token]:
    """The words of the phrase that are no part of the name, and the title right before it."""
    doc = phrase.head.doc
    before = [doc[phrase.name_start - 1]] if phrase.name_start > 0 else []
    first = [doc[phrase.name_start]]
    appositives = [a for a in children(phrase.head, "appos") if not a.ent_type_]
    return [*before, *first, *appositives]


def _class_of(word: str, table: str) -> str:
    return _by_word(table).get(word, "")


@cache
def _by_word(table: str) -> dict[str, str]:
    """Each word of a table with its class, the first of several."""
    found: dict[str, str] = {}
    for name, members in sorted(classes(table).items()):
        for word in members:
            found.setdefault(word, name)
    return found


def kinds_of(head: Token) -> frozenset[str]:
    """The classes of ``noun_kinds.tsv`` that a common noun is in; a holder of an office is a person."""
    return _kinds(lemma(head), head.lower_)


@cache
def _kinds(word: str, form: str) -> frozenset[str]:
    found = {name for name, members in classes("noun_kinds").items() if word in members or form in members}
    if word in words("position_nouns") or _class_of(word, "gender_nouns"):
        found.add("person")
    return frozenset(found)


_SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves", "these", "those"})


def is_plural(phrase: Phrase) -> bool:
    """Whether the phrase names several: by coordination, form, or as a noun like ``people``."""
    head = phrase.head
    if phrase.kind == "group":
        return True
    if phrase.kind == "pronoun":
        return head.lower_ in _SEVERAL
    if phrase.kind == "name" and phrase.label not in ("NORP", "PERSON", ""):
        return False
    return head.tag_ in ("NNS", "NNPS") or "Plur" in head.morph.get("Number", [])
