"""What word order tells: ``the former``, ``the latter``, and pronouns ahead of their name."""

from __future__ import annotations

from extract.coref_chains import Chains
from extract.coref_constraints import agrees
from extract.coref_local import by_head
from extract.coref_phrases import PERSONAL, Phrase
from extract.subjects import subject_of
from extract.syntax import clause_of, has_relation

_PLACE = {"former": 0, "latter": 1}


def join_ordered(chains: Chains) -> None:
    """``the former`` and ``the latter`` → the first and the second of the last two names."""
    for phrase in chains.phrases:
        place = _PLACE.get(phrase.noun)
        if place is None or phrase.kind != "nominal" or phrase.determiner != "the":
            continue
        pair = _pair_before(chains, phrase)
        if len(pair) == 2:
            chains.join(phrase, pair[place], phrase.noun)


def _pair_before(chains: Chains, phrase: Phrase) -> list[Phrase]:
    """The two coordinated names nearest before, else the only two things named in the sentence before."""
    heads = by_head(chains)
    for number in range(phrase.number - 1, -1, -1):
        group = chains.phrases[number]
        if phrase.sentence - group.sentence > 1:
            break
        if group.kind == "group" and group.end <= phrase.head.i:
            members = [heads[m.i] for m in group.members if m.i in heads]
            return members if len(members) == len(group.members) == 2 and _both_named(chains, members) else []
    before = [p for p in chains.phrases[: phrase.number] if p.sentence == phrase.sentence - 1]
    first = {id(chains.of(p)): p for p in reversed(before) if p.kind == "name"}
    return sorted(first.values(), key=lambda p: p.number)


def _both_named(chains: Chains, members: list[Phrase]) -> bool:
    return all(chains.of(m).named for m in members)


def join_cataphors(chains: Chains) -> None:
    """``In his speech, Lavrov said …``: an owner before the name that is the subject of its clause."""
    heads = by_head(chains)
    for phrase in chains.phrases:
        alone = len(chains.of(phrase).phrases) == 1
        if phrase.kind != "pronoun" or phrase.head.lower_ not in PERSONAL or not alone:
            continue
        clause = clause_of(phrase.head) if phrase.role == "possessor" else None
        subject = subject_of(clause)[0] if clause is not None else None
        name = heads.get(subject.i) if subject is not None else None
        ahead = name is not None and name.kind == "name" and name.start > phrase.head.i
        if name is not None and ahead and _in_adjunct(phrase) and agrees(phrase, chains.of(name)):
            chains.join(phrase, name, "runs ahead")


def _in_adjunct(phrase: Phrase) -> bool:
    """Whether the phrase stands in an adjunct, not in a conjunct or apposition."""
    token = phrase.head.head
    while token.dep_ not in ("obl", "advcl") and has_relation(token, "nmod", "nmod:poss"):
        token = token.head
    return has_relation(token, "obl")
