"""Descriptions that are sure: the only minister, the only bank, a name written small."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from extract.coref_chains import Chain, Chains, edges_of, nouns_of
from extract.coref_constraints import in_name, is_of_kind, modifiers, same_noun
from extract.coref_name_parts import is_some
from extract.coref_phrases import Phrase
from extract.gazetteer import load_gazetteer
from extract.gender import gender_of, plain
from extract.lexicon import classes, words
from extract.syntax import has_relation, lemma

_ANY_BODY = frozenset({"group", "organization", "organisation", "company", "agency", "body", "association"})
"""Nouns that stand for bodies whose names have others."""


_MAIN, _TIMES = 3, 2
"""How often an article names at least the country it is about, and how many times as often as any other."""


def join_descriptions(chains: Chains, quoted: Container[int]) -> None:
    """``the minister`` for the one person of the article who is called that; ``iodine`` for ``Iodine``.

    ``quoted``: the tokens that stand in quotations.
    """
    _join_sure(chains)
    _join_only(chains)
    _join_main_country(chains, quoted)
    _join_outlets(chains)
    _join_written_small(chains)


def _join_sure(chains: Chains) -> None:
    """A definite phrase for the only thing so far that holds the office, or has the noun in its name."""
    having = _by_noun(chains)
    for phrase in chains.phrases:
        plural = phrase.head.tag_ in ("NNS", "NNPS")
        if phrase.kind != "nominal" or phrase.determiner != "the" or plural:
            continue
        office = phrase.noun in words("position_nouns")
        before = [chains.of(p) for p in having[phrase.noun] if p.number < phrase.number]
        own = chains.of(phrase)
        fitting = {id(c): c for c in before if c is not own and _fits(phrase, c, office)}
        if len(fitting) == 1:
            only = next(iter(fitting.values()))
            sure = office or (in_name(phrase, only) and only.label not in ("EVENT", "LAW", "WORK_OF_ART"))
            if only.named and sure and _adds_nothing(phrase, only):
                last = [p for p in only.phrases if p.number < phrase.number][-1]
                if not office and _is_another_since(chains, phrase, last):
                    continue
                chains.join(phrase, last, "office" if office else "part of a name")


def _join_only(chains: Chains) -> None:
    """``the company`` for the one company that the article has named so far, if it has told of no other."""
    for phrase in chains.phrases:
        sort = next((s for s, nouns in classes("generic_nouns").items() if phrase.noun in nouns), None)
        free = phrase.kind == "nominal" and not chains.of(phrase).named
        if sort is None or not free or phrase.determiner != "the" or phrase.head.tag_ != "NN":
            continue
        before = [p for p in chains.phrases[: phrase.number] if chains.of(p) is not chains.of(phrase)]
        named = {id(c): c for p in before if _may_be(phrase, sort, c := chains.of(p))}
        others = any(p.kind == "nominal" and _is_another(p, sort) for p in before)
        if len(named) == 1 and not modifiers(phrase) and not others:
            only = next(iter(named.values()))
            last = [p for p in only.phrases if p.number < phrase.number][-1]
            chains.join(phrase, last, "the only one")


def _join_main_country(chains: Chains, quoted: Container[int]) -> None:
    """``the country``, ``our nation`` for the country that the article is mostly about.

    Right 49 times of 50 on GUM train and dev. Whose country a quotation means depends on who speaks.
    """
    country = _main_country(chains)
    if country is None:
        return
    for phrase in chains.phrases:
        called = phrase.kind == "nominal" and phrase.noun.lower() in classes("generic_nouns")["country"]
        if not called or chains.of(phrase).named or phrase.head.tag_ not in ("NN", "NNP"):
            continue
        determiners = ("this",) if phrase.head.i in quoted else ("the", "this", "owner")
        if phrase.determiner in determiners and modifiers(phrase) <= {"our", "my"}:
            near = [name for name in country if name.number < phrase.number] or country[:1]
            chains.join(phrase, near[-1], "main country")


def _main_country(chains: Chains) -> Sequence[Phrase] | None:
    """The names of the country, if any, that the article names far more often than any other."""
    named: dict[str, list[Phrase]] = defaultdict(list)
    for chain in chains.all():
        found = load_gazetteer().candidates(chain.name) if chain.label == "GPE" else ()
        country = next((entry.key for entry in found if entry.type == "Country"), None)
        if country is not None:
            named[country] += [p for p in chain.names if not p.seldom and not is_some(p)]
    first, *others = sorted(named.values(), key=len, reverse=True) or [[]]
    clear = len(first) >= _MAIN and all(len(first) >= _TIMES * len(other) for other in others)
    return sorted(first, key=lambda p: p.number) if clear else None


def _is_another(nominal: Phrase, sort: str) -> bool:
    """Another of the sort, or what has the capitals of a name that was not known for one."""
    capital = nominal.head.is_title and nominal.start > nominal.head.sent.start
    return capital or nominal.noun in classes("noun_kinds")[sort]


def _may_be(phrase: Phrase, sort: str, chain: Chain) -> bool:
    """Whether a named thing may be of the sort: a ministry is no company, and a place must be known."""
    if not chain.named or chain.label not in ("ORG", "GPE") or not is_of_kind(phrase, chain):
        return False
    if chain.label == "GPE":
        return any(entry.type == "Country" for entry in load_gazetteer().candidates(chain.name))
    kinds = classes("noun_kinds")
    return not any(edge in kinds["organization"] and edge not in kinds[sort] for edge in chain.edges)


def _join_outlets(chains: Chains) -> None:
    """``the newspaper`` for the one body of the article so far that has reported something."""
    for phrase in chains.phrases:
        outlet = phrase.kind == "nominal" and phrase.noun in words("outlet_nouns")
        if not outlet or chains.of(phrase).named or phrase.determiner != "the" or modifiers(phrase):
            continue
        told = [p for p in chains.phrases[: phrase.number] if p.kind == "name" and _reports(p)]
        reporting = {id(c): c for p in told if (c := chains.of(p)).label in ("ORG", "WORK_OF_ART", "")}
        if len(reporting) == 1:
            chains.join(phrase, told[-1], "outlet")


def _reports(name: Phrase) -> bool:
    verb = name.head.head
    return has_relation(name.head, "nsubj") and lemma(verb) in (
        "report",
        "publish",
        "print",
        "reveal",
        "write",
    )


def _is_another_since(chains: Chains, phrase: Phrase, last: Phrase) -> bool:
    """Whether another body named since ``last`` may as well be *the group*."""
    if phrase.noun not in _ANY_BODY:
        return False
    between = chains.phrases[last.number + 1 : phrase.number]
    return any(p.kind == "name" and p.label == "ORG" and chains.of(p) is not chains.of(last) for p in between)


def _by_noun(chains: Chains) -> dict[str, list[Phrase]]:
    """The phrases that have a noun: as head, as title beside a name, at either end of a name."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in chains.phrases:
        for noun in {*nouns_of(phrase), *edges_of(phrase)}:
            found[noun].append(phrase)
    return found


def _fits(phrase: Phrase, chain: Chain, office: bool) -> bool:
    """Whether it has the noun; a chain without a name counts too, to keep the choice open."""
    if office:
        return same_noun(phrase, chain) and chain.label in ("PERSON", "")
    return in_name(phrase, chain) or same_noun(phrase, chain)


def _adds_nothing(phrase: Phrase, chain: Chain) -> bool:
    """Whether all that narrows the description down has been said of the chain: ``the prime minister``."""
    said = {t.lower_ for p in chain.phrases if p.number < phrase.number for t in p.head.doc[p.start : p.end]}
    return modifiers(phrase) <= said and (not chain.gender or gender_of(phrase) in ("", chain.gender))


def _join_written_small(chains: Chains) -> None:
    """A bare noun that is a name without label but for its capitals, which are not the sentence's."""
    named: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in chains.phrases:
        capital = phrase.name_start > phrase.head.sent.start and not phrase.name.isupper()
        if phrase.kind == "name" and not chains.of(phrase).label and capital:
            named[plain(phrase.name)].append(phrase)
    for phrase in chains.phrases:
        alone = phrase.kind == "nominal" and phrase.end - phrase.start <= 3 and not phrase.determiner
        found = named.get(plain(phrase.head.doc[phrase.start : phrase.end].text)) if alone else None
        if found:
            chains.join(phrase, found[0], "same name")
