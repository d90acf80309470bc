"""Other names that the text tells, read by the shipped pipeline; and what is no other name."""

from __future__ import annotations

import pytest

from extract.coref_aliases import abbreviated
from extract.coref_sieve import sure_chains
from extract.language import load_language
from extract.names import settle_names

# Text, and two phrases that stand for one thing.
TOGETHER = [
    ("The North Sea Wind Authority (NSWA) sued Kenya.", "NSWA", "The North Sea Wind Authority"),
    ("Doctors measured the body mass index (BMI) of 900 pupils.", "BMI", "the body mass index"),
    ("Activists run a website called Corvo.", "Corvo", "a website called Corvo"),
    ("The militia is also known as the Red Fist.", "the Red Fist", "The militia"),
    ("Rebels hold the North. North Korea sold ships.", "the North", "North Korea"),
    ("Rice teammate and friend Paul Reed visited Kenya.", "Paul Reed", "Rice teammate"),
    ("Anna Novak DBE RA sold the house. Novak bought trucks.", "Novak", "Anna Novak DBE RA"),
    (
        "The Untied Nations met. The United Nations praised the deal.",
        "The Untied Nations",
        "The United Nations",
    ),
]

APART = [
    ("Figure 1.3 shows the bridge. Figure 1.4 shows the dam.", "Figure 1.4", "Figure 1.3"),
    ("Charles II met the bishop. Later Charles III sold the house.", "Charles III", "Charles II"),
    ("Shah Abbas I built the mosque. Shah Abbas II restored it.", "Shah Abbas II", "Shah Abbas I"),
    ("Mexico sold the ships. Mexico City bought trucks.", "Mexico City", "Mexico"),
    ("Russia closed the dam. Trucks left southern Russia.", "southern Russia", "Russia"),
    ("Americans praised the deal. Young Americans left.", "Young Americans", "Americans"),
    ("Her pseudonym, Maren Sol, was known.", "Maren Sol", "Her pseudonym"),
    ("Boston closed the bridge. The Boston Red Sox won.", "Boston", "The Boston Red Sox"),
]


def chains(text: str) -> list[set[str]]:
    """The chains that names and grammar tell for sure, as the texts of their phrases."""
    doc = load_language()(text)
    settle_names(doc)
    return [{doc[p.start : p.end].text for p in c.phrases} for c in sure_chains(doc).all()]


@pytest.mark.parametrize(("text", "one", "other"), TOGETHER)
def test_is_one_thing(text: str, one: str, other: str) -> None:
    assert any({one, other} <= chain for chain in chains(text)), chains(text)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_is_another_thing(text: str, one: str, other: str) -> None:
    found = chains(text)
    assert any(one in chain for chain in found), found
    assert not any({one, other} <= chain for chain in found), found


def test_letters_are_found_from_the_right_the_first_at_the_beginning_of_a_word() -> None:
    assert abbreviated("UNMIK", "the United Nations Interim Administration Mission in Kosovo") == 4
    assert abbreviated("ACPeds", "the American College of Pediatricians") == 4
    assert abbreviated("OIR", "other-initiated repair") == 0
    assert abbreviated("CIA", "a dairy in Malta") is None
    assert abbreviated("Peter", "the pretty letter") is None
