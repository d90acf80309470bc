"""Dataclass values as plain JSON values and back, exactly; used for readings on disk and for graph.json."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from graph.errors import GraphError

_T = TypeVar("_T")
_Reader = Callable[[Any], Any]


def to_plain(value: object) -> Any:
    """Dataclasses as objects, tuples as lists, everything else as it is.

    >>> from graph.model import Source
    >>> to_plain(Source(id="a1", title="No peace"))["title"]
    'No peace'
    """
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(type(value))}
    return value


def from_plain(kind: type[_T], value: object) -> _T:
    """The inverse of ``to_plain`` for a dataclass of strings, numbers, truths, choices and tuples.

    Raises GraphError naming the place (``triples[3].subject.start``) where ``value`` does not fit.
    """
    try:
        return cast("_T", _reader(cast("Any", kind))(value))
    except _Misfit as misfit:
        place = "".join(reversed(misfit.path)).removeprefix(".") or "the value"
        raise GraphError(f"{place} {misfit.problem}") from None


class _Misfit(Exception):  # noqa: N818
    """A value that does not fit; each level it passes on its way out adds its own step to ``path``."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem, self.path = problem, list[str]()


@lru_cache(maxsize=64)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@lru_cache(maxsize=256)
def _reader(kind: Any) -> _Reader:
    """The function that builds a value of a type from a plain one."""
    origin = get_origin(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    if origin is tuple:
        return _tuple_reader(_reader(get_args(kind)[0]))
    if origin in (Union, types.UnionType):
        return _optional_reader(_reader(next(arg for arg in get_args(kind) if arg is not type(None))))
    if origin is Literal:
        choices = frozenset(get_args(kind))
        return _checker(choices.__contains__, "one of " + ", ".join(sorted(choices)))
    if kind is float:
        return _number
    return _checker(lambda value: type(value) is kind, kind.__name__)


def _dataclass_reader(kind: type) -> _Reader:
    hints = get_type_hints(kind)
    readers = [(name, _reader(hints[name])) for name in _names(kind)]
    required = {field.name for field in fields(kind) if field.default is MISSING}

    def read(value: Any) -> Any:
        """The dataclass from its plain object; a field too few or too many is a misfit."""
        if not isinstance(value, dict):
            raise _misfit(value, "an object")
        if missing := sorted(required - value.keys()):
            raise _Misfit(f"lacks {', '.join(missing)}")
        if len(value) > len(readers) or not hints.keys() >= value.keys():
            raise _Misfit(
                f"has {', '.join(map(repr, sorted(value.keys() - hints.keys())))}, which nothing reads"
            )
        found = {}
        for name, reader in readers:
            if name in value:
                found[name] = _below(f".{name}", reader, value[name])
        return kind(**found)

    return read


def _tuple_reader(item_reader: _Reader) -> _Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _misfit(value, "a list")
        return tuple(_below(f"[{at}]", item_reader, item) for at, item in enumerate(value))

    return read


def _optional_reader(reader: _Reader) -> _Reader:
    return lambda value: None if value is None else reader(value)


def _checker(fits: Callable[[Any], bool], wanted: str) -> _Reader:
    def read(value: Any) -> Any:
        if isinstance(value, list | dict) or not fits(value):
            raise _misfit(value, wanted)
        return value

    return read


def _number(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise _misfit(value, "a number")


def _below(step: str, reader: _Reader, value: Any) -> Any:
    try:
        return reader(value)
    except _Misfit as misfit:
        misfit.path.append(step)
        raise


def _misfit(value: object, wanted: str) -> _Misfit:
    return _Misfit(f"is {value!r:.60}, not {wanted}")
