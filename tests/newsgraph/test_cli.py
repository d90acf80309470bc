"""The other commands: what they print, where, and with which status."""

from __future__ import annotations

import csv
import io
import json
import resource
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.newsgraph.commands import ROOT, Cli

SENTENCES = "Northport Lines sued the union.\nMarta Ruhl did not threaten the company.\n"


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_record_has_the_fields_of_the_interface(cli: Cli, articles: Path) -> None:
    done = cli.run("extract", articles / "mayor.txt")
    assert (done.status, done.err) == (0, "")
    record = next(r for r in objects(done.out) if r["predicate"]["lemma"] == "sue")
    text = "Jonas Feld thanked the mediators. Northport Lines sued the union."
    assert record["title"] == "Mayor thanks mediators"
    assert record["published"] is None
    assert record["sentence"] == text[record["start"] : record["end"]]
    assert "Northport Lines sued the union." in record["sentence"]
    for part in ("subject", "object"):
        assert set(record[part]) == {"text", "name", "type", "iri", "start", "end"}
        assert text[record[part]["start"] : record[part]["end"]] == record[part]["text"]
    assert record["subject"]["iri"].startswith("https://newsgraph.example/entity/")
    assert set(record["predicate"]) == {"text", "lemma", "event"}
    assert record["surface"] == {"subject": "Northport Lines", "predicate": "sued", "object": "the union"}
    assert (record["polarity"], record["certainty"], record["attribution"]) == ("affirmed", "asserted", None)
    assert 0 < record["confidence"] <= 1
    assert set(record) == {
        *("article", "title", "published", "sentence", "start", "end", "subject", "predicate", "object"),
        *("surface", "adjuncts", "polarity", "certainty", "attribution", "confidence", "extractor"),
    }


def test_keys_are_sorted_and_text_is_not_escaped(cli: Cli, articles: Path) -> None:
    for line in cli.run("extract", articles).out.splitlines():
        record = json.loads(line)
        assert line == json.dumps(record, sort_keys=True, ensure_ascii=False)


def test_who_says_so(cli: Cli, articles: Path) -> None:
    records = objects(cli.run("extract", articles / "strike.md").out)
    threat = next(r for r in records if r["predicate"]["lemma"] == "threaten")
    assert threat["polarity"] == "negated"
    assert threat["attribution"] == {"cue": "said", "name": "Marta Ruhl", "text": "Ruhl"}
    assert threat["published"] == "2024-12-03"


def test_lines_have_numbers(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "sentences.txt"
    path.write_text(f"{SENTENCES}\n{SENTENCES}", encoding="utf-8")
    records = objects(cli.run("extract", path, "--lines").out)
    assert sorted({r["line"] for r in records}) == [1, 2, 4, 5]
    assert [r["line"] for r in records] == sorted(r["line"] for r in records)
    assert {r["sentence"] for r in records if r["line"] in (1, 4)} == {"Northport Lines sued the union."}
    assert all(r["start"] == 0 for r in records)


def test_nary_records_are_one_a_clause(cli: Cli) -> None:
    text = "Northport Lines sold the harbour to Lindmark in March."
    binary = objects(cli.run("extract", "-", stdin=text).out)
    nary = objects(cli.run("extract", "-", "--nary", stdin=text).out)
    [record] = [r for r in nary if r["predicate"]["lemma"] == "sell"]
    assert [argument.removesuffix(".") for argument in record["adjuncts"]] == ["to Lindmark", "in March"]
    assert len(nary) < len(binary)


def test_only_triples_that_are_likely_enough(cli: Cli) -> None:
    everything = objects(cli.run("extract", "-", stdin=SENTENCES).out)
    level = sorted(record["confidence"] for record in everything)[len(everything) // 2]
    likely = objects(cli.run("extract", "-", "--min-confidence", str(level), stdin=SENTENCES).out)
    assert likely == [record for record in everything if record["confidence"] >= level]


def test_a_table_for_the_eye(cli: Cli) -> None:
    done = cli.run("extract", "-", "--format", "table", stdin=SENTENCES)
    rows = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in done.out.splitlines()]
    assert ["Northport Lines", "sue", "union", "Northport Lines sued the union."] in rows
    assert any("negated" in row for row in rows)


def test_jobs_do_not_change_what_is_printed(cli: Cli, articles: Path) -> None:
    running = cli.start("extract", articles, "--jobs", 2)
    out, err = running.communicate(timeout=120)
    assert (running.returncode, err) == (0, b"")
    assert out.decode() == cli.run("extract", articles).out


QUERY = "SELECT ?who ?what WHERE { ?who rel:sues ?what } "


def test_query_in_three_formats(cli: Cli, workspace: Path) -> None:
    table = cli.run("query", workspace, QUERY)
    assert (table.status, table.err) == (0, "")
    assert "ent:" in table.out
    rows = json.loads(cli.run("query", workspace, QUERY, "--format", "json").out)
    assert [set(row) for row in rows] == [{"who", "what"}]
    assert rows[0]["who"].startswith("https://newsgraph.example/entity/northport-lines")
    parsed = list(csv.DictReader(io.StringIO(cli.run("query", workspace, QUERY, "--format", "csv").out)))
    assert parsed == rows


def test_a_query_file_over_a_turtle_file_gives_the_same(cli: Cli, workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "who.rq"
    path.write_text(QUERY, encoding="utf-8")
    by_file = cli.run("query", workspace / "graph.ttl", path)
    assert by_file.status == 0
    assert by_file.out == cli.run("query", workspace, QUERY).out


@pytest.mark.parametrize(
    ("graph", "sparql", "words"),
    [
        ("", "SELECT * WHERE {", "bad query"),
        ("", "SELECT * WHERE { ?a foo:b ?c }", "foo:"),
        ("graph.html", "ASK {}", "not Turtle"),
        ("nothing", "ASK {}", "no such file"),
    ],
)
def test_a_bad_query_is_one_line(cli: Cli, workspace: Path, graph: str, sparql: str, words: str) -> None:
    done = cli.run("query", workspace / graph, sparql)
    assert (done.status, done.out) == (1, "")
    [line] = done.err.splitlines()
    assert words in line


@pytest.mark.parametrize("name", ["html", "ttl", "nt", "jsonld", "graphml", "json"])
def test_export(cli: Cli, workspace: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"graph.{name}"
    done = cli.run("export", workspace, "--format", name, "-o", path)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert b"Northport Lines" in path.read_bytes()
    assert (
        cli.run("export", workspace / "graph.ttl", "--format", name, "-o", "-").out.encode()
        == path.read_bytes()
    )


def test_list(cli: Cli, workspace: Path) -> None:
    rows = json.loads(cli.run("list", workspace, "--format", "json").out)
    assert [(row["published"], row["publisher"], row["title"]) for row in rows] == [
        (None, None, "Mayor thanks mediators"),
        ("2024-12-03", "The Lindmark Post", "Harbour strike ends"),
        ("2024-12-04", None, ""),
    ]
    table = cli.run("list", workspace).out
    assert all(row["id"] in table for row in rows)
    assert cli.run("list", workspace / "nothing").status == 1


COMMANDS = ("build", "extract", "query", "export", "list", "remove")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_by_example(cli: Cli, command: str) -> None:
    assert command in cli.run("--help").out
    assert "Example: " in cli.run(command, "--help").out


def test_help_is_quick(cli: Cli) -> None:
    """Processor time, which a busy machine lengthens less than the clock's."""
    seconds = []
    for _ in range(3):
        running = cli.start("--help")
        running.communicate(timeout=60)
        seconds.append(_children_seconds())
    spent = [after - before for before, after in pairwise([0.0, *seconds])]
    assert min(spent[1:]) < 0.3, "something heavy is imported before it is needed"


def _children_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def test_help_imports_nothing_heavy() -> None:
    code = "import newsgraph.cli, sys; print({'spacy', 'rdflib', 'numpy', 'networkx'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_closed_pipe_is_no_disaster(cli: Cli, workspace: Path) -> None:
    running = cli.start("query", workspace, "SELECT * WHERE { ?a ?b ?c }", "--format", "csv")
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert b"Traceback" not in running.stderr.read()
    assert running.wait(timeout=60) != 0
