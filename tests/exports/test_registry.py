from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports import registry
from exports.errors import ExportError
from exports.registry import EXPORTERS, exporter, known_formats
from graph.merge import merge
from graph.model import KnowledgeGraph
from tests.graph.readings import name, nominal, reading, told

SAMPLE = merge([reading(told(name("Kyiv", "GPE"), "reject", nominal("terms"), by=name("Putin", "PERSON")))])


@pytest.mark.parametrize("form", list(EXPORTERS))
def test_every_listed_format_writes_bytes_and_the_same_again(form: str) -> None:
    write = exporter(form)
    assert write(SAMPLE) == write(SAMPLE) != write(KnowledgeGraph())
    assert b"Kyiv" in write(SAMPLE)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ExportError, match="no format 'xlsx'; there are html, ttl, nt, jsonld, graphml, json"):
        exporter("xlsx")


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installed distribution that offers two formats, one of them broken, and one name of ours."""
    info = tmp_path / "desk_formats-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: desk-formats\nVersion: 1.0\n")
    lines = ["count = desk_formats:count", "gone = desk_formats:gone", "ttl = desk_formats:count"]
    (info / "entry_points.txt").write_text("\n".join([f"[{registry.GROUP}]", *lines]))
    (tmp_path / "desk_formats.py").write_text("def count(graph):\n    return b'%d' % len(graph.entities)\n")
    monkeypatch.syspath_prepend(tmp_path)
    registry._offered.cache_clear()
    yield
    registry._offered.cache_clear()


@pytest.mark.usefixtures("offered")
def test_other_distributions_add_formats_but_replace_none() -> None:
    assert known_formats() == (*EXPORTERS, "count", "gone")
    assert exporter("count")(SAMPLE) == b"3"
    assert exporter("ttl")(SAMPLE).startswith(b"#")


@pytest.mark.usefixtures("offered")
def test_a_format_that_cannot_be_loaded_is_named_with_its_distribution() -> None:
    with pytest.raises(ExportError, match="the format 'gone' of desk-formats cannot be loaded"):
        exporter("gone")
