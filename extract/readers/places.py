"""Where articles come from: files, folders, addresses, standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extract.errors import ExtractError
from extract.readers.draft import ReadFailure, ReadNote
from extract.readers.registry import known_suffixes


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
    elif Path(text).is_dir():
        yield from _folder(text)
    else:
        yield _file(text)


def _page(address: str) -> Place:
    from extract.readers.fetching import fetch, suffix_of

    return Place(source=address, suffix=suffix_of(address), open=lambda: fetch(address))


def _file(path: str) -> Place | ReadFailure:
    def opened() -> BinaryIO:
        return Path(path).open("rb")

    if os.path.islink(path) and not os.path.exists(path):  # noqa: PTH114, PTH110
        return ReadFailure(source=shown(path), reason=f"a link to nothing ({shown(os.readlink(path))})")  # noqa: PTH115
    return Place(source=shown(path), suffix=Path(path).suffix, open=opened)


def _folder(top: str) -> Iterator[Place | ReadFailure | ReadNote]:
    """Yield a folder's articles, sorted by path; links to folders are followed, each folder read once."""
    known = set(known_suffixes())
    waiting, seen, skipped = [top], set[tuple[int, int]](), Counter[str]()
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)  # noqa: PTH116
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in seen:
                    yield ReadNote(source=shown(path), text="a folder that was read already; skipped")
                    continue
                seen.add((status.st_dev, status.st_ino))
                names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208
                waiting += [os.path.join(path, n) for n in names if not n.startswith(".")]  # noqa: PTH118
                skipped["hidden"] += sum(n.startswith(".") for n in names)
            elif stat.S_ISREG(status.st_mode) and Path(path).suffix.lower() in known:
                yield _file(path)
            else:
                skipped[Path(path).suffix or "no suffix"] += 1
        except FileNotFoundError:
            yield _file(path)  # a dangling link
        except OSError as error:
            yield ReadFailure(source=shown(path), reason=why(error))
    if +skipped:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted((+skipped).items()))
        yield ReadNote(source=shown(top), text=f"skipped {kinds}")


def shown(path: str) -> str:
    """Return a path as one printable line, whatever bytes its name has."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in path)


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
