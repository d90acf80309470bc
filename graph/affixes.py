"""What of a name tells nothing apart: legal forms, "city of", titles, marks, the prefixes of ships."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.slugs import fold
from graph.tables import table

_INVERTED = re.compile(r"(?P<last>[^\W\d_][\w'’-]+), (?P<first>[^\W\d_][\w'’ .-]+)")
_POINT = re.compile(r"\b([^\W\d_])\.(?=\w)")
_MARKS = {"junior": "jr", "senior": "sr"}


@lru_cache(maxsize=1)
def affixes() -> dict[str, frozenset[str]]:
    """The words of each sort of ``data/affixes.tsv``."""
    return {row["sort"]: frozenset(row["words"].split()) for row in table("affixes.tsv")}


@lru_cache(maxsize=1 << 18)
def plain(name: str, kin: str) -> str:
    """The folded name without what never tells two things of a kin apart.

    >>> plain("Oakden Dairies Inc.", "organization"), plain("the city of Tarrapol", "place")
    ('oakden dairies', 'tarrapol')
    >>> plain("OAO Neftegor", "organization"), plain("the state of Ormala", "place")
    ('neftegor', 'ormala')
    >>> plain("Vorensk Oblast", "place"), plain("Dvorsky, Marek", "person")
    ('vorensk region', 'marek dvorsky')
    """
    if kin == "person":
        name = _POINT.sub(r"\1. ", name)
        if inverted := _INVERTED.fullmatch(name.strip()):
            name = f"{inverted['first']} {inverted['last']}"
        return _without(_untitled(fold(name)), "suffix")
    words = fold(name).removeprefix("the ")
    if kin == "organization":
        first, _, rest = words.partition(" ")
        words = rest if rest and first in affixes()["form"] else words
        return _without(_phrase_less(words).replace(" & ", " and "), "legal")
    return _place(words) if kin == "place" else words


def _untitled(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first in affixes()["title"] else words


def generation(name: str) -> str:
    """The mark of a generation after a person's name, as one word: ``jr`` for ``Edward Laskin, Junior``."""
    first, _, last = name.rpartition(" ")
    mark = fold(last)
    return _MARKS.get(mark, mark) if first and mark in affixes()["suffix"] else ""


def is_surname(folded: str) -> bool:
    """Whether a name is a surname alone: one word, or one after small words (``Von der Leyen``)."""
    *before, _ = folded.split() or [""]
    return all(word in affixes()["particle"] for word in before)


def ship(folded: str) -> tuple[str, str]:
    """The prefix of a ship's name and the rest: ``("mv", "corran")``; no prefix, and all, of other names."""
    prefix, _, rest = folded.partition(" ")
    return (prefix, rest) if rest and prefix in affixes()["ship"] else ("", folded)


def landmark(name: str) -> tuple[str, str]:
    """The place and the noun of a name like ``Kamar tunnel``, folded; empty for any other."""
    place, _, noun = fold(name).rpartition(" ")
    return (place, noun) if noun in affixes()["landmark"] else ("", "")


def kin_by_form(name: str, kin: str) -> str:
    """The kin that a name gives away whatever its label: ``Ltd`` ends no person's name, nor is ``&`` in one.

    >>> kin_by_form("Veltrix Systems Ltd", "person"), kin_by_form("Vorensk Oblast", "organization")
    ('organization', 'place')
    """
    first, _, last = name.rpartition(" ")
    if " & " in name or _phrase_less(fold(name)) != fold(name):
        return "organization"
    word = fold(last)
    form, _, rest = name.partition(" ")
    if rest and form.isupper() and fold(form) in affixes()["form"]:
        return "organization"
    if first and word in affixes()["legal"] and (last.isupper() or len(word) > 2):
        return "organization"
    return "place" if first and word in affixes()["region"] else kin


def _without(words: str, sort: str) -> str:
    """``words`` without the affixes of a sort at its end; never all of it."""
    kept = words.split()
    while len(kept) > 1 and kept[-1] in affixes()[sort]:
        kept.pop()
    return " ".join(kept)


def _phrase_less(words: str) -> str:
    """The folded name without a legal form of several words at its end: ``sp z oo``."""
    ends = (f" {row['words']}" for row in table("legal_phrases.tsv"))
    return next((words.removesuffix(end) for end in ends if words.endswith(end)), words)


def _place(words: str) -> str:
    first, _, rest = words.partition(" of ")
    if first in affixes()["city"] | affixes()["realm"] and rest:
        return rest.removeprefix("the ")
    *before, last = words.split() or [""]
    if before and last in affixes()["realm"]:
        return " ".join(before)
    return " ".join([*before, "region"]) if before and last in affixes()["region"] else words


def of_realm(folded: str) -> str:
    """The name of a state within ``ostrava republic``; "" for any other name, and for ``ohio state``."""
    before, _, last = folded.rpartition(" ")
    return before if last in affixes()["realm"] - {"state"} else ""
