"""Articles of our own to read, and what a build of them leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.newsgraph.commands import Cli

ARTICLES = {
    "strike.md": """---
title: Harbour strike ends
date: 2024-12-03
publisher: The Lindmark Post
url: https://lindmark.example/strike
---
The dockworkers accepted an offer from Northport Lines on Tuesday. Marta Ruhl, the leader of the union,
praised the agreement. “The union did not threaten the company,” said Ruhl.
""",
    "mayor.txt": """Mayor thanks mediators

Jonas Feld thanked the mediators. Northport Lines sued the union.
""",
    "short.jsonl": '{"text": "Marta Ruhl met Jonas Feld in Lindmark.", "published": "2024-12-04"}\n',
}


@pytest.fixture(scope="session")
def cli() -> Cli:
    return Cli()


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three articles, one of each kind of text file."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def workspace(cli: Cli, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of these articles leaves; tests only look at it."""
    folder = tmp_path_factory.mktemp("built") / "out"
    assert cli.run("build", articles, "-o", folder).status == 0
    return folder
