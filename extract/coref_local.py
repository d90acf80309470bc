"""What grammar says outright: appositions and predicates with a copula; what a reflexive belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.coref_chains import Chains
from extract.coref_phrases import Phrase
from extract.gender import kinds_of
from extract.subjects import subject_of
from extract.syntax import children, copula, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON_NOUNS = frozenset({"person"})


def by_head(chains: Chains) -> dict[int, Phrase]:
    """Token index → the phrase it heads, coordinations aside."""
    return {p.head.i: p for p in chains.phrases if p.kind != "group"}


def join_local(chains: Chains) -> None:
    """Join what stands side by side in one construction."""
    heads = by_head(chains)
    for one, other in _appositions(heads):
        chains.join(other, one, "apposition")
    for subject, predicate in _equations(heads):
        chains.join(predicate, subject, "predicate")


def _appositions(heads: dict[int, Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """``Marit Haugvane, the prime minister``; not a list that the parser took for one."""
    for phrase in heads.values():
        found = children(phrase.head, "appos")
        for other in found:
            described = heads.get(other.i)
            if described is None or len(found) > 1 or preposition(other) or children(other, "conj"):
                continue
            if children(phrase.head, "conj") or not _compatible(phrase, described):
                continue
            yield phrase, described


def _compatible(one: Phrase, other: Phrase) -> bool:
    """Two names are one only if one abbreviates the other, which the rule of names has seen to."""
    if one.kind == other.kind == "name":
        return False
    name, noun = (one, other) if one.kind == "name" else (other, one)
    if name.kind != "name" or noun.kind != "nominal":
        return one.kind == other.kind == "nominal"
    person = is_person_noun(noun)
    return person == (name.label == "PERSON") if name.label else not person


def is_person_noun(phrase: Phrase) -> bool:
    """Whether a nominal names a person by sort or office."""
    return bool(_PERSON_NOUNS & kinds_of(phrase.head))


def _equations(heads: dict[int, Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """``Athens is the capital of Greece``; asserted, in the indicative, with a noun as predicate."""
    for phrase in heads.values():
        head = phrase.head
        if copula(head) is None or phrase.kind != "nominal" or preposition(head) or children(head, "aux"):
            continue
        if not kinds_of(head):
            continue
        if any(c.dep_ == "advmod" and c.lower_ in ("not", "n't", "never") for c in head.children):
            continue
        subject, _ = subject_of(head)
        subject_phrase = heads.get(subject.i) if subject is not None else None
        definite = any(d.lower_ in ("the", "a", "an", "our") for d in children(head, "det", "nmod:poss"))
        if subject_phrase is not None and definite and _may_equal(subject_phrase, phrase):
            yield subject_phrase, phrase


def _may_equal(subject: Phrase, predicate: Phrase) -> bool:
    if subject.kind == "name":
        return _compatible(subject, predicate)
    return subject.kind == "nominal" and is_person_noun(subject) == is_person_noun(predicate)


def reflexives(heads: dict[int, Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """Pairs of a reflexive pronoun and its clause's subject."""
    for phrase in heads.values():
        if phrase.kind != "pronoun" or not phrase.head.lower_.endswith(("self", "selves")):
            continue
        clause = clause_of(phrase.head)
        subject, _ = subject_of(clause) if clause is not None else (None, None)
        found = heads.get(subject.i) if subject is not None else None
        if found is not None and found.head.i != phrase.head.i:
            yield phrase, found


def clause_of(token: Token) -> Token | None:
    """The predicate of the clause that the token stands in."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") or copula(token) is not None:
            return token
    return None
