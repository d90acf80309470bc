"""Names of one article that are one thing: full and short, spelt out and abbreviated."""

from __future__ import annotations

import re
from collections import defaultdict

from extract.coref_chains import Chain, Chains
from extract.coref_name_parts import (
    PLACES,
    heads,
    is_some,
    join_halves,
    join_persons,
    join_places,
    join_shortened,
)
from extract.coref_phrases import Phrase
from extract.coref_spellings import (
    initials,
    ordinal_of,
    person_tokens,
    tokens_of,
    without_legal_form,
)
from extract.coref_surnames import shared_surnames
from extract.lexicon import classes


def join_names(chains: Chains) -> None:
    """Join the names of an article, the surest rules first."""
    names = [p for p in chains.phrases if p.kind == "name" and not p.seldom and tokens_of(p.name)]
    shared = shared_surnames(names)
    _join_equal(chains, [p for p in names if p.number not in shared.open])
    _join_known(chains, names)
    _join_abbreviations(chains, names)
    join_persons(chains, names, shared)
    join_places(chains, names)
    join_shortened(chains, names)
    join_halves(chains, names)
    _join_misspelt(chains, names)
    for phrase in names:
        chain = chains.of(phrase)
        chain.canonical = _canonical(chain)


def _join_equal(chains: Chains, names: list[Phrase]) -> None:
    """Equal names are one, but a place the gazetteer knows and a person are not."""
    by_name: dict[tuple[tuple[str, ...], bool], list[Phrase]] = defaultdict(list)
    persons = {tokens_of(p.name)[-1] for p in names if p.label == "PERSON" and len(tokens_of(p.name)) > 1}
    for phrase in names:
        tokens = tokens_of(phrase.name)
        known_place = phrase.label in PLACES and bool(phrase.head.ent_kb_id_) and tokens[-1] in persons
        if not is_some(phrase):
            by_name[without_legal_form(tokens), known_place].append(phrase)
    for same in by_name.values():
        chains.join_all(same, "same name")


def _join_known(chains: Chains, names: list[Phrase]) -> None:
    """Names that the gazetteer knows as one thing: ``America`` and ``the United States``."""
    by_id: dict[tuple[str, str], list[Phrase]] = defaultdict(list)
    for phrase in names:
        if phrase.head.ent_kb_id_ and phrase.label and phrase.head.pos_ != "ADJ" and not is_some(phrase):
            by_id[phrase.head.ent_kb_id_, phrase.label].append(phrase)
    for same in by_id.values():
        chains.join_all(same, "known as one")


def _join_misspelt(chains: Chains, names: list[Phrase]) -> None:
    """``Cyclone Phalin`` for the one other name it is a letter away from, if it is long enough."""
    from rapidfuzz.distance import OSA

    first = {(" ".join(tokens_of(p.name)), p.label): p for p in reversed(names) if len(p.name) >= _LONG}
    for (one, label), phrase in sorted(first.items()):
        if any(c.isdigit() for c in one) or ordinal_of(phrase.name):
            continue
        near = [
            p
            for (other, its), p in sorted(first.items())
            if its == label and len(other) >= len(one) and OSA.distance(one, other, score_cutoff=1) == 1
            if label != "PERSON" or _may_be_slip(one, other)
        ]
        plural = any(" ".join(tokens_of(p.name)).rstrip("s") == one.rstrip("s") for p in near)
        if len(near) == 1 and not plural:
            chains.join(phrase, near[0], "misspelt")


def _may_be_slip(one: str, other: str) -> bool:
    """Whether two people of an article may be one misspelt: ``Sung-min`` and ``Sung-jin`` are brothers, and
    ``Daniel`` and ``Daniela`` are two first names.
    """
    differing = [pair for pair in zip(one.split(), other.split(), strict=False) if pair[0] != pair[1]]
    given = frozenset[str]().union(*classes("gender_names").values())
    return all(
        min(len(part) for word in pair for part in word.split("-")) >= _LONG_WORD and not given & {*pair}
        for pair in differing
    )


_LONG = 9
"""Letters from which on a name is not by chance one letter away from another."""
_LONG_WORD = 5
"""Letters from which on a word of a person's name may be misspelt rather than another's."""


def _join_abbreviations(chains: Chains, names: list[Phrase]) -> None:
    """``European Central Bank (ECB)``, and initials anywhere if they fit one name only."""
    long = [p for p in names if len(tokens_of(p.name)) > 1 and p.label != "PERSON"]
    for short in names:
        letters = re.sub(r"\W", "", short.name)
        if not (2 <= len(letters) <= 8 and letters.isupper()) or len(tokens_of(short.name)) > 1:
            continue
        label = chains.of(short).label
        fitting = heads(
            chains,
            (p for p in long if letters in initials(p.name) and _may_agree(label, chains.of(p).label)),
        )
        if len(fitting) == 1:
            chains.join(short, fitting[0].names[0], "initials")


def _may_agree(short: str, long: str) -> bool:
    """Whether an abbreviation, whose label is often wrong, may be the name: no body's is a work's."""
    return "WORK_OF_ART" not in (short, long) or short == long or not (short and long)


def _canonical(chain: Chain) -> str:
    """The longest name, abbreviations and what follows a comma aside; the first of equals."""
    fitting = (chain.label, "") if chain.label == "PERSON" else (chain.label,)
    names = [p.name for p in chain.names if p.label in fitting] or [p.name for p in chain.names]
    bare = [n.split(",")[0] if chain.label in PLACES else n for n in names]
    if chain.label == "PERSON":
        return max(bare, key=lambda n: (len(person_tokens(n)), -len(tokens_of(n)), len(n)))
    shouted = chain.label in PLACES  # a dateline's: LURNE for Lurne
    return max(bare, key=lambda n: (len(tokens_of(n)), not (shouted and n.isupper()), len(n)))
