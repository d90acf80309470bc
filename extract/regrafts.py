"""Clauses and phrases that parsers hang on the wrong word, hung on the right one before anything is read.

Each rule knows one misreading whose right reading the lexicon or the word order settles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lexicon import stances
from extract.syntax import child, children, has_relation, is_infinitive, is_passive, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CAUSATIVES = frozenset({"let", "make", "have", "help", "see", "hear", "watch"})
"""Verbs whose object acts in a bare infinitive: ``let officers leave``."""


def regraft(doc: Doc) -> None:
    """Moves what hangs on the wrong word; heads and relations of ``doc`` change."""
    for token in list(doc):
        _to_passive_verb(token)
        _to_caused_verb(token)


def _move(token: Token, head: Token, relation: str) -> None:
    token.head = head
    token.dep_ = relation


def _to_passive_verb(gerund: Token) -> None:
    """``accused by monitors of letting …``, ``fined €5m by the court for …``: of the one acted on."""
    noun, verb = gerund.head, gerund.head.head
    if gerund.dep_ != "acl" or gerund.tag_ != "VBG" or not has_relation(noun, "obl", "obj"):
        return
    keys = (f"{lemma(verb)}_{mark.lower_}" for mark in children(gerund, "mark"))
    if is_passive(verb) and any(key in stances() for key in keys):
        _move(gerund, verb, "advcl")


def _to_caused_verb(verb: Token) -> None:
    """``let police search homes``: who is let stands before the infinitive, whatever follows is its own."""
    act = child(verb, "xcomp")
    if lemma(verb) not in _CAUSATIVES or act is None or act.pos_ != "VERB" or is_infinitive(act):
        return
    if act.tag_ not in ("VB", "VBP", "NN"):
        return
    between = [c for c in children(verb, "obj", "iobj", "nsubj") if verb.i < c.i < act.i]
    if len(between) != 1:
        return
    between[0].dep_ = "obj"
    act.tag_ = "VB"
    act.set_morph("VerbForm=Inf")  # type: ignore[attr-defined]  # spaCy has it, its stubs do not
    for behind in (c for c in children(verb, "obj") if c.i > act.i):
        _move(behind, act, "obj")
