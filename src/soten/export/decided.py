"""What persons decided, as JSON objects and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value, line, record_object
from soten.export.labels import label
from soten.export.neutral import plain
from soten.export.table import table_lines
from soten.query import Row
from soten.records import Action, Decision, Record, State
from soten.store import Entry, Reached
from soten.store.decided import decision_object


def state_object(row: Row[Record]) -> Object:
    """Return what persons decided about a record, and what the reader found instead, if they did."""
    told: Object = {}
    if row.state is not State.READ:
        told["state"] = row.state.value
    if not row.is_found:
        told["found"] = None
    elif row.found is not None:
        told["found"] = record_object(row.found)
    return told


def entry_object(entry: Entry) -> Object:
    """Return a decision as in the exchange format, with what became of it."""
    reached: list[Value] = [
        {
            "id": one.id,
            "fate": None if one.fate is None else one.fate.value,
            "now": one.now,
            "reason": one.reason,
        }
        for one in entry.reached
    ]
    return {
        **decision_object(entry.decision),
        "holds": entry.holds,
        "taken_back_by": list(entry.taken_back_by),
        "reached": reached,
    }


def decision_words(decision: Decision, names: Names) -> str:
    """Return in words what was decided: what to do, and what fields are."""
    action = label(decision.action, names.language)
    if decision.undoes is not None:
        return f"{action} {decision.undoes}"
    value = decision.value
    if decision.action is Action.CORRECT and isinstance(value, dict):
        told = ", ".join(f"{name} = {value_words(one)}" for name, one in value.items())
        return f"{action}: {told}"
    return action if value is None else f"{action}: {value_words(value)}"


def value_words(value: Value) -> str:
    """Return the value of a field in one line.

    >>> value_words({"entity": "norda"}), value_words(None), value_words(["a", "b"])
    ('norda', '—', 'a, b')
    """
    if isinstance(value, dict):
        if "exact" in value:
            return f"「{value['exact']}」"
        if "by" in value and "evidence" in value:
            return f"{value_words(value['by'])} {value_words(value['evidence'])}"
        inner = [one for one in value.values() if one is not None]
        return value_words(inner[0]) if len(inner) == 1 else line(value)
    if isinstance(value, list):
        return ", ".join(map(value_words, value)) or UNKNOWN
    return UNKNOWN if value is None else str(value)


def entry_table(entries: Sequence[Entry], names: Names, room: int) -> Iterator[str]:
    """Yield the lines of a log: when, who, what, on what, why."""
    body = [
        [
            entry.decision.at[:16].replace("T", " "),
            entry.decision.by,
            decision_words(entry.decision, names) + _back(entry, names),
            "、".join(_reached(one, names) for one in entry.reached) or UNKNOWN,
            f"{entry.decision.why or UNKNOWN}  {entry.decision.id}",
        ]
        for entry in entries
    ]
    if body:
        keys = ("at", "by", "action", "id", "why")
        yield from table_lines(list(map(names.heading, keys)), body, room)


def entry_line(entry: Entry, names: Names) -> str:
    """Return a decision in one line, for the page of one record."""
    why = f" — {plain(entry.decision.why)}" if entry.decision.why else ""
    told = plain(decision_words(entry.decision, names)) + _back(entry, names)
    at = entry.decision.at[:16].replace("T", " ")
    return f"{at}  {plain(entry.decision.by)}  {told}{why}  {entry.decision.id}"


def _back(entry: Entry, names: Names) -> str:
    return "" if entry.holds else f" ({label(Action.UNDO, names.language)})"


def _reached(one: Reached, names: Names) -> str:
    if one.fate is None:
        return one.id
    moved = "" if one.now in (None, one.id) else f" → {one.now}"
    reason = f": {one.reason}" if one.reason else ""
    return f"{one.id}{moved} ({label(one.fate, names.language)}{reason})"
