"""Pages by address, when the user gives one; nothing else in newsgraph touches the network."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from extract.errors import ExtractError
from extract.readers.draft import all_bytes

_SECONDS = 30
_AGENT = "newsgraph (reads single pages for its user)"
_PLAIN = {".txt", ".md", ".jsonl"}


def suffix_of(address: str) -> str:
    """Return the suffix that chooses the reader: what the path ends in if text, else ``.html``.

    >>> suffix_of("https://paper.example/2024/talks.jsonl?x=1"), suffix_of("https://paper.example/talks")
    ('.jsonl', '.html')
    """
    suffix = PurePosixPath(urlsplit(address).path).suffix.lower()
    return suffix if suffix in _PLAIN else ".html"


def fetch(address: str) -> BinaryIO:
    """Return the bytes behind an ``http(s)`` address; ``ExtractError`` says why it did not come."""
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    try:
        with urlopen(Request(address, headers={"User-Agent": _AGENT}), timeout=_SECONDS) as answer:
            return io.BytesIO(all_bytes(answer))
    except HTTPError as error:
        reason = f"the server answered {error.code} {error.reason}"
    except URLError as error:
        reason = f"could not be fetched ({error.reason})"
    except (OSError, HTTPException, ValueError) as error:
        reason = f"could not be fetched ({error})"
    raise ExtractError(f"{reason}; save the page and give newsgraph the file")
