"""The only crossing to Oxigraph: Turtle files and graphs into its store, and terms out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graph import vocab
from graph.errors import GraphError
from graph.model import KnowledgeGraph
from graph.rebuild import rebuild
from graph.terms import DEFAULT_BASE, FOREIGN, Fact, Literal, Namespaces, Node, Term

Value = str | int | float | bool | None
"""A cell: an absolute IRI or a text, a number, a truth, or nothing where a variable is unbound."""

if TYPE_CHECKING:
    import pyoxigraph

    OxigraphTerm = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def store_of(facts: Iterable[Fact], spaces: Namespaces) -> pyoxigraph.Store:
    """A store in memory that holds the facts."""
    import pyoxigraph

    def node(value: Node) -> pyoxigraph.NamedNode:
        return pyoxigraph.NamedNode(spaces.expand(value))

    def term(value: Term) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
        if not isinstance(value, Literal):
            return node(value)
        datatype = pyoxigraph.NamedNode(FOREIGN["xsd"] + value.datatype) if value.datatype else None
        return pyoxigraph.Literal(value.text, datatype=datatype)

    store = pyoxigraph.Store()
    store.bulk_extend(
        pyoxigraph.Quad(node(subject), node(predicate), term(value)) for subject, predicate, value in facts
    )
    return store


def load_turtle(path: Path) -> tuple[pyoxigraph.Store, dict[str, str]]:
    """A store in memory that holds a Turtle file, and the file's own prefixes.

    Raises GraphError naming the file and the line where it is no Turtle.
    """
    import pyoxigraph

    store = pyoxigraph.Store()
    try:
        parser = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
        store.bulk_extend(parser)
    except (SyntaxError, OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    return store, dict(parser.prefixes)


def read_turtle(path: Path) -> KnowledgeGraph:
    """The graph that a Turtle file of ours holds. Raises GraphError naming file, and line or node."""
    import pyoxigraph

    try:
        parser = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
        triples = [quad.triple for quad in parser]
    except (SyntaxError, OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    spaces = Namespaces(_base(triples))
    try:
        return rebuild(_facts(triples, spaces), spaces)
    except GraphError as error:
        raise GraphError(f"{path}: {error}") from error


def solve(
    store: pyoxigraph.Store, sparql: str, prefixes: dict[str, str]
) -> tuple[tuple[str, ...], list[tuple[Value, ...]], frozenset[str]]:
    """The columns of a query's answer, its rows, and which of their texts are IRIs.

    ASK has the column ``ask``; CONSTRUCT and DESCRIBE have ``subject``, ``predicate`` and ``object``. Raises
    what Oxigraph raises: SyntaxError with line and column, ValueError, OSError.
    """
    import pyoxigraph

    found = store.query(sparql, prefixes=prefixes)
    if isinstance(found, pyoxigraph.QueryBoolean):
        return ("ask",), [(bool(found),)], frozenset()
    rows: list[tuple[OxigraphTerm | None, ...]]
    if isinstance(found, pyoxigraph.QueryTriples):
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        rows = [(triple.subject, triple.predicate, triple.object) for triple in found]
    else:
        columns = tuple(variable.value for variable in found.variables)
        rows = [tuple(solution[name] for name in columns) for solution in found]
    iris = {term.value for row in rows for term in row if isinstance(term, pyoxigraph.NamedNode)}
    return columns, [tuple(map(_plain, row)) for row in rows], frozenset(iris)


def _plain(term: OxigraphTerm | None) -> Value:
    import pyoxigraph

    if not isinstance(term, pyoxigraph.Literal):
        return None if term is None else getattr(term, "value", str(term))
    kind = term.datatype.value.removeprefix(FOREIGN["xsd"])
    if kind == "boolean":
        return term.value in ("true", "1")
    if kind == "integer":
        return int(term.value)
    return float(term.value) if kind in ("decimal", "double", "float") else term.value


def _unreadable(path: Path, error: Exception) -> GraphError:
    """OSError says the way itself; a syntax error gets its line, which Oxigraph counts from 1."""
    if isinstance(error, OSError):
        return GraphError(f"{path}: cannot be read ({error.strerror or error})")
    line = getattr(error, "lineno", None)
    where = f"{path}:{line}" if line else str(path)
    return GraphError(f"{where}: not Turtle: {error}; correct the line or build the graph again")


def _base(triples: Iterable[pyoxigraph.Triple]) -> str:
    spaces = Namespaces()
    kind, graph = spaces.expand(vocab.TYPE), spaces.expand(vocab.GRAPH)
    typed = (triple for triple in triples if triple.predicate.value == kind)
    found = (triple.subject for triple in typed if getattr(triple.object, "value", "") == graph)
    return min((str(getattr(node, "value", "")) for node in found), default=DEFAULT_BASE)


def _facts(triples: Iterable[pyoxigraph.Triple], spaces: Namespaces) -> Iterator[Fact]:
    """The triples without blank nodes, which a graph of ours never has."""
    import pyoxigraph

    for triple in triples:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, pyoxigraph.NamedNode):
            continue
        predicate = spaces.contract(triple.predicate.value)
        if isinstance(value, pyoxigraph.Literal):
            yield Fact(spaces.contract(subject.value), predicate, Literal(value.value))
        elif isinstance(value, pyoxigraph.NamedNode):
            yield Fact(spaces.contract(subject.value), predicate, spaces.contract(value.value))
