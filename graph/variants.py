"""Different names of one thing: transliterations, initials, acronyms, renamings, slips of the pen.

Names are blocked by keys that only look-alikes share, compared in pairs, and joined from the surest pair
down. A name joins a cluster only if it fits every name there, so that no chain of look-alikes makes one of
two. Whatever is compared and not joined is kept with the reason why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from extract.gazetteer import Gazetteer
from graph.context import Company, Context, common, neighbours, veto
from graph.keys import KNOWN, ORGANIZATION, PERSON, PLACE, Key, Reason
from graph.names import Likeness, alike, initials, is_initialled, joined, near, sound, turned
from graph.scenes import Scenes
from graph.slugs import fold
from graph.transliterations import heard

_KINS = frozenset({PERSON, ORGANIZATION, PLACE})
_CROWD = 24
"""Names in a block beyond which it says too little to compare them all: the cost stays linear."""
_BLOCKED_LETTERS = 10
_HEARD = frozenset({"transliteration", "inverted name"})
"""Likenesses of whole names, for which being of one scene is enough in common."""

Pair = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Known:
    """What joining names goes by: what is told of each, their company, the gazetteer, and the user's word."""

    told: Callable[[Key], Context]
    company: Company
    gazetteer: Gazetteer
    forbidden: Callable[[Key, Key], bool]
    scenes: Scenes


@dataclass(frozen=True, slots=True)
class Variants:
    """Which names are one: each joined name's entity and the reason, and pairs that were not joined and
    why.
    """

    of: dict[Key, Key] = field(default_factory=dict)
    reasons: dict[Key, Reason] = field(default_factory=dict)
    refused: dict[Pair, tuple[float, str]] = field(default_factory=dict)


def variants(keys: Iterable[Key], links: Mapping[Pair, Likeness], known: Known) -> Variants:
    """Join the names of one thing. ``links`` are pairs that articles say are one (acronyms, renamings)."""
    full = sorted({key for key in keys if _is_comparable(key, known.gazetteer)})
    found = Variants()
    pairs: list[tuple[float, Pair, Likeness]] = []
    for pair in sorted({*_blocked([*full, *_listed(known.gazetteer)], known.gazetteer), *links}):
        likeness = links.get(pair) or _likeness(pair, known.gazetteer)
        why = _against(pair, likeness, known) if likeness else None
        if likeness and why:
            found.refused[pair] = (likeness.score, why)
        elif likeness:
            pairs.append((-likeness.score, pair, likeness))
    return _joined(sorted(pairs), links, found, known)


def _is_comparable(key: Key, gazetteer: Gazetteer) -> bool:
    if key.kin == KNOWN:
        return gazetteer.entries[key.name].type == "Person"
    return key.kin in _KINS and not key.scope and (key.kin != PERSON or " " in key.name)


def _listed(gazetteer: Gazetteer) -> list[Key]:
    return sorted(Key(KNOWN, entry.key) for entry in gazetteer.entries.values() if entry.type == "Person")


def _spellings(key: Key, gazetteer: Gazetteer) -> tuple[str, ...]:
    if key.kin != KNOWN:
        return (key.name,)
    entry = gazetteer.entries[key.name]
    return tuple(sorted({fold(name) for name in (entry.name, *entry.aliases)}))


def _kin(key: Key) -> str:
    return PERSON if key.kin == KNOWN else key.kin


def _blocked(keys: Iterable[Key], gazetteer: Gazetteer) -> Iterator[Pair]:
    """Pairs of names that share a key of comparison. A crowded block is left to its surer keys."""
    blocks: dict[tuple[str, ...], set[Key]] = defaultdict(set)
    for key in set(keys):
        for spelling in _spellings(key, gazetteer):
            for block in _blocks(spelling, _kin(key)):
                blocks[block].add(key)
    for sharing in blocks.values():
        if 1 < len(sharing) <= _CROWD:
            yield from combinations(sorted(sharing), 2)


def _blocks(spelling: str, kin: str) -> Iterator[tuple[str, ...]]:
    said = sound(spelling)
    yield kin, "sound", said
    words = said.split()
    if kin == PERSON and len(words) > 1:
        yield kin, "ends", words[0], words[-1]
        yield kin, "initial", words[0][0], words[-1]
        yield kin, "words", *sorted(spelling.split())
        yield kin, "joined", sound(joined(spelling.split()))
        yield kin, "starts", *spelling.split()[:2]
        yield from ((scheme, key) for scheme, key, _ in heard(spelling))
    if kin == ORGANIZATION and (whole := turned(spelling)):
        yield kin, "turned", whole
    if len(said) >= _BLOCKED_LETTERS:
        yield from ((kin, "near", less) for less in near(said))


def _likeness(pair: Pair, gazetteer: Gazetteer) -> Likeness | None:
    """The surest likeness of any spellings of the two; two listed people are two."""
    one, other = pair
    if one.kin == KNOWN == other.kin or _kin(one) != _kin(other):
        return None
    found = [
        likeness
        for first in _spellings(one, gazetteer)
        for second in _spellings(other, gazetteer)
        if (likeness := alike(first, second, _kin(one)))
    ]
    return max(found, key=lambda likeness: likeness.score, default=None)


def _against(pair: Pair, likeness: Likeness, known: Known) -> str | None:
    if known.forbidden(*pair):
        return "the overrides say they are different"
    one, other = (known.told(key) for key in pair)
    if why := veto(one, other, known.company, frozenset(pair)):
        return why
    shared = neighbours if likeness.rule == "another surname" else common
    near = shared(one, other, known.company, frozenset(pair)) if likeness.doubtful else 1
    if not near and not (likeness.rule in _HEARD and known.scenes.shared(one, other)):
        return f"{likeness.rule}, but nothing else in common"
    return None


def _joined(
    pairs: Iterable[tuple[float, Pair, Likeness]],
    links: Mapping[Pair, Likeness],
    found: Variants,
    known: Known,
) -> Variants:
    clusters: dict[Key, tuple[Key, ...]] = {}
    because: dict[Key, Reason] = {}
    for score, pair, likeness in pairs:
        one, other = (clusters.get(key, (key,)) for key in pair)
        if one == other:
            continue
        if why := _misfit(one, other, pair in links, known):
            found.refused[pair] = (-score, why)
            continue
        together = tuple(sorted({*one, *other}))
        clusters.update(dict.fromkeys(together, together))
        for key, partner in (pair, pair[::-1]):
            because.setdefault(key, Reason(likeness.rule, likeness.score, partner.name))
    for key, cluster in clusters.items():
        chief = min(cluster, key=_standing)
        if key != chief:
            found.of[key] = chief
            found.reasons[key] = because[key]._replace(to=chief.name)
    return found


def _standing(key: Key) -> tuple[bool, bool, int, Key]:
    """What a cluster's IRI is made of: a listed name, then a name in full, then the longest. Counts do not
    matter, so that no further article about the same names changes it.
    """
    return key.kin != KNOWN, is_initialled(key.name), -len(key.name), key


def _misfit(one: Iterable[Key], other: Iterable[Key], said: bool, known: Known) -> str | None:
    """Why two clusters are two: some name of one does not fit some name of the other."""
    for pair in product(one, other):
        if all(key.kin == KNOWN for key in pair):
            return "two listed people"
        likeness = Likeness("said to be one", 1.0) if said else _likeness(pair, known.gazetteer)
        if likeness is None:
            return f"{pair[0].name} and {pair[1].name} are not alike"
        if why := _against(pair, likeness, known):
            return why
    return None


def acronyms(spellings: Mapping[Key, Iterable[str]], keys: Iterable[Key]) -> dict[Pair, Likeness]:
    """Acronyms that stand alone in one article and are given with their full name in another, or fit only
    one.
    """
    bodies = [key for key in keys if key.kin == ORGANIZATION and not key.scope]
    alone = {key.name: key for key in bodies if " " not in key.name}
    given: dict[str, set[Key]] = defaultdict(set)
    fitting: dict[str, set[Key]] = defaultdict(set)
    for key in bodies:
        short = initials(key.name)
        if short in alone:
            fitting[short].add(key)
            if any(text.isupper() and fold(text) == short for text in spellings.get(key, ())):
                given[short].add(key)
    found = {}
    for short, full in fitting.items():
        bearers = given.get(short) or full
        if len(bearers) == 1:
            one, other = sorted((alone[short], *bearers))
            sure = short in given
            found[one, other] = Likeness("acronym", 0.9 if sure else 0.75, doubtful=not sure)
    return found
