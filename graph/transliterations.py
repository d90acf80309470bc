"""Names by different schemes of transliteration: ``Zhaksybekov`` and ``Jaksybekov``, ``Hsu`` and ``Xu``.

Each scheme rewrites the names that bear its sign to a key that all its spellings share. The keys are coarse:
a short name, one of a scheme that tells little apart (Chinese, Korean), and one whose first name is another
language's need something else in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graph.tables import table

_LONG = 12
"""Letters from which on a name of two words is one person's by its key alone."""

_VOWELS = re.compile(r"[aeiou]+")
_Rules = tuple[tuple[re.Pattern[str], str], ...]


class Heard(NamedTuple):
    """A key of a name: the scheme, the key, and whether it tells one person from all others."""

    scheme: str
    key: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Scheme:
    name: str
    sign: re.Pattern[str]
    sure: bool
    family_first: bool
    phrase: _Rules
    word: _Rules


@lru_cache(maxsize=1 << 16)
def heard(folded: str) -> tuple[Heard, ...]:
    """The keys of a person's folded name, for each scheme it may be written by.

    >>> {item[:2] for item in heard("hsu chih hao")} == {item[:2] for item in heard("xu zhihao")}
    True
    """
    return tuple(_heard(folded))


def _heard(folded: str) -> Iterator[Heard]:
    first, _, rest = folded.partition(" ")
    group = _given().get(first) if rest else None
    long = len(folded.replace(" ", "")) >= _LONG
    for scheme in _schemes():
        if group is not None:
            yield Heard(scheme.name, f"{group} {_key(scheme, rest)}", False)
        if scheme.sign.search(folded):
            yield Heard(scheme.name, _key(scheme, folded), scheme.sure and long)
        elif scheme.family_first and (turned := _turned(folded)) and scheme.sign.search(turned):
            yield Heard(scheme.name, _key(scheme, turned), False)


def is_frequent(folded: str) -> bool:
    """Whether a name is Chinese and of two syllables: thousands bear each.

    >>> is_frequent("li wei"), is_frequent("li weihua"), is_frequent("ana bey")
    (True, False, False)
    """
    sign = next(scheme.sign for scheme in _schemes() if scheme.name == "chinese")
    words = folded.split()
    alone = len(words) == 2 and all(len(_VOWELS.findall(word)) == 1 for word in words)
    return alone and words[0] not in _given() and bool(sign.search(folded))


def _turned(folded: str) -> str:
    """A name of three words with its last word first: ``seung woo baek``; "" for any other."""
    words = folded.split()
    return " ".join((words[-1], *words[:-1])) if len(words) == 3 else ""


def _key(scheme: _Scheme, folded: str) -> str:
    for pattern, replacement in scheme.phrase:
        folded = pattern.sub(replacement, folded)
    return " ".join(_word(scheme.name, word) for word in folded.split())


@lru_cache(maxsize=1 << 17)
def _word(scheme: str, word: str) -> str:
    rules = next(one.word for one in _schemes() if one.name == scheme)
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1)
def _schemes() -> tuple[_Scheme, ...]:
    rows = table("transliteration.tsv")
    signs = {row["scheme"]: row for row in rows if row["sort"] == "sign"}
    return tuple(
        _Scheme(
            name=name,
            sign=re.compile(sign["pattern"]),
            sure="sure" in sign["replacement"],
            family_first="family first" in sign["replacement"],
            phrase=_rules(name, "phrase"),
            word=_rules(name, "word"),
        )
        for name, sign in signs.items()
    )


def _rules(scheme: str, sort: str) -> _Rules:
    rows = (row for row in table("transliteration.tsv") if (row["scheme"], row["sort"]) == (scheme, sort))
    return tuple((re.compile(row["pattern"]), row["replacement"]) for row in rows)


@lru_cache(maxsize=1)
def _given() -> dict[str, int]:
    """A first name and the number of its group; a name of two groups has the first."""
    found: dict[str, int] = {}
    for number, row in enumerate(table("given_names.tsv")):
        for name in row["names"].split():
            found.setdefault(name, number)
    return found
