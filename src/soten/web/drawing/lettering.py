"""How much room text takes in a drawing, without a browser to ask."""

from __future__ import annotations

import unicodedata

_WIDE = frozenset("WFA")
_OF_WIDE, _OF_NARROW = 1.0, 0.6


def text_width(text: str, size: float) -> float:
    """Return about how wide text is at a font size, rather too much than too little.

    >>> text_width("12月3日", 10), text_width("3 Dec", 10)
    (38.0, 30.0)
    """
    wide = sum(unicodedata.east_asian_width(sign) in _WIDE for sign in text)
    return round(size * (wide * _OF_WIDE + (len(text) - wide) * _OF_NARROW), 2)


def fitted(text: str, room: float, size: float) -> str:
    """Return text that fits into a room, cut with an ellipsis where it has to be.

    >>> fitted("国防省の報道官", 50, 10), fitted("国防省", 50, 10)
    ('国防省の…', '国防省')
    """
    if text_width(text, size) <= room:
        return text
    used = text_width("…", size)
    kept = ""
    for sign in text:
        used += text_width(sign, size)
        if used > room:
            break
        kept += sign
    return f"{kept.rstrip()}…"
