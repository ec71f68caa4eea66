"""Copy what the pages use from npm packages into src/soten/web/static/vendor.

    python tools/vendor_frontend.py

Runs `npm ci` in frontend/, where package.json and package-lock.json pin the packages, and copies
single files with their licences. A user never needs this: the copies are in the repository and in
the wheel. axe-core goes to tests/web/vendor; it checks the pages and is part of none.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
MODULES = FRONTEND / "node_modules"
SHIPPED = ROOT / "src" / "soten" / "web" / "static" / "vendor"
TESTED = ROOT / "tests" / "web" / "vendor"

FILES = {
    "htmx.org": ("dist/htmx.min.js", "LICENSE"),
    "leaflet": ("dist/leaflet.js", "dist/leaflet.css", "LICENSE"),
    "cytoscape": ("dist/cytoscape.min.js", "LICENSE"),
    "world-atlas": ("countries-50m.json", "countries-110m.json", "LICENSE"),
    "axe-core": ("axe.min.js", "LICENSE"),
}
_ONLY_TESTED = ("axe-core",)


def main() -> None:
    """Install the pinned packages and copy their files."""
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit"], cwd=FRONTEND, check=True)
    versions: dict[str, str] = {}
    for package, names in FILES.items():
        told = json.loads((MODULES / package / "package.json").read_text(encoding="utf-8"))
        versions[package] = told["version"]
        folder = (TESTED if package in _ONLY_TESTED else SHIPPED) / package
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            copied = _without_map(MODULES / package / name)
            (folder / Path(name).name).write_bytes(copied)
    shutil.rmtree(MODULES)
    shipped = {name: versions[name] for name in versions if name not in _ONLY_TESTED}
    text = json.dumps(shipped, indent=2, sort_keys=True) + "\n"
    (SHIPPED / "versions.json").write_text(text, encoding="utf-8")
    print(", ".join(f"{name} {version}" for name, version in sorted(versions.items())))


def _without_map(path: Path) -> bytes:
    """Return a file without the line that names a source map, which is not shipped."""
    lines = path.read_bytes().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b"//# sourceMappingURL"))


if __name__ == "__main__":
    main()
