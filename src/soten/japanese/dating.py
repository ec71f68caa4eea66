"""A document's own date: stated by its metadata, stated in its text, or inferred from what it tells.

An inferred date is said to be inferred, with the reason in one sentence; where the text does not
bear one, the date stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from soten.japanese.anchoring import anchor_times
from soten.japanese.calendar import Precision
from soten.japanese.inference import DatedName, infer_date
from soten.japanese.moments import Time, TimeExpression, TimeKind
from soten.records import Basis, Published

__all__ = ["DatedName", "date_document"]

_LABEL: Final = re.compile(
    r"(?:Posted|Published|Updated|Date|Last modified)[^\n]{0,40}$"
    r"|(?:公開|配信|投稿|掲載|発行|作成|更新|最終更新|登録)"
    r"(?:(?:日時?|年月日)[ 　]?[:：]?|[ 　]?[:：])[ 　]?$"
    r"|(?:^|\n)[ 　]*(?:公開|配信|投稿|掲載|発行|更新)[ 　]$",
    re.IGNORECASE,
)
_ONLY_DATE: Final = re.compile(
    r"[ 　\[【(（]*(?P<date>.+?)[ 　]*(?:\(?[月火水木金土日]曜?日?\)?)?[ 　,、]*"
    r"(?:午[前後])?(?:\d{1,2}[:：時]\d{1,2}分?(?:[:：]\d{2})?)?[ 　]*(?:[A-Z]{3,4}|配信|更新|公開|付|号)?"
    r"[ 　\]】)）]*"
)
_TAG: Final = re.compile(r"[#＃【\[][^\n#]{0,30}$")
_SOURCE: Final = re.compile(r"[』」\"”.]\s?[、,.]?\s?$")
_NEAR_EDGE_LINES: Final = 6
_HEADING: Final = 90
"""How long a line can be that is a heading."""
_AFTER_DATE: Final = frozenset(("", " ", "　", "\n", "】", "］", "]", ")", "）", "｜", "|", "　"))
"""What follows a date that stands apart from the words of a heading."""
_LOOK_BACK: Final = 60


def date_document(
    text: str,
    expressions: Sequence[TimeExpression],
    stated: Published,
    title: str | None = None,
    names: Sequence[DatedName] = (),
    western: Sequence[str] = (),
) -> Published:
    r"""Return when the document was published, how that is known and why.

    `expressions` are those of `text`. `names` are names that bound the date of any text that holds
    them (a person in office, a body founded); `western` are written forms of places where it is
    still yesterday when Japanese papers come out, and of what speaks from there.

    >>> from soten.japanese.times import find_times
    >>> text = "停戦協議が再開\n2031年5月4日\n代表団が到着した。"
    >>> date_document(text, find_times(text), Published()).edtf
    '2031-05-04'
    """
    if stated.basis is Basis.STATED and stated.edtf:
        return stated
    full = [
        time
        for time in anchor_times(
            [e for e in expressions if e.kind is TimeKind.ABSOLUTE], text, None
        )
        if time.precision is Precision.DAY
    ]
    told = _stated_in_text(text, full)
    if told is not None:
        return told
    if title and not text.startswith(title):
        told = _stated_in_title(title)
        if told is not None:
            return told
    inferred = infer_date(text, expressions, names, western)
    return inferred if inferred is not None else stated


def _stated_in_title(title: str) -> Published | None:
    from soten.japanese.times import find_times  # times and dating know each other's results

    times = anchor_times([e for e in find_times(title) if e.kind is TimeKind.ABSOLUTE], title, None)
    days = [time for time in times if time.precision is Precision.DAY]
    if len(days) != 1:
        return None
    written = title[days[0].start : days[0].end]
    return Published(days[0].edtf, Basis.STATED, f"the title gives the date 「{written}」")


def _stated_in_text(text: str, full: Sequence[Time]) -> Published | None:
    """Return the date that a label, a line of its own, a tag or the heading states, in this order."""
    top, bottom = _edges(text)
    ways = (
        ("a label gives the date 「{}」", _labelled),
        ("a line holds nothing but the date 「{}」", _alone),
        ("a closing tag holds the date 「{}」", _tagged),
        ("the heading gives the date 「{}」", _heading),
        ("the text closes with the date 「{}」", _closing),
    )
    for why, test in ways:
        for time in full:
            if test(text, time, top, bottom):
                written = text[time.start : time.end]
                return Published(time.edtf, Basis.STATED, why.format(written))
    return None


def _edges(text: str) -> tuple[int, int]:
    """Return where the first lines of a text are over and where its last lines begin."""
    top, bottom = 0, len(text)
    for _ in range(_NEAR_EDGE_LINES):
        following = text.find("\n", top)
        top = following + 1 if following >= 0 else len(text)
        if following < 0:
            break
    for _ in range(_NEAR_EDGE_LINES):
        bottom = text.rfind("\n", 0, bottom)
        if bottom < 0:
            break
    return top, max(bottom, 0)


def _line(text: str, time: Time) -> tuple[int, int]:
    start = text.rfind("\n", 0, time.start) + 1
    end = text.find("\n", time.end)
    return start, len(text) if end < 0 else end


def _labelled(text: str, time: Time, top: int, bottom: int) -> bool:
    start = max(_line(text, time)[0], time.start - _LOOK_BACK)
    return _LABEL.search(text, start, time.start) is not None


def _alone(text: str, time: Time, top: int, bottom: int) -> bool:
    start, end = _line(text, time)
    if not (time.start < top or time.start >= bottom) or end - start > 50:
        return False
    around = text[start : time.start] + "\x00" + text[time.end : end]
    match = _ONLY_DATE.fullmatch(around)
    return match is not None and match["date"] == "\x00"


def _tagged(text: str, time: Time, top: int, bottom: int) -> bool:
    written = text[time.start : time.end]
    start = max(_line(text, time)[0], time.start - _LOOK_BACK)
    is_tag = written.isdigit() and _TAG.search(text, start, time.start) is not None
    return is_tag and (time.start >= bottom or time.start < top)


def _heading(text: str, time: Time, top: int, bottom: int) -> bool:
    start, end = _line(text, time)
    is_short = end - start <= _HEADING and "。" not in text[start:end]
    stands_apart = text[time.end : time.end + 1] in _AFTER_DATE
    return time.start < top and is_short and stands_apart and end < len(text)


def _closing(text: str, time: Time, top: int, bottom: int) -> bool:
    rest = text[time.end :].strip() if len(text) - time.end < 12 else "…"
    opens = text[time.start - 1 : time.start] in ("(", "（", "[", "［", "【")
    return opens and rest in (")", "）", "]", "］", "】", "付)", "付）")
