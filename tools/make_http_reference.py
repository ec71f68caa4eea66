"""Write docs/http.md from the code: every address of `soten serve`, its parameters, what it gives.

python tools/make_http_reference.py
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any  # Any: the OpenAPI description, a JSON document

from soten.web.app import create_app
from soten.web.site import Options

TARGET = Path(__file__).resolve().parent.parent / "docs" / "http.md"
Told = Mapping[str, Any]  # Any: as above

_HEAD = """\
# The HTTP interface

<!-- Made from the code by `make docs`; change the routes in src/soten/web/pages/ instead. -->

Every address of a page of `soten serve` is one of the interface, and `/openapi.json` describes it
for programs. What the pages are for, and what their parameters mean together, [the pages](web.md)
tell.

```console
$ curl -H "Accept: application/json" "http://localhost:8432/statements?party=ukraine&limit=2"
$ curl "http://localhost:8432/statements.csv?party=ukraine&since=2025-08"
```

- **Formats**: `Accept: application/json`, or the address with `.json`, `.ndjson` (JSON Lines) or
  `.csv` at its end; `.atom` and `.ics` where the table says so. Whatever narrows the page narrows
  the data. CSV holds nested values as JSON, and no cell begins a formula.
- **Envelope**: a list is `{"data": […], "next": cursor or null}`, one thing is `{"data": {…}}`.
  Keys are added, never taken away.
- **Pages**: `limit` says how many; `after` takes the cursor of `next`, which means nothing by
  itself. The `Link` header (`rel="next"`) has the whole address.
- **Errors**: `{"error": {"status", "code", "message"}}`, whatever went wrong. 400: a filter names
  nothing that is known, or the address holds control characters. 401: log in. 404: there is no such
  thing. 406: not in this format. 409: somebody decided meanwhile. 422: a parameter is not of its
  form. 429: too many attempts.
- **Unchanged answers**: every answer has an `ETag`; `If-None-Match` gives 304 until anything in the
  ledger changes.
- **Who asks**: a ledger without accounts needs no key and answers its own machine only; else
  `Authorization: Bearer TOKEN` (`soten accounts token`)."""


def description() -> dict[str, Any]:  # Any: as above
    """Return the OpenAPI description of an empty ledger's server."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Options(str(Path(folder) / "none.db")))
        told: dict[str, Any] = app.openapi()
        app.state.site.close()
    return told


def http_reference() -> str:
    """Return the page."""
    told = description()
    groups: dict[str, list[tuple[str, str, Told]]] = {}
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            group = (operation.get("tags") or ["other"])[0]
            groups.setdefault(group, []).append((method.upper(), path, operation))
    lines = [_HEAD]
    for group in sorted(groups):
        lines += [f"\n## {group.capitalize()}\n", *_table(groups[group])]
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(operations: list[tuple[str, str, Told]]) -> Iterator[str]:
    yield "| Address | What it gives | Parameters |"
    yield "|---|---|---|"
    for method, path, operation in operations:
        address = f"`{path}`" if method == "GET" else f"`{method} {path}`"
        names = [
            f"`{one['name']}`"
            for one in operation.get("parameters", ())
            if one["in"] == "query" and one["name"] != "lang"
        ]
        media = operation["responses"].get("200", {}).get("content", {})
        others = {"application/atom+xml": "Atom", "text/calendar": "iCalendar"}
        also = [word for name, word in others.items() if name in media]
        gives = operation["summary"] + (f" (also {', '.join(also)})" if also else "")
        yield f"| {address} | {gives} | {' '.join(names) or '—'} |"


if __name__ == "__main__":
    TARGET.write_text(http_reference(), encoding="utf-8")
    print(f"{TARGET.name} written")
