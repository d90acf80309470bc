"""Pronouns and descriptions → chains: the likeliest antecedent, if it is likely enough.

A log-linear ranker over named features, its weights in ``lexicon/coreference.tsv`` (trained by
``training/coreference.py`` on GUM's training part); what agreement or binding forbids is never a candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import exp
from typing import TYPE_CHECKING

from extract.coref_chains import Chain, Chains
from extract.coref_constraints import agrees, bound_apart, sort_of
from extract.coref_features import Candidate, antecedent_features, nothing_features
from extract.coref_local import clause_of
from extract.coref_phrases import PERSONAL, Phrase
from extract.lexicon import numbers, words
from extract.subjects import subject_of
from extract.syntax import has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc

REACH = {"he": 5, "it": 3, "they": 3, "the": 40}
"""How many sentences back an antecedent may be, by class of anaphor."""

_SURE = 0.9
"""The least probability of what is sure: the only person near by is meant 70 times of 72 on GUM train."""

Options = tuple[list[str], list[tuple[Candidate, list[str]]]]
"""The features of leaving a phrase alone, and the candidates with theirs."""

Chooser = Callable[[Phrase, Options], tuple[Candidate, float] | None]
"""What decides for a phrase: the candidate and how probable it is."""


def is_anaphor(phrase: Phrase) -> bool:
    """Whether the phrase asks for an antecedent: a pronoun of the third person, or a definite description."""
    if phrase.kind == "pronoun":
        return phrase.head.lower_ in PERSONAL
    if phrase.kind != "nominal" or has_relation(phrase.head, "appos") or _is_predicate(phrase):
        return False
    return phrase.determiner == "owner" or phrase.determiner in words("definite_determiners")


def _is_predicate(phrase: Phrase) -> bool:
    return any(c.dep_ == "cop" for c in phrase.head.children)


def join_anaphors(chains: Chains, quoted: Mapping[int, int], choose: Chooser | None = None) -> None:
    """Join every anaphor to the chain it stands for, in text order, where that is clear."""
    chooser = choose or _choose
    for phrase in chains.phrases:
        first = chains.of(phrase).phrases[0]
        if not is_anaphor(phrase) or first.number < phrase.number:
            continue
        chosen = chooser(phrase, options(chains, phrase, quoted))
        if chosen is not None:
            candidate, chance = chosen
            reason = "description" if phrase.kind == "nominal" else "pronoun"
            chains.join(phrase, candidate.last, reason, chance)


def options(chains: Chains, phrase: Phrase, quoted: Mapping[int, int]) -> Options:
    """All that the phrase may stand for, with features."""
    rivals = list(_candidates(chains, phrase))
    return (
        nothing_features(phrase, rivals),
        [(c, antecedent_features(phrase, c, rivals, quoted)) for c in rivals],
    )


def _candidates(chains: Chains, phrase: Phrase) -> Iterator[Candidate]:
    """Chains that agree, the nearest first."""
    seen: set[int] = set()
    reach = REACH[sort_of(phrase)]
    rank = 0
    own = chains.of(phrase)
    for number in range(phrase.number - 1, -1, -1):
        other = chains.phrases[number]
        if phrase.sentence - other.sentence > reach:
            break
        chain = chains.of(other)
        if id(chain) in seen or chain is own:
            continue
        seen.add(id(chain))
        if not _fits(phrase, chain):
            continue
        before = tuple(p for p in chain.phrases if p.number < phrase.number)
        near = [p for p in before if p.sentence == phrase.sentence]
        if not any(bound_apart(phrase, p) for p in near):
            yield Candidate(chain=chain, last=other, before=before, rank=rank)
            rank += 1


def _fits(phrase: Phrase, chain: Chain) -> bool:
    return agrees(phrase, chain) and not (len(chain.phrases) == 1 and chain.phrases[0].head.dep_ == "expl")


def _choose(phrase: Phrase, given: Options) -> tuple[Candidate, float] | None:
    """The likeliest candidate if its probability reaches the class's threshold."""
    table = numbers("coreference")
    nothing, candidates = given
    if not candidates:
        return None
    chances = probabilities(table, [nothing, *(features for _, features in candidates)])
    sure = _only_person(phrase, candidates) if sort_of(phrase) == "he" else _body(phrase, candidates)
    if sure is not None:
        return candidates[sure][0], max(chances[sure + 1], _SURE)
    best = max(range(len(candidates)), key=lambda n: (chances[n + 1], -n))
    threshold = table[f"threshold {sort_of(phrase)}"]
    chance = chances[best + 1]
    return (candidates[best][0], chance) if chance >= threshold else None


def _only_person(phrase: Phrase, candidates: Sequence[tuple[Candidate, list[str]]]) -> int | None:
    """The place of the one person near enough whose gender is known to fit ``he`` or ``she``."""
    persons = [n for n, (c, _) in enumerate(candidates) if c.chain.gender or "person" in c.chain.kinds]
    persons += [n for n, (c, _) in enumerate(candidates) if c.chain.label == "PERSON" and n not in persons]
    if len(persons) != 1:
        return None
    only = candidates[persons[0]][0]
    near = phrase.sentence - only.last.sentence <= 1
    return persons[0] if near and only.chain.gender and only.chain.label == "PERSON" else None


def _body(phrase: Phrase, candidates: Sequence[tuple[Candidate, list[str]]]) -> int | None:
    """The place of the state or organisation that owns as the subject of its clause, or alone can be meant.

    ``The orchestra abandoned its plan``: 17 of 19 right on GUM's training part.
    """
    if sort_of(phrase) != "it":
        return None
    clause = clause_of(phrase.head)
    subject = subject_of(clause)[0] if clause is not None and phrase.role == "possessor" else None
    near = [n for n, (c, _) in enumerate(candidates) if phrase.sentence - c.last.sentence <= 1]
    for n in near:
        last, label = candidates[n][0].last, candidates[n][0].chain.label
        place = phrase.role == "possessor" or (phrase.role == "subject" and phrase.head.head.pos_ == "VERB")
        alone = len(near) == 1 and place and last.role == "subject"
        if label in ("GPE", "ORG") and (alone or last.head == subject):
            return n
    return None


def probabilities(table: Mapping[str, float], rows: Sequence[Sequence[str]]) -> list[float]:
    """Soft-max of the rows' summed weights."""
    sums = [sum(table.get(feature, 0.0) for feature in row) for row in rows]
    top = max(sums)
    shares = [exp(s - top) for s in sums]
    return [s / sum(shares) for s in shares]


def quotation_of(doc: Doc) -> dict[int, int]:
    """Token index → the number of the quotation it stands in."""
    from extract.quotations import quotations

    return {i: n for n, q in enumerate(quotations(doc)) for i in range(q.start, q.end)}
