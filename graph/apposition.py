"""What stands beside a person's name: ``Ahmed Hassan, the Egyptian health minister``, ``the singer Paul
Reddick``.

Read off the words around the name, so that it holds where no relation was extracted from them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from graph.slugs import fold
from graph.tables import table

_REACH = 60
_AFTER = re.compile(
    r"(?:, (?:an? |the )?| (?:is|was) (?:an? |the ))(?P<role>[^,.;:()\"“”\n]+?)(?=[,.;:\n]| who )"
)
_OF = re.compile(r" of (?:the )?(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)*)")
_CLAUSE = re.compile(r"[.,;:()\"“”\n]")
_PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)|held|found|shot|sent|led|known|born|now|then|once|currently")
_HEAD = re.compile(r" (?:of|for|at|in|from|on) ")


class Beside(NamedTuple):
    """An office or occupation and the words that may name its country."""

    role: str
    fields: frozenset[str]
    places: tuple[str, ...]


@lru_cache(maxsize=1)
def fields_of_life() -> Mapping[str, frozenset[str]]:
    """The noun of a role → the fields of life it belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("roles.tsv"):
        for word in row["words"].split():
            found[word] |= {row["field"]} - {"-"}
    return {word: frozenset(fields) for word, fields in found.items()}


def fields_of(role: str) -> frozenset[str]:
    """The fields of life of a folded role, by its noun: a secretary general is no soldier.

    >>> sorted(fields_of("secretary general")), sorted(fields_of("health minister"))
    (['state'], ['state'])

    A noun of no field has that of the body it is tied to:

    >>> sorted(fields_of("leader of the opposition")), sorted(fields_of("film director"))
    (['state'], ['art'])
    """
    head, *rest = _HEAD.split(role)
    own = fields_of_life().get(_noun(head))
    if own is None or own:
        return own or frozenset()
    tied = [*rest[:1], *head.split()[-2:-1]]
    return next((found for words in tied if (found := _of_bodies(words))), frozenset())


def _of_bodies(words: str) -> frozenset[str]:
    """The field of the first word that names a body of one."""
    return next((_bodies()[word] for word in words.split() if word in _bodies()), frozenset())


@lru_cache(maxsize=1)
def _bodies() -> Mapping[str, frozenset[str]]:
    rows = table("role_bodies.tsv")
    return {word: frozenset({row["field"]}) for row in rows for word in row["words"].split()}


def is_role(role: str) -> bool:
    """Whether a folded phrase ends in the noun of an office or occupation, be it of no field of life."""
    return _noun(_HEAD.split(role)[0]) in fields_of_life()


def _noun(role: str) -> str:
    *before, noun = role.split() or [""]
    return before[-1] if noun == "general" and before and before[-1] in fields_of_life() else noun


def noun_of(role: str) -> str:
    """The noun of a folded role: ``prosecutor`` of ``chief prosecutor of bulgaria``."""
    return _noun(_HEAD.split(role)[0])


def _bare(head: str) -> str:
    """A role without the participle that follows it: ``judge`` of ``judge dismissed this week``."""
    words = head.split()
    for at in range(1, len(words)):
        if _PARTICIPLE.fullmatch(words[at]) and is_role(fold(words[at - 1])):
            return " ".join(words[:at])
    return head


def beside(text: str, start: int, end: int) -> Beside | None:
    """What the words around a name say its bearer is; None where they say nothing of the kind.

    >>> beside("The British singer Paul Reddick sang.", 19, 31)
    Beside(role='singer', fields=frozenset({'art'}), places=('The', 'British'))
    """
    before = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1].split()
    if before and is_role(held := fold(" ".join(before[-2:]))):
        words = [word for word in before[-4:-1] if word[:1].isupper()]
        of = _OF.match(text, end)
        return Beside(fold(before[-1]), fields_of(held), (*words, *([of["place"]] if of else [])))
    after = _AFTER.match(text[: end + _REACH], end)
    if not after:
        return None
    head, *rest = _HEAD.split(after["role"])
    head = _bare(head)
    places = re.findall(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*", " ; ".join([head, *rest[:1]]))
    found = fields_of(fold(" of ".join([head, *rest])))
    return Beside(fold(head), found, tuple(places)) if is_role(fold(head)) else None
