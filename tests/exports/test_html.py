"""The page as a file: one, whole, inert and the same every time."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from exports.html import network, to_html
from exports.view import page
from graph.model import KnowledgeGraph
from tests.exports.drawn import HOSTILE
from tests.graph.graphs import knowledge_graphs

ROOT = Path(__file__).parents[2]


class Reader(HTMLParser):
    """The elements of a page, with the text of scripts and styles as a browser takes it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in ("script", "style") and self.raw:
            tag, attributes, text = self.raw[-1]
            self.raw[-1] = (tag, attributes, text + data)

    def handle_endtag(self, tag: str) -> None:
        self.elements.append(("/" + tag, {}))


def content(html: bytes) -> dict[str, Any]:
    """The data block of the page."""
    blocks = [text for _, at, text in Reader(html.decode()).raw if at.get("type") == "application/json"]
    assert len(blocks) == 1
    found: dict[str, Any] = json.loads(blocks[0])
    return found


def policy(reader: Reader) -> str:
    found = [at["content"] for tag, at in reader.elements if tag == "meta" and at.get("http-equiv")]
    assert len(found) == 1
    return str(found[0])


def test_only_what_is_written_here_may_run(harbour: KnowledgeGraph) -> None:
    reader = Reader(to_html(harbour).decode())
    rules = policy(reader)
    assert rules.startswith("default-src 'none'; ")
    assert "unsafe" not in rules
    assert "http" not in rules
    for tag, attributes, text in reader.raw:
        if attributes.get("type") != "application/json":
            digest = b64encode(sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules, tag
            assert not attributes, "a script or style from elsewhere"
    assert rules.count("sha256-") == 3


def test_nothing_is_loaded_from_anywhere(harbour: KnowledgeGraph) -> None:
    html = to_html(harbour).decode()
    for tag, attributes in Reader(html).elements:
        for name in ("src", "href", "action", "data", "srcset"):
            value = attributes.get(name) or "data:"
            assert value.startswith("data:"), (tag, value)
        assert not [name for name in attributes if name.startswith("on")]
    assert "sourceMappingURL" not in html
    assert "@import" not in html


def test_what_a_graph_says_is_data(hostile: KnowledgeGraph) -> None:
    html = to_html(hostile)
    assert [tag for tag, _ in Reader(html.decode()).elements] == [
        tag for tag, _ in Reader(to_html(KnowledgeGraph()).decode()).elements
    ]
    found = content(html)
    assert {node["id"]: node["label"] for node in found["nodes"]} == HOSTILE
    block = re.search(rb'<script id="data"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert block is not None
    assert not re.search("[<>&\u2028\u2029]", block[1].decode())


@given(knowledge_graphs())
@settings(max_examples=25, deadline=None)
def test_any_graph_makes_a_page(graph: KnowledgeGraph) -> None:
    found = content(to_html(graph))
    assert {node["id"] for node in found["nodes"]} == {entity.iri for entity in graph.entities}
    assert {edge["id"] for edge in found["edges"]} == {statement.iri for statement in graph.statements}


def test_pyvis_holds_the_network_without_physics(harbour: KnowledgeGraph) -> None:
    view = page(harbour)
    net = network(view)
    assert net.num_nodes() == len(view.nodes)
    assert net.num_edges() == len(view.edges), "parallel edges must stay"
    assert content(to_html(harbour))["options"]["physics"]["enabled"] is False


@pytest.mark.parametrize(
    ("source", "label", "dashes"),
    [
        ("baltwind", "owns", False),
        ("karelund", "breaks", [9, 6]),
        ("karelund", "does not break", [9, 6]),
        ("merania", "demanded: guarantee", [2, 5]),
        ("insurance", "possible: not cover", [2, 5]),
    ],
)
def test_the_line_shows_the_status(
    harbour: KnowledgeGraph, source: str, label: str, dashes: bool | list[int]
) -> None:
    edges = content(to_html(harbour))["edges"]
    assert [edge["dashes"] for edge in edges if (edge["from"], edge["label"]) == (source, label)] == [dashes]


def test_same_bytes_under_another_hash_seed() -> None:
    program = (
        "import hashlib, tests.exports.drawn as drawn; from exports.html import to_html;"
        "print(hashlib.sha256(to_html(drawn.read_harbour())).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads},
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "2"))
    }
    assert len(found) == 1


def test_the_page_without_data_is_small() -> None:
    """vis-network alone is 469 kB; what we add to it stays under 70 kB."""
    assert len(to_html(KnowledgeGraph())) < 540_000
