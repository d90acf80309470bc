"""The tables of political acts: verb rules, nouns that name acts, and the algebra of words that take them.

Each table is a data file ``events*.tsv`` beside this module, with its source in its first lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Rule = tuple[frozenset[str], str]
"""Conditions on a clause (``o:aid``, ``p:with``) and the class under them, ``-`` for none."""

_PLACE = frozenset({"in", "on", "at", "within", "near", "inside", "across", "around"})
_TOPIC = frozenset({"of", "over", "for", "about"})
_WEIGHTS = {"s": 2.0, "o": 2.0, "p": 1.0, "x": 1.0, "c": 1.0}


@dataclass(frozen=True, slots=True)
class NounAct:
    """An act that a noun names: its class, its canonical verb, and the prepositions of whom it is done to."""

    event: str
    relation: str
    prepositions: frozenset[str]

    @property
    def is_mutual(self) -> bool:
        """Whether two parties do it with each other (``held talks``, ``signed a treaty``)."""
        return "with" in self.prepositions


def _rows(name: str) -> Iterator[list[str]]:
    for line in (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def _specificity(conditions: frozenset[str]) -> float:
    """More and narrower conditions first; a word before its noun set, a set before a kind of entity."""
    return sum(
        _WEIGHTS[c[0]] + ("_" in c) + ("/" in c) - 0.5 * ("&" in c) - 0.6 * ("@" in c) for c in conditions
    )


@cache
def verb_rules() -> dict[str, tuple[Rule, ...]]:
    """Verb → its rules, the most specific first."""
    table: dict[str, list[Rule]] = {}
    for name, wanted, verbs in _rows("events"):
        conditions = frozenset[str]() if wanted == "*" else frozenset(wanted.split())
        for verb in verbs.split():
            table.setdefault(verb.replace("_", " "), []).append((conditions, name))
    return {
        verb: tuple(sorted(found, key=lambda r: (-_specificity(r[0]), sorted(r[0]))))
        for verb, found in table.items()
    }


@cache
def noun_sets() -> dict[str, tuple[str, ...]]:
    """Noun → the sets (``&military``) it belongs to."""
    sets: dict[str, list[str]] = {}
    for name, nouns in _rows("events_noun_sets"):
        for noun in nouns.split():
            sets.setdefault(noun, []).append(f"&{name}")
    return {noun: tuple(names) for noun, names in sets.items()}


@cache
def noun_acts() -> dict[str, NounAct]:
    """Noun (``hunger-strike`` with its modifier) → the act it names."""
    return {
        noun: NounAct(name, relation, frozenset(prepositions.split()))
        for name, relation, prepositions, nouns in _rows("events_nouns")
        for noun in nouns.split()
    }


@cache
def operators() -> dict[str, str]:
    """Verb, ``noun/n`` or ``adjective/a`` → the operator it applies to its complement."""
    return {
        word.replace("_", " "): name for name, group in _rows("events_operators") for word in group.split()
    }


@cache
def algebra() -> dict[str, tuple[Rule, ...]]:
    """Operator → its lines in order: the classes a line is for, and the class it makes of them."""
    table: dict[str, list[Rule]] = {}
    for operator, classes, result in _rows("events_algebra"):
        table.setdefault(operator, []).append((frozenset(classes.split()), result))
    return {operator: tuple(lines) for operator, lines in table.items()}


@cache
def _relations() -> dict[str, tuple[str, str]]:
    return {name: (relation, about) for name, relation, about in _rows("events_relations")}


def relation_of(event: str, case: str = "") -> str:
    """The relation between two parties that stands for an act of this class as a whole.

    ``case`` is the preposition before the target: one of place is kept (``protest in``), and what the act is
    only about is told apart from whom it addresses (``demanded the removal of the president``).
    """
    relation, about = _relations()[event]
    if case in _PLACE:
        return f"{relation.split()[0]} {case}"
    return about if case in _TOPIC else relation
