"""The user's word on who is who, from the command line and from Python: ``--overrides``, ``--gazetteer``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsgraph
from tests.newsgraph.commands import Cli

TEXT = "Marta Ruhl met Jonas Feld. Jonas Feld sued quibix in May. Ruhl left."
LIST = "name,type,id,aliases\nQuibix Works,Organization,,quibix\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def said(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_explain_tells_mentions_and_rules(cli: Cli, workspace: Path) -> None:
    done = cli.run("explain", workspace, "Marta Ruhl")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("Marta Ruhl (Person, marta-ruhl")
    assert "- same name, 1.00" in done.out
    assert "[Ruhl]" in done.out
    assert "  nothing else is near" in lines or "  not joined with:" in lines


def test_explain_names_the_nearest_where_nothing_bears_the_name(cli: Cli, workspace: Path) -> None:
    done = cli.run("explain", workspace, "Martha Rule")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("newsgraph: nothing is called 'Martha Rule' here; the nearest are ")


def test_every_merge_is_stored_with_reason_and_score(workspace: Path) -> None:
    lines = (workspace / ".newsgraph" / "merges.jsonl").read_text(encoding="ascii").splitlines()
    records = [json.loads(line) for line in lines]
    ruhl = [record for record in records if record.get("entity") == "marta-ruhl"]
    assert {record["text"] for record in ruhl} >= {"Marta Ruhl", "Ruhl"}
    assert all(0 < score <= 1 for record in ruhl for _, score, _ in record["reasons"])


def test_overrides_are_kept_and_heard_by_every_later_build(cli: Cli, article: Path, tmp_path: Path) -> None:
    word = said(tmp_path, "word", "same: Marta Ruhl = Jonas Feld\nrename: Marta Ruhl -> Both\n")
    out = tmp_path / "out"
    assert cli.run("build", article, "-o", out, "--overrides", word).status == 0
    assert (out / "identity.txt").read_bytes() == word.read_bytes()
    assert cli.run("build", article, "-o", out).status == 0
    assert "Both (Person" in cli.run("explain", out, "Jonas Feld").out


def test_a_listed_name_is_found_and_read_again_when_the_list_changes(
    cli: Cli, article: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert "1 read now" in cli.run("build", article, "-o", out).err
    before = cli.run("query", out, "SELECT ?e { ?e a schema:Organization }", "--format", "csv").out
    own = said(tmp_path, "own.csv", LIST)
    assert "1 read now" in cli.run("build", article, "-o", out, "--gazetteer", own).err
    assert "0 read now" in cli.run("build", article, "-o", out).err
    after = cli.run("query", out, "SELECT ?e { ?e a schema:Organization }", "--format", "csv").out
    assert "quibix-works" not in before
    assert "quibix-works" in after


def test_extract_and_python_hear_the_word_too(cli: Cli, article: Path, tmp_path: Path) -> None:
    own = said(tmp_path, "own.csv", LIST)
    word = said(tmp_path, "word", "rename: Marta Ruhl -> M. R.\n")
    done = cli.run("extract", article, "--gazetteer", own, "--overrides", word)
    names = {
        record[part]["name"]
        for line in done.out.splitlines()
        for record in [json.loads(line)]
        for part in ("subject", "object")
    }
    assert {"M. R.", "Quibix Works"} <= names
    graph = newsgraph.build(article, gazetteer=own, overrides=word)
    assert {"M. R.", "Quibix Works"} <= {entity.name for entity in graph.entities}


@pytest.mark.parametrize("option", ["--overrides", "--gazetteer"])
@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_bad_word_is_one_line_and_nothing_is_done(
    cli: Cli, article: Path, tmp_path: Path, command: str, option: str
) -> None:
    where = ("-o", tmp_path / "out") if command == "build" else ()
    bad = said(tmp_path, "bad", "nonsense\n")
    done = cli.run(command, article, *where, option, bad)
    assert done.status == 1
    assert done.err.startswith(f"newsgraph: {bad}:1: ")
    assert not (tmp_path / "out").exists()
    assert cli.run(command, article, *where, option, tmp_path / "none").err.endswith("no such file\n")
