"""Lemmas as edit scripts: what to cut and add at both ends of a word, and how to case the result.

A script is a string such as ``l;0:;1:`` (lower case, cut one character at the end): a classifier can
choose among scripts, and the words it never saw still get their lemma. The idea is that of UDPipe 2
(Straka 2018); the notation is ours.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

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
    if not match.size or len(small) != len(form):
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
