"""Countries that are their national teams, and those that stay states: sentences and the teams in them."""

from __future__ import annotations

import pytest

from extract.articles import make_article
from extract.language import load_language
from extract.names import settle_names
from extract.reading import read_article
from extract.teams import teams

ROWS = [
    ("Germany beat Brazil 2-0 in the World Cup final in Moscow on Sunday.", ["Germany", "Brazil"]),
    ("Spain drew 1-1 with Norway on Tuesday.", ["Spain", "Norway"]),
    ("Sri Lanka beat Ireland by five wickets in Galle.", ["Sri Lanka", "Ireland"]),
    (
        "Uruguay beat Panama 3-1 on Sunday. Uruguay play Bolivia next.",
        ["Uruguay", "Panama", "Uruguay", "Bolivia"],
    ),
    ("Kosovo drew 1-1 with Armenia. Kosovo equalised late.", ["Kosovo", "Armenia", "Kosovo"]),
    (
        "Slovenia held Denmark to a 1-1 draw. The goalkeeper of Slovenia saved a shot.",
        ["Slovenia", "Denmark", "Slovenia"],
    ),
    ("Uruguay raised a tax. Uruguay met Bolivia's demands.", []),
    ("England's coach blamed the referee after the semi-final.", ["England"]),
    ("Germany defeated France in 1940 and occupied Paris.", []),
    ("Germany lost to France in the race for the contract.", []),
    ("Ukraine beat back an attack; Russia lost 20 tanks in the final hours of the battle.", []),
    ("Ukraine's goal is victory, the team's captain told Russia.", []),
    ("Qatar, which hosts the tournament, denied that workers had died building the stadium.", []),
    ("In the election, Kenya's president beat his rival.", []),
]

REPORT = """Chile faced Peru in Lima on Friday. The referee booked a Chile defender in the first half.

In the 30th minute the Peru striker scored from a penalty. Chile had more possession. A header by the
midfielder hit the crossbar. The goalkeeper saved a late volley."""


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:40] for text, _ in ROWS])
def test_teams_of_a_sentence(text: str, expected: list[str]) -> None:
    doc = load_language()(text)
    settle_names(doc)
    assert [name.text for name, _ in teams(doc)] == expected


def test_all_countries_of_a_report_but_places_are_teams() -> None:
    doc = load_language()(REPORT)
    settle_names(doc)
    assert {name.text for name, _ in teams(doc)} == {"Chile", "Peru"}


def test_a_team_is_named_as_one() -> None:
    read = read_article(load_language(), make_article(ROWS[0][0], published="2024-05-01"))
    assert {m.name for m in read.mentions if m.label == "ORG"} == {
        "Germany national team",
        "Brazil national team",
    }
