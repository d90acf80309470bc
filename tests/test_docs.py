"""The documentation is true: its commands run, its examples hold, and it names what there is."""

from __future__ import annotations

import doctest
import importlib
import json
import os
import pkgutil
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from newsgraph.cli import app
from tests.newsgraph.commands import Cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "THIRD_PARTY.md")
ROOMS = ("extract", "graph", "exports", "newsgraph")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def command_lines() -> list[str]:
    """The README's commands but for the two that install, which .ci/run runs word for word."""
    lines = [line for block in blocks("sh") for line in block.splitlines() if line]
    return [line for line in lines if not line.startswith("python3 -m venv")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README assumes it: seeds, docs, and a first build of two articles in ``out``."""
    here = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "docs"):
        (here / name).symlink_to(ROOT / name)
    chosen = sorted((ROOT / "seeds").glob("*.md"))[:2]
    assert Cli().run("build", *chosen, "-o", here / "out").status == 0
    return here


@pytest.mark.parametrize("line", command_lines())
def test_the_commands_of_the_readme_run(line: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    words = shlex.split(line, comments=True)
    text = ""
    if "|" in words:
        echo, text, pipe, *words = words
        assert (echo, pipe) == ("echo", "|")
    assert words.pop(0) == "newsgraph"
    done = Cli().run(*words, stdin=text)
    assert done.status == 0, done.err
    assert done.out or "Wrote" in done.err or Path("out/graph.jsonld").exists()


def test_the_python_of_the_readme_runs(folder: Path) -> None:
    [code] = blocks("python")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The union | did not sue | the company | negated" in done.stdout


def statuses() -> list[tuple[str, str, str, bool]]:
    rows = re.findall(r"^\| (The .*?|If .*?) \| (\S+) \| (\S+) \| (.*?) \|$", README, re.MULTILINE)
    return [
        (text, polarity.strip("*"), certainty.strip("*"), who == "**to the mayor**")
        for text, polarity, certainty, who in rows
    ]


@pytest.mark.parametrize(("text", "polarity", "certainty", "attributed"), statuses())
def test_the_table_of_statuses(text: str, polarity: str, certainty: str, attributed: bool) -> None:
    sentence = text.replace("…", "it will lose.")
    records = [json.loads(line) for line in Cli().run("extract", "-", stdin=sentence).out.splitlines()]
    sued = [r for r in records if r["predicate"]["lemma"] == "sue" and r["object"]["name"] == "company"]
    assert [(r["polarity"], r["certainty"], r["attribution"] is not None) for r in sued] == [
        (polarity, certainty, attributed)
    ]


def test_the_table_of_statuses_is_whole() -> None:
    assert {(row[1], row[2]) for row in statuses()} >= {
        ("affirmed", "asserted"),
        ("negated", "asserted"),
        *(("affirmed", certainty) for certainty in ("possible", "planned", "hypothetical", "demanded")),
    }


def test_exactly_two_commands_to_start() -> None:
    starts = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(starts) == 2
    assert starts[0].endswith("newsgraph build seeds -o out")
    assert starts[1].endswith("pytest")


def test_every_command_is_documented() -> None:
    names = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    assert names >= {"build", "extract", "query", "export", "list", "remove"}
    for name in names:
        assert f"newsgraph {name} " in README, name


def test_every_format_and_kind_of_file_is_named() -> None:
    from exports.registry import EXPORTERS
    from extract.readers.registry import READERS

    writes = re.search(r"\*\*Writes\*\* ([^.]*)\.", README)
    assert writes is not None
    assert re.split(r", | and ", writes[1]) == list(EXPORTERS)
    assert all(suffix in README for suffix in READERS if suffix != ".htm")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text) if not t.startswith("http")]
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_changelog_has_this_version() -> None:
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == PROJECT["version"]


def names_of(requirements: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9._-]+", requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in found if name}


def test_every_dependency_stands_among_the_third_parties() -> None:
    text = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| ([a-z0-9-]+) \|", text, re.MULTILINE))
    assert names_of(PROJECT["dependencies"]) - listed == set()


def installed(names: set[str]) -> dict[str, list[str]]:
    """What is installed of these and of what they need at run time, with the words on its licence."""
    found: dict[str, list[str]] = {}
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            metadata = distribution(name).metadata
        except PackageNotFoundError:  # needed elsewhere, on another platform
            continue
        classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
        found[name] = [metadata.get("License-Expression") or "", *classifiers]
        needs = metadata.get_all("Requires-Dist") or []
        waiting += names_of([need for need in needs if "extra ==" not in need])
    return found


def test_no_licence_that_binds_or_forbids() -> None:
    """Of those that offer a choice only tld has the GPL in it; THIRD_PARTY.md says which one is taken."""
    found = installed(names_of(PROJECT["dependencies"]))
    assert len(found) > 40
    binding = re.compile(r"GPL|General Public|Affero|NonCommercial|-NC", re.IGNORECASE)
    assert {name for name, words in found.items() if any(map(binding.search, words))} <= {"tld"}


def modules() -> list[str]:
    found = [
        module.name
        for room in ROOMS
        for module in pkgutil.walk_packages([str(ROOT / room)], f"{room}.")
        if not module.name.endswith("__main__")
    ]
    return [*ROOMS, *found]


@pytest.mark.parametrize("name", modules())
def test_examples_in_docstrings(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module).failed == 0
