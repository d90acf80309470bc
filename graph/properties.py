"""What RDF facts say about one node, read with the checks that a hand-edited file needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from graph.errors import GraphError
from graph.terms import Literal, Name, Node, Term

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Properties:
    """All values of all properties of ``node``. Every reader raises GraphError naming node and property."""

    node: Node
    values: dict[Node, list[Term]]

    def __contains__(self, predicate: Name) -> bool:
        return predicate in self.values

    def one(self, predicate: Name) -> Term:
        """The value of a property; of several the first in order, so that additions by others do no harm."""
        if values := self.values.get(predicate):
            return min(values)
        raise GraphError(f"{shown(self.node)} has no {shown(predicate)}; build the graph again")

    def node_of(self, predicate: Name) -> Node:
        """The value, which must be an IRI."""
        value = self.one(predicate)
        if isinstance(value, Literal):
            raise self._wrong(predicate, value, "an IRI")
        return value

    def local(self, predicate: Name) -> str:
        """The local name of the value, which must lie in a namespace of the graph."""
        value = self.one(predicate)
        if isinstance(value, Name):
            return value.local
        raise self._wrong(predicate, value, "a name of this graph")

    def text(self, predicate: Name) -> str:
        """The value's text."""
        value = self.one(predicate)
        if isinstance(value, Literal):
            return value.text
        raise self._wrong(predicate, value, "a text")

    def optional(self, predicate: Name) -> str | None:
        """The value's text, or None where there is none."""
        return self.text(predicate) if predicate in self else None

    def number(self, predicate: Name, kind: Callable[[str], _T]) -> _T:
        """The value as ``int`` or ``float``."""
        text = self.text(predicate)
        try:
            return kind(text)
        except ValueError:
            raise self._wrong(predicate, Literal(text), "a number") from None

    def word(self, predicate: Name, known: tuple[str, ...]) -> str:
        """The value's text, which must be one of ``known``."""
        text = self.text(predicate)
        if text in known:
            return text
        raise self._wrong(predicate, Literal(text), "one of " + ", ".join(known))

    def texts(self, predicate: Name) -> tuple[str, ...]:
        """All texts of a property, sorted."""
        values = self.values.get(predicate, ())
        return tuple(sorted({value.text for value in values if isinstance(value, Literal)}))

    def nodes(self, predicate: Name) -> list[Node]:
        """All IRIs of a property."""
        return [value for value in self.values.get(predicate, ()) if not isinstance(value, Literal)]

    def _wrong(self, predicate: Name, value: Term, wanted: str) -> GraphError:
        found = f"{shown(self.node)} {shown(predicate)} {shown(value)!r}"
        return GraphError(f"{found}: {wanted} should stand there; build the graph again")


def shown(term: Term) -> str:
    """A term as a person would write it in an error message."""
    return f"{term.prefix}:{term.local}" if isinstance(term, Name) else term[0]
