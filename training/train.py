"""Runs ``spacy train`` for both halves of the pipeline, beside each other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
READER = HERE / "reader.py"

HALVES = ("syntax", "names")
"""The configurations, and the names of what they train."""


def train(halves: Sequence[str], work: Path) -> None:
    """Trains the halves, one thread each; logs and checkpoints stand in ``work``.

    Raises:
        subprocess.CalledProcessError: a training run failed; its log says why.

    """
    runs = [start(half, work) for half in halves]
    for run in runs:
        if run.wait():
            raise subprocess.CalledProcessError(run.returncode, run.args)


def start(half: str, work: Path) -> subprocess.Popen[bytes]:
    """Starts one run; its checkpoints go to a folder of the half's name."""
    paths = [f"--paths.{part}={work / f'{half}-{part}.spacy'}" for part in ("train", "dev")]
    command = [sys.executable, "-m", "spacy", "train", str(HERE / f"{half}.cfg"), "--code", str(READER)]
    with (work / f"{half}.log").open("wb") as log:
        return subprocess.Popen(
            [*command, "--output", str(work / half), *paths],
            env={**os.environ, "OMP_NUM_THREADS": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
