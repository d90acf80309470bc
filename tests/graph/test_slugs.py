from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.slugs import digest, fold, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sergey  Lavrov", "sergey lavrov"),
        ("SERGEY LAVROV\n", "sergey lavrov"),
        ("Jean-Pierre Lévy", "jean pierre levy"),
        ("Jean–Pierre Lévy", "jean pierre levy"),
        ("Łódź", "lodz"),
        ("O’Neill", "oneill"),
        ("O'Neill", "oneill"),
        ("U.S.", "us"),
        ("St. Petersburg", "st petersburg"),
        ("Straße", "strasse"),
        ("Erdoğan", "erdogan"),
        ("5.2%", "5.2%"),
        ("52%", "52%"),
        ("-5%", "-5%"),
        ("5,000", "5,000"),
        ("C++", "c++"),
        ("Київ", "киів"),
        ("!?", ""),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("5.2%", "5-2"),
        ("Київ", ""),
        ("A/B", "a-b"),
        ("", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_ascii_words_whatever_it_is_made_of(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))


@given(st.lists(st.text(max_size=3), max_size=3), st.lists(st.text(max_size=3), max_size=3))
@example(["ab", "c"], ["a", "bc"])
@example(["a", ""], ["a"])
@example(["1:a|"], ["a"])
def test_a_digest_keeps_its_parts_apart(some: list[str], others: list[str]) -> None:
    assert (digest(*some, length=16) == digest(*others, length=16)) == (some == others)
