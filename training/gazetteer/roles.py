"""Who held which office when: our list of known offices, and the officials of the Phoenix dictionaries."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from training.gazetteer.compile import Draft
from training.gazetteer.sources import CountryFacts, rows, words

EARLIEST = "1990"
"""Terms that ended before are left out: today's news does not name their holders in office."""

_TERM = re.compile(r"\[([A-Z]{3})(GOV[A-Z]*) +([<>]?)(\d{6}(?:\d\d)?)(?:-(\d{6}(?:\d\d)?))?\]")
_PARTICLES = words("name_particles.txt")


def role_rows(table: dict[str, Draft]) -> list[tuple[str, ...]]:
    """Return (name, office, body key, from, to), sorted; raises ValueError on an unknown body."""
    bodies = {draft.name: key for key, draft in table.items() if draft.kind in _BODIES}
    return sorted(_role(row, bodies) for row in rows("offices.txt", 5))


_BODIES = frozenset({"Country", "Organization", "AdministrativeArea"})


def _role(row: list[str], bodies: dict[str, str]) -> tuple[str, ...]:
    name, office, body, start, end = row
    if body not in bodies:
        raise ValueError(f"offices.txt: {body!r} ({name}) is in no list: add it or correct the name")
    return name, office, bodies[body], start, end


def official_rows(
    data: Path, facts: dict[str, CountryFacts], table: dict[str, Draft]
) -> list[tuple[str, ...]]:
    """Return (name, sector, country key, from, to) of the dated officials of Phoenix (MIT), sorted.

    ``to`` is ``?`` where the dictionary, last revised in 2014, leaves a term open.
    """
    keys = {draft.iso: key for key, draft in table.items() if draft.iso}
    states = {fact.iso3: keys[iso] for iso, fact in facts.items() if iso in keys} | {"KSV": "kosovo"}
    packed = (data / "gazetteer" / "phoenix-countries-actors.txt.xz").read_bytes()
    text = lzma.decompress(packed).decode(errors="replace")
    found = {
        (name, sector, states[code], start, end)
        for name, code, sector, start, end in _terms(text)
        if code in states and (end == "?" or end >= EARLIEST)
    }
    return sorted(found)


def _terms(text: str) -> Iterator[tuple[str, str, str, str, str]]:
    name = ""
    for line in text.splitlines():
        if line[:1].isalpha():
            head, _, comment = line.partition(";")
            name = _cased(head.partition("[")[0]) if "CountryInfo" in comment else ""
        if name and line[:1] != "+":
            for code, sector, open_, first, last in _TERM.findall(line.partition("#")[0]):
                start = _date(first) if open_ != "<" else ""
                end = _date(last or first) if last or open_ == "<" else "?"
                if start < end or end == "?":
                    yield name, code, sector, start, end


def _cased(head: str) -> str:
    """``FRANK_WALTER_STEINMEIER_`` → ``Frank Walter Steinmeier``; empty for anything but a full name."""
    parts = head.replace("_", " ").split()
    if not 2 <= len(parts) <= 5 or not all(re.fullmatch(r"[A-Z.'-]+", part) for part in parts):
        return ""
    if len(parts[-1]) < 3:
        return ""
    cased = [
        part.lower() if part.lower() in _PARTICLES and number else _capital(part)
        for number, part in enumerate(parts)
    ]
    return " ".join(cased)


def _capital(part: str) -> str:
    return re.sub(r"[A-Z]+", lambda found: found.group().capitalize(), part)


def _date(digits: str) -> str:
    """``040309`` or ``20040309`` → ``2004-03-09``; two-digit years up to 14 are of this century."""
    if len(digits) == 6:
        digits = ("20" if digits[:2] <= "14" else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
