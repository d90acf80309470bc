"""The shipped tokenizer: spaCy's English rules, bent to segment as the UD treebanks do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

TABLES = Path(__file__).parent / "tables"

WHOLE = r"""
    ([!?.])[!?.]*[!?]+ | \.{2,} | ([-=_*~#<>])\2+           # runs of one sign
  | \+?\d{1,4}(?:-\d{2,4}){2,3} | \d{3}-\d{4}               # telephone numbers
"""
"""What is one word although an infix rule would split it (verbose regex, full match)."""

RUN = r"[!?]{2,}|[*]{2,}|<<+|>>+|[=_]{2,}"
"""Runs of signs at either end of a word, one token each."""

CONTRACTIONS = re.compile(r"['’]|^(?:can|gon|got|wan|gim|lem|dunn)|n'?t(?:ve)?$", re.IGNORECASE)
"""spaCy's exceptions for words without an apostrophe ("its" → "it s") are kept for these alone."""


def table(name: str) -> list[str]:
    """The entries of a word list in ``training/tables``."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def tokenizer(vocab: Vocab) -> Tokenizer:
    """English segmentation after UD: affixes keep their hyphen, compounds and ranges lose it."""
    from spacy.lang.char_classes import ALPHA, HYPHENS
    from spacy.lang.en import English
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = English.Defaults
    hyphen = rf"(?<=[{ALPHA}0-9])(?:{HYPHENS})(?=[{ALPHA}])"
    infixes = [rule for rule in defaults.infixes if rule != hyphen]
    if len(infixes) == len(defaults.infixes):
        raise ValueError("spaCy's hyphen rule has changed; training/tokenizer.py must follow it")
    guarded = "".join(_not_after(prefix) for prefix in table("prefixes.txt"))
    infixes.append(rf"(?<=[{ALPHA}0-9]){guarded}(?:{HYPHENS})(?=[{ALPHA}])")
    infixes.append(r"(?<=[0-9])[-–—](?=[0-9])")
    return Tokenizer(
        vocab,
        rules=dict(_rules()),
        prefix_search=compile_prefix_regex([RUN, *(defaults.prefixes or [])]).search,
        suffix_search=compile_suffix_regex([RUN, *(defaults.suffixes or [])]).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=re.compile(rf"(?x:^(?:{WHOLE})$)").match,
        url_match=defaults.url_match,
    )


def _not_after(prefix: str) -> str:
    letters = "".join(f"[{letter.upper()}{letter}]" for letter in prefix)
    return rf"(?<!\b{letters})"


def _rules() -> Iterator[tuple[str, list[dict[int, str]]]]:
    """Exceptions without their norms: a pre-tokenised Doc has none, and both must read alike."""
    from spacy.attrs import ORTH
    from spacy.lang.en import English

    for text, parts in (English.Defaults.tokenizer_exceptions or {}).items():
        if len(parts) == 1 or any(char.isdigit() for char in text) or CONTRACTIONS.search(text):
            yield text, [{ORTH: part[ORTH]} for part in parts]
    for text in table("abbreviations.txt"):
        yield text, [{ORTH: text}]
