"""Runs ``spacy train``: first at a steady learning rate, then once more at one that falls to nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
READER = HERE / "reader.py"

RATE = 0.0007
"""Where the second run's learning rate begins."""

WARMUP = 100
"""Steps until the second run has that rate: its optimiser starts without memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One half of the pipeline: its configuration's name, and the steps of the second run."""

    name: str
    falling_steps: int


JOBS = (Job(name="syntax", falling_steps=2000), Job(name="names", falling_steps=1500))


def second_config(job: Job, work: Path) -> Path:
    """Writes the configuration that goes on from the first run's best checkpoint."""
    from thinc.api import Config

    config = Config().from_disk(HERE / f"{job.name}.cfg", interpolate=False)
    best = str(work / job.name / "model-best")
    config["components"] = {name: {"source": best} for name in config["components"]}
    config["nlp"]["after_pipeline_creation"] = {"@callbacks": "newsgraph.LemmaLabels.v1"}
    config["training"]["max_steps"] = job.falling_steps
    config["training"]["optimizer"]["learn_rate"] = {
        "@schedules": "warmup_linear.v1",
        "warmup_steps": WARMUP,
        "total_steps": job.falling_steps,
        "initial_rate": RATE,
    }
    config["training"]["batcher"]["size"] = 1000
    path = work / f"{job.name}-falling.cfg"
    config.to_disk(path)
    return path


def run_all(jobs: Sequence[Job], work: Path) -> None:
    """Trains all jobs beside each other, one thread each; logs stand in ``work``.

    Raises:
        subprocess.CalledProcessError: a training run failed; its log says why.

    """
    for falling in (False, True):
        runs = [start(job, work, falling=falling) for job in jobs]
        for run in runs:
            if run.wait():
                raise subprocess.CalledProcessError(run.returncode, run.args)


def start(job: Job, work: Path, *, falling: bool) -> subprocess.Popen[bytes]:
    """Starts one run; ``falling`` is the second one."""
    config = second_config(job, work) if falling else HERE / f"{job.name}.cfg"
    output = work / (f"{job.name}-falling" if falling else job.name)
    paths = [f"--paths.{part}={work / f'{job.name}-{part}.spacy'}" for part in ("train", "dev")]
    command = [sys.executable, "-m", "spacy", "train", str(config), "--code", str(READER)]
    with output.with_suffix(".log").open("wb") as log:
        return subprocess.Popen(
            [*command, "--output", str(output), *paths],
            env={**os.environ, "OMP_NUM_THREADS": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
