"""``python -m training.events --data DIR``: compiles ``extract/lexicon/events*`` from the CAMEO tables."""

from __future__ import annotations

import argparse
import lzma
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from training.events.cameo import read_dictionary
from training.events.codes import read_classes
from training.events.compilation import overridden, read_overrides, rows, rules, without_empty
from training.events.reduction import noun_key

HERE = Path(__file__).parent
LEXICON = HERE.parents[1] / "extract" / "lexicon"
SOURCE = """# Source: compiled by `python -m training.events` from the CAMEO verb dictionary (Open Event Data
# Alliance, MIT licence) and the CAMEO-to-PLOVER table (Schrodt 2021, CC BY-SA 4.0), with the corrections in
# training/events/overrides.tsv.
"""


def read_agents(path: Path) -> list[str]:
    """The agent nouns of one word, lower case, sorted."""
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        entries = [line.split("[")[0].strip().strip("_").lower() for line in lines if "[" in line]
    return sorted({e for e in entries if re.fullmatch(r"[a-z][a-z-]+", e)})


def wrapped(words: list[str]) -> str:
    """The words in lines of at most 118 characters."""
    return "\n".join(textwrap.wrap(" ".join(words), 118, break_on_hyphens=False))


def read_sets(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Further members of noun sets: name, tab, lemmas."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, words = line.split("\t")
            yield name, words.split()


AGENTS = """# Nouns for people and bodies. Source: compiled by `python -m training.events` from the CAMEO
# agents dictionary (Open Event Data Alliance, MIT licence), entries of one word.
"""


def main() -> None:
    """Writes the two compiled tables; the output depends on the inputs alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with events/cameo-verbs.txt.xz")
    data = parser.parse_args().data / "events"
    sets, blocks = read_dictionary(data / "cameo-verbs.txt.xz")
    compiled = rules(blocks, read_classes(data / "cameo2plover-2021.txt"))
    merged = without_empty(overridden(compiled, read_overrides(HERE / "overrides.tsv")))
    head = "# class of a verb's act under conditions (see extract/events.py)\n"
    (LEXICON / "events.tsv").write_text(head + SOURCE + "\n".join(rows(merged)) + "\n", encoding="utf-8")
    agents = read_agents(data.parent / "gazetteer" / "phoenix-agents.txt.xz")
    (LEXICON / "events_agents.txt").write_text(AGENTS + wrapped(agents) + "\n", encoding="utf-8")
    for name, words in read_sets(HERE / "sets.tsv"):
        sets.setdefault(name, []).extend(words)
    nouns = (f"{name}\t{' '.join(sorted(set(map(noun_key, words))))}" for name, words in sorted(sets.items()))
    (LEXICON / "events_noun_sets.tsv").write_text(
        "# noun set\tlemmas, with their modifier before an underscore\n" + SOURCE + "\n".join(nouns) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
