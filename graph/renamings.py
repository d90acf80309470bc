"""New names: ``Norvik Telecom was renamed Aerolink`` makes the two names one thing's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from extract.model import Mention, Reading
from graph.keys import KNOWN, At, Key
from graph.names import Likeness, plain
from graph.tables import table

_REACH = 60
_FORMERLY = re.compile(
    r",? (?:\()?(?:formerly|previously|once|until recently|now)(?: (?:known as|called|named))?(?: the)? $"
)
_RENAMED = re.compile(
    r"(?: (?:has|have|had))?(?: (?:was|were|been|will be))?"
    r" (?:renamed|rebranded|changed its name|changing its name)(?: itself)?(?: (?:as|to))?(?: the)? $"
)
_BORN = re.compile(
    r"(?:, | \()(?:born|née|nee|formerly|also known as|a\.?k\.?a\.?|alias|better known as|originally)"
    r"(?: as| under the name| called)? (?:\w+ )?$"
    r"|,? (?:who|which) [\w ]{2,30} (?:under|by) the name (?:of )?$"
    r"|,? whose (?:real|birth|maiden) name (?:is|was) $"
)
_FROM = re.compile(r"\b(?:name|renam(?:e|es|ed|ing)|rebrand(?:ed)?)(?: itself)? from (?:the )?$")
_TO = re.compile(r" (?:to|into|as)(?: the)? $")
_RENAME = re.compile(r"\brenam(?:e|ed|es|ing) (?:the )?$")


def renamings(readings: Iterable[Reading], keys: dict[At, Key]) -> dict[tuple[Key, Key], Likeness]:
    """Pairs of things that an article calls one under an old and a new name."""
    found: dict[tuple[Key, Key], Likeness] = {}
    every = cache(lambda: frozenset(keys.values()))
    for reading in readings:
        for old, new in (*_told(reading), *_written(reading)):
            one, other = (keys.get((reading.article.id, mention)) for mention in (old, new))
            if one and not other and new.text == new.name:
                worded = _as_worded(new, one)
                other = worded if worded in every() else None
            if one and one == other:  # the article itself takes the two for one, under the name of either
                one, other = (_as_worded(mention, one) for mention in (old, new))
            if one and other and one != other:
                first, second = sorted((one, other))
                found[first, second] = Likeness("renamed", 0.9)
    return found


def _as_worded(mention: Mention, key: Key) -> Key:
    """What the words of a mention alone would be."""
    return key if key.kin == KNOWN else Key(key.kin, plain(mention.text, key.kin))


@lru_cache(maxsize=1)
def _lemmas() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("renaming.tsv"))


def _told(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    for triple in reading.triples:
        told = triple.polarity == "affirmed" and triple.certainty == "asserted"
        if told and triple.predicate.lemma in _lemmas():
            yield triple.subject, triple.object


def _written(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Two names with nothing but ``, formerly`` or ``was renamed`` between them."""
    text = reading.article.text
    named = sorted(
        {item for item in reading.mentions if item.kind == "name"}, key=lambda item: (item.start, item.end)
    )
    for one, other in pairwise(named):
        between = text[one.end : other.start]
        before = text[max(0, one.start - _REACH) : one.start]
        renamed = (between == " " and _RENAME.search(before)) or (
            _TO.fullmatch(between) and (_FROM.search(before) or _RENAME.search(before))
        )
        joined = len(between) < _REACH and any(words.fullmatch(between) for words in (_FORMERLY, _RENAMED))
        born = one.label == other.label == "PERSON" and _BORN.fullmatch(between)
        if renamed or joined or born:
            yield one, other if " " in other.text or not born else _born(one, other)


def _born(one: Mention, other: Mention) -> Mention:
    """Somebody's full name of birth: ``Elin Sandvik`` for ``Elin Marchetti, née Sandvik``."""
    first = one.text.partition(" ")[0]
    return replace(other, text=f"{first} {other.text}", name=f"{first} {other.text}")
