"""What the world calls its states, cities, institutions and office holders: names in, one known thing out.

The tables stand in ``lexicon/gazetteer`` and are compiled by ``training/gazetteer``; docs/gazetteer.md says
from what. A name that fits two things fits none, unless a label or the company it keeps decides.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

NameKind = Literal["name", "phrase", "adjective", "person", "group"]
"""What a form is to its entity: a proper name, a description with a name in it (``Russian government``),
the adjective of origin (``Russian``), a noun for one (``Frenchman``) or for several of its people."""

Case = Literal["any", "exact", "strict"]
"""Which spellings a form covers: any case; its own or all capitals; its own letters only, accents too."""

DEMONYMS: frozenset[NameKind] = frozenset({"adjective", "person", "group"})

_SAME = str.maketrans("’ʼʻ‘‑–", "'" * 4 + "--")
LETTERS = str.maketrans("łŁøØđĐı", "lLoOdDi")
"""Letters that Unicode does not take apart into a plain one and a diacritic → the plain one."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACCEPTS = {"GPE": _PLACES, "LOC": _PLACES, "FAC": _PLACES, "ORG": frozenset({"ORG", "FAC"})}
"""Entity labels that a mention's label may turn out to be: annotators draw the line between places, and
between a building and who sits in it, differently."""

_TITLED = 4
"""Letters from which on a name in capitals (``TURKEY``) is that name in a headline and not an acronym."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One known thing.

    ``key`` is an ASCII slug, unique and stable. ``qid`` is its Wikidata id (``Q159``), empty where not
    certain. ``type`` is ``Country``, ``City``, ``AdministrativeArea``, ``Place``, ``Organization``, ``Group``
    or ``Person``; ``label`` the OntoNotes label of its name. ``country`` is the key of the state it belongs
    to, ``metonym_of`` that of the institution it is used for (``Kremlin``), both empty if none.
    """

    key: str
    qid: str
    name: str
    type: str
    label: str
    country: str = ""
    metonym_of: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way to write an entry. ``caution`` is ``person`` where people bear the name too."""

    text: str
    key: str
    kind: NameKind
    case: Case
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All entries by key and all forms by their folded spelling."""

    entries: Mapping[str, Entry]
    forms: Mapping[str, tuple[Form, ...]]

    def forms_of(self, text: str) -> tuple[Form, ...]:
        """Return the forms that ``text`` is a spelling of, whatever they stand for."""
        return tuple(form for form in self.forms.get(fold(text), ()) if _spells(text, form))

    def candidates(self, name: str, label: str | None = None) -> tuple[Entry, ...]:
        """Return the entries called ``name``, sorted by key.

        Args:
            name: as written; white space is folded and a leading ``the`` ignored.
            label: an OntoNotes label (``GPE``) or an entry type (``Country``) to narrow them down.

        """
        keys = sorted({form.key for form in self.forms_of(name) if form.kind in {"name", "phrase"}})
        found = [self.entries[key] for key in keys]
        if not label:
            return tuple(found)
        fitting = [
            entry for entry in found if entry.type == label or entry.label in _ACCEPTS.get(label, {label})
        ]
        if not fitting and label in _PLACES:
            fitting = [entry for entry in found if entry.label == "ORG"]
        return tuple(fitting)

    def lookup(self, name: str, label: str | None = None, near: Iterable[Entry] = ()) -> Entry | None:
        """Return the one entry called ``name``, or None if there is none or more than one.

        Args:
            name: as written; a place may be followed by a comma and what it lies in (``Paris, France``).
            label: see ``candidates``.
            near: what else the text surely speaks of; among several candidates it picks the one that lies
                among them (``Georgia`` beside ``Tbilisi``).

        """
        found = self.candidates(name, label)
        if not found and "," in name:
            place, _, whole = name.rpartition(",")
            return self._lookup_in(place, whole, label)
        return found[0] if len(found) == 1 else _nearest(found, near)

    def _lookup_in(self, name: str, whole: str, label: str | None) -> Entry | None:
        """``Paris`` in ``France``, but not ``Paris`` in ``Texas``."""
        within = self.lookup(whole)
        country = self.country_of(within) if within else None
        found = [entry for entry in self.candidates(name, label) if country and entry.country == country.key]
        return found[0] if len(found) == 1 else None

    def lookup_demonym(self, name: str, near: Iterable[Entry] = ()) -> Entry | None:
        """Return the country, place or people that ``Russian``, ``Russians`` or ``Frenchman`` belongs to."""
        keys = sorted({form.key for form in self.forms_of(name) if form.kind in DEMONYMS})
        found = tuple(self.entries[key] for key in keys)
        return found[0] if len(found) == 1 else _nearest(found, near)

    def demonym_kind(self, name: str) -> NameKind | None:
        """Return ``adjective``, ``person`` or ``group``; an adjective that is a noun too is the first."""
        kinds = {form.kind for form in self.forms_of(name)} & DEMONYMS
        return min(kinds, default=None)

    def lookup_metonym(self, name: str) -> Entry | None:
        """Return the institution that a place's name is used for: ``the Kremlin`` → Government of Russia."""
        targets = {entry.metonym_of for entry in self.candidates(name) if entry.metonym_of}
        return self.entries[targets.pop()] if len(targets) == 1 else None

    def country_of(self, entry: Entry) -> Entry | None:
        """Return the state that ``entry`` belongs to; a state is its own."""
        return entry if entry.type == "Country" else self.entries.get(entry.country)


def fold(text: str) -> str:
    """The key under which spellings of a name meet: no accents, case, extra space or leading article.

    >>> fold("the  Côte d’Ivoire")
    "cote d'ivoire"
    """
    return _plain(text).lower().removeprefix("the ")


def _plain(text: str) -> str:
    """Drop accents, typographic quotes and hyphens, and extra white space; keep case."""
    marked = unicodedata.normalize("NFKD", text.translate(_SAME))
    bare = "".join(char for char in marked if not unicodedata.combining(char))
    return " ".join(bare.translate(LETTERS).split())


def _spells(text: str, form: Form) -> bool:
    """Whether a text with the form's folded spelling agrees with it in case and article as far as it must."""
    if form.text.startswith("The ") and text[:4].lower() != "the ":
        return False
    if form.case == "any":
        return True
    said, meant = _bare(text), _bare(form.text)
    if form.case == "strict":
        return said == meant
    said, meant = _plain(said), _plain(meant)
    return said == meant or (sum(map(str.isalpha, meant)) >= _TITLED and said == meant.upper())


def _bare(text: str) -> str:
    folded = " ".join(unicodedata.normalize("NFC", text.translate(_SAME)).split())
    return folded[4:] if folded[:4].lower() == "the " else folded


def _nearest(found: tuple[Entry, ...], near: Iterable[Entry]) -> Entry | None:
    """The candidate that the text's other names point to, if they point to one.

    Its neighbours do so most: ``Tbilisi`` for one Georgia, ``Atlanta`` for the other. Its country alone does
    only where no candidate is a country: ``United States`` says nothing of which Georgia is meant.
    """
    if len(found) < 2:
        return None
    named = {entry.key for entry in near}
    homes = {entry.country for entry in near if entry.country}
    kept = [entry for entry in found if entry.key in named | homes or entry.country in homes]
    if not kept and not any(entry.type == "Country" for entry in found):
        kept = [entry for entry in found if entry.country in named]
    return kept[0] if len(kept) == 1 else None


@cache
def load_gazetteer() -> Gazetteer:
    """Return the shipped gazetteer, read once in a process."""
    forms: dict[str, list[Form]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    for text, key, kind, case, caution in table("names.tsv"):
        forms[fold(text)].append(Form(text=text, key=key, kind=kind, case=case, caution=caution))  # type: ignore[arg-type]
        if kind == "name":
            names[key].append(text)
    entries = {
        key: Entry(
            key=key,
            qid=qid,
            type=type_,
            label=label,
            name=name,
            country=country,
            metonym_of=metonym_of,
            aliases=tuple(alias for alias in names[key] if alias != name),
        )
        for key, qid, type_, label, name, country, metonym_of in table("entities.tsv")
    }
    return Gazetteer(entries, {key: tuple(found) for key, found in forms.items()})


def table(name: str) -> Iterator[list[str]]:
    """Yield the rows of one of the gazetteer's tables, without comments and header."""
    text = files("extract").joinpath("lexicon", "gazetteer", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        yield line.split("\t")
