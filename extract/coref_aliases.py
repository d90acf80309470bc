"""Other names that the text itself tells: ``(ECB)``, ``a website called Corvo``, ``known as the Fist``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extract.coref_chains import Chains
from extract.coref_phrases import Phrase
from extract.lexicon import words
from extract.syntax import children, has_relation, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BRACKETS = {"(": ")", "[": "]"}
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_TRANSLATED = frozenset({"WORK_OF_ART", "FAC", "EVENT", "LOC", "PRODUCT", "LAW"})
"""Labels of things whose second name stands in brackets; a person's or a body's brackets tell whose it is."""

_NEAR = 4
"""How many tokens behind the verb a name begins at the latest, with ``as``, article and quotation mark."""

_NAMED = ("xcomp", "obj", "nmod", "obl", "appos", "dep")
"""What the parser takes a name behind such a verb for."""


def join_aliases(chains: Chains) -> None:
    """Join what brackets and verbs of naming say is one thing."""
    phrases = [p for p in chains.phrases if p.kind in ("name", "nominal")]
    for one, other in _in_brackets(phrases):
        chains.join(other, one, "in brackets")
    for one, other in _called(phrases):
        chains.join(other, one, "called")


def _in_brackets(phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """The phrase before a bracket and the name in it, if either is short for the other, or translates it."""
    for inner in phrases:
        bracket = _bracket(inner) if inner.kind == "name" else None
        if bracket is None:
            continue
        before = [p for p in phrases if p.start < bracket <= p.end and p.head.i != inner.head.i]
        outer = _long_form(before, inner, bracket) or _short_form(before, inner, bracket)
        if outer is not None:
            yield outer, inner


def _bracket(name: Phrase) -> int | None:
    """The place of the bracket that opens right before the name, if one closes right behind it."""
    doc, start, end = name.head.doc, name.name_start - 1, name.name_end
    while start > 0 and doc[start].text in _QUOTES:
        start -= 1
    while end < len(doc) - 1 and doc[end].text in _QUOTES:
        end += 1
    inside = start > 0 and end < len(doc) and _BRACKETS.get(doc[start].text) == doc[end].text
    return start if inside else None


def _long_form(before: Sequence[Phrase], short: Phrase, bracket: int) -> Phrase | None:
    """What the name in brackets abbreviates: the shortest phrase that begins with the long form."""
    doc = short.head.doc
    start = _spelt_out(short.name, doc, bracket)
    fitting = [p for p in before if start <= p.head.i and p.start <= start + 1 and p.label != "PERSON"]
    return min(fitting, key=lambda p: p.end - p.start) if fitting and start < bracket else None


def _spelt_out(short: str, doc: Doc, end: int) -> int:
    """Where the tokens before ``end`` begin that ``short`` abbreviates; ``end`` if it does not."""
    first = max(0, end - 2 * len(short))
    text = doc[first:end].text
    offset = abbreviated(short, text)
    if offset is None:
        return end
    return next(t.i for t in doc[first:end] if t.idx - doc[first].idx + len(t) > offset)


def _short_form(before: Sequence[Phrase], inner: Phrase, bracket: int) -> Phrase | None:
    """The name right before the bracket: short for the one in it, or a work's or place's other one."""
    for outer in before:
        if outer.kind == "name" and outer.name_end == bracket:
            translated = outer.label == inner.label and outer.label in _TRANSLATED
            if translated or abbreviated(outer.name, inner.name) == 0:
                return outer
    return None


def abbreviated(short: str, text: str) -> int | None:
    """Where in ``text`` (characters) that begins whose end ``short`` abbreviates, or None.

    Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical
    text", section 3: the letters of the short form are found from the right, the first one at a word's
    beginning.
    """
    letters = [c.lower() for c in short if c.isalnum()]
    if not 2 <= len(letters) <= 10 or sum(c.isupper() for c in short) < 2 or len(short.split()) > 2:
        return None
    place = len(text)
    for number in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and not _is_letter(text, place, letters[number], first=number == 0):
            place -= 1
    if place < 0 or len(text) - place <= len(short):
        return None
    return place if len(text[place:].split()) <= min(len(letters) + 5, 2 * len(letters)) else None


def _is_letter(text: str, place: int, letter: str, *, first: bool) -> bool:
    begins = place == 0 or not text[place - 1].isalnum()
    return text[place].lower() == letter and (begins or not first)


def _called(phrases: Sequence[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """``a website called Corvo``; ``the group is known as the Fist``."""
    by_head = {p.head.i: p for p in phrases}
    for name in phrases:
        verb = name.head.head
        near = verb.tag_ == "VBN" and 0 < name.name_start - verb.i <= _NEAR
        if name.kind != "name" or not near or not _names(verb, name.head):
            continue
        named = verb.head if has_relation(verb, "acl") else next(iter(children(verb, "nsubj:pass")), None)
        phrase = by_head.get(named.i) if named is not None else None
        if phrase is not None and not phrase.label == name.label == "PERSON":
            yield phrase, name


def _names(verb: Token, name: Token) -> bool:
    """Whether the participle says that this is what something is called."""
    case = [t.lower_ for t in preposition(name)]
    if lemma(verb) in words("naming_verbs"):
        return case == ["as"] or (has_relation(name, *_NAMED) and not case)
    return lemma(verb) == "know" and case == ["as"]
