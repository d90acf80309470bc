"""Small questions to a UD dependency tree, asked by every extractor.

Relation names follow Universal Dependencies v2 (https://universaldependencies.org/u/dep/); subtypes
(``nsubj:pass``) match their base relation (``nsubj``) unless the subtype is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
_PASSIVE = frozenset({"nsubj:pass", "csubj:pass", "obl:agent"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
"""Adverbs that deny the clause they stand in."""
CLAUSES = ("csubj", "ccomp", "xcomp", "advcl", "acl", "parataxis")


def has_relation(token: Token, *relations: str) -> bool:
    """Whether the token's relation to its head is one of ``relations`` or a subtype of one."""
    return _is_one_of(token.dep_, relations)


@cache
def _is_one_of(relation: str, wanted: tuple[str, ...]) -> bool:
    """Asked millions of times of a few thousand pairs."""
    return any(relation == one or relation.startswith(one + ":") for one in wanted)


def children(token: Token, *relations: str) -> list[Token]:
    """The dependents with one of the ``relations``, in text order."""
    return [child for child in token.children if _is_one_of(child.dep_, relations)]


def child(token: Token, *relations: str) -> Token | None:
    """The first dependent with one of the ``relations``."""
    return next(iter(children(token, *relations)), None)


def lemma(token: Token) -> str:
    """The lemma in lower case; the form itself where the pipeline gives none."""
    return (token.lemma_ or token.text).lower()


def with_particle(verb: Token) -> str:
    """The verb's lemma with its particles: ``give up``."""
    return " ".join([lemma(verb), *(p.text.lower() for p in children(verb, "compound:prt"))])


def ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of (dependent, head) from the token up to the root."""
    while token.head.i != token.i:
        yield token, token.head
        token = token.head


def is_passive(verb: Token) -> bool:
    """Whether the clause is passive: a passive subject, auxiliary or agent."""
    marks = {c.dep_ for c in verb.children}
    perfect = [lemma(a) for a in children(verb, "aux")][-1:] == ["have"]  # "had spoken by telephone"
    return "aux:pass" in marks or (not perfect and not marks.isdisjoint(_PASSIVE))


def is_bare_passive(predicate: Token) -> bool:
    """A past participle beside its patient (``territories seized``) or under a shared auxiliary."""
    misread = predicate.tag_ == "VBD" and predicate.dep_ == "acl" and not children(predicate, "nsubj", "obj")
    if (predicate.tag_ != "VBN" and not misread) or children(predicate, "aux", "cop"):
        return False
    if has_relation(predicate, "acl", "advcl", "xcomp") and not has_relation(predicate, "acl:relcl"):
        return True
    if not has_relation(predicate, "conj"):
        return False
    first = predicate.head  # "was sold, bought and photographed"
    while (
        has_relation(first, "conj") and not children(first, "nsubj", "obj", "aux") and first.tag_[:2] == "VB"
    ):
        first = first.head
    return first.tag_ == "VBN" and (is_passive(first) or (first.dep_ != "conj" and is_bare_passive(first)))


def acts_passively(verb: Token) -> bool:
    """Whether what the verb says is done to its subject: a passive clause or a bare participle."""
    return is_passive(verb) or is_bare_passive(verb)


def is_finite_clause(verb: Token) -> bool:
    """Whether the clause has a tensed verb (its own or its auxiliary's or copula's)."""
    heads = [verb, *children(verb, "aux", "cop")]
    return any("Fin" in t.morph.get("VerbForm", []) or t.tag_ in ("MD", "VBZ", "VBP", "VBD") for t in heads)


def is_infinitive(verb: Token) -> bool:
    """Whether the clause is a ``to`` infinitive."""
    return any(c.lower_ == "to" and c.i < verb.i for c in children(verb, "mark", "aux"))


def copula(token: Token) -> Token | None:
    """The copula of the token's own clause; not that of a clause around it ("The fact is that …")."""
    outer = any(c.dep_ == "nsubj:outer" for c in token.children)
    inner = any(c.dep_ in ("nsubj", "nsubj:pass") for c in token.children)
    copulas = children(token, "cop")
    if outer and inner:
        copulas = copulas[1:]
    return copulas[0] if copulas else None


def opens_with_that(clause: Token) -> bool:
    """Whether a conjunction ``that`` opens the clause, also one misread as a second object."""
    if any(m.lower_ == "that" for m in children(clause, "mark")):
        return True
    objects = children(clause, "obj")
    return len(objects) > 1 and any(o.lower_ == "that" and o.i < clause.i for o in objects)


def is_relative_clause(token: Token) -> bool:
    """Whether the clause describes a nominal, also the focus of a cleft ("It was Egypt that …")."""
    nominal = token.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
    described = token.dep_ == "acl:relcl" or (token.dep_ == "advcl:relcl" and nominal)
    return described and not opens_with_that(token)


def is_to_be(verb: Token) -> bool:
    """Whether the clause says what is to happen: ``Egypt is to close the dam``, ``is due to …``."""
    base = is_infinitive(verb) or verb.tag_ == "VB"
    return (verb.pos_ == "VERB" and base and copula(verb) is not None) or (
        verb.pos_ == "VERB" and is_meant_to(verb)
    )


def is_meant_to(predicate: Token) -> bool:
    """Whether a form of *be* right before ``to`` says what was or is meant: ``were to be rebuilt``."""
    to = next((m for m in children(predicate, "mark", "aux") if m.lower_ == "to"), None)
    if to is None:
        return False
    asides = children(predicate, "aux", "cop", "advmod")
    before = [t for t in asides if t.i < to.i and t.lower_ not in NEGATIONS]
    return bool(before) and lemma(before[-1]) == "be" and not has_relation(before[-1], "advmod")


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a full verb, or anything with a copula."""
    if copula(token) is not None:
        return True
    return token.pos_ in ("VERB", "AUX") and not has_relation(
        token, "aux", "cop", "amod", "compound", "case", "mark", "fixed", "flat"
    )


def preposition(token: Token) -> tuple[Token, ...]:
    """The case marker of a phrase with its fixed parts (``according to``), without possessive ``'s``."""
    cases = [c for c in children(token, "case") if c.tag_ != "POS" and c.i < token.i]
    return tuple(sorted((t for c in cases for t in (c, *children(c, "fixed"))), key=lambda t: t.i))


def words_of(tokens: Iterable[Token]) -> str:
    """The tokens' forms in text order, one space apart, clitics joined to their host (``didn't``)."""
    ordered = sorted(set(tokens), key=lambda t: t.i)
    pieces: list[str] = []
    for before, token in zip([None, *ordered], ordered, strict=False):
        glue = before is not None and before.i + 1 == token.i and not before.whitespace_
        pieces.append(("" if glue or not pieces else " ") + token.text)
    return "".join(pieces)


def clause_of(token: Token) -> Token | None:
    """The predicate of the clause that the token stands in."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX") or copula(token) is not None:
            return token
    return None
