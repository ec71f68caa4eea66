"""From bytes to text: which encoding a file is in, said and checked."""

from __future__ import annotations

import re
from collections.abc import Callable

from soten.ingest.jis import decode_euc_jp, decode_iso_2022_jp
from soten.records import InputError

_DECODERS: dict[str, Callable[[bytes], str]] = {
    "euc-jp": decode_euc_jp,
    "iso-2022-jp": decode_iso_2022_jp,
}

_LABELS = {
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "csshiftjis", "windows-31j"),
        "cp932",
    ),
    **dict.fromkeys(("cp932", "ms932"), "cp932"),
    **dict.fromkeys(("euc-jp", "euc_jp", "eucjp", "x-euc-jp", "cseucpkdfmtjapanese"), "euc-jp"),
    **dict.fromkeys(("iso-2022-jp", "iso2022jp", "csiso2022jp"), "iso-2022-jp"),
    **dict.fromkeys(("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
}
"""What pages call an encoding, to what we decode it with; UTF-16 in a readable label is UTF-8."""

_OTHER_LABELS = re.compile(
    r"windows-125[0-8]|iso-8859-\d{1,2}|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-kr|us-ascii"
)

_JAPANESE = ("euc-jp", "cp932", "iso-2022-jp")
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DETECTION_BYTES = 100_000
_META_BYTES = 4096
_META_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,30})""",
    re.IGNORECASE,
)

_KANA = re.compile("[ぁ-ヿ]")
_JAPANESE_SIGNS = re.compile("[ぁ-ヿ\u3000-\u303f一-鿿々！-～]")
_ODD_SIGNS = re.compile("[ｦ-ﾟ\ue000-\uf8ff\ufffd\x80-\x9f]")


def declared_charset(raw: bytes) -> str | None:
    """Return the charset that a page declares near its start, as it writes it.

    >>> declared_charset(b'<html><meta charset="x-sjis">')
    'x-sjis'
    """
    match = _META_CHARSET.search(raw[:_META_BYTES])
    return match[1].decode("ascii", "replace") if match else None


def decode(raw: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Return the text of `raw` and the encoding it was decoded with.

    In this order: a byte order mark, the declared charset, ISO-2022-JP's escape sequences, strict
    UTF-8, detection. What detection proposes must decode without an error and look Japanese.
    Raises `InputError` naming `name` where nothing fits.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, name, encoding), encoding
    for encoding in _certain_encodings(raw, declared):
        text = _try(raw, encoding)
        if text is not None:
            return text, encoding
    if b"\0" in raw:
        raise InputError(f"{name}: binary, not text (it holds NUL bytes)")
    for encoding in _detected_encodings(raw):
        text = _try(raw, encoding)
        if text is not None and looks_japanese(text):
            return text, encoding
    raise InputError(f"{name}: not decodable as UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP")


def looks_japanese(text: str) -> bool:
    """Say whether the signs beyond ASCII are those of Japanese prose.

    Text decoded with the wrong table is full of half-width kana, rare kanji without kana, or
    private signs.

    >>> looks_japanese("協議は続いた。"), looks_japanese("ｶﾉ凾ﾌ苺")
    (True, False)
    """
    beyond = sum(1 for c in text if c > "\x7f")
    if not beyond:
        return False
    return (
        len(_KANA.findall(text)) >= beyond * 0.1
        and len(_JAPANESE_SIGNS.findall(text)) >= beyond * 0.8
        and len(_ODD_SIGNS.findall(text)) <= beyond * 0.1
    )


def _decode_marked(raw: bytes, name: str, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: begins like {encoding} but is not ({error.reason} at byte {error.start})"
        ) from error


def _certain_encodings(raw: bytes, declared: str | None) -> list[str]:
    encodings: list[str] = []
    label = (declared or "").lower()
    if label in _LABELS:
        encodings.append(_LABELS[label])
    elif _OTHER_LABELS.fullmatch(label):
        encodings.append(label)
    if b"\x1b$B" in raw or b"\x1b$@" in raw:
        encodings.append("iso-2022-jp")
    return [*encodings, "utf-8"]


def _detected_encodings(raw: bytes) -> list[str]:
    import chardet  # slow to load, and needed only for files that are not UTF-8

    guess = str(chardet.detect(raw[:_DETECTION_BYTES])["encoding"] or "").lower()
    first = _LABELS.get(guess)
    rest = [encoding for encoding in _JAPANESE if encoding != first]
    return [first, *rest] if first in _JAPANESE else rest


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        decoder = _DECODERS.get(encoding)
        return decoder(raw) if decoder else raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
