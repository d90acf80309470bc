"""The company a name keeps: what an article tells of somebody that may tell two of one name apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from extract.gazetteer import Gazetteer
from extract.gazetteer_roles import roles_of
from extract.model import Mention, Reading, Triple
from graph.apposition import beside, fields_of
from graph.keys import KNOWN, PERSON, At, Key
from graph.slugs import fold
from graph.tables import table

_HOLDS = frozenset({"hold position", "hold position for"})


_REMEMBERED = 64
"""Articles of one entity whose company is compared; more tell no more, and the cost stays linear."""


@dataclass(slots=True)
class Context:
    """What is told of one entity, and in which articles it is named."""

    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    articles: list[str] = field(default_factory=list)

    def add(self, other: Context) -> None:
        """Take in what is told elsewhere of the same one."""
        self.genders.update(other.genders)
        self.countries.update(other.countries)
        self.fields.update(other.fields)
        self.roles.update(other.roles)
        self.articles.extend(other.articles[: _REMEMBERED - len(self.articles)])

    @property
    def decisive(self) -> bool:
        """Whether anything is told that could tell two people apart."""
        return bool(self.genders or self.countries or self.fields)


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
    if elsewhere and not common(one, other, company, but):
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
    same = {*one.articles} & {*other.articles}
    first, second = (
        {key for article in each.articles if article not in same for key in company.get(article, ())}
        for each in (one, other)
    )
    return len((first & second) - but) + len(one.roles & other.roles)


def contexts(
    readings: Iterable[Reading], keys: dict[At, Key], gazetteer: Gazetteer
) -> dict[tuple[str, Key], Context]:
    """What each article tells of each named thing in it."""
    found: dict[tuple[str, Key], Context] = defaultdict(Context)
    for (article, mention), key in keys.items():
        if mention.kind == "name":
            found[article, key].genders.update(_gender(mention))
    for reading in readings:
        for mention in reading.mentions:
            bearer = keys.get((reading.article.id, mention))
            if bearer and " " in mention.text and _is_person(bearer, gazetteer):
                _add_beside(found[reading.article.id, bearer], reading.article.text, mention, gazetteer)
        for triple in reading.triples:
            holder = keys.get((reading.article.id, triple.subject))
            if holder and triple.predicate.lemma in _HOLDS and triple.polarity == "affirmed":
                _add_role(found[reading.article.id, holder], triple, gazetteer)
    for (article, _), context in found.items():
        context.articles.append(article)
    return dict(found)


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
    return Context(countries={role.body for role in roles if role.body}, fields={"state"} if roles else set())


def _is_person(key: Key, gazetteer: Gazetteer) -> bool:
    return key.kin == PERSON or (key.kin == KNOWN and gazetteer.entries[key.name].type == "Person")


def _says_little(key: Key, gazetteer: Gazetteer) -> bool:
    """Whether half the news is in its company: listed states, cities and bodies."""
    return key.kin == KNOWN and gazetteer.entries[key.name].type != "Person"


def _add_role(context: Context, triple: Triple, gazetteer: Gazetteer) -> None:
    if triple.predicate.lemma == "hold position for":
        context.countries.update(_country(triple.object.name, gazetteer))
        return
    role = fold(triple.object.name)
    if role:
        context.roles.add(role)
        context.fields.update(fields_of(role.partition(" of ")[0]))
    for word in triple.object.text.replace("’s", "").replace("'s", "").split():
        if word[:1].isupper():
            context.countries.update(_country(word, gazetteer))


def _add_beside(context: Context, text: str, mention: Mention, gazetteer: Gazetteer) -> None:
    if found := beside(text, mention.start, mention.end):
        context.roles.add(found.role)
        context.fields.update(found.fields)
        for place in found.places:
            context.countries.update(_country(place, gazetteer))


def _country(name: str, gazetteer: Gazetteer) -> set[str]:
    entry = gazetteer.lookup_demonym(name) or gazetteer.lookup(name, "Country")
    return {entry.key} if entry and entry.type == "Country" else set()


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    return {word: row["gender"] for row in table("pronouns.tsv") for word in row["words"].split()}


def _gender(mention: Mention) -> set[str]:
    """The gender that a pronoun for somebody, or the title before the name, tells."""
    first = mention.text.partition(" ")[0].rstrip(".").lower()
    gender = _genders().get(first)
    return {gender} if gender else set()
