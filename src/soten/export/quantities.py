"""What to call a quantity, and its points as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from soten.export.answers import support_object
from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value, evidence_object, number
from soten.export.labels import Pair, label
from soten.export.neutral import plain
from soten.export.supported import support_words
from soten.export.table import cut, table_lines
from soten.export.wording import figure_words
from soten.query.figures import Point, Quantity, Series
from soten.records import Figure
from soten.settings import Language

ACTS: Mapping[str, Pair] = {
    "casualties": ("死傷", "killed and wounded"),
    "losses": ("損失", "losses"),
    "killed": ("死亡", "killed"),
    "wounded": ("負傷", "wounded"),
    "missing": ("行方不明", "missing"),
    "exchanged": ("引き渡し・交換", "handed over or exchanged"),
    "released": ("解放", "released"),
    "detained": ("拘束", "detained"),
    "deported": ("移送", "deported"),
    "displaced": ("避難", "displaced"),
    "repelled": ("撃退", "repelled"),
    "shot-down": ("撃墜・迎撃", "shot down"),
    "launched": ("発射", "launched"),
    "destroyed": ("破壊", "destroyed"),
    "struck": ("攻撃", "attacks"),
    "pledged": ("拠出・支援", "pledged"),
    "demanded": ("要求", "demanded"),
    "deployed": ("派遣・駐留", "deployed"),
    "exported": ("輸出", "exported"),
    "sanctioned": ("制裁", "put under sanctions"),
    "without-power": ("停電", "without power"),
    "for": ("賛成・支持", "in favour"),
    "against": ("反対", "against"),
    "abstained": ("棄権", "abstained"),
    "attended": ("参加", "took part"),
    "held": ("支配", "held"),
}
"""What is done to what is counted. One word for 占領, 制圧 and 解放: the ledger takes no side."""

THINGS: Mapping[str, Pair] = {
    "sea drone": ("無人艇", "sea drones"),
    "drone": ("無人機", "drones"),
    "ballistic missile": ("弾道ミサイル", "ballistic missiles"),
    "cruise missile": ("巡航ミサイル", "cruise missiles"),
    "missile": ("ミサイル", "missiles"),
    "guided bomb": ("誘導爆弾", "guided bombs"),
    "shell": ("砲弾", "shells"),
    "body": ("遺体", "bodies"),
    "prisoner": ("捕虜", "prisoners"),
    "hostage": ("人質", "hostages"),
    "child": ("子ども", "children"),
    "civilian": ("民間人", "civilians"),
    "soldier": ("兵士", "soldiers"),
    "tank": ("戦車", "tanks"),
    "aircraft": ("航空機", "aircraft"),
    "settlement": ("集落", "settlements"),
    "temperature": ("気温", "temperature"),
    "country": ("国", "countries"),
}
PERIODS: Mapping[str, Pair] = {
    "day": ("1日", "a day"),
    "week": ("1週間", "a week"),
    "month": ("1か月", "a month"),
    "year": ("1年", "a year"),
    "total": ("これまでの合計", "so far"),
}
_BARS = "▁▂▃▄▅▆▇█"
_LEAST = 3
"""So many points of one owner make a line worth drawing."""


def quantity_name(quantity: Quantity, language: Language) -> str:
    """Return what to call a quantity, in the documents' own words where no word of ours fits."""
    english = language is Language.EN
    act = ACTS[quantity.act][english] if quantity.act in ACTS else ""
    thing = THINGS[quantity.thing][english] if quantity.thing in THINGS else quantity.thing
    of = quantity.of.text(language) if quantity.of else ""
    at = quantity.at.text(language) if quantity.at else ""
    period = PERIODS[quantity.period][english] if quantity.period in PERIODS else ""
    if quantity.is_each:
        period = ", ".join(filter(None, (period, "each side" if english else "各側")))
    if quantity.is_planned:
        period = ", ".join(filter(None, (period, "planned" if english else "予定")))
    what = " ".join(filter(None, (thing, act)) if english else ()) or "・".join(
        filter(None, (thing, act))
    )
    where = (
        f"{of} → {at}" if quantity.act == "pledged" and at else " / ".join(filter(None, (at, of)))
    )
    named = ": ".join(filter(None, (where, what))) or plain(quantity.shared)
    return f"{named} ({period})" if period else named


def series_object(series: Series) -> Object:
    """Return a series with its points; `apart` names points that differ, by place."""
    quantity = series.quantity
    return {
        "kind": "series",
        "id": series.id,
        "document": series.points[0].rows[0].document.id,
        "evidence": evidence_object(series.points[0].rows[0].evidence),
        "quantity": {
            "name": {
                "ja": quantity_name(quantity, Language.JA),
                "en": quantity_name(quantity, Language.EN),
            },
            "unit": quantity.unit.value,
            "act": quantity.act or None,
            "thing": quantity.thing or None,
            "counter": quantity.counter or None,
            "period": quantity.period or None,
            "of": quantity.of.id if quantity.of else None,
            "at": quantity.at.id if quantity.at else None,
            "each": quantity.is_each,
            "planned": quantity.is_planned,
            "what": quantity.shared,
        },
        "points": [_point(point) for point in series.points],
        "apart": [list(places) for places in series.apart],
        **({"earlier": series.earlier} if series.earlier else {}),
        **({"later": series.later} if series.later else {}),
    }


def _point(point: Point) -> Value:
    return {
        "date": point.day or None,
        "by": None if point.by is None else point.by.id,
        "name": None if point.by is None else {"ja": point.by.ja, "en": point.by.en},
        "value": number(point.value),
        "max": None if point.max is None else number(point.max),
        "bound": point.bound.value,
        "denied": point.is_denied,
        "support": support_object(point.support),
        "figures": [
            {
                "id": row.id,
                "document": row.document.id,
                "publisher": row.document.publisher,
                "evidence": evidence_object(row.evidence),
            }
            for row in point.rows
        ],
    }


def series_lines(found: Sequence[Series], names: Names, room: int) -> Iterator[str]:
    """Yield series below each other: what is counted, a line an owner, then the points."""
    for at, series in enumerate(found):
        if at:
            yield ""
        name = quantity_name(series.quantity, names.language)
        unit = label(series.quantity.unit, names.language) or plain(series.quantity.counter)
        yield cut(f"■ {plain(name)} [{unit}]  {series.id}", room)
        yield from _drawn(series, names, room)
        yield from _table(series, names, room)


def _drawn(series: Series, names: Names, room: int) -> Iterator[str]:
    """Yield a small drawing for every owner with enough points, all on one scale."""
    told = [point for point in series.points if not point.is_denied]
    top = max((abs(point.value) for point in told), default=0)
    for owner in series.owners:
        mine = [point for point in told if point.by == owner]
        if top and len({point.day for point in mine}) >= _LEAST:
            bars = "".join(_BARS[round(abs(p.value) / top * (len(_BARS) - 1))] for p in mine)
            yield cut(f"  {bars}  {owner_name(mine[0], names)}", room)


def _table(series: Series, names: Names, room: int) -> Iterator[str]:
    differing = {place for places in series.apart for place in places}
    body = [
        [
            point.day or UNKNOWN,
            ("≠ " if place in differing else "") + point_words(point, names.language),
            owner_name(point, names) + _supported(point, names.language),
            _told(point),
        ]
        for place, point in enumerate(series.points)
    ]
    headings = [names.heading(key) for key in ("date", "value", "by", "evidence")]
    yield from table_lines(headings, body, room)


def point_words(point: Point, language: Language) -> str:
    """Return a point's number with bound and unit, and whether its owner denies it."""
    words = figure_words(point.figure, language)
    if not point.is_denied:
        return words
    return f"{words}を否定" if language is Language.JA else f"denies {words}"


def owner_name(point: Point, names: Names) -> str:
    """Return whose number it is; a report's own is told as such."""
    if point.by is None:
        return "報道の地の文" if names.language is Language.JA else "reports, in their own voice"
    if point.by.id.startswith("anonymous:"):
        return names.voice(point.by.id)
    return point.by.text(names.language)


def _supported(point: Point, language: Language) -> str:
    words = "" if point.support is None else support_words(point.support, language)
    return f" ({words})" if words else ""


def _told(point: Point) -> str:
    """Return every document that tells a point, with its words."""
    return " / ".join(
        f"「{row.record.what or row.evidence.exact}」 {row.document.name.rsplit('/', 1)[-1]} {row.id}"
        for row in point.rows
    )


def series_rows(found: Iterable[Series]) -> Iterator[Object]:
    """Yield a flat object for every telling of every point, for a spreadsheet."""
    for series in found:
        for point in series.points:
            for row in point.rows:
                yield _flat(series, point, row.record) | {
                    "document_name": row.document.name,
                    "publisher": row.document.publisher,
                }


def _flat(series: Series, point: Point, figure: Figure) -> Object:
    quantity = series.quantity
    return {
        "series": series.id,
        "quantity": quantity_name(quantity, Language.JA),
        "quantity_en": quantity_name(quantity, Language.EN),
        "unit": quantity.unit.value,
        "date": point.day or None,
        "by": None if point.by is None else point.by.id,
        "by_name": None if point.by is None else point.by.text(Language.JA),
        "value": number(point.value),
        "max": None if point.max is None else number(point.max),
        "bound": point.bound.value,
        "denied": "yes" if point.is_denied else "no",
        "id": figure.id,
        "document": figure.evidence.document,
        "evidence_start": figure.evidence.span.start,
        "evidence_end": figure.evidence.span.end,
        "evidence": figure.evidence.exact,
    }
