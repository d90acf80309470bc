from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "graph"
MODULES = [
    f"graph.{path.stem}" for path in sorted(ROOM.glob("*.py")) if ">>>" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", MODULES)
def test_docstring_examples_run(module: str) -> None:
    results = doctest.testmod(import_module(module))
    assert results.attempted and not results.failed
