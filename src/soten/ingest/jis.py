"""EUC-JP and ISO-2022-JP as browsers decode them.

Python's own codecs differ from the web's in hundreds of characters (①, ㈱, 髙, ～). Here every
row of JIS X 0208 is decoded by way of cp932, which agrees with the web everywhere.
"""

from __future__ import annotations

import re
from functools import cache

_EUC_UNIT = re.compile(
    r"""(?P<pair>[\xa1-\xfe]{2}) | \x8e(?P<kana>[\xa1-\xdf])
    | (?P<triple>\x8f[\xa1-\xfe]{2}) | (?P<wrong>[\x80-\xff])""",
    re.VERBOSE,
)

_ESCAPE = re.compile(r"\x1b(\([BIJ]|\$[@B])")
_ROMAN = str.maketrans({"\\": "¥", "~": "\u203e"})


def decode_euc_jp(data: bytes) -> str:
    """Decode EUC-JP, half-width kana and JIS X 0212 included.

    Raises `UnicodeDecodeError` at the first byte that fits nowhere.

    >>> decode_euc_jp(bytes.fromhex("ad a1 c4 e4 c0 ef"))
    '①停戦'
    """
    table = _jis_x_0208()

    def decoded(match: re.Match[str]) -> str:
        unit = match[0]
        character: str | None = None
        if match["pair"]:
            character = table.get((ord(unit[0]) & 0x7F, ord(unit[1]) & 0x7F))
        elif match["kana"]:
            character = chr(0xFEC0 + ord(unit[1]))
        elif match["triple"]:
            character = unit.encode("latin-1").decode("euc_jp")
        if character is None:
            at = match.start()
            raise UnicodeDecodeError("euc-jp", data, at, at + len(unit), "no such character")
        return character

    return _EUC_UNIT.sub(decoded, data.decode("latin-1"))


def decode_iso_2022_jp(data: bytes) -> str:
    r"""Decode ISO-2022-JP: ASCII, JIS Roman, half-width kana and JIS X 0208.

    Raises `UnicodeDecodeError` at an escape sequence or a byte of anything else.

    >>> decode_iso_2022_jp(b"\x1b$B-!\x1b(B 1")
    '① 1'
    """
    pieces: list[str] = []
    state, start = "(B", 0
    text = data.decode("latin-1")
    for match in _ESCAPE.finditer(text):
        pieces.append(_iso_piece(data, text, start, match.start(), state))
        state, start = match[1], match.end()
    pieces.append(_iso_piece(data, text, start, len(text), state))
    return "".join(pieces)


def _iso_piece(data: bytes, text: str, start: int, end: int, state: str) -> str:
    piece = text[start:end]
    wrong = re.search(r"[\x0e\x0f\x1b\x80-\xff]", piece)
    if wrong:
        at = start + wrong.start()
        raise UnicodeDecodeError("iso-2022-jp", data, at, at + 1, "no such character")
    if state == "(B":
        return piece
    if state == "(J":
        return piece.translate(_ROMAN)
    if state == "(I":
        return "".join(chr(0xFF40 + ord(c)) if "!" <= c <= "_" else c for c in piece)
    return _two_byte_piece(data, piece, start)


def _two_byte_piece(data: bytes, piece: str, start: int) -> str:
    table = _jis_x_0208()
    pieces: list[str] = []
    at = 0
    while at < len(piece):
        if piece[at] <= " ":
            pieces.append(piece[at])
            at += 1
            continue
        character = table.get((ord(piece[at]), ord(piece[at + 1]))) if at + 1 < len(piece) else None
        if character is None:
            raise UnicodeDecodeError("iso-2022-jp", data, start + at, start + at + 1, "no such row")
        pieces.append(character)
        at += 2
    return "".join(pieces)


@cache
def _jis_x_0208() -> dict[tuple[int, int], str]:
    """Return every character of the 94 rows by its two 7-bit bytes, as cp932 has it."""
    table: dict[tuple[int, int], str] = {}
    for row in range(0x21, 0x7F):
        for cell in range(0x21, 0x7F):
            try:
                table[row, cell] = _shift(row, cell).decode("cp932")
            except UnicodeDecodeError:
                continue  # an unassigned place
    return table


def _shift(row: int, cell: int) -> bytes:
    lead = (row + 1) // 2 + (0x70 if row <= 0x5E else 0xB0)
    trail = cell + (0x7E if row % 2 == 0 else 0x20 if cell >= 0x60 else 0x1F)
    return bytes((lead, trail))
