"""``newsgraph build``: the same bytes however one gets there, and a workspace that survives everything."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import time
from pathlib import Path

import pytest
from spacy.language import Language

from extract.model import Article, Reading
from extract.readers.places import WORKSPACE_MARK, WRITTEN
from graph import store
from tests.newsgraph.commands import ROOT, Cli

FORMATS = ("--format", "json", "--format", "graphml")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_files_of_a_build(workspace: Path) -> None:
    assert (workspace / "graph.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    turtle = (workspace / "graph.ttl").read_text(encoding="utf-8")
    assert "ent:jonas-feld" in turtle
    assert "Harbour strike ends" in turtle
    assert [path.name for path in workspace.iterdir() if path.name.startswith(".")] == [".newsgraph"]


def test_a_summary_and_nothing_else(cli: Cli, articles: Path, tmp_path: Path) -> None:
    done = cli.run("build", articles, "-o", tmp_path / "out")
    assert (done.status, done.out) == (0, "")
    [line] = done.err.splitlines()
    assert line.startswith("3 articles (3 read now), ")
    assert line.endswith(f"Wrote {tmp_path}/out/graph.html, {tmp_path}/out/graph.ttl.")


def test_building_again_reads_only_what_is_new_and_ends_in_the_same_bytes(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    once, twice = tmp_path / "once", tmp_path / "twice"
    cli.run("build", articles, "-o", once, *FORMATS)
    first = cli.run("build", articles / "short.jsonl", "-o", twice, *FORMATS)
    second = cli.run("build", articles / "strike.md", articles / "mayor.txt", articles, "-o", twice)
    assert "1 article (1 read now)" in first.err
    assert "3 articles (2 read now)" in second.err
    assert contents(twice) == contents(once)
    assert {"graph.html", "graph.ttl", "graph.json", "graph.graphml"} < set(contents(once))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_neither_processes_nor_order_nor_hash_seed_change_a_byte(
    cli: Cli, articles: Path, workspace: Path, tmp_path: Path, seed: str
) -> None:
    inputs = sorted(articles.iterdir(), reverse=seed == "1")
    running = cli.start("build", *inputs, "-o", tmp_path / "o", "--jobs", seed, env={"PYTHONHASHSEED": seed})
    _, err = running.communicate(timeout=120)
    assert running.returncode == 0, err
    assert contents(tmp_path / "o") == contents(workspace)


def test_a_workspace_among_the_articles_is_not_read(cli: Cli, articles: Path, tmp_path: Path) -> None:
    shutil.copy(articles / "mayor.txt", tmp_path)
    shutil.copy(articles / "strike.md", tmp_path / "graph.md")
    first = cli.run("build", tmp_path, "-o", tmp_path / "out")
    before = contents(tmp_path / "out")
    again = cli.run("build", tmp_path, "-o", tmp_path / "out")
    assert "2 articles (2 read now)" in first.err
    assert "2 articles (0 read now)" in again.err
    assert f"note: {tmp_path}: skipped 1 hidden, 2 written by newsgraph" in again.err
    assert contents(tmp_path / "out") == before
    assert (store.FOLDER, "graph.") == (WORKSPACE_MARK, WRITTEN)


def test_removing_is_as_if_never_read(cli: Cli, articles: Path, tmp_path: Path) -> None:
    some, fewer = tmp_path / "some", tmp_path / "fewer"
    cli.run("build", articles, "-o", some, *FORMATS)
    cli.run("build", articles / "strike.md", articles / "mayor.txt", "-o", fewer, *FORMATS)
    listed = json.loads(cli.run("list", some, "--format", "json").out)
    [short] = [row["id"] for row in listed if not row["title"]]
    done = cli.run("remove", some, short)
    assert (done.status, done.out) == (0, "")
    assert contents(some) == contents(fewer)


def test_an_unknown_article_removes_nothing(cli: Cli, workspace: Path) -> None:
    before = contents(workspace)
    some_id = next(path.stem for path in (workspace / ".newsgraph").iterdir())
    done = cli.run("remove", workspace, some_id, "0123456789abcdef")
    assert done.status == 1
    assert "0123456789abcdef" in done.err
    assert contents(workspace) == before


def test_failures_are_named_and_the_rest_is_done(cli: Cli, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = cli.run("build", tmp_path / "picture.txt", tmp_path / "gone.txt", articles, "-o", tmp_path / "out")
    assert done.status == 1
    *failures, summary = done.err.splitlines()
    assert failures == [
        f"{tmp_path}/picture.txt: a PNG image, not text; save its text as .txt",
        f"{tmp_path}/gone.txt: no such file or directory",
    ]
    assert summary.startswith("3 articles (3 read now)")
    assert summary.endswith("2 inputs failed, named above.")


def test_nothing_read_leaves_nothing(cli: Cli, tmp_path: Path) -> None:
    done = cli.run("build", tmp_path / "gone.txt", "-o", tmp_path / "out")
    assert done.status == 1
    assert "Wrote nothing." in done.err
    assert not (tmp_path / "out").exists()


def test_a_workspace_that_cannot_be(cli: Cli, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    done = cli.run("build", articles, "-o", tmp_path / "out")
    assert done.status == 1
    assert str(tmp_path / "out") in done.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Usage"),
        (("build",), "Missing argument"),
        (("build", "x"), "Missing option"),
        (("build", "x", "-o", "o", "--format", "xls"), "html, ttl"),
        (("build", "x", "-o", "o", "--jobs", "0"), "--jobs"),
        (("serve", "o"), "No such command"),
        (("query", "o", "ASK {}", "--format", "xml"), "table"),
        (("export", "o", "--format", "xls", "-o", "f"), "html, ttl"),
    ],
)
def test_wrong_usage_is_status_2(cli: Cli, arguments: tuple[str, ...], words: str) -> None:
    done = cli.run(*arguments)
    assert done.status == 2
    assert words in done.out + done.err


def test_a_pipeline_that_is_not_there(cli: Cli, articles: Path, tmp_path: Path) -> None:
    done = cli.run("build", articles, "-o", tmp_path / "out", "--language", "en_nothing")
    assert done.status == 1
    [line] = done.err.splitlines()
    assert line.startswith("newsgraph: ")
    assert "en_nothing" in line


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Work for a few seconds."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    lines = (
        json.dumps({"text": f"Jonas Feld sued company {n}. " + "Marta Ruhl praised the mayor. " * 6})
        for n in range(50)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def whole(cli: Cli, many: Path) -> dict[str, bytes]:
    """What one build of it leaves."""
    cli.run("build", many, "-o", many.parent / "whole")
    return contents(many.parent / "whole")


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_what_was_read_and_the_next_build_goes_on(
    cli: Cli, many: Path, whole: dict[str, bytes], tmp_path: Path, jobs: int
) -> None:
    out = tmp_path / "out"
    running = cli.start("build", many, "-o", out, "--jobs", jobs, start_new_session=True)
    deadline = time.monotonic() + 60
    while not list(out.glob(".newsgraph/*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)  # a terminal interrupts the whole group
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (
        err.decode() == f"interrupted; what was read is kept in {out}; the same command goes on from there\n"
    )
    kept = len(list(out.glob(".newsgraph/*.json")))
    assert 0 < kept < 50
    assert {path.name for path in out.iterdir()} == {".newsgraph"}
    assert not list(out.glob(".newsgraph/*.part"))

    resumed = cli.run("build", many, "-o", out)
    assert f"50 articles ({50 - kept} read now)" in resumed.err
    assert contents(out) == whole


def test_a_counter_only_on_a_terminal(cli: Cli, articles: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    running = cli.start("build", articles, "-o", tmp_path / "out", stderr=theirs, env={"TERM": "xterm"})
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # the other end is closed
        pass
    assert running.wait(timeout=60) == 0
    assert b"articles read" in shown
    assert b"3 articles (3 read now)" in shown
    assert running.stdout is not None
    assert running.stdout.read() == b""


def test_a_killed_worker_is_one_clear_line(cli: Cli, many: Path, tmp_path: Path) -> None:
    running = cli.start("build", many, "-o", tmp_path / "out", "--jobs", 2)
    deadline = time.monotonic() + 60
    while not list((tmp_path / "out").glob(".newsgraph/*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    os.kill(int(children[-1]), signal.SIGKILL)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 1
    [line] = [line for line in err.decode().splitlines() if line.startswith("newsgraph: ")]
    assert "a worker process was killed" in line
    assert "--jobs" in line
    assert b"Traceback" not in err


def test_an_article_that_breaks_extraction_is_a_failure_of_its_own(
    cli: Cli, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extract import reading

    whole = reading.read_article

    def broken(nlp: Language, article: Article) -> Reading:
        if "Feld thanked" in article.text:
            raise ZeroDivisionError("no\nway")
        return whole(nlp, article)

    monkeypatch.setattr(reading, "read_article", broken)
    done = cli.run("build", articles, "-o", tmp_path / "out", "--jobs", 1)
    assert done.status == 1
    assert done.err.splitlines()[0] == (
        f"{articles}/mayor.txt: could not be understood (ZeroDivisionError: no way)"
    )
    assert "2 articles (2 read now)" in done.err


def test_another_pipeline_reads_everything_again(cli: Cli, articles: Path, tmp_path: Path) -> None:
    shipped = ROOT / "extract" / "pipeline"
    cli.run("build", articles, "-o", tmp_path / "out")
    done = cli.run("build", articles / "mayor.txt", "-o", tmp_path / "out", "--language", shipped)
    assert (done.status, done.err.split(",")[0]) == (0, "3 articles (3 read now)")
