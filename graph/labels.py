"""Wavering labels: one name read as a person here and as a place there is one thing, by the votes of its
mentions.

Two readings stay two things where the name is short and neither clearly prevails, where the gazetteer warns
that people bear a place's name, where an article tells of one what only a person can be told of, and where
the words beside each say what it is (``the ferry Maren`` calls at ``Maren``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from extract.gazetteer import Gazetteer
from extract.gazetteer import fold as spelling
from extract.model import Mention
from extract.peoples import places_of
from graph.affixes import plain
from graph.context import Context
from graph.keys import (
    GROUP,
    KNOWN,
    ORGANIZATION,
    PERSON,
    PLACE,
    PRODUCT,
    UNLABELLED,
    At,
    Key,
    Reason,
    is_named,
)
from graph.names import endings
from graph.slugs import fold
from graph.vocab import kin_of

_CLEAR = 2
"""How many times the votes of another reading the prevailing one of a one-word name must have."""

_SURE = 4
"""How many times the votes it must have to prevail over what an article tells of a person."""

Local = tuple[str, Key]
"""What a name stands for in an article by its id."""


def outvoted(
    keys: dict[At, Key],
    told: Mapping[Local, Context],
    gazetteer: Gazetteer,
    signs: Callable[[At], frozenset[str]],
    sure: Collection[Key] = (),
) -> dict[Local, tuple[Key, Reason]]:
    """Each reading of a name that is another, by the votes over all articles or by its own article's full
    names. ``signs`` are the kins that the words beside a mention speak for; ``sure`` are readings that some
    article's other words speak for.
    """
    by_name, surnames = _by_name(keys, gazetteer), _all_surnames(keys)
    found = dict(_surnames(keys, signs))
    for name, votes in sorted(by_name.items()):
        if len(votes) < 2:
            continue
        firm = {key: _firm(key, votes[key], gazetteer, signs) for key in votes}
        every = [at for mentions in votes.values() for at in mentions]
        known = {key: frozenset({""} if key in sure else ()) for key in votes}
        said = {key: known[key] | _firm(key, every, gazetteer, signs) for key in votes}
        bare = {key for key in votes if _is_bare(key, votes, surnames, said)}
        top = min(votes, key=lambda key: _rank(key, votes, bare, said))
        for key in sorted(votes):
            if key != top and not firm[key] and _is_same(name, top, key, votes, bare, gazetteer, said):
                share = round(len(votes[top]) / (len(votes[top]) + len(votes[key])), 2)
                against = {at[0] for at in votes[key] if _is_against(top, signs(at), gazetteer)}
                for article in sorted({article for article, _ in votes[key]} - against):
                    many = len(votes[top]) >= _SURE * len(votes[key])
                    if many or not _is_somebody(key, top, told.get((article, key))):
                        found.setdefault((article, key), (top, Reason("label by votes", share, name)))
    return found


def peopled(keys: Mapping[At, Key]) -> frozenset[Key]:
    """Places of which some article names the people: ``Belzania`` by ``the Belzanian president``."""
    places = {key.name: key for key in keys.values() if key.kin == PLACE and not key.scope}
    peoples = {key.name for key in keys.values() if key.kin == GROUP and " " not in key.name}
    return frozenset(places[home] for name in peoples for home in places_of(name) if home in places)


def retyped(
    keys: Mapping[At, Key],
    told: Mapping[Local, Context],
    signs: Callable[[At], frozenset[str]],
    bodies: Collection[Key] = (),
) -> dict[Local, tuple[Key, Reason]]:
    """Names of which the words beside them say one thing and the tagger another: products, things of no
    label, and lone words taken for people of whom nothing is told that only people have; places only where
    the words say that they are bodies.
    """
    said: dict[Local, set[str]] = defaultdict(set)
    for at, key in keys.items():
        person = key.kin == PERSON and " " not in key.name and not _tells_somebody(told.get((at[0], key)))
        if at[1].kind == "name" and not key.scope and (person or key.kin in (PLACE, PRODUCT, UNLABELLED)):
            said[at[0], key] |= {ORGANIZATION} if key in bodies else signs(at)
    found = {}
    for (article, key), kins in said.items():
        other = key.kin not in kins and PLACE not in kins  # one is "in" a film and a figure too
        if len(kins) == 1 and other and (key.kin != PLACE or ORGANIZATION in kins):
            [kin] = kins
            own = Key(kin, plain(key.name, kin) or key.name)
            found[article, key] = (own, Reason("label by the words beside it", 0.8, kin))
    return found


def _tells_somebody(told: Context | None) -> bool:
    return told is not None and bool(told.genders or told.roles)


def _firm(
    key: Key, mentions: list[At], gazetteer: Gazetteer, signs: Callable[[At], frozenset[str]]
) -> frozenset[str]:
    """The articles whose words say that the name is what it is read as."""
    return frozenset(at[0] for at in mentions if _kin(key, gazetteer) in signs(at))


def _kin(key: Key, gazetteer: Gazetteer) -> str:
    return kin_of(gazetteer.entries[key.name].label) if key.kin == KNOWN else key.kin


def _is_against(top: Key, signs: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Whether the words beside a mention say that it is something else."""
    return bool(signs) and _kin(top, gazetteer) not in signs


def _is_bare(
    key: Key, votes: Mapping[Key, list[At]], surnames: set[str], said: Mapping[Key, frozenset[str]]
) -> bool:
    """Whether a one-word person is likelier the place or body that the same word often is: nobody's
    surname.
    """
    if key.kin != PERSON or " " in key.name or key.name in surnames:
        return False
    rivals = [
        _CLEAR * len(at) if said[rival] else len(at)
        for rival, at in votes.items()
        if rival.kin not in (PERSON, UNLABELLED)
    ]
    return any(count >= _CLEAR and _SURE * count > len(votes[key]) for count in rivals)


def _rank(
    key: Key, votes: Mapping[Key, list[At]], bare: set[Key], said: Mapping[Key, frozenset[str]]
) -> tuple[bool, bool, bool, bool, int, Key]:
    sure = _prevails(key, said)
    return key.kin == UNLABELLED, key.kin != KNOWN, key in bare, not sure, -len(votes[key]), key


def _prevails(key: Key, said: Mapping[Key, frozenset[str]]) -> bool:
    """Whether words say so of it; a person's surname may all the same be a place's name elsewhere."""
    return key.kin != PERSON and bool(said[key])


def _all_surnames(keys: dict[At, Key]) -> set[str]:
    people = {key.name for key in keys.values() if key.kin == PERSON and " " in key.name}
    return {end for name in people for end in endings(name)}


def _by_name(keys: dict[At, Key], gazetteer: Gazetteer) -> dict[str, dict[Key, list[At]]]:
    found: dict[str, dict[Key, list[At]]] = defaultdict(lambda: defaultdict(list))
    for at, key in keys.items():
        if is_named(at[1]) and not key.scope and _is_own_name(at[1].name, key, gazetteer):
            found[_spelling(at, key)][key].append(at)
        if other := _other_name(at[1], key):
            found[other.name][other].append(at)
    return found


def _other_name(mention: Mention, key: Key) -> Key | None:
    """What an article takes for another name of a body, as a name of its own: it tells what sort of thing
    that name is in articles that do not say (``Nordfjord Data will rebrand as Ellipta``).
    """
    called = plain(mention.text, ORGANIZATION)
    other = (
        mention.kind == "name" and key.kin == ORGANIZATION and not key.scope and mention.text[:1].isupper()
    )
    return Key(ORGANIZATION, called) if other and called not in ("", key.name) else None


def _is_own_name(name: str, key: Key, gazetteer: Gazetteer) -> bool:
    """Whether a listed thing is called so, and not only meant (``Moscow`` for Russia's government)."""
    return key.kin != KNOWN or any(form.key == key.name for form in gazetteer.forms.get(spelling(name), ()))


def _spelling(at: At, key: Key) -> str:
    return fold(at[1].name) if key.kin == KNOWN else key.name


def _is_same(
    name: str,
    top: Key,
    key: Key,
    votes: Mapping[Key, list[At]],
    bare: set[Key],
    gazetteer: Gazetteer,
    said: Mapping[Key, frozenset[str]],
) -> bool:
    if KNOWN == top.kin == key.kin:
        return False
    if key.kin == UNLABELLED:
        return sum(other.kin != UNLABELLED for other in votes) == 1
    if PERSON in (top.kin, key.kin) and _people_bear(name, gazetteer):
        return False
    if top.kin == KNOWN or key in bare or _prevails(top, said):
        return True
    return " " in name or len(votes[top]) >= _CLEAR * len(votes[key])


def _people_bear(name: str, gazetteer: Gazetteer) -> bool:
    forms = gazetteer.forms.get(name, ())
    return any(form.caution == "person" for form in forms)


def _is_somebody(key: Key, top: Key, told: Context | None) -> bool:
    """Whether an article tells that its reading is a person, or, against a person, that it is none."""
    return (
        key.kin == PERSON
        and top.kin != PERSON
        and told is not None
        and bool(told.genders)
        and " " not in key.name
    )


def _surnames(
    keys: dict[At, Key], signs: Callable[[At], frozenset[str]]
) -> Iterator[tuple[Local, tuple[Key, Reason]]]:
    """One-word names of any label that end the only full name of a person that the same article has."""
    people: dict[str, dict[str, set[Key]]] = defaultdict(lambda: defaultdict(set))
    for (article, mention), key in keys.items():
        if (
            mention.kind == "name"
            and " " in mention.name
            and (key.kin == PERSON or mention.label == "PERSON")
        ):
            for end in endings(_spelling((article, mention), key)):
                people[article][end].add(key)
    for (article, mention), key in keys.items():
        full = people[article].get(key.name) if article in people else None
        alone = mention.kind == "name" and key.kin != KNOWN and full and len(full) == 1
        if full and alone and (key.kin == PERSON or key.kin not in signs((article, mention))):
            yield (
                (article, key),
                (next(iter(full)), Reason("surname in its article", 0.97, next(iter(full)).name)),
            )
