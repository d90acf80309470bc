"""New names: ``Norvik Telecom was renamed Aerolink`` makes the two names one thing's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from extract.model import Mention, Reading, Triple
from graph.affixes import plain
from graph.keys import KNOWN, ORGANIZATION, PERSON, At, Key
from graph.names import Likeness
from graph.tables import table
from graph.vocab import kin_of

_REACH = 60
_CUE = r"(?:formerly|previously|once|originally|now|until recently|until (?:last )?\w+)"
_CALLED = r"(?:known as|called|named|branded(?: as)?|trading as)"
_FORMERLY = re.compile(
    rf",? \(?{_CUE}(?: {_CALLED})?(?: the)? $"
    rf"|, (?:which|that) (?:is|was|were|had been|has been)(?: {_CUE})? {_CALLED}(?: the)? $"
    rf"|,? (?:is|was|were|had been|has been) {_CUE} {_CALLED}(?: the)? $"
)
_WILL = r"(?: (?:has|have|had|will|would|plans? to|wants? to|is to|are to|decided to|agreed to|voted to))?"
_RENAMED = re.compile(
    rf"{_WILL} (?:was|were|been|be|is|are|being) (?:renamed|rebranded)(?: (?:as|to))?(?: the)? $"
    rf"|{_WILL} (?:rename[sd]? itself|rebrand(?:s|ed)?(?: itself)?|renamed|chang(?:e|es|ed|ing) its name)"
    r"(?: (?:as|to|into))?(?: the)? $"
)
_BORN = re.compile(
    r"(?:, | \()(?:born|née|nee|formerly|previously|now|the former|then|also known as|a\.?k\.?a\.?"
    r"|alias|better known as|originally)"
    r"(?: as| under the name| called)? (?:\w+ )?$"
    r"|,? (?:who|which) [\w ]{2,30} (?:under|by) the name (?:of )?$"
    r"|,? whose (?:real|birth|maiden) name (?:is|was) $"
)
_AS = re.compile(
    r"\b(?:known|called|perform|compet|publish|record|appear|rac|sing|sang|play|writ|wrote|sign|run|ran|swim|swam"
    r"|fight|fought|act|list|credit)\w*(?: \w+){0,2} (?:as|under the name(?: of)?|by the name(?: of)?) $"
    r"|\b(?:married|maiden|birth|new|husband['’]s) name,?(?: of| is| was)? $"
    r"|\b(?:chang|tak|took|adopt)\w* (?:her|his) (?:sur)?name to $"
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


def renamed_bodies(readings: Iterable[Reading], keys: dict[At, Key]) -> frozenset[Key]:
    """Old and new names of which one is a body's, each as a body: so is the other, whatever its label."""
    pairs = [pair for pair in renamings(readings, keys) if any(key.kin == ORGANIZATION for key in pair)]
    named = {key for pair in pairs for key in pair if key.kin not in (KNOWN, PERSON) or " " not in key.name}
    return frozenset(named | {Key(ORGANIZATION, key.name) for key in named})


def _as_worded(mention: Mention, key: Key) -> Key:
    """What the words of a mention alone would be."""
    return key if key.kin == KNOWN else Key(key.kin, plain(mention.text, key.kin))


@lru_cache(maxsize=1)
def _lemmas() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("renaming.tsv"))


def _told(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    for triple in reading.triples:
        told, lemma = triple.polarity == "affirmed", triple.predicate.lemma
        planned = triple.certainty == "planned" and lemma != "rename"  # what it will rename is another
        sure = told and (planned or triple.certainty == "asserted")
        named = triple.subject.kind == triple.object.kind == "name" and _may_be_one(triple)
        if sure and named and (lemma in _lemmas() or _is_married(triple)):
            yield triple.subject, triple.object


def _may_be_one(triple: Triple) -> bool:
    """Whether two names are of one sort: a body's new name may have any label."""
    one, other = triple.subject.label, triple.object.label
    return kin_of(one) == kin_of(other) or "ORG" in (one, other)


def _is_married(triple: Triple) -> bool:
    """``Aoife Brannigan will compete as Aoife Devaney``: another surname after the same first name."""
    one, other = triple.subject, triple.object
    people = one.label == other.label == "PERSON" and triple.predicate.lemma.endswith(" as")
    return people and _share_first(one.name, other.name)


def _share_first(one: str, other: str) -> bool:
    (first, *rest), (second, *others) = one.split() or [""], other.split() or [""]
    return first == second and bool(rest) and bool(others) and rest != others


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
        bodies = one.label == other.label == "ORG" and " " in one.text and " " in other.text
        called = bodies and between in (" (", ", or ") and text[other.end : other.end + 1] in (")", ",")
        people = one.label == other.label == "PERSON"
        as_now = _share_first(one.name, other.name) and len(between) < 2 * _REACH and _AS.search(between)
        born = people and (_BORN.fullmatch(between) or as_now)
        if renamed or joined or born or called:
            yield one, other if " " in other.text or not born else _born(one, other)


def _born(one: Mention, other: Mention) -> Mention:
    """Somebody's full name of birth: ``Elin Sandvik`` for ``Elin Marchetti, née Sandvik``."""
    first = one.text.partition(" ")[0]
    return replace(other, text=f"{first} {other.text}", name=f"{first} {other.text}")
