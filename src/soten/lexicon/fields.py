"""A YAML mapping read field by field, each with its line; what does not fit becomes a problem.

Scalars are taken as written: whether `NO`, `2025` or `2025-01-20` is a text, a number or a date
is decided by the field that reads it and never by YAML's own guess.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from soten.lexicon.problems import Problem, Severity
from soten.records.edtf import is_edtf

if TYPE_CHECKING:
    from yaml import MappingNode, Node, SafeLoader

_Choice = TypeVar("_Choice", bound=StrEnum)

_NULL = "tag:yaml.org,2002:null"
_FLAGS = {"true": True, "false": False}


class Fields:
    """One mapping of a pack file. Reading a field that is absent or null gives None or nothing.

    A field of the wrong kind is reported to `problems` and then counts as absent.
    """

    def __init__(
        self, node: MappingNode, file: str, problems: list[Problem], allowed: frozenset[str]
    ) -> None:
        self.file = file
        self.line: int = node.start_mark.line + 1
        self.entry: str | None = None
        self._problems = problems
        self._nodes: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key.value, str) else "?"
            if name not in allowed:
                known = ", ".join(sorted(allowed))
                self._report_at(key, f"unknown key {name!r} (known: {known})")
            elif name in self._nodes:
                self._report_at(key, f"key {name!r} stands twice")
            elif value.tag != _NULL:
                self._nodes[name] = value

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def report(self, key: str | None, reason: str, severity: Severity = Severity.ERROR) -> None:
        """Note a problem at the line of `key`, or of the entry itself."""
        node = self._nodes.get(key) if key else None
        line = node.start_mark.line + 1 if node is not None else self.line
        self._problems.append(Problem(self.file, line, self.entry, reason, severity))

    def line_of(self, key: str) -> int:
        """Return the line of a field, or the entry's own where the field is absent."""
        node = self._nodes.get(key)
        return self.line if node is None else node.start_mark.line + 1

    def text(self, key: str) -> str | None:
        """Return a scalar as it is written, surrounding blanks removed."""
        node = self._nodes.get(key)
        return None if node is None else self._scalar(node, key)

    def required(self, key: str) -> str:
        """Return a scalar that must be there; report and return '' where it is not."""
        if key not in self._nodes:
            self.report(None, f"key {key!r} is missing")
            return ""
        return self.text(key) or ""

    def number(self, key: str, low: float = -math.inf, high: float = math.inf) -> float | None:
        """Return a finite number between `low` and `high`."""
        raw = self.text(key)
        if raw is None:
            return None
        try:
            value = float(raw)
        except ValueError:
            value = math.nan
        if math.isfinite(value) and low <= value <= high:
            return value
        limits = "" if math.isinf(low) else f" between {low:g} and {high:g}"
        self.report(key, f"{key} must be a number{limits}, not {raw!r}")
        return None

    def integer(self, key: str, low: int, high: int) -> int | None:
        """Return a whole number between `low` and `high`."""
        value = self.number(key, low, high)
        if value is None or value.is_integer():
            return None if value is None else int(value)
        self.report(key, f"{key} must be a whole number, not {value!r}")
        return None

    def flag(self, key: str, default: bool = False) -> bool:
        """Return `true` or `false` as written."""
        raw = self.text(key)
        if raw is None:
            return default
        if raw not in _FLAGS:
            self.report(key, f"{key} must be true or false, not {raw!r}")
        return _FLAGS.get(raw, default)

    def choice(self, key: str, values: type[_Choice]) -> _Choice | None:
        """Return a value of a closed set."""
        raw = self.text(key)
        return None if raw is None else self.member(key, raw, values)

    def member(self, key: str, raw: str, values: type[_Choice]) -> _Choice | None:
        """Return the member of `values` that `raw` names; report it under `key` if none does."""
        try:
            return values(raw)
        except ValueError:
            allowed = ", ".join(values)
            self.report(key, f"{key} is {raw!r}, which is none of {allowed}")
            return None

    def date(self, key: str) -> str | None:
        """Return an EDTF level 1 date."""
        raw = self.text(key)
        if raw is None or is_edtf(raw):
            return raw
        self.report(key, f"{key} is no EDTF date: {raw!r}")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of scalars."""
        found = (self._scalar(node, key) for node in self.items(key))
        return tuple(text for text in found if text is not None)

    def items(self, key: str) -> tuple[Node, ...]:
        """Return the items of a list."""
        import yaml  # heavy: only a run that reads packs pays for it

        node = self._nodes.get(key)
        if node is None:
            return ()
        if isinstance(node, yaml.SequenceNode):
            return tuple(node.value)
        self.report(key, f"{key} must be a list")
        return ()

    def pairs(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield the keys and values of a mapping of scalars."""
        import yaml  # heavy: only a run that reads packs pays for it

        node = self._nodes.get(key)
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            self.report(key, f"{key} must be a mapping")
            return
        for name, value in node.value:
            left, right = self._scalar(name, key), self._scalar(value, key)
            if left is not None and right is not None:
                yield left, right

    def nested(self, node: Node, what: str, allowed: frozenset[str]) -> Fields | None:
        """Return a mapping inside this entry as fields of its own; report anything else."""
        import yaml  # heavy: only a run that reads packs pays for it

        if isinstance(node, yaml.MappingNode):
            inner = Fields(node, self.file, self._problems, allowed)
            inner.entry = self.entry
            return inner
        self._report_at(node, f"{what} must be a mapping")
        return None

    def scalar_or_none(self, node: Node) -> str | None:
        """Return the text of a scalar node, None for any other node. Reports nothing."""
        import yaml  # heavy: only a run that reads packs pays for it

        return str(node.value).strip() if isinstance(node, yaml.ScalarNode) else None

    def _scalar(self, node: Node, key: str) -> str | None:
        text = self.scalar_or_none(node)
        if text is None or node.tag == _NULL:
            self._report_at(node, f"{key} must be a text or number")
            return None
        if not text:
            self._report_at(node, f"{key} is empty")
            return None
        return text

    def _report_at(self, node: Node, reason: str) -> None:
        line = node.start_mark.line + 1
        self._problems.append(Problem(self.file, line, self.entry, reason))


def read_node(path: Path, problems: list[Problem]) -> Node | None:
    """Return the root node of a YAML file; None where it is empty or no YAML, which is reported."""
    import yaml  # heavy: only a run that reads packs pays for it

    try:
        root: Node | None = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 0
        problems.append(Problem(str(path), line, None, f"no YAML: {error.problem}"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        problems.append(Problem(str(path), 0, None, f"no YAML: {error}"))
    except OSError as error:
        problems.append(Problem(str(path), 0, None, f"cannot be read: {error.strerror}"))
    else:
        return root
    return None


@cache
def _loader() -> type[SafeLoader]:
    """Return the fastest YAML loader there is, told to guess nothing of scalars but null."""
    import yaml  # heavy: only a run that reads packs pays for it

    fastest: type[SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolvers = {
        first: [(tag, pattern) for tag, pattern in known if tag == _NULL]
        for first, known in fastest.yaml_implicit_resolvers.items()
    }
    return type("PlainLoader", (fastest,), {"yaml_implicit_resolvers": resolvers})


def entries_of(path: Path, problems: list[Problem], allowed: frozenset[str]) -> Iterator[Fields]:
    """Yield the entries of a YAML file that holds a list of mappings."""
    import yaml  # heavy: only a run that reads packs pays for it

    root = read_node(path, problems)
    if root is None or root.tag == _NULL:
        return
    if not isinstance(root, yaml.SequenceNode):
        problems.append(Problem(str(path), root.start_mark.line + 1, None, "must hold a list"))
        return
    for node in root.value:
        if isinstance(node, yaml.MappingNode):
            yield Fields(node, str(path), problems, allowed)
        else:
            line = node.start_mark.line + 1
            problems.append(Problem(str(path), line, None, "every item must be a mapping"))
