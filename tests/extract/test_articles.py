"""Inputs to articles: files, folders, addresses, standard input, and everything that can be wrong."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import EntryPoint
from pathlib import Path
from threading import Thread

import pytest

from extract.articles import Located, ReadFailure, ReadNote, make_article, read_articles
from extract.errors import ExtractError
from extract.readers import registry
from extract.readers.draft import Draft


def read(*inputs: str | Path, lines: bool = False) -> tuple[list[Located], list[str], list[str]]:
    items = list(read_articles(inputs, lines=lines))
    return (
        [item for item in items if isinstance(item, Located)],
        [f"{item.source}: {item.reason}" for item in items if isinstance(item, ReadFailure)],
        [f"{item.source}: {item.text}" for item in items if isinstance(item, ReadNote)],
    )


def test_an_id_is_of_the_content() -> None:
    one = make_article("Kyiv refused.", title="T", published="2024-12-01")
    same = make_article(" Kyiv\N{NO-BREAK SPACE}refused.\r\n", title="T ", published="1 December 2024")
    assert one == same
    assert len(one.id) == 16
    assert int(one.id, 16) >= 0
    others = [
        make_article("Kyiv refused!", title="T", published="2024-12-01"),
        make_article("Kyiv refused.", title="U", published="2024-12-01"),
        make_article("Kyiv refused.", title="T", published="2024-12-02"),
        make_article("Kyiv refused.", title="T", published="2024-12-01", publisher="P"),
        make_article("Kyiv refused.", title="T", published="2024-12-01", url="P"),
    ]
    assert len({one.id, *(other.id for other in others)}) == 6


def test_an_id_never_changes() -> None:
    assert make_article("Kyiv refused “terms”.", title="T", published="2024-12-01").id == "a55880b084eff2a5"


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("  \n\N{ZERO WIDTH SPACE}", None, "no text"),
        ("x" * 1_000_001, None, "1,000,001"),
        ("x", "soon", "soon"),
    ],
)
def test_make_article_refuses(text: str, published: str | None, reason: str) -> None:
    with pytest.raises(ExtractError, match=reason):
        make_article(text, published=published)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("Talks fail\n\nThe minister left.", encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.md").write_text(
        "---\ntitle: T\ndate: 2024-12-01\n---\nKyiv refused.", encoding="utf-8"
    )
    (tmp_path / "c.jsonl").write_text('{"text": "One."}\n{"text": \n{"text": "Two."}\n', encoding="utf-8")
    (tmp_path / "d.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / ".hidden.txt").write_text("not read", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_order(folder: Path) -> None:
    found, failures, notes = read(folder)
    assert [(f.source, f.article.text, f.line) for f in found] == [
        (f"{folder}/a/z.md", "Kyiv refused.", None),
        (f"{folder}/b.txt", "The minister left.", None),
        (f"{folder}/c.jsonl:1", "One.", None),
        (f"{folder}/c.jsonl:3", "Two.", None),
    ]
    assert [failure.split(":")[1] for failure in failures] == ["2"]
    assert notes == [f"{folder}: skipped 1 .docx, 1 hidden"]


def test_the_same_article_is_read_once(folder: Path) -> None:
    shutil.copy(folder / "b.txt", folder / "e.txt")
    found, _, notes = read(folder, folder / "b.txt")
    assert [f.source for f in found if "minister" in f.article.text] == [f"{folder}/b.txt"]
    assert [note for note in notes if "the same article" in note] == [
        f"{folder}/e.txt: the same article again; read once",
        f"{folder}/b.txt: the same article again; read once",
    ]


def test_every_line_is_an_article(folder: Path) -> None:
    (folder / "s.txt").write_text("Kyiv refused.\n\nMoscow insisted.\nKyiv refused.\n", encoding="utf-8")
    found, failures, _ = read(folder / "s.txt", folder / "c.jsonl", lines=True)
    assert [(f.article.text, f.line) for f in found] == [
        ("Kyiv refused.", 1),
        ("Moscow insisted.", 3),
        ("Kyiv refused.", 4),
        ("One.", 1),
        ("Two.", 3),
    ]
    assert len(failures) == 1


def test_a_date_nobody_understands_is_noted_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ndate: last week\n---\nKyiv refused.", encoding="utf-8")
    found, failures, notes = read(path)
    assert [f.article.published for f in found] == [None]
    assert failures == []
    assert "“last week” not understood" in notes[0]


BAD = [
    ("empty.txt", b"", "no text in it"),
    ("blank.md", b"---\ntitle: T\n---\n\n", "no text in it"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00", "a PNG image, not text"),
    ("binary.txt", bytes(range(256)) * 9, "binary data"),
    ("line.txt", b"x" * 10_000_000, "10,000,000 characters are too many"),
    ("half.md", b"---\ntitle: T\nda", "never closed"),
    ("menu.html", b"<html><title>Home</title></html>", "no article found"),
    ("word.docx", b"PK", "unknown type .docx; newsgraph reads .txt, .md"),
    ("none.jsonl", b"\n\n", "no text in it"),
    ("picture.jsonl", b"\x89PNG\r\n\x1a\n\x00", "a PNG image, not text"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BAD)
def test_a_bad_file_is_one_line_and_stops_nothing(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text("Kyiv refused.", encoding="utf-8")
    found, failures, _ = read(tmp_path / name, tmp_path / "zz.txt")
    assert [f.article.text for f in found] == ["Kyiv refused."]
    assert len(failures) == 1
    assert failures[0].startswith(f"{tmp_path / name}: ")
    assert reason in failures[0]
    assert "\n" not in failures[0]


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    _, failures, _ = read(tmp_path / "nothing.txt", tmp_path / "dangling.txt", tmp_path, "talks " * 1000)
    assert failures.pop().endswith(": file name too long")
    assert failures == [
        f"{tmp_path}/nothing.txt: no such file or directory",
        f"{tmp_path}/dangling.txt: a link to nothing ({tmp_path}/gone.txt)",
        f"{tmp_path}/dangling.txt: a link to nothing ({tmp_path}/gone.txt)",
    ]


def test_a_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    found, failures, notes = read(tmp_path)
    assert (found, notes) == ([], [f"{tmp_path}: skipped 1 .png"])
    assert failures == [f"{tmp_path}: no articles in it; newsgraph reads .txt, .md, .html, .htm, .jsonl"]


def test_a_loop_of_folders_ends(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder)
    found, _, notes = read(folder)
    assert len(found) == 4
    assert f"{folder}/a/up: a folder that was read already; skipped" in notes


def test_special_files_in_a_folder_are_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    found, _, notes = read(folder)
    assert len(found) == 4
    assert any("1 .txt" in note for note in notes)


def test_a_name_with_odd_characters_stays_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb[red].txt").write_bytes(b"")
    _, failures, _ = read(tmp_path)
    assert failures == [f"{tmp_path}/a\\nb[red].txt: no text in it"]


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder that belongs to root, seen by a user who is not root."""
    top = Path(tempfile.mkdtemp())
    top.chmod(0o755)
    (top / "secret.txt").write_text("Kyiv refused.", encoding="utf-8")
    (top / "secret.txt").chmod(0)
    (top / "closed").mkdir(mode=0)
    (top / "listed").mkdir()
    (top / "listed" / "a.txt").write_text("Kyiv refused.", encoding="utf-8")
    (top / "listed").chmod(0o444)
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    yield top
    os.seteuid(was)
    shutil.rmtree(top)


def test_what_may_not_be_read(nobody: Path) -> None:
    _, failures, _ = read(nobody)
    assert failures == [
        f"{nobody}/{name}: permission denied" for name in ("closed", "listed/a.txt", "secret.txt")
    ]


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Talks fail\n\nKyiv refused.")))
    [found], failures, _ = read("-")
    assert (found.source, found.article.title, found.article.text) == (
        "standard input",
        "Talks fail",
        "Kyiv refused.",
    )
    assert failures == []


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/gone":
            self.send_error(404)
            return
        body = b"<html><head><title>Talks fail</title></head><p>Kyiv refused the offer on Monday.</p></html>"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched(site: str) -> None:
    found, failures, _ = read(f"{site}/talks", f"{site}/gone")
    assert [(f.source, f.article.text, f.article.title) for f in found] == [
        (f"{site}/talks", "Kyiv refused the offer on Monday.", "Talks fail")
    ]
    assert [found[0].article.url, found[0].article.publisher] == [
        f"{site}/talks",
        site.removeprefix("http://"),
    ]
    assert len(failures) == 1
    assert "404" in failures[0]


def test_an_address_offline_says_what_to_do() -> None:
    _, [failure], _ = read("http://127.0.0.1:9/talks")
    assert failure.startswith("http://127.0.0.1:9/talks: could not be fetched")
    assert "save the page" in failure


def a_reader_from_elsewhere(stream: io.BytesIO, source: str) -> Iterator[Draft]:
    data = stream.read()
    if not data:
        raise RuntimeError(f"{source}\nbroke")
    yield Draft(text=data.decode()[::-1])


def test_readers_of_other_distributions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name=".rev", value=f"{__name__}:a_reader_from_elsewhere", group="newsgraph.readers")
    monkeypatch.setattr(EntryPoint, "load", lambda _: a_reader_from_elsewhere)
    monkeypatch.setattr(registry, "_entry_points", lambda: {".rev": point})
    (tmp_path / "a.rev").write_bytes(b".desufer viyK")
    (tmp_path / "b.rev").write_bytes(b"")
    found, failures, _ = read(tmp_path)
    assert [f.article.text for f in found] == ["Kyiv refused."]
    assert failures == [f"{tmp_path}/b.rev: RuntimeError: {tmp_path}/b.rev broke"]
