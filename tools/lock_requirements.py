"""Resolve pyproject.toml into requirements.lock and requirements-dev.lock.

    python tools/lock_requirements.py

Asks pip what it would install and writes exact versions, one a line, no registry named.
`requirements.lock` is what `make demo` needs, `requirements-dev.lock` what `make test` needs.
Versions that a lock already holds are kept unless --upgrade is given.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Made by `make lock` from pyproject.toml. Exact versions for Python 3.11 to 3.13.\n"


def resolved(requirements: list[str], kept: Path | None) -> list[str]:
    """Return `name==version` for all that pip would install, sorted by name."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "-qq", "--dry-run"]
        command += ["--ignore-installed", "--report", str(report)]
        if kept is not None and kept.exists():
            command += ["--constraint", str(kept)]
        subprocess.run([*command, *requirements], check=True)
        installs = json.loads(report.read_text(encoding="utf-8"))["install"]
    pins = {item["metadata"]["name"].lower().replace("_", "-"): item for item in installs}
    return [f"{name}=={pins[name]['metadata']['version']}" for name in sorted(pins)]


def main() -> None:
    """Write both lock files."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--upgrade", action="store_true", help="take the newest versions")
    upgrade = arguments.parse_args().upgrade
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run = [*project["project"]["dependencies"], *groups["build"]]
    for name, wanted in (
        ("requirements-dev.lock", [*run, *groups["dev"]]),
        ("requirements.lock", run),
    ):
        lock = ROOT / name
        # The smaller lock is a part of the larger, so that both install side by side.
        kept = (
            ROOT / "requirements-dev.lock" if name == "requirements.lock" or not upgrade else None
        )
        lock.write_text(HEADER + "\n".join(resolved(wanted, kept)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
