"""Offices and roles → triples: who holds which position, and for whom.

Read off copulas ("Lavrov is the foreign minister of Russia"), appositions ("Lavrov, head of the ministry")
and titles ("Foreign Minister Sergey Lavrov"); the verbless patterns follow MinIE (Gashteovski et al. 2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.cues import Status, is_cue
from extract.extents import entity_of, phrase
from extract.facts import conjuncts, fact
from extract.lexicon import words
from extract.mentions import Discourse, mention
from extract.model import Mention, Predicate, Surface, Triple
from extract.naming import role_name
from extract.syntax import children, has_relation, lemma, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLDERS = frozenset({"PERSON"})
_PLACES_OF_OFFICE = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC"})


_FOR = (["of"], ["for"], ["at"], ["with"])
"""Prepositions of whom an office is held for; ``secretary to X`` too, but for those sent to somebody."""
_SENT = frozenset({"ambassador", "envoy", "emissary", "delegate", "consul", "representative", "nuncio"})


def is_position(token: Token) -> bool:
    """Whether the noun names an office, post or occupation."""
    return (
        token.pos_ in ("NOUN", "PROPN")
        and lemma(token) in words("position_nouns")
        and token.ent_type_ != "PERSON"
    )


def is_person(token: Token, discourse: Discourse) -> bool:
    """Whether the token stands for a person, by name or pronoun."""
    referent = discourse.referents.get(token.i)
    return referent is not None and referent.label in _HOLDERS


def positions(
    holder: Token, role: Token, relation: str, held: Status, discourse: Discourse, extractor: str = "position"
) -> Iterator[Triple]:
    """``holder`` *holds position* ``role`` (and its conjuncts), and *holds position for* the bodies named.

    ``relation`` is the verbatim relation (``was``), or ``is`` where no word carries it. Where the name hangs
    on the role, another role beside it is somebody else's: ``met leader Coojah and the bishop``.
    """
    who = _by_name_alone(holder, discourse)
    named_by_role = holder.head.i == role.i
    for office in [role] if named_by_role else conjuncts(role):
        if not is_position(office):
            continue
        what = mention(office, discourse)
        if any(is_cue(a, "alleged") for a in children(office, "amod")):
            held = held.weakened("possible")
        if any(a.lower_ in words("designations") for a in children(office, "amod")):
            held = held.weakened("planned")
        named = replace(what, name=role_name(office), label="", kind="nominal")
        surface = Surface(
            subject=who.text, predicate=relation, object=discourse.doc[slice(*phrase(office))].text
        )
        yield fact(
            who,
            Predicate(text=relation, lemma="hold position"),
            named,
            anchor=office,
            held=held,
            discourse=discourse,
            extractor=extractor,
            surface=surface,
        )
        since = "formerly " if _is_over(office) else ""
        for body in bodies(office) or _after_the_name(office, holder):
            yield fact(
                who,
                Predicate(text=relation, lemma=f"{since}hold position for"),
                mention(body, discourse),
                anchor=office,
                held=held,
                discourse=discourse,
                extractor="position-for",
                surface=Surface(subject=who.text, predicate=relation, object=surface.object),
            )


def _is_over(office: Token) -> bool:
    """``the former president``: an office held no more."""
    return any(a.lower_ in words("former_adjectives") for a in children(office, "amod", "compound"))


def _by_name_alone(holder: Token, discourse: Discourse) -> Mention:
    """The holder without the title that the triple is about."""
    who, entity = mention(holder, discourse), entity_of(holder)
    if entity is None:
        return who
    return replace(who, start=entity.start_char, end=entity.end_char, text=entity.text)


def _after_the_name(title: Token, holder: Token) -> list[Token]:
    """The body of a title that is told behind the name: ``President Anna Novak of Norway``."""
    if title.head.i != holder.i or title.i > holder.i:
        return []
    return [
        dependent
        for dependent in children(holder, "nmod")
        if [t.lower_ for t in preposition(dependent)] == ["of"] and dependent.ent_type_ in _PLACES_OF_OFFICE
    ]


def bodies(office: Token) -> list[Token]:
    """The named bodies an office is held for: ``Russian``, ``Germany's``, ``of the UN``."""
    found = []
    sent = lemma(office) in _SENT
    for dependent in children(office, "amod", "compound", "nmod:poss", "nmod"):
        linked = (
            not has_relation(dependent, "nmod")
            or has_relation(dependent, "nmod:poss")
            or [t.lower_ for t in preposition(dependent)] in _FOR
            or (not sent and [t.lower_ for t in preposition(dependent)] == ["to"])
        )
        if linked and dependent.ent_type_ in _PLACES_OF_OFFICE:
            found.append(dependent)
    return found
