"""The tables beside the code: tab-separated, first line the column names, ``#`` lines are comments."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=16)
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``graph/data/NAME`` as dictionaries from column to text."""
    text = files("graph").joinpath("data", name).read_text(encoding="utf-8")
    header, *rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(dict(zip(header, row, strict=True)) for row in rows)
