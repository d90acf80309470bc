"""The one order of the things in a graph, so that equal graphs are equal values."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any

from graph.model import Occurrence

values_of = attrgetter(*(field.name for field in fields(Occurrence)))
"""All values of an occurrence, in the order of its fields."""


def occurrence_order(occurrence: Occurrence) -> tuple[tuple[bool, Any], ...]:
    """A total order of evidence: by article, then start, then everything else; None comes first."""
    return tuple((value is not None, 0 if value is None else value) for value in values_of(occurrence))
