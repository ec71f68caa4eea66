"""Cue patterns, tried where one of them can begin."""

from __future__ import annotations

from soten.extract.cuetable import CueTable
from soten.lexicon.entries import CueEntry, CueKind
from soten.records import Act


def cue(pattern: str, value: Act, weight: int) -> CueEntry:
    """Return a cue for an act."""
    return CueEntry(CueKind.ACT, value, pattern, weight)


def test_the_weightiest_cue_wins() -> None:
    """Of several cues the one with the highest weight is the best, wherever it stands."""
    table = CueTable([cue("拒む", Act.REJECT, 8), cue("求める", Act.DEMAND, 3)])

    best = table.best("停戦を拒むが、対話は求める")

    assert best is not None
    assert best.cue.value is Act.REJECT


def test_of_equal_cues_the_later_wins() -> None:
    """Where two cues weigh the same, the one that stands later is the best."""
    table = CueTable([cue("拒む", Act.REJECT, 3), cue("求める", Act.DEMAND, 3)])

    best = table.best("停戦を拒むが、対話は求める")

    assert best is not None
    assert (best.start, best.end, best.cue.value) == (10, 13, Act.DEMAND)


def test_cues_outside_the_stretch_are_not_found() -> None:
    """Only cues inside the stretch asked for are found."""
    table = CueTable([cue("拒む", Act.REJECT, 3)])
    text = "停戦を拒むが、対話は続く"

    assert [hit.start for hit in table.hits(text)] == [3]
    assert table.best(text, 6) is None
    assert table.best(text, 0, 4) is None


def test_a_table_without_cues_finds_nothing() -> None:
    """A kind of cue that no pack lists is never found."""
    table = CueTable([])

    assert list(table.hits("停戦を拒む")) == []
    assert table.best("停戦を拒む") is None


def test_cues_of_one_kind_do_not_overlap() -> None:
    """A place in the text is taken by one cue only."""
    table = CueTable([cue("停戦を拒む", Act.REJECT, 5), cue("拒む", Act.DENY, 3)])

    assert [hit.cue.value for hit in table.hits("停戦を拒む")] == [Act.REJECT]


def test_a_cue_that_may_begin_with_anything_is_found() -> None:
    """A pattern of which no first character is known is tried at every place."""
    table = CueTable([cue("[^。]{2}を拒む", Act.REJECT, 3), cue("停戦", Act.DENY, 1)])

    assert [(hit.start, hit.end) for hit in table.hits("対話を拒む。停戦だ")] == [(0, 5), (6, 8)]
