"""From the name types of each corpus to the OntoNotes types newsgraph uses, as the tables say."""

from __future__ import annotations

import csv
import json
import lzma
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from training.tokenizer import TABLES, table

UNKNOWN = "?"
"""The type of a name that is not learned from."""

YEAR = re.compile(r"1\d\d\ds?|20\d\ds?")
NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens ``start`` to ``end`` (exclusive) are a name of type ``label``, or of ``UNKNOWN`` type."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Harmony:
    """The tables, and the answers they give. ``data`` is the development data's folder."""

    data: Path

    @cached_property
    def labels(self) -> dict[tuple[str, str], str]:
        """(corpus, its label) → ours."""
        return {(row["corpus"], row["label"]): row["ours"] for row in _rows("names.tsv")}

    @cached_property
    def cues(self) -> dict[tuple[str, str], str]:
        """(coarse label, word) → ours."""
        return {(row["from"], row["word"]): row["ours"] for row in _rows("cues.tsv")}

    @cached_property
    def groups(self) -> frozenset[tuple[str, ...]]:
        """Nationalities and other groups of people, as word sequences."""
        path = self.data / "gazetteer" / "countries.json.xz"
        countries = json.loads(lzma.decompress(path.read_bytes()))
        demonyms = {country.get("demonyms", {}).get("eng", {}).get("m", "") for country in countries}
        names = set(table("norp.txt")) | {name for name in demonyms if name}
        plurals = {name + "s" for name in demonyms if name.endswith(("n", "i"))}
        return frozenset(tuple(name.split()) for name in names | plurals)

    @cached_property
    def date_words(self) -> frozenset[str]:
        """Words that make a time a date."""
        return frozenset(table("datewords.txt"))

    def label(self, corpus: str, label: str, words: Sequence[str]) -> str:
        """Our type for a name; "" if it is none to us."""
        ours = self.labels[corpus, label]
        if tuple(words) in self.groups and ours != "PERSON":
            return "NORP"
        for word in reversed(words):
            if (ours, word.lower()) in self.cues:
                return self.cues[ours, word.lower()]
        return {"-": "", "PLACE": "GPE"}.get(ours, ours)

    def is_date(self, words: Sequence[str]) -> bool:
        """Whether a time expression is a DATE."""
        return any(word in self.date_words or YEAR.fullmatch(word) for word in words)

    def complete(self, words: Sequence[str], names: Sequence[Name], *, dates: bool) -> list[Name]:
        """Adds groups of people outside other names and, unless ``dates``, masks date-like words."""
        taken = {place for name in names if name.label != UNKNOWN for place in range(name.start, name.end)}
        found = [name for name in names if name.label != UNKNOWN]
        for start in range(len(words)):
            for size in (2, 1):
                span = range(start, start + size)
                known = span.stop <= len(words) and tuple(words[start : span.stop]) in self.groups
                if known and not taken & set(span):
                    found.append(Name(start=start, end=start + size, label="NORP"))
                    taken |= set(span)
        masked = set() if dates else self._dates(words)
        masked |= {place for name in names if name.label == UNKNOWN for place in range(name.start, name.end)}
        found += [Name(start=place, end=place + 1, label=UNKNOWN) for place in sorted(masked - taken)]
        return sorted(found, key=lambda name: name.start)

    def _dates(self, words: Sequence[str]) -> set[int]:
        """Places of date words, years and the numbers beside them."""
        places = {
            place for place, word in enumerate(words) if word in self.date_words or YEAR.fullmatch(word)
        }
        beside = {place + step for place in places for step in (-2, -1, 1, 2)}
        return places | {
            place for place in beside if 0 <= place < len(words) and NUMBER.fullmatch(words[place])
        }


def _rows(name: str) -> list[dict[str, str]]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
