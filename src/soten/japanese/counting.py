"""Whether a number with a counter is a figure, or part of a word, a name or a reference."""

from __future__ import annotations

import re
from typing import Final

from soten.records import Unit

_COMPOUNDS: Final = {
    "人": "権種類質民気口事間材格組乗目制物生体員",
    "名": "称古前目誉義",
    "回": "目答復路帰線転廊生戦表裏",
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
    "時間": "目",
    "日間": "目",
    "連勝": "単複",
    "店": "長主員",
}
"""The characters after which a counter is the beginning of a word: 3人権団体, 2回目, 5社会党."""

_TIME_UNITS: Final = frozenset((Unit.HOUR, Unit.DAY, Unit.MONTH, Unit.YEAR))
_MONEY_OR_SHARE: Final = frozenset((Unit.PERCENT, Unit.EUR, Unit.USD, Unit.JPY))
_COUNTRIES: Final = re.compile(r"[かカヵヶケ箇個]国")
_NAMED_FORMAT: Final = re.compile(r"(?:間)?(?:協議|会合|会議|首脳|グループ|外相|合意|体制)")
_HARM: Final = re.compile(
    r"死|負傷|けが|重傷|軽傷|拘束|逮捕|殺|行方不明|犠牲|派遣|釈放|解放|亡くな|拉致|人質|避難|処刑|遺体"
)
_POINTING: Final = re.compile(r"(?:この|その|同じ|これら|あの)$")
_AS_SOURCE: Final = re.compile(r"(?:による|によれ|が?匿名|とも|の(?:他|ほか|うち|内)|以外)")
_TEMPERATURE: Final = re.compile(r"気温|温度|摂氏|寒|暑|マイナス|零下|氷点下|体温|上昇|低下")
_CALIBRE: Final = re.compile(r"口径|[榴迫]?[弾砲]|りゅう|自走|ロケット")
_AFTER_KANJI: Final = frozenset("人件機発隻棟回票社校倍")
"""One-kanji counters that a kanji numeral may stand before: 三隻, but 九州 and 八戸 are names."""
_LARGE: Final = re.compile(r"[万億兆]")
_RATE: Final = re.compile(r"[ 　]?(?:あた|当た|ごと|おき|毎(?![時秒分])|につき)")
_PRICED: Final = re.compile(
    r"[ 　]?(?:約|およそ)?[0-9０-９][0-9０-９,，.．万億]*[ 　]?(?:ドル|ユーロ|円|ルーブル|ポンド|元)|"
    r"に(?:つき)?(?:約|およそ)?[0-9０-９]"
)
"""What makes 1バレル60ドル and 1時間に3発 rates: what one of something costs or sees."""
_RACE: Final = re.compile(
    r"超?級|走|平泳ぎ|自由形|背泳ぎ|個人メドレー|バタフライ|ハードル|リレー|競走|障害"
)
_GRID: Final = re.compile(r"[緯経]")
_BARE: Final = frozenset("、。，\n「『（(・ 　")
_DAY_HOURS: Final = 24
_SIZES: Final = frozenset(("mm", "ミリ", "㎜", "ミリメートル"))
_WEIGHTS: Final = frozenset(("ポンド", "キロ", "kg", "トン"))
_ONE_IN: Final = re.compile("に[1-9１-９一]人(?!の(?!割合|比率))")
_OF_SO_MANY: Final = re.compile("[0-9０-９]人に$")
_RACED: Final = frozenset(
    ("m", "メートル", "キロ", "キロメートル", "km", "kg", "㎏", "ｍ", "ｋｍ", "㌔", "㍍")
)
_CLOCK: Final = re.compile(r"[0-9０-９]分$|(?:UTC|GMT|時間|JST)[ 　]?[+＋\-−－±][ 　]?$")
"""What makes 34秒 or 9時間 part of a clock time: 1時45分34秒, UTC + 9時間."""


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
    if _is_word(text, start, end, value, unit, counter, is_kanji=is_kanji):
        return False
    if unit in _MONEY_OR_SHARE:
        return True
    if unit in _TIME_UNITS:
        return _is_length(text, start, end, value, unit, is_vague=is_vague)
    if is_vague:
        return True
    if _POINTING.search(text, max(0, start - 3), start):
        return False
    if unit is Unit.PERSON:
        return _is_head_count(text, start, end, value, is_bounded=is_bounded)
    return _is_amount(text, start, end, value, counter, is_bounded=is_bounded)


def _is_word(
    text: str, start: int, end: int, value: float, unit: Unit, counter: str, *, is_kanji: bool
) -> bool:
    """True where numeral and counter belong to a word, an ordinal or a rate: 九州, 3人権, 2回目."""
    if _goes_on(text, end, value, unit, counter):
        return True
    if value == 1 and (_PRICED.match(text, end) or text[end : end + 1] in ("=", "＝")):
        return True
    if unit in _MONEY_OR_SHARE:
        return False
    if _RATE.match(text, end) or (counter in _RACED and _RACE.match(text, end)):
        return True
    if not is_kanji or unit in _TIME_UNITS:
        return False
    if len(counter) == 1 and counter not in _AFTER_KANJI:
        return _LARGE.search(text, start, end) is None
    return value < 3


def _goes_on(text: str, end: int, value: float, unit: Unit, counter: str) -> bool:
    """True where the counter is the beginning of a word or makes an ordinal: 3人権, 2回目, 19世紀."""
    after = text[end : end + 1]
    if counter.endswith("巡目") or (after == "目" and unit not in (Unit.MONTH, Unit.YEAR)):
        return True
    if after and after in _COMPOUNDS.get(counter, ""):
        return True
    return counter.startswith("世紀") and value > 5


def _is_length(
    text: str, start: int, end: int, value: float, unit: Unit, *, is_vague: bool
) -> bool:
    is_deadline = text.startswith("前まで", end) and text.endswith("の", 0, start)
    if is_vague or (text.startswith(("前", "後"), end) and not is_deadline):
        return False
    if text[max(0, start - 1) : start] in ("毎", "各"):
        return False
    if unit is Unit.DAY and text.endswith("24時間", 0, start):
        return False
    if unit is Unit.HOUR and (value == _DAY_HOURS or _CLOCK.search(text, max(0, start - 6), start)):
        return False
    if unit is Unit.MONTH and start and text[start - 1] in "歳才":
        return False
    return not (unit is Unit.YEAR and start and text[start - 1] == "年")


def _is_head_count(text: str, start: int, end: int, value: float, *, is_bounded: bool) -> bool:
    """Leave out people already known: 当局者2人, この4人, 逮捕された4人は, 2人は."""
    if _ONE_IN.match(text, end) or _OF_SO_MANY.search(text, max(0, start - 3), start):
        return False
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
    text: str, start: int, end: int, value: float, counter: str, *, is_bounded: bool
) -> bool:
    before = text[start - 1] if start else "\n"
    if counter == "度":
        return _is_temperature(text, start, end, value, is_bounded=is_bounded)
    if counter == "つ":
        return value >= 3 and text.startswith("の", end)
    if counter == "回" or _COUNTRIES.fullmatch(counter):
        if _NAMED_FORMAT.match(text, end):
            return False
        is_known = text.endswith("主要", 0, start) or (
            before in _BARE and text.startswith("は", end)
        )
        return (value >= 3 or is_bounded) and (not is_known or text.startswith("間", end))
    if counter in _SIZES:
        return _CALIBRE.match(text, end) is None
    if (counter == "党" and before == "の") or (
        counter in _WEIGHTS and text.startswith(("爆弾", "級爆弾"), end)
    ):
        return False
    if text.startswith("ずつ", end):
        return True
    return value >= 3 or is_bounded or counter not in ("党", "派", "都市", "州", "点", "社", "個")


def _is_temperature(text: str, start: int, end: int, value: float, *, is_bounded: bool) -> bool:
    if _GRID.search(text, max(0, start - 4), start):
        return False
    around = text[max(0, start - 14) : end + 6]
    return value != int(value) or is_bounded or _TEMPERATURE.search(around) is not None


_KANJI_RUN: Final = re.compile(r"[一-龥]+の?$")
_ITEM: Final = re.compile(r"[^、・]*[^、・ぁ-ん]$")
_ASIDE: Final = re.compile(r"[(（][^()（）]{1,12}[)）]")
_GROUP_SIZES: Final = range(3, 13)
_LIST_LENGTH: Final = 100


def is_spelled_group(text: str, start: int, value: float) -> bool:
    """True where as many kanji as there are countries stand for them before `start`: 英仏独3カ国."""
    run = _KANJI_RUN.search(text, max(0, start - _GROUP_SIZES.stop), start)
    return run is not None and value in _GROUP_SIZES and len(run[0].rstrip("の")) == value


def is_listed_group(text: str, start: int, value: float) -> bool:
    """True where a list of so many names leads up to `start`: 甲国、乙国、丙国の3カ国."""
    if value not in _GROUP_SIZES or not text.endswith("の", 0, start):
        return False
    low = max(0, start - _LIST_LENGTH, text.rfind("。", 0, start), text.rfind("\n", 0, start))
    items = re.split("[、・]", _ASIDE.sub("", text[low : start - 1]))[-int(value) :]
    return len(items) == value and all(map(_ITEM.match, items))
