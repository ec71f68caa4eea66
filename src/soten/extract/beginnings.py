"""The characters with which a match of a pattern can begin, read off the pattern itself.

Cues are tried only where one of theirs stands; see `cuetable`.
"""

from __future__ import annotations

import re
from functools import reduce

Beginning = tuple[frozenset[str] | None, bool]
"""The characters a part may begin with (None: any), and whether it may match nothing."""

_NOTHING: Beginning = (frozenset(), True)
_TOKEN = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<edge>\\[AZbB]|[\^$])|(?P<kind>\\[dDsSwW]|\.)|\\?(?P<char>.)",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"(?:\?|\*|\{0?,\d*\})[?+]?")
_REPEATED = re.compile(r"(?:\+|\{\d*,?\d*\})[?+]?")


def beginnings(pattern: str) -> frozenset[str] | None:
    """Return the characters a match of `pattern` can begin with, None where it may be any.

    >>> sorted(beginnings("(?:攻撃|砲?撃)(?!用)|[にへ]行"))
    ['に', 'へ', '撃', '攻', '砲']
    """
    (first, is_empty), _ = _choice(pattern, 0)
    return None if is_empty else first


def _choice(pattern: str, at: int) -> tuple[Beginning, int]:
    """Read alternatives up to the bracket that closes them; return also where they end."""
    part, parts = _NOTHING, []
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        assert token is not None
        at = token.end()
        if token.lastgroup == "close":
            break
        if token.lastgroup == "bar":
            parts.append(part)
            part = _NOTHING
            continue
        item, at = _item(pattern, token)
        if optional := _OPTIONAL.match(pattern, at):
            item, at = (item[0], True), optional.end()
        elif repeated := _REPEATED.match(pattern, at):
            at = repeated.end()
        part = _after(part, item)
    return reduce(_either, [*parts, part]), at


def _item(pattern: str, token: re.Match[str]) -> tuple[Beginning, int]:
    """Return how one item of a sequence begins, and where it ends."""
    match token.lastgroup:
        case "group":
            return _choice(pattern, token.end())
        case "around":  # looks, and takes nothing
            return _NOTHING, _choice(pattern, token.end())[1]
        case "edge":
            return _NOTHING, token.end()
        case "set":
            return (_members(token["set"]), False), token.end()
        case "kind":
            return (None, False), token.end()
    return (frozenset(token["char"]), False), token.end()


def _members(text: str) -> frozenset[str] | None:
    """Return the characters of a set in brackets, None where it leaves some out or names a kind."""
    if text[1] == "^" or "\\" in text:
        return None
    spans = re.sub(
        "(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), text[1:-1]
    )
    return frozenset(spans)


def _after(part: Beginning, item: Beginning) -> Beginning:
    if not part[1]:
        return part
    return _either((part[0], False), item)


def _either(one: Beginning, other: Beginning) -> Beginning:
    known = None if one[0] is None or other[0] is None else one[0] | other[0]
    return known, one[1] or other[1]
