"""Datelines are no part of the sentence behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc

from extract.datelines import behind_dateline
from extract.language import load_language

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = {
    "datelines": """
PARIS, France – The union sued the company.
    union | sue | company

NEW YORK (AP) — The bank fired Reed.
    bank | fire | Reed

TAMPA, Fla. — Reed, the mayor, sued the bank.
    Reed | hold position | mayor
    Reed | sue | bank

LURNE, May 14 (Meridian) - Ostravia closed the mine, officials said.
    officials | say | Ostravia closed the mine
    Ostravia | close | mine <officials: said>
""",
}


def test_row(row: object, check: Callable[[object], None]) -> None:
    """No place of a dateline acts or speaks."""
    check(row)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("GENEVA — The agency closed.", "The agency closed."),
        ("MOSCOW, 3 June (Reuters) - Russia left.", "Russia left."),
        ("Oslo (AP) – The bank failed.", "The bank failed."),
        ("Reed – the mayor – left.", "Reed – the mayor – left."),
        ("FBI Director Hale - Reed's friend - left.", "FBI Director Hale - Reed's friend - left."),
        ("Hale: The mayor should go.", "Hale: The mayor should go."),
    ],
)
def test_where_the_sentence_begins(text: str, sentence: str) -> None:
    doc: Doc = load_language().make_doc(text)
    assert doc[behind_dateline(doc, 0) :].text == sentence
