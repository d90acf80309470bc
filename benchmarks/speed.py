"""What a pipeline costs: seconds to load, words a second on one core, memory, bytes on disk."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.ud_scores import raw_texts
from training.conllu import read_conllu

ROUNDS = 3
"""The text is read so often; the fastest round counts."""


def costs(name: str, data: Path) -> dict[str, float]:
    """Measured in a fresh process bound to one core: seconds, words a second, MB, MB."""
    command = [sys.executable, "-m", "benchmarks.speed", name, str(data)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(run.stdout)
    return measured


def measure(name: str, data: Path) -> dict[str, float]:
    """The measurements, in this process."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = [data / "treebank" / f"{treebank}-dev.conllu.xz" for treebank in ("gum", "ewt")]
    texts = [raw.text for path in paths for raw in raw_texts(read_conllu(path), "\n\n")]
    start = time.perf_counter()
    from extract.language import load_language

    nlp = load_language(name or None)
    loaded = time.perf_counter() - start
    fastest = 0.0
    for _ in range(ROUNDS):
        start = time.perf_counter()
        words = sum(not word.is_space for doc in nlp.pipe(texts) for word in doc)
        fastest = max(fastest, words / (time.perf_counter() - start))
    return {
        "load (s)": loaded,
        "words a second": fastest,
        "peak memory (MB)": _peak(),
        "size (MB)": _size(nlp.path),
    }


def _peak() -> float:
    """The most memory this process has held, in MB. getrusage would count the parent's before exec."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
