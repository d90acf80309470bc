"""Text as files have it → text as the program has it. What is cleaned here is what offsets count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_JOINERS = "\u200c\u200d"  # invisible but meaningful: some scripts and emoji need them


def _replacement(code: int) -> str | None:
    character = chr(code)
    if character in _JOINERS:
        return character
    match unicodedata.category(character):
        case "Zl" | "Zp":
            return "\n"
        case "Zs":
            return " "
        case "Cc":
            return "\n" if character in "\n\v\f\x85" else " "
        case "Cf":  # soft hyphens, zero-width spaces, direction marks, byte-order marks
            return None
        case "Cs":
            return "\ufffd"
    return character


class _Table(dict[int, str | None]):
    """A translation table that classifies each character the first time it is met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = _replacement(code)
        return self[code]


_TABLE = _Table()


def clean(text: str) -> str:
    r"""Normalise running text: NFC, ``\n`` line ends, plain spaces, no invisible characters.

    No-break and other special spaces become spaces, runs of spaces one; control characters become
    spaces; soft hyphens, zero-width and direction marks go; three or more newlines become two.
    Curly quotes and dashes stay. Idempotent.

    >>> clean("Mr\xa0Lavrov\tsaid\r\n\r\n\r\n\r\n“nego\xadtiations”\u200b ")
    'Mr Lavrov said\n\n“negotiations”'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r" {2,}", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def clean_line(text: str | None) -> str:
    """Normalise a title, a name or an address: ``clean``, and on one line; None becomes ``""``."""
    return " ".join(clean(text or "").split())


def unwrap(text: str) -> str:
    r"""Join the lines of hard-wrapped paragraphs; text that is not hard-wrapped comes back as it is.

    Hard-wrapped: paragraphs are apart by blank lines, no line is longer than 100 characters, and most
    lines inside a paragraph end in the middle of a sentence.

    >>> unwrap("The minister said\non Monday that\ntalks would go on.\n\nNobody left.")
    'The minister said on Monday that talks would go on.\n\nNobody left.'
    """
    blocks = [block.split("\n") for block in re.split(r"\n{2,}", text)]
    inner = [line for block in blocks for line in block[:-1]]
    if not inner or max(map(len, (line for block in blocks for line in block))) > 100:
        return text
    if 2 * sum(not _ends_sentence(line) for line in inner) <= len(inner):
        return text
    return "\n\n".join(_joined(block) for block in blocks)


def _ends_sentence(line: str) -> bool:
    return re.search(r"[.!?:…][\"'”’)\]]*$", line) is not None


def _joined(lines: Iterable[str]) -> str:
    return " ".join(lines)
