"""The features of phrases and pairs, and the probabilities that the network makes of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import coref_scorer
from extract.coref_chains import Chains
from extract.coref_features import PHRASE_SIZES, describe
from extract.coref_pairs import PAIR_SIZES, pairs_of
from extract.coref_scorer import chances
from extract.coref_sieve import quotation_of, sure_chains
from extract.language import load_language

STORY = (
    "Anna Novak met Paul Reed in Lima on Monday. She praised the deal. “We sold our ships,” he told the "
    "Bank of Oster.\n\nThe bank, which owns them, said that its president had left. This surprised us.\n\n"
    "President Maria Lopez of Kenya (KNY) and her ministers flew to Kenya's capital. You may see them there."
)
WORDS = st.sampled_from(
    ["Anna", "Novak", "she", "the", "bank", "of", "Kenya", "“", "”", ".", "\n\n", "we", "who", "and", "it's"]
)


def chains(text: str) -> Chains:
    """What names and grammar tell of a text."""
    return sure_chains(load_language()(text))


def test_probabilities_of_each_phrase_sum_to_one() -> None:
    found = chains(STORY)
    pairs = pairs_of(found, {})
    scored = chances(describe(found, {}), pairs)
    sums = scored.alone + np.bincount(pairs.later, scored.pairs, len(scored.alone))
    assert len(sums) == len(found.phrases) > 20
    assert sums == pytest.approx(1, abs=1e-4)


def test_the_size_of_a_block_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = chains(STORY)
    described, pairs = describe(found, {}), pairs_of(found, {})
    whole = chances(described, pairs)
    monkeypatch.setattr(coref_scorer, "_ROWS", 7)
    assert chances(described, pairs).pairs == pytest.approx(whole.pairs, abs=1e-5)


def test_the_vectors_are_seen() -> None:
    found = chains(STORY)
    assert describe(found, {}).vectors.any(axis=1).all()


def test_without_vectors_pronouns_still_find_their_names() -> None:
    doc = load_language()("Anna Novak visited Kenya. She praised the deal.")
    doc.tensor = np.zeros((0,), dtype=np.float32)
    found = sure_chains(doc)
    pairs = pairs_of(found, {})
    scored = chances(describe(found, {}), pairs)
    she = next(p for p in found.phrases if p.head.text == "She")
    rows = zip(pairs.later, pairs.earlier, scored.pairs, strict=True)
    mine = [(chance, int(other)) for own, other, chance in rows if own == she.number]
    assert found.phrases[max(mine)[1]].name == "Anna Novak"


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_features_stay_within_their_sizes(words: list[str]) -> None:
    doc = load_language()(" ".join(words))
    found, quoted = sure_chains(doc), quotation_of(doc)
    described, pairs = describe(found, quoted), pairs_of(found, quoted)
    for table, sizes in ((described.classes, PHRASE_SIZES), (pairs.classes, PAIR_SIZES)):
        assert (table >= 0).all() and (table < np.array(sizes)).all()
    assert (pairs.earlier < pairs.later).all()
    scored = chances(described, pairs)
    assert np.isfinite(scored.pairs).all() and (scored.alone > 0).all()


def test_a_long_article_has_no_more_pairs_a_phrase() -> None:
    per_phrase = []
    for times in (4, 16):
        found = chains("\n\n".join([STORY] * times))
        per_phrase.append(len(pairs_of(found, {}).later) / len(found.phrases))
    assert per_phrase[1] < 1.5 * per_phrase[0]
