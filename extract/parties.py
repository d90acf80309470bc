"""The party inside a noun phrase: the state, body or person that can act politically or be acted upon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.extents import entity_of, phrase
from extract.lexicon import words
from extract.mentions import QUANTITY_LABELS, TIME_LABELS, is_time
from extract.naming import core
from extract.syntax import children, has_relation, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_LABELS = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC"})
_PREPOSITIONS = (
    "against",
    "by",
    "with",
    "between",
    "to",
    "of",
    "from",
    "toward",
    "towards",
    "for",
    "over",
    "into",
    "about",
)
_NO_PARTIES = TIME_LABELS | QUANTITY_LABELS
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OF_PLACE = ("on", "at", "in", "within", "near", "inside", "across", "around")
_NUMBERS = frozenset({"ten", "third", "quarter", "half", "hundred", "thousand", "score", "dozen", "million"})
_LONGEST = 8
"""Words of a phrase beyond which the name in it is the better target."""


def is_party(token: Token) -> bool:
    """Whether the phrase's own head is a named party, a noun for one, or a personal pronoun."""
    head = core(token)
    if head.ent_type_ in _LABELS or (head.pos_ == "PROPN" and head.ent_type_ not in _NO_PARTIES):
        return True
    if head.pos_ == "PRON":
        return (
            "Prs" in head.morph.get("PronType", []) and not head.morph.get("Poss", []) and head.dep_ != "expl"
        )
    return head.pos_ in ("NOUN", "ADJ") and _is_actor_noun(head)


def bears_party(token: Token) -> bool:
    """Whether the phrase can act: a party itself, by possessor or modifier, or by what it is a number of."""
    if is_party(token):
        return True
    near = children(token, "nmod:poss", "compound", "amod", "flat", "nmod:desc", "appos")
    if any(t.ent_type_ in _LABELS or (t.pos_ == "NOUN" and _is_actor_noun(t)) for t in near):
        return True
    counted = (n for n in children(token, "nmod") if [t.lower_ for t in preposition(n)] == ["of"])
    number = token.pos_ in ("NUM", "ADJ") or token.ent_type_ in QUANTITY_LABELS or lemma(token) in _NUMBERS
    return number and any(map(is_party, counted))


def _is_actor_noun(token: Token) -> bool:
    word = lemma(token)
    listed = any(word in words(name) for name in ("events_actors", "events_agents", "position_nouns"))
    return listed or word.endswith("ist")


def party(head: Token, *, places: bool = False, depth: int = 4) -> Token | None:
    """The party that a phrase is or bears, from near to far: possessor, modifier, complement by preposition.

    ``places`` also looks behind prepositions of place (``a curfew in Cizre``).
    """
    if is_party(head):
        return head
    if depth == 0 or is_time(head):
        return None
    for modifier in children(head, "nmod:poss"):
        found = party(modifier, places=places, depth=depth - 1)
        if found is not None:
            return found
    modifiers = children(head, "compound", "amod", "nmod:desc", "flat")
    if any(m.pos_ == "NOUN" and _is_actor_noun(m) for m in modifiers):
        return head  # "rebel positions": who is meant is in the phrase
    for modifier in modifiers:
        if modifier.ent_type_ in _LABELS and modifier.ent_type_ != "LOC":
            return _root(modifier)
    nested = sorted(_complements(head, places), key=lambda pair: pair[0])
    inner = (party(noun, places=places, depth=depth - 1) for _, noun in nested)
    return next((found for found in inner if found is not None), None)


def short_span(token: Token) -> tuple[int, int]:
    """The phrase of ``token``, without its innermost complements where it is too long for one party."""
    start, end = phrase(token)
    for relations in (("appos", "acl", "advcl", "parataxis"), ("nmod",)):
        inner = [t for t in token.subtree if has_relation(t, *relations) and t.head.i != token.i]
        end = _cut(start, end, inner, token)
    return start, _cut(start, end, children(token, "nmod", "acl"), token)


def _cut(start: int, end: int, complements: Iterable[Token], head: Token) -> int:
    """Where a phrase ends that is too long otherwise: before the first of the complements."""
    if end - start <= _LONGEST:
        return end
    stop = min([end, *(t.left_edge.i for t in complements if t.left_edge.i > head.i)])
    return stop - 1 if head.doc[stop - 1].is_punct else stop


def _root(token: Token) -> Token:
    entity = entity_of(token)
    return entity.root if entity is not None else token


def _complements(head: Token, places: bool) -> list[tuple[int, Token]]:
    """The phrase's prepositional complements and the arguments of its participles, each with its rank."""
    ranked = []
    for noun in (*children(head, "nmod", "appos"), *_of_participles(head)):
        case = preposition(noun)
        word = case[0].lower_ if case else ""
        if word not in _OF_PLACE or (places and noun.ent_type_ in _PLACES):
            place = _PREPOSITIONS.index(word) if word in _PREPOSITIONS else len(_PREPOSITIONS)
            ranked.append((place * 100 + abs(noun.i - head.i), noun))
    return ranked


def _of_participles(head: Token) -> list[Token]:
    return [
        argument
        for verb in children(head, "acl")
        if not has_relation(verb, "acl:relcl")
        for argument in children(verb, "obj", "obl")
    ]
