"""The walk in one place: inputs → articles → readings → one graph → files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from extract.articles import Located, ReadFailure, ReadNote, read_articles
from extract.model import Article, Reading
from extract.names_listed import NONE, Listed
from graph.model import KnowledgeGraph
from newsgraph.workers import read_located

Found = tuple[Located, Reading]
Tell = Callable[[ReadFailure | ReadNote], None]
"""Where failures and notes go as they happen; they stop nothing."""
Watch = Callable[[Iterable[Found], str], Iterable[Found]]
"""Passes articles on as they are read, and counts them for whom it may concern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left behind: the graph, the files written, and how many articles were read now."""

    graph: KnowledgeGraph
    files: tuple[Path, ...]
    read: int


def build_workspace(
    inputs: Iterable[str | Path],
    folder: Path,
    *,
    tell: Tell,
    watch: Watch = lambda found, _: found,
    formats: Iterable[str] = (),
    language: str | None = None,
    jobs: int | None = None,
) -> Built:
    """Read what is new into the workspace and write its files; each reading is kept as soon as it is made."""
    from graph import store, userlist
    from newsgraph.fingerprint import pipeline_key

    listed = userlist.names_of(folder / userlist.FILE)
    key = pipeline_key(language, listed)
    count = 0
    found = _understood(_due(inputs, folder, key, tell), tell, language, jobs, listed)
    for _, reading in watch(found, "articles read"):
        store.save(folder, reading, key)
        count += 1
    graph, files = write_files(folder, formats) if store.is_workspace(folder) else (KnowledgeGraph(), ())
    return Built(graph=graph, files=files, read=count)


def write_files(folder: Path, formats: Iterable[str] = ()) -> tuple[KnowledgeGraph, tuple[Path, ...]]:
    """Merge the workspace's readings and write the page, the Turtle file, the formats asked for, and
    those that an earlier build was asked for: no file beside them may tell of another graph.
    """
    from exports.registry import exporter, known_formats
    from graph.merges import save_merges
    from graph.workspace import merged_with_reasons

    graph, identities = merged_with_reasons(folder)
    save_merges(folder, identities)
    earlier = (name for name in known_formats() if _file(folder, name).exists())
    names = dict.fromkeys(chain(("html", "ttl"), formats, earlier))
    files = tuple(_file(folder, name) for name in names)
    for name, file in zip(names, files, strict=True):
        write_whole(file, exporter(name)(graph))
    return graph, files


def read_all(
    inputs: Iterable[str | Path | Article],
    *,
    tell: Tell,
    lines: bool = False,
    language: str | None = None,
    jobs: int | None = None,
    listed: Listed = NONE,
) -> Iterator[Found]:
    """Yield every article of the inputs with its reading, in their order; failures are told."""
    return _understood(_located(read_articles(inputs, lines=lines), tell), tell, language, jobs, listed)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _due(inputs: Iterable[str | Path], folder: Path, key: str, tell: Tell) -> Iterator[Located]:
    """Yield the articles that this program has not read: new ones, then those another version read."""
    from graph import store

    done = store.current(folder, key)
    for located in _located(read_articles(inputs), tell):
        if located.article.id not in done:
            done.add(located.article.id)
            yield located
    for article in store.outdated(folder, key):
        if article.id not in done:
            yield Located(article=article, source=f"{folder}, article {article.id}")


def _located(items: Iterable[Located | ReadFailure | ReadNote], tell: Tell) -> Iterator[Located]:
    for item in items:
        if isinstance(item, Located):
            yield item
        else:
            tell(item)


def _understood(
    articles: Iterable[Located], tell: Tell, language: str | None, jobs: int | None, listed: Listed
) -> Iterator[Found]:
    for located, outcome in read_located(articles, language=language, jobs=jobs, listed=listed):
        if isinstance(outcome, ReadFailure):
            tell(outcome)
        else:
            yield located, outcome


def _file(folder: Path, name: str) -> Path:
    return folder / f"graph.{name}"
