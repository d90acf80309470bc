"""Other names that the text itself tells: ``(ECB)``, ``a website called Corvo``, ``also known as the Fist``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.coref_chains import Chains
from extract.coref_phrases import Phrase
from extract.lexicon import words
from extract.syntax import children, has_relation, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BRACKETS = {"(": ")", "[": "]"}
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
_NEAR = 4
"""How many tokens behind the verb a name begins at the latest, with ``as``, article and quotation mark."""

_TRANSLATED = frozenset({"WORK_OF_ART", "FAC", "EVENT", "LOC", "PRODUCT", "LAW"})
"""Labels of things whose second name stands in brackets; a person's or a body's brackets tell whose it is."""


def join_aliases(chains: Chains) -> None:
    """Join what brackets and verbs of naming say is one thing."""
    heads = {p.head.i: p for p in chains.phrases if p.kind in ("name", "nominal")}
    for one, other in _in_brackets(chains):
        chains.join(other, one, "in brackets")
    for one, other in _called(heads):
        chains.join(other, one, "called")


def _in_brackets(chains: Chains) -> Iterator[tuple[Phrase, Phrase]]:
    phrases = [p for p in chains.phrases if p.kind in ("name", "nominal")]
    for inner in phrases:
        doc = inner.head.doc
        opened, closed = _outside(doc, inner.name_start, inner.name_end) if inner.kind == "name" else (-1, -1)
        if opened < 1:
            continue
        before = [p for p in phrases if p.start < opened and opened <= p.end and p.head.i != inner.head.i]
        if (long := spelt_out(inner.name, doc[max(0, opened - 2 * len(inner.name)) : opened].text)) is not None:
            begins = opened - 1
            while begins > 0 and doc[begins - 1].idx >= doc[opened - 1].idx + len(doc[opened - 1]) - len(long):
                begins -= 1
            whole = [p for p in before if begins <= p.head.i and p.start <= begins + 1 and p.label != "PERSON"]
            if whole:
                yield min(whole, key=lambda p: p.end - p.start), inner
            continue
        for outer in before:
            if outer.name_end != opened:
                continue
            if spelt_out(outer.name, inner.name) == inner.name or (
                outer.label == inner.label and outer.label in _TRANSLATED
            ):
                yield outer, inner


def _outside(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The places of the brackets around some tokens, quotation marks aside; -1 where there are none."""
    start, end = start - 1, end
    while start > 0 and doc[start].text in _QUOTES:
        start -= 1
    while end < len(doc) - 1 and doc[end].text in _QUOTES:
        end += 1
    if start < 0 or end >= len(doc) or _BRACKETS.get(doc[start].text) != doc[end].text:
        return -1, -1
    return start, end


def spelt_out(short: str, text: str) -> str | None:
    """The end of ``text`` that ``short`` abbreviates, or None.

    Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical
    text", section 3: every letter of the short form is found from the right, the first one at a word's
    beginning.
    """
    letters = [c.lower() for c in short if c.isalnum()]
    if not 2 <= len(letters) <= 10 or sum(c.isupper() for c in short) < 2 or len(short.split()) > 2:
        return None
    place = len(text)
    for number in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and (
            text[place].lower() != letters[number]
            or (number == 0 and place > 0 and text[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
    found = text[place:]
    return found if len(found.split()) <= min(len(letters) + 5, 2 * len(letters)) and len(found) > len(short) else None


def _called(heads: dict[int, Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """``a website called Corvo``; ``the group is known as the Fist``."""
    for head, name in heads.items():
        verb = name.head.head
        if name.kind != "name" or verb.tag_ != "VBN" or not 0 < name.name_start - verb.i <= _NEAR:
            continue
        if not _names(verb, name.head):
            continue
        named = verb.head if has_relation(verb, "acl") else next(iter(children(verb, "nsubj:pass")), None)
        phrase = heads.get(named.i) if named is not None else None
        if phrase is not None and not (phrase.kind == "name" and phrase.label == name.label == "PERSON"):
            yield phrase, name


def _names(verb: Token, name: Token) -> bool:
    by_as = [t.lower_ for t in preposition(name)] == ["as"]
    if lemma(verb) in words("naming_verbs"):
        return by_as or (has_relation(name, "xcomp", "obj", "nmod", "obl", "appos", "dep") and not preposition(name))
    return lemma(verb) == "know" and by_as
