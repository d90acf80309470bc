"""What an entity is to a state: the places its government is called by, its institutions, its people.

``ng:metonymOf``: a place whose name is used for those who sit there (``Moscow``); ``ng:bodyOf``: a
government or an institution of a state; ``ng:groupOf``: people of a state (``Russian troops``);
``ng:teamOf``: a national team, which plays and does not act for its state (``Germany beat Brazil``).
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.gazetteer import Entry, Gazetteer
from graph.keys import KNOWN, ORGANIZATION, Key
from graph.known import country_of_team
from graph.metonyms import people_of

Link = tuple[str, str]
"""The relation's name in newsgraph's ontology, and the local name of the entity it leads to."""

METONYM_OF, BODY_OF, GROUP_OF, TEAM_OF = "metonymOf", "bodyOf", "groupOf", "teamOf"
_COUNTRY = "Country"


def links_of(key: Key, name: str, gazetteer: Gazetteer) -> tuple[Link, ...]:
    """The links of an entity, sorted; ``name`` is what it is called."""
    return tuple(sorted(set(_links(key, name, gazetteer))))


def country_of_people(name: str, gazetteer: Gazetteer) -> Entry | None:
    """The state that a group belongs to by its name; None where it names no group or no listed state."""
    for owner, _ in people_of(name):
        entry = gazetteer.lookup_demonym(owner) or gazetteer.lookup(owner, _COUNTRY)
        if entry and entry.type == _COUNTRY:
            return entry
    return None


def _links(key: Key, name: str, gazetteer: Gazetteer) -> Iterator[Link]:
    if key.kin == KNOWN:
        yield from _of_listed(gazetteer.entries[key.name], gazetteer)
        return
    if key.kin == ORGANIZATION and key.scope in gazetteer.entries:
        yield BODY_OF, key.scope
    if key.kin == ORGANIZATION and (home := country_of_team(name, gazetteer)):
        yield TEAM_OF, home.key
    if country := country_of_people(name, gazetteer):
        yield GROUP_OF, country.key


def _of_listed(entry: Entry, gazetteer: Gazetteer) -> Iterator[Link]:
    if entry.metonym_of:
        yield METONYM_OF, entry.metonym_of
    governs = entry.type == "Organization" and entry.key.startswith("government-of-")
    if governs and entry.country in gazetteer.entries:
        yield BODY_OF, entry.country
