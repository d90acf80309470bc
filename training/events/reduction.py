"""Patterns of word order → conditions on a UD clause.

A condition is one feature of the clause, in the notation that ``extract.events`` reads: ``o:aid`` (object
or its modifier), ``o:military_aid`` (object with that modifier), ``s:gunman`` (subject), ``p:with``
(preposition of an oblique), ``p:for/talk`` (with its noun, or ``p:to/head`` for an infinitive); ``&name``
in place of a noun is a noun set.
"""

from __future__ import annotations

import re

PARTICLES = frozenset(
    [
        "up",
        "down",
        "off",
        "out",
        "away",
        "back",
        "over",
        "aside",
        "forward",
        "through",
        "around",
        "apart",
        "together",
        "along",
    ]
)
PREPOSITIONS = frozenset(
    [
        "with",
        "for",
        "to",
        "against",
        "upon",
        "on",
        "in",
        "into",
        "at",
        "from",
        "of",
        "over",
        "about",
        "by",
        "toward",
        "towards",
        "after",
        "during",
        "between",
        "among",
        "as",
        "through",
        "under",
        "near",
        "across",
        "off",
    ]
)
_TOKEN = re.compile(r"\{[^}]*\}|\([^)]*\)|[^\s(){}]+")
_ACTORS = frozenset({"$", "+", "%", "^"})
_ALGEBRA = frozenset({"not", "will", "would", "never", "no", "if", "unless"})
_UNINFLECTED = ("ss", "us", "is", "ics", "news", "&aircraft", "&mediation")


def conditions(left: str, right: str) -> frozenset[str] | None:
    """The conditions of a pattern; None where it has more than a clause feature or two can say."""
    before, after = _tokens(left), _tokens(right)
    words = {word for token in (*before, *after) for word in re.findall(r"[a-z]+", token)}
    if words & _ALGEBRA:
        return None
    subject = [f"s:{noun}" for token in before if (noun := _noun(token))]
    rest = _right(after)
    if rest is None or len(subject) + len(rest) > 2 or len(subject) != len(before):
        return None
    return frozenset([*subject, *rest])


def verb_key(name: str) -> tuple[str, frozenset[str]] | None:
    """A dictionary verb as lemma with particle, and the conditions of its further words; None for no verb."""
    first, *rest = name.lower().split("_")
    if not rest:
        return first, frozenset()
    if len(rest) > 2 or rest[-1] in ("and", "or"):
        return None
    if rest[0] in PARTICLES:
        further = frozenset([f"p:{rest[1]}"]) if len(rest) == 2 else frozenset[str]()
        return f"{first} {rest[0]}", further
    if rest[0] in PREPOSITIONS:
        return first, frozenset([f"p:{'/'.join(map(singular, rest))}"])
    noun = frozenset([f"o:{singular(rest[0])}"])
    return first, noun | ({f"p:{rest[1]}"} if len(rest) == 2 else frozenset())


def singular(noun: str) -> str:
    """The lemma of a noun that may be plural, by its ending."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("s") and not noun.endswith(_UNINFLECTED) and len(noun) > 3:
        return noun[:-1]
    return noun


def noun_key(words: str) -> str:
    """A set member as lemma, with the word before it as its modifier: ``displaced_person``."""
    *before, head = words.split("_")
    return "_".join([*before[-1:], singular(head)])


def _tokens(side: str) -> list[str]:
    return [t for t in _TOKEN.findall(side.lower()) if t not in _ACTORS]


def _right(tokens: list[str]) -> list[str] | None:
    found: list[str] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.startswith("("):
            inner = _phrase(token)
        elif token in PREPOSITIONS:
            following = tokens[position + 1] if position + 1 < len(tokens) else ""
            inner = f"p:{token}/{noun}" if (noun := _noun(following)) else f"p:{token}"
            position += 1 if noun else 0
        else:
            inner = f"o:{noun}" if (noun := _noun(token)) else None
        if inner is None:
            return None
        found.append(inner)
        position += 1
    return found


def _phrase(token: str) -> str | None:
    inside = [t for t in _TOKEN.findall(token.strip("()")) if t not in _ACTORS]
    if not inside:
        return None
    if inside[0] not in PREPOSITIONS:
        return f"o:{noun}" if len(inside) == 1 and (noun := _noun(inside[0])) else None
    if len(inside) == 1:
        return f"p:{inside[0]}"
    noun = _noun(inside[-1])
    return f"p:{inside[0]}/{noun}" if noun and len(inside) == 2 else None


def _noun(token: str) -> str | None:
    """A word, set or phrase as a noun key; of a phrase the last two words."""
    words = [w.strip("_") for w in token.strip("{}").replace("_", " ").split() if w.strip("_$+%^")]
    if not words or len(words) > 3 or not all(re.fullmatch(r"&?[a-z][a-z_'-]*", w) for w in words):
        return None
    head = singular(words[-1])
    return f"{words[-2]}_{head}" if len(words) > 1 else head
