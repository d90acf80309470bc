"""Names of one article that are one thing: full and short, spelt out and abbreviated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from extract.coref_chains import Chain, Chains
from extract.coref_constraints import modifiers
from extract.coref_phrases import Phrase
from extract.gender import is_plural, plain
from extract.lexicon import classes, words
from extract.syntax import children

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SHORTENED = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", ""})
"""Labels of names that are called by a part of them; a place's name is no part of another's."""
_SIGNS = re.compile(r"[^\w&'-]+")


def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: folded, without article, stops, possessive ``'s``."""
    bare = re.sub(r"^(the|an?)\s+", "", plain(name))
    text = re.sub(r"(?<=\b\w)\.(?=\w\b|\W|$)", "", bare)
    found = [re.sub(r"'s?$", "", w) for w in _SIGNS.split(text)]
    return tuple(w for w in found if w)


def join_names(chains: Chains) -> None:
    """Join the names of an article, the surest rules first."""
    names = [p for p in chains.phrases if p.kind == "name" and tokens_of(p.name)]
    _join_equal(chains, names)
    _join_abbreviations(chains, names)
    _join_persons(chains, names)
    _join_places(chains, names)
    _join_shortened(chains, names)
    for phrase in names:
        chain = chains.of(phrase)
        chain.canonical = _canonical(chain)


def _join_equal(chains: Chains, names: list[Phrase]) -> None:
    """Equal names are one, but a place the gazetteer knows and a person are not."""
    by_name: dict[tuple[tuple[str, ...], bool], list[Phrase]] = defaultdict(list)
    persons = {tokens_of(p.name)[-1] for p in names if p.label == "PERSON" and len(tokens_of(p.name)) > 1}
    for phrase in names:
        tokens = tokens_of(phrase.name)
        known_place = phrase.label in _PLACES and bool(phrase.head.ent_kb_id_) and tokens[-1] in persons
        if not (is_plural(phrase) and modifiers(phrase)):
            by_name[_without_legal_form(tokens), known_place].append(phrase)
    for same in by_name.values():
        chains.join_all(same, "same name")


def _without_legal_form(tokens: tuple[str, ...]) -> tuple[str, ...]:
    end = len(tokens)
    while end > 1 and tokens[end - 1] in classes("name_particles")["legal"] - {"group", "company", "holding"}:
        end -= 1
    return tokens[:end]


def _heads(chains: Chains, names: Iterable[Phrase]) -> list[Chain]:
    found = {id(chains.of(p)): chains.of(p) for p in names}
    return sorted(found.values(), key=lambda c: c.phrases[0].number)


def _join_abbreviations(chains: Chains, names: list[Phrase]) -> None:
    """``European Central Bank (ECB)``, and initials anywhere if they fit one name only."""
    long = [p for p in names if len(tokens_of(p.name)) > 1 and p.label != "PERSON"]
    for short in names:
        letters = re.sub(r"\W", "", short.name)
        if not (2 <= len(letters) <= 8 and letters.isupper()) or len(tokens_of(short.name)) > 1:
            continue
        fitting = _heads(chains, (p for p in long if letters in initials(p.name)))
        if len(fitting) == 1:
            chains.join(short, fitting[0].names[0], "initials")


def initials(name: str) -> set[str]:
    """What a name may be abbreviated to: all its words' initials, or without the small words' (``USA``)."""
    every = [w for w in re.split(r"[\s-]+", re.sub(r"[^\w\s-]", "", name)) if w]
    large = [w for w in every if w[0].isupper()]
    found = {"".join(w[0] for w in group).upper() for group in (every, large)}
    no_article = every[1:] if every and every[0].lower() == "the" else every
    found.add("".join(w[0] for w in no_article).upper())
    return {f for f in found if len(f) > 1}


def person_tokens(name: str) -> tuple[str, ...]:
    """A person's name without titles before and suffixes after it."""
    tokens = list(tokens_of(name))
    while len(tokens) > 1 and (tokens[0] in words("honorifics") or tokens[0] in words("position_nouns")):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1] in classes("name_particles")["suffix"]:
        tokens = tokens[:-1]
    return tuple(tokens)


def _join_persons(chains: Chains, names: list[Phrase]) -> None:
    """A short name is the one person whose longer name has it as surname, else as first name."""
    tagged = [p for p in names if chains.of(p).label == "PERSON"]
    surnames = {tokens_of(p.name) for p in tagged if len(tokens_of(p.name)) == 1}
    missed = [p for p in names if not chains.of(p).label and len(tokens_of(p.name)) in (2, 3)]
    persons = tagged + [p for p in missed if tokens_of(p.name)[-1:] in surnames and not p.determiner]
    full = sorted({person_tokens(p.name) for p in persons}, key=lambda t: (-len(t), t))
    bearers: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in persons:
        bearers[person_tokens(phrase.name)].append(phrase)
    for same in bearers.values():
        chains.join_all(same, "same name")
    for short in sorted({_short_form(chains, p) for p in names}, key=lambda t: (-len(t), t)):
        for fits in (is_surname_of, is_middle_dropped, is_first_name_of):
            longer = [p for t in full if fits(short, t) for p in bearers[t]]
            if longer:
                _join_short(chains, names, short, longer)
                break


def _short_form(chains: Chains, phrase: Phrase) -> tuple[str, ...]:
    person = chains.of(phrase).label == "PERSON"
    return person_tokens(phrase.name) if person else tokens_of(phrase.name)


def _join_short(chains: Chains, names: list[Phrase], short: tuple[str, ...], longer: list[Phrase]) -> None:
    for phrase in names:
        if _short_form(chains, phrase) != short or not _may_be_person(chains.of(phrase), phrase):
            continue
        gender = chains.of(phrase).gender
        fitting = [c for c in _heads(chains, longer) if not (gender and c.gender) or gender == c.gender]
        if len(fitting) == 1:
            chains.join(phrase, fitting[0].names[0], "part of a person's name")


def _may_be_person(chain: Chain, phrase: Phrase) -> bool:
    """A name the tagger takes for something else may still be a surname, if nobody knows it as that."""
    known = any(p.head.ent_kb_id_ for p in chain.names)
    return chain.label == "PERSON" or (
        not known and phrase.label != "NORP" and phrase.name_end - phrase.name_start < 3
    )


def is_surname_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``von der Leyen`` of ``Ursula von der Leyen``."""
    return 0 < len(short) < len(full) and full[-len(short) :] == short


def is_first_name_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``Anna`` of ``Anna Novak``."""
    return len(short) == 1 and len(full) > 1 and full[0] == short[0] and len(short[0]) > 1


def is_middle_dropped(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``Donald Trump`` and ``D. Trump`` of ``Donald John Trump``."""
    if len(short) < 2 or len(short) > len(full) or short == full or short[-1] != full[-1]:
        return False
    first = full[0] == short[0] or (len(short[0]) == 1 and full[0].startswith(short[0]))
    rest = iter(full[1:-1])
    return first and all(any(_abbreviates(s, f) for f in rest) for s in short[1:-1])


def _abbreviates(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))


def _join_places(chains: Chains, names: list[Phrase]) -> None:
    """``Kell, California``, ``the city of Kell``, ``Kell City``, ``Kell``; regions by any word for region."""
    by_core: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in names:
        if chains.of(phrase).label in _PLACES:
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
    if sort in ("", "city", "town", "village", "municipality"):
        return core or tokens
    return (*core, "island" if sort in ("island", "islands") else sort if sort in _STATES else "region")


_STATES = frozenset({"state", "states", "republic", "kingdom", "federation", "territory", "peninsula"})


def _join_shortened(chains: Chains, names: list[Phrase]) -> None:
    """``the Compact`` for ``Northern Compact``: a part of the one name that has it."""
    long = [p for p in names if len(tokens_of(p.name)) > 1 and chains.of(p).label != "PERSON"]
    for short in sorted(names, key=lambda p: (-len(tokens_of(p.name)), p.number)):
        chain = chains.of(short)
        tokens = tokens_of(short.name)
        called = short.determiner == "the" and len(tokens) == 1
        if not (chain.label in _SHORTENED or called) or not any(c.isalpha() for c in short.name):
            continue
        fitting = _heads(
            chains,
            (
                p
                for p in long
                if chains.of(p) is not chain
                and not p.name_start <= short.name_start < p.name_end
                and (_agree(chain.label, chains.of(p).label) or (called and tokens_of(p.name)[-1:] == tokens))
                and is_part_of(tokens, tokens_of(p.name))
                and not (tokens_of(p.name)[0] == tokens[0] and _is_place_of(chain, p))
            ),
        )
        if len(fitting) == 1:
            chains.join(short, fitting[0].names[0], "part of a name")


def _is_place_of(chain: Chain, long: Phrase) -> bool:
    """Whether the short name is the body's place, whatever its label: ``Kell Electoral Commission``."""
    sorts = classes("noun_kinds")
    public = tokens_of(long.name)[-1] in sorts["organization"] - sorts["company"]
    return public or any(
        c.lower_ in ("in", "near", "from") for p in chain.names for c in children(p.head, "case")
    )


def _agree(short: str, long: str) -> bool:
    return short == long or not short or {short, long} <= {"ORG", "FAC"}


def is_part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the short name begins or ends the long one, and is not what its ``of`` brings in."""
    small = classes("name_particles")["function"]
    if not 0 < len(short) < len(long):
        return False
    if long[: len(short)] == short:
        return not any(w in small for w in long[len(short) : len(short) + 1]) or len(short) == 1
    return long[-len(short) :] == short and long[-len(short) - 1] not in small


def _canonical(chain: Chain) -> str:
    """The longest name, abbreviations and what follows a comma aside; the first of equals."""
    fitting = (chain.label, "") if chain.label == "PERSON" else (chain.label,)
    names = [p.name for p in chain.names if p.label in fitting] or [p.name for p in chain.names]
    bare = [n.split(",")[0] if chain.label in _PLACES else n for n in names]
    if chain.label == "PERSON":
        return max(bare, key=lambda n: (len(person_tokens(n)), -len(tokens_of(n)), len(n)))
    return max(bare, key=lambda n: (len(tokens_of(n)), len(n)))
