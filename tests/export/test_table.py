"""Tables for a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soten.export.table import cut, pad, table_lines, width, wrap

JAPANESE = st.text(alphabet="停戦にabc1 /、。」「（）ｱ-", max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("停戦", 4), ("ｱｲ", 2), ("Ａ", 2), ("か\u3099", 2), ("―", 1)]
)
def test_width_counts_columns(text: str, columns: int) -> None:
    """Wide signs take two columns, combining signs none."""
    assert width(text) == columns


@given(JAPANESE, st.integers(4, 40))
def test_wrapping_loses_nothing(text: str, room: int) -> None:
    """Wrapped lines fit, and together they are the text but for spaces at breaks."""
    lines = wrap(text, room)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= room for line in lines)


@given(JAPANESE, st.integers(2, 40))
def test_cut_and_pad_fit(text: str, room: int) -> None:
    """A shortened and filled cell takes exactly its room."""
    assert width(pad(cut(text, room), room)) == room


def test_a_line_does_not_begin_with_a_stop() -> None:
    """A full stop or closing bracket goes with the sign before it."""
    assert wrap("停戦に応じる。", 12) == ["停戦に応じ", "る。"]


@given(st.lists(st.tuples(JAPANESE, JAPANESE, JAPANESE), min_size=1, max_size=3))
def test_a_table_fits_and_keeps_its_evidence(rows: list[tuple[str, str, str]]) -> None:
    """No line is wider than the terminal, and no part of the evidence is lost."""
    for room in (40, 60, 100):
        lines = list(table_lines(["日付", "発言者", "根拠"], rows, room))

        assert all(width(line) <= room for line in lines)
        for row in rows:
            for sign in row[-1].replace(" ", ""):
                assert sign in "".join(lines)


def test_narrow_terminals_get_the_evidence_below() -> None:
    """Where no room is left beside the columns, the evidence has lines of its own."""
    row = ["2025-12-03", "甲国の外務省の報道官", "停戦と捕虜", "要求する", "「停戦に応じる」a.txt"]

    lines = list(table_lines(["a", "b", "c", "d", "e"], [row], 40))

    assert lines[-1] == "    「停戦に応じる」a.txt"


def test_escape_sequences_are_shown() -> None:
    """No cell can send a command to the terminal."""
    lines = list(table_lines(["a", "b"], [["\x1b[2J", "\x1b]0;x\x07\n"]], 60))

    assert "\x1b" not in "".join(lines)
    assert "\x07" not in "".join(lines)


def test_numbers_are_aligned_to_the_right() -> None:
    """A column of numbers is read from its right edge."""
    lines = list(table_lines(["n", "e"], [["5", "x"], ["120", "y"]], 40, right=frozenset([0])))

    assert lines[2:] == ["  5  x", "120  y"]
