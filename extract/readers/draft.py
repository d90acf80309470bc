"""What a reader yields, before it is cleaned and becomes an ``Article``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from extract.errors import ExtractError

BYTES_AT_MOST = 64 * 1024 * 1024
"""A single-article file above this is refused unread, so that ``/dev/zero`` ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its file has it: nothing normalised, ``published`` in whatever form stood there.

    ``line`` is the line of the file (from 1) where one line is one article, else None. ``note`` is
    something the reader had to guess at and the user should know.
    """

    text: str
    title: str = ""
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    line: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFailure:
    """An input, or a line of one, that gave no article: where, and why in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNote:
    """Something worth a line to the user that is no failure: a skipped file, a guessed encoding."""

    source: str
    text: str


Reader = Callable[[BinaryIO, str], Iterator[Draft | ReadFailure]]
"""``(stream, source) → drafts``; ``source`` is the path or URL, for messages. Raises ``ExtractError``
when the input as a whole is no article, yields ``ReadFailure`` for a part of it that is none."""


def all_bytes(stream: BinaryIO) -> bytes:
    """Return the whole stream; ``ExtractError`` above ``BYTES_AT_MOST``."""
    data = stream.read(BYTES_AT_MOST + 1)
    if len(data) > BYTES_AT_MOST:
        raise ExtractError(f"larger than {BYTES_AT_MOST // 2**20} MiB, too large for one article; split it")
    return data
