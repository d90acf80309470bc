"""What holds of every reading, whatever the text: true offsets, order, and no word of other articles."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.articles import make_article
from extract.errors import ExtractError
from extract.language import load_language
from extract.model import Article, Mention, Reading, Triple
from extract.reading import EXTRACTORS, nary, read_all, read_article

SENTENCES = [
    "Kenya sold the ships to Norway.",
    "The minister, Anna Novak, did not sign the treaty.",
    '"We sold the ships," Anna Novak said.',
    "“Norway bought the trucks,” he said. “It paid in May.”",
    "Macron and Scholz met in Berlin on 3 May 2024.",
    "Egypt demanded that Sudan close the dam and leave the port.",
    "Novak’s lawyer said (on Monday) that he would sue the bank – if it paid.",
    "Neither France nor Spain signed; Italy's army, however, did.",
    "The U.S. dollar fell 3.5%, to $1.2bn, i.e. less than Apple Inc. had hoped for...",
    "Crimea was annexed by Russia in 2014.",
    "He denied it.",
    "What Egypt closed was the dam, wasn't it?",
    "ZÜRICH (Reuters) - São Tomé’s president, Łukasz Żółć, met Nguyễn Phú Trọng.",
    "Пекин и Москва подписали договор.",
    "共同社报道说，日本首相访问了北京。",
    "👍🏽 Naïve café — e\u0301tude, \u202eright-to-left\u202c, zero\u200bwidth.",
]
GLUE = [
    "",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n \n",
    "\t",
    " \xa0",
    "\r\n",
    '"',
    " “",
    "” ",
    "'",
    " — ",
    "\ufeff",
    "(",
    ")",
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(SENTENCES), st.sampled_from(GLUE), st.text(max_size=12)), min_size=1, max_size=8
).map("".join)
SOME_SECONDS = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def article_of(text: str) -> Article | None:
    """The article as the reader's door cleans it; None where nothing is left."""
    try:
        return make_article(text)
    except ExtractError:
        return None


def read(article: Article) -> Reading:
    return read_article(load_language(), article)


def mentions_of(triple: Triple) -> list[Mention]:
    said = [triple.attribution.speaker] if triple.attribution else []
    return [triple.subject, triple.object, *said]


def check_offsets(article: Article, reading: Reading) -> None:
    """Every offset points at the words that stand beside it."""
    for mention in [*reading.mentions, *(m for t in reading.triples for m in mentions_of(t))]:
        assert article.text[mention.start : mention.end] == mention.text
        assert mention.text.strip() and mention.name.strip()
    for triple in reading.triples:
        evidence = triple.evidence
        assert evidence.article == article.id
        assert article.text[evidence.start : evidence.end] == evidence.sentence
        assert evidence.sentence == evidence.sentence.strip() != ""
        for argument in (triple.subject, triple.object):
            assert evidence.start <= argument.start < argument.end <= evidence.end
        assert 0 <= triple.confidence <= 1
        assert triple.predicate.text.strip() != "" != triple.predicate.lemma.strip()


@pytest.mark.parametrize("text", SENTENCES, ids=lambda text: text[:40])
def test_offsets_point_at_the_words_beside_them(text: str) -> None:
    article = make_article(text)
    check_offsets(article, read(article))


@SOME_SECONDS
@given(TEXTS)
def test_any_text_is_read_without_a_crash_and_with_true_offsets(text: str) -> None:
    article = article_of(text)
    if article is not None:
        check_offsets(article, read(article))


def test_a_text_may_break_off_after_any_word() -> None:
    words = " ".join(SENTENCES[:10]).split(" ")
    for stop in range(1, len(words)):
        article = make_article(" ".join(words[:stop]))
        check_offsets(article, read(article))


BROKEN_OFF = ["have", "'s", "not", "has yet to", "according to", "of", "if", "“", "than", "whose", "neither"]


@pytest.mark.parametrize("end", BROKEN_OFF)
@pytest.mark.parametrize("start", ["They said they", "Kenya sold ships that Norway", "", "If Kenya"])
def test_an_article_cut_off_in_a_sentence(start: str, end: str) -> None:
    article = make_article(f"{start} {end}")
    check_offsets(article, read(article))


@SOME_SECONDS
@given(TEXTS)
def test_reading_again_gives_the_same(text: str) -> None:
    article = article_of(text)
    if article is not None:
        assert read(article) == read(article)


@SOME_SECONDS
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_an_article_is_read_the_same_in_any_company(texts: list[str]) -> None:
    articles = [a for a in map(article_of, texts) if a is not None]
    together = list(read_all(load_language(), articles))
    backwards = list(read_all(load_language(), reversed(articles)))
    assert together == [read(a) for a in articles]
    assert together == backwards[::-1]


def test_triples_stand_in_text_order_each_once_and_none_on_itself() -> None:
    reading = read(make_article(" ".join(SENTENCES)))
    starts = [(t.evidence.start, t.subject.start, t.object.start) for t in reading.triples]
    assert starts == sorted(starts)
    assert len(set(reading.triples)) == len(reading.triples) > 20
    assert all(t.subject.name.casefold() != t.object.name.casefold() for t in reading.triples)
    assert [m.start for m in reading.mentions] == sorted(m.start for m in reading.mentions)


def test_a_sentence_never_runs_over_a_line_break() -> None:
    reading = read(make_article("Kenya sold the ships to\n\nNorway bought the trucks."))
    assert all("\n" not in t.evidence.sentence for t in reading.triples)


def test_one_record_a_clause_keeps_further_arguments_beside_it() -> None:
    reading = read(make_article("Kenya sold the ships to Norway in May."))
    records = list(nary(reading.triples))
    assert [(r.surface.subject, r.surface.predicate, r.surface.object) for r in records] == [
        ("Kenya", "sold", "the ships")
    ]
    assert records[0].adjuncts == ("to Norway", "in May")
    assert set(records) < set(reading.triples)


def test_extractors_are_known_by_name() -> None:
    assert {"verbal", "copular", "demanded", "appositional", "possessive"} <= set(EXTRACTORS)


def test_the_same_bytes_under_another_hash_seed() -> None:
    program = (
        "import json, sys; from dataclasses import asdict; from extract.articles import make_article\n"
        "from extract.language import load_language; from extract.reading import read_article\n"
        "print(json.dumps(asdict(read_article(load_language(), make_article(sys.stdin.read())))))"
    )
    text = "\n\n".join(SENTENCES)
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program],
            input=text,
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0]) == json.loads(json.dumps(asdict(read(make_article(text)))))


def test_a_reading_of_nothing_is_empty(reading_of: Callable[[str], Reading]) -> None:
    assert reading_of("Rain.").triples == ()
