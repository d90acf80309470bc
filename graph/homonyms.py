"""Two people of one name: told apart by gender, by office and country, and by the company they keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.gazetteer import Gazetteer
from graph.context import Company, Context, common, not_listed, of_listed, veto
from graph.keys import KNOWN, PERSON, Key
from graph.labels import Local
from graph.slugs import fold
from graph.transliterations import is_frequent


@dataclass(slots=True)
class _Person:
    """One of those who bear a name: what is told of them, and where."""

    told: Context = field(default_factory=Context)
    articles: list[str] = field(default_factory=list)

    def take(self, article: str, told: Context) -> None:
        self.articles.append(article)
        self.told |= told


Apart = dict[Local, tuple[Key, str]]
"""What a name in an article is instead of its first bearer, and why."""


def told_apart(
    told: Mapping[Local, Context], company: Company, gazetteer: Gazetteer, days: Mapping[str, str]
) -> Apart:
    """The bearers of a name after the first.

    The one whom the earliest article names keeps the name's own IRI, so that later articles rename nobody.
    """
    by_key: dict[Key, list[str]] = defaultdict(list)
    for article, key in told:
        if _is_full(key, gazetteer):
            by_key[key].append(article)
    found: Apart = {}
    for key, articles in by_key.items():
        listed = of_listed(gazetteer.entries[key.name].name) if key.kin == KNOWN else None
        if len(articles) > 1 or listed:
            ordered = sorted(articles, key=lambda article: (days[article], article))
            found.update(_split(key, ordered, told, company, listed))
    return found


def _is_full(key: Key, gazetteer: Gazetteer) -> bool:
    if key.kin == KNOWN:
        return gazetteer.entries[key.name].type == "Person"
    return key.kin == PERSON and " " in key.name


def _split(
    key: Key, articles: list[str], told: Mapping[Local, Context], company: Company, listed: Context | None
) -> Apart:
    people = [_Person(told=listed)] if listed else []
    reasons: dict[int, str] = {}
    for article in (at for at in articles if told[at, key].decisive):
        here = told[article, key]
        against = [
            not_listed(listed, here) if listed and not at else _against(person.told, here, company, key)
            for at, person in enumerate(people)
        ]
        fitting = [person for person, why in zip(people, against, strict=True) if not why]
        if not fitting:
            fitting = [_Person()]
            people += fitting
            reasons[id(fitting[0])] = next((why for why in against if why), "")
        _closest(fitting, key, here, company)[0].take(article, here)
    return _keyed(key, people, _unclear(people, key, articles, told, company), reasons, bool(listed))


def _against(told: Context, here: Context, company: Company, key: Key) -> str | None:
    """Why an article's bearer is another; of a name that thousands bear, if nothing is told of both."""
    if why := veto(told, here, company, frozenset({key})):
        return why
    alike = (told.countries & here.countries) | (told.fields & here.fields)
    both = alike or common(told, here, company, frozenset({key}))
    return "a frequent name, and nothing in common" if is_frequent(key.name) and not both else None


def _unclear(
    people: list[_Person], key: Key, articles: list[str], told: Mapping[Local, Context], company: Company
) -> list[str]:
    """Articles that tell nothing decisive: the only bearer, or whose company they share; else nobody's."""
    left = []
    for article in (at for at in articles if not told[at, key].decisive):
        here = told[article, key]
        closest, lead = _closest(people, key, here, company) if people else (None, 0)
        if closest and (lead or len(people) == 1):
            closest.take(article, here)
        else:
            left.append(article)
    return left


def _closest(people: list[_Person], key: Key, here: Context, company: Company) -> tuple[_Person, int]:
    """The person whose company is most like that of an article, and by how much more than the next one's."""
    if len(people) == 1:
        return people[0], 0
    counts = [common(person.told, here, company, frozenset({key})) for person in people]
    first, second, *_ = sorted(range(len(people)), key=lambda at: (-counts[at], at))
    return people[first], counts[first] - counts[second]


def _keyed(
    key: Key, people: list[_Person], left: list[str], reasons: Mapping[int, str], listed: bool
) -> Apart:
    named = [person for person in people if person.articles or listed]
    if not named or (len(named) == 1 and not left):
        return {}
    first = people[0] if listed else min(named, key=lambda person: people.index(person))
    found: Apart = {}
    for person in (person for person in named if person is not first):
        own = Key(PERSON, fold(key.name.replace("-", " ")) if listed else key.name, person.articles[0])
        why = reasons.get(id(person)) or "another bearer of the name"
        found.update({(article, key): (own, why) for article in person.articles})
    for article in left if len(named) > 1 else ():
        own = Key(PERSON, fold(key.name.replace("-", " ")), article)
        found[article, key] = (own, "several bear the name and nothing tells which")
    return found
