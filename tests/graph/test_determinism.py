from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from exports.registry import exporter
from graph.merge import merge
from tests.graph.readings import name, nominal, reading, told

people = [name("Lavrov", "PERSON"), name("Sergey Lavrov", "PERSON"), name("Acme", "ORG"), name("Acme", "GPE")]
things = [nominal("talks"), name("Russians", "NORP"), name("Georgia", "GPE"), name("Tbilisi", "GPE")]
told_so = [
    (told(one, "demand", other, event=event, at=at * 9, by=people[at % 4], extractor=f"e{at % 3}"), at)
    for at, (one, other, event) in enumerate(
        (one, other, event) for one in people for other in things for event in ("AGREE", "DEMAND", None)
    )
]
readings = [reading(*(t for t, at in told_so if at % 5 == part), article=f"a{part}") for part in range(5)]
readings = readings if sys.argv[1] == "forward" else readings[::-1]
for form in ("ttl", "nt", "jsonld", "graphml", "json"):
    sys.stdout.buffer.write(exporter(form)(merge(readings)))
"""


def _written(seed: str, order: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SCRIPT, order]
    return subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True).stdout


def test_neither_hash_seed_nor_order_changes_a_byte() -> None:
    first = _written("0", "forward")
    assert len(first) > 10_000
    assert _written("1", "forward") == first
    assert _written("4711", "backward") == first
