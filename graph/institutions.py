"""What every country has one of: the ``Supreme Court`` of one article is not that of another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from extract.gazetteer import Gazetteer
from extract.model import Mention
from extract.peoples import places_of
from graph.slugs import fold
from graph.tables import table

if TYPE_CHECKING:
    from graph.context import Company
    from graph.keys import Key

_BEFORE = re.compile(r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)(['’]s?)? (?:own )?$")
_AFTER = re.compile(r"\s(?:of|in)\s(?:the\s)?((?:[A-Z][\w-]+)(?: [A-Z][\w-]+){0,2})")
_SHARED = 2
"""Names in common from which on two articles speak of one country's institution."""
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
        return (rest, _owner(held[1], gazetteer) or fold(held[1])) if is_kind(rest) else None
    kind, _, whose = words.partition(" of ")
    if whose and is_kind(fold(kind)):
        whose = re.sub(r"^the ", "", whose)
        return fold(kind), _owner(whose, gazetteer) or fold(whose)
    parts = words.split()
    for at in range(1, min(len(parts), 4)):
        first = " ".join(parts[:at])
        owner = _owner(first, gazetteer) or _home(fold(first), places)
        if owner and is_kind(rest := fold(" ".join(parts[at:]))):
            return rest, owner
    name = fold(words)
    return (name, _around(mention, text, gazetteer)) if is_kind(name) else None


def _home(first: str, places: frozenset[str]) -> str:
    """The one of the article's places that a name, or the name of its people, is of; else ""."""
    return first if first in places else next((place for place in places_of(first) if place in places), "")


def home(places: Counter[str]) -> str:
    """The place that an article is most about; "" where two are equal."""
    ranked = places.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""


def is_kind(folded: str) -> bool:
    """Whether a folded name is of words alone that name a kind of institution."""
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
    _, _, beyond = mention.text.rpartition(mention.name)
    after = _AFTER.match(beyond) or _AFTER.match(text, mention.end)
    return (_owner(after[1], gazetteer) or fold(after[1])) if after else ""


def settled(
    named: Iterable[tuple[str, Key]],
    guessed: Collection[tuple[str, Key]],
    company: Company,
    days: Mapping[str, str],
    gazetteer: Gazetteer,
) -> dict[tuple[str, Key], Key]:
    """Institutions whose country an article does not name: those of the articles whose company it shares.

    ``named`` are all institutions by article, ``guessed`` those whose country was only guessed. The
    earliest article's guess holds for the later ones that share its company, so that they rename nothing.
    """
    known: dict[str, dict[Key, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article, key in named:
        if (article, key) not in guessed:
            known[key.name][key].add(article)
    found = {}
    for article, key in sorted(guessed, key=lambda at: (days.get(at[0], ""), at)):
        shared = {
            other: max(len(company[article] & company[there]) for there in articles)
            for other, articles in known[key.name].items()
            if not _are_two(key, other, gazetteer)
        }
        best = max(shared, key=lambda other: (shared[other], other == key, other), default=key)
        if best != key and shared[best] >= _SHARED and list(shared.values()).count(shared[best]) == 1:
            found[article, key] = best
        known[key.name][found.get((article, key), key)].add(article)
    return found


def _are_two(one: Key, other: Key, gazetteer: Gazetteer) -> bool:
    """Whether both are of listed countries, and of different ones."""
    return one.scope != other.scope and one.scope in gazetteer.entries and other.scope in gazetteer.entries
