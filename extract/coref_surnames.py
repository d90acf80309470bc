"""Whose a surname alone is where an article names several people of that surname.

News gives the surname alone to the one whom the article is about, and first names or full names to the
others: ``Rosa Lindqvist … Lindqvist … her husband, Tor Lindqvist, … Lindqvist``. Where nothing says who that
is, and right after another's full name, the surname alone stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.coref_phrases import Phrase
from extract.coref_spellings import person_tokens
from extract.lexicon import classes
from extract.syntax import children, has_relation


@dataclass(frozen=True, slots=True)
class Shared:
    """Surnames that several bear: a full mention of the one who goes by it alone, and the numbers of the
    mentions that may yet be another's.
    """

    owner: dict[tuple[str, ...], Phrase] = field(default_factory=dict)
    open: frozenset[int] = frozenset()


def shared_surnames(names: Iterable[Phrase]) -> Shared:
    """Who goes by a surname that several people of the article bear."""
    by_surname: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in names:
        tokens = person_tokens(phrase.name)
        if phrase.label == "PERSON" or len(tokens) == 1:
            by_surname[tokens[-1]].append(phrase)
    owner: dict[tuple[str, ...], Phrase] = {}
    unsure = set[int]()
    for surname, phrases in by_surname.items():
        full = [p for p in phrases if len(person_tokens(p.name)) > 1]
        bare = [p for p in phrases if len(person_tokens(p.name)) == 1]
        if full and bare and (first := _owner(full, bare)):
            owner[surname,] = first
            unsure.update(p.number for p in bare if _is_close_to_another(p, first, full))
    return Shared(owner, frozenset(unsure))


def _owner(full: list[Phrase], bare: list[Phrase]) -> Phrase | None:
    """The first of several of one surname, if it was the first one's before another came, or if the others
    come as relatives.
    """
    first = full[0]
    others = [p for p in full if not _is_same(p, first)]
    if not others or _is_relative(first):
        return None
    before = [p for p in bare if p.number < others[0].number]
    related = all(any(_is_relative(o) for o in others if _is_same(o, other)) for other in others)
    return first if related or (before and len(bare) > len(others)) else None


def _is_same(one: Phrase, other: Phrase) -> bool:
    """Whether two full names may be one person's: ``J. Kerr``, ``John P. Kerr``."""
    a, b = person_tokens(one.name)[0], person_tokens(other.name)[0]
    return a.startswith(b) or b.startswith(a)


def _is_relative(phrase: Phrase) -> bool:
    """``her husband, Tor Lindqvist``, ``brother Tor Lindqvist``, ``Tor Lindqvist, her husband``"""
    beside = [*children(phrase.head, "appos", "nmod:desc", "compound", "flat")]
    if has_relation(phrase.head, "appos", "flat"):
        beside.append(phrase.head.head)
    return any(noun.lower_ in classes("names_evidence")["kin"] for noun in beside)


def _is_close_to_another(phrase: Phrase, owner: Phrase, full: list[Phrase]) -> bool:
    """Whether another was the last to be named in full, in this sentence or the one before."""
    last = max((p for p in full if p.number < phrase.number), key=lambda p: p.number, default=owner)
    return not _is_same(last, owner) and phrase.sentence - last.sentence < 2
