"""Chains without a name → the named chain that their phrases, taken together, most probably belong to.

The ranker decides phrase by phrase, and the nearest phrase takes most of the probability: *the event* that
begins a chain binds all that follow it, though each of them would sooner have been the fair by name than
nothing said before. So a chain is asked once more as a whole, as in the entity-level models after Clark &
Manning 2016 ("Improving Coreference Resolution by Learning Entity-Level Distributed Representations"), but
with sums of the ranker's own probabilities instead of another network.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from extract.coref_chains import Chain, Chains

if TYPE_CHECKING:
    from extract.coref_pairs import Pairs
    from extract.coref_scorer import Chances

Duo = tuple[int, int]
"""The numbers of the first phrases of two chains."""

_NEVER = 0.0
"""How sure it is for the graph: a wrong guess would take a whole chain along."""


def join_unnamed(
    chains: Chains, pairs: Pairs, scored: Chances, caution: float, allowed: Callable[[Chain, Chain], bool]
) -> None:
    """Join each unnamed chain to the named one, if any, that it finds likelier than nothing said before.

    Compared are the sums, over the chain's phrases, of the probabilities of the named chain and, of those
    behind its beginning, of none times ``caution``. ``allowed`` is asked for the unnamed chain and the named
    one. What is joined so stands in the chain, but never reaches the graph.
    """
    told = _told(chains, pairs, scored)
    best: dict[int, tuple[float, int]] = {}
    for (own, other), sum_ in sorted(told.items()):
        chain, named = chains.of(chains.phrases[own]), chains.of(chains.phrases[other])
        alone = sum(float(scored.alone[p.number]) for p in chain.phrases if p.number > other)
        leading = best[own][0] if own in best else 0.0
        if sum_ > max(alone * caution, leading) and allowed(chain, named):
            best[own] = sum_, other
    for own, (_, other) in best.items():
        chains.join(chains.phrases[own], chains.phrases[other], "together", _NEVER)


def _told(chains: Chains, pairs: Pairs, scored: Chances) -> Mapping[Duo, float]:
    """An unnamed chain and a named one → the probability of the latter, summed over phrases of the former."""
    first = [chains.of(p).phrases[0].number for p in chains.phrases]
    named = [chains.of(p).named for p in chains.phrases]
    found: dict[Duo, float] = defaultdict(float)
    rows = zip(pairs.later.tolist(), pairs.earlier.tolist(), scored.pairs.tolist(), strict=True)
    for later, earlier, share in rows:
        if named[earlier] and not named[later]:
            found[first[later], first[earlier]] += share
    return found
