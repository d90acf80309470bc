"""The whole recipe: ``python -m training --data ../shared/data``; see README.md beside this file."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.assemble import assemble
from training.convert import convert_names, convert_treebanks
from training.train import HALVES, train

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Converts, trains both halves, assembles, measures and writes the model card."""
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=Path, default=ROOT / "training" / "work")
    parser.add_argument("--target", type=Path, default=ROOT / "training" / "cnn")
    parser.add_argument("--card", type=Path, default=ROOT / "docs" / "model-card.md")
    options = parser.parse_args()
    print("treebanks", convert_treebanks(options.data, options.work))
    print("names", convert_names(options.data, options.work))
    train(HALVES, options.work)
    syntax, names = (options.work / half / "model-best" for half in HALVES)
    print("bytes", assemble(syntax, names, options.target))

    from benchmarks.language import main as measure

    measure([str(options.target), "--data", str(options.data), "--card", str(options.card)])


if __name__ == "__main__":
    main()
