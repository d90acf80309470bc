"""What each mention stands for by its own article alone, and why: the first step of identity.

1. A name that the gazetteer knows is the gazetteer's entity; a capital or seat that acts is its government,
   an office its holder on the article's day, a surname the listed person in office whose country is named.
2. Any other name is its kin and its folded spelling, without what never tells two things apart ("Ltd").
3. What every country has one of ("the Supreme Court") is that of its country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from re import compile as pattern
from typing import NamedTuple

from extract.gazetteer import Entry, Gazetteer
from extract.model import Mention, Reading
from graph import institutions
from graph.affixes import kin_by_form, landmark, plain
from graph.empty import is_empty
from graph.known import country_of_team, find
from graph.listed import Asked, said_of, titled
from graph.metonyms import acting_places
from graph.offices import Surnames, holder, in_office, near_holder
from graph.sightings import Sighting, sightings
from graph.slugs import fold
from graph.vocab import kin_of

LABEL_OF_KIND = {"name": "", "nominal": "", "description": "", "time": "DATE", "quantity": "QUANTITY"}
"""Kinds of mention that become entities, with the label of those that are values of a sort."""

PERSON, UNLABELLED, PLACE, ORGANIZATION = map(kin_of, ("PERSON", "", "GPE", "ORG"))
GROUP, PRODUCT = map(kin_of, ("NORP", "PRODUCT"))
KNOWN = "known"
STATED = "institution of its country"
GUESSED = "institution of the country its article is about"
_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_THINGS = frozenset({"it", "its", "itself", "they", "them", "their", "themselves"})
_ISO = pattern(r"[0-9]{4}")

At = tuple[str, Mention]
"""A mention and the id of the article it stands in."""


class Key(NamedTuple):
    """What makes an entity one: its kin and folded name, or ``known`` and its key in the gazetteer.

    ``scope`` is the article that a description or an undated time belongs to, the country of an institution
    that every country has, or what tells apart two people of one name; empty for all else.
    """

    kin: str
    name: str
    scope: str = ""


class Reason(NamedTuple):
    """Why a mention is its entity: the rule, how sure it is (0 to 1), and what it joined the mention to."""

    rule: str
    score: float
    to: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """What the mentions of all articles are by their own article alone."""

    sightings: list[Sighting]
    keys: dict[At, Key]
    reasons: dict[At, Reason]


def own_keys(readings: Iterable[Reading], gazetteer: Gazetteer, listed: Surnames) -> Own:
    """The key of each mention; those that can be no entity are left out."""
    asked = Asked(gazetteer)
    seen: list[Sighting] = []
    keys: dict[At, Key] = {}
    reasons: dict[At, Reason] = {}
    for reading in readings:
        found = dict.fromkeys(sightings(reading))
        seen += found
        mentions = dict.fromkeys(sighting.mention for sighting in found)
        kept = [item for item in mentions if item.kind in LABEL_OF_KIND and not is_empty(item)]
        called = frozenset(item.name for item in kept if item.text.lower() in _PRONOUNS)
        described = {
            fold(item.name): item.start
            for item in sorted(kept, key=lambda item: item.start)
            if item.kind == "description"
        }
        article = _Article(reading, gazetteer, listed, asked, called, described)
        for mention, (key, reason) in article.told(kept):
            keys[reading.article.id, mention] = key
            reasons[reading.article.id, mention] = reason
    return Own(seen, keys, reasons)


def is_named(mention: Mention) -> bool:
    """Whether the gazetteer may know it: a nominal in lower case (``turkey``) is no name."""
    common = mention.kind in {"nominal", "description"}
    return mention.kind == "name" or (common and mention.name[:1].isupper())


@dataclass(frozen=True, slots=True)
class _Article:
    """One article, while its mentions are told apart."""

    reading: Reading
    gazetteer: Gazetteer
    listed: Surnames
    asked: Asked
    called: frozenset[str]
    """What the article's pronouns for people stand for."""
    described: Mapping[str, int]
    """The folded names of its descriptions, and where the last of each begins."""

    def told(self, mentions: list[Mention]) -> Iterator[tuple[Mention, tuple[Key, Reason]]]:
        """Each mention with its key and the reason for it."""
        names = {(mention.name, mention.label) for mention in mentions if is_named(mention)}
        known = {name: self.asked.alone(*name) for name in names}
        known |= titled(mentions, known, self.asked)
        near = {entry.key: entry for entry in known.values() if entry}
        for name, label in (of for of, entry in known.items() if not entry and self.asked.is_listed(of[0])):
            known[name, label] = find(self.gazetteer, name, label, near.values())
        acting = acting_places(self.reading, mentions, self.asked.metonym)
        home = institutions.home(
            Counter(self._place(known, item) for item in mentions if item.label == "GPE")
        )
        places = frozenset(fold(item.name) for item in mentions if kin_of(item.label) == PLACE)
        for mention in mentions:
            entry = known.get((mention.name, mention.label)) if is_named(mention) else None
            said = said_of(mention, self.reading.article.text, self.gazetteer, self.asked)
            if said != mention.name and kin_of(mention.label) == PLACE:
                entry = self.gazetteer.lookup(said, mention.label)
            yield (
                mention,
                (
                    self._by_gazetteer(mention, entry, acting)
                    or self._by_office(mention, near)
                    or self._by_name(mention, home, places)
                ),
            )

    def _is_taken_up(self, mention: Mention) -> bool:
        """Whether the article goes on about a nominal: by a pronoun, or by ``the exemption`` after ``an``."""
        pronoun = mention.text.lower() in _PRONOUNS | _THINGS
        return mention.kind == "nominal" and (
            pronoun or mention.start < self.described.get(fold(mention.name), -1)
        )

    def _place(self, known: dict[tuple[str, str], Entry | None], mention: Mention) -> str:
        entry = known.get((mention.name, mention.label))
        country = self.gazetteer.country_of(entry) if entry else None
        return country.key if country else fold(mention.name)

    def _by_gazetteer(
        self, mention: Mention, entry: Entry | None, acting: frozenset[int]
    ) -> tuple[Key, Reason] | None:
        if mention.end in acting and kin_of(mention.label) in {PLACE, ORGANIZATION} and is_named(mention):
            stands_for = self.gazetteer.lookup_metonym(mention.name)
            if stands_for and (entry is None or entry.metonym_of == stands_for.key):
                return Key(KNOWN, stands_for.key), Reason("place that acts", 0.95, mention.name)
        if mention.end in acting and entry is None and self._may_be_seat(mention):
            stands_for = self.gazetteer.lookup_metonym(mention.name)
            if stands_for:
                return Key(KNOWN, stands_for.key), Reason("place that acts", 0.85, mention.name)
        return (Key(KNOWN, entry.key), Reason("known name", 1.0, entry.name)) if entry else None

    def _may_be_seat(self, mention: Mention) -> bool:
        """Whether a lone word that the tagger took for a body or a person may be a capital: no pronoun of the
        article stands for it.
        """
        if mention.kind != "name" or " " in mention.name or mention.name != mention.text:
            return False
        person = kin_of(mention.label) == PERSON
        return kin_of(mention.label) == ORGANIZATION or (person and mention.name not in self.called)

    def _by_office(self, mention: Mention, near: dict[str, Entry]) -> tuple[Key, Reason] | None:
        day = self.reading.article.published
        if mention.kind not in {"name", "nominal", "description"} or mention.label not in {"", "PERSON"}:
            return None
        if entry := holder(self.gazetteer, self.asked.offices(mention.name), day):
            return Key(KNOWN, entry.key), Reason(f"held the office on {day}", 0.95, entry.name)
        if mention.kind == "description" and (
            entry := near_holder(self.gazetteer, mention.name, near.values(), day)
        ):
            return Key(KNOWN, entry.key), Reason(f"of those named, held the office on {day}", 0.9, entry.name)
        bearers = (
            self.listed.get(fold(mention.name), frozenset()) if mention.label == "PERSON" else frozenset()
        )
        if entry := in_office(self.gazetteer, bearers, near.values(), day):
            return Key(KNOWN, entry.key), Reason("surname of an office holder", 0.9, entry.name)
        return None

    def _body(self, mention: Mention, kin: str, places: frozenset[str]) -> tuple[Key, Reason] | None:
        """A country's institution in small letters: ``the Hungarian parliament``."""
        if mention.kind not in ("nominal", "description") or kin not in (UNLABELLED, ORGANIZATION):
            return None
        found = institutions.owned(mention, self.reading.article.text, self.gazetteer, places)
        owner = found and found[1]
        sure = owner and (owner in self.gazetteer.entries or owner in places)
        if not found or not sure:
            return None
        return Key(kin if found[0].endswith("minister") else ORGANIZATION, *found), Reason(STATED, 0.9)

    def _by_name(self, mention: Mention, home: str, places: frozenset[str]) -> tuple[Key, Reason]:
        article = self.reading.article
        kin = kin_of(LABEL_OF_KIND[mention.kind] or mention.label)
        if not mention.label and mention.kind in {"name", "nominal", "description"}:
            place = plain(mention.name, PLACE)
            core = place.removesuffix(" region")
            if landmark(mention.name)[0] in places or (core != fold(mention.name) and core in places):
                return Key(PLACE, place), Reason("place with its sort", 0.9, place)
        if mention.kind == "name" and kin != PERSON and institutions.is_body(mention.name, self.gazetteer):
            kin = ORGANIZATION
        if (
            kin in {UNLABELLED, ORGANIZATION}
            and is_named(mention)
            and (country := country_of_team(mention.name, self.gazetteer))
        ):
            return Key(ORGANIZATION, fold(f"{country.name} national team")), Reason("team of a country", 0.9)
        if mention.kind != "name":
            if body := self._body(mention, kin, places):
                return body
            dateless = mention.kind == "time" and not _ISO.match(mention.name)
            scoped = mention.kind == "description" or dateless or self._is_taken_up(mention)
            return Key(kin, fold(mention.name), article.id if scoped else ""), Reason("same words", 1.0)
        if kin == ORGANIZATION and (
            found := institutions.owned(mention, article.text, self.gazetteer, places)
        ):
            name, owner = found
            rule = STATED if owner else GUESSED
            return Key(kin, name, owner or home or article.id), Reason(rule, 0.9 if owner else 0.7)
        said = said_of(mention, self.reading.article.text, self.gazetteer, self.asked)
        kin = kin_by_form(said, kin)
        name = plain(said, kin) or fold(said)
        if kin == PLACE and name != fold(said) and self.asked.is_city(name):
            name = fold(said)  # the state is not the city of its name
        area = self.asked.alone(name.removesuffix(" region"), "GPE") if kin == PLACE else None
        if area and area.type == "AdministrativeArea" and name.endswith(" region"):
            return Key(KNOWN, area.key), Reason("known place with its sort", 0.95, area.name)
        same = name == fold(said)
        return Key(kin, name), Reason("same name" if same else "same name without its affixes", 1.0)
