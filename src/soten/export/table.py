"""Aligned tables for a terminal, with the width that East Asian characters really take.

Cells that do not fit are wrapped, so that nothing is lost; the last column is the evidence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from soten.export.neutral import plain

_GAP = "  "
_SHORTEST = 6
_FIRST = 12
"""The first column, mostly a date, keeps room for a whole day in brackets."""

_EVIDENCE_LEAST = 24
"""Where fewer columns are left for the evidence, it gets lines of its own."""

_NO_BREAK_BEFORE = frozenset("、。，．」』）】〉》・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ！？…")


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal.

    >>> width("停戦"), width("ABC"), width("ｱ")
    (4, 3, 1)
    """
    return len(text) if text.isascii() else sum(_sign_width(sign) for sign in text)


def _sign_width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def cut(text: str, room: int) -> str:
    """Return a text shortened to `room` columns; an ellipsis stands for what is left out.

    >>> cut("停戦の条件", 6), cut("停戦", 6)
    ('停戦…', '停戦')
    """
    if width(text) <= room:
        return text
    taken, used = [], 1
    for sign in text:
        used += _sign_width(sign)
        if used > room:
            break
        taken.append(sign)
    return "".join(taken) + "…"


def pad(text: str, room: int, *, right: bool = False) -> str:
    """Return a text filled with spaces to `room` columns."""
    fill = " " * max(0, room - width(text))
    return fill + text if right else text + fill


def wrap(text: str, room: int) -> list[str]:
    """Return a text in lines of at most `room` columns; nothing of it is lost.

    Latin words stay whole where they fit; a line does not begin with 。 or 」.

    >>> wrap("「停戦に応じる」と述べた", 12)
    ['「停戦に応じ', 'る」と述べた']
    """
    lines, line, used = [], "", 0
    for piece in _pieces(text, room):
        size = width(piece)
        if used + size > room and line:
            carried = line[-1] if piece[0] in _NO_BREAK_BEFORE and len(line) > 1 else ""
            lines.append(line.removesuffix(carried))
            line = (carried + piece).lstrip()
            used = width(line)
        else:
            line, used = line + piece, used + size
    return [*lines, line] if line or not lines else lines


def _pieces(text: str, room: int) -> Iterator[str]:
    """Yield what must not be broken: single wide characters, and narrow words that fit."""
    word = ""
    for sign in text:
        if sign.isascii() and not sign.isspace() and len(word) < room:
            word += sign
            if sign == "/":
                yield word
                word = ""
            continue
        if word:
            yield word
            word = ""
        if sign.isascii() and not sign.isspace():
            word = sign
        else:
            yield sign
    if word:
        yield word


def table_lines(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    room: int,
    *,
    right: frozenset[int] = frozenset(),
) -> Iterator[str]:
    """Yield the lines of a table no wider than `room`; the last column is the evidence.

    Every cell is made harmless first: control characters of documents never reach a terminal.
    `right` names the columns that are aligned to the right.
    """
    shown = [[plain(text) for text in row] for row in rows]
    wanted = [
        max([width(heading), *(width(row[at]) for row in shown)])
        for at, heading in enumerate(headings)
    ]
    widths, last = _fit(wanted, room)
    yield _line(headings, widths, right) + (_GAP + headings[-1] if last else "")
    yield "─" * min(room, sum(widths) + len(_GAP) * len(widths) + min(last, wanted[-1]))
    for row in shown:
        yield from _row_lines(row, widths, last, room, right)


def _row_lines(
    row: Sequence[str], widths: Sequence[int], last: int, room: int, right: frozenset[int]
) -> Iterator[str]:
    columns = [wrap(text, size) for text, size in zip(row, widths, strict=False)]
    sizes = list(widths)
    if last:
        columns.append(wrap(row[-1], last))
        sizes.append(last)
    for at in range(max(len(column) for column in columns)):
        parts = [column[at] if at < len(column) else "" for column in columns]
        yield _line(parts, sizes, right).rstrip()
    if not last:
        for part in wrap(row[-1], max(_SHORTEST, room - 4)):
            yield f"    {part}".rstrip()


def _line(row: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    return _GAP.join(
        pad(cut(text, room), room, right=at in right)
        for at, (text, room) in enumerate(zip(row, widths, strict=False))
    )


def _fit(wanted: Sequence[int], room: int) -> tuple[list[int], int]:
    """Return the widths of all columns but the last, and of the last: 0 if it stands below."""
    widths = list(wanted[:-1])
    gaps = len(_GAP) * len(widths)
    least = min(_EVIDENCE_LEAST, wanted[-1])
    most = room - gaps - least
    least_widths = [min(size, _SHORTEST if at else _FIRST) for at, size in enumerate(widths)]
    if sum(least_widths) > most:
        _shrink(widths, [1] * len(widths), max(1, room - gaps + len(_GAP)))
        return widths, 0
    _shrink(widths, least_widths, max(room - gaps - wanted[-1], min(most, room // 2)))
    return widths, room - gaps - sum(widths)


def _shrink(widths: list[int], least: Sequence[int], room: int) -> None:
    """Take room off the widest column that can give some, until all fit."""
    while sum(widths) > room:
        able = [at for at, size in enumerate(widths) if size > least[at]]
        if not able:
            return
        widths[max(able, key=lambda at: widths[at])] -= 1
