from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.query.marking import LONGEST_PART, marked, parts_of, segments_of, text_of
from soten.records import Span, Story, UsageError
from soten.store import Ledger
from tests.store.factory import LATER_RUN, TEXT, document, full_reading, reading

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


@settings(deadline=None)
@given(places=st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=8))
def test_segments_tell_of_every_character_what_lies_over_it(places: list[list[Span]]) -> None:
    """Segments follow one another without a gap, and each names just the records at its place."""
    part = Span(5, 45)

    found = list(segments_of(part, places))

    assert [s.span.start for s in found] == [part.start, *(s.span.end for s in found)][:-1]
    assert found[-1].span.end == part.end
    for segment in found:
        for at in range(segment.span.start, segment.span.end):
            over = [
                n for n, spans in enumerate(places) if any(s.start <= at < s.end for s in spans)
            ]
            assert list(segment.records) == over


@settings(deadline=None)
@given(st.lists(st.integers(0, 9000), max_size=12), st.integers(0, 60_000))
def test_parts_hold_the_whole_text(lengths: list[int], more: int) -> None:
    """Parts follow one another, none is longer than it may be, and stories begin parts or lie in one."""
    stories, start = [], 0
    for length in filter(None, lengths):
        stories.append(Story(Span(start, start + length)))
        start += length
    text = "あ" * (start + more + 1)

    parts = parts_of(text, stories)

    assert [p.start for p in parts] == [0, *(p.end for p in parts)][:-1]
    assert parts[-1].end == len(text)
    assert max(p.end - p.start for p in parts) <= LONGEST_PART
    for story in stories[:-1]:
        assert any(p.contains(story.span) for p in parts)


def test_a_line_is_cut_at_a_line_end_where_there_is_one() -> None:
    """Words stay whole where the text has a place to cut."""
    text = ("停戦。" * 100 + "\n") * 100

    assert all(text[part.end - 1] == "\n" for part in parts_of(text))


def test_every_record_of_a_document_is_marked(filled: Ledger) -> None:
    """Nothing that was read is left out, further places of a record neither."""
    (d,) = filled.documents()

    found = marked(filled, d.id)

    assert found is not None
    assert {row.id for row in found.rows} == {stored.id for stored in filled.records()}
    assert "".join(s.span.cut(found.text) for s in found.segments) == TEXT
    assert {n for s in found.segments for n in s.records} == set(range(len(found.rows)))


def test_the_part_is_the_one_that_holds_the_place(ledger: Ledger) -> None:
    """A place far down leads to its part; it is cut out of the text around it."""
    long = document("停戦。\n" * 8000, "long.txt")
    ledger.put_reading(LATER_RUN, reading(long, []))

    found = marked(ledger, long.id, at=Span(25_000, 25_002))

    assert found is not None
    assert found.span.contains(Span(25_000, 25_002))
    assert Span(25_000, 25_002) in [s.span for s in found.segments]


def test_an_older_version_is_shown_without_records(filled: Ledger) -> None:
    """The text of each version can be read; records are of the current one."""
    (d,) = filled.documents()
    newer = document("甲国は停戦に応じた。\n", id=d.id)
    filled.put_reading(LATER_RUN, reading(newer, []))

    found = marked(filled, d.id, version=1)

    assert found is not None
    assert (found.text, found.rows, found.is_current) == (TEXT, (), False)
    assert text_of(filled, d.id) == newer.text
    assert text_of(filled, d.id, 1) == TEXT


@pytest.mark.parametrize(
    ("part", "at", "version"),
    [(1, None, None), (None, Span(2, 100_000), None), (None, None, 7)],
    ids=["part", "place", "version"],
)
def test_what_a_document_does_not_have_is_refused(
    filled: Ledger, part: int | None, at: Span | None, version: int | None
) -> None:
    """A part, a place or a version that there is not is an error; no document is None."""
    (d,) = filled.documents()

    with pytest.raises(UsageError):
        marked(filled, d.id, part=part, at=at, version=version)
    assert marked(filled, "d-none") is None
    assert text_of(filled, "d-none") is None


def test_rejected_records_are_not_marked(ledger: Ledger) -> None:
    """An empty reading marks nothing and still shows the text."""
    whole = full_reading()
    ledger.put_reading(LATER_RUN, reading(whole.document, []))

    found = marked(ledger, whole.document.id)

    assert found is not None
    assert [s.records for s in found.segments] == [()]
