"""The ladder while it is climbed: what each mention is so far, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from extract.gazetteer import Gazetteer
from extract.model import Reading
from extract.peoples import places_of
from graph.affixes import of_realm
from graph.bodies import ships, short_bodies
from graph.context import Context, companies
from graph.family_names import family_names
from graph.generations import generations
from graph.homes import places_apart
from graph.homonyms import told_apart
from graph.institutions import settled
from graph.keys import (
    GROUP,
    GUESSED,
    KNOWN,
    ORGANIZATION,
    PERSON,
    PLACE,
    STATED,
    UNLABELLED,
    At,
    Key,
    Own,
    Reason,
    is_named,
)
from graph.labels import Local
from graph.notes import Notes, contexts
from graph.overrides import Overrides
from graph.renamings import renamings
from graph.slugs import fold
from graph.surnames import as_cities, mistaken, short_names, titled_otherwise
from graph.variants import Known, Pair, acronyms, variants

_NEVER = "9999"
"""The day of an undated article: after all dated ones."""


class Steps:
    """The ladder while it is climbed: what each mention is so far, and all reasons."""

    def __init__(
        self, own: Own, gazetteer: Gazetteer, overrides: Overrides, attributive: Callable[[At], bool]
    ) -> None:
        self.attributive = attributive
        self.own, self.gazetteer, self.overrides = own, gazetteer, overrides
        self.keys = dict(own.keys)
        self.reasons: dict[At, tuple[Reason, ...]] = {at: (why,) for at, why in own.reasons.items()}
        self.refused: dict[Pair, tuple[float, str]] = {}
        self.misnamed: set[At] = set()
        """Mentions of somebody else than their article took them for: the name they got is not theirs."""

    def part(self) -> None:
        """Set apart what the user says is different though one by its spelling."""
        for at, key in self.overrides.parted(self.keys).items():
            self._set(at, key, Reason("overrides: different", 1.0))

    def part_generations(self, read: list[Reading]) -> None:
        """Tell father and son of one name apart by the marks after it."""
        for at, moved in generations(self.keys, _days(read)).items():
            self._set(at, *moved)

    def move(self, moved: Mapping[Local, tuple[Key, Reason]]) -> None:
        """Give what names are in single articles their new entities."""
        for at, key in list(self.keys.items()) if moved else ():
            if is_named(at[1]) and (found := moved.get((at[0], key))):
                self._set(at, *found)

    def bring_home(self) -> None:
        """Take a people's name for its country, as with listed ones (``Drovian`` for ``Drovia``), and so a
        state's name that was taken for a body's (``Drovia Republic``).
        """
        places = {key.name: key for key in self.keys.values() if key.kin == PLACE and not key.scope}
        for at, key in list(self.keys.items()) if places else ():
            land = of_realm(key.name) if key.kin in (ORGANIZATION, UNLABELLED) and not key.scope else ""
            if land in places and at[1].kind == "name":
                self._set(at, places[land], Reason("state by its name", 0.9, land))
                continue
            people = key.kin == GROUP or (key.kin in (PERSON, ORGANIZATION) and self.attributive(at))
            if people and " " not in key.name and at[1].kind == "name":
                found = {places[name] for name in places_of(key.name) if name in places}
                if len(found) == 1:
                    self._set(at, *((home := found.pop()), Reason("people of a place", 0.9, home.name)))

    def tell_apart(self, read: list[Reading], notes: Notes) -> None:
        """Tell apart the people, and the places, of one name."""
        told = contexts(notes, self.keys)
        apart = told_apart(told, companies(self.keys, self.gazetteer), self.gazetteer, _days(read))
        for (_, key), (other, why) in apart.items():
            one, two = sorted((key, other))
            self.refused[one, two] = (1.0, why)
        self.move({at: (key, Reason("another of that name", 0.9, why)) for at, (key, why) in apart.items()})
        self.move(places_apart(self.keys, notes.texts, _days(read), self.gazetteer))

    def join(self, read: list[Reading], known: Known) -> Mapping[Key, Key]:
        """Join the different names of one thing: what each joined name is now."""
        spellings: dict[Key, set[str]] = defaultdict(set)
        for sighting in self.own.sightings:
            key = self.keys.get((sighting.article, sighting.mention))
            if key and sighting.mention.text.isupper():
                spellings[key].add(sighting.mention.text)
        named = {key for at, key in self.keys.items() if at[1].kind == "name"}
        found = variants(named, {**acronyms(spellings, named), **renamings(read, self.keys)}, known)
        self.refused |= found.refused
        for at, key in list(self.keys.items()) if found.of else ():
            if key in found.of:
                self._set(at, found.of[key], found.reasons[key])
        return found.of

    def shorten(self, read: list[Reading], told: Mapping[Local, Context], notes: Notes, known: Known) -> None:
        """Give short names the only full name that they may be."""
        found = short_names(self.keys, told, known)
        self.refused |= found.refused
        self.move(found.of)
        self.move(family_names(self.keys, told, known))
        self.move(short_bodies(self.keys, told, known))
        self.move(ships(self.keys))
        self.move(mistaken(self.keys, notes, known, _days(read)))
        for at, (key, why) in as_cities(self.keys, notes, known, _days(read)).items():
            self._set(at, key, why)
        for at, (key, why) in titled_otherwise(self.keys, notes, known).items():
            self._set(at, key, why)
            self.misnamed.add(at)

    def house(self, read: list[Reading]) -> None:
        """Give the institutions whose country is not said those of the articles they share names with."""
        bodies = [(at[0], key) for at, key in self.keys.items() if key.kin == ORGANIZATION and key.scope]
        guessed = {
            (at[0], key) for at, key in self.keys.items() if any(w.rule == GUESSED for w in self.reasons[at])
        }
        if guessed:
            company = companies(self.keys, self.gazetteer)
            found = settled(bodies, guessed, company, _days(read), self.gazetteer)
            why = Reason("institution of the articles it shares names with", 0.8)
            self.move({local: (key, why) for local, key in found.items()})

    def guessed(self) -> frozenset[Key]:
        """Institutions of which no article says whose they are."""
        said = {key for at, key in self.keys.items() if self.reasons[at][-1].rule == STATED}
        return frozenset(
            key for key in self.keys.values() if key.kin == ORGANIZATION and key.scope and key not in said
        )

    def unite(self) -> None:
        """Join what the user says is the same."""
        names = self._names() if self.overrides.same else {}
        moved = self.overrides.united(names, lambda key: names.get(key, ()))
        for at, key in list(self.keys.items()) if moved else ():
            if key in moved:
                self._set(at, *moved[key])

    def forbidden(self, one: Key, other: Key) -> bool:
        """Whether the user says that two entities are two."""
        return bool(self.overrides.different) and self.overrides.forbid(self._spelt(one), self._spelt(other))

    def _spelt(self, key: Key) -> set[str]:
        entry = self.gazetteer.entries[key.name] if key.kin == KNOWN else None
        return {fold(name) for name in (entry.name, *entry.aliases)} if entry else {key.name}

    def _names(self) -> dict[Key, set[str]]:
        found: dict[Key, set[str]] = {}
        for (_, mention), key in self.keys.items():
            found.setdefault(key, set(self._spelt(key))).update((fold(mention.name), fold(mention.text)))
        return found

    def _set(self, at: At, key: Key, reason: Reason) -> None:
        if self.keys[at] != key:
            self.keys[at] = key
            self.reasons[at] = (*self.reasons[at], reason)


def _days(read: Iterable[Reading]) -> dict[str, str]:
    return {reading.article.id: reading.article.published or _NEVER for reading in read}
