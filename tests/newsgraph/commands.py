"""The command line to test with, in this process or another."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsgraph.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What a command left: its exit status and what it wrote to either stream."""

    status: int
    out: str
    err: str


@contextmanager
def _streams(stdin: str) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    was = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
    try:
        yield out, err
    finally:
        for wrapper in (sys.stdout, sys.stderr):
            wrapper.detach()  # else it closes the bytes below when it goes
        sys.stdin, sys.stdout, sys.stderr = was


class Cli:
    """``newsgraph`` as a user has it."""

    def run(self, *arguments: object, stdin: str = "") -> Ended:
        """Run in this process, where the language pipeline is loaded once for all tests."""
        with _streams(stdin) as (out, err), pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        code = ended.value.code
        return Ended(
            status=code if isinstance(code, int) else 0,
            out=out.getvalue().decode(),
            err=err.getvalue().decode(),
        )

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[bytes]:
        """Start a process of its own, in the checkout."""
        environment = {**os.environ, "OMP_NUM_THREADS": "1", **options.pop("env", {})}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        command = [sys.executable, "-m", "newsgraph", *map(str, arguments)]
        return subprocess.Popen(command, cwd=ROOT, env=environment, **streams)
