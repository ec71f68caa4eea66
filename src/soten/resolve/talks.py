"""Talks joined across documents: the same meeting announced, moved, held and described.

What is compared stands in `meetings`, when two meetings are one in `sametalk`, how many become one in
`talkclusters`, what is only said of a talk in `talkremarks`. Talks meet under their parties and
a fortnight; those whose day is not told, under a place or two people and a few months.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import ClassVar

from soten.records import Talk
from soten.resolve.joining import PARTS, Item, Keyed, Link, Source
from soten.resolve.meetings import Meeting, meeting_of
from soten.resolve.spans import day_of, fortnights, ordinal, seasons, stretch
from soten.resolve.talkclusters import Edge, part, unite
from soten.resolve.talkremarks import remarks_of

_SIDES = 5
"""So many of the parties make keys."""
_PAIRS = 3
"""So many pairs of people make keys."""
_SHORT = 7
"""Days of a hint that is compared with all talks of its parties."""
_REACH_BACK, _REACH_AHEAD = 14, 31
"""Days around its report within which a talk without a day is looked for."""
_REMARK_BACK, _REMARK_AHEAD = 1, 7
"""Days around a remark without a day within which the talk it is about is looked for."""


class TalkJoiner:
    """Joins talks, and remarks that deny or confirm them."""

    kind: ClassVar[str] = "talk"
    version: ClassVar[int] = 3
    equal: ClassVar[str | None] = "talk-equal"

    def items(self, source: Source) -> Iterator[Keyed]:
        """Return the talks of a document, and the statements and claims about talks."""
        told = [record for record in source.records if isinstance(record, Talk)]
        met = [(talk, meeting_of(source, talk)) for talk in told]
        for talk, meeting in met:
            yield _keyed(talk.id, meeting)
        for id, meeting in remarks_of(source, met):
            yield _keyed(id, meeting)

    def links(self, key: str, items: Sequence[Item]) -> Iterator[Link]:
        """Return which talks under one key are one."""
        bucket = key.rsplit("|", 1)[1]
        first, last = stretch(bucket)
        ordered = sorted(items, key=lambda item: (_spelled(item), item.id))
        meetings = [Meeting.of(item.features) for item in ordered]
        ids = [item.id for item in ordered]
        for edge in unite(meetings):
            if _is_seen(edge, meetings, first, last, is_loose=bucket[0] == "m"):
                fit = edge.fit
                yield Link(ids[edge.one], ids[edge.other], fit.why, fit.confidence, fit.detail)
        for one, other in part(meetings):
            yield Link(ids[one], ids[other], "talk-differs", PARTS)


def _spelled(item: Item) -> str:
    return json.dumps(dict(item.features), sort_keys=True, ensure_ascii=False)


def _keyed(id: str, meeting: Meeting) -> Keyed:
    keys = tuple(sorted(set(_keys(meeting))))
    days = meeting.days
    if not keys and meeting.only is None:
        meeting = replace(meeting, only=id)
    return Keyed(Item(id, meeting.features()), keys, days[0] if days else meeting.said or "")


def _keys(meeting: Meeting) -> Iterator[str]:
    """Yield the keys of a meeting: firm days under its parties, all under place and people."""
    pairs = list(_party_pairs(meeting))
    days = [*([meeting.days] if meeting.days else []), *meeting.moved]
    for first, last in days if meeting.role == "talk" else ():
        if ordinal(last) - ordinal(first) < _SHORT:
            yield from (f"{pair}|{bucket}" for pair in pairs for bucket in fortnights(first, last))
    reach = days or _reach(meeting)
    if meeting.role != "talk":  # one key, so that a remark is about one talk
        pair = "|".join(meeting.sides[:2])
        near = (b for first, last in reach[:1] for b in fortnights(first, last))
        yield from (f"{pair}|{bucket}" for bucket in near)
        return
    buckets = [bucket for first, last in reach for bucket in seasons(first, last)]
    for mark in _marks(meeting, pairs):
        yield from (f"{mark}|{bucket}" for bucket in buckets)


def _party_pairs(meeting: Meeting) -> Iterator[str]:
    sides = meeting.sides[:_SIDES]
    if len(sides) == 1 or meeting.form == "session":
        yield from sides
    yield from (f"{one}|{other}" for one, other in combinations(sides, 2))


def _marks(meeting: Meeting, pairs: list[str]) -> Iterator[str]:
    if meeting.place is not None:
        root = meeting.around[-1] if meeting.around else meeting.place
        yield from (f"{pair}|@{root}" for pair in pairs)
    people = sorted(meeting.people)
    across = [(a, b) for (a, side), (b, other) in combinations(people, 2) if side != other]
    yield from (f"{one}+{other}" for one, other in across[:_PAIRS])
    if meeting.round is not None:
        yield from (f"{pair}|#{meeting.round}" for pair in pairs)


def _reach(meeting: Meeting) -> list[tuple[str, str]]:
    if meeting.said is None:
        return []
    day = ordinal(meeting.said)
    if meeting.role != "talk":
        return [(day_of(day - _REMARK_BACK), day_of(day + _REMARK_AHEAD))]
    back, ahead = (_REACH_BACK, 0) if meeting.stage == "told" else (0, _REACH_AHEAD)
    return [(day_of(day - back), day_of(day + ahead))]


def _is_seen(
    edge: Edge, meetings: Sequence[Meeting], first: int, last: int, *, is_loose: bool
) -> bool:
    """Say whether a bucket shows all that could tell against an edge: the days around it too."""
    one, other = meetings[edge.one], meetings[edge.other]
    if one.role == other.role == "talk" and one.is_firm and other.is_firm:
        days = (edge.fit.detail or "").split("/")
        return not is_loose and first < ordinal(days[0]) and ordinal(days[-1]) < last
    loose = one if one.role != "talk" or (other.is_firm and other.role == "talk") else other
    reach = [loose.days] if loose.days else _reach(loose)
    return all(first <= ordinal(low) and ordinal(high) <= last for low, high in reach)
