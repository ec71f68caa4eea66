"""Findings made into records with evidence and stable ids."""

from __future__ import annotations

import pytest

from soten.extract.findings import EventFinding, Findings, StatementFinding
from soten.records import (
    RECORD_TYPES,
    Act,
    Claim,
    DateMention,
    Event,
    EventType,
    Figure,
    Mention,
    Position,
    Quote,
    Record,
    Span,
    SpanError,
    Speaker,
    Statement,
    Talk,
)
from soten.resolve.records import records_of
from tests.readings import TextReader

_REPORT = (
    "ベルカ大統領は5日、「停戦に応じる用意がある」と述べた。\n"
    "ノルダとテスミアは4日、ジルヴァンで協議した。両国の協議は3時間続いた。\n"
    "テスミア国防省は、ノルダ軍がファルケンを制圧したと発表した。"
    "カンデル報道官はこれを否定した。\n"
    "トセフ首相は、5月末までに検問所を廃止すると述べた。\n"
    "ノルダ軍は3日、ロドナを砲撃した。\n"
)


def records(read: TextReader, text: str, document: str = "d-1") -> tuple[Record, ...]:
    """Return the records of a text."""
    found = read(text)
    return records_of(document, found.analysis, found.findings)


def ids(made: tuple[Record, ...]) -> list[str]:
    """Return the ids of those records that have one."""
    return [r.id for r in made if not isinstance(r, Mention | DateMention)]


def test_every_kind_of_record_is_made(read: TextReader) -> None:
    """A report with findings of every kind gives records of every kind."""
    assert {type(record) for record in records(read, _REPORT)} == set(RECORD_TYPES)


def test_evidence_is_cut_from_the_text(read: TextReader) -> None:
    """Every record holds the very words of the text at its place, and names its document."""
    for record in records(read, _REPORT):
        record.evidence.check(_REPORT)
        assert record.evidence.document == "d-1"


def test_sides_and_mentions_have_evidence(read: TextReader) -> None:
    """Who asserts, who denies and every further telling of a talk rest on words as well."""
    made = records(read, _REPORT)
    sides = [s for r in made if isinstance(r, Claim) for s in (*r.asserted, *r.denied)]
    mentions = [m for r in made if isinstance(r, Talk) for m in r.mentions]

    assert len(sides) >= 2
    assert len(mentions) == 1
    for evidence in (*(s.evidence for s in sides), *mentions):
        evidence.check(_REPORT)


def test_reading_twice_gives_equal_records(read: TextReader) -> None:
    """The same text read twice gives records that are equal to the last id."""
    assert records(read, _REPORT) == records(read, _REPORT)


def test_ids_differ_within_a_document(read: TextReader) -> None:
    """No two records of a document share an id."""
    made = ids(records(read, _REPORT + _REPORT))

    assert len(set(made)) == len(made)


def test_ids_differ_between_documents(read: TextReader) -> None:
    """The same words in another document are other evidence, with other ids."""
    here, there = records(read, _REPORT, "d-1"), records(read, _REPORT, "d-2")

    assert set(ids(here)).isdisjoint(ids(there))


def test_ids_follow_the_place(read: TextReader) -> None:
    """Words that move in the text get other ids; words that stay keep theirs."""
    statement = "ベルカ大統領は「橋は残る」と述べた。\n"
    plain = ids(records(read, statement))

    assert ids(records(read, statement + "市場は開いていた。\n")) == plain
    assert set(ids(records(read, "市場は開いていた。\n" + statement))).isdisjoint(plain)


def test_equal_findings_of_one_place_are_told_apart(read: TextReader) -> None:
    """Two findings that are the same in everything still get an id each."""
    analysis = read("ノルダ軍がファルケンを砲撃した。").analysis
    event = EventFinding(Span(0, 15), EventType.ASSAULT, None, None, None, None, "rule")

    first, second = (
        r
        for r in records_of("d-1", analysis, Findings(events=[event, event]))
        if isinstance(r, Event)
    )

    assert first.id != second.id
    assert first.evidence == second.evidence


def test_joint_speakers_get_an_id_each(read: TextReader) -> None:
    """Joint speakers of the same words make two statements with two ids."""
    made = records(read, "ベルカ大統領とトセフ首相は橋を直すと発表した。")
    first, second = (r for r in made if isinstance(r, Statement))

    assert first.evidence == second.evidence
    assert first.id != second.id


@pytest.mark.parametrize(
    "span",
    [
        pytest.param(Span(0, 99), id="beyond-the-end"),
        pytest.param(Span(3, 3), id="empty"),
        pytest.param(Span(5, 3), id="backwards"),
    ],
)
def test_a_finding_that_does_not_fit_is_refused(read: TextReader, span: Span) -> None:
    """A finding whose span does not fit the text makes no record but an error."""
    analysis = read("橋が落ちた。").analysis
    finding = StatementFinding(
        span, Speaker(anonymous="高官"), Act.ASSERT, Quote.DIRECT, "rule", 0, span
    )

    with pytest.raises(SpanError):
        records_of("d-1", analysis, Findings(statements=[finding]))


def test_a_position_names_its_statement(read: TextReader) -> None:
    """A position that rests on a statement holds its id; one told in a clause holds none."""
    made = records(read, "ベルカ大統領は停戦を求めた。ハルディアは決議を棄権した。")
    (statement,) = (r for r in made if isinstance(r, Statement))
    spoken, told = (r for r in made if isinstance(r, Position))

    assert (spoken.statement, told.statement) == (statement.id, None)


def test_a_denial_alone_is_its_own_evidence(read: TextReader) -> None:
    """A claim that nobody asserts rests on its denial."""
    made = records(read, "ベルカ大統領はファルケンの陥落を否定した。")
    (claim,) = (r for r in made if isinstance(r, Claim))

    assert claim.asserted == ()
    assert claim.evidence == claim.denied[0].evidence


def test_dates_and_names_stand_first(read: TextReader) -> None:
    """Mentions come first, then dates, then what was found, each in the order of the text."""
    made = records(read, _REPORT)
    kinds = list(dict.fromkeys(type(record) for record in made))

    assert kinds[:3] == [Mention, DateMention, Statement]
    for kind in (Mention, DateMention, Statement, Figure):
        starts = [r.evidence.span.start for r in made if isinstance(r, kind)]
        assert starts == sorted(starts)


def test_a_text_without_findings_has_no_records(read: TextReader) -> None:
    """Where nothing is found, there is no record."""
    assert records(read, "市場は開いていた。") == ()
