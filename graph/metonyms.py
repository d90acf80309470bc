"""Places that act: where ``Moscow`` or ``the Kremlin`` is Russia's government and where it is a place.

A capital or seat is its government where the article makes it speak, decide or use force, where it is the
speaker somebody is quoted by, where others deal with it ("urged Moscow"), and where what it has is what
governments have ("Moscow's offer"). Once an article uses it so, it is so in all its sentences that leave both
open. It stays a place wherever a preposition of place stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from extract.gazetteer import Entry
from extract.model import Mention, Reading, Triple
from graph.tables import table

_AROUND = 16
"""Characters before a name in which the preposition is sought that makes it a place."""


@lru_cache(maxsize=1)
def _agency() -> dict[str, frozenset[str]]:
    return {row["sort"]: frozenset(row["words"].split()) for row in table("agency.tsv")}


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("groups.tsv"))


def acting_places(
    reading: Reading, mentions: Iterable[Mention], metonym: Callable[[str], Entry | None]
) -> frozenset[int]:
    """Where the names end of places that act: by the words there or, where those leave it open, by what the
    article says of the same seat elsewhere. ``metonym`` is the institution that a place's name stands for.
    """
    acting = agents(reading)
    kept = [mention for mention in mentions if mention.kind not in ("time", "quantity")]
    governments = {
        found.key for mention in kept if mention.end in acting and (found := metonym(mention.name))
    }
    either = open_to_both(reading) if governments else frozenset()
    same = (m for m in kept if m.end in either and (found := metonym(m.name)) and found.key in governments)
    return acting | {mention.end for mention in same}


def agents(reading: Reading) -> frozenset[int]:
    """Where in the article's text the names end that act, or are dealt with as one who acts.

    Ends, since a name's beginning depends on whether its article is taken in ("the Kremlin").
    """
    told = (mention for triple in reading.triples for mention in _acting(triple))
    acting = {mention.end for mention in told if not _is_of(mention)}
    return frozenset(acting - _lying(reading) - _in_places(reading))


def _is_of(mention: Mention) -> bool:
    """Whether the name that ends there is only what somebody or something is of: ``the mayor of Bogotá``."""
    return mention.kind != "name" and " of " in mention.text


def open_to_both(reading: Reading) -> frozenset[int]:
    """Where the names end of what does or suffers something that a place may and a government may.

    What strikes, floods or takes a city leaves it one; what somebody is, has or lies at tells nothing.
    """
    found = set[int]()
    for triple in reading.triples:
        verb = triple.predicate.lemma.partition(" ")[0]
        if triple.extractor != "clause" or verb in _agency()["still"]:
            continue
        if " " not in triple.predicate.lemma and not _is_of(triple.subject):
            found.add(triple.subject.end)
        if _is_of(triple.object):
            continue
        if verb not in _agency()["harming"] and triple.predicate.event not in _agency()["harm"]:
            found.add(triple.object.end)
    return frozenset(found - _lying(reading) - _in_places(reading))


def _in_places(reading: Reading) -> set[int]:
    """Where the names end before which a preposition of place stands: ``nobody in Riyadh``."""
    text = reading.article.text
    return {item.end for item in reading.mentions if stands_in_place(text, item.start)}


def stands_in_place(text: str, start: int) -> bool:
    """Whether a preposition of place stands before it: ``in the Kremlin``."""
    before = re.findall(r"\w+", text[max(0, start - _AROUND) : start])
    while before and before[-1].lower() in ("the", "downtown", "central"):
        before.pop()
    return bool(before) and before[-1].lower() in _agency()["place"] - {"by", "over", "on"}


def _last_word(mention: Mention) -> str:
    return mention.name.partition(" of ")[0].rpartition(" ")[2].lower()


def _lying(reading: Reading) -> set[int]:
    return {triple.object.end for triple in reading.triples if _is_place(triple)}


def _acting(triple: Triple) -> Iterator[Mention]:
    verb = triple.predicate.lemma.partition(" ")[0]
    if triple.attribution:
        yield triple.attribution.speaker
    if triple.extractor == "possessive" and _last_word(triple.object) in _agency()["owned"]:
        yield triple.subject
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
    """The ways to read a name as a country's adjective, name or people and a word for some of its people.

    >>> list(people_of("Russian troops")), list(people_of("South Korean border guards"))
    ([('Russian', 'troops')], [('South Korean', 'border guards')])
    >>> list(people_of("most young Kenyans"))
    [('Kenyans', 'most young')]
    """
    words = name.split()
    some = " ".join(words[:-1])
    if some and some == some.lower() and words[-1][:1].isupper() and words[-1].endswith("s"):
        yield words[-1], some
    for at in range(1, len(words)):
        if " ".join(words[at:]).lower() in _groups():
            yield " ".join(words[:at]), " ".join(words[at:])
