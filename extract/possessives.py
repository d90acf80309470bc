"""Possessors → triples: ``Putin's associates`` gives Putin – have – associates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.cues import Status
from extract.facts import fact
from extract.lexicon import classes
from extract.mentions import Discourse, kind_of, mention
from extract.model import Mention, Predicate, Surface, Triple
from extract.positions import is_position
from extract.syntax import children, lemma

if TYPE_CHECKING:
    from spacy.tokens import Span

_HAS = Predicate(text="has", lemma="have")


def possessive(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """One triple for each named possessor (also by pronoun) of something nominal."""
    for thing in sentence:
        if (
            lemma(thing) in classes("cues")["opinion"]
            or kind_of(thing) not in ("nominal", "name")
            or (thing.ent_type_ == "PERSON" and is_position(thing))
        ):
            continue
        for owner in children(thing, "nmod:poss"):
            referent = discourse.referents.get(owner.i)
            if referent is None or not referent.label:
                continue
            owned = mention(thing, discourse)
            having = mention(owner, discourse)
            bare = owned if owned.label else _without_owner(owned, having.text)
            held = Status(attribution=discourse.voices.get(thing.i))
            yield fact(
                having,
                _HAS,
                bare,
                anchor=thing,
                held=held,
                discourse=discourse,
                extractor="possessive",
                surface=Surface(subject=having.text, predicate="has", object=bare.text),
            )


def _without_owner(owned: Mention, owner: str) -> Mention:
    """The possessed without its possessor: ``associates`` for ``Putin's associates``."""
    for suffix in ("'s ", "’s ", "' ", "’ ", " "):
        if owned.text.startswith(owner + suffix):
            rest = owned.text[len(owner + suffix) :]
            name = owned.name.partition(owner + suffix)[2] or owned.name
            return replace(owned, start=owned.end - len(rest), text=rest, name=name)
    return owned
