"""What a reading gained and lost since another, told without keeping a sentence."""

from __future__ import annotations

from dataclasses import replace

from soten.evaluation import Annotated, Measure, Scores, changes, recorded_lines
from soten.evaluation.report import change_lines, changes_object
from soten.evaluation.scoring import Count

DATE = Annotated(Measure.DATE, "a.txt", "３日", "2025-12-03", occurrence=0, right=True)
TALK = Annotated(Measure.TALK, "a.txt", "協議した", "ko otsu held", occurrence=0, right=False)


def scores(*items: Annotated) -> Scores:
    """Return scores that hold nothing but these items."""
    none = Count()
    return Scores({}, none, none, none, none, 0, 1, {}, items)


def test_nothing_changes_between_equal_readings() -> None:
    """The lines of a reading, held against the same reading, give no change."""
    same = scores(DATE, TALK)

    found = changes(same, recorded_lines(same))

    assert (found.gained, found.lost) == ((), ())


def test_an_item_right_only_now_is_gained_and_one_right_only_before_is_lost() -> None:
    """Both directions are told, each with its item."""
    before = scores(DATE, TALK)
    now = scores(replace(DATE, right=False), replace(TALK, right=True))

    found = changes(now, recorded_lines(before))

    assert [item.words for item in found.gained] == ["協議した"]
    assert [item.words for item in found.lost] == ["３日"]
    assert list(change_lines(found)) == [
        "date: 0 gained, 1 lost",
        "  < a.txt 「３日」 2025-12-03",
        "talk: 1 gained, 0 lost",
        "  > a.txt 「協議した」 ko otsu held",
    ]
    assert changes_object(found)["lost"] == [
        {"measure": "date", "document": "a.txt", "words": "３日", "details": "2025-12-03"}
    ]


def test_equal_items_are_told_apart_by_occurrence() -> None:
    """One of two equal items lost is one loss."""
    twice = (DATE, replace(DATE, occurrence=1))

    found = changes(scores(DATE, replace(twice[1], right=False)), recorded_lines(scores(*twice)))

    assert [item.occurrence for item in found.lost] == [1]


def test_the_record_holds_no_words_of_the_document() -> None:
    """A line names what is measured, the document and a digest; nothing quotes the text."""
    (line,) = recorded_lines(scores(DATE, TALK))

    measure, document, digest = line.split()
    assert (measure, document, len(digest)) == ("date", "a.txt", 12)


def test_lines_of_annotations_that_are_gone_are_passed_over() -> None:
    """An annotation taken out of the gold is neither gained nor lost."""
    found = changes(scores(), recorded_lines(scores(DATE)))

    assert (found.gained, found.lost) == ((), ())
