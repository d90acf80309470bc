"""Subjects that parsers hang on another verb than their own, or leave a verb without one.

Each rule knows one misreading whose right reading the lexicon or the word order settles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lexicon import words
from extract.regrafts_words import move
from extract.syntax import child, children, has_relation, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBORDINATORS = frozenset({"after", "before", "since", "until", "as"})
"""Words that stand before a noun as well as before a clause."""


def _to_nearer_verb(subject: Token) -> None:
    """``…; Reed thought it premature; and Hale said …``: the first of two subjects is the nearer verb's."""
    verb = subject.head
    rivals = [c for c in children(verb, "nsubj") if subject.i < c.i < verb.i]
    if subject.dep_ != "nsubj" or not rivals:
        return
    for nearer in subject.doc[subject.right_edge.i + 1 : rivals[0].left_edge.i]:
        finite = nearer.pos_ == "VERB" and nearer.tag_ in ("VBD", "VBZ", "VBP")
        if finite and nearer.dep_ in ("parataxis", "conj") and child(nearer, "nsubj", "nsubj:pass") is None:
            move(subject, nearer, "nsubj")
            return


def _to_content(speech: Token) -> None:
    """``A quake that hit Java killed 9, Reed said``: what is told has the first subject, not ``said``."""
    subjects = [s for s in children(speech, "nsubj", "obj") if s.i < speech.i]
    if len(subjects) < 2 or speech.pos_ != "VERB" or lemma(speech) not in words("speech_verbs"):
        return
    first, speaker = subjects[0], subjects[-1]
    told = [c for c in children(speech, "ccomp") if first.i < c.i < speaker.i]
    told = told or [c for c in children(first, "acl:relcl") if c.i < speaker.i and _is_gapless(c)][-1:]
    comma = any(t.text == "," for t in speech.doc[speaker.left_edge.i - 2 : speaker.left_edge.i])
    if not told or not comma or child(told[0], "nsubj") is not None:
        return
    move(told[0], speech, "ccomp")
    move(first, told[0], "nsubj")
    for behind in [c for c in told[0].children if c.i > speech.i]:
        move(behind, speech, behind.dep_)


def _is_gapless(verb: Token) -> bool:
    """Whether a finite verb hung on a noun as a relative clause has neither pronoun nor subject."""
    subordinate = any(has_relation(c, "mark", "nsubj", "aux:pass") for c in verb.children)
    behind_relative = any(t.tag_ in ("WDT", "WP") for t in verb.subtree)
    return verb.tag_ in ("VBD", "VBZ", "VBP") and not subordinate and not behind_relative


def _to_subordinate(verb: Token) -> None:
    """``after a promoter, Lumen Live, left the deal``: a phrase between the two is the subject."""
    loose = has_relation(verb, "conj", "advcl") and not children(verb, "cc", "nsubj", "aux:pass", "mark")
    if not loose or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    for phrase in (*children(verb, "obl"), *children(verb.head, "obl")):
        case = child(phrase, "case")
        between = verb.doc[phrase.right_edge.i + 1 : verb.i]
        near = phrase.i < verb.i and all(t.is_punct or t.pos_ == "ADV" for t in between)
        named = has_relation(verb, "advcl") or child(phrase, "appos") is not None
        if near and case is not None and case.lower_ in _SUBORDINATORS and named:
            move(phrase, verb, "nsubj")
            move(case, verb, "mark")
            verb.dep_ = "advcl"
            return


def _to_verb_behind(subject: Token) -> None:
    """``…; a man close to Reed said so``: a phrase between semicolon and verb is its subject."""
    start, end = subject.left_edge.i, subject.right_edge.i + 1
    if not has_relation(subject, "appos", "conj", "parataxis", "dep", "list") or end >= len(subject.doc):
        return
    verb = subject.doc[end].head if subject.doc[end].pos_ == "AUX" else subject.doc[end]
    nominal = subject.pos_ in ("NOUN", "PROPN", "PRON", "DET") and not child(subject, "cop")
    behind = start > 0 and ";" in (subject.doc[start - 1].text, subject.doc[start].text)
    if not (behind and nominal and _lacks_subject(verb) and end <= verb.i and verb.sent == subject.sent):
        return
    if verb.head.i < start and has_relation(verb, "ccomp"):
        verb.dep_ = "parataxis"  # what is told ends at the semicolon
    move(subject, verb, "nsubj")


def _to_marked_verb(verb: Token) -> None:
    """``after the broadcaster CRT reported``: the one phrase between conjunction and verb is the subject."""
    mark = child(verb, "mark")
    if mark is None or not mark.i < verb.i or not _lacks_subject(verb) or child(verb, "aux") is not None:
        return
    between = list(verb.doc[mark.i + 1 : verb.i])
    inside = {t.i for t in between}
    tops = [t for t in between if t.head.i not in inside and not t.is_punct]
    if len(tops) == 1 and tops[0].pos_ in ("NOUN", "PROPN") and tops[0].head.i < mark.i:
        move(tops[0], verb, "nsubj")


def _lacks_subject(verb: Token) -> bool:
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or child(verb, "aux") is not None
    return finite and verb.pos_ == "VERB" and not children(verb, "nsubj", "csubj", "expl", "aux:pass")


SUBJECT_RULES = (
    _to_nearer_verb,
    _to_content,
    _to_subordinate,
    _to_verb_behind,
    _to_marked_verb,
)
