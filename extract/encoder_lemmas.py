"""Lemmas as edit scripts: what to cut and add at both ends of a word, and how to case the result.

A script is a string such as ``l;0:;1:`` (lower case, cut one character at the end): a classifier can
choose among scripts, and the words it never saw still get their lemma. The idea is that of UDPipe 2
(Straka 2018); the notation is ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from extract.inflection import INFLECTED, Inflection, irregular
from extract.lexicon import words

PROPER = frozenset({"NNP", "NNPS"})
"""Tags of proper nouns, which the lexicon does not correct."""

IDENTITY = "k;0:;0:"
"""The script of words that are their own lemma."""


@lru_cache(maxsize=200_000)
def edit_script(form: str, lemma: str) -> str:
    """The script that turns ``form`` into ``lemma``.

    >>> edit_script("Houses", "house")
    'l;0:;1:'
    >>> apply_script("Flags", edit_script("Houses", "house"))
    'flag'
    """
    casing = _casing(form, lemma)
    small, target = form.lower(), lemma.lower()
    match = SequenceMatcher(None, small, target, autojunk=False).find_longest_match()
    if not match.size or len(small) != len(form) or ";" in target:
        return f"={lemma}"
    front = f"{match.a}:{target[: match.b]}"
    back = f"{len(small) - match.a - match.size}:{target[match.b + match.size :]}"
    script = f"{casing};{front};{back}"
    return script if apply_script(form, script) == lemma else f"={lemma}"


def apply_script(form: str, script: str) -> str:
    """The lemma of ``form`` under ``script``; ``form`` itself where the script does not fit it."""
    if script.startswith("="):
        return script[1:]
    casing, front, back = script.split(";", 2)
    cut_front, add_front = front.split(":", 1)
    cut_back, add_back = back.split(":", 1)
    stem = form[int(cut_front) : len(form) - int(cut_back)]
    if not stem:
        return form
    if casing == "k":
        return add_front + stem + add_back
    return _cased(add_front + stem.lower() + add_back, casing)


class Lexicon:
    """Lemmas of known words, and the choice among scripts for all others.

    Args:
        text: lines of form, tag and lemma, tabs between them.

    """

    def __init__(self, text: str) -> None:
        rows = (line.split("\t") for line in text.splitlines())
        self.known = {(form, tag): lemma for form, tag, lemma in rows}
        self.lemmas = frozenset(self.known.values())
        forms, uses = {form for form, _ in self.known}, Counter(self.known.values())
        verbs = {lemma for (_, tag), lemma in self.known.items() if tag.startswith("VB")} | words("verbs")
        attested = {lemma for lemma in verbs if lemma in forms or uses[lemma] > 1} | words("verbs")
        self.inflection = Inflection(attested, self.lemmas)
        slips = [key for key, lemma in self.known.items() if lemma in verbs - attested]
        for form, tag in slips:
            better = self.inflection.lemma(form, tag, "")
            if better in attested:  # "fre" of "freed": a slip of the treebank
                self.known[form, tag] = better

    def lemma(self, form: str, tag: str, scripts: Sequence[str]) -> str:
        """The lemma of ``form``; ``scripts`` are the network's proposals, the best first.

        Unknown verb forms and plurals follow the rules of inflection. Another unknown word's best proposal
        that cuts it to no known lemma stands back behind one that does; proper nouns and words that are
        their own lemma stay as they are.
        """
        proper = tag in PROPER
        known = (
            irregular(form, tag)
            or self.known.get((form, tag))
            or (None if proper else self.known.get((form.lower(), tag)))
        )
        if known:
            return known
        best = apply_script(form, scripts[0])
        if tag in INFLECTED and form.replace("-", "").isalpha():
            return self.inflection.lemma(form, tag, best)
        if proper or best.lower() == form.lower():
            return best
        edits = (apply_script(form, script) for script in scripts if not script.startswith("="))
        known_edits = (lemma for lemma in edits if lemma in self.lemmas and lemma.lower() != form.lower())
        return best if best in self.lemmas else next(known_edits, best)


def _casing(form: str, lemma: str) -> str:
    """``l`` lower, ``t`` title, ``u`` upper, ``k`` as the form has it."""
    if lemma == lemma.lower():
        return "k" if form == form.lower() else "l"
    if form[:1] != form[:1].lower():
        return "k" if not (len(form) > 1 and form == form.upper() and lemma != lemma.upper()) else "t"
    return "u" if lemma == lemma.upper() else "t"


def _cased(text: str, casing: str) -> str:
    if casing == "t":
        return text[:1].upper() + text[1:]
    return text.upper() if casing == "u" else text
