from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from extract.model import Reading
from graph import store
from graph.errors import GraphError
from graph.plain import from_plain, to_plain
from tests.graph.readings import name, nominal, reading, readings, told

LAVROV = reading(told(name("Lavrov", "PERSON"), "demand", nominal("guarantees")), article="b2")
KYIV = reading(told(name("Kyiv", "GPE"), "reject", nominal("terms"), polarity="negated"), article="a1")


@given(readings())
@settings(max_examples=60, deadline=None)
def test_a_reading_survives_json(value: Reading) -> None:
    assert from_plain(Reading, json.loads(json.dumps(to_plain(value)))) == value


def test_readings_come_back_sorted_by_article(tmp_path: Path) -> None:
    for value in (LAVROV, KYIV):
        store.save(tmp_path, value, "pipeline-1")
    assert list(store.readings(tmp_path)) == [KYIV, LAVROV]
    assert [path.name for path in sorted((tmp_path / store.FOLDER).iterdir())] == ["a1.json", "b2.json"]


def test_an_article_saved_twice_is_there_once(tmp_path: Path) -> None:
    store.save(tmp_path, KYIV, "pipeline-1")
    again = replace(KYIV, triples=())
    store.save(tmp_path, again, "pipeline-2")
    assert [(item.pipeline, item.reading) for item in store.load(tmp_path)] == [("pipeline-2", again)]


def test_another_pipelines_readings_are_outdated(tmp_path: Path) -> None:
    store.save(tmp_path, KYIV, "pipeline-1")
    store.save(tmp_path, LAVROV, "pipeline-2")
    assert store.current(tmp_path, "pipeline-2") == {"b2"}
    assert list(store.outdated(tmp_path, "pipeline-2")) == [KYIV.article]


def test_a_folder_without_readings_has_none(tmp_path: Path) -> None:
    assert store.current(tmp_path, "pipeline-1") == set()
    assert list(store.outdated(tmp_path, "pipeline-1")) == []
    with pytest.raises(GraphError, match=r"no workspace.*newsgraph build"):
        list(store.load(tmp_path))


def test_remove_takes_all_or_none(tmp_path: Path) -> None:
    for value in (LAVROV, KYIV):
        store.save(tmp_path, value, "pipeline-1")
    with pytest.raises(GraphError, match="no article c3"):
        store.remove(tmp_path, ["a1", "c3"])
    assert list(store.readings(tmp_path)) == [KYIV, LAVROV]
    store.remove(tmp_path, ["a1"])
    assert list(store.readings(tmp_path)) == [LAVROV]


@pytest.mark.parametrize("article", ["../outside", "a/b", "", "a b", ".."])
def test_an_id_cannot_leave_the_workspace(tmp_path: Path, article: str) -> None:
    with pytest.raises(GraphError, match="no article id"):
        store.save(tmp_path, reading(article=article), "pipeline-1")
    with pytest.raises(GraphError, match="no article id"):
        store.remove(tmp_path, [article])


def _without(record: dict[str, object], *path: str) -> dict[str, object]:
    inner = record
    for key in path[:-1]:
        inner = inner[key]  # type: ignore[assignment]
    del inner[path[-1]]
    return record


@pytest.mark.parametrize(
    ("broken", "told_as"),
    [
        (lambda text: text[:0], "broken"),
        (lambda text: text[: len(text) // 2], "broken"),
        (lambda text: text[:0] + "[]", "not a reading of format"),
        (lambda text: text.replace('"format":1', '"format":99'), "not a reading of format"),
        (lambda text: text.replace('"id":"a1"', '"id":"zz"'), "holds article zz"),
        (
            lambda text: json.dumps(_without(json.loads(text), "reading", "article", "title")),
            "reading.article lacks title",
        ),
        (
            lambda text: text.replace('"polarity":"negated"', '"polarity":"maybe"'),
            "polarity is 'maybe', not one of",
        ),
        (
            lambda text: text.replace('"confidence":0.5', '"confidence":"high"'),
            "confidence is 'high', not a number",
        ),
        (lambda text: text.replace('"adjuncts":[]', '"adjuncts":[3]'), r"adjuncts\[0\] is 3, not str"),
        (
            lambda text: text.replace('"adjuncts":[]', '"adjuncts":[],"more":1'),
            "has 'more', which nothing reads",
        ),
        (
            lambda text: text.replace('"attribution":null', '"attribution":"x"'),
            "attribution is 'x', not an object",
        ),
    ],
)
def test_a_broken_file_is_named_with_the_way_out(tmp_path: Path, broken: object, told_as: str) -> None:
    store.save(tmp_path, KYIV, "pipeline-1")
    path = tmp_path / store.FOLDER / "a1.json"
    before = path.read_text()
    path.write_text(broken(before))  # type: ignore[operator]
    assert path.read_text() != before
    with pytest.raises(GraphError, match=rf"a1\.json: .*{told_as}.*; remove the file and build again"):
        list(store.load(tmp_path))


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    store.save(tmp_path, KYIV, "pipeline-1")
    (tmp_path / store.FOLDER / "a1.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GraphError, match=r"a1\.json: broken"):
        list(store.load(tmp_path))


def test_a_save_that_fails_leaves_the_old_reading_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(tmp_path, KYIV, "pipeline-1")

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(GraphError, match=r"a1\.json: cannot be written \(No space"):
        store.save(tmp_path, replace(KYIV, triples=()), "pipeline-2")
    assert list(store.readings(tmp_path)) == [KYIV]
    assert [path.name for path in (tmp_path / store.FOLDER).iterdir()] == ["a1.json"]
