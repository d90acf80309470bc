"""Reads what the gazetteer is compiled from: our own lists and the country table of the data hub."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).parent / "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFacts:
    """One row of country-codes.csv (PDDL), as far as the gazetteer needs it."""

    iso2: str
    iso3: str
    qid: str
    status: str
    names: tuple[str, ...]

    @property
    def sovereign(self) -> bool:
        """Whether it is a state, recognised by all or claimed (``In contention``)."""
        return self.status in {"Yes", "In contention"} and self.iso2 != "EH"

    @property
    def parent(self) -> str:
        """ISO code of the state a territory belongs to, or an empty string."""
        found = re.fullmatch(r".* of ([A-Z]{2})", self.status)
        return found.group(1) if found else ""


def rows(name: str, width: int) -> Iterator[list[str]]:
    """Yield the rows of one of our lists, padded to ``width`` fields; raises ValueError on a longer row."""
    path = SOURCES / name
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split(";")]
        if len(fields) > width:
            raise ValueError(f"{path}:{number}: {len(fields)} fields, at most {width} expected: {line}")
        yield fields + [""] * (width - len(fields))


def words(name: str) -> frozenset[str]:
    """Return the lines of a one-column list."""
    return frozenset(row[0] for row in rows(name, 1))


def split(field: str) -> list[str]:
    """Return the alternatives of a field, which stand apart by ``|``."""
    return [part.strip() for part in field.split("|") if part.strip()]


def country_facts(data: Path) -> dict[str, CountryFacts]:
    """Return the facts of ``gazetteer/country-codes.csv`` by ISO 3166-1 alpha-2 code, corrected."""
    fixes = {iso: (qid, name) for iso, qid, name, _ in rows("corrections.txt", 4)}
    with (data / "gazetteer" / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        return {row["ISO3166-1-Alpha-2"]: _facts(row, fixes) for row in csv.DictReader(file)}


def _facts(row: dict[str, str], fixes: dict[str, tuple[str, str]]) -> CountryFacts:
    iso2 = row["ISO3166-1-Alpha-2"]
    qid, wrong = fixes.get(iso2, ("", ""))
    named = (row["UNTERM English Short"], row["UNTERM English Formal"], row["official_name_en"])
    names = {_plain(name) for name in named} - {wrong}
    return CountryFacts(
        iso2=iso2,
        iso3=row["ISO3166-1-Alpha-3"],
        qid=qid or row["wikidata_id"].rpartition("/")[2],
        status=row["is_independent"],
        names=tuple(sorted(name for name in names if name and "(" not in name and "," not in name)),
    )


def _plain(name: str) -> str:
    """Drop the footnote marks and articles of the United Nations' terminology."""
    bare = re.sub(r"[\s*]+$", "", name).replace("’", "'")
    bare = re.sub(r"\s*\(the\)$", "", bare)
    return re.sub(r"^the ", "", bare)
