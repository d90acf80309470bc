"""What a clause shows to the rules of the event lexicon: its features, and the words that the lexicon knows.

A feature is ``o:aid`` (object or its modifier), ``o:military_aid`` (object with that modifier),
``s:gunman`` (subject), ``p:with`` (preposition of an oblique), ``p:for/talk`` (with its noun, or
``p:to/head`` for an infinitive), ``x:to`` (some infinitive), ``x:guilty`` (that adjective), ``c:base`` (a
subjunctive clause). In place of a noun ``&name`` is a noun set and ``@name`` a kind of entity (``@party``:
whoever can act).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from extract.lexicon import words
from extract.lexicon.events import Rule, noun_sets, operators, verb_rules
from extract.parties import is_party
from extract.syntax import children, is_passive, lemma, preposition, with_particle

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFIERS = ("compound", "amod", "nmod:desc", "flat")
_ENTITY_SETS = {"GPE": ("@country", "@place"), "LOC": ("@place",), "FAC": ("@place",), "PERSON": ("@person",)}


def clause_features(predicate: Token, objects: Iterable[Token]) -> Iterator[str]:
    """The features of a clause, given what stands as its objects."""
    passive = is_passive(predicate)
    for subject in children(predicate, "obl:agent") if passive else children(predicate, "nsubj"):
        yield from actor_features(subject, role="s")
    for head in objects:
        for one in (head, *children(head, "conj")):
            yield from actor_features(one)
            if is_party(one):
                yield "o:@party"
        for noun in children(head, "nmod"):
            yield from _prepositional(noun)
            if _is_measure(head) and lemma(preposition(noun)[0] if preposition(noun) else noun) == "of":
                yield from actor_features(noun)
    for oblique in children(predicate, "obl"):
        yield from _prepositional(oblique)
    for complement in children(predicate, "xcomp"):
        quality = complement.pos_ == "ADJ"
        yield from (f"x:{complement.lower_}",) if quality else ("x:to", f"p:to/{lemma(complement)}")
    if any(c.tag_ == "VB" and not children(c, "aux", "cop") for c in children(predicate, "ccomp")):
        yield "c:base"


def actor_features(token: Token, *, role: str = "o") -> Iterator[str]:
    """The features of a noun phrase in a role, its modifiers and noun sets included."""
    names = list(names_of(token))
    modifiers = [name for m in children(token, *MODIFIERS) for name in names_of(m)]
    pairs = [f"{modifier}_{name}" for modifier in modifiers for name in names]
    sets = [name for pair in pairs for name in noun_sets().get(pair, ())]
    kinds = _ENTITY_SETS.get(token.ent_type_, ())
    yield from (f"{role}:{name}" for name in (*names, *modifiers, *pairs, *sets, *kinds))


def names_of(token: Token) -> Iterator[str]:
    """A word as the lexicon may list it: its lemma, and the noun sets it belongs to."""
    word = lemma(token)
    for form in dict.fromkeys((word, *_singulars(word)) if token.pos_ == "NOUN" else (word,)):
        yield form
        yield from noun_sets().get(form, ())


def rules_of(predicate: Token) -> tuple[Rule, ...]:
    """The rules of a verb, with its particle where the lexicon has that, the most specific first."""
    table = verb_rules()
    full, bare = with_particle(predicate), _known(lemma(predicate))
    return table.get(full, ()) if full != bare and full in table else table.get(bare, ())


def operator_of(token: Token) -> str | None:
    """The operator that a verb, noun or adjective applies to its complement."""
    suffix = {"NOUN": "/n", "PROPN": "/n", "ADJ": "/a"}.get(token.pos_, "")
    table = operators()
    plain = lemma(token) if suffix else _known(lemma(token))
    return table.get(with_particle(token) + suffix) or table.get(plain + suffix)


def _prepositional(phrase: Token) -> Iterator[str]:
    case = preposition(phrase)
    if case:
        yield f"p:{case[0].lower_}"
        yield from (f"p:{case[0].lower_}/{feature[2:]}" for feature in actor_features(phrase))


def _is_measure(head: Token) -> bool:
    """``tons of food``, ``part of a stronghold``, ``$500 worth of goods``: what is measured is the object."""
    return (
        lemma(head) in words("partitives")
        or operator_of(head) == "keep"
        or bool(children(head, "nummod"))
        or head.pos_ == "SYM"
    )


def _singulars(word: str) -> tuple[str, ...]:
    """Singulars of a noun that the lemmatizer may have left in the plural (``troops``, ``supplie``)."""
    return (
        (word.removesuffix("s"), word.removesuffix("s").removesuffix("ie") + "y") if word[-1:] in "se" else ()
    )


def _known(word: str) -> str:
    """The lemma as the lexicon spells it, where the lemmatizer cut an ending too much or too little."""
    spellings = (word, word + "e", word.removesuffix("d"), word.removesuffix("ed"), word[:-1], word[:-2])
    return next((s for s in spellings if len(s) > 2 and (s in verb_rules() or s in operators())), word)
