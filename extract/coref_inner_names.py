"""Names that are but a part of another one: the ``Audubon`` of ``the Audubon Society``."""

from __future__ import annotations

from collections import defaultdict

from extract.coref_chains import Chain, Chains
from extract.coref_phrases import Phrase
from extract.coref_spellings import tokens_of


def join_inner(chains: Chains) -> None:
    """Join them to each other and to the one thing that is called so, unless that is what they are part of.

    Who speaks of ``Kilimbo`` after ``Kilimbo Stars`` means the club: the ``Kilimbo`` in its name stays alone.
    """
    inner: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    standing: dict[tuple[str, ...], dict[int, Phrase]] = defaultdict(dict)
    for phrase in chains.phrases:
        if phrase.kind == "name" and phrase.seldom:
            inner[tokens_of(phrase.name)].append(phrase)
        elif phrase.kind == "name":
            standing[tokens_of(phrase.name)].setdefault(chains.of(phrase).phrases[0].number, phrase)
    for tokens, phrases in inner.items():
        called = list(standing[tokens].values())
        wholes = any(_has_whole(chains.of(c), p) for c in called for p in phrases)
        if len(called) < 2 and not wholes:
            chains.join_all([*called, *phrases], "same name")


def _has_whole(chain: Chain, inner: Phrase) -> bool:
    """Whether the chain has the name that ``inner`` stands in."""
    return any(p.name_start <= inner.head.i < p.name_end for p in chain.names)
