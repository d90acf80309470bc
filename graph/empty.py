"""Mentions that are no things: bare numbers, and parts of what only their own sentence tells."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.model import Mention
from graph.slugs import fold
from graph.tables import table

_NUMBER = re.compile(r"[\d.,]+(?:st|nd|rd|th)?")


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {row["sort"]: frozenset(row["words"].split()) for row in table("empty.tsv")}


def is_empty(mention: Mention) -> bool:
    """Whether a mention names nothing that another sentence could speak of.

    >>> [is_empty(Mention(start=0, end=1, text="", name=name, kind="quantity"))
    ...  for name in ("214", "one", "31 of them", "two points")]
    [True, True, True, False]
    """
    words = fold(mention.name).split()
    if not words or mention.kind == "name" or mention.label:
        return not words
    if mention.kind == "time":
        return len(words) == 1 and words[0] in _words()["adverb"]
    if words[-1] in _words()["pronoun"] and "of" in words[:-1]:
        return True
    numeral = _words()["numeral"]
    return mention.kind == "quantity" and all(w in numeral or _NUMBER.fullmatch(w) for w in words)
