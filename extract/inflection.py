"""Inflected verbs and plurals → lemmas, for words the language model never saw: rules, tables and analogy.

The spelling rules are those of Quirk et al. (1985), sections 3.5-3.10 (verbs) and 5.79-5.81 (plurals).
Whether a stem lost a mute ``e`` ("overturned", "overstated") is told by the verbs that end like it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from extract.lexicon import rows

_ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s"}
INFLECTED = frozenset({*_ENDINGS, "NNS"})
"""The tags of the words that this module brings back to their lemma."""
_SHORT = re.compile(r"(?:[^aeiou]|(?<=q)u)*[aeiouy][^aeiouwxy]")
"""One syllable with one vowel letter and one consonant: it would double the consonant ("hopping")."""
_HISSING = ("ss", "sh", "ch", "x", "zz")
_PREFIXES = (
    "over",
    "under",
    "re",
    "un",
    "out",
    "mis",
    "fore",
    "with",
    "up",
    "pre",
    "dis",
    "co",
    "de",
    "inter",
)


@cache
def _irregular() -> dict[str, str]:
    return {form: lemma for lemma, *forms in rows("irregular_verbs") for form in forms if form != "-"}


def irregular(form: str, tag: str) -> str | None:
    """The lemma of an irregular past form or participle; None for other words."""
    return _irregular().get(form.lower()) if tag in ("VBD", "VBN") else None


@cache
def _forms(column: int) -> dict[str, str]:
    rows_ = rows("irregular_verbs")
    return {form: row[0] for row in rows_ for form in row[column : column + 1] if form not in ("-", row[0])}


def past_of(form: str) -> str | None:
    """The verb whose irregular past a form is, also behind a prefix: ``retook`` → ``retake``."""
    return _prefixed(form, _forms(1))


def participle_of(form: str) -> str | None:
    """The verb whose irregular participle a form is."""
    return _prefixed(form, _forms(2))


def _prefixed(form: str, known: dict[str, str]) -> str | None:
    prefixes = ("", *(p for p in _PREFIXES if form.startswith(p)))
    return next((p + known[rest] for p in prefixes if (rest := form.removeprefix(p)) in known), None)


class Inflection:
    """Regular inflection undone, with the help of known lemmas.

    Args:
        verbs: lemmas of verbs.
        lemmas: lemmas of any kind.

    """

    def __init__(self, verbs: Iterable[str], lemmas: Iterable[str]) -> None:
        self.verbs = frozenset(verbs)
        self.lemmas = frozenset(lemmas)
        self.endings = Counter(
            (stem[-size:], verb.endswith("e"))
            for verb in self.verbs
            for stem in [verb.removesuffix("e")]
            for size in (2, 3, 4)
            if len(stem) >= size
        )

    def lemma(self, form: str, tag: str, guess: str) -> str:
        """The lemma of a word with a Penn ``tag``; ``guess`` where no rule knows better."""
        if tag == "NNS":
            return self._singular(form, guess)
        head, hyphen, last = form.lower().rpartition("-")
        if tag not in _ENDINGS or not last.isalpha():
            return guess
        return head + hyphen + (self._verb(last, tag) or guess.rpartition("-")[2])

    def _verb(self, form: str, tag: str) -> str | None:
        for prefix in _PREFIXES:
            base = irregular(form.removeprefix(prefix), tag) if form.startswith(prefix) else None
            if base:
                return prefix + base
        options = tuple(_bases(form, tag))
        kinds = (self.verbs.__contains__, self._is_prefixed, self.lemmas.__contains__)
        known = next((base for kind in kinds for base in options if kind(base)), None)
        return known or (self._likeliest(options) if options else None)

    def _is_prefixed(self, base: str) -> bool:
        return any(base.startswith(p) and base.removeprefix(p) in self.verbs for p in _PREFIXES)

    def _likeliest(self, options: tuple[str, ...]) -> str:
        """With or without the mute ``e``, as most of the verbs have it that share the longest ending."""
        bare, *more = options
        if more != [f"{bare}e"]:
            return bare
        for size in (4, 3, 2):
            mute, plain = self.endings[bare[-size:], True], self.endings[bare[-size:], False]
            if mute != plain and len(bare) >= size:
                return more[0] if mute > plain else bare
        return bare

    def _singular(self, form: str, guess: str) -> str:
        """What ``guess`` is if it is a known word or a plural of its own, else the rule's."""
        options = tuple(_singulars(form.lower()))
        learned = form.lower().endswith(("ices", "ses", "ves")) and guess in self.lemmas
        if guess.lower() == form.lower() or learned or not options:
            return guess
        return next((base for base in options if base in self.lemmas), options[0])


def _bases(form: str, tag: str) -> Iterator[str]:
    """What a form can be made from by rule, the likeliest first."""
    ending = _ENDINGS[tag]
    stem = form.removesuffix(ending)
    if stem == form or len(stem) < 2:
        return
    if tag == "VBZ":
        yield from _singulars(form)
    elif ending == "ed" and stem.endswith("i"):
        yield stem[:-1] + ("y" if len(stem) > 2 else "ie")
    elif ending == "ing" and len(stem) == 2 and stem.endswith("y"):
        yield f"{stem[0]}ie"
    elif stem.endswith("ck"):
        yield from (stem, stem[:-1])
    elif len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        yield from (stem, stem[:-1]) if stem[-1] in "lszf" else (stem[:-1], stem)
    elif _SHORT.fullmatch(stem):
        yield f"{stem}e"
    else:
        yield from (stem, f"{stem}e")


def _singulars(form: str) -> Iterator[str]:
    """What ``-s`` can be hung on, and ``-men``; the likeliest first."""
    if form.endswith("men"):
        yield f"{form[:-3]}man"
    elif form.endswith("ies") and len(form) > 4:
        yield from (f"{form[:-3]}y", form[:-1])
    elif form.endswith("oes") or form[:-2].endswith(_HISSING):
        yield from (form[:-2], form[:-1])
    elif form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
