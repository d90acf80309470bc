"""Places that act: where ``Moscow`` or ``the Kremlin`` is Russia's government and where it is a place.

A capital or seat is its government where the article makes it speak, decide or use force, where it is the
speaker somebody is quoted by, and where others deal with it ("urged Moscow"). It stays a place wherever a
preposition of place stands before it, and wherever nothing is said that only people can do.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from extract.model import Mention, Reading, Triple
from graph.tables import table


@lru_cache(maxsize=1)
def _agency() -> dict[str, frozenset[str]]:
    return {row["sort"]: frozenset(row["words"].split()) for row in table("agency.tsv")}


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("groups.tsv"))


def agents(reading: Reading) -> frozenset[int]:
    """Where in the article's text the names end that act, or are dealt with as one who acts.

    Ends, since a name's beginning depends on whether its article is taken in ("the Kremlin").
    """
    acting, lying = set[int](), set[int]()
    for triple in reading.triples:
        acting.update(mention.end for mention in _acting(triple))
        if _is_place(triple):
            lying.add(triple.object.end)
    return frozenset(acting - lying)


def _acting(triple: Triple) -> Iterator[Mention]:
    verb = triple.predicate.lemma.partition(" ")[0]
    if triple.attribution:
        yield triple.attribution.speaker
    if triple.extractor in {"possessive", "apposition", "copula", "title"}:
        return
    if triple.predicate.event or verb in _agency()["agent"]:
        yield triple.subject
    if triple.predicate.event in _agency()["addressed"] and not _is_place(triple):
        yield triple.object


def _is_place(triple: Triple) -> bool:
    """Whether the relation ends in a preposition of place (``meet in``), or is a way there (``visit``)."""
    verb, _, rest = triple.predicate.lemma.partition(" ")
    return rest.rpartition(" ")[2] in _agency()["place"] if rest else verb in _agency()["reached"]


def people_of(name: str) -> Iterator[tuple[str, str]]:
    """The ways to read a name as a country's adjective or name and a noun for its people.

    >>> list(people_of("Russian troops")), list(people_of("South Korean border guards"))
    ([('Russian', 'troops')], [('South Korean', 'border guards')])
    """
    words = name.split()
    for at in range(1, len(words)):
        if " ".join(words[at:]).lower() in _groups():
            yield " ".join(words[:at]), " ".join(words[at:])
