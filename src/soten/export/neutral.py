"""Text of documents made harmless for where it is shown. Document text is data, never a command."""

from __future__ import annotations

import re
import unicodedata

_FORMULA_STARTS = frozenset("=+-@\t\r＝＋－＠")
"""A spreadsheet takes a cell that begins so for a formula; full-width signs are folded by some."""

_HIDDEN = frozenset(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF]
)
"""Signs that turn the writing direction or take no room: they can make a line read otherwise."""

ODD = re.compile(
    f"[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff{''.join(map(chr, sorted(_HIDDEN)))}]"
)
"""Signs that are never shown as they are."""


def plain(text: str) -> str:
    r"""Return `text` on one line, control and direction signs shown instead of obeyed.

    Line breaks, tabs and separators become a space, other controls their picture, hidden signs
    their code.

    >>> plain("a\nb\x1b[31mc")
    'a b␛[31mc'
    >>> plain("x\u202ey")
    'x<U+202E>y'
    """
    return ODD.sub(lambda found: _shown(found[0]), text)


def _shown(sign: str) -> str:
    code = ord(sign)
    if sign in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if code in _HIDDEN or unicodedata.category(sign) in ("Cc", "Cs"):
        return f"<U+{code:04X}>"
    return sign


def cell(text: str) -> str:
    """Return `text` as a spreadsheet cell that no program takes for a formula.

    >>> cell("=HYPERLINK(…)"), cell("－5度"), cell("停戦")
    ("'=HYPERLINK(…)", "'－5度", '停戦')
    """
    return f"'{text}" if text and text[0] in _FORMULA_STARTS else text


def markdown(text: str) -> str:
    r"""Return `text` on one line as Markdown that shows it and nothing else.

    >>> markdown("*a* <b> [c](d) | e")
    '\\*a\\* &lt;b&gt; \\[c\\](d) \\| e'
    """
    line = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for sign in "\\`*_[]|~#":
        line = line.replace(sign, f"\\{sign}")
    return line
