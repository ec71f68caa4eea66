"""Measure the speed and memory of the reading beside the bare tokenizer and GiNZA.

    make bench            or: python -m bench.speed [--characters 2000000] [--without-ginza]

Every measurement is a process of its own on one core, all in one run on one text. Writes
out/bench.json; ends with exit code 1 when a floor of bench/floors.json does not hold.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.corpus import ROOT, repeated, reports, write_folder
from bench.process import CommandError, Cost, cost_of

GINZA_VENV = ROOT / ".venv-ginza"
SLICE = 50_000
"""Characters given to GiNZA; at its speed the whole text would take a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One line of the table."""

    name: str
    characters: int
    seconds: float
    peak_mb: float

    @property
    def speed(self) -> float:
        """Characters a second."""
        return self.characters / self.seconds


def _worker(name: str, kind: str, folder: Path) -> Measurement:
    cost = cost_of([sys.executable, "-m", "bench.workers", kind, folder], cwd=ROOT)
    return _from_report(name, cost)


def _from_report(name: str, cost: Cost) -> Measurement:
    """Read the JSON object that a worker prints last."""
    report = json.loads(cost.output.strip().splitlines()[-1])
    return Measurement(name, int(report["characters"]), float(report["seconds"]), cost.peak_mb)


def _soten() -> Path:
    return Path(sys.executable).with_name("soten")


def measure_add(name: str, folder: Path, characters: int) -> Measurement:
    """Measure `soten add` of a folder into a fresh ledger, from start to exit."""
    with tempfile.TemporaryDirectory() as place:
        cost = cost_of([_soten(), "add", "--ledger", Path(place) / "bench.db", folder])
    return Measurement(name, characters, cost.seconds, cost.peak_mb)


def measure_help() -> float:
    """Return the median of seven starts of `soten --help`, in seconds."""
    return sorted(cost_of([_soten(), "--help"]).seconds for _ in range(7))[3]


def measure_ginza(folder: Path) -> Measurement | str:
    """Measure GiNZA in a virtual environment of its own, or say why it cannot be."""
    python = GINZA_VENV / "bin" / "python"
    try:
        if not (GINZA_VENV / ".ready").exists():
            print(f"installing GiNZA into {GINZA_VENV.name} (once, about 500 MB) ...", flush=True)
            subprocess.run([sys.executable, "-m", "venv", "--clear", GINZA_VENV], check=True)
            install: list[str | Path] = [python, "-m", "pip", "install", "-qq", "ginza", "ja-ginza"]
            subprocess.run(install, check=True)
            (GINZA_VENV / ".ready").touch()
        return _from_report("GiNZA", cost_of([python, ROOT / "bench" / "ginza_worker.py", folder]))
    except (subprocess.CalledProcessError, CommandError, OSError) as error:
        return f"GiNZA could not be measured on this Python: {str(error).strip()[-300:]}"


def main() -> None:
    """Measure everything, print the table, check the floors."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--characters", type=int, default=2_000_000)
    arguments.add_argument("--without-ginza", action="store_true")
    options = arguments.parse_args()
    source, texts = reports()
    with tempfile.TemporaryDirectory() as place:
        whole, tenth, part = (Path(place) / name for name in ("whole", "tenth", "part"))
        documents = repeated(texts, options.characters)
        tenth_documents = repeated(texts, options.characters // 10)
        write_folder(documents, whole)
        write_folder(tenth_documents, tenth)
        write_folder(repeated(texts, SLICE), part)
        characters = sum(map(len, documents))
        print(f"{len(documents)} documents from {source}, {characters:,} characters; one core")
        table = [
            _worker("tokenizer", "tokenizer", whole),
            _worker("reading", "reading", whole),
            measure_add("soten add", whole, characters),
            measure_add("soten add, a tenth", tenth, sum(map(len, tenth_documents))),
        ]
        ginza = "not asked for" if options.without_ginza else measure_ginza(part)
    if isinstance(ginza, Measurement):
        table.append(ginza)
    help_s = measure_help()
    _print_table(table, ginza, help_s)
    _write(table, help_s)
    if broken := _broken_floors({line.name: line for line in table}, help_s):
        raise SystemExit("\n".join(broken))


def _print_table(table: list[Measurement], ginza: Measurement | str, help_s: float) -> None:
    """Print the measurements for a person."""
    bare = table[0].speed
    slowest = ginza.speed if isinstance(ginza, Measurement) else None
    print(
        f"\n{'':20}{'chars/s':>12}{'x tokenizer':>13}{'x GiNZA':>10}{'seconds':>10}{'peak MB':>9}"
    )
    for line in table:
        beside = f"{line.speed / slowest:.1f}" if slowest else "-"
        print(
            f"{line.name:20}{line.speed:12,.0f}{bare / line.speed:13.1f}{beside:>10}"
            f"{line.seconds:10.1f}{line.peak_mb:9.0f}"
        )
    print(
        "(x tokenizer: how many times the bare tokenizer's time; x GiNZA: how many times as fast)"
    )
    if isinstance(ginza, str):
        print(f"GiNZA: {ginza}")
    print(f"soten --help: {help_s:.2f} s")


def _write(table: list[Measurement], help_s: float) -> None:
    """Write the measurements to out/bench.json."""
    target = ROOT / "out" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    lines = [{**asdict(line), "characters_per_s": line.speed} for line in table]
    target.write_text(json.dumps({"lines": lines, "help_s": help_s}, indent=2) + "\n")


def _broken_floors(table: dict[str, Measurement], help_s: float) -> list[str]:
    """Return one line for each floor that does not hold."""
    floors = json.loads((ROOT / "bench" / "floors.json").read_text(encoding="utf-8"))["speed"]
    reading, whole, tenth = table["reading"], table["soten add"], table["soten add, a tenth"]
    # What, measured, floor, and whether more (1) or less (-1) is better.
    checks = [
        ("reading, characters a second", reading.speed, floors["reading_characters_per_s"], 1),
        ("soten add, peak MB", whole.peak_mb, floors["peak_mb"], -1),
        ("peak MB, whole over a tenth", whole.peak_mb / tenth.peak_mb, floors["peak_growth"], -1),
        ("soten --help, seconds", help_s, floors["help_s"], -1),
    ]
    if "GiNZA" in table:
        ratio = reading.speed / table["GiNZA"].speed
        checks.append(("reading, times GiNZA", ratio, floors["times_ginza"], 1))
    return [
        f"FLOOR BROKEN: {what}: {measured:.2f}, floor {floor}"
        for what, measured, floor, better in checks
        if (measured - floor) * better < 0
    ]


if __name__ == "__main__":
    main()
