"""Facts in noun phrases → triples: ``London-based bank``, ``allies such as Poland``, ``the bank in Rome``.

The patterns are MinIE's (Gashteovski et al. 2017, section 4, after FINET, Del Corro et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.cues import Status
from extract.facts import conjuncts, fact
from extract.mentions import Discourse, mention
from extract.model import Mention, Predicate, Triple
from extract.syntax import children, preposition

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACES = frozenset({"GPE", "LOC"})
_BODIES = frozenset({"ORG", "FAC"})
_BASED = Predicate(text="is based in", lemma="be based in")
_IN = Predicate(text="is in", lemma="be in")
_IS = Predicate(text="is", lemma="be")


def nominal_facts(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """Seats, examples and places that a noun phrase takes for granted."""
    for head in sentence:
        if head.pos_ in ("NOUN", "PROPN"):
            for seat in _seats(head):
                yield _granted(head, _BASED, seat, "seat", discourse)
            for example in _examples(head):
                yield _granted(example, _IS, head, "example", discourse)
            for place in _places(head):
                yield _granted(head, _IN, place, "place", discourse)


def _granted(
    subject: Token, relation: Predicate, thing: Token, extractor: str, discourse: Discourse
) -> Triple:
    held = Status(attribution=discourse.voices.get(subject.i))
    named, target = (_up_to_its_case(token, discourse) for token in (subject, thing))
    return fact(named, relation, target, anchor=subject, held=held, discourse=discourse, extractor=extractor)


def _up_to_its_case(head: Token, discourse: Discourse) -> Mention:
    """The phrase without what hangs behind it: ``allies`` of ``allies such as Poland``."""
    whole = mention(head, discourse, as_worded=True)
    behind = [preposition(n)[0].idx for n in children(head, "nmod") if n.i > head.i and preposition(n)]
    cut = min((at for at in behind if discourse.doc.text[at : at + 2] != "of"), default=whole.end)
    if not whole.start < cut < whole.end:
        return whole
    text = discourse.doc.text[whole.start : cut].rstrip()
    return replace(whole, end=whole.start + len(text), text=text)


def _seats(head: Token) -> Iterator[Token]:
    """``London`` of ``London-based bank``: a place that ``based`` hangs on by a hyphen."""
    for based in children(head, "amod"):
        if based.lower_ == "based" and based.i >= 2 and based.doc[based.i - 1].text in ("-", "–"):
            place = based.doc[based.i - 2]
            if place.ent_type_ in _PLACES:
                yield place


def _examples(head: Token) -> Iterator[Token]:
    """Names behind ``such as``."""
    for example in children(head, "nmod"):
        if [t.lower_ for t in preposition(example)] == ["such", "as"]:
            yield from (name for name in conjuncts(example) if name.ent_type_)


def _places(head: Token) -> Iterator[Token]:
    """The place right behind a named body: ``the Foreign Ministry in Moscow``."""
    if head.ent_type_ in _BODIES:
        for place in children(head, "nmod"):
            inside = [t.lower_ for t in preposition(place)] == ["in"]
            if inside and place.ent_type_ in _PLACES and not head.doc[place.left_edge.i - 1].is_punct:
                yield place
