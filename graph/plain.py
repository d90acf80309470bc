"""Dataclass values as plain JSON values and back, exactly; used for readings on disk and for graph.json."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from graph.errors import GraphError

_T = TypeVar("_T")


def to_plain(value: object) -> Any:
    """Dataclasses as objects, tuples as lists, everything else as it is.

    >>> from graph.model import Source
    >>> to_plain(Source(id="a1", title="No peace"))["title"]
    'No peace'
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _hints(type(value))}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[_T], value: object) -> _T:
    """The inverse of ``to_plain`` for a dataclass of strings, numbers, truths, choices and tuples.

    Raises GraphError naming the place (``triples[3].subject.start``) where ``value`` does not fit.
    """
    built: _T = _built(kind, value, "")
    return built


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@lru_cache(maxsize=64)
def _required(kind: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind) if field.default is MISSING)


def _built(kind: Any, value: object, where: str) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind, value, where)
    origin = get_origin(kind)
    if origin is tuple and isinstance(value, list):
        return tuple(_built(get_args(kind)[0], item, f"{where}[{at}]") for at, item in enumerate(value))
    if origin in (Union, types.UnionType):
        choice = type(None) if value is None else next(arg for arg in get_args(kind) if arg is not type(None))
        return _built(choice, value, where)
    if origin is Literal:
        return _checked(value in get_args(kind), value, f"one of {', '.join(get_args(kind))}", where)
    if kind is float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(_checked(number, value, "a number", where))
    return _checked(type(value) is kind, value, getattr(kind, "__name__", str(kind)), where)


def _dataclass(kind: type, value: object, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise _misfit(value, "an object", where)
    hints = _hints(kind)
    if missing := sorted(_required(kind) - set(value)):
        raise GraphError(f"{where or 'the value'} lacks {', '.join(missing)}")
    if unknown := sorted(set(value) - set(hints)):
        raise GraphError(f"{where or 'the value'} has {', '.join(map(repr, unknown))}, which nothing reads")
    below = f"{where}." if where else ""
    return kind(**{name: _built(hints[name], item, below + name) for name, item in value.items()})


def _checked(fits: bool, value: Any, wanted: str, where: str) -> Any:
    if fits:
        return value
    raise _misfit(value, wanted, where)


def _misfit(value: object, wanted: str, where: str) -> GraphError:
    return GraphError(f"{where or 'the value'} is {value!r:.60}, not {wanted}")
