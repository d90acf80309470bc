"""SPARQL 1.1 over a graph: a Turtle file or a workspace in, rows out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GraphError
from graph.facts import facts
from graph.oxigraph import Value, load_turtle, read_turtle, solve, store_of
from graph.store import is_workspace
from graph.terms import DEFAULT_BASE, Namespaces
from graph.workspace import merged

if TYPE_CHECKING:
    import pyoxigraph

    from graph.model import KnowledgeGraph

_QUERY_FILES = (".rq", ".sparql")
_ASIDE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\s]*>'
    r"|#[^\n]*",
    re.DOTALL,
)
_GROUP = re.compile(r"\{[^{}]*\}")
_ORDERED = re.compile(r"\border\s+by\b", re.IGNORECASE)
_SERVICE = re.compile(r"(?<![\w?$:-])service\b(?!:)", re.IGNORECASE)
_DECLARED = re.compile(r"\bprefix\s+([\w-]*):", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+):")
_USED = re.compile(r"(?<![\w?$:-])([A-Za-z][\w-]*):")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query gives: ``columns`` are its variables, each row has one value for each column.

    ASK has the one column ``ask`` and one row; CONSTRUCT and DESCRIBE have ``subject``, ``predicate`` and
    ``object``. ``prefixes`` shorten the IRIs.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    iris: frozenset[str] = frozenset()
    prefixes: tuple[tuple[str, str], ...] = ()

    def short(self) -> Answer:
        """The same answer for people: IRIs by prefix (``ent:russia``) where one fits."""
        names = {iri: self._shortened(iri) for iri in self.iris}
        rows = (
            tuple(names.get(cell, cell) if isinstance(cell, str) else cell for cell in row)
            for row in self.rows
        )
        return replace(self, rows=tuple(rows), iris=frozenset())

    def _shortened(self, iri: str) -> str:
        fits = [(name, prefix) for prefix, name in self.prefixes if iri.startswith(name) and iri != name]
        name, prefix = max(fits, key=lambda fit: len(fit[0]), default=("", ""))
        return f"{prefix}:{iri[len(name) :]}" if name else iri


def query(graph: Path, sparql: str) -> Answer:
    """The answer to a query, or to the query in a file, over a Turtle file or a workspace.

    The prefixes of the graph need no declaration. Rows are sorted where the query does not order them.
    Raises GraphError: the file and line that is no Turtle, the line and column of a bad query, or that the
    query would ask another server.
    """
    text = query_text(sparql)
    store, prefixes = open_store(graph)
    return ask(store, prefixes, text)


def query_text(sparql: str) -> str:
    """``sparql`` itself, or the text of the file that it names. Raises GraphError where that is missing."""
    if "{" in sparql or "\n" in sparql:
        return sparql
    path = Path(sparql)
    try:
        if path.suffix in _QUERY_FILES or path.is_file():
            return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise GraphError(f"{path}: the query cannot be read ({reason})") from error
    return sparql


def open_graph(path: Path) -> KnowledgeGraph:
    """The graph in a Turtle file or a workspace. Raises GraphError naming file, and line or node."""
    if is_workspace(path):
        return merged(path)
    return read_turtle(_turtle_file(path))


def open_store(path: Path) -> tuple[pyoxigraph.Store, dict[str, str]]:
    """The same for asking: a store in memory, and the prefixes that queries may use undeclared."""
    if is_workspace(path):
        spaces = Namespaces(DEFAULT_BASE)
        return store_of(facts(merged(path), spaces.base), spaces), spaces.prefixes
    store, prefixes = load_turtle(_turtle_file(path))
    return store, {**Namespaces().prefixes, **prefixes}


def ask(store: pyoxigraph.Store, prefixes: dict[str, str], text: str) -> Answer:
    """The answer of an open store; errors as for ``query``."""
    bare = _ASIDE.sub(" ", text)
    if _SERVICE.search(bare):
        raise GraphError(
            "the query asks another server (SERVICE); newsgraph works offline: leave that part out"
        )
    try:
        columns, rows, iris = solve(store, text, prefixes)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise GraphError(f"bad query: {_fault(error)}{_unknown_prefixes(bare, prefixes)}") from error
    return Answer(
        columns=columns,
        rows=tuple(rows if _is_ordered(bare) else sorted(rows, key=_row_order)),
        iris=iris,
        prefixes=tuple(prefixes.items()),
    )


def _turtle_file(path: Path) -> Path:
    if not path.exists():
        raise GraphError(f"{path}: no such file or folder; make one with newsgraph build")
    if path.is_dir():
        raise GraphError(f"{path}: no workspace (nothing was built there); give a .ttl file or a workspace")
    return path


def _is_ordered(bare: str) -> bool:
    """Whether the query itself, not just a query inside it, has an ORDER BY."""
    outside = bare
    while (shorter := _GROUP.sub(" ", outside)) != outside:
        outside = shorter
    return bool(_ORDERED.search(outside))


def _row_order(row: Iterable[Value]) -> list[tuple[int, float, str]]:
    """Nothing first, then numbers by size, then texts."""
    return [
        (0, 0.0, "") if cell is None else (2, 0.0, cell) if isinstance(cell, str) else (1, float(cell), "")
        for cell in row
    ]


def _fault(error: Exception) -> str:
    """Where Oxigraph stopped reading; its list of all that might follow there fills a screen."""
    if found := _PLACE.match(str(error)):
        return f"not understood at or before line {found[1]}, column {found[2]}"
    return " ".join(str(error).split())


def _unknown_prefixes(bare: str, prefixes: dict[str, str]) -> str:
    """Oxigraph names no undeclared prefix, which is what a bad query has most often."""
    known = {*prefixes, *_DECLARED.findall(bare)}
    unknown = sorted(set(_USED.findall(bare)) - known)
    if not unknown:
        return ""
    return (
        f"; nothing declares {', '.join(name + ':' for name in unknown)} (known: {', '.join(sorted(known))})"
    )
