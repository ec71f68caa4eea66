"""Whether a clause looks back or ahead, as far as its words show it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Outlook(StrEnum):
    """Where a clause looks in time."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


_CUE: Final = re.compile(
    r"(?P<by>までに)|(?P<future>予定|つもり|考え(?=だ|を|。|で)|見通し|見込み|見込ま|方針|計画|意向|可能性|だろう|期限|控え|迎える|迎え撃|"
    r"(?:す|れ|行|開|続|始め|終え|止め|やめ)(?:る|う|く)(?=と|。|予|見|方|意|考|計|可|つも|こと|」|$|\n)|"
    r"なる(?=。|と|見|予|が、)|行われる|開かれる|開催される|される|始まる|終わる|訪れる|"
    r"目指|来る|ないと|なければ|ません|たい(?:と|。)|よう(?:と|。|求|訴|呼|要)|べき|(?<=[うくぐすぬぶむる])よう(?![なだでと])|"
    r"(?<!てい)(?<!でい)(?<!おり)[いきしちにみびりけげせてねべめえれ]ます(?=[。」]|が、|と(?!と)|$|\n))|"
    r"(?P<past>(?:[しれらっいきえめげべせてねまみちりび]|(?<!向)け)た(?![いめちらり])|[いん]だ(?![いめちらり])"
    r"|だった|であった|以来|続いて|ている|ています|ており)"
)
_MOVED: Final = re.compile(
    r"(?:(?:以降|以後|ごろ|頃|前後)?[にへ]|まで)(?:延期|先送り|繰り延べ|ずらし|ずらす|改め|再設定)"
)
_DECIDED: Final = re.compile(
    r"に(?:決ま|決定|定め|指定|(?:[^、。\n]{0,20}[でに])?(?:設定|セット)(?:さ|し))"
)
"""What is decided for a day may lie before or behind: 11月28日に決まった, 3日に首都で設定された."""
_SETTLED: Final = re.compile(
    r"[うくぐすつぬぶむる](?:こと(?:に(?:なっ|なり)|が(?:[^。\n「」]{0,24}、)?"
    r"(?:最終的に|正式に|ほぼ)?(?:決ま|固ま|内定|分か|わか|判明))|"
    r"(?:方向|見通し|運び|段取り)(?:[とにで]|が)(?:[^。\n「」]{0,24}、)?"
    r"(?:最終)?(?:なっ|なり|調整|固ま|強ま))[^、。\n「」と]{0,8}\Z"
)
"""A past at the end that settles what is to come: 3日、…会談を行うことになった, …することが2日、決まった."""
_ENDS_PAST: Final = re.compile(r"(?:た|んだ)(?:という|とされる|[」』）)])?$")
_CLAUSE: Final = 70
_SENTENCE: Final = 200
_ASIDE: Final = 30
_CLOSING: Final = re.compile("[()（）。\n]")
"""A time in brackets （13日、首都で） has no part in the verb behind them."""
_QUOTE: Final = re.compile("[「」]")
"""A time in quoted words 「13日までに」と述べた looks where those words look."""
_SAID: Final = re.compile("と(?!して|の|い[うっ])|などと")
_STOP: Final = re.compile(r"[。\n！？!?]")


def outlook_after(text: str, end: int) -> Outlook:
    """Return the outlook of the clause that goes on at `end`, by its first cue in the sentence.

    A time set off by 、 (3日、…すると発表した) belongs to the main verb, which closes the sentence.

    What is put off to a day is still to come; what is done by a day (4日までに) is told by its verb.

    >>> outlook_after("4日に協議を行うと発表した。", 3), outlook_after("4日に会談した。", 3)
    (<Outlook.FUTURE: 'future'>, <Outlook.PAST: 'past'>)
    """
    if _MOVED.match(text, end):
        return Outlook.FUTURE
    if _DECIDED.match(text, end):
        return Outlook.OPEN
    closing = _CLOSING.search(text, end, end + _ASIDE)
    if closing is not None and closing[0] in ")）":
        return _by_first_cue(text, end, closing.start())
    quote = _QUOTE.search(text, end, end + _CLAUSE)
    if quote is not None and quote[0] == "」":
        return _by_first_cue(text, end, quote.end())
    if text.startswith("、", end):
        close = _STOP.search(text, end, end + _SENTENCE)
        if close is not None and _ENDS_PAST.search(text, end, close.start()):
            is_settled = _SETTLED.search(text, end, close.start()) is not None
            return Outlook.FUTURE if is_settled else Outlook.PAST
    if quote is not None and not _STOP.search(text, end, quote.start()):
        end = _behind_quote(text, end, quote.start())
    stop = _STOP.search(text, end, end + _CLAUSE)
    return _by_first_cue(text, end, stop.end() if stop else min(len(text), end + _CLAUSE))


def _behind_quote(text: str, end: int, opened: int) -> int:
    """Return where to look on: behind words quoted after the time, which have their own outlook."""
    closed = text.find("」", opened, opened + _SENTENCE)
    is_said = closed >= 0 and _SAID.match(text, closed + 1) is not None
    return closed + 1 if is_said and not _CUE.search(text, end, opened) else end


def _by_first_cue(text: str, end: int, close_at: int) -> Outlook:
    cue = _CUE.search(text, end, close_at)
    if cue is None:
        return Outlook.OPEN
    if cue["by"]:
        verb = _CUE.search(text, cue.end(), close_at)
        return Outlook.PAST if verb is not None and verb["past"] else Outlook.FUTURE
    return Outlook.FUTURE if cue["future"] else Outlook.PAST
