"""Which earlier phrases a phrase is compared with: the near ones, and those far ones that share a word."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from extract.coref_chains import Chains
from extract.coref_phrases import Phrase
from extract.gender import plain
from extract.lexicon import classes

_NEAR = {"pronoun": 30, "name": 8, "nominal": 8, "group": 8}
"""How many phrases back anything may be the antecedent."""
_NAMED = {"pronoun": 60, "name": 40, "nominal": 40, "group": 40}
"""How many phrases back a name may be."""
_ALIKE = 12
"""How many of the last phrases with the same noun, pronoun or any same word are looked at."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a phrase says: all its words that mean something, those of its sieve's chain, and its head."""

    own: tuple[frozenset[str], ...]
    chain: tuple[frozenset[str], ...]
    head: tuple[str, ...]


def words_said(chains: Chains) -> Words:
    """What the phrases of an article say."""
    small = classes("name_particles")["function"] | {"the", "a", "an"}
    own = tuple(
        frozenset(w for t in p.head.doc[p.start : p.end] if t.is_alpha and (w := plain(t.text)) not in small)
        for p in chains.phrases
    )
    of_chain = {id(c): frozenset(chain.from_iterable(own[p.number] for p in c.phrases)) for c in chains.all()}
    return Words(
        own,
        tuple(of_chain[id(chains.of(p))] for p in chains.phrases),
        tuple(plain(p.head.text) for p in chains.phrases),
    )


def candidates(chains: Chains, said: Words) -> Iterator[list[int]]:
    """For each phrase the numbers of its possible antecedents, ascending."""
    alike: dict[object, list[int]] = defaultdict(list)
    named: list[int] = []
    for phrase in chains.phrases:
        number, kind = phrase.number, phrase.kind
        found = set(range(max(0, number - _NEAR[kind]), number))
        found.update(named[bisect_left(named, number - _NAMED[kind]) :])
        keys = _keys(phrase, chains, said)
        for key in keys:
            found.update(alike[key][-_ALIKE:])
        yield sorted(found)
        for key in keys:
            alike[key].append(number)
        if chains.of(phrase).named:
            named.append(number)


def _keys(phrase: Phrase, chains: Chains, said: Words) -> set[object]:
    """What two phrases far apart must share to be compared."""
    first = chains.of(phrase).phrases[0].number
    if phrase.kind == "pronoun":
        return {first, ("pronoun", phrase.head.lower_)}
    return {first, ("noun", phrase.noun), *said.own[phrase.number]}
