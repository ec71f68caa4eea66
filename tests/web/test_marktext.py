from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from soten.query.marking import marked
from soten.store import open_ledger
from soten.web.marktext import blocks_of, entries_of, pieces_of
from tests.ledgers import hostile_reading, write_ledger
from tests.store.factory import full_reading


@given(st.text(st.sampled_from("a停\n\t\u202e\u200b\x00\x1b𠮷")))
def test_pieces_stand_for_every_character(text: str) -> None:
    """As many characters as are stored are drawn or stood for, and none that hides or turns."""
    pieces = list(pieces_of(text))

    assert sum(piece.width or len(piece.text) for piece in pieces) == len(text)
    assert not set("\u202e\u200b\x00\x1b") & {sign for piece in pieces for sign in piece.text}


def test_hostile_words_are_drawn_as_they_are_stored(tmp_path: Path) -> None:
    """What is drawn, its marks undone, is the stored text."""
    with open_ledger(write_ledger(tmp_path / "ledger.db", hostile_reading())) as ledger:
        (d,) = ledger.documents()
        found = marked(ledger, d.id)
        assert found is not None
        stretches = [s for b in blocks_of(found, entries_of(found.rows)[0]) for s in b.stretches]

    assert [s.start for s in stretches] == [segment.span.start for segment in found.segments]
    drawn = "".join(piece.text for s in stretches for piece in s.pieces)
    assert drawn.replace("␛", "\x1b").replace("<U+202E>", "\u202e") == d.text


def test_each_record_begins_once(tmp_path: Path) -> None:
    """A sign stands where a record's words begin, and nowhere else."""
    with open_ledger(write_ledger(tmp_path / "ledger.db", full_reading())) as ledger:
        (d,) = ledger.documents()
        found = marked(ledger, d.id)
    assert found is not None
    entry_of, entries = entries_of(found.rows)

    begun = [
        entry.anchor
        for block in blocks_of(found, entry_of)
        for stretch in block.stretches
        for alike in stretch.begins
        for entry in alike
    ]

    words = ("mention", "date", "wording")
    assert sorted(begun) == sorted(e.anchor for e in entries if e.row.record.kind not in words)
