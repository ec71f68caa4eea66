"""Write docs/records.md from the code: kinds of record, their fields, the closed sets.

python tools/make_record_reference.py
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from soten.records import kinds, plover, span, vocabulary

TARGET = Path(__file__).resolve().parent.parent / "docs" / "records.md"

_INTRODUCTION = """\
# Records

<!-- Made from the code by `make docs`; change the docstrings in src/soten/records/ instead. -->

What a ledger holds, one kind a section. `soten export jsonl` writes one record a line, in UTF-8,
documents and entities first. Every kind but `document` and `entity` has `document` and
`evidence: {start, end, exact}`, where `exact` is the stored text at that place; offsets count
Unicode code points and the end is excluded. A field that the text does not settle is `null` or
absent, never guessed. Ids are stable: the same document read twice gives the same ids. Dates are
[EDTF](https://www.loc.gov/standards/datetime/), level 1. The words are explained in the
[glossary](glossary.md); which rule makes which record, in [how reading works](reading.md).
"""

_PARTS = (
    kinds.Document,
    kinds.Story,
    kinds.Published,
    kinds.Actor,
    kinds.Role,
    *kinds.RECORD_TYPES,
    kinds.Speaker,
    kinds.Assertion,
    kinds.Control,
    span.Evidence,
    span.Span,
)

_COMMON = {
    "act": "What the speaker does by saying it.",
    "asserted": "Who asserts it, each with the words.",
    "by": "An actor id, `anonymous:…` or `author`.",
    "condition": "In the document's own words.",
    "date": "When, as EDTF.",
    "denied": "Who denies it, each with the words.",
    "document": "The id of the document.",
    "edtf": "What it says, as EDTF.",
    "end": "Until when, as EDTF.",
    "entity": "The id of an actor.",
    "evidence": "The exact words it rests on.",
    "id": "Stable over readings.",
    "issue": "The id of a point at issue.",
    "issues": "The ids of points at issue, the most relevant first.",
    "participants": "Ids of actors.",
    "party": "The id of the state or body that is bound by it.",
    "place": "The id of a place.",
    "rule": "The reading rule that made it.",
    "start": "From when, as EDTF.",
    "statement": "The id of the statement it rests on.",
    "to": "The id of the actor addressed.",
    "what": "In the document's own words.",
}
"""What a field is wherever it occurs, for fields that have no note of their own."""


def field_notes(owner: type) -> dict[str, str]:
    """Return the string that stands below each field of a class, by field name.

    >>> field_notes(kinds.Figure)["by"]
    'Whose figure: an actor id, `anonymous:…`, or None.'
    """
    (body,) = ast.parse(inspect.getsource(owner).strip()).body
    assert isinstance(body, ast.ClassDef)
    notes: dict[str, str] = {}
    for node, below in zip(body.body, body.body[1:], strict=False):
        name = _assigned(node)
        if name and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            notes[name] = inspect.cleandoc(str(below.value.value)).replace("\n", " ")
    return notes


def _assigned(node: ast.stmt) -> str | None:
    """Return the name that a class statement gives a value or type to."""
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case _:
            return None


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _description(owner: type) -> str:
    """Return a docstring without its examples."""
    text = inspect.cleandoc(owner.__doc__ or "")
    return re.split(r"\n\n?>>> ", text)[0].replace("\\\\n", "\\n").strip()


def _kind_section(owner: type) -> Iterable[str]:
    exported = getattr(owner, "kind", None)
    heading = owner.__name__ + (f" — `{exported}`" if exported else "")
    common = {} if owner is span.Span else _COMMON
    notes = common | field_notes(owner)
    yield f"\n### {heading}\n\n{_description(owner)}\n"
    yield "| field | type | |\n| --- | --- | --- |"
    for item in dataclasses.fields(owner):
        yield f"| `{item.name}` | `{_cell(str(item.type))}` | {_cell(notes.get(item.name, '–'))} |"
    yield ""


def _vocabulary_section(owner: type[StrEnum]) -> Iterable[str]:
    values = ", ".join(f"`{member.value}`" for member in owner)
    yield f"\n### {owner.__name__}\n\n{_description(owner)}\n\n{values}\n"


def _plover_section() -> Iterable[str]:
    yield "\n## Events and PLOVER\n\n" + inspect.cleandoc(plover.__doc__ or "")
    yield (
        "Mode and context are those of its CAMEO crosswalk of 2021. Votes, orders and outages\n"
        "have no counterpart there: PLOVER codes acts of one actor on another.\n"
    )
    yield "| event | PLOVER | mode | context |\n| --- | --- | --- | --- |"
    for event, plover_type in plover.PLOVER_TYPES.items():
        row = dataclasses.astuple(plover_type) if plover_type else (None, None, None)
        yield f"| `{event}` | " + " | ".join(part or "–" for part in row) + " |"
    yield ""


def record_reference() -> str:
    """Return the whole page."""
    lines = [_INTRODUCTION, "## Kinds"]
    for part in _PARTS:
        lines += _kind_section(part)
    lines.append(
        "## Closed sets\n\nPoints at issue are not among them: packs define those "
        "([how to write a pack](packs.md))."
    )
    for _, value in inspect.getmembers(vocabulary, inspect.isclass):
        if issubclass(value, StrEnum) and value is not StrEnum:
            lines += _vocabulary_section(value)
    lines += _plover_section()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(record_reference(), encoding="utf-8")
    sys.stdout.write(f"{TARGET.name} written\n")
