"""The user's own gazetteer over ours: a CSV file of names with type, Wikidata id and other spellings."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from extract.gazetteer import Entry, Form, Gazetteer
from extract.gazetteer import fold as spelling
from graph.errors import GraphError
from graph.slugs import digest, slug

FILE = "gazetteer.csv"
"""The name of the user's list inside a workspace."""

_COLUMNS = ("name", "type", "id", "aliases")
_QID = re.compile(r"Q[1-9][0-9]*")
_LABELS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Country": "GPE",
    "City": "GPE",
    "AdministrativeArea": "GPE",
    "Place": "LOC",
    "Group": "NORP",
}


def with_list(gazetteer: Gazetteer, path: Path) -> Gazetteer:
    """``gazetteer`` with the list of a CSV file laid over it; as it is where there is no file.

    The columns are ``name,type,id,aliases``: a type of the gazetteer, a Wikidata id or nothing, and aliases
    separated by ``|``. A row whose id is listed already adds to that entry; its spellings then mean it
    alone. Raises GraphError naming file and line of a bad row.
    """
    if not path.exists():
        return gazetteer
    entries, forms = dict(gazetteer.entries), dict(gazetteer.forms)
    by_qid = {entry.qid: entry for entry in gazetteer.entries.values() if entry.qid}
    own: dict[str, set[Form]] = {}
    for row in _rows(path):
        entry = _entry(row, by_qid, gazetteer)
        entries[entry.key] = entry
        for text in (entry.name, *row["aliases"].split("|")):
            if text.strip():
                form = Form(
                    text=text.strip(), key=entry.key, kind="name", case="exact" if text.isupper() else "any"
                )
                own.setdefault(spelling(text), set()).add(form)
    forms |= {folded: tuple(sorted(found, key=repr)) for folded, found in own.items()}
    return Gazetteer(entries, forms)


def names_of(path: Path) -> dict[str, str]:
    """The names and aliases of a list, as they are written, with the entity labels of their types.

    Empty where there is no file; errors as for ``with_list``.
    """
    found: dict[str, str] = {}
    for row in _rows(path) if path.exists() else ():
        for name in (row["name"], *row["aliases"].split("|")):
            if name.strip():
                found.setdefault(name.strip(), _LABELS[row["type"]])
    return found


def _entry(row: dict[str, str], by_qid: dict[str, Entry], gazetteer: Gazetteer) -> Entry:
    aliases = tuple(sorted({alias.strip() for alias in row["aliases"].split("|") if alias.strip()}))
    known = by_qid.get(row["id"]) or gazetteer.lookup(row["name"], row["type"])
    if known:
        qid = row["id"] or known.qid
        return replace(known, name=row["name"], qid=qid, aliases=(*known.aliases, *aliases))
    plain = slug(row["name"])
    key = (
        plain
        if plain and plain not in gazetteer.entries
        else f"{plain or 'listed'}-{digest(*row.values(), length=6)}"
    )
    label = _LABELS[row["type"]]
    return Entry(key=key, qid=row["id"], name=row["name"], type=row["type"], label=label, aliases=aliases)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restval="", strict=True)
            if tuple(reader.fieldnames or ()) != _COLUMNS:
                raise GraphError(f"{path}:1: the columns should be {','.join(_COLUMNS)}")
            for row in reader:
                yield _checked(row, f"{path}:{reader.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GraphError(f"{path}: cannot be read as a CSV file in UTF-8 ({error})") from error


def _checked(row: dict[str, str], where: str) -> dict[str, str]:
    if None in row:
        raise GraphError(f"{where}: more values than columns; quote a name that has a comma")
    values = {column: row[column].strip() for column in _COLUMNS}
    if not slug(values["name"]):
        raise GraphError(f"{where}: no name in Latin letters")
    if values["type"] not in _LABELS:
        raise GraphError(f"{where}: type {values['type']!r} is none of {', '.join(_LABELS)}")
    if values["id"] and not _QID.fullmatch(values["id"]):
        raise GraphError(
            f"{where}: id {values['id']!r} is no Wikidata id like Q159; leave it empty where unsure"
        )
    return values
