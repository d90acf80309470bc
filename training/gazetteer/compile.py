"""Turns the lists into the rows of the two tables: entities, and the names each of them goes by."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.gazetteer.sources import CountryFacts, country_facts, rows, split, words

LABELS = {
    "Country": "GPE",
    "City": "GPE",
    "AdministrativeArea": "GPE",
    "Territory": "GPE",
    "Place": "LOC",
    "Building": "FAC",
    "Organization": "ORG",
    "Government": "ORG",
    "Group": "NORP",
    "Person": "PERSON",
}
TYPES = {"Territory": "Place", "Building": "Place", "Government": "Organization"}
"""Kinds that the lists tell apart only for their label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entity before it has its key. ``country`` is an ISO code, ``stands_for`` the name of an
    organization or ``=``, the government of the country.
    """

    name: str
    kind: str
    qid: str = ""
    iso: str = ""
    country: str = ""
    stands_for: str = ""
    named: tuple[tuple[str, str], ...] = ()
    """Pairs (surface form, kind of name)."""
    full: str = ""
    """A country's name with the article it takes."""


def drafts(data: Path) -> list[Draft]:
    """Return every entity of the gazetteer, unkeyed, from our lists and ``data``."""
    facts = country_facts(data)
    states = {fact.iso2 for fact in facts.values() if fact.sovereign} | {"XK"}
    found = [*_countries(facts), *_places(), *_capitals(states), *_organizations(), *_groups(), *_people()]
    named = {draft.iso: draft for draft in found if draft.iso}
    named["XK"] = next(draft for draft in found if draft.name == "Kosovo")
    found += [_government(iso, named[iso]) for iso in sorted(states)]
    return _with_metonyms(found)


def _countries(facts: dict[str, CountryFacts]) -> Iterator[Draft]:
    for iso, name, others, adjectives, persons, several in rows("countries.txt", 6):
        fact, bare = facts[iso], name.removeprefix("the ")
        kind = "Country" if fact.sovereign else "AdministrativeArea"
        aliases = [*split(others), *fact.names]
        named = _named(bare, aliases, adjectives, persons, several)
        yield Draft(name=bare, kind=kind, qid=fact.qid, iso=iso, country=fact.parent, named=named, full=name)


def _places() -> Iterator[Draft]:
    for kind, name, country, qid, others, adjectives, persons, several in rows("places.txt", 8):
        named = _named(name, split(others), adjectives, persons, several)
        yield Draft(name=name.lstrip("!"), kind=kind, qid=qid, country=country, named=named)


def _capitals(states: set[str]) -> Iterator[Draft]:
    for iso, name, qid, others in rows("capitals.txt", 4):
        stands_for = "=" if iso in states else ""
        named = _named(name, split(others))
        yield Draft(
            name=name.lstrip("!"), kind="City", qid=qid, country=iso, stands_for=stands_for, named=named
        )


def _organizations() -> Iterator[Draft]:
    for name, country, qid, others in rows("organizations.txt", 4):
        named = _named(name, split(others))
        yield Draft(name=name, kind="Organization", qid=qid, country=country, named=named)


def _groups() -> Iterator[Draft]:
    for name, qid, adjectives, persons, others in rows("groups.txt", 5):
        named = [(name, "group"), *((other, "group") for other in split(others))]
        named += [(word, "adjective") for word in split(adjectives)]
        named += [(word, "person") for word in split(persons)]
        yield Draft(name=name, kind="Group", qid=qid, named=tuple(named))


def _people() -> Iterator[Draft]:
    listed = {name: (qid, split(others)) for name, qid, others in rows("people.txt", 3)}
    names = set(listed) | {row[0] for row in rows("offices.txt", 5)}
    for name in sorted(names):
        qid, others = listed.get(name, ("", []))
        yield Draft(name=name, kind="Person", qid=qid, named=_named(name, others))


def _government(iso: str, state: Draft) -> Draft:
    adjectives = [form for form, kind in state.named if kind == "adjective"]
    short = [form for form, kind in state.named if kind == "name" and form.isupper()]
    heads = [f"{form} {word}" for form in (*adjectives, *short) for word in ("government", "Government")]
    full = state.full or state.name
    heads += [f"{word} of {full}" for word in ("government", "Government")]
    named = tuple((form, "phrase") for form in heads)
    return Draft(name=f"Government of {full}", kind="Government", country=iso, named=named)


def _with_metonyms(found: list[Draft]) -> list[Draft]:
    """Add the buildings, and let the capitals that stand for something else say so."""
    by_name = {draft.name: place for place, draft in enumerate(found) if draft.kind in {"City", "Country"}}
    for name, country, qid, others, stands_for in rows("metonyms.txt", 5):
        if name in by_name:
            found[by_name[name]] = replace(found[by_name[name]], stands_for=stands_for)
            continue
        named = _named(name, split(others))
        found.append(
            Draft(name=name, kind="Building", qid=qid, country=country, stands_for=stands_for, named=named)
        )
    return found


def _named(
    name: str, others: Iterable[str], adjectives: str = "", persons: str = "", several: str = ""
) -> tuple[tuple[str, str], ...]:
    """Pair every surface form with its kind. ``*`` in ``several`` makes the adjectives' plurals."""
    own = [] if name.startswith("!") else [name]
    named = [(form, "name") for form in (*own, *others)]
    named += [(form, "adjective") for form in split(adjectives)]
    named += [(form, "person") for form in split(persons)]
    for form in split(several):
        plurals = [f"{word}s" for word in split(adjectives)] if form == "*" else [form]
        named += [(plural, "group") for plural in plurals]
    return tuple(named)


def slug(name: str) -> str:
    """Return ``name`` as an ASCII key: ``São Paulo`` → ``sao-paulo``."""
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ø", "o"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def keyed(found: list[Draft]) -> dict[str, Draft]:
    """Give each draft its key: the slug of its name, longer by country or kind where two would share it."""
    shared = Counter(slug(draft.name) for draft in found)
    table: dict[str, Draft] = {}
    for draft in found:
        key = slug(draft.name)
        if shared[key] > 1 and draft.kind != "Country":
            key = f"{key}-{slug(draft.country or draft.kind)}"
        if key in table:
            raise ValueError(f"two entities have the key {key}: name one of them more fully in sources/")
        table[key] = draft
    return table


def entity_rows(table: dict[str, Draft]) -> list[tuple[str, ...]]:
    """Return (key, qid, type, label, name, country, metonym_of), sorted by key."""
    states = {draft.iso: key for key, draft in table.items() if draft.iso} | {"XK": "kosovo", "": ""}
    by_name = {draft.name: key for key, draft in table.items() if draft.kind == "Organization"}
    by_name |= {f"={draft.country}": key for key, draft in table.items() if draft.kind == "Government"}
    by_name[""] = ""
    return sorted(
        (
            key,
            draft.qid,
            TYPES.get(draft.kind, draft.kind),
            LABELS[draft.kind],
            draft.name,
            states[draft.country],
            by_name[draft.stands_for + draft.country * (draft.stands_for == "=")],
        )
        for key, draft in table.items()
    )


def name_rows(table: dict[str, Draft]) -> list[tuple[str, ...]]:
    """Return (form, key, kind, case, caution), sorted. See docs/gazetteer.md for the columns."""
    common, people = words("common_words.txt"), words("also_people.txt")
    found = {
        (form, key, kind, _case(form, draft.kind, common), "person" if form in people else "")
        for key, draft in table.items()
        for form, kind in draft.named
    }
    return sorted(found)


def _case(form: str, kind: str, common: frozenset[str]) -> str:
    """How much of the spelling must agree: ``any`` case, the capitals (``exact``), or accents too."""
    plain = unicodedata.normalize("NFKD", form).encode("ascii", "ignore").decode()
    if plain.lower() in common:
        return "strict" if plain != form else "exact"
    short = sum(map(str.isalpha, form)) <= 3
    proper = kind in {"Organization", "Government", "Building", "Person"}
    return "exact" if short or proper or form.isupper() else "any"
