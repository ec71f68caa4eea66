"""Stands, courses, shifts and distances as JSON objects and as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from soten.export.answers import row_object, when_object
from soten.export.columns import Names
from soten.export.exchange import Object, Value, evidence_object
from soten.export.standwords import (
    gap_words,
    movement_words,
    stance_words,
    state_words,
    voice_words,
)
from soten.export.table import table_lines
from soten.query.courses import Course, Stand
from soten.query.distances import Distance, Gap
from soten.query.shifts import Shift
from soten.settings import Language
from soten.store import Label

_HEADINGS: dict[str, tuple[str, str]] = {
    "party": ("当事者", "party"),
    "issue": ("争点", "point"),
    "date": ("日付", "date"),
    "stance": ("態度", "stance"),
    "voice": ("発言者", "voiced by"),
    "families": ("系統", "families"),
    "on": ("時点", "as of"),
    "evidence": ("根拠", "evidence"),
}


def stand_object(stand: Stand) -> Object:
    """Return a stand: its position with who voices it, how close, and every report of it."""
    return {
        **row_object(stand.position),
        "closeness": stand.closeness.value,
        "speaker": None if stand.speaker is None else stand.speaker.id,
        "via": [] if stand.statement is None else list(stand.statement.record.via),
        "reports": [
            {"id": row.id, "document": row.document.id, "name": row.document.name}
            for row in stand.reports
        ],
        "support": _support(stand),
    }


def _support(stand: Stand) -> Value:
    """Return the independent families and sources that tell a stand, where they were asked for."""
    found = stand.support
    if found is None:
        return None
    return {
        "families": list(found.families),
        "primary": list(found.primary),
        "anonymous": list(found.anonymous),
        "copies": found.copies,
    }


def course_object(course: Course) -> Object:
    """Return the course of a party on a point, the earliest stand first."""
    return {
        "kind": "course",
        "party": _named(course.party),
        "issue": _named(course.issue),
        "state": course.state.value,
        "since": course.since,
        "earlier": None if course.earlier is None else course.earlier.position.id,
        "mentioned": course.mentioned,
        "stands": [stand_object(stand) for stand in course.stands],
    }


def shift_object(shift: Shift) -> Object:
    """Return a shift with both quotations (`voices` where no change is told)."""
    return {
        "kind": "voices" if shift.is_of_voices else "shift",
        "id": shift.id,
        "party": shift.party.id,
        "issue": shift.issue.id,
        "from": shift.before.stance.value,
        "to": shift.after.stance.value,
        "shared": list(shift.shared),
        "before": stand_object(shift.before),
        "after": stand_object(shift.after),
    }


def shift_line(shift: Shift) -> Object:
    """Return a shift for the exchange format: ids, dates and both evidences, no names.

    Its own document and evidence are those of the later quotation.
    """
    return {
        "kind": "shift",
        "id": shift.id,
        "document": shift.after.position.document.id,
        "evidence": evidence_object(shift.after.position.evidence),
        "party": shift.party.id,
        "issue": shift.issue.id,
        "from": shift.before.stance.value,
        "to": shift.after.stance.value,
        "shared": list(shift.shared),
        "before": _quoted(shift.before),
        "after": _quoted(shift.after),
    }


def _quoted(stand: Stand) -> Value:
    row = stand.position
    return {
        "position": row.id,
        "date": when_object(row.when),
        "speaker": None if stand.speaker is None else stand.speaker.id,
        "closeness": stand.closeness.value,
        "document": row.document.id,
        "evidence": evidence_object(row.evidence),
        "reports": [report.id for report in stand.reports],
        "support": _support(stand),
    }


def distance_object(distance: Distance) -> Object:
    """Return how far two parties stand apart on a point, with what it rests on."""
    return {
        "kind": "distance",
        "one": distance.one.id,
        "other": distance.other.id,
        "issue": distance.issue.id,
        "on": distance.on,
        "now": _gap(distance.now),
        "since": distance.since,
        "before": None if distance.before is None else _gap(distance.before),
        "movement": distance.movement.value,
    }


def _gap(gap: Gap) -> Value:
    return {
        "value": gap.value,
        "unknown": None if gap.unknown is None else gap.unknown.value,
        "shared": list(gap.shared),
        "one": None if gap.one is None else stand_object(gap.one),
        "other": None if gap.other is None else stand_object(gap.other),
    }


def _named(label: Label) -> Value:
    return {"id": label.id, "ja": label.ja, "en": label.en}


def course_lines(courses: Sequence[Course], names: Names, room: int) -> Iterator[str]:
    """Yield each course: who on what, how the latest stand is to the earlier, then all stands."""
    for number, course in enumerate(courses):
        if number:
            yield ""
        yield _head(course, names)
        body = [
            [
                names.when(stand.position.when),
                stance_words(stand, names),
                voice_words(stand, names),
                _families(stand),
                _cited(stand),
            ]
            for stand in course.stands
        ]
        keys = ("date", "stance", "voice", "families", "evidence")
        yield from table_lines(_headings(keys, names), body, room, right=frozenset([3]))


def _families(stand: Stand) -> str:
    """Return how many independent wire families tell a stand."""
    return str(
        len(stand.support.families if stand.support else {row.document.id for row in stand.reports})
    )


def _head(course: Course, names: Names) -> str:
    party, issue = course.party.text(names.language), names.issue(course.issue.id)
    if names.language is Language.JA:
        return f"■ {party} ／ {issue}: {state_words(course, names)}"
    return f"■ {party} / {issue}: {state_words(course, names)}"


def matrix_lines(courses: Sequence[Course], names: Names, room: int) -> Iterator[str]:
    """Yield the latest stand of each party on each point, the points with most stands first."""
    counts: dict[str, int] = {}
    for course in courses:
        counts[course.issue.id] = counts.get(course.issue.id, 0) + len(course.stands)
    ordered = sorted(courses, key=lambda c: (-counts[c.issue.id], c.issue.id, -len(c.stands)))
    body = [
        [
            names.when(course.latest.position.when),
            names.issue(course.issue.id),
            course.party.text(names.language),
            stance_words(course.latest, names),
            voice_words(course.latest, names),
            _cited(course.latest),
        ]
        for course in ordered
    ]
    keys = ("date", "issue", "party", "stance", "voice", "evidence")
    if body:
        yield from table_lines(_headings(keys, names), body, room)


def shift_table(shifts: Sequence[Shift], names: Names, room: int) -> Iterator[str]:
    """Yield shifts, the earlier and the later quotation below each other."""
    body = [
        [
            names.when(stand.position.when),
            shift.party.text(names.language),
            names.issue(shift.issue.id),
            stance_words(stand, names),
            voice_words(stand, names),
            _cited(stand),
        ]
        for shift in shifts
        for stand in (shift.before, shift.after)
    ]
    keys = ("date", "party", "issue", "stance", "voice", "evidence")
    if body:
        yield from table_lines(_headings(keys, names), body, room)


def distance_lines(found: Sequence[Distance], names: Names, room: int) -> Iterator[str]:
    """Yield each point: how far apart and whether that changed, then the quotations of both."""
    for number, distance in enumerate(found):
        if number:
            yield ""
        moved = "" if distance.before is None else f"; {movement_words(distance, names)}"
        yield f"■ {names.issue(distance.issue.id)}: {gap_words(distance.now, names)}{moved}"
        body = []
        gaps = [(distance.now, distance.on)]
        if (
            distance.before is not None
            and distance.since is not None
            and not _rests_on_same(distance)
        ):
            gaps.append((distance.before, distance.since))
        for gap, told in gaps:
            for party, stand in _told(distance, gap):
                body.append(
                    [
                        names.when(stand.position.when),
                        told,
                        party.text(names.language),
                        stance_words(stand, names),
                        voice_words(stand, names),
                        _cited(stand),
                    ]
                )
        keys = ("date", "on", "party", "stance", "voice", "evidence")
        yield from table_lines(_headings(keys, names), body, room)


def _rests_on_same(distance: Distance) -> bool:
    before, now = distance.before, distance.now
    return before is not None and (before.one, before.other) == (now.one, now.other)


def _told(distance: Distance, gap: Gap) -> Iterator[tuple[Label, Stand]]:
    """Yield who said what a gap rests on."""
    for party, stand in ((distance.one, gap.one), (distance.other, gap.other)):
        if stand is not None:
            yield party, stand


def _headings(keys: Sequence[str], names: Names) -> list[str]:
    return [_HEADINGS[key][names.language is Language.EN] for key in keys]


def _cited(stand: Stand) -> str:
    row = stand.position
    return f"「{row.evidence.exact}」 {PurePosixPath(row.document.name).name} {row.id}"
