"""The gazetteer as identity needs it: what a mention's name surely stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.gazetteer import Entry, Gazetteer, load_gazetteer
from graph.slugs import slug
from graph.tables import table

_WIKIDATA = "http://www.wikidata.org/entity/"
_TEAM = re.compile(r"(?:the )?(.+?)(?:['’]s)? national (?:team|side|squad)", re.IGNORECASE)
_PEOPLE_AS_A_WHOLE = frozenset({"adjective", "group"})
"""Demonyms that stand for the country (``Russian``, ``Russians``); a Frenchman is not France."""

PLACES = frozenset({"City", "AdministrativeArea", "Place"})
"""Types of entries that lie in a country."""


def shipped() -> Gazetteer:
    """The gazetteer that comes with newsgraph, read once in a process."""
    return load_gazetteer()


def find(gazetteer: Gazetteer, name: str, label: str, near: Iterable[Entry] = ()) -> Entry | None:
    """The entry that a name with an entity label stands for, or None.

    ``data/known.tsv`` says what a name of that label may be, in order of preference; ``near`` are entries
    that the same article speaks of, which decide between two of one name.
    """
    close = tuple(near)
    for sort in _sorts(label):
        if sort == "demonym":
            found = _by_demonym(gazetteer, name, close)
        elif sort == "Person":
            found = gazetteer.lookup(name, "PERSON", close) or _by_slug(gazetteer, name)
        else:
            found = gazetteer.lookup(name, sort or None, close)
        if found:
            return found
    return None


def same_as(entry: Entry) -> tuple[str, ...]:
    """The absolute IRIs that mean the entry elsewhere: Wikidata's, where it is certain."""
    return (_WIKIDATA + entry.qid,) if entry.qid else ()


def country_around(gazetteer: Gazetteer, key: str) -> str | None:
    """The key of the country that a listed place lies in; None for anything else."""
    entry = gazetteer.entries.get(key)
    return entry.country or None if entry and entry.type in PLACES else None


def country_of_team(name: str, gazetteer: Gazetteer) -> Entry | None:
    """The listed country whose national team is called so."""
    found = _TEAM.fullmatch(name)
    return gazetteer.lookup(found[1], "GPE") or gazetteer.lookup_demonym(found[1]) if found else None


def _sorts(label: str) -> Iterator[str]:
    return (row["sort"] for row in table("known.tsv") if row["label"] == label)


def _by_demonym(gazetteer: Gazetteer, name: str, near: tuple[Entry, ...]) -> Entry | None:
    whole = gazetteer.demonym_kind(name) in _PEOPLE_AS_A_WHOLE
    return gazetteer.lookup_demonym(name, near) if whole else None


def _by_slug(gazetteer: Gazetteer, name: str) -> Entry | None:
    """A listed person in a spelling that the gazetteer does not list but that has the same local name."""
    entry = gazetteer.entries.get(slug(name))
    return entry if entry and entry.type == "Person" else None
