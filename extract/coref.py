"""Who is who within one article: what its names, pronouns and descriptions stand for.

The chains come from a sieve in order of precision (``coref_sieve``, after Lee et al. 2013); this module
says which of their phrases become what in the graph. A pronoun or description without a safe antecedent
stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extract.coref_antecedents import is_anaphor
from extract.coref_chains import Chain, Chains
from extract.coref_constraints import sort_of
from extract.coref_name_phrases import NAME_LABELS
from extract.coref_phrases import FIRST_PERSON, SECOND_PERSON, Phrase
from extract.coref_sieve import chains_of
from extract.coref_speakers import join_voices
from extract.lexicon import numbers
from extract.mentions import Referent
from extract.model import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["NAME_LABELS", "referents_of", "resolve", "spoken"]


def resolve(doc: Doc) -> dict[int, Referent]:
    """Token index of a name, or of a pronoun's or description's head → what it stands for in this article."""
    return referents_of(chains_of(doc))


def referents_of(chains: Chains) -> dict[int, Referent]:
    """What the tokens of an article stand for; only what has a name in the article is told.

    A name within another name does not change what the whole one stands for.
    """
    found: dict[int, Referent] = {}
    for phrase in chains.phrases:
        chain = chains.of(phrase)
        if chain.named:
            referent = Referent(name=chain.name, label=chain.label)
            for i in _tokens(phrase, chain):
                found.setdefault(i, referent)
    return found


def spoken(chains: Chains, voices: Mapping[int, Attribution]) -> dict[int, Referent]:
    """What the first and second person stand for inside quotations, once it is known who speaks."""
    join_voices(chains, voices)
    return {p.head.i: Referent(name=chain.name, label=chain.label) for p, chain in _speaking(chains)}


def _speaking(chains: Chains) -> Iterator[tuple[Phrase, Chain]]:
    for phrase in chains.phrases:
        chain, speaks = chains.of(phrase), phrase.head.lower_ in FIRST_PERSON | SECOND_PERSON
        if speaks and chain.named and _is_sure(phrase, chain, "i"):
            yield phrase, chain


def reaches_graph(phrase: Phrase, chain: Chain) -> bool:
    """Whether a pronoun or description is surely enough what its chain names."""
    if not chain.named or not is_anaphor(phrase):
        return False
    return _is_sure(phrase, chain, sort_of(phrase))


def _is_sure(phrase: Phrase, chain: Chain, sort: str) -> bool:
    return chain.chances.get(phrase.number, 1.0) >= numbers("coreference")[f"graph {sort}"]


def _tokens(phrase: Phrase, chain: Chain) -> range:
    """The tokens that stand for the chain's thing; none of a predicate or apposition, which describe it."""
    head = phrase.head.i
    if phrase.kind == "name":
        itself = not chain.label and phrase.name == chain.name
        return range(0) if itself and not phrase.label else range(phrase.name_start, phrase.name_end)
    return range(head, head + 1) if reaches_graph(phrase, chain) else range(0)
