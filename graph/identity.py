"""Mentions → entities: when two names are one thing, and what it is called.

1. A name that the gazetteer knows (aliases, demonyms and capitals included) is the gazetteer's entity.
2. Equal names, spelling aside, of one kin are one entity (kin: ``data/labels.tsv``).
3. A person's short name (``Lavrov``, ``von der Leyen``) is the only person whose full name ends with it;
   where there are two such persons, or none, it stays an entity of its own.
4. A name that extraction gave no label is the only labelled entity of that name.

All of it depends on what is read, never on the order of reading; an entity's IRI depends on its own name
and kin alone, so another article never renames it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from typing import NamedTuple

from extract.gazetteer import Gazetteer
from extract.model import Mention, Reading
from graph.known import find, same_as
from graph.model import Entity
from graph.slugs import digest, fold, slug
from graph.vocab import kin_of, type_of

_HASH_DIGITS = 6
_LABEL_OF_KIND = {"name": "", "nominal": "", "description": "", "time": "DATE", "quantity": "QUANTITY"}
"""Kinds of mention that become entities, with the label of those that are values of a sort."""

_PERSON, _UNLABELLED = kin_of("PERSON"), kin_of("")
_KNOWN = "known"
_PLAIN = re.compile(r"(?!.*-[0-9a-f]{6}$)[a-z0-9]+(?:-[a-z0-9]+)+", re.ASCII)
_ISO = re.compile(r"[0-9]{4}")
_TRIMMINGS = re.compile(r"^(?:the|a|an)\s+|['’]s?$", re.IGNORECASE)


class Key(NamedTuple):
    """What makes an entity one: its kin and folded name, or ``known`` and its key in the gazetteer.

    ``scope`` is the article that a description or an undated time belongs to, empty for all else.
    """

    kin: str
    name: str
    scope: str = ""


class _Sighting(NamedTuple):
    """A mention in an article; ``spelt`` where its text is the name and nothing around it."""

    article: str
    mention: Mention
    spelt: bool


@dataclass(frozen=True, slots=True)
class _Profile:
    """What the articles call one entity: names and labels, counted, and further spellings."""

    names: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    spellings: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who among a set of readings."""

    gazetteer: Gazetteer
    keys: dict[tuple[str, Mention], Key]
    profiles: dict[Key, _Profile]

    def key(self, article: str, mention: Mention) -> Key | None:
        """What a mention stands for in an article that was read; None if nothing (pronouns, clauses)."""
        return self.keys.get((article, mention))

    def iri(self, key: Key) -> str:
        """The local name of an entity: plain where it can be no other's, else with a hash of its key."""
        if key.kin == _KNOWN:
            return key.name
        plain = slug(key.name)
        lossless = key.kin == _PERSON and plain.replace("-", " ") == key.name
        if lossless and _PLAIN.fullmatch(plain) and plain not in self.gazetteer.entries:
            return plain
        return f"{plain or key.kin}-{digest(*filter(None, key), length=_HASH_DIGITS)}"

    def entity(self, key: Key) -> Entity:
        """The entity with all its names; its own is the most frequent, then longest, then first in order."""
        profile = self.profiles[key]
        known = self.gazetteer.entries[key.name] if key.kin == _KNOWN else None
        name = known.name if known else _preferred(profile, key)
        others = (other for other in profile.names.keys() | profile.spellings if fold(other))
        return Entity(
            iri=self.iri(key),
            name=name,
            type=known.type if known else type_of(_label(profile)),
            aliases=tuple(sorted(other for other in others if other.casefold() != name.casefold())),
            same_as=same_as(known) if known else (),
        )


def identify(readings: Iterable[Reading], gazetteer: Gazetteer) -> Identities:
    """Who is who. The order of the readings does not matter."""
    sightings = {sighting for reading in readings for sighting in _sightings(reading)}
    own = _own_keys(sightings, gazetteer)
    full, labelled = _full_names(own), _labelled(own)
    profiles: dict[Key, _Profile] = defaultdict(_Profile)
    keys: dict[tuple[str, Mention], Key] = {}
    for sighting in sightings:
        at = (sighting.article, sighting.mention)
        if at in own:
            keys[at] = _resolved(own[at], sighting.mention, full, labelled)
            _count(profiles[keys[at]], sighting)
    return Identities(gazetteer, keys, dict(profiles))


def _sightings(reading: Reading) -> Iterator[_Sighting]:
    article = reading.article.id
    yield from (_Sighting(article, mention, True) for mention in reading.mentions)
    for triple in reading.triples:
        yield _Sighting(article, triple.subject, False)
        yield _Sighting(article, triple.object, False)
        if triple.attribution:
            yield _Sighting(article, triple.attribution.speaker, False)


def _own_keys(sightings: Iterable[_Sighting], gazetteer: Gazetteer) -> dict[tuple[str, Mention], Key]:
    """The key of each mention by its own article alone; those that can be no entity are left out."""
    by_article: dict[str, set[Mention]] = defaultdict(set)
    for article, mention, _ in sightings:
        if mention.kind in _LABEL_OF_KIND and fold(mention.name):
            by_article[article].add(mention)
    alone = cache(partial(find, gazetteer))
    own = {}
    for article, mentions in by_article.items():
        names = {(mention.name, mention.label) for mention in mentions if _is_named(mention)}
        near = {entry.key: entry for name in names if (entry := alone(*name))}.values()
        known = {name: alone(*name) or find(gazetteer, *name, near) for name in names}
        for mention in mentions:
            entry = known[mention.name, mention.label] if _is_named(mention) else None
            kin = kin_of(_LABEL_OF_KIND[mention.kind] or mention.label)
            scope = article if _is_scoped(mention) else ""
            own[article, mention] = Key(_KNOWN, entry.key) if entry else Key(kin, fold(mention.name), scope)
    return own


def _is_scoped(mention: Mention) -> bool:
    """Whether the same words mean another thing in another article: ``the company``, ``Wednesday``."""
    return mention.kind == "description" or (mention.kind == "time" and not _ISO.match(mention.name))


def _is_named(mention: Mention) -> bool:
    """Whether the gazetteer may know it: a nominal in lower case (``turkey``) is no name."""
    return mention.kind == "name" or (mention.kind == "nominal" and mention.name[:1].isupper())


def _resolved(own: Key, mention: Mention, full: dict[str, Key], labelled: dict[str, Key]) -> Key:
    if mention.kind != "name":
        return own
    named = labelled.get(own.name, own) if own.kin == _UNLABELLED else own
    return full.get(named.name, named) if named.kin == _PERSON else named


def _full_names(own: dict[tuple[str, Mention], Key]) -> dict[str, Key]:
    """Every short name of a person → the only person whose full name ends with it."""
    persons = {(fold(mention.name), key) for (_, mention), key in own.items() if _is_person(mention)}
    short = {fold(mention.name) for _, mention in own if _is_person(mention) and _is_short(mention)}
    ends: dict[str, set[Key]] = defaultdict(set)
    for name, key in persons:
        words = name.split()
        for at in range(1, len(words) if name not in short else 0):
            ends[" ".join(words[at:])].add(key)
    return {name: next(iter(ends[name])) for name in short if len(ends[name]) == 1}


def _is_person(mention: Mention) -> bool:
    return mention.kind == "name" and kin_of(mention.label) == _PERSON


def _is_short(mention: Mention) -> bool:
    """One word, or a surname with its particle in lower case."""
    return len(fold(mention.name).split()) == 1 or mention.name[:1].islower()


def _labelled(own: dict[tuple[str, Mention], Key]) -> dict[str, Key]:
    """A folded name → the only labelled entity of that name."""
    found: dict[str, set[Key]] = defaultdict(set)
    for (_, mention), key in own.items():
        if mention.kind == "name" and key.kin != _UNLABELLED:
            found[fold(mention.name)].add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _count(profile: _Profile, sighting: _Sighting) -> None:
    mention = sighting.mention
    profile.names[" ".join(mention.name.split())] += 1
    profile.labels[_LABEL_OF_KIND[mention.kind] or mention.label] += 1
    if sighting.spelt:
        profile.spellings.add(_TRIMMINGS.sub("", " ".join(mention.text.split())))


def _preferred(profile: _Profile, key: Key) -> str:
    """Short names never win over a full one, however frequent they are."""
    names = [name for name in profile.names if fold(name) == key.name] or list(profile.names)
    return min(names, key=lambda name: (-profile.names[name], -len(name), name))


def _label(profile: _Profile) -> str:
    """The most frequent label; none counts only where no mention has one."""
    labels = [label for label in profile.labels if label] or [""]
    return min(labels, key=lambda label: (-profile.labels[label], label))
