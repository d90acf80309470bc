"""Plain text (.txt, standard input): one article a file, or one a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from extract.readers.cleaning import clean, unwrap
from extract.readers.decoding import decode
from extract.readers.draft import Draft, all_bytes

_TITLE_AT_MOST = 300
"""Characters; a longer first line before a blank line is a paragraph, and losing it would lose facts."""


def read_text(stream: BinaryIO, source: str) -> Iterator[Draft]:  # noqa: ARG001 - Reader's signature
    """Yield the file's one article; its first line is the title where a blank line follows it."""
    raw, note = decode(all_bytes(stream))
    text = clean(raw)
    first, _, rest = text.partition("\n")
    titled = rest.startswith("\n") and len(first) <= _TITLE_AT_MOST
    yield Draft(text=unwrap(rest if titled else text), title=first if titled else "", note=note)


def read_lines(stream: BinaryIO, source: str) -> Iterator[Draft]:  # noqa: ARG001 - Reader's signature
    """Yield every line that is not blank as an article of its own, with its line number from 1."""
    raw, note = decode(all_bytes(stream))
    for number, line in enumerate(raw.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line.strip():
            yield Draft(text=line, line=number, note=note)
            note = None
