"""Which reader reads what: a new kind of file is one file in this folder and one line here.

Other distributions add readers by the entry-point group ``newsgraph.readers``: the name is the suffix
(``.pdf``), the value a ``Reader``. A built-in suffix cannot be replaced.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from extract.errors import ExtractError
from extract.readers.draft import Reader
from extract.readers.jsonl import read_jsonl
from extract.readers.markdown import read_markdown
from extract.readers.text import read_lines, read_text
from extract.readers.web import read_html

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
}
LINE_READERS: dict[str, Reader] = {
    ".txt": read_lines,
    ".md": read_lines,
    ".jsonl": read_jsonl,  # a line is an article there anyway
}
"""Readers under ``--lines``; other kinds have no lines a person could count."""


def known_suffixes() -> list[str]:
    """Return the suffixes that can be read, built-in first, then those of entry points, sorted."""
    return [*READERS, *sorted(set(_entry_points()) - set(READERS))]


def reader_for(suffix: str, *, lines: bool = False) -> Reader:
    """Return the reader for a suffix such as ``.md`` (any case; ``""`` is read as ``.txt``).

    Raises ``ExtractError`` that lists the known suffixes for an unknown one.
    """
    key = suffix.lower() or ".txt"
    if lines:
        if key not in LINE_READERS:
            raise ExtractError(f"--lines reads {', '.join(LINE_READERS)}, not {key}")
        return LINE_READERS[key]
    if key in READERS:
        return READERS[key]
    if key in _entry_points():
        return _entry_points()[key].load()  # type: ignore[no-any-return]
    raise ExtractError(f"unknown type {key}; newsgraph reads {', '.join(known_suffixes())}")


@cache
def _entry_points() -> dict[str, EntryPoint]:
    return {point.name.lower(): point for point in entry_points(group="newsgraph.readers")}
