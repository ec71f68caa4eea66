"""What the Python interface takes and gives: filters, listings, single answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypedDict, TypeVar, overload

from soten.export.exchange import Object, line
from soten.query import Filter

T_co = TypeVar("T_co", covariant=True)


class Filters(TypedDict, total=False):
    """The conditions that lists take as keyword arguments; each narrows (`soten.query.Filter`)."""

    party: str
    """An actor (id or name) who acts, or on whose side somebody acts."""
    speaker: str
    about: str
    """An actor in any role, or a point at issue."""
    issue: str
    act: str
    since: str
    """An EDTF date: 2025-12-03, 2025-12."""
    until: str
    document: str
    state: str
    """What persons made of it: read, accepted, corrected, rejected, retracted, added, all."""
    limit: int
    """At most so many; all where it is left out."""
    after: str
    """Go on behind the listing whose `next` this is."""


@dataclass(frozen=True, slots=True, repr=False)
class Listing(Sequence[T_co], Generic[T_co]):
    """Frozen answers in order; `next` continues where a limit left some out."""

    rows: tuple[T_co, ...]
    next: str | None
    _as_object: Callable[[T_co], Object] = field(compare=False)

    @overload
    def __getitem__(self, index: int) -> T_co: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T_co, ...]: ...

    def __getitem__(self, index: int | slice) -> T_co | tuple[T_co, ...]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        more = ", and more" if self.next is not None else ""
        return f"<{len(self.rows)} answers{more}>"

    def to_dict(self) -> list[Object]:
        """Return the answers as JSON objects, as the command writes them into a pipe."""
        return [self._as_object(row) for row in self.rows]

    def to_json(self) -> str:
        """Return the answers as JSON Lines."""
        return "".join(line(found) + "\n" for found in self.to_dict())


@dataclass(frozen=True, slots=True)
class Answer(Generic[T_co]):
    """One frozen answer, `value`, that can be written as the command writes it."""

    value: T_co
    _as_object: Callable[[T_co], Object] = field(repr=False, compare=False)

    def to_dict(self) -> Object:
        """Return the answer as a JSON object."""
        return self._as_object(self.value)

    def to_json(self) -> str:
        """Return the answer as one line of JSON."""
        return line(self.to_dict()) + "\n"


def asked(filters: Filters) -> Filter:
    """Return the filter that keyword arguments ask for."""
    return Filter(
        party=filters.get("party"),
        speaker=filters.get("speaker"),
        about=filters.get("about"),
        issue=filters.get("issue"),
        act=filters.get("act"),
        since=filters.get("since"),
        until=filters.get("until"),
        document=filters.get("document"),
        state=filters.get("state"),
    )
