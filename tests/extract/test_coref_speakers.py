"""Whose *I* and *you* outside quotations are: who introduces themselves, and who is interviewed."""

from __future__ import annotations

import pytest

from extract.coref_sieve import sure_chains
from extract.language import load_language
from extract.names import trim_entities

_ANSWERS = "Did you sell the house?\n\nI sold it in May.\n\nWhy did you leave?\n\nThe town bored me."

# Text, the last of which words is meant, and the name that it stands for; None where that must stay open.
SPEAKING = [
    ("I'm Anna Novak. I sold the house.", "I", "Anna Novak"),
    ("Hey, it's Anna Novak and welcome to my channel. I sold the house.", "I", "Anna Novak"),
    ("I'm not Anna Novak. I sold the house.", "I", None),
    ("If I were Anna Novak I sold the house.", "I", None),
    ("It's Anna Novak. I sold the house.", "I", None),
    ("I sold the house.\n\nI'm Anna Novak.\n\nI left.", "I", None),
    (f"Anna Novak, interviewed by the Herald in May.\n\n{_ANSWERS}", "I", "Anna Novak"),
    (f"Anna Novak, interviewed by the Herald in May.\n\n{_ANSWERS}", "me", "Anna Novak"),
    (f"Anna Novak, interviewed by the Herald in May.\n\n{_ANSWERS}", "you", "Anna Novak"),
    (f"The Herald interviewed the painter Anna Novak.\n\n{_ANSWERS}", "I", "Anna Novak"),
    (f"The Herald spoke to Anna Novak.\n\n{_ANSWERS}", "I", "Anna Novak"),
    (f"The Herald interviewed Anna Novak and Paul Reed.\n\n{_ANSWERS}", "I", None),
    (f"Anna Novak praised the Herald.\n\n{_ANSWERS}", "I", None),
    ("The Herald interviewed Anna Novak.\n\nI sold the house.\n\nI left.", "I", None),
]


@pytest.mark.parametrize(("text", "word", "name"), SPEAKING)
def test_who_speaks_or_is_asked(text: str, word: str, name: str | None) -> None:
    doc = load_language()(text)
    trim_entities(doc)
    chains = sure_chains(doc)
    meant = [p for p in chains.phrases if p.head.text == word][-1]
    assert (chains.of(meant).name or None) == name


_TOGETHER = "Did you sell the house?\n\nWe sold it in May.\n\nWhy did you leave?\n\nI hated the town."

# Text, the last of which words is meant, and whether it stands for both who were interviewed.
TOGETHER = [
    (f"The Herald interviewed Anna Novak and Paul Reed.\n\n{_TOGETHER}", "We", True),
    (f"The Herald interviewed Anna Novak and Paul Reed.\n\n{_TOGETHER}", "you", True),
    (f"The Herald interviewed Anna Novak and Paul Reed.\n\n{_TOGETHER}", "I", False),
    (f"The Herald praised Anna Novak and Paul Reed.\n\n{_TOGETHER}", "We", False),
    (f"The Herald interviewed Anna Novak about schools and roads.\n\n{_TOGETHER}", "We", False),
]


@pytest.mark.parametrize(("text", "word", "both"), TOGETHER)
def test_who_is_interviewed_together(text: str, word: str, both: bool) -> None:
    doc = load_language()(text)
    trim_entities(doc)
    chains = sure_chains(doc)
    meant = [p for p in chains.phrases if p.head.text == word][-1]
    groups = [p for p in chains.of(meant).phrases if p.kind == "group"]
    assert [doc[p.start : p.end].text for p in groups] == (["Anna Novak and Paul Reed"] if both else [])
