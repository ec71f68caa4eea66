"""Signs that a paragraph opens a report, or goes on with one."""

from __future__ import annotations

import re
from collections.abc import Mapping

_DAY = r"(?:(?:[0-9０-９]{1,2}|[一二三四五六七八九十〇]{1,3})(?:日|月)|[月火水木金土日]曜)"
_LEAD = re.compile(
    rf"(?P<who>[^。、「」]{{2,50}}?)(?:は|が)、?(?:[0-9０-９]{{2,4}}年)?{_DAY}[^。]{{0,12}}?[、）)]"
    rf"|(?P<who_later>[^。、「」]{{2,50}}?)(?:は|が){_DAY}[^。]{{4,}}"
)
_SAME_DAY = re.compile(r"[0-9０-９一二三四五六七八九十〇]日")
_FAMILIAR = re.compile(r"(?:氏|さん|氏ら|両者|彼|彼女|彼ら|同氏)\Z")
_GOES_ON = re.compile(
    "一方|また|さらに|しかし|ただ|だが|なお|ところが|そして|そのうえ|その上|つまり|次に|とはいえ|"
    "もっとも|他方|加えて|むしろ|実際|例えば|たとえば|こう|この|これ|その|それ|そう|あの|同|両|彼|"
    "ここ|そこ|特に|中でも|すなわち|したがって|さて|とりわけ|次いで|続いて|他に|ほか|今後|当時"
)
_INTRODUCED = re.compile(r"の(?P<name>[ァ-ヴー・＝]{3,})[一-龥]{2,8}(?:は|が|も|ら)")
_ATTRIBUTED = re.compile("によると|によれば|によりますと|たところで?は?[、よ]")
_PLACE_AND_DAY = re.compile(
    r"[\[［【（(][^\]］】）)。]{1,14}?[ 　]*[0-9０-９]{1,2}日[ 　]+[^\]］】）)。]{2,15}[\]］】）)]"
)
_PLACE_AND_WRITER = re.compile(
    r"[\[［【（(][^\]］】）)。＝=]{2,12}[＝=][^\]］】）)。＝=]{2,15}[\]］】）)]"
)
_CREDIT_AT_START = re.compile(r"[\[［【（(〔](?P<words>[^\]］】）)〕。]{2,24})[\]］】）)〕]")
_CREDIT_AT_END = re.compile(r"[\[［【（(〔](?P<words>[^\]］】）)〕。]{2,24})[\]］】）)〕]\Z")


def is_lead(paragraph: str) -> bool:
    """Say whether a paragraph opens as a report does: who, and on which day.

    >>> is_lead("外務省のハナコ報道官は四日、協議を来週開くと発表した。")
    True
    >>> is_lead("ハナコ氏は四日、協議を来週開くと発表した。")
    False
    >>> is_lead("協議では監視団の規模が焦点となる。")
    False
    """
    match = _LEAD.match(paragraph[:120])
    if match is None or goes_on(paragraph):
        return False
    return not _FAMILIAR.search(match["who"] or match["who_later"])


def names_a_day(paragraph: str) -> bool:
    """Say whether a paragraph names a day of the month."""
    return bool(_SAME_DAY.search(paragraph[:400]))


def goes_on(paragraph: str) -> bool:
    """Say whether a paragraph takes up what was said before it.

    >>> goes_on("一方、野党は反発した。"), goes_on("同氏は認めた。"), goes_on("野党は反発した。")
    (True, True, False)
    """
    return bool(_GOES_ON.match(paragraph))


def is_attributed(paragraph: str) -> bool:
    """Say whether a paragraph begins with whose report or account it is.

    >>> is_attributed("試験通信によると、協議は四日に始まった。")
    True
    """
    return bool(_ATTRIBUTED.search(paragraph[:40]))


def introduced_name(paragraph: str) -> str | None:
    """Return the katakana name that an opening introduces with whose office it is.

    >>> introduced_name("試験国のハナーコ大統領は四日、否定した。")
    'ハナーコ'
    """
    match = _INTRODUCED.search(paragraph[:60])
    return match["name"] if match else None


def has_dateline(paragraph: str, outlets: Mapping[str, str]) -> bool:
    """Say whether a paragraph begins with the line that agencies put before a report.

    >>> has_dateline("［試験市　４日　試験通信］ - 協議は続いた。", {})
    True
    >>> has_dateline("（注）協議は続いた。", {})
    False
    """
    head = paragraph[:40]
    if _PLACE_AND_DAY.match(head) or _PLACE_AND_WRITER.match(head):
        return True
    return credit_at_start(paragraph, outlets) is not None


def credit_at_start(paragraph: str, outlets: Mapping[str, str]) -> str | None:
    """Return the id of the outlet that a bracket at the start of a paragraph ends with.

    >>> credit_at_start("【試験市＝試験通信】協議は続いた。", {"試験通信": "test-agency"})
    'test-agency'
    """
    credit = _CREDIT_AT_START.match(paragraph[:40])
    return outlet_in(credit["words"], outlets) if credit else None


def credit_at_end(paragraph: str, outlets: Mapping[str, str]) -> str | None:
    """Return the id of the outlet that a bracket at the end of a paragraph ends with.

    >>> credit_at_end("協議は続いた。（試験通信）", {"試験通信": "test-agency"})
    'test-agency'
    >>> credit_at_end("試験通信は協議が続いたと伝えた。", {"試験通信": "test-agency"})
    """
    credit = _CREDIT_AT_END.search(paragraph[-28:])
    return outlet_in(credit["words"], outlets) if credit else None


def outlet_in(words: str, outlets: Mapping[str, str]) -> str | None:
    """Return the id of the outlet whose form ends `words`, the longest form first.

    >>> outlet_in("試験市 4日 試験通信", {"試験通信": "test-agency", "通信": "other"})
    'test-agency'
    """
    words = words.strip()
    for start in range(len(words)):
        if words[start:] in outlets:
            return outlets[words[start:]]
    return None
