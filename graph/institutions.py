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
def _sorts() -> dict[str, frozenset[str]]:
    return {row["sort"]: frozenset(row["words"].split()) for row in table("institutions.tsv")}


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    rows = (row["words"].split() for row in table("institutions.tsv") if row["sort"] == "same")
    return {other: first for first, *others in rows for other in others}


def owned(
    mention: Mention, text: str, gazetteer: Gazetteer, places: frozenset[str]
) -> tuple[str, str] | None:
    """The folded name of a kind of institution and the country it belongs to, "" where the words do not say.

    None for a name that is more than a kind. ``places`` are the folded names of the article's places.
    """
    words = re.sub(r"^the ", "", mention.name, flags=re.IGNORECASE)
    if found := _stated(words, gazetteer, places):
        return _called(found[0]), found[1]
    name = fold(words)
    owner = _around(mention, text, gazetteer) if is_kind(name, alone=True) else ""
    return (_called(name), owner) if owner or is_kind(name) else None


def _stated(words: str, gazetteer: Gazetteer, places: frozenset[str]) -> tuple[str, str] | None:
    """A kind of institution and whose it is, where its own words say both."""
    if held := _OWNED.fullmatch(words):
        rest = fold(held[2])
        owner = _owner(held[1], gazetteer, rest) or fold(held[1])
        return (rest, owner) if is_kind(rest, alone=True) else None
    for cut in (" of ", " in "):
        before, _, whose = words.rpartition(cut)
        kind, whose = fold(before), re.sub(r"^the ", "", whose)
        if whose[:1].isupper() and is_kind(kind, alone=True) and not is_kind(fold(words)):
            owner = _owner(whose, gazetteer, kind) or ("" if cut == " in " else fold(whose))
            if owner:
                return kind, owner
    parts = words.split()
    for at in range(1, min(len(parts), 4)):
        first, rest = " ".join(parts[:at]), fold(" ".join(parts[at:]))
        if is_kind(rest, alone=True) and (
            owner := _owner(first, gazetteer, rest) or _home(fold(first), places)
        ):
            return rest, owner
    return None


def is_body(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the words of a name say that it is an institution, whatever its label."""
    words = re.sub(r"^the ", "", name, flags=re.IGNORECASE)
    return is_kind(fold(words)) or _stated(words, gazetteer, frozenset()) is not None


def _called(kind: str) -> str:
    """One name for an institution however its words are turned: ``fisheries ministry`` for ``ministry of
    fisheries``.

    >>> _called("ministry of fisheries"), _called("defense ministry"), _called("supreme court")
    ('fisheries ministry', 'defence ministry', 'supreme court')
    """
    words = [_spellings().get(word, word) for word in kind.split()]
    head, rest = words[0], words[1:]
    if head in _sorts()["turned"] and rest[:1] in (["of"], ["for"]):
        words = [*rest[1:], head]
    if words[-1] in _sorts()["turned"]:
        words = [word for word in words if word not in _sorts()["small"]]
    return " ".join(words)


def _home(first: str, places: frozenset[str]) -> str:
    """The one of the article's places that a name, or the name of its people, is of; else ""."""
    return first if first in places else next((place for place in places_of(first) if place in places), "")


def home(places: Counter[str]) -> str:
    """The place that an article is most about; "" where two are equal."""
    ranked = places.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""


def is_kind(folded: str, *, alone: bool = False) -> bool:
    """Whether a folded name is of words alone that name a kind of institution; ``alone`` of one word too, if
    every country has just one of them (``parliament``).

    >>> is_kind("ministry of fisheries"), is_kind("fisheries court"), is_kind("parliament", alone=True)
    (True, False, True)
    """
    words, sorts = folded.split(), _sorts()
    if len(words) < 2:
        return alone and folded in sorts["one"]
    fields = sorts["field"] if {*words} & sorts["turned"] else frozenset[str]()
    known = sorts["word"] | sorts["turned"] | sorts["one"] | sorts["small"] | fields
    spelt = (_spellings().get(word, word) for word in words)
    return all(word in known for word in spelt) and any(word not in sorts["small"] for word in words)


def _owner(words: str, gazetteer: Gazetteer, kind: str = "parliament") -> str:
    """The listed state, region or city that a body of a kind belongs to. What every state has just one of is
    named by its capital too (``parliament in Bratislava``); a city's police are its own.
    """
    entry = gazetteer.lookup_demonym(words) or gazetteer.lookup(words, "GPE")
    if not entry or entry.type != "City":
        return entry.key if entry and entry.type in ("Country", "AdministrativeArea") else ""
    country = gazetteer.country_of(entry) if _sorts()["national"] & {*kind.split()} else None
    return country.key if country else entry.key


def _around(mention: Mention, text: str, gazetteer: Gazetteer) -> str:
    kind = fold(mention.name)
    lead, _, beyond = mention.text.rpartition(mention.name)
    before = _BEFORE.search(text[max(0, mention.start - 40) : mention.start] + lead)
    if before and (found := _owner(before[1], gazetteer, kind) or (fold(before[1]) if before[2] else "")):
        return found
    after = _AFTER.match(beyond) or _AFTER.match(text, mention.end)
    return (_owner(after[1], gazetteer, kind) or fold(after[1])) if after else ""


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
