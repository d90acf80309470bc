"""Each reader alone: bytes in, drafts out."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ExtractError
from extract.readers.cleaning import clean, clean_line, unwrap
from extract.readers.dates import iso_date
from extract.readers.decoding import decode
from extract.readers.draft import Draft, ReadFailure
from extract.readers.fetching import suffix_of
from extract.readers.jsonl import read_jsonl
from extract.readers.markdown import plain_text, read_markdown, split_front_matter
from extract.readers.registry import known_suffixes, reader_for
from extract.readers.text import read_lines, read_text
from extract.readers.web import read_html


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("four\N{NO-BREAK SPACE}per\N{SOFT HYPHEN}cent", "four percent"),
        ("“Don’t”", "“Don’t”"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("a\x00b\x07c", "a b c"),
        ("a\N{ZERO WIDTH SPACE}b\N{RIGHT-TO-LEFT OVERRIDE}c\ufeff", "abc"),
        ("a \t  b  \n   c", "a b\nc"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("a\N{LINE SEPARATOR}b\x0cc", "a\nb\nc"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("👩\N{ZERO WIDTH JOINER}🚀", "👩\N{ZERO WIDTH JOINER}🚀"),
        ("   ", ""),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_clean_twice_is_clean_once(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
    once.encode("utf-8")  # no lone surrogates left
    assert "\n" not in clean_line(raw)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister\nleft the room.\n\nNobody spoke.", "The minister left the room.\n\nNobody spoke."),
        ("One sentence.\nAnother one.\nA third.", "One sentence.\nAnother one.\nA third."),
        (f"{'long ' * 30}\nthe end", f"{'long ' * 30}\nthe end"),
        ("a single line", "a single line"),
    ],
)
def test_unwrap(text: str, expected: str) -> None:
    assert unwrap(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-12-01", "2024-12-01"),
        ("2024-12-01T23:59:00-08:00", "2024-12-01"),
        ("2024-12-01 08:00", "2024-12-01"),
        ("20241201", "2024-12-01"),
        ("2024/12/01", "2024-12-01"),
        ("1 December 2024", "2024-12-01"),
        ("1st Dec 2024", "2024-12-01"),
        ("December 1, 2024", "2024-12-01"),
        ("Sept. 9, 2024", "2024-09-09"),
        ("Sun, 01 Dec 2024 08:15:00 GMT", "2024-12-01"),
    ],
)
def test_iso_date(text: str, expected: str) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize(
    "text", ["01/12/2024", "December 2024", "2024-13-01", "31 February 2024", "yesterday", "1 Foo 2024"]
)
def test_no_date(text: str) -> None:
    with pytest.raises(ExtractError, match="not understood"):
        iso_date(text)


SENTENCE = "Café “Olé” — the minister’s office"


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        (SENTENCE.encode(), False),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), False),
        (SENTENCE.encode("utf-16"), False),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), False),
        (SENTENCE.encode("utf-32"), False),
        (SENTENCE.encode("utf-16-le"), True),
        (SENTENCE.encode("utf-16-be"), True),
        (SENTENCE.encode("cp1252"), True),
    ],
)
def test_decode(data: bytes, noted: bool) -> None:
    text, note = decode(data)
    assert text == SENTENCE
    assert (note is not None) == noted


def test_decode_mends_a_file_cut_in_the_middle_of_a_character() -> None:
    text, note = decode("Café. Olé. “".encode()[:-1])
    assert text == "Café. Olé. \ufffd"
    assert note is not None
    assert "1 broken" in note


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"%PDF-1.7\nplain looking", "PDF file"),
        (b"PK\x03\x04" + bytes(range(256)), "ZIP"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
        (b"\xff\xfe\x00\xd8\x41", "UTF-16"),
        (b"\x01\x02text\x03\x04" * 100, "binary"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(ExtractError, match=reason):
        decode(data)


@pytest.mark.parametrize(
    ("data", "title", "text"),
    [
        (
            "Talks fail\n\nThe minister left.\n\nNobody spoke.",
            "Talks fail",
            "The minister left.\n\nNobody spoke.",
        ),
        ("The minister left.\nNobody spoke.", "", "The minister left.\nNobody spoke."),
        ("The minister left.", "", "The minister left."),
        ("\n\nTalks fail\n\nThe minister left.", "Talks fail", "The minister left."),
        (f"{'A long paragraph. ' * 30}\n\nEnd.", "", f"{'A long paragraph. ' * 30}".strip() + "\n\nEnd."),
    ],
)
def test_text(data: str, title: str, text: str) -> None:
    [draft] = read_text(io.BytesIO(data.encode()), "x.txt")
    assert (draft.title, draft.text.strip()) == (title, text)


def test_lines_keep_their_numbers() -> None:
    drafts = list(read_lines(io.BytesIO(b"one\r\n\r\n  \r\ntwo\rthree"), "x.txt"))
    assert [(d.text, d.line) for d in drafts] == [("one", 1), ("two", 4), ("three", 5)]


@pytest.mark.parametrize(
    ("markdown", "title", "text"),
    [
        ("# Talks *fail*\n\nThe **minister** left.", "Talks fail", "The minister left."),
        ("Talks fail\n==========\n\nBody.", "Talks fail", "Body."),
        ("A\nwrapped\nparagraph.\n\nNext.", "", "A wrapped paragraph.\n\nNext."),
        ("- one\n- two\n  - three", "", "one\n\ntwo\n\nthree"),
        ("> “Quoted”\n> words", "", "“Quoted” words"),
        (
            "[The minister](http://a.example 'x') and ![a picture](p.png) <b>left</b>.",
            "",
            "The minister and left.",
        ),
        ("Before\n\n```\ncode = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter", "", "Before\n\nAfter"),
        ("snake_case and 2 * 3 * 4 stay", "", "snake_case and 2 * 3 * 4 stay"),
        ("AT&amp;T &copy; `x`", "", "AT&T © x"),
        ("## A lower heading\n\nText.", "", "A lower heading\n\nText."),
    ],
)
def test_plain_text(markdown: str, title: str, text: str) -> None:
    assert plain_text(markdown) == (title, text)


MARKDOWN = """---
title: "Harbour strike: day nine"
date: 2024-12-03
publisher: The Lindmark Post
url: https://lindmark.example/strike
fiction: true
tags: [harbour, strike]
---
# Harbour strike: day nine

The dockworkers *returned* to work.
"""


def test_front_matter() -> None:
    assert list(read_markdown(io.BytesIO(MARKDOWN.encode()), "x.md")) == [
        Draft(
            text="The dockworkers returned to work.",
            title="Harbour strike: day nine",
            published="2024-12-03",
            publisher="The Lindmark Post",
            url="https://lindmark.example/strike",
        )
    ]


def test_a_heading_unlike_the_title_is_kept() -> None:
    [draft] = read_markdown(io.BytesIO(b"---\ntitle: One\n---\n# Two\n\nBody."), "x.md")
    assert isinstance(draft, Draft)
    assert (draft.title, draft.text) == ("One", "Two\n\nBody.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: Half writ", "never closed"),
        ("---\ntitle: Talks: they fail\n---\nBody", "line 2: .*quote"),
        ("---\ntitle: [open\n---\nBody", "front matter, line"),
        ("---\njust words\n---\nBody", "key: value"),
        ("---\n- a\n- b\n---\nBody", "key: value"),
        ("---\n" + "[" * 5000 + "\n---\nBody", "front matter"),
        ("---\ntitle: \x01\n---\nBody", "not YAML"),
    ],
)
def test_broken_front_matter(text: str, reason: str) -> None:
    with pytest.raises(ExtractError, match=reason):
        split_front_matter(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n---\nBody", ({}, "Body")),
        ("---\ntitle: 2024\ndate: 2024-99-99\n---\nB", ({"title": "2024", "date": "2024-99-99"}, "B")),
        ("---\nA rule, then text.", ({}, "---\nA rule, then text.")),
        ("No front matter", ({}, "No front matter")),
        ("---\na: &x [1]\nb: *x\ntitle: T\n...\nBody", ({"title": "T"}, "Body")),
    ],
)
def test_split_front_matter(text: str, expected: tuple[dict[str, str], str]) -> None:
    assert split_front_matter(text) == expected


JSONL = """{"text": "Kyiv refused.", "title": "T", "published": "2024-12-01", "publisher": "P", "url": "u"}

{"text": "half
["a list"]
{"title": "no text"}
{"text": 7}
{"text": "Moscow insisted.", "title": null}
{"text": "x", "published": 2024}
"""


def test_jsonl() -> None:
    items = list(read_jsonl(io.BytesIO(JSONL.encode()), "a.jsonl"))
    assert [item for item in items if isinstance(item, Draft)] == [
        Draft(text="Kyiv refused.", title="T", published="2024-12-01", publisher="P", url="u", line=1),
        Draft(text="Moscow insisted.", line=7),
    ]
    [failure] = [item for item in items if isinstance(item, ReadFailure)]
    assert failure.source == "a.jsonl:3"
    assert failure.reason.startswith("not JSON")
    assert failure.reason.endswith("; 4 more lines are no articles")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "half', "not JSON"),
        ('["a list"]', "not a JSON object"),
        ('{"title": "no text"}', '"text"'),
        ('{"text": 7}', '"text"'),
        ('{"text": "x", "published": 2024}', '"published"'),
    ],
)
def test_jsonl_says_what_is_wrong(line: str, reason: str) -> None:
    [failure] = read_jsonl(io.BytesIO(line.encode()), "a.jsonl")
    assert isinstance(failure, ReadFailure)
    assert reason in failure.reason


def test_relations_that_extract_printed_are_no_articles() -> None:
    line = b'{"subject": {}, "predicate": {}, "object": {}, "title": ""}\n'
    [failure] = read_jsonl(io.BytesIO(line * 400), "a.jsonl")
    assert failure == ReadFailure(
        source="a.jsonl:1", reason="no articles but relations that newsgraph extract printed"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_jsonl_encodings(encoding: str) -> None:
    [draft] = read_jsonl(io.BytesIO('{"text": "Café Olé"}\n'.encode(encoding)), "a.jsonl")
    assert isinstance(draft, Draft)
    assert draft.text == "Café Olé"


def test_jsonl_survives_deep_nesting_and_a_line_without_end() -> None:
    deep = b'{"text": ' + b"[" * 100_000 + b"\n"
    endless = b'{"text": "' + b"x" * (17 * 2**20) + b'"}\n'
    items = list(read_jsonl(io.BytesIO(deep + endless + b'{"text": "Kyiv refused."}\n'), "a.jsonl"))
    assert [getattr(item, "source", "read") for item in items] == ["read", "a.jsonl:1"]


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Harbour strike ends after nine days | The Lindmark Post</title>
<meta property="og:site_name" content="The Lindmark Post">
<meta property="og:title" content="Harbour strike ends after nine days">
<meta property="article:published_time" content="2024-12-03T08:15:00+01:00">
<link rel="canonical" href="https://lindmark.example/harbour-strike">
<script>var x="tracking the reader";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li>Subscribe now</li></ul></nav>
<header><h1>Harbour strike ends after nine days</h1></header>
<article><p>The dockworkers of Lindmark returned to work on Tuesday after their union accepted an offer.</p>
<p>“We did not get everything,” said Marta Ruhl, who leads the union of the café workers.</p>
<p>The mayor, Jonas Feld, praised both sides for the agreement and thanked the mediators.</p></article>
<aside><h3>Read more</h3><a href="/x">Ten beaches to see</a></aside>
<footer>© 2026 The Lindmark Post. Cookie settings. 14 March 2026</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_html(charset: str) -> None:
    [draft] = read_html(io.BytesIO(PAGE.format(charset=charset).encode(charset)), "page.html")
    assert (draft.title, draft.published, draft.publisher, draft.url) == (
        "Harbour strike ends after nine days",
        "2024-12-03",
        "The Lindmark Post",
        "https://lindmark.example/harbour-strike",
    )
    assert draft.text.startswith("The dockworkers of Lindmark returned")
    assert (
        "“We did not get everything,” said Marta Ruhl, who leads the union of the café workers." in draft.text
    )
    for boilerplate in ("Subscribe", "beaches", "Cookie", "tracking", "Home"):
        assert boilerplate not in draft.text


def test_a_page_without_a_date_gets_none_from_its_copyright_line() -> None:
    page = PAGE.format(charset="utf-8").replace("2024-12-03T08:15:00+01:00", "")
    [draft] = read_html(io.BytesIO(page.encode()), "page.html")
    assert draft.published is None


@pytest.mark.parametrize(
    "markup",
    [
        b"<div>" * 100_000 + b"<p>The minister left.</p>",
        b"<" * 300_000,
        b"<!--" * 100_000,
        b"<html><head><title>x</title></head></html>",
        b"",
        b"<html><body><p>" + b"The minister left. " * 600_000 + b"</p></body></html>",
    ],
)
def test_hostile_html_is_one_clear_failure(markup: bytes) -> None:
    with pytest.raises(ExtractError, match=r"no article found|too large"):
        list(read_html(io.BytesIO(markup), "page.html"))


def test_unclosed_tags_are_no_obstacle() -> None:
    [draft] = read_html(
        io.BytesIO(b"<p>Talks <b>failed <i>on Monday in the capital.<p>The army left <a href='x"), "p"
    )
    assert "Talks failed on Monday in the capital." in draft.text


@pytest.mark.parametrize(
    ("suffix", "reader"), [(".txt", read_text), (".TXT", read_text), ("", read_text), (".htm", read_html)]
)
def test_reader_for(suffix: str, reader: object) -> None:
    assert reader_for(suffix) is reader


@pytest.mark.parametrize(("suffix", "lines"), [(".docx", False), (".html", True)])
def test_an_unknown_type_names_the_known(suffix: str, lines: bool) -> None:
    with pytest.raises(ExtractError, match=r"\.txt, \.md"):
        reader_for(suffix, lines=lines)


def test_known_suffixes() -> None:
    assert known_suffixes()[:5] == [".txt", ".md", ".html", ".htm", ".jsonl"]


@pytest.mark.parametrize(
    ("address", "suffix"),
    [
        ("https://a.example/talks", ".html"),
        ("https://a.example/talks.php?x=.txt", ".html"),
        ("http://a.example/talks.TXT", ".txt"),
    ],
)
def test_suffix_of(address: str, suffix: str) -> None:
    assert suffix_of(address) == suffix
