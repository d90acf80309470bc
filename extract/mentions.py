"""Tokens → mentions: what a phrase of an article is, and what it stands for there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.extents import is_edge, phrase
from extract.lexicon import words
from extract.model import Article, Attribution, Mention, MentionKind
from extract.naming import canonical_name, core, ends_in_name
from extract.syntax import children, has_relation, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TIME_LABELS = frozenset({"DATE", "TIME"})
_FIRST_PERSON = frozenset({"i", "me", "we", "us", "my", "our", "myself", "ourselves"})
_SENTENCES = frozenset(
    {"prison", "jail", "custody", "detention", "bars", "probation", "imprisonment", "labour"}
)
"""What one is sentenced to for a time."""
QUANTITY_LABELS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """What a name or pronoun stands for in its article."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """An annotated article: the tree, and what its names, pronouns and quotations refer to.

    ``referents``: token index of a name's or pronoun's head → what it stands for. ``voices``: token
    index inside a quotation → who speaks. ``doc`` spans exactly ``article.text``.
    """

    article: Article
    doc: Doc
    referents: Mapping[int, Referent]
    voices: Mapping[int, Attribution]


def is_time(head: Token) -> bool:
    """Whether the phrase names a time: by entity label, a calendar word, or a year."""
    if head.ent_type_ and head.ent_type_ not in TIME_LABELS:
        return False
    year = head.pos_ == "NUM" and head.text.isdigit() and len(head) == 4 and 1000 <= int(head.text) <= 2100
    named = head.lower_ in words("temporal_nouns") and head.pos_ in ("NOUN", "PROPN", "ADV")
    return (head.ent_type_ in TIME_LABELS or year or named) and not _is_penalty_or_praise(head)


def _is_penalty_or_praise(head: Token) -> bool:
    """``20 years in prison``, ``a good day for Ohio``: a stretch of time that is not when anything was."""
    after = [token.lower_ for token in head.doc[head.i + 1 : head.i + 3]]
    served = len(after) == 2 and after[0] in ("in", "of", "behind") and after[1] in _SENTENCES
    praised = after[:1] == ["for"] and head.pos_ == "NOUN" and any(children(head, "amod"))
    return served or (praised and not has_relation(head, "obl", "nmod", "advmod"))


def kind_of(head: Token) -> MentionKind:
    """The form of the phrase, as far as grammar tells."""
    if is_time(head):
        return "time"
    if head.ent_type_ in QUANTITY_LABELS or head.pos_ in ("NUM", "SYM"):
        return "quantity"
    if head.pos_ in ("PRON", "DET"):
        return "pronoun"
    if head.ent_type_ and head.ent_type_ not in TIME_LABELS:
        return "name"
    if head.pos_ in ("NOUN", "PROPN"):
        return "name" if head.pos_ == "PROPN" else "nominal"
    return "clause" if head.pos_ in ("VERB", "AUX") else "quality"


def mention(
    head: Token, discourse: Discourse, *, as_worded: bool = False, before: Token | None = None
) -> Mention:
    """The mention that ``head`` heads, named by what it stands for in the article.

    ``as_worded`` names it by its own words, not by an appositive or by what its ``of`` phrase picks from;
    ``before`` heads a clause at which it ends: ``troops`` of ``troops occupying the port``.
    """
    named = core(head) if not as_worded or ends_in_name(head) else head
    start, end = _titled(head, named)
    span = discourse.doc[start : _end_before(named, end, before)]
    voice = discourse.voices.get(named.i)
    if voice is not None and named.lower_ in _FIRST_PERSON:
        return replace(voice.speaker, start=span.start_char, end=span.end_char, text=span.text)
    referent = discourse.referents.get(named.i)
    kind = kind_of(named)
    part = _part_of_people(named)
    if part:
        name, label, kind = part, "", "nominal"
    elif referent is not None:
        name, label, kind = referent.name, referent.label, "name" if referent.label else "nominal"
    else:
        name, label = span.text if kind in ("time", "quality") else canonical_name(named), ""
        if head.lower_ in ("one", "each", "either", "neither") and named.i != head.i and kind == "nominal":
            name = name.replace(named.text, lemma(named))
        name = " ".join(name.split()).removesuffix(".") if kind == "quantity" else name
        kind = "description" if kind == "nominal" and _is_definite(named) else kind
    return Mention(
        start=span.start_char, end=span.end_char, text=span.text, name=name, label=label, kind=kind
    )


def _part_of_people(head: Token) -> str:
    """``most Kenyans``, ``young Kenyans``: some of a people, who are not the people; else nothing."""
    if head.ent_type_ != "NORP" or head.tag_ not in ("NNS", "NNPS"):
        return ""
    before = [c for c in children(head, "det", "amod", "nummod") if c.i < head.i and not c.ent_type_]
    some = [c for c in before if not has_relation(c, "det") or c.lower_ in words("part_determiners")]
    return " ".join([*(c.lower_ for c in some), head.text]) if some else ""


def _end_before(head: Token, end: int, clause: Token | None) -> int:
    """Where a phrase ends that a clause of its own ends with."""
    if clause is None or not head.i < clause.left_edge.i < end:
        return end
    stop = clause.left_edge.i
    while stop > head.i + 1 and is_edge(head.doc[stop - 1]):
        stop -= 1
    return stop


def _is_definite(head: Token) -> bool:
    """Whether the phrase counts on the reader to know which one is meant: ``the company``, ``their plan``."""
    owned = any(owner.pos_ in ("PRON", "DET") for owner in children(head, "nmod:poss"))
    return owned or any(d.lower_ in words("definite_determiners") for d in children(head, "det"))


def _titled(head: Token, named: Token) -> tuple[int, int]:
    """A name's phrase with the noun before it if no comma parts them: ``ambassador Brah Mohamane``."""
    if named.ent_type_ != "PERSON" and not has_relation(named, "appos"):
        return phrase(head)
    start, end = phrase(named)
    close = head.i < named.i and not any(t.is_punct for t in head.doc[head.i : start])
    return (min(start, phrase(head)[0]), end) if close else (start, end)


def span_mention(start: int, end: int, discourse: Discourse, kind: MentionKind = "clause") -> Mention:
    """A stretch of tokens as an argument of its own, such as a clause."""
    span = discourse.doc[start:end]
    return Mention(start=span.start_char, end=span.end_char, text=span.text, name=span.text, kind=kind)
