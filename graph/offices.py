"""Offices in time: ``the Russian foreign minister`` in an article of 2024 is Sergey Lavrov."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from extract.gazetteer import Entry, Gazetteer
from extract.gazetteer_roles import chiefs, holders, roles_of
from graph.slugs import fold
from graph.tables import table

Surnames = Mapping[str, frozenset[str]]
"""Folded last words of listed people's names → the keys of those people."""


def holder(gazetteer: Gazetteer, named: Iterable[tuple[str, str]], day: str | None) -> Entry | None:
    """The listed person who alone held what ``offices`` says a description names on the article's day."""
    found = set[Entry | None]()
    for body, office in named if day else ():
        organization = body in gazetteer.entries and gazetteer.entries[body].type == "Organization"
        any_office = organization and office in _heads()
        held = chiefs(body, day or "") if any_office else holders(office, body, day or "")
        found.update(gazetteer.lookup(role.name, "PERSON") for role in held)
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """Words for whoever leads a body, whatever the office is called."""
    return frozenset(row["office"] for row in table("offices.tsv") if not row["body"])


@lru_cache(maxsize=1)
def _sole() -> dict[str, tuple[str, str]]:
    """What an office is called that only one body has, and that body and office as they are listed."""
    return {row["called"]: (row["body"], row["office"]) for row in table("offices.tsv") if row["body"]}


def near_holder(gazetteer: Gazetteer, name: str, near: Iterable[Entry], day: str | None) -> Entry | None:
    """The listed person among ``near`` who held on a day what a description names by the last word of a
    body's name alone: ``the Commission president``, ``the Fund chief``.
    """
    body, _, office = name.lower().partition(" ")
    found = {
        entry.key: entry
        for entry in near
        for role in roles_of(entry.name)
        if entry.type == "Person" and role.body in gazetteer.entries and day and role.covers(day)
        if office in (role.office, *_heads())
        and gazetteer.entries[role.body].name.lower().endswith(f" {body}")
    }
    return next(iter(found.values())) if office and len(found) == 1 else None


def offices(gazetteer: Gazetteer, name: str) -> tuple[tuple[str, str], ...]:
    """The bodies, by their keys, and offices that a description may name."""
    sole = _sole().get(name.lower())
    return (*([sole] if sole else []), *((body.key, office) for body, office in _readings(gazetteer, name)))


def _readings(gazetteer: Gazetteer, name: str) -> Iterator[tuple[Entry, str]]:
    """The bodies and offices that a description may name: by adjective, by possessive, by ``of``."""
    words = name.replace("’s ", " ").replace("'s ", " ").split()
    for at in range(1, min(len(words), 8)):
        yield from _office(gazetteer, " ".join(words[:at]), words[at:])
        if words[at] == "of":
            yield from _office(gazetteer, " ".join(words[at + 1 :]), words[:at])


def _office(gazetteer: Gazetteer, body: str, office: list[str]) -> Iterator[tuple[Entry, str]]:
    listed = gazetteer.lookup_demonym(body) or gazetteer.lookup(body, "Country")
    if entry := listed or gazetteer.lookup(body, "ORG"):
        yield entry, " ".join(office).lower().replace("defense minister", "defence minister")


def surnames(gazetteer: Gazetteer) -> Surnames:
    """Who is listed under which last word of a name."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in gazetteer.entries.values():
        for name in (entry.name, *entry.aliases) if entry.type == "Person" else ():
            words = fold(name).split()
            if len(words) > 1:
                found[words[-1]].add(entry.key)
    return {word: frozenset(keys) for word, keys in found.items()}


def in_office(
    gazetteer: Gazetteer, bearers: frozenset[str], near: Iterable[Entry], day: str | None
) -> Entry | None:
    """The only listed bearer of a surname, if on the article's day an office of a country it names is
    theirs.
    """
    if len(bearers) != 1 or not day:
        return None
    entry = gazetteer.entries[next(iter(bearers))]
    bodies = {key for found in near for key in (found.key, found.country) if key}
    serving = any(role.body in bodies and role.covers(day) for role in roles_of(entry.name))
    return entry if serving else None
