"""News articles in, a knowledge graph out: every edge shows the sentence it came from.

>>> import newsgraph
>>> triples = newsgraph.extract("Lavrov rejected the ceasefire.", published="2024-12-01")
>>> [(t.subject.text, t.predicate.lemma, t.object.text) for t in triples]
[('Lavrov', 'reject', 'the ceasefire')]
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from extract.articles import ReadFailure, ReadNote
    from extract.errors import ExtractError
    from extract.model import Article, Evidence, Mention, Predicate, Reading, Triple
    from graph.errors import GraphError
    from graph.model import Entity, KnowledgeGraph, Occurrence, Source, Statement

__all__ = [
    "Article",
    "Entity",
    "Evidence",
    "ExtractError",
    "GraphError",
    "KnowledgeGraph",
    "Mention",
    "Occurrence",
    "Predicate",
    "Reading",
    "Source",
    "Statement",
    "Triple",
    "build",
    "extract",
    "load_language",
]

_HOMES = {
    "extract.model": ("Article", "Evidence", "Mention", "Predicate", "Reading", "Triple"),
    "extract.errors": ("ExtractError",),
    "graph.errors": ("GraphError",),
    "graph.model": ("Entity", "KnowledgeGraph", "Occurrence", "Source", "Statement"),
}
"""Where the names above live; they are imported when first used."""


def load_language(name: str | None = None) -> Language:
    """Return the spaCy pipeline that comes with newsgraph, or any installed one by name or folder.

    It takes text, or a ``Doc`` that is already cut into words. Raises ``ExtractError`` for a pipeline
    that cannot be loaded.
    """
    from extract.language import load_language as load

    return load(name)


def extract(text: str, *, language: str | None = None, **article: str | None) -> list[Triple]:
    """Return what a text says, in its order.

    ``article`` may give ``title``, ``published`` (a full date), ``publisher`` and ``url``; ``language``
    names another pipeline. Raises ``ExtractError`` for an empty text or a date that is none.
    """
    from extract.articles import make_article
    from extract.reading import read_article

    return list(read_article(load_language(language), make_article(text, **article)).triples)  # type: ignore[arg-type]


def build(
    sources: str | Path | Iterable[str | Path | Article],
    *,
    language: str | None = None,
    jobs: int = 1,
    overrides: str | Path | None = None,
    gazetteer: str | Path | None = None,
) -> KnowledgeGraph:
    """Return the graph of articles: paths of files and folders, http(s) addresses, ``Article`` values.

    The graph does not depend on their order. A source that cannot be read is a warning. With ``jobs``
    above 1 as many processes read; a script that says so needs ``if __name__ == "__main__":``.
    ``overrides`` and ``gazetteer`` are files with your word on who is who and your own names (see
    docs/identity.md); a bad one raises ``GraphError``.

    >>> import newsgraph
    >>> graph = newsgraph.build([newsgraph.Article(id="a1", title="", text="Marta Ruhl rejected the offer.")])
    >>> [(s.subject, s.predicate) for s in graph.statements]
    [('marta-ruhl', 'reject')]
    """
    from graph.merge import merge
    from newsgraph.pipeline import read_all
    from newsgraph.word import word_in

    word = word_in(overrides=overrides, gazetteer=gazetteer)
    inputs = [sources] if isinstance(sources, str | Path) else sources
    found = read_all(inputs, tell=_warn, language=language, jobs=jobs, listed=word.listed)
    return merge((reading for _, reading in found), word.gazetteer, word.overrides)


def _warn(item: ReadFailure | ReadNote) -> None:
    import warnings

    from extract.articles import ReadFailure

    if isinstance(item, ReadFailure):
        warnings.warn(f"{item.source}: {item.reason}", stacklevel=2)


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    if name == "__version__":
        from importlib.metadata import version

        return version("newsgraph")
    raise AttributeError(f"module 'newsgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
