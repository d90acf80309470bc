"""The measures of coreference against the worked examples of the papers that define them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from benchmarks.coref_scores import Tally, b_cubed, ceaf_e, conll, muc, scores


def chains(*written: str) -> list[frozenset[str]]:
    """``AB CD`` → the chains {A, B} and {C, D}."""
    return [frozenset(chain) for chain in written]


# Vilain et al. 1995, table 1: key, response, recall, precision.
VILAIN = [
    (chains("ABCD"), chains("AB", "CD"), Fraction(2, 3), Fraction(1)),
    (chains("AB", "CD"), chains("ABCD"), Fraction(1), Fraction(2, 3)),
    (chains("ABCD"), chains("ABCD"), Fraction(1), Fraction(1)),
    (chains("ABCD"), chains("AB", "CD"), Fraction(2, 3), Fraction(1)),
    (chains("ABC"), chains("AC"), Fraction(1, 2), Fraction(1)),
    (chains("BCDEGHJ"), chains("ABC", "DEF", "GHI"), Fraction(3, 6), Fraction(3, 6)),
]

# Bagga & Baldwin 1998, figures 1 and 2: both responses join two chains; MUC cannot tell them apart.
TRUTH = chains("12345", "67", "89ABC")
BAGGA = [
    (TRUTH, chains("12345", "6789ABC"), Fraction(9, 10), Fraction(16, 21)),
    (TRUTH, chains("1234589ABC", "67"), Fraction(9, 10), Fraction(7, 12)),
]

# Luo 2005, table 1: reference of the figure, responses (a) to (d), and CEAF with φ4.
LUO = [
    (TRUTH, chains("12345", "6789ABC"), 0.733),
    (TRUTH, chains("1234589ABC", "67"), 0.667),
    (TRUTH, chains("123456789ABC"), 0.294),
    (TRUTH, chains(*"123456789ABC"), 0.178),
]

# Pradhan et al. 2014, the running example of section 4 (figure 1): key and response with spurious mentions.
KEY, RESPONSE = chains("abc", "defg"), chains("ab", "cd", "fghi")
PRADHAN = [
    (muc, Fraction(2, 5), Fraction(2, 5)),
    (b_cubed, Fraction(35, 12) / 7, Fraction(4, 8)),
    (ceaf_e, Fraction(13, 10) / 2, Fraction(13, 10) / 3),
]


@pytest.mark.parametrize(("key", "response", "recall", "precision"), VILAIN)
def test_muc(key: list, response: list, recall: Fraction, precision: Fraction) -> None:
    tally = muc(key, response)
    assert (tally.recall, tally.precision) == pytest.approx((100 * recall, 100 * precision))


@pytest.mark.parametrize(("key", "response", "muc_precision", "precision"), BAGGA)
def test_b_cubed(key: list, response: list, muc_precision: Fraction, precision: Fraction) -> None:
    tally = b_cubed(key, response)
    assert (tally.recall, tally.precision) == pytest.approx((100, 100 * precision))
    assert muc(key, response).precision == pytest.approx(100 * muc_precision)


@pytest.mark.parametrize(("key", "response", "f"), LUO)
def test_ceaf(key: list, response: list, f: float) -> None:
    assert ceaf_e(key, response).f == pytest.approx(100 * f, abs=0.06)


@pytest.mark.parametrize(("measure", "recall", "precision"), PRADHAN)
def test_spurious_and_missed_mentions(measure, recall: Fraction, precision: Fraction) -> None:  # type: ignore[no-untyped-def]
    tally = measure(KEY, RESPONSE)
    assert (tally.recall, tally.precision) == pytest.approx((100 * recall, 100 * precision))


def test_documents_add_up() -> None:
    found = scores([(KEY, RESPONSE), (TRUTH, TRUTH)])
    assert found["MUC"].in_key == 5 + 9
    assert found["B³"].in_response == 8 + 12
    assert scores([(TRUTH, TRUTH)]) and conll(scores([(TRUTH, TRUTH)])) == pytest.approx(100)


def test_nothing_found_scores_nothing() -> None:
    assert conll(scores([(KEY, [])])) == 0
    assert Tally().f == 0
