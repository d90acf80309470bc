"""Bytes → text, for files whose encoding nobody wrote down."""

from __future__ import annotations

import codecs

from extract.errors import ExtractError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Word or EPUB file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xfd7zXZ", "an XZ file"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
)
_HARMLESS_CONTROLS = set("\t\n\r\f\v\b\x1a\x1b\x85")


def decode(data: bytes) -> tuple[str, str | None]:
    r"""Decode text of unknown encoding; returns it with a note where the encoding was a guess.

    In order: a byte-order mark; UTF-16 without one, told by its zero bytes; UTF-8; UTF-8 with a few
    broken bytes (a file cut short); Windows-1252. Raises ``ExtractError`` for data that is no text.

    >>> decode(b"caf\xc3\xa9")
    ('café', None)
    >>> decode(b"caf\xe9 \x93ol\xe9\x94")
    ('café “olé”', 'not UTF-8; read as Windows-1252')
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise ExtractError(f"{name}, not text; save its text as .txt")
    text, note = _decoded(data)
    controls = sum(c < " " and c not in _HARMLESS_CONTROLS for c in text[:100_000])
    if controls * 200 > min(len(text), 100_000):
        raise ExtractError("binary data, not text")
    return text, note


def _decoded(data: bytes) -> tuple[str, str | None]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), None
    if b"\0" in data[:4096]:
        encoding = _wide(data[:4096])
        return _strict(data, encoding), f"no byte-order mark; read as {encoding.upper()}"
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _damaged(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ExtractError(f"broken {encoding.upper()} at byte {error.start}; save it as UTF-8") from None


def _wide(head: bytes) -> str:
    """Tell UTF-16 by where its zero bytes are: Latin text has one in every pair."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head[1::2]) and even <= odd // 10:
        return "utf-16-le"
    if even > 0.4 * len(head[0::2]) and odd <= even // 10:
        return "utf-16-be"
    raise ExtractError("binary data, not text")


def _damaged(data: bytes) -> tuple[str, str | None]:
    """UTF-8 with damage if most of what is not ASCII is sound UTF-8, else Windows-1252."""
    mended = data.decode("utf-8", "replace")
    bad = mended.count("\ufffd")
    sound = sum(c > "\x7f" for c in mended) - bad
    if sound > bad:
        return mended, f"{bad} broken UTF-8 {'byte' if bad == 1 else 'bytes'} replaced"
    return data.decode("cp1252", "replace"), "not UTF-8; read as Windows-1252"
