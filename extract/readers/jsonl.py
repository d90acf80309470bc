"""JSON Lines (.jsonl): one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from extract.errors import ExtractError
from extract.readers.decoding import decode
from extract.readers.draft import Draft, ReadFailure, all_bytes

_LINE_AT_MOST = 16 * 1024 * 1024
_OPTIONAL = ("title", "published", "publisher", "url")


def read_jsonl(stream: BinaryIO, source: str) -> Iterator[Draft | ReadFailure]:
    """Yield one draft a line, and last one failure for all lines that are none; blank lines are skipped.

    A line is an object with ``text`` and optionally ``title``, ``published``, ``publisher`` and
    ``url``, all strings; other keys are ignored. Reads line by line, so the file may be of any size.
    """
    first: tuple[str, str] | None = None
    failed = 0
    for number, raw in enumerate(_lines(stream), 1):
        if not raw.strip():
            continue
        try:
            yield _draft(raw, number)
        except ExtractError as error:
            failed += 1
            first = first or (f"{source}:{number}", str(error))
            if isinstance(error, _OwnOutputError):
                break
    if first:
        where, reason = first
        more = f"; {failed - 1:,} more lines are no articles" if failed > 1 else ""
        yield ReadFailure(source=where, reason=reason + more)


class _OwnOutputError(ExtractError):
    """The file is what ``newsgraph extract`` printed; none of its lines is an article."""


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines; a file that is not in UTF-8's family of encodings is decoded as a whole first."""
    first = stream.readline(_LINE_AT_MOST + 1)
    if b"\0" in first or first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text, _ = decode(first + all_bytes(stream))
        yield from (line.encode() for line in text.split("\n"))
        return
    decode(first.removeprefix(b"{"))  # a picture or an archive fails here, once
    for line in chain([first], iter(lambda: stream.readline(_LINE_AT_MOST + 1), b"")):
        yield line
        if len(line) > _LINE_AT_MOST:
            _skip_rest_of_line(stream, line)


def _skip_rest_of_line(stream: BinaryIO, piece: bytes) -> None:
    while piece and not piece.endswith(b"\n"):
        piece = stream.readline(_LINE_AT_MOST)


def _draft(raw: bytes, number: int) -> Draft:
    if len(raw) > _LINE_AT_MOST:
        raise ExtractError(f"a line of more than {_LINE_AT_MOST // 2**20} MiB, too long for one article")
    text, note = decode(raw)
    try:
        record = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ExtractError(f"not JSON ({str(error)[:80]})") from None
    if not isinstance(record, dict):
        raise ExtractError('not a JSON object; write {"text": "…"}')
    if "text" not in record and {"subject", "predicate", "object"} <= record.keys():
        raise _OwnOutputError("no articles but relations that newsgraph extract printed")
    if not isinstance(record.get("text"), str):
        raise ExtractError('no "text" that is a string')
    values = {key: record[key] for key in _OPTIONAL if record.get(key) is not None}
    for key, value in values.items():
        if not isinstance(value, str):
            raise ExtractError(f'"{key}" is not a string')
    return Draft(text=record["text"], line=number, note=note, **values)
