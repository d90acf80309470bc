"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt, .md, .html, .jsonl), folders, http(s) addresses, or - for standard input.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Processes to read with, by default as many as are worth it; the result is the same.",
    ),
]
LanguageName = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="PIPELINE", help="An installed spaCy pipeline instead of the shipped one."
    ),
]
Graph = Annotated[
    Path,
    typer.Argument(metavar="GRAPH", help="A folder that build wrote, or a Turtle file.", show_default=False),
]
Workspace = Annotated[
    Path, typer.Argument(metavar="DIR", help="A folder that build wrote.", show_default=False)
]
