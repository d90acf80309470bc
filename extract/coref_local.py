"""What grammar says outright: appositions and predicates with a copula; what a reflexive belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from extract.coref_chains import Chains
from extract.coref_constraints import labels_of
from extract.coref_phrases import Phrase
from extract.gender import kinds_of
from extract.lexicon import words
from extract.subjects import subject_of
from extract.syntax import children, clause_of, copula, preposition


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
            if described is None or preposition(other) or children(other, "conj"):
                continue
            if (len(found) > 1 or children(phrase.head, "conj")) and not _is_holder(phrase, described):
                continue
            if _compatible(phrase, described):
                yield phrase, described


def _is_holder(phrase: Phrase, name: Phrase) -> bool:
    """Whether one person is told to be several things: ``army veteran and captain of the team, Lee Roe``."""
    nouns = [phrase.head, *children(phrase.head, "conj")]
    single = all(n.tag_ in ("NN", "NNP") and "person" in kinds_of(n) for n in nouns)
    bare = not any(children(n, "det") for n in nouns[1:])
    return phrase.kind == "nominal" and name.label == "PERSON" and single and bare


def _compatible(one: Phrase, other: Phrase) -> bool:
    """Whether the noun may be said of the name: a person's of a person, or a noun not known right before.

    Of two names only an office with a capital may; the rule of names has seen to abbreviations.
    """
    if one.kind == other.kind == "name":
        return _is_title(one, other) or _is_title(other, one)
    name, noun = (one, other) if one.kind == "name" else (other, one)
    if noun.noun in words("nouns_of_names"):
        return False
    if name.kind != "name" or noun.kind != "nominal":
        return one.kind == other.kind == "nominal"
    person = is_person_noun(noun)
    unknown = not kinds_of(noun.head) and noun.head.i + 1 == name.name_start
    fits = person == (name.label == "PERSON") or name.label in labels_of(kinds_of(noun.head))
    return not name.label or fits or unknown


def _is_title(title: Phrase, name: Phrase) -> bool:
    """``Our NASA Administrator, Bill Nelson``: an office with a capital."""
    capital = is_person_noun(title) and title.determiner in ("the", "owner")
    return capital and name.label == "PERSON" and title.head.tag_ == "NNP"


def is_person_noun(phrase: Phrase) -> bool:
    """Whether a nominal names a person by sort or office."""
    return "person" in kinds_of(phrase.head)


def _equations(heads: dict[int, Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """``Athens is the capital of Greece``; asserted, in the indicative, with a noun as predicate."""
    for phrase in heads.values():
        head = phrase.head
        if copula(head) is None or preposition(head) or children(head, "aux"):
            continue
        if any(c.dep_ == "advmod" and c.lower_ in ("not", "n't", "never") for c in head.children):
            continue
        subject, _ = subject_of(head)
        said_of = heads.get(subject.i) if subject is not None else None
        if said_of is None:
            continue
        if phrase.kind == "nominal" and _is_described(said_of, phrase):
            yield said_of, phrase


def _is_described(subject: Phrase, predicate: Phrase) -> bool:
    """``Athens is the capital of Greece``"""
    definite = any(
        d.lower_ in ("the", "a", "an", "our") for d in children(predicate.head, "det", "nmod:poss")
    )
    return definite and bool(kinds_of(predicate.head)) and _may_equal(subject, predicate)


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
