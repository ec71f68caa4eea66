"""`python -m soten`."""

from __future__ import annotations

import subprocess
import sys


def test_the_package_runs_as_the_command() -> None:
    """`python -m soten` has the same commands."""
    run = subprocess.run(
        [sys.executable, "-m", "soten", "--help"], capture_output=True, text=True, check=True
    )

    assert run.stdout.startswith("Usage: python -m soten ")
    assert "brief" in run.stdout
