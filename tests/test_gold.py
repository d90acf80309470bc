from __future__ import annotations

import json
import lzma
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from benchmarks import gum_synsets, synsets
from extract.model import Certainty, Polarity, Surface

GUM = sorted(gum_synsets.GOLD.glob("*.json"))
ARTICLES = sorted(synsets.GOLD.glob("*.json"))
BRIDGE = ["The", "mayor", "'s", "oldest", "ally", "wo", "n't", "cross", "the", "bridge", "in", "Ghent", "."]


def gold(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


def facts(path: Path) -> list[dict[str, Any]]:
    return [fact for sentence in gold(path)["sentences"] for fact in sentence["facts"]]


def slots(path: Path) -> list[str]:
    """All wordings of all slots, and the attributions."""
    found = [
        text for fact in facts(path) for words in fact["wordings"] for slot in words.values() for text in slot
    ]
    return found + [fact["attribution"] for fact in facts(path) if fact["attribution"] is not None]


def surface(subject: str, predicate: str, obj: str) -> Surface:
    return Surface(subject=subject, predicate=predicate, object=obj)


def bare(text: str) -> str:
    """A wording without all that may be left out."""
    while (shorter := re.sub(r"\[[^\[\]]*\]", "", text)) != text:
        text = shorter
    return " ".join(text.split())


def test_there_are_six_articles_and_six_documents() -> None:
    assert len(ARTICLES) >= 6 and len(GUM) >= 6


@pytest.mark.parametrize("path", GUM, ids=lambda path: path.stem)
def test_gold_of_a_document_names_its_sentences_in_order(path: Path) -> None:
    document = gold(path)
    assert document["article"] == path.stem and document["blind"] is True
    assert document["statement"] and document["conventions"] and document["source"]
    ids = [sentence["id"] for sentence in document["sentences"]]
    assert all(name.rpartition("-")[0] == path.stem for name in ids)
    numbers = [int(name.rpartition("-")[2]) for name in ids]
    assert len(ids) >= 12 and numbers == sorted(set(numbers))


@pytest.mark.parametrize("path", GUM, ids=lambda path: path.stem)
def test_wordings_of_a_document_are_offsets_and_hold_no_text(path: Path) -> None:
    for text in slots(path):
        pieces = gum_synsets.PIECE.findall(text)
        assert "".join(piece[0] for piece in gum_synsets.PIECE.finditer(text)) == text and pieces
        ranges = re.findall(r"(\d+)-(\d+)", text)
        assert all(1 <= int(first) < int(last) for first, last in ranges)
        assert len(re.findall(r"'[^'\s]+'", text)) <= 3
    assert all(set(sentence) == {"id", "facts"} for sentence in gold(path)["sentences"])


@pytest.mark.parametrize("path", ARTICLES + GUM, ids=lambda path: path.stem)
def test_every_fact_is_whole_and_said_once(path: Path) -> None:
    for fact in facts(path):
        assert set(fact) == {"wordings", "polarity", "certainty", "attribution"} and fact["wordings"]
        assert fact["polarity"] in get_args(Polarity) and fact["certainty"] in get_args(Certainty)
        assert all(set(words) == set(gum_synsets.SLOTS) and all(words.values()) for words in fact["wordings"])
    for sentence in gold(path)["sentences"]:
        said = [json.dumps(fact["wordings"]) for fact in sentence["facts"]]
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("path", ARTICLES + GUM, ids=lambda path: path.stem)
def test_brackets_close_and_leave_something(path: Path) -> None:
    for text in slots(path):
        depth = [text[: i + 1].count("[") - text[: i + 1].count("]") for i in range(len(text))]
        assert min(depth) >= 0 and depth[-1] == 0
        assert re.search(r"\w", bare(text)), text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_wording_with_and_without_its_brackets_is_found(path: Path) -> None:
    for fact in facts(path):
        for wording in fact["wordings"]:
            chosen = [wording[slot][-1] for slot in gum_synsets.SLOTS]
            subject, predicate, obj = (re.sub(r"[\[\]]", "", text) for text in chosen)
            assert synsets.words_fact(surface(subject, predicate, obj), fact)
            assert synsets.words_fact(surface(*(bare(text) for text in chosen)), fact)
            assert not synsets.words_fact(surface(subject, "zzz", obj), fact)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("2", "mayor"),
        ("[1] 2", "[The] mayor"),
        ("[[1] 2-3] 4-5", "[[The] mayor 's] oldest ally"),
        ("'is' [9] 'of'", "is [the] of"),
        ("10 [11-12]", "bridge [in Ghent]"),
        ("12 10", "Ghent bridge"),
    ],
)
def test_offsets_become_words(wording: str, expected: str) -> None:
    assert gum_synsets.words(wording, BRIDGE) == expected


@pytest.mark.parametrize("wording", ["0", "14", "3-2", "12-14", "the", "2,3", "'of"])
def test_what_is_no_offset_is_an_error_that_names_it(wording: str) -> None:
    with pytest.raises(ValueError, match=re.escape(wording.split(",")[0])):
        gum_synsets.words(wording, BRIDGE)


def test_a_document_is_read_from_the_treebank(tmp_path: Path) -> None:
    rows = [f"{i}\t{word}\t_\tNOUN\t_\t_\t{i - 1}\tdep\t_\t_" for i, word in enumerate(BRIDGE, 1)]
    rows.insert(5, "6-7\twon't" + "\t_" * 8)
    text = "The mayor's oldest ally won't cross the bridge in Ghent."
    block = ["# newdoc id = GUM_x", "# sent_id = GUM_x-1", f"# text = {text}", *rows]
    (tmp_path / "t.conllu.xz").write_bytes(lzma.compress(("\n".join(block) + "\n\n").encode()))
    wording = {"subject": ["[1-3] [4] 5"], "relation": ["6-7 8", "8"], "object": ["[9] 10"]}
    fact = {"wordings": [wording], "polarity": "negated", "certainty": "planned", "attribution": "1-2"}
    made = {"article": "GUM_x", "treebank": "t.conllu.xz", "sentences": [{"id": "GUM_x-1", "facts": [fact]}]}
    (tmp_path / "GUM_x.json").write_text(json.dumps(made), "utf-8")
    document = next(gum_synsets.documents(tmp_path, tmp_path))
    assert document["body"] == document["sentences"][0]["text"] == text
    found = document["sentences"][0]["facts"][0]
    assert found["attribution"] == "The mayor"
    assert synsets.words_fact(surface("The mayor's oldest ally", "won't cross", "the bridge"), found)
    assert synsets.words_fact(surface("ally", "cross", "bridge"), found)
    assert not synsets.words_fact(surface("ally", "cross", "the bridge in Ghent"), found)
