"""Facts in noun phrases → triples: ``London-based bank``, ``allies such as Poland``, ``the bank in Rome``.

The patterns are MinIE's (Gashteovski et al. 2017, section 4, after FINET, Del Corro et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.cues import Status, is_cue
from extract.events import noun_act
from extract.extents import entity_of
from extract.facts import conjuncts, fact
from extract.lexicon import words
from extract.mentions import QUANTITY_LABELS, TIME_LABELS, Discourse, is_time, mention
from extract.model import Mention, Predicate, Triple
from extract.presupposition import granted
from extract.syntax import children, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACES = frozenset({"GPE", "LOC"})
_WHERE = {
    "in": _PLACES,
    "near": _PLACES,
    "at": _PLACES | {"ORG", "FAC"},
    "from": _PLACES | {"ORG"},
}
"""Which names a preposition makes the place of something."""
_ELSEWHERE = _PLACES | TIME_LABELS | QUANTITY_LABELS | {"PERSON", "NORP"}
_BASED = Predicate(text="is based in", lemma="be based in")
_IS = Predicate(text="is", lemma="be")


def nominal_facts(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """Seats, examples and places that a noun phrase takes for granted."""
    for head in sentence:
        if head.pos_ in ("NOUN", "PROPN"):
            for seat in _seats(head):
                yield _granted(head, _BASED, seat, "seat", discourse)
            for example in _examples(head):
                yield _granted(example, _IS, head, "example", discourse)
            held = granted(head, discourse)
            for case, place in _places(head) if held is not None else ():
                relation = Predicate(text=f"{_be(head)} {case}", lemma=f"be {case}")
                yield _granted(head, relation, place, "place", discourse, held)


def _be(head: Token) -> str:
    return "are" if "Plur" in head.morph.get("Number", []) else "is"


def _granted(
    subject: Token,
    relation: Predicate,
    thing: Token,
    extractor: str,
    discourse: Discourse,
    held: Status | None = None,
) -> Triple:
    held = held or Status(attribution=discourse.voices.get(subject.i))
    named, target = (_up_to_its_case(token, discourse) for token in (subject, thing))
    return fact(named, relation, target, anchor=subject, held=held, discourse=discourse, extractor=extractor)


def _up_to_its_case(head: Token, discourse: Discourse) -> Mention:
    """The phrase without what hangs behind it: ``allies`` of ``allies such as Poland``."""
    whole = mention(head, discourse, as_worded=True)
    behind = [preposition(n)[0].idx for n in children(head, "nmod") if n.i > head.i and preposition(n)]
    cut = min((at for at in behind if discourse.article.text[at : at + 2] != "of"), default=whole.end)
    if not whole.start < cut < whole.end:
        return whole
    text = discourse.article.text[whole.start : cut].rstrip()
    return replace(whole, end=whole.start + len(text), text=text)


def _seats(head: Token) -> Iterator[Token]:
    """``London`` of ``London-based bank``: a place that ``based`` hangs on by a hyphen."""
    for based in children(head, "amod"):
        if based.lower_ == "based" and based.i >= 2 and based.doc[based.i - 1].text in ("-", "–"):
            place = based.doc[based.i - 2]
            if place.ent_type_ in _PLACES:
                yield place


def _examples(head: Token) -> Iterator[Token]:
    """Names behind ``such as`` and ``including``."""
    for example in children(head, "nmod"):
        if [t.lower_ for t in preposition(example)] in (["such", "as"], ["including"]):
            yield from (name for name in conjuncts(example) if name.ent_type_)


def _places(head: Token) -> Iterator[tuple[str, Token]]:
    """Where or where from something is, with the preposition: ``a hotel in Oslo``."""
    if head.ent_type_ in _ELSEWHERE or not (head.ent_type_ or head.pos_ == "NOUN") or _is_unreal(head):
        return
    entity = entity_of(head)
    end = entity.end if entity is not None else head.i + 1
    phrases = [n for n in children(head, "nmod") if n.i >= end]
    for place in phrases[:1]:  # "the closure of its plant in Ghent" leaves open what is in Ghent
        case = " ".join(t.lower_ for t in preposition(place))
        right_behind = not head.doc[place.left_edge.i - 1].is_punct
        if right_behind and place.ent_type_ in _WHERE.get(case, ()):
            yield from ((case, one) for one in conjuncts(place) if one.ent_type_)


def _is_unreal(head: Token) -> bool:
    """A phrase that puts nothing anywhere: ``no ships``, ``millions``, ``the presence``."""
    if noun_act(head) is not None:  # "withdrawal from Hareb"
        return True
    none = any(is_cue(d, "negative_determiner") for d in children(head, "det"))
    return (
        none
        or head.lower_ in words("partitives")
        or lemma(head) in words("inalienable_nouns")
        or is_time(head)
    )
