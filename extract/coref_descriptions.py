"""Offices and plain nouns that surely name again what a name of the article has: the sieve's sure descriptions."""

from __future__ import annotations

from collections import defaultdict

from extract.coref_chains import Chain, Chains
from extract.coref_constraints import modifiers, same_noun
from extract.coref_phrases import Phrase
from extract.gender import plain
from extract.lexicon import words


def join_descriptions(chains: Chains) -> None:
    """``the minister`` for the one person of the article who is called that; ``iodine`` for ``Iodine``."""
    _join_roles(chains)
    _join_written_small(chains)


def _join_roles(chains: Chains) -> None:
    """The office, with the definite article and nothing around it, of the only holder named so far."""
    for phrase in chains.phrases:
        bare = phrase.kind == "nominal" and phrase.determiner == "the" and not modifiers(phrase)
        if (
            not bare
            or phrase.noun not in words("position_nouns")
            or "Plur" in phrase.head.morph.get("Number")
        ):
            continue
        holders = {id(c): c for p in chains.phrases[: phrase.number] if _holds(phrase, c := chains.of(p))}
        if len(holders) == 1:
            holder = next(iter(holders.values()))
            last = [p for p in holder.phrases if p.number < phrase.number][-1]
            chains.join(phrase, last, "office")


def _holds(phrase: Phrase, chain: Chain) -> bool:
    """Whether it is a person of that office; one without a name counts, to keep the choice open."""
    return same_noun(phrase, chain) and chain.label in ("PERSON", "") and phrase not in chain.phrases


def _join_written_small(chains: Chains) -> None:
    """A noun without determiner in small letters, of a name without label that is the same but for capitals."""
    named: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in chains.phrases:
        shouted = phrase.name.isupper() and len(phrase.name) > 4
        if phrase.kind == "name" and not chains.of(phrase).label and not shouted:
            named[plain(phrase.name)].append(phrase)
    for phrase in chains.phrases:
        alone = phrase.kind == "nominal" and phrase.end - phrase.start <= 3 and not phrase.determiner
        found = named.get(plain(phrase.head.doc[phrase.start : phrase.end].text)) if alone else None
        if found:
            chains.join(phrase, found[0], "same name")
