"""Interviews: who asks and who answers where no quotation marks and no names before the turns tell.

A text is one if it says at its beginning that one person was interviewed, or several together, and has
paragraphs that ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extract.coref_chains import Chain, Chains
from extract.coref_phrases import FIRST_PERSON, FIRST_PLURAL, SECOND_PERSON, Phrase
from extract.lexicon import words
from extract.syntax import children, has_relation, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEGINNING, _QUESTIONS = 6, 2
"""How many sentences may say who is interviewed; how many paragraphs must ask."""
_SURE = 0.9
"""How sure a link is: what is said in an interview is reported, and never a plain fact."""


def join_interviewed(chains: Chains, quoted: Mapping[int, int]) -> None:
    """Who answers is the *I* of the answers, or *we* if there are several, and the *you* of the questions."""
    asking = _asking(chains)
    if len(asking) < _QUESTIONS:
        return
    persons = {id(c): c for c in _interviewed(chains)}
    if len(persons) == 1:
        answers, answering = next(iter(persons.values())).names[0], FIRST_PERSON
    elif (both := _interviewed_together(chains)) is not None:
        answers, answering = both, FIRST_PLURAL
    else:
        return
    for phrase in chains.phrases:
        said, asked = phrase.head.lower_, phrase.paragraph in asking
        if phrase.head.i in quoted or phrase.paragraph < min(asking):
            continue
        if said in (SECOND_PERSON if asked else answering):
            chains.join(phrase, answers, "interviewed", _SURE)


def _asking(chains: Chains) -> set[int]:
    """The numbers of the paragraphs that end with a question."""
    last: dict[int, str] = {}
    for phrase in chains.phrases:
        last[phrase.paragraph] = phrase.head.sent.text.strip()
    return {paragraph for paragraph, sentence in last.items() if sentence.endswith("?")}


def _interviewed(chains: Chains) -> Iterator[Chain]:
    """The people of whom the beginning says that they were interviewed."""
    for phrase in chains.phrases:
        if phrase.sentence < _BEGINNING and phrase.label == "PERSON" and _is_interviewed(phrase):
            yield chains.of(phrase)


def _interviewed_together(chains: Chains) -> Phrase | None:
    """The first coordination of people of whom the beginning says that they were interviewed."""
    labels = {p.head.i: p.label for p in chains.phrases if p.kind == "name"}
    beginning = (p for p in chains.phrases if p.kind == "group" and p.sentence < _BEGINNING)
    people = (p for p in beginning if all(labels.get(member.i) == "PERSON" for member in p.members))
    return next((p for p in people if _is_interviewed(p)), None)


def _is_interviewed(phrase: Phrase) -> bool:
    return any(_is_asked(token) for token in _described(phrase.head))


def _described(name: Token) -> Iterator[Token]:
    """The name, and the nouns it is beside: ``mathematician and writer Aner Shalev``."""
    yield name
    while has_relation(name, "appos", "flat", "compound", "conj", "nmod:desc") and name.head.i != name.i:
        name = name.head
        yield name


def _is_asked(token: Token) -> bool:
    verb = token.head
    with_ = [t.lower_ for t in preposition(token)] in (["with"], ["to"])
    if lemma(verb) == "interview":
        passive = has_relation(token, "nsubj:pass")
        return passive or has_relation(token, "obj") or (with_ and has_relation(token, "nmod"))
    told = any(c.dep_ == "acl" and lemma(c) == "interview" for c in children(token, "acl"))
    return told or (lemma(verb) in words("talking_verbs") and with_ and has_relation(token, "obl"))
