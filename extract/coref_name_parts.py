"""Short names and the full ones they are part of: surnames, *the Compact*, *Kell* and *Kell City*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from extract.coref_chains import Chain, Chains
from extract.coref_constraints import modifiers
from extract.coref_phrases import Phrase
from extract.coref_spellings import (
    is_first_name_of,
    is_middle_dropped,
    is_part_of,
    is_surname_of,
    ordinal_of,
    person_tokens,
    tokens_of,
)
from extract.coref_surnames import Shared
from extract.gazetteer import load_gazetteer
from extract.gender import is_plural
from extract.lexicon import classes, words
from extract.syntax import children

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels of places."""

_SHORTENED = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", ""})
"""Labels of names that are called by a part of them; a place's name is no part of another's."""

_SCHOOLS = frozenset({"university", "college", "academy", "institute", "school"})
"""What is called by its first name alone, be it a founder's: ``at Harvard``."""
_STATES = frozenset({"state", "states", "republic", "kingdom", "federation", "territory", "peninsula"})
_COMPASS = frozenset({"north", "south", "east", "west"})


def join_persons(chains: Chains, names: list[Phrase], shared: Shared) -> None:
    """A short name is the one person whose longer name has it as surname, else as first name."""
    certain = [p for p in names if p.number not in shared.open]
    tagged = [p for p in certain if chains.of(p).label == "PERSON"]
    surnames = {tokens_of(p.name) for p in tagged if len(tokens_of(p.name)) == 1}
    missed = [p for p in certain if not chains.of(p).label and len(tokens_of(p.name)) in (2, 3)]
    persons = tagged + [p for p in missed if tokens_of(p.name)[-1:] in surnames and not p.determiner]
    full = sorted({person_tokens(p.name) for p in persons}, key=lambda t: (-len(t), t))
    bearers: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in persons:
        bearers[person_tokens(phrase.name)].append(phrase)
    for same in bearers.values():
        ordinals = sorted({ordinal_of(p.name) for p in same} - {""})
        for ordinal in ordinals if len(ordinals) > 1 else ():
            chains.join_all([p for p in same if ordinal_of(p.name) == ordinal], "same name")
        if len(ordinals) < 2:
            chains.join_all(same, "same name")
    _join_inverted(chains, bearers)
    for short in sorted({_short_form(chains, p) for p in names}, key=lambda t: (-len(t), t)):
        for fits in (is_surname_of, is_middle_dropped, is_first_name_of):
            longer = [p for t in full if fits(short, t) for p in bearers[t]]
            if longer:
                _join_short(chains, certain, short, longer, shared.owner.get(short))
                break


def _join_inverted(chains: Chains, bearers: Mapping[tuple[str, ...], list[Phrase]]) -> None:
    """``Higuchi Ichiyō`` and ``Ichiyō Higuchi``, as those write who put the family's name first or last."""
    for tokens, same in sorted(bearers.items()):
        if len(tokens) == 2 and tokens < tokens[::-1]:
            for phrase in bearers.get(tokens[::-1], ()):
                chains.join(phrase, same[0], "same name inverted")


def _short_form(chains: Chains, phrase: Phrase) -> tuple[str, ...]:
    person = chains.of(phrase).label == "PERSON"
    return person_tokens(phrase.name) if person else tokens_of(phrase.name)


def _join_short(
    chains: Chains, names: list[Phrase], short: tuple[str, ...], longer: list[Phrase], owner: Phrase | None
) -> None:
    for phrase in names:
        if _short_form(chains, phrase) != short or not _may_be_person(chains.of(phrase), phrase):
            continue
        gender = chains.of(phrase).gender
        fitting = [c for c in heads(chains, longer) if not (gender and c.gender) or gender == c.gender]
        if any(_stand_inside(chains.of(phrase), c) for c in fitting):
            continue
        if len(fitting) == 1:
            chains.join(phrase, fitting[0].names[0], "part of a person's name")
        elif owner and chains.of(owner) in fitting:
            chains.join(phrase, owner, "surname of whom the article is about")


def _may_be_person(chain: Chain, phrase: Phrase) -> bool:
    """A name the tagger takes for something else may still be a surname, if nobody knows it as that."""
    known = any(p.head.ent_kb_id_ for p in chain.names)
    return chain.label == "PERSON" or (
        not known and phrase.label != "NORP" and phrase.name_end - phrase.name_start < 3
    )


def join_places(chains: Chains, names: list[Phrase]) -> None:
    """``Kell, California``, ``the city of Kell``, ``Kell City``, ``Kell``; regions by any word for region."""
    by_core: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in names:
        if chains.of(phrase).label in PLACES and not is_some(phrase):
            by_core[_place_core(phrase)].append(phrase)
    for same in by_core.values():
        chains.join_all(same, "same place")


def _place_core(phrase: Phrase) -> tuple[str, ...]:
    sorts = classes("name_particles")["place"]
    tokens = tokens_of(phrase.name.split(",")[0])
    if len(tokens) > 2 and tokens[0] in sorts and tokens[1] == "of":
        tokens = (*tokens[2:], tokens[0])
    sort = tokens[-1] if len(tokens) > 1 and tokens[-1] in sorts else ""
    core = tokens[:-1] if sort else tokens
    if sort == "city" and _is_region(" ".join(core)):
        return tokens
    if sort in ("", "city", "town", "village", "municipality"):
        return core or tokens
    return (*core, "island" if sort in ("island", "islands") else sort if sort in _STATES else "region")


def _is_region(name: str) -> bool:
    """``Mexico`` and ``Oklahoma``, which *Mexico City* and *Oklahoma City* are not."""
    types = {c.type for c in load_gazetteer().candidates(name)}
    return bool(types & {"Country", "AdministrativeArea"})


def join_shortened(chains: Chains, names: list[Phrase]) -> None:
    """``the Compact`` for ``Northern Compact``: a part of the one name that has it."""
    long = [p for p in names if len(tokens_of(p.name)) > 1 and chains.of(p).label != "PERSON"]
    for short in sorted(names, key=lambda p: (-len(tokens_of(p.name)), p.number)):
        chain = chains.of(short)
        tokens = tokens_of(short.name)
        called = short.determiner == "the" and len(tokens) == 1
        if not (chain.label in _SHORTENED or called) or not any(c.isalpha() for c in short.name):
            continue
        fitting = heads(
            chains,
            (
                p
                for p in long
                if chains.of(p) is not chain
                and not _stand_inside(chain, chains.of(p))
                and (_agree(chain.label, chains.of(p).label) or (called and tokens_of(p.name)[-1:] == tokens))
                and is_part_of(tokens, tokens_of(p.name))
                and not (len(tokens) == 1 and not chain.label and _is_listed_place(short.name))
                and not (tokens_of(p.name)[0] == tokens[0] and _is_place_of(chain, p))
            ),
        )
        if len(fitting) == 1:
            chains.join(short, fitting[0].names[0], "part of a name")


def _stand_inside(short: Chain, long: Chain) -> bool:
    """Whether one of the short names is part of one of the long ones: what a name contains is not it."""
    spans = [(p.name_start, p.name_end) for p in long.names]
    return any(
        s <= p.name_start and p.name_end <= e and p.name_start >= 0 for p in short.names for s, e in spans
    )


def _is_listed_place(name: str) -> bool:
    """``Amsterdam``, also where the tagger sees but the end of a university's name."""
    return any(c.type in ("Country", "City", "AdministrativeArea") for c in load_gazetteer().candidates(name))


def _is_place_of(chain: Chain, long: Phrase) -> bool:
    """Whether the short name is the body's place, whatever its label: ``Kell Electoral Commission``."""
    sorts = classes("noun_kinds")
    sort = tokens_of(long.name)[-1]
    if sort in _SCHOOLS and chain.label == "ORG" and not any(_is_listed_place(p.name) for p in chain.names):
        return False
    public = sort in sorts["organization"] - sorts["company"]
    return public or any(
        c.lower_ in ("in", "near", "from") for p in chain.names for c in children(p.head, "case")
    )


def _agree(short: str, long: str) -> bool:
    return short == long or not short or {short, long} <= {"ORG", "FAC"}


def join_halves(chains: Chains, names: list[Phrase]) -> None:
    """``the North`` for the only country so called: ``North Korea``."""
    for phrase in names:
        tokens = tokens_of(phrase.name)
        if phrase.determiner == "the" and len(tokens) == 1 and tokens[0] in _COMPASS:
            long = [p for p in names if p.label == "GPE" and tokens_of(p.name)[:-1] == tokens]
            fitting = heads(chains, (p for p in long if p.head.ent_kb_id_))
            if len(fitting) == 1:
                chains.join(phrase, fitting[0].names[0], "part of a name")


def heads(chains: Chains, names: Iterable[Phrase]) -> list[Chain]:
    """The chains of some phrases, each once, in text order."""
    found = {id(chains.of(p)): chains.of(p) for p in names}
    return sorted(found.values(), key=lambda c: c.phrases[0].number)


def is_some(phrase: Phrase) -> bool:
    """Whether the phrase is a part of what bears the name: ``young Americans``, ``southern Russia``."""
    if is_plural(phrase):
        return bool(modifiers(phrase)) or any(
            d.lower_ in words("part_determiners") for d in children(phrase.head, "det", "amod")
        )
    narrowed = [c for c in children(phrase.head, "amod") if c.i < phrase.name_start and c.is_lower]
    return phrase.label in PLACES and bool(narrowed or phrase.determiner in ("a", "an"))
