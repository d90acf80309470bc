"""Offices in time: ``the Russian foreign minister`` in an article of 2024 is Sergey Lavrov."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from extract.gazetteer import Entry, Gazetteer
from extract.gazetteer_roles import holders, roles_of
from graph.slugs import fold

Surnames = Mapping[str, frozenset[str]]
"""Folded last words of listed people's names → the keys of those people."""


def holder(gazetteer: Gazetteer, named: Iterable[tuple[str, str]], day: str | None) -> Entry | None:
    """The listed person who alone held what ``offices`` says a description names on the article's day."""
    found = set[Entry | None]()
    for body, office in named if day else ():
        found.update(gazetteer.lookup(role.name, "PERSON") for role in holders(office, body, day or ""))
    return found.pop() if len(found) == 1 else None


def offices(gazetteer: Gazetteer, name: str) -> tuple[tuple[str, str], ...]:
    """The bodies, by their keys, and offices that a description may name."""
    return tuple((body.key, office) for body, office in _readings(gazetteer, name))


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
