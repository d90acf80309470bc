"""Whom a political act is aimed at, where that is no direct argument of the clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.arguments import Clause, clause
from extract.event_features import operator_of
from extract.events import noun_act
from extract.facts import conjuncts
from extract.lexicon import words
from extract.lexicon.events import noun_sets
from extract.mentions import is_time
from extract.parties import is_party, party
from extract.subjects import is_relative
from extract.syntax import (
    child,
    children,
    has_relation,
    is_bare_passive,
    is_finite_clause,
    lemma,
    preposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "until"})
_TRANSPARENT = frozenset({"light", "keep"})


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom an act is aimed at: the target's head, the canonical relation, and the words between as tokens.

    Without ``relation`` the act as a whole is meant, whatever its words; ``case``: the target's preposition.
    ``guessed``: read out of a further clause.
    """

    target: Token
    path: tuple[Token, ...] = ()
    relation: str | None = None
    case: str = ""
    guessed: bool = False


def aim_of(act: Clause, *, nearest: bool) -> Aim | None:
    """The target, from near to far: of the act's noun, inside the object, an oblique, or a further clause.

    ``nearest`` looks no further than the noun's.
    """
    engaged = operator_of(act.predicate) == "engaged"
    objects = [h for a in act.arguments if a.role == "object" or engaged for h in conjuncts(a.head)]
    aim = next((found for head in objects if (found := _of_noun(act, head))), None)
    if aim is not None or nearest or (act.passive and operator_of(act.predicate) != "engaged"):
        return aim
    later = [
        a.head for a in act.arguments if a.role in ("oblique", "recipient") and a.head.i > act.predicate.i
    ]
    obliques = [head for head in later if not is_time(head)]
    if lemma(act.predicate) in words("events_movers"):
        return _moved(objects, obliques)
    if any(map(is_party, objects)):
        return None
    aim = _inside(objects)
    if aim is not None or any(map(is_party, obliques)):
        return aim
    return (
        _inside(obliques)
        or _in_clause(act)
        or _inside(objects, places=True)
        or _inside(obliques, places=True)
    )


def _moved(objects: list[Token], obliques: list[Token]) -> Aim | None:
    """``withdraw inspectors from Iraq``: where to or from, also where the parser hung that on the object."""
    if any(map(is_party, obliques)):
        return None
    complements = [n for h in objects for n in children(h, "nmod") if preposition(n)]
    led = [n for n in complements if preposition(n)[0].lower_ not in ("of", "by")]
    return _inside([*obliques, *led], places=True)


def _of_noun(act: Clause, head: Token) -> Aim | None:
    """``launched an attack on Kyiv``: a complement of the noun, wherever the parser hung it."""
    noun = noun_act(head)
    if noun is None:
        return None
    plain = operator_of(act.predicate) in _TRANSPARENT
    for phrase in (*children(head, "nmod"), *(a.head for a in act.arguments if a.role == "oblique")):
        case = preposition(phrase)
        target = party(phrase, places=True) if case and case[0].lower_ in noun.prepositions else None
        someones = (
            target != phrase and child(phrase, "nmod:poss") is not None
        )  # "an inquiry into its loans to X"
        if target is not None:
            return Aim(target, (head, *case), noun.relation if plain and not someones else None)
    return None


def _inside(heads: list[Token], *, places: bool = False) -> Aim | None:
    for head in heads:
        target = party(head, places=places)
        if target is not None:
            return Aim(target, (head,), case=_case(target))
    return None


def _case(target: Token) -> str:
    """The preposition before a target; ``in`` also for ``the streets of Lima``."""
    case = " ".join(c.lower_ for c in preposition(target))
    return "in" if case == "of" and "&place" in noun_sets().get(lemma(target.head), ()) else case


def _in_clause(act: Clause) -> Aim | None:
    """``demanded that Kyiv withdraw``, ``threatened … unless Kyiv …``, ``rallied to protest X's …``."""
    above = [c for g in act.governors for c in children(g, "advcl")]
    contents = [*children(act.predicate, "ccomp", "xcomp", "advcl"), *_noun_clauses(act), *above]
    for content in contents:
        subject = child(content, "nsubj")
        conditional = any(m.lower_ in _CONDITIONS for m in children(content, "mark"))
        if subject is not None and (has_relation(content, "ccomp", "acl") or conditional):
            target = None if is_relative(subject) else party(subject)
            if target is not None:
                return Aim(target, case="of" if subject.dep_ == "nsubj:pass" else "", guessed=True)
    for content in contents:
        told = has_relation(content, "ccomp") or (
            has_relation(content, "advcl") and is_finite_clause(content)
        )
        for argument in () if told else clause(content).arguments:
            target = party(argument.head)
            if target is not None:
                return Aim(target, guessed=True)
    return None


def _noun_clauses(act: Clause) -> list[Token]:
    """Clauses that a noun under the verb carries: ``a declaration demanding …``, ``its demand that …``."""
    heads = [a.head for a in act.arguments if a.role in ("object", "oblique")]
    clauses = [c for h in heads for c in children(h, "acl", "ccomp")]
    return [c for c in clauses if not has_relation(c, "acl:relcl") and not is_bare_passive(c)]
