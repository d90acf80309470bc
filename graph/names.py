"""How names are compared: how much two names look alike.

``sound`` is one key for all transliterations of a name; ``alike`` says by which rule, and how surely, two
names may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from graph.affixes import affixes
from graph.tables import table
from graph.transliterations import heard

_LETTERS_OF_AN_ACRONYM = range(3, 9)
_LONG = 10
"""Letters from which on two names that differ by one may be one name: shorter ones are too often two."""
_SURE = 0.88
"""Levenshtein similarity from which on one slip of the pen is likelier than another name."""


class Likeness(NamedTuple):
    """Why two names may be one thing's, and how surely; ``doubtful`` ones need a shared context."""

    rule: str
    score: float
    doubtful: bool = False


@lru_cache(maxsize=1)
def _respellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["replacement"]) for row in table("spelling.tsv"))


@lru_cache(maxsize=1 << 18)
def sound(folded: str) -> str:
    """The key that transliterations of a folded name share.

    >>> sound("volodymyr zelenskyy") == sound("volodymyr zelenskiy") == sound("volodymyr zelensky")
    True
    >>> sound("peter lang") == sound("peter land")
    False
    """
    return " ".join(_sound_of_word(word) for word in folded.split())


def _sound_of_word(word: str) -> str:
    for pattern, replacement in _respellings():
        word = pattern.sub(replacement, word)
    return word


def initials(folded: str) -> str:
    """The acronym that a name could have, or "" for a name of too few or too many words.

    >>> initials("southern cotton growers association"), initials("bank of england")
    ('scga', '')
    """
    letters = "".join(word[0] for word in folded.split() if word not in {"of", "the", "for", "and", "in"})
    return letters if len(letters) in _LETTERS_OF_AN_ACRONYM else ""


def is_initialled(folded: str) -> bool:
    """Whether a word between a person's first and last name, or the first, is a letter only."""
    return any(len(word) == 1 for word in folded.split()[:-1])


def near(text: str) -> Iterator[str]:
    """The keys of which two texts share one if they differ by one letter: the text less each letter."""
    yield text
    for at in range(len(text)):
        if not at or text[at] != text[at - 1]:
            yield text[:at] + text[at + 1 :]


def alike(one: str, other: str, kin: str) -> Likeness | None:
    """By which rule two folded names may be one thing's, the surest first; None where nothing speaks for
    it.
    """
    if one == other:
        return Likeness("same name", 1.0)
    if kin == "person":
        return _alike_persons(one, other)
    if turned(one) and turned(one) == turned(other):
        return Likeness("turned name", 0.85)
    if sound(one) == sound(other) and len(one) >= _LONG:
        return Likeness("transliteration", 0.9, doubtful=True)
    return _slip(one, other)


def turned(folded: str) -> str:
    """A name with the noun of a body before or after its place, as one; "" for any other.

    >>> turned("university of debrecen") == turned("debrecen university")
    True
    """
    first, _, place = folded.partition(" of ")
    if not place:
        place, _, first = folded.rpartition(" ")
    noun = first in affixes()["turned"] and place and place not in affixes()["namesake"]
    return f"{first} of {place}" if noun else ""


def _alike_persons(one: str, other: str) -> Likeness | None:
    first, second = one.split(), other.split()
    if min(len(first), len(second)) < 2:
        return None
    if sound(one) == sound(other):
        return Likeness("transliteration", 0.95)
    if len(first) != len(second) and sound(joined(first)) == sound(joined(second)):
        return Likeness("transliteration", 0.9)
    if len(first) != len(second) and is_lengthened(*sorted((first, second), key=len)):
        return Likeness("another surname", 0.75, doubtful=True)
    if sound(first[-1]) == sound(second[-1]) and _initials_fit(first[:-1], second[:-1]):
        full = sound(first[0]) == sound(second[0]) and len(first[0]) > 1
        return Likeness("initials", 0.93 if full else 0.8, doubtful=not full)
    keys = {(scheme, key): sure for scheme, key, sure in heard(one)}
    if shared := [sure and keys[scheme, key] for scheme, key, sure in heard(other) if (scheme, key) in keys]:
        return Likeness("transliteration", 0.9 if any(shared) else 0.8, doubtful=not any(shared))
    if sorted(first) == sorted(second):
        return Likeness("inverted name", 0.85, doubtful=True)
    same_first = len(first) == len(second) and sound(first[0]) == sound(second[0])
    return _slip(one, other) if same_first else None


def joined(words: list[str]) -> str:
    """A person's name with the given names as one word: ``mohammadjavad ebrahimpour``."""
    return f"{''.join(words[:-1])} {words[-1]}"


def is_lengthened(shorter: list[str], longer: list[str]) -> bool:
    """Whether the longer name is the shorter with one more surname: ``Zuzana Hrubá Lehotská``."""
    surname = len(shorter) == 2 and len(longer) == 3 and longer[:2] == shorter
    return surname and longer[2] not in affixes()["suffix"] and not affixes()["particle"] & {*longer}


def _initials_fit(one: list[str], other: list[str]) -> bool:
    """Given names that agree as far as they are said, where at least one is only a letter."""
    shorter, longer = sorted((one, other), key=len)
    if not any(len(word) == 1 for word in (*one, *other)):
        return False
    if not _fits(shorter[0], longer[0]):
        return False
    rest = [word for word in longer[1:] if not any(_fits(word, said) for said in shorter[1:])]
    return all(len(word) == 1 for word in rest)


def _fits(one: str, other: str) -> bool:
    return sound(one) == sound(other) or (1 in (len(one), len(other)) and one[0] == other[0])


def _slip(one: str, other: str) -> Likeness | None:
    """One letter more, less or other in a long name with the same numbers; it needs a shared context."""
    from rapidfuzz.distance import Levenshtein

    if min(len(one), len(other)) < _LONG or _numbers(one) != _numbers(other) or one[0] != other[0]:
        return None
    score = Levenshtein.normalized_similarity(sound(one), sound(other))
    words = zip(one.split(), other.split(), strict=False)
    worst = min(Levenshtein.normalized_similarity(sound(a), sound(b)) for a, b in words)
    same_length = len(one.split()) == len(other.split())
    if score < _SURE or worst < 0.75 or not same_length:
        return None
    return Likeness("near-identical name", round(0.85 * score, 4), doubtful=True)


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+\w*", text)


def similarity(one: str, other: str) -> float:
    """How alike two folded names look, from 0 to 1, whatever they are; for showing, not for deciding."""
    from rapidfuzz.fuzz import WRatio

    return round(WRatio(one, other) / 100, 2)


def endings(folded: str) -> Iterator[str]:
    """The last word of a name, the last two, and so on, but not all of it.

    >>> list(endings("ursula von der leyen"))
    ['von der leyen', 'der leyen', 'leyen']
    """
    starts = [at for at, (space, _) in enumerate(pairwise(folded), 1) if space == " "]
    return (folded[at:] for at in starts)
