"""Run a command on one core and say what it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: wall-clock seconds, peak memory in MB, and what it printed."""

    seconds: float
    peak_mb: float
    output: str


class CommandError(Exception):
    """A measured command ended with an exit code other than 0."""


_KEEPER = """
import json, os, resource, subprocess, sys, time
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
started = time.perf_counter()
code = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT).returncode
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
with os.fdopen(int(sys.argv[1]), "w") as told:
    json.dump([code, peak, seconds], told)
"""
"""A small process that starts the command, so that the peak is not that of the process that asks:
a child starts with the resident set of the one it is forked from."""


def cost_of(command: Sequence[str | Path], cwd: Path | None = None) -> Cost:
    """Run `command` on one core; raise `CommandError` with its last lines if it fails.

    The peak is the resident set of this one process, with nothing of ours counted.
    """
    words = [str(part) for part in command]
    told, tell = os.pipe()
    with os.fdopen(told) as report:
        ran = subprocess.run(
            [sys.executable, "-c", _KEEPER, str(tell), *words],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            pass_fds=(tell,),
            check=False,
        )
        os.close(tell)
        written = report.read()
    if not written:
        raise CommandError(f"{words[0]} could not be run:\n{ran.stdout[-2000:]}")
    code, peak, seconds = json.loads(written)
    if code != 0:
        raise CommandError(f"{words[0]} ended with {code}:\n{ran.stdout[-2000:]}")
    return Cost(seconds, peak / 1024, ran.stdout)
