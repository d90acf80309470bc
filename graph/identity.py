"""Mentions → entities: when two names are one thing, why, and what it is called.

A ladder from certain to doubtful, each step in a module of its own:

1. ``keys``: what a mention is by its own article: a listed name, a place that acts, the holder of an office
   on the article's day, an institution of its country, or else its kin and spelling.
2. ``labels``: one name with wavering labels is one thing by the votes of its mentions.
3. ``homonyms``: two people of one name are told apart by gender, office, country and company.
4. ``variants``: transliterations, initials, acronyms, renamings, slips; never by chains of look-alikes.
5. ``surnames``: a short name is the only person whose full name ends with it, in the article or in all.
6. ``institutions``: one whose country is not said is that of the articles that share names with its own.
7. ``overrides``: what the user says wins over everything.

All of it depends on what is read, never on the order of reading. An entity's IRI is made of one of its
names, chosen by what the names are and not by their counts, so another article renames nothing: it can only
show that two entities are one, which then has the IRI of one of them.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache

from extract.gazetteer import Gazetteer
from extract.model import Mention, Reading
from extract.peoples import places_of
from graph.context import Context, companies
from graph.keys import (
    GROUP,
    KNOWN,
    ORGANIZATION,
    PERSON,
    PLACE,
    UNLABELLED,
    At,
    Key,
    Reason,
    own_keys,
)
from graph.known import same_as
from graph.labels import Local, outvoted, peopled, retyped
from graph.ladder import Steps
from graph.links import BODY_OF, GROUP_OF, TEAM_OF, Link, links_of
from graph.metonyms import people_of
from graph.model import Entity
from graph.notes import Notes, contexts
from graph.offices import surnames
from graph.overrides import NOTHING, Overrides
from graph.profiles import Profile, count, preferred, usual_label
from graph.renamings import renamed_bodies
from graph.scenes import scenes
from graph.slugs import digest, fold, slug
from graph.variants import Known, Pair
from graph.vocab import type_of

__all__ = ["Identities", "Key", "identify"]

_HASH_DIGITS = 6
_PLAIN = re.compile(r"(?!.*-[0-9a-f]{6}$)[a-z0-9]+(?:-[a-z0-9]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who among a set of readings, and why.

    ``reasons`` are the rules that made each mention what it is, in their order; ``refused`` are pairs of
    entities that were compared and not joined, with their likeness and the reason.
    """

    gazetteer: Gazetteer
    keys: dict[At, Key]
    profiles: dict[Key, Profile]
    reasons: dict[At, tuple[Reason, ...]] = field(default_factory=dict)
    refused: dict[Pair, tuple[float, str]] = field(default_factory=dict)
    overrides: Overrides = NOTHING
    guessed: frozenset[Key] = frozenset()
    """Institutions of which no article says whose they are."""

    def key(self, article: str, mention: Mention) -> Key | None:
        """What a mention stands for in an article that was read; None if nothing (pronouns, clauses)."""
        return self.keys.get((article, mention))

    def iri(self, key: Key) -> str:
        """The local name of an entity: plain where it can be no other's, else with a hash of its key."""
        if key.kin == KNOWN:
            return key.name
        plain = slug(key.name)
        lossless = key.kin == PERSON and not key.scope and plain.replace("-", " ") == key.name
        if lossless and _PLAIN.fullmatch(plain) and plain not in self.gazetteer.entries:
            return plain
        return f"{plain or key.kin}-{digest(*filter(None, key), length=_HASH_DIGITS)}"

    def entity(self, key: Key) -> Entity:
        """The entity with all its names; its own is the most frequent, then longest, then first in order."""
        profile = self.profiles.get(key, Profile())
        known = self.gazetteer.entries[key.name] if key.kin == KNOWN else None
        usual = known.name if known else preferred(profile, key)
        spoken = {*profile.names, *profile.spellings}
        name = self.overrides.called(map(fold, (usual, *profile.names))) or usual
        kind = known.type if known else type_of(usual_label(profile, key))
        links = tuple(sorted({*links_of(key, usual, self.gazetteer), *self._homes(key, usual)}))
        relations = {relation for relation, _ in links}
        if TEAM_OF in relations or (kind == "Concept" and GROUP_OF in relations):
            kind = "SportsTeam" if TEAM_OF in relations else "Group"
        return Entity(
            iri=self.iri(key),
            name=name,
            type=kind,
            aliases=tuple(
                sorted(item for item in spoken if fold(item) and item.casefold() != name.casefold())
            ),
            same_as=same_as(known) if known else (),
            links=links,
        )

    def _homes(self, key: Key, name: str) -> Iterator[Link]:
        """Links to places that no list knows: an institution's country, a people's (``Drovian troops``)."""
        home = Key(PLACE, key.scope)
        if key.kin == ORGANIZATION and home in self.profiles and key not in self.guessed:
            yield BODY_OF, self.iri(home)
        for owner, _ in people_of(name) if key.kin in (GROUP, UNLABELLED) else ():
            owned = {Key(PLACE, called) for called in (fold(owner), *places_of(fold(owner)))}
            yield from ((GROUP_OF, self.iri(place)) for place in sorted(owned & self.profiles.keys()))


def identify(readings: Iterable[Reading], gazetteer: Gazetteer, overrides: Overrides = NOTHING) -> Identities:
    """Who is who. The order of the readings does not matter."""
    with _collector_at_rest():
        return _identify(list(readings), gazetteer, overrides)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Without Python's search for cycles of garbage: identity makes none, and each search looks at all
    mentions there are, which made a mention among a million cost three times as much as one among few.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _identify(read: list[Reading], gazetteer: Gazetteer, overrides: Overrides) -> Identities:
    own = own_keys(read, gazetteer, surnames(gazetteer))
    notes = Notes(read, gazetteer)
    steps = Steps(own, gazetteer, overrides, notes.is_attribute)
    steps.part()
    steps.part_generations(read)
    bodies = renamed_bodies(read, steps.keys)
    told = contexts(notes, steps.keys)
    moved = retyped(steps.keys, told, notes.signs, bodies)
    steps.move(moved)
    told = _joined(told, lambda at: moved[at][0] if at in moved else at[1])
    steps.move(outvoted(steps.keys, told, gazetteer, notes.signs, bodies | peopled(steps.keys)))
    steps.bring_home()
    steps.tell_apart(read, notes)
    told = contexts(notes, steps.keys)
    known = Known(
        _whole(told),
        companies(steps.keys, gazetteer),
        gazetteer,
        steps.forbidden,
        scenes(steps.keys, gazetteer),
    )
    if joined := steps.join(read, known):
        told = _joined(told, lambda at: joined.get(at[1], at[1]))
        known = replace(known, told=_whole(told))
    steps.shorten(read, told, notes, known)
    steps.house(read)
    steps.unite()
    profiles: dict[Key, Profile] = defaultdict(Profile)
    for sighting in own.sightings:
        key = steps.keys.get((sighting.article, sighting.mention))
        named = key and (key.kin != KNOWN or sighting.mention.kind != "description")
        if key and named and (sighting.article, sighting.mention) not in steps.misnamed:
            count(profiles[key], sighting)
    return Identities(
        gazetteer, steps.keys, dict(profiles), steps.reasons, steps.refused, overrides, steps.guessed()
    )


def _joined(told: Mapping[Local, Context], now: Callable[[Local], Key]) -> dict[Local, Context]:
    """What is told of names, as told of what they are ``now``."""
    found: dict[Local, Context] = {}
    for local, context in told.items():
        at = local[0], now(local)
        found[at] = found[at] | context if at in found else context
    return found


def _whole(told: Mapping[Local, Context]) -> Callable[[Key], Context]:
    """What all articles together tell of an entity, put together when it is asked for."""
    by_key: dict[Key, list[str]] = defaultdict(list)
    for article, key in told:
        by_key[key].append(article)

    @cache
    def whole(key: Key) -> Context:
        found = Context()
        for article in sorted(by_key.get(key, ())):
            found |= told[article, key]
        return found

    return whole
