"""Names of peoples by their form: ``Drovian`` is of ``Drovia`` though no list knows either."""

from __future__ import annotations

from collections.abc import Iterator

_ENDINGS = ("an", "ian", "n", "ean", "ese", "i", "ish", "er")
_DROPPED = "aeoy"
"""Last letters of a place's name that the ending may take the place of."""


def is_people_of(name: str, place: str) -> bool:
    """Whether a name is, by its form, the adjective of a place.

    >>> is_people_of("Drovian", "Drovia"), is_people_of("Maravellian", "Maravelle")
    (True, True)
    >>> is_people_of("Martin", "Mart")
    False
    """
    if name == place or len(place) < 4:
        return False
    stems = {place, place[:-1]} if place[-1] in _DROPPED else {place}
    return any(name == stem + ending for stem in stems for ending in _ENDINGS)


def places_of(name: str) -> Iterator[str]:
    """The names that a place may have whose people are called so; the plural counts as well.

    >>> "drovia" in set(places_of("drovians"))
    True
    """
    for people in {name, name.removesuffix("s")}:
        stems = {people.removesuffix(ending) for ending in _ENDINGS if people.endswith(ending)}
        for place in (stem + last for stem in stems for last in ("", *_DROPPED)):
            if is_people_of(people, place):
                yield place
