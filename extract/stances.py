"""What a governing word says about the clause below it: its stance in ``lexicon/complement_stances.tsv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.complements import entry_of, is_excessive, marked_entry, noun_before
from extract.cues import own_cues
from extract.lexicon import words
from extract.syntax import (
    acts_passively,
    child,
    children,
    has_relation,
    is_finite_clause,
    is_infinitive,
    lemma,
    opens_with_that,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUESTION_TAGS = frozenset({"WRB", "WP", "WP$", "WDT"})


def stance_of(governor: Token, dependent: Token) -> str:
    """What ``governor`` says about the clause of ``dependent``; words not in the table report or entail."""
    if _is_open(governor, dependent):
        return "question"
    noun = noun_before(dependent, governor)
    if noun is not None:
        return stance_of(noun, dependent)
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
    sourced = marked is not None and not _is_unsourced(governor)  # "was accused by X of …"
    if told and not sourced and acts_passively(governor) and entry[1] in ("speech", "belief"):
        return (
            "rumour" if entry[2] != "demand" or child(dependent, "aux") or _is_rumour(governor) else "demand"
        )
    raised = child(governor, "obj", "iobj", "obl") is not None or acts_passively(governor)
    return entry[2] if raised and entry[2] != "-" else entry[1]


def _is_open(governor: Token, dependent: Token) -> bool:
    """Whether the clause is an indirect question that the governor does not answer: ``unclear how …``."""
    if any(m.lower_ == "whether" for m in children(dependent, "mark")):
        return lemma(governor) != "doubt"
    asked = dependent.left_edge.tag_ in _QUESTION_TAGS and has_relation(dependent, "ccomp", "csubj")
    return asked and leaves_open(governor)


def leaves_open(governor: Token) -> bool:
    """Whether a word leaves the question below it open: ``examine how …``, ``not know who …``."""
    entry = entry_of(governor)
    answered = entry is not None and entry[0] in ("factive", "speech", "entail", "belief", "rumour")
    asks = not answered and (governor.pos_ == "ADJ" or lemma(governor) in words("asking_verbs"))
    return asks or (answered and own_cues(governor).polarity == "negated")


def is_free_relative(clause: Token) -> bool:
    """``how they won``, ``what they want`` with the question word as the head: newer treebanks' analysis."""
    return has_relation(clause, "acl:relcl", "advcl:relcl") and clause.head.tag_ in ("WRB", "WP")


def is_generic(relative: Token, noun: Token) -> bool:
    """``a country that breaks the rules would …``: whoever there may be, told of in the present tense."""
    whoever = noun.lower_ in ("anyone", "anybody", "whoever") or any(
        d.lower_ in ("a", "an", "any", "every", "each") for d in children(noun, "det")
    )
    whoever = whoever or (noun.tag_ == "NNS" and not children(noun, "det", "nummod", "nmod:poss"))
    verbs = [relative, *children(relative, "aux", "cop")]
    present = any(v.tag_ in ("VBZ", "VBP") for v in verbs) and not any(v.tag_ == "VBD" for v in verbs)
    if not (whoever and present and has_relation(relative, "acl:relcl") and has_relation(noun, "nsubj")):
        return False
    return own_cues(noun.head).certainty in ("hypothetical", "demanded", "possible")


def _construction(governor: Token, marks: set[str]) -> str | None:
    """Whole constructions: ``going to``, ``too … to``, ``has yet to``, ``let X …``, ``against …ing``."""
    if "against" in marks:
        return "renounce"
    if "about" in marks and governor.pos_ == "VERB" and lemma(governor) not in ("set", "go"):
        return "possible"
    if "to" in marks and (is_excessive(governor) or _is_overdue(governor)):
        return "fail"
    if "to" in marks and lemma(governor) == "go" and governor.tag_ == "VBG":
        return "plan"
    if "to" in marks and _has_time(governor):
        return "possible"
    if lemma(governor) != "let":
        return None
    imperative = governor.tag_ == "VB" and governor.dep_ == "ROOT" and child(governor, "nsubj") is None
    rules = governor.tag_ in ("VBZ", "VBP")  # what the law lets somebody do need not be done
    return "demand" if imperative else "possible" if rules else None


def _is_overdue(governor: Token) -> bool:
    """``has yet to …``."""
    return lemma(governor) == "have" and any(a.lower_ == "yet" for a in children(governor, "advmod"))


def _has_time(governor: Token) -> bool:
    """``has until Friday to …``, ``had three days to …``."""
    given = [*children(governor, "obl"), *children(governor, "obj")]
    return lemma(governor) in ("have", "give") and any(t.ent_type_ in ("DATE", "TIME") for t in given)


def _by_form(dependent: Token) -> str:
    """The stance of a word that the table does not know: what it governs is told, meant or open."""
    if has_relation(dependent, "ccomp") or opens_with_that(dependent):
        return "reported"
    if is_infinitive(dependent):
        return "plan"
    return "possible" if dependent.tag_ == "VBG" else "entail"


def _is_unsourced(governor: Token) -> bool:
    """A passive without an agent: ``it was reported that …``."""
    return acts_passively(governor) and child(governor, "obl:agent") is None


def _is_rumour(governor: Token) -> bool:
    """``is said to``, ``is reported to``: passives that pass on what others say."""
    return lemma(governor) in (
        "say",
        "report",
        "allege",
        "claim",
        "rumour",
        "rumor",
        "acknowledge",
        "note",
        "describe",
    )


def _is_mandative(dependent: Token) -> bool:
    """A bare verb with a subject of its own: ``insist that the school reinstate him``."""
    subject = child(dependent, "nsubj")
    if subject is None or not has_relation(dependent, "ccomp") or children(dependent, "aux", "cop"):
        return False
    singular = "Sing" in subject.morph.get("Number", []) and subject.pos_ != "PRON"
    singular = singular and child(subject, "conj") is None
    return dependent.tag_ == "VB" or (singular and dependent.lower_ == lemma(dependent))
