"""Ledgers filled by hand, for tests of what is written out: an ordinary one and a hostile one."""

from __future__ import annotations

from pathlib import Path

from soten.records import (
    Act,
    Assertion,
    Bound,
    Claim,
    Document,
    Event,
    EventType,
    Figure,
    Outcome,
    Position,
    Reading,
    Record,
    Run,
    Speaker,
    Stance,
    Talk,
    TalkForm,
    TalkStatus,
    Unit,
    Voice,
    Wording,
    record_id,
)
from soten.resolve.grouping import join_pending
from soten.resolve.joiners import JOINERS
from soten.store import Label, open_ledger
from tests.store.factory import (
    RUN,
    cut,
    document,
    figure,
    full_reading,
    position,
    reading,
    statement,
)

LATER = (
    "甲国の国防省は12日、停戦に応じないと明らかにした。\n"
    "両国の代表団は５日に首都で会い、成果なく終わった。北村では20日に砲撃があった。\n"
    "当局者は少なくとも1万9000人が避難したと話した。\n"
)
"""A later report: 甲国 has moved, and the planned talk has been held."""

HOSTILE = (
    "=HYPERLINK(\"http://a.example\")<script>alert('乙')</script>{{ 7*7 }}{0}%s\x1b[31m\u202e"
    "'; DROP TABLE records; -- *太字* | [手](javascript:1)\n"
    "－５度 <img src=x onerror=alert(1)>と述べた。\n"
)
"""Words that are markup, formula, form, query and escape sequence elsewhere."""


def later_reading() -> Reading:
    """Return a reading of `LATER`."""
    d = document(LATER, "b.txt", edtf="2025-12-12")
    talk = cut(d, "両国の代表団は５日に首都で会い、成果なく終わった")
    shelled = cut(d, "北村では20日に砲撃があった")
    fled = cut(d, "少なくとも1万9000人")
    return reading(
        d,
        [
            statement(d, "停戦に応じない", "ko", Act.REJECT, issues=("ceasefire",)),
            position(d, "停戦に応じない", "ko", "ceasefire", Stance.REJECTS, date="2025-12-12"),
            Talk(
                record_id("talk", d.id, talk.span.start),
                talk,
                ("ko", "otsu"),
                TalkForm.MEETING,
                TalkStatus.HELD,
                date="2025-12-05",
                outcome=Outcome.NO_RESULT,
            ),
            Event(
                record_id("event", d.id, shelled.span.start),
                shelled,
                EventType.ASSAULT,
                date="2025-12-20",
            ),
            Figure(
                record_id("figure", d.id, fled.span.start),
                fled,
                19000,
                Bound.AT_LEAST,
                Unit.PERSON,
                what="避難",
                by="anonymous:当局者",
            ),
            Wording("wd-1", cut(d, "砲撃"), "strike", "ko", Voice.OWN),
        ],
    )


def hostile_document() -> Document:
    """Return a document that attacks through its text, its name and its title."""
    return document(HOSTILE, "../../=cmd|' /C calc'!A0.txt", title="<b onclick=alert(2)>題</b>")


def hostile_reading() -> Reading:
    """Return a reading whose evidence, speakers and descriptions are all hostile."""
    d = hostile_document()
    first, second = HOSTILE.splitlines()
    evidence = cut(d, first)
    voice = "anonymous:<i>@当局者</i>"
    records: list[Record] = [
        statement(d, first, Speaker(anonymous="=cmd|<i>当局者</i>"), Act.ASSERT),
        statement(d, second.removesuffix("と述べた。"), None, Act.DENY),
        Claim(
            record_id("claim", d.id, 0),
            evidence,
            first,
            (Assertion(voice, evidence),),
            (Assertion("otsu", cut(d, second)),),
        ),
        figure(d, "５", 5, None, what="=1+1"),
        Position(
            record_id("position", d.id, 0), evidence, "ko", "ceasefire", Stance.DEMANDS, first
        ),
    ]
    return reading(d, records)


def write_ledger(path: Path, *readings: Reading, run: Run = RUN) -> Path:
    """Write readings into a new ledger; return where it is."""
    with open_ledger(path) as ledger:
        ledger.begin_run(run)
        ledger.put_issues([Label("ceasefire", "停戦", "ceasefire")])
        for each in readings:
            ledger.put_reading(run, each)
        join_pending(ledger, JOINERS)
    return path


def two_reports(path: Path) -> Path:
    """Write a ledger of two reports on one talk, the later after a change of mind."""
    first = full_reading(document(title="甲国と乙国"))
    moved = position(
        first.document, "停戦に応じる用意がある", "ko", "ceasefire", Stance.OPEN, date="2025-12-03"
    )
    whole = Reading(first.document, first.actors, (*first.records, moved))
    return write_ledger(path, whole, later_reading())
