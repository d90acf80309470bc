"""Verb lemmas that the treebanks lack: ``python -m training.verbs --data ../shared/data``.

Writes ``extract/lexicon/verbs.txt`` from the CAMEO verb dictionary and the tables of our own rules.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill

from extract import lexicon
from training.events.cameo import read_dictionary

TARGET = Path(lexicon.__file__).parent / "verbs.txt"
HEADER = """# Lemmas of verbs, to which an unknown verb form is brought back (extract/inflection.py).
# Source: compiled by `python -m training.verbs` from the CAMEO verb dictionary (Open Event Data Alliance, MIT
# licence) and the verbs of our own tables; do not edit.
"""
LISTS = ("appointing_verbs", "light_verbs", "reciprocal_verbs", "speech_verbs")


def verbs(dictionary: Path) -> Iterator[str]:
    """The single-word verbs of the dictionary and of our tables, in lower case; some more than once."""
    _, blocks = read_dictionary(dictionary)
    yield from (verb.lower() for block in blocks for verb in block.verbs if verb.isalpha())
    yield from (word for word in lexicon.stances() if word.isalpha())
    for name in LISTS:
        yield from lexicon.words(name)


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    options = parser.parse_args()
    found = sorted(set(verbs(options.data / "events" / "cameo-verbs.txt.xz")))
    TARGET.write_text(HEADER + fill(" ".join(found), 110, break_on_hyphens=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
