"""Rows for people and for programs: a table, CSV or JSON on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

Cell = str | int | float | bool | None


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


class RecordFormat(StrEnum):
    """How triples are printed."""

    jsonl = "jsonl"
    table = "table"


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Cell]], form: Format) -> None:
    """Print rows to standard output; JSON is one array of objects, with null where a cell is empty."""
    match form:
        case Format.table:
            print_table(columns, rows)
        case Format.csv:
            import csv

            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)
        case Format.json:
            objects = [dict(zip(columns, row, strict=True)) for row in rows]
            print(json.dumps(objects, ensure_ascii=False, indent=2))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print a table: as wide as the terminal, or, where there is none, as wide as its longest lines."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    Console(width=None if sys.stdout.isatty() else 100_000, soft_wrap=False).print(table)


def print_records(records: Iterable[Mapping[str, Any]], form: RecordFormat) -> None:
    """Print triples to standard output: one JSON object a line, keys sorted, or a table for the eye."""
    if form is RecordFormat.jsonl:
        for record in records:
            print(json.dumps(record, ensure_ascii=False, sort_keys=True))
        return
    columns = ("subject", "relation", "object", "status", "said by", "sentence")
    print_table(columns, map(_row, records))


def _row(record: Mapping[str, Any]) -> list[Cell]:
    negated = "negated" if record["polarity"] == "negated" else ""
    unsure = "" if record["certainty"] == "asserted" else record["certainty"]
    said = record["attribution"]
    return [
        record["subject"]["name"],
        record["predicate"]["lemma"],
        record["object"]["name"],
        " ".join(word for word in (negated, unsure) if word),
        said["name"] if said else "",
        record["sentence"],
    ]
