"""Governing words and the clauses below them: which is whose complement, and which row of the table holds.

The table is ``lexicon/complement_stances.tsv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lexicon import stances
from extract.syntax import (
    child,
    children,
    has_relation,
    is_infinitive,
    lemma,
    opens_with_that,
    preposition,
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
        or noun_before(dependent, governor) is not None
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
        or (entry_of(governor) is None and not is_excessive(governor))
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


def is_excessive(governor: Token) -> bool:
    """``too weak to …``."""
    return governor.pos_ == "ADJ" and any(a.lower_ == "too" for a in children(governor, "advmod"))


def carries_content(noun: Token, governor: Token) -> bool:
    """``rejected the claim that …``: the verb acts on what the noun's own clause says."""
    if not has_relation(noun, "obj", "nsubj") or noun.pos_ != "NOUN" or governor.pos_ not in ("VERB", "ADJ"):
        return False
    if has_relation(noun, "nsubj") and governor.pos_ == "VERB" and noun.dep_ != "nsubj:pass":
        return False
    return any(is_noun_complement(c, noun) for c in children(noun, "acl", "advcl")) and content_stance(
        governor, noun
    ) in ("deny", "doubt", "fail")


def content_stance(governor: Token, noun: Token) -> str:
    """The governor's stance towards what a noun beside it says or plans: ``dropped the plan to …``."""
    entry = entry_of(governor)
    if entry is None:
        return "reported"
    planned = any(is_infinitive(c) for c in children(noun, "acl"))
    return entry[1] if planned and entry[1] == "fail" else entry[0]


def is_stray_content(dependent: Token, noun: Token) -> bool:
    """A ``that`` clause hung on whom it is told: ``told Reed that …``; the verb above decides on it."""
    content = opens_with_that(dependent) and has_relation(dependent, "acl")
    return content and _is_told(noun) and not is_noun_complement(dependent, noun)


def noun_before(dependent: Token, governor: Token) -> Token | None:
    """The noun that an infinitive belongs to which hangs on the verb: ``came under pressure to resign``."""
    marker = next((m for m in children(dependent, "mark", "aux") if m.lower_ == "to"), None)
    if marker is None or governor.pos_ != "VERB":
        return None
    nouns = (n for n in children(governor, "obl") if n.right_edge.i + 1 == marker.i and n.pos_ == "NOUN")
    return next((n for n in nouns if entry_of(n) is not None), None)


def carrier(gerund: Token, noun: Token) -> Token | None:
    """The noun whose content a gerund is, hung on whom it speaks of: ``the prospect of Egypt leaving``."""
    if (
        gerund.tag_ != "VBG"
        or gerund.dep_ != "acl"
        or children(gerund, "mark")
        or not has_relation(noun, "nmod")
    ):
        return None
    above, entry = noun.head, entry_of(noun.head)
    follows = gerund.left_edge.i == noun.i + 1 and [p.lower_ for p in preposition(noun)] == ["of"]
    return above if follows and entry is not None and above.pos_ == "NOUN" else None


def is_noun_complement(dependent: Token, governor: Token) -> bool:
    """``plans to attack``, ``the claim that …``, not a relative or descriptive clause."""
    if not has_relation(dependent, "acl", "advcl"):
        return False
    that = opens_with_that(dependent)
    if has_relation(dependent, "acl:relcl") and not that:
        return False
    marks = {m.lower_ for m in children(dependent, "mark")} | _subject_case(dependent)
    marks |= {"that"} if that else set()
    if governor.pos_ not in ("NOUN", "ADJ") or not marks & {"to", "that", "of", "from"}:
        return False
    if entry_of(governor) is not None:
        return True
    return dependent.dep_ == "acl" and "that" in marks and not _is_told(governor)


def _is_told(noun: Token) -> bool:
    """Whether something is said to whom or what the noun names: ``told the inquiry that …``."""
    verb = noun.head
    entry = entry_of(verb) if has_relation(noun, "obj", "iobj", "obl") and verb.pos_ == "VERB" else None
    return entry is not None and entry[0] in ("speech", "deny", "belief", "doubt", "demand")


def _subject_case(gerund: Token) -> set[str]:
    """The preposition of a gerund that the parser hung on its subject: ``the risk of Egypt leaving``."""
    subject = child(gerund, "nsubj") if gerund.tag_ == "VBG" else None
    return {p.lower_ for p in preposition(subject)} if subject is not None else set()


def _is_prepositional_gerund(dependent: Token, governor: Token) -> bool:
    """``accused of bombing``, ``on trial for killing``, ``prevented from entering``."""
    if not has_relation(dependent, "advcl", "acl"):
        return False
    marks = {m.lower_ for m in children(dependent, "mark")}
    if marked_entry(dependent, governor) is not None:
        return True
    return (
        has_relation(dependent, "advcl")
        and governor.pos_ == "VERB"
        and bool(marks & {"of", "from", "in", "on", "against", "at", "about"})
        and dependent.i > governor.i
        and (
            entry_of(governor) is not None
            or (bool(marks & {"against", "from"}) and lemma(governor) not in _SOURCES)
        )
    )


def marked_entry(dependent: Token, governor: Token) -> tuple[str, str, str] | None:
    """The stances of a governor, or of a noun it has, together with the preposition of its gerund.

    ``charged with killing``, ``on trial for killing``, ``pleaded guilty to killing``.
    """
    marks = sorted(m.lower_ for m in children(dependent, "mark"))
    nouns = [
        n for n in children(governor, "obl", "obj") if n.i < dependent.i and has_relation(dependent, "advcl")
    ]
    nouns += [a for a in children(governor, "xcomp") if a.pos_ == "ADJ" and a.i < dependent.i]
    found = (
        stances().get(_key(f"{lemma(head)}_{mark}", head)) for mark in marks for head in (governor, *nouns)
    )
    return next((entry for entry in found if entry), None)


def _key(word: str, token: Token) -> str:
    """A word's key in the table of stances: nouns and adjectives carry their kind."""
    return word + {"NOUN": "/n", "PROPN": "/n", "ADJ": "/a"}.get(token.pos_, "")


def entry_of(governor: Token) -> tuple[str, str, str] | None:
    """The governor's stances before a finite clause, an infinitive, and an object with infinitive."""
    table = stances()
    phrasal = table.get(_key(with_particle(governor).replace(" ", "_"), governor))
    return phrasal or table.get(_key(lemma(governor), governor))
