"""What every country has one of: the ``Supreme Court`` of one article is not that of another."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from extract.gazetteer import Gazetteer
from extract.model import Mention
from graph.slugs import fold
from graph.tables import table

_BEFORE = re.compile(r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)(['’]s?)? (?:own )?$")
_AFTER = re.compile(r"\s(?:of|in)\s(?:the\s)?((?:[A-Z][\w-]+)(?: [A-Z][\w-]+){0,2})")
_OWNED = re.compile(r"(.+?)['’]s? (.+)")


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("institutions.tsv"))


def owned(
    mention: Mention, text: str, gazetteer: Gazetteer, places: frozenset[str]
) -> tuple[str, str] | None:
    """The folded name of a kind of institution and the country it belongs to, "" where the words do not say.

    None for a name that is more than a kind. ``places`` are the folded names of the article's places.
    """
    words = re.sub(r"^the ", "", mention.name, flags=re.IGNORECASE)
    if held := _OWNED.fullmatch(words):
        rest = fold(held[2])
        return (rest, _owner(held[1], gazetteer) or fold(held[1])) if _is_kind(rest) else None
    parts = words.split()
    for at in range(1, min(len(parts), 4)):
        first = " ".join(parts[:at])
        owner = _owner(first, gazetteer) or (fold(first) if fold(first) in places else "")
        if owner and _is_kind(rest := fold(" ".join(parts[at:]))):
            return rest, owner
    name = fold(words)
    return (name, _around(mention, text, gazetteer)) if _is_kind(name) else None


def home(places: Counter[str]) -> str:
    """The place that an article is most about; "" where two are equal."""
    ranked = places.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""


def _is_kind(folded: str) -> bool:
    words = folded.split()
    return len(words) > 1 and all(word in _words() for word in words)


def _owner(words: str, gazetteer: Gazetteer) -> str:
    entry = gazetteer.lookup_demonym(words) or gazetteer.lookup(words, "GPE")
    country = gazetteer.country_of(entry) if entry else None
    return country.key if country else ""


def _around(mention: Mention, text: str, gazetteer: Gazetteer) -> str:
    before = _BEFORE.search(text[max(0, mention.start - 40) : mention.start])
    if before and (found := _owner(before[1], gazetteer) or (fold(before[1]) if before[2] else "")):
        return found
    after = _AFTER.match(text, mention.end)
    return (_owner(after[1], gazetteer) or fold(after[1])) if after else ""
