"""Where articles come from: files, folders, addresses, standard input."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Container, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extract.errors import ExtractError
from extract.readers.draft import ReadFailure, ReadNote
from extract.readers.registry import known_suffixes

WORKSPACE_MARK, WRITTEN = ".newsgraph", "graph."
"""A folder that holds the first is a workspace; files there whose names begin with the second are results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One thing to open: ``source`` names it to people, ``suffix`` chooses its reader."""

    source: str
    suffix: str
    open: Callable[[], AbstractContextManager[BinaryIO]]


def places(name: str | Path) -> Iterator[Place | ReadFailure | ReadNote]:
    """Yield what an input stands for: ``-``, an ``http(s)://`` address, a file, or a folder's files."""
    text = str(name)
    if text == "-":
        yield Place(source="standard input", suffix=".txt", open=lambda: nullcontext(sys.stdin.buffer))
    elif text.startswith(("http://", "https://")):
        yield _page(text)
    elif os.path.isdir(text):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        yield from _folder(text)
    else:
        yield _file(text)


def _page(address: str) -> Place:
    from extract.readers.fetching import fetch, suffix_of

    return Place(source=address, suffix=suffix_of(address), open=lambda: fetch(address))


def _file(path: str) -> Place:
    def opened() -> BinaryIO:
        try:
            return Path(path).open("rb")
        except FileNotFoundError:
            if Path(path).is_symlink():
                raise ExtractError(f"a link to nothing ({shown(str(Path(path).readlink()))})") from None
            raise

    return Place(source=shown(path), suffix=Path(path).suffix, open=opened)


def _folder(top: str) -> Iterator[Place | ReadFailure | ReadNote]:
    """Yield a folder's articles sorted by path, and at the end one note about what is no article."""
    known = set(known_suffixes())
    skipped, empty = Counter[str](), True
    for item in _walk(top):
        if isinstance(item, str) and not _is_article(item, known):
            skipped[_sort(item)] += 1
            continue
        empty = False
        yield _file(item) if isinstance(item, str) else item
    if skipped:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(skipped.items()))
        yield ReadNote(source=shown(top), text=f"skipped {kinds}")
    if empty:
        yield ReadFailure(
            source=shown(top), reason=f"no articles in it; newsgraph reads {', '.join(known_suffixes())}"
        )


def _walk(top: str) -> Iterator[str | ReadFailure | ReadNote]:
    """Yield what is in a folder and below that is no folder; links to folders are followed, once."""
    waiting, seen = [top], set[tuple[int, int]]()
    while waiting:
        path = waiting.pop()
        try:
            if not Path(path).is_dir() or (path != top and _hidden(path)):
                yield path
                continue
            status = Path(path).stat()
            if (status.st_dev, status.st_ino) in seen:
                yield ReadNote(source=shown(path), text="a folder that was read already; skipped")
                continue
            seen.add((status.st_dev, status.st_ino))
            waiting += sorted((entry.path for entry in os.scandir(path)), reverse=True)
        except OSError as error:
            yield ReadFailure(source=shown(path), reason=why(error))


def _is_article(path: str, known: Container[str]) -> bool:
    """Whether the suffix is known; pipes and devices are not opened, dangling links are, to say so."""
    special = Path(path).exists() and not Path(path).is_file()
    return Path(path).suffix.lower() in known and not (_hidden(path) or _result(path) or special)


def _sort(path: str) -> str:
    if _hidden(path):
        return "hidden"
    return "written by newsgraph" if _result(path) else Path(path).suffix or "without suffix"


def _result(path: str) -> bool:
    """Whether newsgraph wrote it: building the folder that holds a workspace must not read that."""
    return Path(path).name.startswith(WRITTEN) and Path(path).with_name(WORKSPACE_MARK).is_dir()


def _hidden(path: str) -> bool:
    return Path(path).name.startswith(".")


def shown(path: str) -> str:
    """Return a path as one printable line of at most 300 characters, whatever bytes its name has."""
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in path)
    return line if len(line) <= 300 else f"{line[:299]}…"


def why(error: OSError) -> str:
    """Return the reason of an operating-system error in words, without the path.

    >>> why(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def open_place(place: Place) -> AbstractContextManager[BinaryIO]:
    """Open a place; ``ExtractError`` says in words why it cannot be."""
    try:
        return place.open()
    except OSError as error:
        raise ExtractError(why(error)) from None
