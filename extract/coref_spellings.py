"""How the names of an article compare word by word: what one may be shortened to."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.gender import plain
from extract.lexicon import classes, words

_SIGNS = re.compile(r"[^\w&'-]+")


@lru_cache(maxsize=8192)
def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name for comparing: folded, without article, stops, possessive ``'s``."""
    bare = re.sub(r"^(the|an?)\s+", "", plain(name))
    text = re.sub(r"(?<=\b\w)\.(?=\w\b|\W|$)", "", bare)
    found = [re.sub(r"'s?$", "", w) for w in _SIGNS.split(text)]
    return tuple(w for w in found if w)


def without_legal_form(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """``oster lines`` of ``oster lines plc``."""
    end = len(tokens)
    while end > 1 and tokens[end - 1] in classes("name_particles")["legal"] - {"group", "company", "holding"}:
        end -= 1
    return tokens[:end]


def initials(name: str) -> set[str]:
    """What a name may be abbreviated to: all its words' initials, or without the small words' (``USA``)."""
    every = [w for w in re.split(r"[\s-]+", re.sub(r"[^\w\s-]", "", name)) if w]
    large = [w for w in every if w[0].isupper()]
    found = {"".join(w[0] for w in group).upper() for group in (every, large)}
    no_article = every[1:] if every and every[0].lower() == "the" else every
    found.add("".join(w[0] for w in no_article).upper())
    return {f for f in found if len(f) > 1}


def person_tokens(name: str) -> tuple[str, ...]:
    """A person's name without titles before and suffixes after it, such as letters: ``Zaha Hadid DBE``."""
    written = name.split()
    while len(written) > 2 and re.fullmatch(r"[A-Z]{2,4},?", written[-1]) and not name.isupper():
        written.pop()
    tokens = list(tokens_of(" ".join(written)))
    while len(tokens) > 1 and (tokens[0] in words("honorifics") or tokens[0] in words("position_nouns")):
        tokens = tokens[1:]
    after = classes("name_particles")["suffix"] | classes("name_particles")["ordinal"]
    while len(tokens) > 1 and tokens[-1] in after:
        tokens = tokens[:-1]
    return tuple(tokens)


def ordinal_of(name: str) -> str:
    """``iii`` of ``Charles III``, ``jr`` of ``Martin Luther King Jr.``, or nothing."""
    *first, last = tokens_of(name) or ("",)
    return last.rstrip(".") if first and last in classes("name_particles")["ordinal"] else ""


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


def is_part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the short name begins or ends the long one, and is not what its ``of`` brings in.

    Of several words it may stop before ``of`` and ``for``: ``the Reed Foundation for the Arts``.
    """
    small = classes("name_particles")["function"]
    if not 0 < len(short) < len(long):
        return False
    if long[: len(short)] == short:
        after = long[len(short)]
        return after not in small or len(short) == 1 or after in ("of", "for")
    return long[-len(short) :] == short and long[-len(short) - 1] not in small
