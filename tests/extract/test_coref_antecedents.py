"""Joining by given probabilities: how sure a link is, and what chains without a name are as a whole."""

from __future__ import annotations

import numpy as np
import pytest

from extract.coref import reaches_graph
from extract.coref_antecedents import join_by
from extract.coref_chains import Chain, Chains
from extract.coref_pairs import Pairs, pairs_of
from extract.coref_scorer import Chances
from extract.coref_sieve import sure_chains
from extract.coref_unnamed import join_unnamed
from extract.language import load_language

STORY = "The Corvo Fair opens today. Some like an event. That event was big, and the event ended late."
NAME, FIRST, SECOND, THIRD = "The Corvo Fair", "an event", "That event", "the event"


def number(chains: Chains, text: str) -> int:
    """The phrase with these words."""
    return next(p.number for p in chains.phrases if p.head.doc[p.start : p.end].text == text)


def told(chains: Chains, pairs: Pairs, shares: dict[tuple[str, str], float]) -> Chances:
    """Only these probabilities (later, earlier); what is missing to 1 is that there is no antecedent."""
    places = {(number(chains, a), number(chains, b)): share for (a, b), share in shares.items()}
    duos = zip(pairs.later.tolist(), pairs.earlier.tolist(), strict=True)
    found = np.array([places.get(duo, 0.0) for duo in duos], np.float32)
    alone = 1 - np.bincount(pairs.later, found, len(chains.phrases)).astype(np.float32)
    return Chances(pairs=found, alone=alone)


@pytest.mark.parametrize(
    ("shares", "joined"),
    [
        # each alone prefers the chain that *an event* began; together they prefer the fair to nothing
        ({(FIRST, NAME): 0.1, (SECOND, NAME): 0.4, (THIRD, NAME): 0.45}, True),
        ({(FIRST, NAME): 0.1, (SECOND, NAME): 0.05, (THIRD, NAME): 0.1}, False),
    ],
)
def test_what_a_chain_says_together_decides(shares: dict[tuple[str, str], float], joined: bool) -> None:
    chains = sure_chains(load_language()(STORY))
    pairs = pairs_of(chains, {})
    own = {(SECOND, FIRST): 0.58, (THIRD, SECOND): 0.54}
    first, second, third, name = (chains.phrases[number(chains, t)] for t in (FIRST, SECOND, THIRD, NAME))
    chains.join(second, first, "description", 0.58)
    chains.join(third, first, "description", 0.54)
    join_unnamed(chains, pairs, told(chains, pairs, shares | own), 1.0, always)
    assert (chains.of(third) is chains.of(name)) == joined


def test_a_guess_about_a_whole_chain_never_reaches_the_graph() -> None:
    chains = sure_chains(load_language()(STORY))
    pairs = pairs_of(chains, {})
    first, name = (chains.phrases[number(chains, t)] for t in (FIRST, NAME))
    join_unnamed(chains, pairs, told(chains, pairs, {(FIRST, NAME): 0.9}), 1.0, always)
    assert chains.of(name).reasons[first.number] == "together"
    assert not reaches_graph(first, chains.of(name))


def test_who_is_not_allowed_stays() -> None:
    chains = sure_chains(load_language()(STORY))
    pairs = pairs_of(chains, {})
    scored = told(chains, pairs, {(FIRST, NAME): 0.9})
    join_unnamed(chains, pairs, scored, 1.0, never)
    assert not chains.of(chains.phrases[number(chains, FIRST)]).named


def always(chain: Chain, named: Chain) -> bool:
    """Whatever the two chains are."""
    return not chain.named and named.named


def never(chain: Chain, named: Chain) -> bool:
    """No two chains."""
    return chain is named


@pytest.mark.parametrize(
    ("text", "shares", "chance"),
    [
        # nothing but Kenya can be meant, whatever the ranker says
        ("Kenya sold the ships. It bought trucks.", {("It", "Kenya"): 0.6}, 0.94),
        # nothing but the state can be meant, but that this is Kenya is no surer for it
        (
            "Kenya sold the ships. The state paid. It bought trucks.",
            {("The state", "Kenya"): 0.6, ("It", "The state"): 0.9},
            0.94 * 0.6,
        ),
    ],
)
def test_what_only_one_can_be_is_no_surer_than_its_chain(
    text: str, shares: dict[tuple[str, str], float], chance: float
) -> None:
    chains = sure_chains(load_language()(text))
    pairs = pairs_of(chains, {})
    join_by(chains, {}, pairs, told(chains, pairs, shares), 1.0)
    kenya, it = number(chains, "Kenya"), number(chains, "It")
    assert chains.of(chains.phrases[kenya]).chances[it] == pytest.approx(chance, abs=1e-3)
