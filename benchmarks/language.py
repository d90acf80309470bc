"""Scores and costs of language pipelines: ``python -m benchmarks.language --data ../shared/data``.

Names or folders of several pipelines may be given to compare them in one run; without any, the
shipped one is measured. ``--card FILE`` writes the tables between the markers in that file.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.name_scores import SETS, name_scores
from benchmarks.speed import costs
from benchmarks.ud_scores import raw_scores, tree_scores
from extract.gazetteer_component import FACTORY as GAZETTEER

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = "shipped"
BEGIN, END = "<!-- scores: written by benchmarks.language -->", "<!-- /scores -->"

Scores = dict[tuple[str, str], float]
"""(set, measure) → figure."""


def scores(name: str, data: Path) -> Scores:
    """All figures of one pipeline."""
    from extract.language import load_language

    found: Scores = {}
    path = "" if name == SHIPPED else name
    nlp = load_language(path or None)
    for treebank in ("ewt", "gum"):
        file = data / "treebank" / f"{treebank}-dev.conllu.xz"
        for part in (tree_scores(nlp, file), raw_scores(nlp, file)):
            found |= {(f"{treebank} dev", measure): figure for measure, figure in part.items()}
    for corpus in SETS:
        found |= {(f"{corpus} dev", measure): figure for measure, figure in _names(nlp, data, corpus)}
    return found | {("cost", measure): figure for measure, figure in costs(path, data).items()}


def _names(nlp: Language, data: Path, corpus: str) -> Iterator[tuple[str, float]]:
    for kind, counts in name_scores(nlp, data, corpus).items():
        yield ("names F" if kind == "all" else f"names, {kind} F"), counts.f
        if kind == "all":
            yield "names P", counts.precision
            yield "names R", counts.recall
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == GAZETTEER]):
        yield "names F without gazetteer", name_scores(nlp, data, corpus)["all"].f


def table(columns: dict[str, Scores]) -> str:
    """A Markdown table, one column for each pipeline."""
    rows = dict.fromkeys(key for column in columns.values() for key in column)
    lines = ["| set | measure | " + " | ".join(columns) + " |", "|---|---|" + "---:|" * len(columns)]
    for key in rows:
        cells = [_figure(column.get(key)) for column in columns.values()]
        lines.append(f"| {key[0]} | {key[1]} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 1000 else f"{value:.2f}"


def write_card(path: Path, text: str) -> None:
    """Replaces what stands between the markers.

    Raises:
        SystemExit: the file has no markers.

    """
    card = path.read_text(encoding="utf-8")
    before, begin, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{path}: no lines {BEGIN!r} and {END!r} to write the scores between")
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures, prints and, if asked to, writes the model card."""
    parser = argparse.ArgumentParser(prog="benchmarks.language", description=__doc__)
    parser.add_argument("pipelines", nargs="*", default=[SHIPPED], help="names or folders of pipelines")
    parser.add_argument("--data", type=Path, required=True, help="the development data's folder")
    parser.add_argument("--card", type=Path, help="a Markdown file to write the tables into")
    options = parser.parse_args(arguments)
    columns = {}
    for name in options.pipelines:
        print(f"measuring {name}", file=sys.stderr)
        columns[name] = scores(name, options.data)
    text = table(columns)
    print(text)
    if options.card:
        write_card(options.card, text)


if __name__ == "__main__":
    main()
