"""The workspace on disk: what was read from each article, one JSON file an article.

``DIR/.newsgraph/ARTICLE.json`` holds the article, its mentions and triples, and the ``pipeline`` that read
it, so that a build reads again only what is new or was read by another version.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.model import Article, Reading
from graph.errors import GraphError
from graph.plain import from_plain, to_plain
from graph.terms import LOCAL

FOLDER = ".newsgraph"
"""Name of the folder inside a workspace that holds the readings."""

_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A reading and the key of the pipeline version that made it."""

    pipeline: str
    reading: Reading


def is_workspace(directory: Path) -> bool:
    """Whether readings are kept there."""
    return (directory / FOLDER).is_dir()


def save(directory: Path, reading: Reading, pipeline: str) -> None:
    """Keep a reading, whole or not at all: nobody meets half a file, nor loses the old one to a failure.

    Raises GraphError naming the file that cannot be written.
    """
    path = _path(directory, reading.article.id)
    text = json.dumps(_record(reading, pipeline), sort_keys=True, separators=(",", ":")) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text)
    except OSError as error:
        raise GraphError(
            f"{path}: cannot be written ({error.strerror or error}); nothing was changed"
        ) from error


def _replace(path: Path, text: str) -> None:
    """Two builds into one workspace do not meet in one part file: the name has the process in it."""
    part = path.with_name(f".{path.stem}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="ascii")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load(directory: Path) -> Iterator[Stored]:
    """All stored readings, sorted by article id.

    Raises GraphError naming the folder where it is no workspace, or the file that cannot be read.
    """
    if not is_workspace(directory):
        raise GraphError(f"{directory}: no workspace (no {FOLDER} folder); make one with newsgraph build")
    for path in sorted((directory / FOLDER).glob("*.json")):
        yield _read(path)


def readings(directory: Path) -> Iterator[Reading]:
    """The stored readings without their pipeline keys; errors as for ``load``."""
    return (stored.reading for stored in load(directory))


def current(directory: Path, pipeline: str) -> set[str]:
    """The ids of the articles that this pipeline version has read; empty where there is no workspace."""
    if not is_workspace(directory):
        return set()
    return {stored.reading.article.id for stored in load(directory) if stored.pipeline == pipeline}


def outdated(directory: Path, pipeline: str) -> Iterator[Article]:
    """The articles that another pipeline version has read: to be read again from the text kept here."""
    if is_workspace(directory):
        yield from (stored.reading.article for stored in load(directory) if stored.pipeline != pipeline)


def remove(directory: Path, articles: Iterable[str]) -> None:
    """Take articles out, all or none. Raises GraphError naming an id that is not there."""
    paths = {article: _path(directory, article) for article in articles}
    if missing := sorted(article for article, path in paths.items() if not path.is_file()):
        raise GraphError(
            f"{directory}: no article {', '.join(missing)}; newsgraph list shows those there are"
        )
    for path in paths.values():
        path.unlink()


def _path(directory: Path, article: str) -> Path:
    """An id that could leave the folder is refused."""
    if not LOCAL.fullmatch(article):
        raise GraphError(f"{article!r} is no article id; newsgraph list shows the ids of a workspace")
    return directory / FOLDER / f"{article}.json"


def _record(reading: Reading, pipeline: str) -> dict[str, Any]:
    return {"format": _FORMAT, "pipeline": pipeline, "reading": to_plain(reading)}


def _read(path: Path) -> Stored:
    way_out = "remove the file and build again with its article"
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(record, dict) or record.get("format") != _FORMAT:
            raise GraphError(f"not a reading of format {_FORMAT}")
        stored = from_plain(Stored, {"pipeline": record.get("pipeline"), "reading": record.get("reading")})
    except OSError as error:
        raise GraphError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (ValueError, RecursionError) as error:
        raise GraphError(f"{path}: broken ({error}); {way_out}") from error
    except GraphError as error:
        raise GraphError(f"{path}: {error}; {way_out}") from error
    if stored.reading.article.id != path.stem:
        raise GraphError(f"{path}: holds article {stored.reading.article.id}; {way_out}")
    return stored
