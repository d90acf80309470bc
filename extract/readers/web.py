"""Web pages (.html, .htm, URLs): the article without menus and notices. The only file on trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.errors import ExtractError
from extract.readers.decoding import decode
from extract.readers.draft import Draft, all_bytes

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_LAST_DATE = "2999-12-31"
"""htmldate would compare with today's date, and the same page would then read differently tomorrow."""


def read_html(stream: BinaryIO, source: str) -> Iterator[Draft]:
    """Yield the page's article: title, date, publisher and body as trafilatura finds them, offline.

    Raises ``ExtractError`` for a page that has no article.
    """
    markup, note = _markup(all_bytes(stream))
    found = _extracted(markup, source if source.startswith(("http://", "https://")) else None)
    if found is None or not (found.text or "").strip():
        raise ExtractError("no article found in the page; save its text as .txt")
    yield Draft(
        text=found.text,
        title=found.title or "",
        published=found.date,
        publisher=found.sitename or found.hostname,
        url=found.url,
        note=note,
    )


def _markup(data: bytes) -> tuple[str, str | None]:
    """Decode by the page's own declaration where it has a true one, else as any text."""
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii")), None
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _extracted(markup: str, url: str | None) -> Any:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks are not for our users
    dates = {"original_date": True, "extensive_search": False, "max_date": _LAST_DATE}
    try:
        tree = trafilatura.load_html(markup)
        if tree is None:
            return None
        for footer in tree.xpath("//footer[not(ancestor::article)]"):
            footer.drop_tree()  # its dates are the site's, not the article's
        return trafilatura.bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dates,
        )
    except (RecursionError, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ExtractError(
            f"page could not be parsed ({type(error).__name__}); save its text as .txt"
        ) from None
