"""Governing words and the clauses below them: which is whose complement, and with what stance.

Stances are those of ``lexicon/complement_stances.tsv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lexicon import stances
from extract.syntax import (
    child,
    children,
    has_relation,
    is_finite_clause,
    is_infinitive,
    is_passive,
    lemma,
    with_particle,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_complement(dependent: Token, governor: Token) -> bool:
    """Whether ``governor`` decides on the clause below it: its complement, its content, or its gerund.

    Includes infinitives right behind a word that takes one, which parsers often mistake for purposes.
    """
    if has_relation(dependent, "ccomp", "xcomp", "csubj"):
        return True
    return (
        is_noun_complement(dependent, governor)
        or _is_prepositional_gerund(dependent, governor)
        or is_controlled_infinitive(dependent, governor)
    )


def is_controlled_infinitive(dependent: Token, governor: Token) -> bool:
    """``omitted to publish``, ``asked the ministry to release``, attached as an adverbial clause."""
    marker = next((m for m in children(dependent, "mark", "aux") if m.lower_ == "to"), None)
    if (
        marker is None
        or not has_relation(dependent, "advcl")
        or entry_of(governor) is None
        or governor.pos_ != "VERB"
    ):
        return False
    asked = child(governor, "obj", "iobj") or child(governor, "obl")
    start = marker.i - 1 if marker.i and marker.nbor(-1).lower_ in ("not", "never") else marker.i
    raised = (
        asked is not None
        and (entry_of(governor) or ("", "", ""))[2] == "demand"
        and start == asked.right_edge.i + 1
    )
    return start == governor.i + 1 or raised


def carries_content(noun: Token, governor: Token) -> bool:
    """``rejected the claim that …``: the verb acts on what the noun's own clause says."""
    if not has_relation(noun, "obj", "nsubj") or noun.pos_ != "NOUN" or governor.pos_ not in ("VERB", "ADJ"):
        return False
    if has_relation(noun, "nsubj") and governor.pos_ == "VERB" and noun.dep_ != "nsubj:pass":
        return False
    entry = entry_of(governor)
    content = any(is_noun_complement(c, noun) for c in children(noun, "acl", "advcl"))
    return content and entry is not None and entry[0] in ("deny", "doubt", "fail")


def is_noun_complement(dependent: Token, governor: Token) -> bool:
    """``plans to attack``, ``the claim that …``, not a relative or descriptive clause."""
    if not has_relation(dependent, "acl", "advcl"):
        return False
    if has_relation(dependent, "acl:relcl") and not any(
        m.lower_ == "that" for m in children(dependent, "mark")
    ):
        return False
    marked = any(m.lower_ in ("to", "that", "of", "from") for m in children(dependent, "mark"))
    return marked and governor.pos_ in ("NOUN", "ADJ") and entry_of(governor) is not None


def _is_prepositional_gerund(dependent: Token, governor: Token) -> bool:
    """``accused of bombing``, ``prevented from entering``, ``succeeded in raising``."""
    if not has_relation(dependent, "advcl") or governor.pos_ != "VERB":
        return False
    marks = {m.lower_ for m in children(dependent, "mark")}
    return (
        bool(marks & {"of", "from", "in", "on", "against", "at"})
        and dependent.i > governor.i
        and entry_of(governor) is not None
    )


def entry_of(governor: Token) -> tuple[str, str, str] | None:
    """The governor's stances before a finite clause, an infinitive, and an object with infinitive."""
    suffix = {"NOUN": "/n", "PROPN": "/n", "ADJ": "/a"}.get(governor.pos_, "")
    table = stances()
    return table.get(with_particle(governor).replace(" ", "_") + suffix) or table.get(
        lemma(governor) + suffix
    )


def stance_of(governor: Token, dependent: Token) -> str:
    """What ``governor`` says about the clause of ``dependent``; words not in the table report or entail."""
    marks = [m.lower_ for m in children(dependent, "mark")]
    entry = next((e for m in marks if (e := stances().get(f"{lemma(governor)}_{m}"))), None) or entry_of(
        governor
    )
    if lemma(governor) == "go" and governor.tag_ == "VBG" and "to" in marks:
        return "plan"
    if (
        governor.pos_ == "ADJ"
        and "to" in marks
        and any(a.lower_ == "too" for a in children(governor, "advmod"))
    ):
        return "fail"
    if (
        lemma(governor) == "let"
        and governor.tag_ == "VB"
        and governor.dep_ == "ROOT"
        and not child(governor, "nsubj")
    ):
        return "demand"
    if "against" in marks:
        return "renounce"
    if entry is None:
        return _by_form(dependent)
    if (
        _is_unsourced(governor)
        and entry[0] in ("speech", "belief")
        and has_relation(dependent, "ccomp", "csubj")
    ):
        return "rumour"
    if _is_mandative(dependent) and entry[2] == "demand":
        return "demand"
    if is_finite_clause(dependent) or has_relation(dependent, "ccomp"):
        return entry[0]
    if is_passive(governor) and entry[0] in ("speech", "belief") and entry[1] in ("speech", "belief"):
        return (
            entry[2]
            if entry[2] == "demand"
            and child(dependent, "aux") is None
            and entry[0] == "speech"
            and not _is_rumour(governor)
            else "rumour"
        )
    raised = child(governor, "obj", "iobj", "obl") is not None or is_passive(governor)
    return entry[2] if raised and entry[2] != "-" else entry[1]


def _by_form(dependent: Token) -> str:
    """The stance of a word that the table does not know: what it governs is told, meant or open."""
    if has_relation(dependent, "ccomp"):
        return "reported"
    if is_infinitive(dependent):
        return "plan"
    return "possible" if dependent.tag_ == "VBG" else "entail"


def _is_unsourced(governor: Token) -> bool:
    """A passive without an agent: ``it was reported that …``."""
    return is_passive(governor) and child(governor, "obl:agent") is None


def _is_rumour(governor: Token) -> bool:
    """``is said to``, ``is reported to``: passives that pass on what others say."""
    return lemma(governor) in ("say", "report", "allege", "claim", "acknowledge", "note", "describe")


def _is_mandative(dependent: Token) -> bool:
    """A bare verb with a subject of its own: ``insist that the school reinstate him``."""
    subject = child(dependent, "nsubj")
    if subject is None or not has_relation(dependent, "ccomp") or children(dependent, "aux", "cop"):
        return False
    singular = "Sing" in subject.morph.get("Number", []) and subject.pos_ != "PRON"
    return dependent.tag_ == "VB" or (singular and dependent.lower_ == lemma(dependent))
