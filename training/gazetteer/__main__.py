"""Compile the gazetteer: ``python -m training.gazetteer --data ../shared/data``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from training.gazetteer.compile import drafts, entity_rows, keyed, name_rows
from training.gazetteer.roles import official_rows, role_rows
from training.gazetteer.sources import country_facts

OUT = Path(__file__).parents[2] / "extract" / "lexicon" / "gazetteer"

_OURS = "Sources: country-codes.csv (PDDL) and newsgraph's own lists in training/gazetteer/sources."
_PHOENIX = "Source: Phoenix/CountryInfo actor dictionaries, (c) 2014 Open Event Data Alliance, MIT licence."


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the gazetteer's tables.")
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--out", type=Path, default=OUT, help="where the tables go")
    args = parser.parse_args()
    table = keyed(drafts(args.data))
    officials = official_rows(args.data, country_facts(args.data), table)
    header = "key qid type label name country metonym_of"
    _write(args.out / "entities.tsv", _OURS, header, entity_rows(table))
    _write(args.out / "names.tsv", _OURS, "form key kind case caution", name_rows(table))
    _write(args.out / "roles.tsv", _OURS, "name office body from to", role_rows(table))
    _write(args.out / "officials.tsv", _PHOENIX, "name sector country from to", officials)


def _write(path: Path, source: str, header: str, table: Iterable[tuple[str, ...]]) -> None:
    lines = [f"# {source} Made by: python -m training.gazetteer", "\t".join(header.split())]
    lines += ["\t".join(row) for row in table]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines) - 2} rows")


if __name__ == "__main__":
    main()
