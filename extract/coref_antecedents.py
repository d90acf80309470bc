"""Pronouns, descriptions and names → the chains they most probably belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from extract.coref_chains import Chain, Chains
from extract.coref_constraints import agrees, sort_of
from extract.coref_continued import gone_on, is_passed_over, says_of_self, told_further
from extract.coref_features import describe
from extract.coref_local import by_head
from extract.coref_pairs import pairs_of
from extract.coref_phrases import FIRST_PERSON, PERSONAL, SECOND_PERSON, SPEAKING, Phrase
from extract.coref_scorer import Chances, chances
from extract.coref_unnamed import join_unnamed
from extract.lexicon import numbers, words
from extract.subjects import subject_of
from extract.syntax import clause_of, has_relation

if TYPE_CHECKING:
    from extract.coref_pairs import Pairs

_SURE, _REACH = 0.94, 5
"""The least probability of what only one can be, and how many sentences back nobody else may be."""
_OWNERS = frozenset({"GPE", "ORG"})
"""Labels of what acts, and has what is called its own."""
_REASONS = {"pronoun": "pronoun", "name": "name"}


def join_antecedents(chains: Chains, quoted: Mapping[int, int]) -> None:
    """Join each phrase that begins its chain to the likeliest earlier one, in text order.

    ``quoted``: token index → number of its quotation.
    """
    pairs = pairs_of(chains, quoted)
    scored = chances(describe(chains, quoted), pairs)
    join_by(chains, quoted, pairs, scored, numbers("coreference")["caution"])


def join_by(
    chains: Chains,
    quoted: Mapping[int, int],
    pairs: Pairs,
    scored: Chances,
    caution: float,
) -> None:
    """As ``join_antecedents``, by given probabilities.

    A chain's probability is the sum of its phrases'; it must exceed that of no antecedent times ``caution``.
    Two names are never joined, nor a pronoun of the third person or a coordination to what grammar binds it
    apart from, nor *I* in a quotation, whose speaker is found later. A chain that stays without a name is
    then asked as a whole (``coref_unnamed``).
    """
    begins, bound, heads = _begins(pairs, len(chains.phrases)), pairs.bound, by_head(chains)
    for phrase in chains.phrases:
        own = chains.of(phrase)
        speaks = phrase.head.lower_ in FIRST_PERSON | SECOND_PERSON
        said = phrase.head.lower_ in SPEAKING and phrase.head.i in quoted
        if said or own.phrases[0].number < phrase.number:
            continue
        subject = (
            gone_on(chains, phrase, heads)
            or says_of_self(chains, phrase, heads, quoted)
            or told_further(chains, phrase, quoted)
        )
        if subject is not None:
            chains.join(phrase, subject, "goes on")
            continue
        rows = slice(begins[phrase.number], begins[phrase.number + 1])
        earlier = [chains.phrases[number] for number in pairs.earlier[rows].tolist()]
        apart = {
            id(chain)
            for other, no in zip(earlier, bound[rows].tolist(), strict=True)
            if no and _binds(phrase, other) and _is_in(chain := chains.of(other), other)
        }
        options = [
            (other, share)
            for other, share in zip(earlier, scored.pairs[rows].tolist(), strict=True)
            if id(chains.of(other)) not in apart and not (speaks and _is_named_thing(chains.of(other)))
        ]
        best = _likeliest(chains, own, options)
        alone = float(scored.alone[phrase.number])
        if best is not None and best[0] > alone * caution:
            passed = is_passed_over(chains, phrase, chains.of(best[1]), quoted)
            _join(chains, phrase, best[1], options, alone, passed)
    join_unnamed(chains, pairs, scored, caution, lambda chain, named: _may_be(chain, named, quoted))


def _may_be(chain: Chain, named: Chain, quoted: Mapping[int, int]) -> bool:
    """Whether a chain without a name may be what the other one names, quotations and gender allowing."""
    spoken = {p.head.lower_ for p in chain.phrases}
    said = spoken <= SPEAKING and all(p.head.i in quoted for p in chain.phrases)
    speaks = spoken & (FIRST_PERSON | SECOND_PERSON)
    apart = chain.gender and named.gender and chain.gender != named.gender
    return not (said or apart or (speaks and _is_named_thing(named)))


def _is_named_thing(chain: Chain) -> bool:
    """Whether the chain has a name that is not read as a person's: nobody who says *I* or is told *you*."""
    return chain.named and chain.label != "PERSON"


def _binds(phrase: Phrase, other: Phrase) -> bool:
    """Whether being bound apart keeps the two apart for sure: trees of descriptions err too often."""
    return phrase.head.lower_ in PERSONAL or "group" in (phrase.kind, other.kind)


def _is_in(chain: Chain, phrase: Phrase) -> bool:
    """Whether the phrase is more likely in its chain than not."""
    return chain.chances.get(phrase.number, 1.0) > 1 / 2


def _join(
    chains: Chains,
    phrase: Phrase,
    last: Phrase,
    options: Sequence[tuple[Phrase, float]],
    alone: float,
    doubtful: bool,
) -> None:
    """Join the phrase to the chain of ``last``, as sure as its phrases are, if ``doubtful`` not at all."""
    chain = chains.of(last)
    inside = (share * chain.chances.get(o.number, 1.0) for o, share in options if chains.of(o) is chain)
    sure = sum(inside) / (alone + sum(share for _, share in options))
    if _is_sure(chains, phrase, last, [other for other, _ in options]):
        sure = max(sure, _SURE * chain.chances.get(last.number, 1.0))
    reason = _REASONS.get(phrase.kind, "description")
    chains.join(phrase, last, reason, sure if agrees(phrase, chain) and not doubtful else 0.0)


def _begins(pairs: Pairs, count: int) -> list[int]:
    import numpy as np

    return [int(row) for row in np.searchsorted(pairs.later, range(count + 1))]


def _likeliest(
    chains: Chains, own: Chain, options: Sequence[tuple[Phrase, float]]
) -> tuple[float, Phrase] | None:
    """The probability of the likeliest chain that may be joined, and the last phrase of it."""
    last: dict[int, Phrase] = {}
    sums: dict[int, float] = {}
    for phrase, share in options:
        chain = chains.of(phrase)
        apart = chain.gender and own.gender and chain.gender != own.gender
        if not apart and not (chain.named and own.named):
            key = chain.phrases[0].number
            last[key] = phrase
            sums[key] = sums.get(key, 0.0) + share
    best = max(sums, key=lambda key: (sums[key], -key), default=None)
    return None if best is None else (sums[best], last[best])


def _is_sure(chains: Chains, phrase: Phrase, last: Phrase, earlier: Sequence[Phrase]) -> bool:
    """Whether only the chain of ``last``, near by, can be meant: right 141 times of 150 on GUM train."""
    sort, chain = sort_of(phrase), chains.of(last)
    if phrase.sentence - last.sentence > 1 or sort not in ("he", "it"):
        return False
    if sort == "he":
        others = _agreeing(chains, phrase, earlier, _REACH)
        persons = [c for c in others if c.gender or "person" in c.kinds or c.label == "PERSON"]
        return persons == [chain] and bool(chain.gender) and chain.label == "PERSON"
    if chain.label not in _OWNERS:
        return False
    acts = phrase.role == "subject" and phrase.head.head.pos_ == "VERB"
    alone = last.role == "subject" and _agreeing(chains, phrase, earlier, 1) == [chain]
    return (alone and (acts or phrase.role == "possessor")) or _is_own(chains, phrase, chain, earlier)


def _agreeing(chains: Chains, phrase: Phrase, earlier: Sequence[Phrase], reach: int) -> list[Chain]:
    """The chains that it might be by number, gender and sort, not more than so many sentences back."""
    near = [e for e in earlier if phrase.sentence - e.sentence <= reach and e.head.dep_ != "expl"]
    found = {id(c): c for e in near if agrees(phrase, c := chains.of(e))}
    return list(found.values())


def _is_own(chains: Chains, phrase: Phrase, chain: Chain, earlier: Sequence[Phrase]) -> bool:
    """``The orchestra abandoned its plan``: what a body calls its own, if no other acts or is between."""
    clause = clause_of(phrase.head) if phrase.role == "possessor" else None
    subject = subject_of(clause)[0] if clause is not None else None
    if subject is None or not any(p.head == subject for p in chain.phrases):
        return False
    near = [e for e in earlier if e.sentence == phrase.sentence]
    rivals = [chains.of(e) for e in near if e.role == "subject" or subject.i < e.head.i < phrase.head.i]
    return all(c is chain or c.label not in _OWNERS or not agrees(phrase, c) for c in rivals)


def is_anaphor(phrase: Phrase) -> bool:
    """Whether the phrase asks for an antecedent: a pronoun of the third person, or a definite description."""
    if phrase.kind == "pronoun":
        return phrase.head.lower_ in PERSONAL
    if phrase.kind != "nominal" or has_relation(phrase.head, "appos") or _is_predicate(phrase):
        return False
    return phrase.determiner == "owner" or phrase.determiner in words("definite_determiners")


def _is_predicate(phrase: Phrase) -> bool:
    return any(c.dep_ == "cop" for c in phrase.head.children)
