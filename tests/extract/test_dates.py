"""Temporal expressions in an article of Tuesday, 4 February 2025."""

from __future__ import annotations

import pytest

from extract.dates import iso_date

PUBLISHED = "2025-02-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday", "2025-02-04"),
        ("Friday evening", "2025-01-31"),
        ("last Tuesday", "2025-01-28"),
        ("next Friday", "2025-02-07"),
        ("the early hours of Monday", "2025-02-03"),
        ("yesterday", "2025-02-03"),
        ("tomorrow", "2025-02-05"),
        ("11 January", "2025-01-11"),
        ("1 April", "2025-04-01"),
        ("26 December", "2024-12-26"),
        ("December 26, 2024", "2024-12-26"),
        ("26th of May 1994", "1994-05-26"),
        ("last week", "2025-W05"),
        ("last month", "2025-01"),
        ("June 2024", "2024-06"),
        ("January", "2025-01"),
        ("three years ago", "2022"),
        ("two weeks ago", "2025-01-21"),
        ("early 2023", "2023"),
        ("next year", "2026"),
        ("three weeks", None),
        ("an hour", None),
        ("the same day", None),
        ("July", None),
    ],
)
def test_expressions_are_read_against_the_articles_date(text: str, expected: str | None) -> None:
    assert iso_date(text, PUBLISHED) == expected


def test_a_weekday_ahead_is_the_one_to_come() -> None:
    assert iso_date("Friday", PUBLISHED, future=True) == "2025-02-07"


@pytest.mark.parametrize(
    ("text", "expected"), [("3 March 2020", "2020-03-03"), ("1994", "1994"), ("Monday", None)]
)
def test_without_a_date_of_its_own_an_article_dates_only_the_explicit(
    text: str, expected: str | None
) -> None:
    assert iso_date(text, None) == expected
