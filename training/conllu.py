"""CoNLL-U treebank files as sentences of plain tokens, with their spacing and document structure."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One syntactic word. ``head`` counts from 1 in the sentence, 0 is the root; ``space`` follows it."""

    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A tree. ``new_document`` and ``new_paragraph`` tell what begins with it; ``text`` is as published."""

    document: str
    text: str
    new_document: bool
    new_paragraph: bool
    tokens: tuple[Token, ...]


def open_text(path: Path) -> Iterator[str]:
    """The lines of an LZMA-compressed text file, without their line ends."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield line.rstrip("\n")


def blocks(lines: Iterator[str]) -> Iterator[list[str]]:
    """Runs of lines parted by empty ones."""
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of an ``.xz``-compressed CoNLL-U file, in order."""
    document = ""
    for block in blocks(open_text(path)):
        comments = dict(_comment(line) for line in block if line.startswith("#"))
        document = comments.get("newdoc id", document)
        yield Sentence(
            document=document,
            text=comments.get("text", ""),
            new_document="newdoc id" in comments,
            new_paragraph="newpar" in comments or "newpar id" in comments,
            tokens=_tokens([line.split("\t") for line in block if not line.startswith("#")]),
        )


def _comment(line: str) -> tuple[str, str]:
    key, _, value = line[1:].partition("=")
    return key.strip(), value.strip()


def _misc(column: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in column.split("|"))


def _tokens(rows: list[list[str]]) -> tuple[Token, ...]:
    """Words of a sentence; inside a multiword token ("don't") no space, after it the range's own."""
    spaces: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            spaces |= dict.fromkeys(range(first, last), False)
            spaces[last] = _misc(row[9]).get("SpaceAfter") != "No"
    return tuple(_token(row, spaces) for row in rows if row[0].isdigit())


def _token(row: list[str], spaces: dict[int, bool]) -> Token:
    misc = _misc(row[9])
    space = misc.get("SpaceAfter") != "No"
    return Token(
        text=row[1],
        lemma=row[2],
        upos=row[3],
        xpos=row[4],
        feats="" if row[5] == "_" else row[5],
        head=int(row[6]),
        deprel=row[7],
        space=spaces.get(int(row[0]), space),
        entity=misc.get("Entity", ""),
    )
