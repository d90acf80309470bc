"""Governing words and the clauses below them: which is whose complement, and with what stance.

Stances are those of ``lexicon/complement_stances.tsv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lexicon import stances
from extract.syntax import (
    acts_passively,
    child,
    children,
    has_relation,
    is_finite_clause,
    is_infinitive,
    lemma,
    with_particle,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOURCES = frozenset(
    {"benefit", "recover", "result", "come", "suffer", "profit", "retire", "return", "stem", "emerge"}
)
"""Verbs whose ``from`` with a gerund names where something comes from, and prevents nothing."""
_RAISING = frozenset({"demand", "entail", "possible", "prevent", "forbid", "plan"})
"""Stances before an object with infinitive that make the infinitive the object's act."""


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
    """``omitted to publish``, ``asked him to leave``, ``ruled out closing``, as an adverbial clause."""
    if governor.pos_ == "VERB" and _is_bare_gerund(dependent, governor):
        return True
    marker = next((m for m in children(dependent, "mark", "aux") if m.lower_ == "to"), None)
    if (
        marker is None
        or not has_relation(dependent, "advcl")
        or (entry_of(governor) is None and not _is_excessive(governor))
        or governor.pos_ not in ("VERB", "ADJ")
    ):
        return False
    asked = child(governor, "obj", "iobj") or child(governor, "obl")
    start = marker.i - 1 if marker.i and marker.nbor(-1).lower_ in ("not", "never") else marker.i
    raised = (
        asked is not None
        and (entry_of(governor) or ("", "", ""))[2] in _RAISING
        and start == asked.right_edge.i + 1
    )
    return start == governor.i + 1 or raised


def _is_bare_gerund(dependent: Token, governor: Token) -> bool:
    """A gerund right behind a word of refusal: ``ruled out closing the dam``."""
    if dependent.tag_ != "VBG" or not has_relation(dependent, "advcl") or children(dependent, "mark"):
        return False
    entry = entry_of(governor)
    behind = (
        dependent.left_edge.i == max([governor.i, *(p.i for p in children(governor, "compound:prt"))]) + 1
    )
    return (
        behind
        and entry is not None
        and entry[1] in ("renounce", "fail", "prevent", "forbid", "demand", "plan")
    )


def _is_excessive(governor: Token) -> bool:
    """``too weak to …``."""
    return governor.pos_ == "ADJ" and any(a.lower_ == "too" for a in children(governor, "advmod"))


def carries_content(noun: Token, governor: Token) -> bool:
    """``rejected the claim that …``: the verb acts on what the noun's own clause says."""
    if not has_relation(noun, "obj", "nsubj") or noun.pos_ != "NOUN" or governor.pos_ not in ("VERB", "ADJ"):
        return False
    if has_relation(noun, "nsubj") and governor.pos_ == "VERB" and noun.dep_ != "nsubj:pass":
        return False
    entry = entry_of(governor)
    content = any(is_noun_complement(c, noun) for c in children(noun, "acl", "advcl"))
    return content and entry is not None and entry[0] in ("deny", "doubt", "fail")


def is_stray_content(dependent: Token, noun: Token) -> bool:
    """A ``that`` clause hung on whom it is told: ``told Reed that …``; the verb above decides on it."""
    told = has_relation(noun, "obj", "iobj", "obl") and noun.head.pos_ == "VERB"
    content = any(m.lower_ == "that" for m in children(dependent, "mark")) and has_relation(dependent, "acl")
    if not (told and content) or is_noun_complement(dependent, noun):
        return False
    entry = entry_of(noun.head)
    return entry is not None and entry[0] in ("speech", "deny", "belief", "doubt", "demand")


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
    if marked_entry(dependent, governor) is not None:
        return True
    return (
        bool(marks & {"of", "from", "in", "on", "against", "at"})
        and dependent.i > governor.i
        and (
            entry_of(governor) is not None
            or (bool(marks & {"against", "from"}) and lemma(governor) not in _SOURCES)
        )
    )


def marked_entry(dependent: Token, governor: Token) -> tuple[str, str, str] | None:
    """The stances of a governor together with the preposition of its gerund: ``charged with killing``."""
    marks = sorted(m.lower_ for m in children(dependent, "mark"))
    found = (stances().get(f"{lemma(governor)}_{mark}") for mark in marks)
    return next((entry for entry in found if entry), None)


def entry_of(governor: Token) -> tuple[str, str, str] | None:
    """The governor's stances before a finite clause, an infinitive, and an object with infinitive."""
    suffix = {"NOUN": "/n", "PROPN": "/n", "ADJ": "/a"}.get(governor.pos_, "")
    table = stances()
    return table.get(with_particle(governor).replace(" ", "_") + suffix) or table.get(
        lemma(governor) + suffix
    )


def content_stance(governor: Token) -> str:
    """The governor's stance towards what a noun beside it says: ``rejected the claim that …``."""
    entry = entry_of(governor)
    return entry[0] if entry is not None else "reported"


def stance_of(governor: Token, dependent: Token) -> str:
    """What ``governor`` says about the clause of ``dependent``; words not in the table report or entail."""
    marks = {m.lower_ for m in children(dependent, "mark")}
    marked = marked_entry(dependent, governor)
    entry = marked or entry_of(governor)
    construction = None if marked else _construction(governor, marks)
    if construction:
        return construction
    if entry is None:
        return "prevent" if "from" in marks else _by_form(dependent)
    told = entry[0] in ("speech", "belief")
    if _is_mandative(dependent) and entry[2] == "demand":
        return "demand"
    open_clause = is_infinitive(dependent) and child(governor, "obj", "iobj") is not None
    if is_finite_clause(dependent) or (has_relation(dependent, "ccomp") and not open_clause):
        return "rumour" if told and _is_unsourced(governor) else entry[0]
    if told and acts_passively(governor) and entry[1] in ("speech", "belief"):
        return (
            "rumour" if entry[2] != "demand" or child(dependent, "aux") or _is_rumour(governor) else "demand"
        )
    raised = child(governor, "obj", "iobj", "obl") is not None or acts_passively(governor)
    return entry[2] if raised and entry[2] != "-" else entry[1]


def _construction(governor: Token, marks: set[str]) -> str | None:
    """Whole constructions: ``going to``, ``too … to``, ``has yet to``, ``let X …``, ``against …ing``."""
    if "against" in marks:
        return "renounce"
    if "to" in marks and (_is_excessive(governor) or _is_overdue(governor)):
        return "fail"
    if "to" in marks and lemma(governor) == "go" and governor.tag_ == "VBG":
        return "plan"
    imperative = governor.tag_ == "VB" and governor.dep_ == "ROOT" and child(governor, "nsubj") is None
    return "demand" if imperative and lemma(governor) == "let" else None


def _is_overdue(governor: Token) -> bool:
    """``has yet to …``."""
    return lemma(governor) == "have" and any(a.lower_ == "yet" for a in children(governor, "advmod"))


def _by_form(dependent: Token) -> str:
    """The stance of a word that the table does not know: what it governs is told, meant or open."""
    if has_relation(dependent, "ccomp"):
        return "reported"
    if is_infinitive(dependent):
        return "plan"
    return "possible" if dependent.tag_ == "VBG" else "entail"


def _is_unsourced(governor: Token) -> bool:
    """A passive without an agent: ``it was reported that …``."""
    return acts_passively(governor) and child(governor, "obl:agent") is None


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
