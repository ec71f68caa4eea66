"""A brief as one JSON object."""

from __future__ import annotations

from soten.export.answers import (
    disagreement_object,
    dispute_object,
    row_object,
    source_object,
)
from soten.export.exchange import Object, Value
from soten.export.promises import promise_object
from soten.query import Cell, Matrix
from soten.query.brief import Brief, News, TalkGroup


def brief_object(brief: Brief) -> Object:
    """Return a brief with all its evidence."""
    return {
        "about": brief.about,
        "period": {"first": brief.first_day, "last": brief.last_day},
        "documents": len(brief.sources),
        "characters": brief.characters,
        "talks": {
            "ahead": [_talk(group) for group in brief.ahead],
            "off": [_talk(group) for group in brief.off],
            "held": [_talk(group) for group in brief.held],
        },
        "positions": _matrix(brief.matrix),
        "disputes": [dispute_object(found) for found in brief.disputes],
        "figures": [disagreement_object(found) for found in brief.figures],
        "commitments": [promise_object(one) for one in brief.commitments],
        "changes": _news(brief.news),
        "sources": [source_object(row) for row in brief.sources],
    }


def _talk(group: TalkGroup) -> Value:
    return {"reports": [row_object(row) for row in group.reports]}


def _matrix(matrix: Matrix) -> Value:
    return {
        "issues": [{"id": i.id, "ja": i.ja, "en": i.en} for i in matrix.issues],
        "parties": [{"id": p.id, "ja": p.ja, "en": p.en} for p in matrix.parties],
        "cells": [_cell(matrix.cells[key]) for key in sorted(matrix.cells)],
    }


def _cell(cell: Cell) -> Value:
    return {
        "issue": cell.issue,
        "party": cell.party,
        "latest": row_object(cell.latest),
        "history": [row_object(row) for row in cell.history],
    }


def _news(news: News) -> Value:
    shifts: list[Value] = [
        {
            "issue": shift.cell.issue,
            "party": shift.cell.party,
            "before": row_object(shift.before) if shift.before else None,
            "after": row_object(shift.after),
        }
        for shift in news.shifts
    ]
    return {
        "since": news.since,
        "positions": shifts,
        "talks": [_talk(group) for group in news.talks],
        "commitments": [promise_object(one) for one in news.commitments],
        "statements": [row_object(row) for row in news.statements],
        "events": [row_object(row) for row in news.events],
    }
