"""Relations: from a canonical lemma (``agree to``) to a name people read (``agrees to``) and an IRI.

A relation's IRI depends on its lemma alone, never on the other relations of a graph, so that adding an
article renames nothing. Only a lemma that its own third person gives back gets the plain slug; another
one with the same slug (``passe`` beside ``pass``) carries a hash.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.slugs import digest, slug
from graph.tables import table

_HASH_DIGITS = 6
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*", re.ASCII)
_ENDINGS = (
    (re.compile(r"(?<=[^aeiou])y$"), "ies"),
    (re.compile(r"(?<=s|x|z|o)$|(?<=ch|sh)$"), "es"),
    (re.compile(r"$"), "s"),
)
_UNDOING = (
    (re.compile(r"(?<=[^aeiou])ies$"), "y"),
    (re.compile(r"(?<=ss|zz|ch|sh)es$|(?<=x|o)es$"), ""),
    (re.compile(r"s$"), ""),
)


@lru_cache(maxsize=1)
def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    rows = table("verbs.tsv")
    return {row["lemma"]: row["third"] for row in rows}, {row["third"]: row["lemma"] for row in rows}


def _respell(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for ending, replacement in rules:
        if ending.search(word):
            return ending.sub(replacement, word, count=1)
    return word


def third_person(lemma: str) -> str:
    """How a relation reads in the present tense; only its first word, the verb, changes.

    >>> [third_person(lemma) for lemma in ("demand", "agree to", "be", "deny", "go", "watch")]
    ['demands', 'agrees to', 'is', 'denies', 'goes', 'watches']
    """
    verb, _, rest = lemma.partition(" ")
    third = _irregular()[0].get(verb) or _respell(verb, _ENDINGS)
    return f"{third} {rest}" if rest else third


def _lemma(third: str) -> str:
    verb, _, rest = third.partition(" ")
    lemma = _irregular()[1].get(verb) or _respell(verb, _UNDOING)
    return f"{lemma} {rest}" if rest else lemma


@lru_cache(maxsize=1 << 14)
def relation_slug(lemma: str) -> str:
    """The local name of a relation.

    >>> relation_slug("agree to"), relation_slug("passe")
    ('agrees-to', 'passes-0457bc')
    """
    third = third_person(lemma)
    if _PLAIN.fullmatch(lemma) and _lemma(third) == lemma:
        return third.replace(" ", "-")
    return f"{slug(third) or 'relates'}-{digest(lemma, length=_HASH_DIGITS)}"
