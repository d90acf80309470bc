"""The company a name keeps: what an article tells of somebody that may tell two of one name apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from extract.gazetteer import Gazetteer
from extract.gazetteer_roles import roles_of
from graph.keys import KNOWN, At, Key

_REMEMBERED = 64
"""Articles of one entity whose company is compared; more tell no more, and the cost stays linear."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is told of one entity, and in which articles it is named."""

    genders: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()

    def __or__(self, other: Context) -> Context:
        """With what is told elsewhere of the same one."""
        return Context(
            genders=self.genders | other.genders,
            countries=self.countries | other.countries,
            fields=self.fields | other.fields,
            roles=self.roles | other.roles,
            articles=(self.articles + other.articles)[:_REMEMBERED],
        )

    @property
    def decisive(self) -> bool:
        """Whether anything is told that could tell two people apart."""
        return bool(self.genders or self.countries or self.fields)


_TURNS = frozenset({"law", "state"})
"""Fields of life between which people turn: lawyers become mayors."""

Company = Mapping[str, frozenset[Key]]
"""What else the articles name, countries left out: they are in everybody's company."""


def veto(one: Context, other: Context, company: Company, but: frozenset[Key]) -> str | None:
    """Why two of one name, or of two alike, are two; None where nothing speaks against their being one.

    ``but`` are the compared entities themselves, which are no company.
    """
    if one.genders and other.genders and one.genders.isdisjoint(other.genders):
        return "another gender"
    elsewhere = one.countries and other.countries and one.countries.isdisjoint(other.countries)
    apart = one.fields and other.fields and one.fields.isdisjoint(other.fields)
    apart = apart and not one.fields | other.fields >= _TURNS
    if elsewhere and not neighbours(one, other, company, but):
        return "office in another country"
    if apart and one.countries.isdisjoint(other.countries) and not common(one, other, company, but):
        return "another field of life"
    return None


def not_listed(listed: Context, here: Context) -> str | None:
    """Why somebody is not the listed person of that name: another country and another field of life."""
    if listed.countries.isdisjoint(here.countries or listed.countries) and here.fields:
        return "another field of life in another country" if listed.fields.isdisjoint(here.fields) else None
    return None


def common(one: Context, other: Context, company: Company, but: frozenset[Key]) -> int:
    """How many roles and neighbours two have in common; what one and the same article names is no sign."""
    return neighbours(one, other, company, but) + len(one.roles & other.roles)


def neighbours(one: Context, other: Context, company: Company, but: frozenset[Key]) -> int:
    """How many named things are in the company of both, in different articles."""
    same = {*one.articles} & {*other.articles}
    first, second = (
        {key for article in each.articles if article not in same for key in company.get(article, ())}
        for each in (one, other)
    )
    return len((first & second) - but)


def companies(keys: dict[At, Key], gazetteer: Gazetteer) -> Company:
    """The named things of each article."""
    found: dict[str, set[Key]] = defaultdict(set)
    for (article, mention), key in keys.items():
        if mention.kind == "name" and not _says_little(key, gazetteer):
            found[article].add(key)
    return {article: frozenset(named) for article, named in found.items()}


def of_listed(name: str) -> Context:
    """What the gazetteer's dated offices tell of a person."""
    roles = roles_of(name)
    return Context(
        countries=frozenset(role.body for role in roles if role.body),
        fields=frozenset({"state"} if roles else ()),
    )


def _says_little(key: Key, gazetteer: Gazetteer) -> bool:
    """Whether half the news is in its company: listed states, cities and bodies."""
    return key.kin == KNOWN and gazetteer.entries[key.name].type != "Person"
