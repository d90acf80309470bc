"""Markdown (.md) with YAML front matter: the prose without the marks.

Parsed with markdown-it-py (CommonMark 0.31 with tables), the parser that rich brings anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from extract.errors import ExtractError
from extract.readers.decoding import decode
from extract.readers.draft import Draft, all_bytes

if TYPE_CHECKING:
    from markdown_it.token import Token

_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*:( |$)")


def read_markdown(stream: BinaryIO, source: str) -> Iterator[Draft]:  # noqa: ARG001 - Reader's signature
    """Yield the file's one article.

    Of the front matter ``title``, ``date``, ``publisher`` and ``url`` count; a first-level heading at
    the top is the title where the front matter has none. Code, tables, images and raw HTML are no
    prose and are left out; every heading and list item is a paragraph of its own.
    """
    raw, note = decode(all_bytes(stream))
    head, body = split_front_matter(raw.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))
    title, text = plain_text(body)
    front_title = head.get("title", "")
    if front_title and title and front_title != title:
        text = f"{title}\n\n{text}"  # a heading that says something else than the title is text
    yield Draft(
        text=text,
        title=front_title or title,
        published=head.get("date"),
        publisher=head.get("publisher"),
        url=head.get("url"),
        note=note,
    )


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the front matter's plain values by key, and the text below it.

    Raises ``ExtractError``, with the line, when it is never closed or is no YAML mapping.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        if len(lines) > 1 and _KEY_LINE.match(lines[1]):
            raise ExtractError("front matter is never closed; end it with a line of ---")
        return {}, text  # a rule, not front matter
    return _mapping("\n".join(lines[1:end])), "\n".join(lines[end + 1 :])


def _mapping(block: str) -> dict[str, str]:
    import yaml

    try:
        # BaseLoader keeps every value a string: no dates that raise, no "no" that becomes False.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ExtractError(
            f"front matter, line {line}: {error.problem}; quote a value that has a colon"
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())[:80]
        raise ExtractError(f"front matter is not YAML ({reason})") from None
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, dict):
        raise ExtractError("front matter is not a list of “key: value” lines")
    return {key: value for key, value in loaded.items() if isinstance(key, str) and isinstance(value, str)}


def plain_text(markdown: str) -> tuple[str, str]:
    r"""Return the first-level heading at the top (or ``""``) and the rest as plain paragraphs.

    >>> plain_text("# Talks *fail*\n\nThe [minister](http://a.b) **left**.\n\n- one\n- two")
    ('Talks fail', 'The minister left.\n\none\n\ntwo')
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    titled = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    paragraphs = list(_paragraphs(tokens))
    if titled and paragraphs:
        return paragraphs[0], "\n\n".join(paragraphs[1:])
    return "", "\n\n".join(paragraphs)


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    in_table = 0
    for token in tokens:
        in_table += (token.type == "table_open") - (token.type == "table_close")
        if token.type == "inline" and not in_table:
            words = " ".join(_inline(token.children or ()).split())
            if words:
                yield words


def _inline(tokens: Sequence[Token]) -> str:
    parts = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": " "}
    return "".join(parts[t.type] or t.content for t in tokens if t.type in parts)
