"""Word lists and tables of the extraction rules, as data files beside this module.

Lines that start with ``#`` are comments; each file names its source there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def _lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """All words of ``lexicon/{name}.txt``."""
    return frozenset(word for line in _lines(f"{name}.txt") for word in line.split())


def rows(name: str) -> list[list[str]]:
    """The rows of ``lexicon/{name}.tsv``, each split at its tabs."""
    return [line.split("\t") for line in _lines(f"{name}.tsv")]


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """The classes of ``lexicon/{name}.tsv`` (class, tab, words), each with its words."""
    return {row[0]: frozenset(row[1].split()) for row in rows(name)}


@cache
def stances() -> dict[str, tuple[str, str, str]]:
    """Governing word → its stance before a finite clause, an infinitive, and an object with infinitive.

    Nouns are keyed ``plan/n``, adjectives ``likely/a``, verbs by their bare lemma.
    """
    return {
        word: (finite, infinitive, raised)
        for finite, infinitive, raised, group in rows("complement_stances")
        for word in group.split()
    }


@cache
def numbers(name: str) -> dict[str, float]:
    """The named numbers of ``lexicon/{name}.tsv`` (name, tab, number)."""
    return {row[0]: float(row[1]) for row in rows(name)}
