from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from extract.model import Certainty, Polarity

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLES = sorted(SEEDS.glob("*.md"))
GOLD = sorted((Path(__file__).parent / "data" / "gold").glob("*.json"))
SENTENCES = Path(__file__).parent / "data" / "factuality.jsonl"
FIELDS = {"title", "date", "publisher", "url", "fiction"}


def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body; decoding is strict, so that a byte that is no UTF-8 fails."""
    opening, front, body = path.read_bytes().decode("utf-8").split("---\n", 2)
    assert opening == ""
    return yaml.safe_load(front), body


def test_there_are_ten_to_fourteen_and_nothing_else() -> None:
    assert 10 <= len(ARTICLES) <= 14
    assert all(path in ARTICLES for path in SEEDS.iterdir() if path.is_file())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_front_matter_is_complete(path: Path) -> None:
    front, _ = parts(path)
    assert set(front) - {"note"} == FIELDS
    assert type(front["date"]) is datetime.date
    assert front["fiction"] in (True, False) and isinstance(front["fiction"], bool)
    assert front["title"].strip() and front["publisher"].strip()
    assert front["url"].startswith("https://") and front["url"].split("/")[2].endswith(".example")
    assert path.name.startswith(f"{front['date'].isoformat()}-")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_length_and_form(path: Path) -> None:
    _, body = parts(path)
    assert 250 <= len(body.split()) <= 600
    assert body == f"\n{body.strip()}\n"
    assert "\t" not in body and "  " not in body and "\n\n\n" not in body


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_about_real_people_quotes_nobody_and_says_what_is_invented(path: Path) -> None:
    front, body = parts(path)
    if not front["fiction"]:
        assert not set('"“”') & set(body)
        assert "outlet is invented" in front["note"]


def test_titles_and_addresses_are_unique() -> None:
    fronts = [parts(path)[0] for path in ARTICLES]
    for field in ("title", "url"):
        assert len({front[field] for front in fronts}) == len(fronts)


def test_both_kinds_are_there_and_outlets_differ() -> None:
    fronts = [parts(path)[0] for path in ARTICLES]
    assert {front["fiction"] for front in fronts} == {True, False}
    assert len({front["publisher"] for front in fronts}) >= 6


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_of_an_article_covers_it_word_for_word(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    _, body = parts(SEEDS / gold["article"])
    assert gold["blind"] is True and gold["statement"] and gold["conventions"]
    assert " ".join(item["text"] for item in gold["sentences"]).split() == body.split()
    facts = [fact for item in gold["sentences"] for fact in item["facts"]]
    assert all(fact["wordings"] for fact in facts)
    assert all(fact["polarity"] in get_args(Polarity) for fact in facts)
    assert all(fact["certainty"] in get_args(Certainty) for fact in facts)
    slots = [words[slot] for fact in facts for words in fact["wordings"] for slot in words]
    assert all(slot and all(text.strip("[] ") for text in slot) for slot in slots)


def test_gold_for_factuality_names_words_of_its_sentences() -> None:
    lines = [json.loads(line) for line in SENTENCES.read_text("utf-8").splitlines()]
    assert len({line["text"] for line in lines}) == 150
    for line in lines:
        assert 1 <= len(line["facts"]) <= 3 and line["note"]
        for fact in line["facts"]:
            words = [fact["subject"], fact["object"], fact["attribution"] or fact["subject"]]
            assert all(word.lower() in line["text"].lower() for word in words)
            assert fact["polarity"] in get_args(Polarity) and fact["certainty"] in get_args(Certainty)
