"""Run a command on one core and say what it took."""

from __future__ import annotations

import os
import subprocess
import time
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


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def cost_of(command: Sequence[str | Path], cwd: Path | None = None) -> Cost:
    """Run `command` on one core; raise `CommandError` with its last lines if it fails.

    The peak is the resident set of this one process (`wait4`), so nothing of ours is counted.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_stay_on_one_core,  # noqa: PLW1509  no threads here
    )
    assert process.stdout is not None
    output = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode != 0:
        raise CommandError(f"{command[0]} ended with {process.returncode}:\n{output[-2000:]}")
    return Cost(seconds, usage.ru_maxrss / 1024, output)
