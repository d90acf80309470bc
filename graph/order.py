"""The one order of the things in a graph, so that equal graphs are equal values."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from graph.model import Occurrence


def occurrence_order(occurrence: Occurrence) -> tuple[tuple[bool, Any], ...]:
    """A total order of evidence: by article, then start, then everything else; None comes first."""
    return tuple((value is not None, value if value is not None else 0) for value in astuple(occurrence))
