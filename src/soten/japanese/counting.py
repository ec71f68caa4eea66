"""Whether a number with a counter is a figure, or part of a word, a name or a reference."""

from __future__ import annotations

import re
from typing import Final

from soten.records import Unit

_COMPOUNDS: Final = {
    "人": "権種類質民気口事間材格組乗目制物生体員",
    "名": "称古前目誉義",
    "回": "目答復路帰線転廊生",
    "度": "目重外々",
    "社": "会長員説交",
    "党": "首内員派大",
    "本": "部社人国土音格当日質",
    "点": "検火滅差",
    "席": "巻次",
    "両": "国院軍者陣政首党替親",
    "町": "長内",
    "村": "長",
    "州": "知政議兵都法",
    "県": "知庁議民警都",
    "機": "関能体会械動密",
    "発": "表言展足電覚生注達見砲",
    "件": "数名費",
    "室": "長内",
    "語": "学",
    "基": "地本準盤金",
    "個": "人別性室",
    "台": "湾頭風所本",
    "門": "前戸",
    "通": "信貨常過話訳知行",
    "株": "式価主",
    "頭": "取部",
    "例": "外年会",
    "戸": "籍別",
    "丁": "目",
    "元": "首大外々素副軍米",
    "枚": "目",
    "つ": "目子",
    "倍": "増",
    "社会": "",
    "地区": "長",
    "部隊": "長",
    "段階": "目",
    "都市": "部圏",
    "キロ": "",
    "時間": "目半",
    "日間": "目",
}
"""The characters after which a counter is the beginning of a word: 3人権団体, 2回目, 5社会党."""

_TIME_UNITS: Final = frozenset((Unit.HOUR, Unit.DAY, Unit.MONTH, Unit.YEAR))
_MONEY_OR_SHARE: Final = frozenset((Unit.PERCENT, Unit.EUR, Unit.USD, Unit.JPY))
_COUNTRIES: Final = re.compile(r"[かカヵヶケ箇個]国")
_NAMED_FORMAT: Final = re.compile(r"(?:間)?(?:協議|会合|会議|首脳|グループ|外相|合意|体制)")
_HARM: Final = re.compile(
    r"死|負傷|けが|重傷|軽傷|拘束|逮捕|殺|行方不明|犠牲|派遣|釈放|解放|亡くな|拉致|人質|避難|処刑|遺体"
)
_POINTING: Final = re.compile(r"(?:この|その|同じ|これら|あの|両)$")
_AS_SOURCE: Final = re.compile(r"(?:による|によれ|が?匿名|とも|の(?:他|ほか|うち|内)|以外)")
_TEMPERATURE: Final = re.compile(r"気温|温度|摂氏|寒|暑|マイナス|零下|氷点下|体温|上昇|低下")
_CALIBRE: Final = re.compile(r"口径|[榴迫]?[弾砲]|りゅう|自走|ロケット")
_BARE: Final = frozenset("、。，\n「『（(・ 　")
_DAY_HOURS: Final = 24


def is_counted(  # noqa: PLR0913 -- one number's properties; a dataclass would repeat Number
    text: str,
    start: int,
    end: int,
    value: float,
    unit: Unit,
    counter: str,
    *,
    is_bounded: bool = False,
    is_vague: bool = False,
    is_kanji: bool = False,
) -> bool:
    """True where the number from `start` to `end` is a figure a reader would look up.

    >>> text = "当局者3人によると、4人が死亡した。"
    >>> is_counted(text, 3, 5, 3, Unit.PERSON, "人"), is_counted(text, 10, 12, 4, Unit.PERSON, "人")
    (False, True)
    """
    after = text[end : end + 1]
    if after and after in _COMPOUNDS.get(counter, "") and not text.startswith("以", end):
        return False
    if unit in _MONEY_OR_SHARE:
        return True
    if unit in _TIME_UNITS:
        return _is_length(text, start, end, value, unit, is_vague=is_vague)
    if is_vague:
        return True
    if _POINTING.search(text, max(0, start - 3), start) or (is_kanji and value < 3):
        return False
    if is_kanji and counter in ("度", "つ", "点", "本", "元", "通", "両", "字", "名", "台", "例"):
        return False
    if unit is Unit.PERSON:
        return _is_head_count(text, start, end, value, is_bounded=is_bounded)
    return _is_amount(text, start, end, value, unit, counter, is_bounded=is_bounded)


def _is_length(
    text: str, start: int, end: int, value: float, unit: Unit, *, is_vague: bool
) -> bool:
    if is_vague or text.startswith(("前", "後"), end) or text.startswith(("毎", "各"), start - 1):
        return False
    if unit is Unit.HOUR and value == _DAY_HOURS:
        return False
    return not (unit is Unit.YEAR and start and text[start - 1] == "年")


def _is_head_count(text: str, start: int, end: int, value: float, *, is_bounded: bool) -> bool:
    """Leave out people already known: 当局者2人, この4人, 逮捕された4人は, 2人は."""
    harmed = _HARM.search(text, end, end + 12) is not None
    if is_bounded or value >= 10:
        return True
    if value <= 2:
        return harmed and not text.startswith(("の", "は"), end)
    if _AS_SOURCE.match(text, end):
        return False
    before = text[start - 1] if start else "\n"
    if before == "た" and text[end : end + 1] in ("は", "が", "を", "の", "も", "に"):
        return False
    return not (before in _BARE and text.startswith("は", end))


def _is_amount(
    text: str, start: int, end: int, value: float, unit: Unit, counter: str, *, is_bounded: bool
) -> bool:
    if counter == "度":
        around = text[max(0, start - 14) : end + 6]
        return value != int(value) or is_bounded or _TEMPERATURE.search(around) is not None
    if counter == "つ":
        return value >= 3 and text.startswith("の", end)
    if counter == "回" or _COUNTRIES.fullmatch(counter):
        if _NAMED_FORMAT.match(text, end) or text.startswith("主要", start - 2):
            return text.startswith("間", end) and not _NAMED_FORMAT.match(text, end)
        before = text[start - 1] if start else "\n"
        return (value >= 3 or is_bounded) and not (before in _BARE and text.startswith("は", end))
    if counter in ("mm", "ミリ", "㎜", "ミリメートル"):
        return _CALIBRE.match(text, end) is None
    if counter == "党" and start and text[start - 1] == "の":
        return False
    if counter in ("党", "派", "都市", "州", "点", "社", "個"):
        return value >= 3 or is_bounded
    return unit is not Unit.KV or value > 0
