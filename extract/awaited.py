"""What is still to come: ``until the union accepts``, ``died before finishing it``.

A clause with *before* or *until* in the past has mostly come about where what it stands beside has; one in
the present has not yet, and what somebody is cut short before doing remains undone (Quirk et al. 1985,
sections 14.27 and 15.27).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.cues import is_cue, own_cues
from extract.lexicon import words
from extract.model import Certainty
from extract.stances import stance_of
from extract.syntax import child, children, has_relation, is_infinitive, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_HAPPENED = frozenset({"entail", "factive", "speech", "reported"})
"""Stances towards an infinitive under which what it waits for came about: ``managed to wait until …``."""


def is_awaited(clause: Token) -> bool:
    """Whether an adverbial clause says what something waits for or comes before."""
    marks = children(clause, "mark", "advmod", "case")
    return has_relation(clause, "advcl") and any(m.i < clause.i and is_cue(m, "awaiting") for m in marks)


def awaited(clause: Token, governor: Token) -> Certainty:
    """How an awaited clause holds beside its governing word, whatever stands above that."""
    if own_cues(governor).certainty in ("planned", "possible", "demanded", "hypothetical"):
        return "hypothetical"
    governed = is_infinitive(governor) and has_relation(governor, "xcomp", "ccomp", "acl")
    if governed and stance_of(governor.head, governor) not in _HAPPENED:
        return "hypothetical"
    if _is_to_come(clause):
        return "planned"
    early = any(m.lower_ == "before" for m in children(clause, "mark", "advmod", "case"))
    return "possible" if early and (_is_cut_short(clause, governor) or _is_any(clause)) else "asserted"


def _is_to_come(clause: Token) -> bool:
    """``until the court rules``: the present tense; not behind ``when``, which stands for habits too."""
    if any(m.lower_ in ("when", "by") for m in children(clause, "mark", "advmod", "case")):
        return False
    verbs = [*children(clause, "aux", "cop"), clause]
    return any(v.tag_ in ("VBZ", "VBP") for v in verbs) and not any(v.tag_ == "VBD" for v in verbs)


def _is_cut_short(clause: Token, governor: Token) -> bool:
    """``died before finishing it``, ``police stopped her before she reached …``."""
    if lemma(governor) not in words("cutting_short"):
        return False
    subject = child(clause, "nsubj")
    return subject is None or subject.pos_ == "PRON"


def _is_any(clause: Token) -> bool:
    """``before anyone noticed``, ``before any votes were cast``."""
    arguments = children(clause, "nsubj", "obj")
    return any(t.lower_.startswith("any") for a in arguments for t in (a, *children(a, "det")))
