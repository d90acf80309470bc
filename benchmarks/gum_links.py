"""GUM's mentions with the Wikipedia titles they are linked to, on the corpus's own trees."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from extract.teams import Register, register_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_KIND = re.compile(r"-(?:coref|sgl|ana|pred|appos|disc|cata)-")


def gum_links(path: Path) -> Iterator[tuple[Span, str, str, Register]]:
    """Every linked mention: where it stands, its text, its Wikipedia title, and its document's register."""
    for rows in _gum_documents(path):
        doc = _tree(rows)
        register = register_of(doc)
        opened: list[tuple[str, str, int]] = []
        for place, fields in enumerate(rows):
            found = re.search(r"Entity=([^|]+)", fields[9])
            for mark in re.finditer(r"\(([^()]+)(\))?|(\d+)\)", found.group(1) if found else ""):
                if mark.group(1):
                    title = re.split(r"-(?:coref|sgl|ana|pred|appos|disc|cata)-", mark.group(1), maxsplit=1)[
                        1:
                    ]
                    opened.append((mark.group(1).split("-")[0], "".join(title), place))
                if not mark.group(1) or mark.group(2):
                    group = mark.group(3) or opened[-1][0]
                    last = max(n for n, mention in enumerate(opened) if mention[0] == group)
                    _, title_, start = opened.pop(last)
                    end = place + (rows[place][1] not in {"'s", "’s", "'", "’"} or place == start)
                    if title_:
                        text = re.sub(r"\s*['’]s?$", "", doc[start : place + 1].text.strip())
                        yield doc[start:end], text, unquote(title_).replace("_", " "), register


def _gum_documents(path: Path) -> Iterator[list[list[str]]]:
    """The rows of the words of each document."""
    rows: list[list[str]] = []
    for line in lzma.decompress(path.read_bytes()).decode().splitlines():
        fields = line.split("\t")
        if line.startswith("# newdoc") and rows:
            yield rows
            rows = []
        elif len(fields) == 10 and fields[0].isdigit():
            rows.append(fields)
    yield rows


def _tree(rows: list[list[str]]) -> Doc:
    """The gold trees of a document as one annotated text."""
    import spacy
    from spacy.tokens import Doc as Document

    starts = [place for place, fields in enumerate(rows) if fields[0] == "1"]
    first = [max(start for start in starts if start <= place) for place in range(len(rows))]
    heads = [
        place if fields[6] == "0" else first[place] + int(fields[6]) - 1 for place, fields in enumerate(rows)
    ]
    return Document(
        spacy.blank("en").vocab,
        words=[fields[1] for fields in rows],
        spaces=["SpaceAfter=No" not in fields[9] for fields in rows],
        lemmas=[fields[2] for fields in rows],
        pos=[fields[3] for fields in rows],
        heads=heads,
        deps=[fields[7] for fields in rows],
        sent_starts=[fields[0] == "1" for fields in rows],
    )
