"""The CAMEO verb dictionary as Python values: noun sets, verb blocks, and patterns around a verb.

Format (from the file's own notes and PETRARCH's ``read_verb_dictionary``): ``&NAME`` opens a noun set of
``+WORD`` lines; ``--- NAME [code] ---`` opens a block of verbs (one a line, inflections in braces, a code
of its own in brackets) and of patterns (``- left * right [code] # verb``), where ``$`` and ``+`` are
actors, ``{ }`` a phrase and ``( )`` a prepositional phrase.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_BLOCK = re.compile(r"^---\s+(\S+)\s+\[(.*?)\]\s+---")
_PATTERN = re.compile(r"^-\s+(.*?)\s*\[\s*([-:0-9]+)\s*\]\s*(?:#\s*(.*))?$")
_PATTERN_BARE = re.compile(r"^-\s+(.*?\*.*?)\s*\[\s*([-:0-9]+)\s*\]")
_VERB = re.compile(r"^\+?([A-Z][A-Z_'-]*)\s*(?:\{[^}]*\})?\s*(?:\[\s*([-:0-9]+)\s*\])?")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What stands left and right of the verb, the code, and the verb it was first written for (or empty)."""

    left: str
    right: str
    code: str
    origin: str


@dataclass(slots=True)
class Block:
    """Verbs that share a default code and patterns; a verb's own code overrides the block's."""

    code: str
    verbs: dict[str, str] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)


def read_dictionary(path: Path) -> tuple[dict[str, list[str]], list[Block]]:
    """The noun sets by lower-case name, and the verb blocks in file order."""
    sets: dict[str, list[str]] = {}
    blocks: list[Block] = []
    members: list[str] | None = None
    for line in _content(path):
        opening = _BLOCK.match(line)
        if opening:
            blocks.append(Block(opening[2]))
        elif blocks:
            _add(blocks[-1], line)
        elif line.startswith("&"):
            members = sets.setdefault(line[1:].split()[0].lower().strip("_"), [])
        elif line.startswith("+") and members is not None:
            members.append(line[1:].split("#")[0].strip().strip("_").lower())
    return sets, blocks


def _content(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _add(block: Block, line: str) -> None:
    pattern = _PATTERN.match(line) or _PATTERN_BARE.match(line)
    if pattern and "*" in pattern[1]:
        left, _, right = pattern[1].partition("*")
        origin = (pattern[3] or "").strip() if pattern.re is _PATTERN else ""
        block.patterns.append(Pattern(left.strip(), right.strip(), pattern[2], origin))
        return
    verb = None if line.startswith("-") else _VERB.match(line)
    if verb:
        block.verbs[verb[1].strip("_")] = verb[2] or block.code
