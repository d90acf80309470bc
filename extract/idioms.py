"""Verbs whose object alone says the wrong thing: ``took the bank to court``, ``called the map a forgery``.

What completes them is of the relation (``take to court``, ``call forgery``), so that nobody took the bank.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extract.lexicon import rows, words
from extract.model import Mention
from extract.naming import canonical_name
from extract.syntax import children, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token


_OPENING, _CLOSING = frozenset("\"'“‘«"), frozenset("\"'”’»")
_LONGEST = 8
"""Tokens from the noun to the quotation marks of an epithet, at most."""


@cache
def _obliques() -> dict[tuple[str, str], frozenset[str]]:
    return {(verb, case): frozenset(nouns.split()) for verb, case, nouns in rows("idioms")}


def completion(verb: Token) -> Token | None:
    """The phrase that completes a verb with an object: an idiom's oblique, or what something is called."""
    for phrase in children(verb, "obl"):
        case = " ".join(c.lower_ for c in preposition(phrase))
        if lemma(phrase) in _obliques().get((lemma(verb), case), ()):
            return phrase
    called = [c for c in children(verb, "xcomp") if c.pos_ in ("NOUN", "PROPN", "ADJ") and c.i > verb.i]
    return called[0] if called and lemma(verb) in words("calling_verbs") else None


def completed(base: str, phrase: Token) -> str:
    """A relation with what completes it: ``take to court``, ``call forgery``."""
    if preposition(phrase):
        return " ".join([base, *(c.lower_ for c in preposition(phrase)), lemma(phrase)])
    called = phrase.lower_ if phrase.pos_ == "ADJ" else epithet(phrase) or canonical_name(phrase)
    return f"{base} {called}"


def as_called(mentioned: Mention, verb: Token, head: Token) -> Mention:
    """What quotation marks show to be only a way to call something is no thing of its own."""
    calling = lemma(verb) in words("calling_verbs") or lemma(verb) in ("know", "describe")
    called = epithet(head) if calling and head not in children(verb, "obj") else ""
    return replace(mentioned, name=called, kind="quality") if called else mentioned


def epithet(noun: Token) -> str:
    """What quotation marks enclose around a common noun (``“the state within the state”``), else nothing."""
    if noun.pos_ != "NOUN" or noun.ent_type_:
        return ""
    doc, sentence = noun.doc, noun.sent
    opened = next((i for i in range(noun.i, sentence.start - 1, -1) if doc[i].text in _OPENING), None)
    closed = next((i for i in range(noun.i, sentence.end) if doc[i].text in _CLOSING), None)
    if opened is None or closed is None or opened < noun.i - _LONGEST or closed > noun.i + _LONGEST:
        return ""
    return str(doc[opened + 1 : closed].text) if all(t.pos_ != "VERB" for t in doc[opened:closed]) else ""
