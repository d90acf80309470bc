"""Two places of one name: the ``Córdoba`` of Argentina is not that of Spain.

What a place lies in is read off the words beside it (``Córdoba in Argentina``, ``the Spanish city of
Córdoba``). Only where articles put a name into two countries, or two regions of one, does it become two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from extract.gazetteer import Entry, Gazetteer
from graph.keys import KNOWN, PLACE, At, Key, Reason
from graph.labels import Local

_REACH = 60
_NAME = r"(?P<home>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
_SIDE = r"(?: (?:\w+ern|central|southeast|south|north|east|west))?"
_SORT = r"(?:city|town|village|port|province|region|district|state|suburb)"
_AFTER = re.compile(
    rf"(?:,? (?:in|of)(?: the)?{_SIDE}|,(?: (?:an?|the) (?:\w+ ){{1,3}}(?:in|of)(?: the)?)?{_SIDE}) {_NAME}"
)
_BEFORE = re.compile(rf"{_NAME}(?:['’]s)? (?:\w+ ){{0,2}}{_SORT} of (?:the )?$")


class Home(NamedTuple):
    """The listed country a place is said to lie in, and the region of it, if one is said."""

    country: str
    region: str = ""

    def is_other(self, other: Home) -> bool:
        """Whether nothing can lie in both."""
        regions = self.region and other.region and self.region != other.region
        return self.country != other.country or bool(regions)


def places_apart(
    keys: Mapping[At, Key], texts: Mapping[str, str], days: Mapping[str, str], gazetteer: Gazetteer
) -> dict[Local, tuple[Key, Reason]]:
    """Unlisted places of one name that are said to lie apart, but for the one that the earliest article
    names, which keeps the name's own IRI.

    An article that does not say which is of the one whose country it names, or else of none.
    """
    said: dict[Key, dict[str, Home]] = defaultdict(dict)
    everywhere: dict[Key, set[str]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    for (article, mention), key in keys.items():
        if key.kin == KNOWN:
            named[article].update(_countries(gazetteer.entries[key.name]))
        elif key.kin == PLACE and not key.scope and mention.kind == "name":
            everywhere[key].add(article)
            whole = mention.text.startswith(f"{mention.name}, ")
            end = mention.start + len(mention.name) if whole else mention.end
            if home := home_of(texts.get(article, ""), mention.start, end, gazetteer):
                said[key][article] = home
    found: dict[Local, tuple[Key, Reason]] = {}
    for key, homes in sorted(said.items()):
        rivals = _rivals(homes, days)
        for article in sorted(everywhere[key]) if len(rivals) > 1 else ():
            fitting = [rival for rival in rivals if _fits(rival, homes.get(article), named[article])]
            home = fitting[0] if len(fitting) == 1 else None
            if home != rivals[0]:
                own = Key(PLACE, key.name, (home.region or home.country) if home else article)
                found[article, key] = (own, Reason("another place of that name", 0.9, own.scope))
    return found


def _fits(rival: Home, said: Home | None, countries: Collection[str]) -> bool:
    return rival.country in countries if said is None else not rival.is_other(said)


def home_of(text: str, start: int, end: int, gazetteer: Gazetteer) -> Home | None:
    """What the words beside a place's name say it lies in; None where they name nothing listed."""
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    near = _AFTER.match(text, end), _BEFORE.search(before)
    for words in (found["home"] for found in near if found):
        entry = gazetteer.lookup(words, "GPE") or gazetteer.lookup_demonym(words)
        country = gazetteer.country_of(entry) if entry and entry.type in _WHOLES else None
        if entry and country:
            return Home(country.key, "" if entry is country else entry.key)
    return None


_WHOLES = frozenset({"Country", "AdministrativeArea"})


def _countries(entry: Entry) -> Iterator[str]:
    yield from (key for key in (entry.key if entry.type == "Country" else "", entry.country) if key)


def _rivals(homes: Mapping[str, Home], days: Mapping[str, str]) -> list[Home]:
    """The homes that exclude each other, the one of the earliest article first."""
    found: list[Home] = []
    for article in sorted(homes, key=lambda article: (days[article], article)):
        if all(homes[article].is_other(home) for home in found):
            found.append(homes[article])
    return found
