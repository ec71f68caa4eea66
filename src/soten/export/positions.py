"""The board of positions, a course page and a distance over time as JSON objects."""

from __future__ import annotations

from soten.export.answers import when_object
from soten.export.exchange import Object, Value, evidence_object
from soten.export.standing import course_object, shift_object, stand_object
from soten.query.board import Board, BoardCell, CoursePage
from soten.query.distancecourse import DistanceCourse
from soten.query.distances import Gap
from soten.query.sayings import Saying
from soten.store import Label


def board_objects(board: Board) -> list[Object]:
    """Return the cells that are known, point by point, party by party."""
    return [
        cell_object(cell)
        for issue in board.issues
        for party in board.parties
        if (cell := board.cell(issue.id, party.id)) is not None
    ]


def cell_object(cell: BoardCell) -> Object:
    """Return what a party holds on a point."""
    return {
        "kind": "cell",
        "id": f"{cell.issue.id}/{cell.party.id}",
        "issue": _named(cell.issue),
        "party": _named(cell.party),
        "count": cell.count,
        "state": cell.state.value,
        "since": cell.since,
        "earlier": None if cell.earlier is None else cell.earlier.position.id,
        "mentioned": cell.mentioned,
        "latest": stand_object(cell.latest),
        "past": [_mark(saying) for saying in cell.past],
    }


def _mark(saying: Saying) -> Value:
    days: list[Value] = [saying.first_day, saying.last_day]
    return {"id": saying.id, "stance": saying.stance.value, "days": days}


def course_page_object(page: CoursePage) -> Object:
    """Return a page of a course with the shifts to one of its stands."""
    return {
        **course_object(page.course),
        "count": page.count,
        "shifts": [shift_object(shift) for shift in page.shifts],
    }


def distance_course_object(course: DistanceCourse) -> Object:
    """Return how far two parties stood apart over time, step by step."""
    return {
        "kind": "distance-course",
        "one": _named(course.one),
        "other": _named(course.other),
        "issue": _named(course.issue),
        "within": course.within,
        "looked_on": course.looked_on,
        "steps": [
            {"first": step.first, "last": step.last, **_gap(step.gap)} for step in course.steps
        ],
    }


def _gap(gap: Gap) -> dict[str, Value]:
    quoted: list[Value] = [
        None
        if stand is None
        else {
            "position": stand.position.id,
            "date": when_object(stand.position.when),
            "stance": stand.stance.value,
            "document": stand.position.document.id,
            "evidence": evidence_object(stand.position.evidence),
        }
        for stand in (gap.one, gap.other)
    ]
    return {
        "value": gap.value,
        "unknown": None if gap.unknown is None else gap.unknown.value,
        "shared": list(gap.shared),
        "one": quoted[0],
        "other": quoted[1],
    }


def _named(label: Label) -> Value:
    return {"id": label.id, "ja": label.ja, "en": label.en}
