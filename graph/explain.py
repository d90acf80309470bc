"""Why mentions are one entity, and why others are not: what ``newsgraph explain`` prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.model import Mention, Reading
from graph.errors import GraphError
from graph.identity import Identities
from graph.keys import At, Key, Reason
from graph.model import Entity
from graph.names import similarity
from graph.slugs import fold

_ALIKE = 0.75
"""Likeness from which on another entity is worth showing."""
_AROUND = 60
"""Characters of the article shown on each side of a mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One entity, its mentions in order of date and text, and the nearest entities that it was not joined
    with.
    """

    entity: Entity
    mentions: tuple[Told, ...]
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A mention: its article (id, date, title), the words around it, and the rules that made it this
    entity.
    """

    article: str
    published: str
    title: str
    text: str
    snippet: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """An entity that was not joined, how alike its name is (0 to 1), and why."""

    iri: str
    name: str
    score: float
    why: str


def explain(readings: Iterable[Reading], identities: Identities, name: str, most: int = 5) -> list[Explained]:
    """All entities that ``name`` may mean: an IRI's local name, a name, or words of the articles.

    ``most`` is how many others to tell of each. Raises GraphError where nothing bears the name, with the
    nearest that do.
    """
    by_key: dict[Key, list[At]] = defaultdict(list)
    for at, key in identities.keys.items():
        by_key[key].append(at)
    names = {key: _names(identities, key, by_key[key]) for key in by_key}
    named = {key: names[key] for key in by_key if any(mention.kind == "name" for _, mention in by_key[key])}
    asked = fold(name)
    found = [key for key in by_key if asked in names[key] or identities.iri(key) == name]
    if not found:
        near = sorted(named, key=lambda key: (-_score({asked}, named[key]), key))[:3]
        known = ", ".join(identities.entity(key).name for key in near)
        raise GraphError(f"nothing is called {name!r} here" + (f"; the nearest are {known}" if known else ""))
    articles = {reading.article.id: reading for reading in readings}
    return [
        Explained(
            entity=identities.entity(key),
            mentions=tuple(_told(by_key[key], articles, identities)),
            others=tuple(_others(key, names[key], named, identities, most)),
        )
        for key in sorted(found)
    ]


def _names(identities: Identities, key: Key, mentions: list[At]) -> set[str]:
    entity = identities.entity(key)
    said = (mention for _, mention in mentions if mention.kind == "name")
    spelt = (fold(mention.text) for mention in said if mention.text[:1].isupper())
    return {fold(entity.name), *(fold(mention.name) for _, mention in mentions), *spelt}


def _told(mentions: list[At], articles: dict[str, Reading], identities: Identities) -> Iterator[Told]:
    """One for each place in a text: the same words may be subject and object of several triples."""
    places: dict[tuple[str, int], At] = {}
    for at in sorted(mentions, key=lambda at: (at[1].start, at[1].end, repr(at))):
        places.setdefault((at[0], at[1].end), at)
    ordered = sorted(places, key=lambda at: (articles[at[0]].article.published or "9999", at))
    for place in ordered:
        article, mention = articles[place[0]].article, places[place][1]
        yield Told(
            article=article.id,
            published=article.published or "",
            title=article.title,
            text=mention.text,
            snippet=_snippet(article.text, mention),
            reasons=identities.reasons.get(places[place], ()),
        )


def _snippet(text: str, mention: Mention) -> str:
    before = text[max(0, mention.start - _AROUND) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + _AROUND].partition("\n")[0]
    return " ".join(f"{before}[{text[mention.start : mention.end]}]{after}".split())


def _others(
    key: Key, own: set[str], names: dict[Key, set[str]], identities: Identities, most: int
) -> Iterator[Other]:
    """The nearest named entities: those that were compared first."""
    refused = {
        (pair[0] if pair[1] == key else pair[1]): found
        for pair, found in identities.refused.items()
        if key in pair
    }
    scores = {
        other: score for other in names if other != key and (score := _score(own, names[other])) >= _ALIKE
    }
    scores |= {other: max(refused[other][0], scores.get(other, 0)) for other in refused if other in names}
    for other in sorted(scores, key=lambda item: (item not in refused, -scores[item], item))[:most]:
        why = refused[other][1] if other in refused else _difference(key, other)
        entity = identities.entity(other)
        yield Other(iri=entity.iri, name=entity.name, score=scores[other], why=why)


def _score(one: set[str], other: set[str]) -> float:
    return max(similarity(a, b) for a in one for b in other)


def _difference(one: Key, other: Key) -> str:
    if one.kin != other.kin and "known" not in (one.kin, other.kin):
        return f"a {one.kin} and a {other.kin}"
    if one.scope != other.scope and one.name == other.name:
        return "the words mean another thing in another article"
    return "the names are too different for any rule"
