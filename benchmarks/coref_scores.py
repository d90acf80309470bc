"""How well predicted chains of mentions agree with a key: MUC, B³, CEAF-e, and their mean.

A chain is the set of a document's mentions that stand for one thing; a mention is any hashable value. After
Vilain et al. 1995 (MUC), Bagga & Baldwin 1998 (B³) and Luo 2005 (CEAF), with mentions that only one side has
treated as Pradhan et al. 2014 ("Scoring Coreference Partitions of Predicted Mentions") do: they simply count
in the denominator of the side that has them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Chains = Sequence[AbstractSet[Hashable]]
"""A partition of mentions; no mention stands in two chains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Numerators and denominators of recall and precision; tallies of several documents add up."""

    recalled: float = 0.0
    in_key: float = 0.0
    precise: float = 0.0
    in_response: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            recalled=self.recalled + other.recalled,
            in_key=self.in_key + other.in_key,
            precise=self.precise + other.precise,
            in_response=self.in_response + other.in_response,
        )

    @property
    def recall(self) -> float:
        """In percent."""
        return 100 * self.recalled / self.in_key if self.in_key else 0.0

    @property
    def precision(self) -> float:
        """In percent."""
        return 100 * self.precise / self.in_response if self.in_response else 0.0

    @property
    def f(self) -> float:
        """Harmonic mean of recall and precision, in percent."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def muc(key: Chains, response: Chains) -> Tally:
    """Links needed to join each chain, and how many the other side has (Vilain et al. 1995)."""
    recalled, in_key = _links(key, response)
    precise, in_response = _links(response, key)
    return Tally(recalled=recalled, in_key=in_key, precise=precise, in_response=in_response)


def _links(chains: Chains, other: Chains) -> tuple[float, float]:
    chain_of = _chain_of(other)
    found = wanted = 0
    for chain in chains:
        parts = {chain_of[m] for m in chain if m in chain_of}
        alone = sum(m not in chain_of for m in chain)
        found += len(chain) - len(parts) - alone
        wanted += len(chain) - 1
    return found, wanted


def b_cubed(key: Chains, response: Chains) -> Tally:
    """For each mention, how much of its chain the other side agrees on (Bagga & Baldwin 1998)."""
    recalled, in_key = _overlap(key, response)
    precise, in_response = _overlap(response, key)
    return Tally(recalled=recalled, in_key=in_key, precise=precise, in_response=in_response)


def _overlap(chains: Chains, other: Chains) -> tuple[float, float]:
    chain_of = _chain_of(other)
    agreed = 0.0
    for chain in chains:
        for mention in chain:
            if mention in chain_of:
                agreed += len(chain & other[chain_of[mention]]) / len(chain)
    return agreed, sum(map(len, chains))


def ceaf_e(key: Chains, response: Chains) -> Tally:
    """Similarity of the best one-to-one pairing of chains, by shared mentions (Luo 2005, φ4)."""
    from numpy import zeros
    from scipy.optimize import linear_sum_assignment

    table = zeros((len(key), len(response)))
    for row, gold in enumerate(key):
        for column, found in enumerate(response):
            table[row, column] = 2 * len(gold & found) / (len(gold) + len(found))
    best = float(table[linear_sum_assignment(table, maximize=True)].sum())
    return Tally(recalled=best, in_key=len(key), precise=best, in_response=len(response))


def _chain_of(chains: Chains) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


MEASURES: dict[str, Callable[[Chains, Chains], Tally]] = {"MUC": muc, "B³": b_cubed, "CEAF-e": ceaf_e}


def conll(tallies: dict[str, Tally]) -> float:
    """CoNLL F1: the mean of the three F1, in percent (Pradhan et al. 2012)."""
    return sum(tallies[name].f for name in MEASURES) / len(MEASURES)


def scores(documents: Sequence[tuple[Chains, Chains]]) -> dict[str, Tally]:
    """Each measure over (key, response) of all documents, numerators and denominators added up."""
    return {
        name: sum((measure(*document) for document in documents), Tally())
        for name, measure in MEASURES.items()
    }
