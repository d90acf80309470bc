"""The graphs that the tests of exports draw."""

from __future__ import annotations

import pytest

from graph.model import KnowledgeGraph
from tests.exports.drawn import make_large, read_harbour, read_hostile


@pytest.fixture(scope="session")
def harbour() -> KnowledgeGraph:
    return read_harbour()


@pytest.fixture(scope="session")
def hostile() -> KnowledgeGraph:
    return read_hostile()


@pytest.fixture(scope="session")
def large() -> KnowledgeGraph:
    return make_large(1000, 1500)
