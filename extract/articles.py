"""Inputs → articles: the door where text is cleaned, dated and given its id.

A bad input never stops the others: it becomes a ``ReadFailure`` in the stream.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ExtractError
from extract.model import Article
from extract.readers.cleaning import clean, clean_line
from extract.readers.dates import iso_date
from extract.readers.draft import Draft, ReadFailure, ReadNote
from extract.readers.places import Place, open_place, places, why
from extract.readers.registry import reader_for

__all__ = ["Located", "ReadFailure", "ReadNote", "make_article", "read_articles"]

CHARACTERS_AT_MOST = 1_000_000
"""Of one article's text, about 170,000 words; spaCy refuses longer documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An article and where it was read: ``source`` is a path, an address or ``file:line``;
    ``line`` the line (from 1) where every line was asked to be an article, else None.
    """

    article: Article
    source: str
    line: int | None = None


def read_articles(
    inputs: Iterable[str | Path | Article], *, lines: bool = False
) -> Iterator[Located | ReadFailure | ReadNote]:
    """Yield the articles of files, folders (recursively, sorted), http(s) addresses and ``-`` (stdin).

    An ``Article`` among the inputs is passed on as it is. With ``lines`` every line of a file is an
    article of its own and repeated lines are repeated; without, an article that was yielded already is
    not yielded again. Never raises for an input.
    """
    seen: set[str] = set()
    for name in inputs:
        for item in _items(name, lines=lines):
            if lines or not isinstance(item, Located):
                yield item
            elif item.article.id in seen:
                yield ReadNote(source=item.source, text="the same article again; read once")
            else:
                seen.add(item.article.id)
                yield item


def make_article(
    text: str,
    *,
    title: str = "",
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Article:
    """Return a cleaned article with its id: 16 hexadecimal digits of the SHA-256 of its content.

    ``published`` is a full date in any usual form. Raises ``ExtractError`` for a text that is empty
    or too long and for a date that cannot be read.

    >>> make_article("Russia demanded guarantees.", published="1 December 2024").published
    '2024-12-01'
    """
    body = clean(text)
    if not body:
        raise ExtractError("no text in it")
    if len(body) > CHARACTERS_AT_MOST:
        raise ExtractError(f"{len(body):,} characters are too many for one article; split it")
    fields = {
        "title": clean_line(title),
        "text": body,
        "published": iso_date(published) if published and published.strip() else None,
        "publisher": clean_line(publisher) or None,
        "url": clean_line(url) or None,
    }
    content = json.dumps(list(fields.values()), ensure_ascii=True)
    return Article(id=hashlib.sha256(content.encode()).hexdigest()[:16], **fields)  # type: ignore[arg-type]


def _items(name: str | Path | Article, *, lines: bool) -> Iterator[Located | ReadFailure | ReadNote]:
    if isinstance(name, Article):
        yield Located(article=name, source=f"article {name.id}")
        return
    for place in places(name):
        yield from _read(place, lines=lines) if isinstance(place, Place) else [place]


def _read(place: Place, *, lines: bool) -> Iterator[Located | ReadFailure | ReadNote]:
    count = 0
    try:
        reader = reader_for(place.suffix, lines=lines)
        with open_place(place) as stream:
            for draft in reader(stream, place.source):
                count += 1
                yield from (
                    [draft] if isinstance(draft, ReadFailure) else _located(draft, place.source, lines=lines)
                )
        if not count:
            yield ReadFailure(source=place.source, reason="no text in it")
    except ExtractError as error:
        yield ReadFailure(source=place.source, reason=str(error))
    except OSError as error:
        yield ReadFailure(source=place.source, reason=why(error))
    except Exception as error:  # a reader of another distribution may raise anything
        yield ReadFailure(
            source=place.source, reason=f"{type(error).__name__}: {' '.join(str(error).split())}"
        )


def _located(draft: Draft, source: str, *, lines: bool) -> Iterator[Located | ReadFailure | ReadNote]:
    where = source if draft.line is None else f"{source}:{draft.line}"
    if draft.note:
        yield ReadNote(source=where, text=draft.note)
    published = draft.published
    try:
        if published and published.strip():
            iso_date(published)
    except ExtractError as error:
        yield ReadNote(source=where, text=f"{error}; read without a date")
        published = None
    try:
        article = make_article(
            draft.text,
            title=draft.title,
            published=published,
            publisher=draft.publisher,
            url=draft.url,
        )
        yield Located(article=article, source=where, line=draft.line if lines else None)
    except ExtractError as error:
        yield ReadFailure(source=where, reason=str(error))
