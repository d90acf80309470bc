"""What noun phrases take for granted: that Kenya has an army, that a hotel is in Oslo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.cues import Status, is_cue
from extract.factuality import status
from extract.mentions import Discourse
from extract.syntax import ancestors, children, copula, has_relation, is_predicate

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNREAL = frozenset({"hypothetical", "demanded", "questioned"})
"""Certainties of a clause under which not even its subject need exist."""


def granted(thing: Token, discourse: Discourse) -> Status | None:
    """What a phrase takes for granted of ``thing``, unless it is part of what need not come about.

    None where the sentence denies it: ``is not his brother``.
    """
    sure = Status(attribution=discourse.voices.get(thing.i))
    if any(is_cue(m, "alleged") or is_cue(m, "unreal") for m in children(thing, "amod")):
        sure = sure.weakened("possible")
    if copula(thing) is not None:
        said = status(thing, discourse)
        return None if said.polarity == "negated" else said
    clause = next((h for _, h in ancestors(thing) if is_predicate(h)), None)
    if clause is None:
        return sure
    said = status(clause, discourse)
    sure, certainty = sure.told_by(said.attribution), said.certainty
    topic = has_relation(thing, "nsubj")
    unreal = certainty in _UNREAL or (certainty != "asserted" and not topic)
    return sure.weakened("possible") if unreal else sure
