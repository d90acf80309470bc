"""What articles are about besides the names that keep company: evidence for names that sound alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.gazetteer import Gazetteer
from graph.apposition import is_role, noun_of
from graph.context import Context
from graph.keys import KNOWN, ORGANIZATION, At, Key
from graph.known import country_of_team
from graph.slugs import fold

_ARTICLE = re.compile(r"^[Tt]he (?=[a-z])")


@dataclass(frozen=True, slots=True)
class Scenes:
    """What the articles are about besides the names that keep company: their listed cities, capitals aside,
    the nouns of the roles they speak of (``the chief prosecutor``), and their countries.
    """

    cities: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[str]]
    countries: Mapping[str, frozenset[str]]

    def shared(self, one: Context, other: Context, *, lands: bool = False) -> bool:
        """Whether two who sound alike are of one scene; what one and the same article tells is no sign.
        With ``lands``, the country that somebody is of is one of the scene as well.
        """
        same = {*one.articles} & {*other.articles}
        first, second = ([at for at in each.articles if at not in same] for each in (one, other))
        cities = _union(self.cities, first) & _union(self.cities, second)
        nouns = [{noun_of(role) for role in each.roles} for each in (one, other)]
        roles = (_union(self.roles, second), _union(self.roles, first))
        spoken_of = any(held & told for held, told in zip(nouns, roles, strict=True))
        if cities or spoken_of or nouns[0] & nouns[1]:
            return True
        here, there = (_union(self.countries, at) for at in (first, second))
        return lands and bool(((here | one.countries) & there) | (here & other.countries))


def _union(of: Mapping[str, frozenset[str]], articles: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(of.get(article, ()) for article in articles))


def scenes(keys: Mapping[At, Key], gazetteer: Gazetteer) -> Scenes:
    """What each article is about besides its names."""
    cities: dict[str, set[str]] = defaultdict(set)
    roles: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    for (article, mention), key in keys.items():
        entry = gazetteer.entries[key.name] if key.kin == KNOWN else None
        if key.kin == ORGANIZATION and (home := country_of_team(key.name, gazetteer)):
            countries[article].add(home.key)
        if entry and (country := gazetteer.country_of(entry)) and entry.type != "Person":
            countries[article].add(country.key)
        if entry and entry.type == "City" and not entry.metonym_of:
            cities[article].add(entry.key)
        elif (bare := _ARTICLE.sub("", mention.text)) != mention.text and is_role(role := fold(bare)):
            roles[article].add(noun_of(role))
    return Scenes(*({at: frozenset(told) for at, told in of.items()} for of in (cities, roles, countries)))
