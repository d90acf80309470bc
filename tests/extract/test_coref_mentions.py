"""Which extents a phrase may have, and which of them the network chooses."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import coref_mentions
from extract.coref_extent_features import PAIR_SIZES, PHRASE_SIZES, SIDE_SIZES, options
from extract.coref_extents import extents
from extract.coref_mentions import probabilities, settled, shipped
from extract.coref_phrases import candidates, phrases
from extract.coref_sieve import sure_chains
from extract.coref_vectors import vectors_of
from extract.language import load_language

STORY = (
    "Anna Novak, 42, met Paul Reed of the Bank of Oster (BO) in Lima, Peru, on Monday. The harbour that "
    "Kenya sold to Egypt in May – a ruin – belongs to “Oster Harbours”, its owner said.\n\nMiss Weber saw "
    "Oster Bridge and the Leiden University library, which she liked."
)
WORDS = st.sampled_from(
    ["Anna", "Novak", "she", "the", "bank", "of", "Kenya", "“", "”", "(", ")", ",", "\n\n", "who", "and"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_extents_lie_around_the_head_within_its_sentence(words: list[str]) -> None:
    doc = load_language()(" ".join(words))
    found = candidates(doc)
    for fields, around in zip(found, extents(doc, found), strict=True):
        head = fields["head"]
        assert fields["start"] in around.starts
        assert fields["end"] in around.ends
        if fields["kind"] != "group":
            assert max(around.starts) <= head.i < min(around.ends) or fields["kind"] == "pronoun"


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_features_stay_within_their_sizes(words: list[str]) -> None:
    doc = load_language()(" ".join(words))
    found = candidates(doc)
    if not found:
        return
    told = options(doc, found, extents(doc, found))
    for table, sizes in (
        (told.phrases, PHRASE_SIZES),
        (told.starts.classes, SIDE_SIZES),
        (told.ends.classes, SIDE_SIZES),
        (told.classes, PAIR_SIZES),
    ):
        assert table.shape[1] == len(sizes)
        assert (table >= 0).all() and (table < np.array(sizes)).all()


def test_probabilities_of_a_phrase_leave_room_for_none() -> None:
    doc = load_language()(STORY)
    found = candidates(doc)
    told = options(doc, found, extents(doc, found))
    chances = probabilities(told, vectors_of(doc), shipped())
    sums = np.bincount(told.own, chances, len(found))
    assert (chances > 0).all() and (sums < 1).all()


def test_each_phrase_says_how_probable_it_is() -> None:
    found = {p.name or p.head.text: p for p in phrases(load_language()(STORY))}
    assert 0.8 < found["Anna Novak"].mention <= 1
    assert all(0 < p.mention <= 1 for p in found.values())


def test_without_vectors_the_rules_decide() -> None:
    doc = load_language()(STORY)
    doc.tensor = np.zeros((0,), dtype=np.float32)
    drawn = [f for f in candidates(doc) if "seldom" not in f]
    assert settled(doc, candidates(doc)) == drawn
    assert {p.mention for p in phrases(doc)} == {1.0}


# Sentence, head, and the whole phrase around it as GUM's annotators would draw it.
DRAWN = [
    ("Paul Reed visited the mayor of Lima on Monday.", "mayor", "the mayor of Lima"),
    ("The bridge that Kenya built has collapsed.", "bridge", "The bridge that Kenya built"),
    ("Anna Novak of the Bank of Oster met them.", "Bank", "the Bank of Oster"),
    ("They saw Kenya's president.", "Kenya", "Kenya's"),
]


@pytest.mark.parametrize(("sentence", "head", "expected"), DRAWN)
def test_drawn(sentence: str, head: str, expected: str) -> None:
    doc = load_language()(sentence)
    found = {p.head.text: p for p in phrases(doc) if p.kind != "group"}[head]
    assert doc[found.start : found.end].text == expected


def test_a_short_name_is_the_whole_not_what_stands_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coref_mentions, "_SELDOM", 0.0)
    doc = load_language()("Drovmet Mills sold the ships. The ministry fined Drovmet on Monday.")
    chains = sure_chains(doc)
    inside, alone = (p for p in chains.phrases if p.name == "Drovmet")
    assert inside.seldom and not alone.seldom
    assert [p.name for p in chains.of(alone).phrases] == ["Drovmet Mills", "Drovmet"]
    assert [p.name for p in chains.of(inside).phrases] == ["Drovmet"]


# Sentence, a word that is seldom a phrase, and the phrase that it heads if it is one.
SELDOM = [
    ("Novak left Kenya. That was a mistake.", "That", "That"),
    ("Novak sold the house that she bought.", "that", None),
    ("Novak left that town.", "that", None),
    ("Novak lives in Kenya and works there.", "there", "there"),
    ("There are two bridges in Kenya.", "There", None),
    ("Kenya is one of the largest buyers.", "one", "one of the largest buyers"),
    ("Kenya bought one.", "one", None),
    ("Of all buyers Kenya was the first.", "first", "the first"),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), SELDOM)
def test_what_is_seldom_a_phrase(
    monkeypatch: pytest.MonkeyPatch, sentence: str, word: str, expected: str | None
) -> None:
    monkeypatch.setattr(coref_mentions, "_SELDOM", 0.0)
    doc = load_language()(sentence)
    found = [doc[p.start : p.end].text for p in phrases(doc) if p.head.text == word]
    assert found == ([expected] if expected else [])


def test_names_inside_names_are_joined_to_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coref_mentions, "_SELDOM", 0.0)
    doc = load_language()("They visited Pittock Mansion and Pittock Bridge in Oster.")
    chains = sure_chains(doc)
    one, other = (p for p in chains.phrases if p.name == "Pittock")
    assert chains.of(one) is chains.of(other)
