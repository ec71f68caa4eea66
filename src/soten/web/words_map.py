"""The words of the map."""

from __future__ import annotations

from collections.abc import Mapping

from soten.web.words import Pair

WORDS: Mapping[str, Pair] = {
    "map.title": ("地図", "Map"),
    "map.lead": (
        "会談と出来事の場所、支配をめぐる主張。どちらが支配しているかの判定はしません。",
        "Where talks and events took place, and who claims to hold what. "
        "Who holds a place is not judged.",
    ),
    "map.at": ("この日まで", "Up to"),
    "map.days": ("さかのぼる日数", "Looking back"),
    "map.days.n": ("{n}日", "{n} {n:day|days}"),
    "map.days.1": ("その日だけ", "that day only"),
    "map.days.365": ("1年", "1 year"),
    "map.days.3653": ("10年", "10 years"),
    "map.show": ("表示", "Show"),
    "map.slide": ("日を動かす", "Move through time"),
    "map.time": ("時期", "Time"),
    "map.back": ("{n}日前", "{n} {n:day|days} back"),
    "map.on": ("{n}日後", "{n} {n:day|days} on"),
    "map.back.1": ("前の日", "Day before"),
    "map.on.1": ("次の日", "Day after"),
    "map.latest": ("最新の報道", "Latest report"),
    "map.span": (
        "{since}〜{until}の会談と出来事、{until}の時点で述べられている支配の主張",
        "Talks and events from {since} to {until}, and claims of who holds a place as they stand "
        "on {until}",
    ),
    "map.held.read": (
        "支配の主張は、新しく語られた{n}か所についてだけ示しています。",
        "Claims of control are shown of the {n} places told of last.",
    ),
    "map.never.shown": (
        "会談と出来事の少ない{n}か所は地図に載せていません。",
        "{n} {n:place|places} where less happened {n:is|are} left out of the map.",
    ),
    "map.claims.read": (
        "支配の主張は、場所ごとに新しい{n}件までを読んでいます。",
        "Of the claims about each place the latest {n} are read.",
    ),
    "map.drawing": ("地図: 同じ内容が下の一覧にあります", "Map: the list below says the same"),
    "map.count.talk": ("会談{n}", "{n} {n:talk|talks}"),
    "map.count.event": ("出来事{n}", "{n} {n:event|events}"),
    "map.count.claims": ("支配の主張{n}", "{n} {n:claim|claims} of control"),
    "map.count.talk.1": ("会談1", "1 talk"),
    "map.count.event.1": ("出来事1", "1 event"),
    "map.count.claims.1": ("支配の主張1", "1 claim of control"),
    "map.contested": ("主張が対立", "contested"),
    "map.name.of": ("{form}（{who}の呼び名）", "{form} ({who}'s name)"),
    "map.basis.in-town": ("{town}の位置に表示", "shown at {town}"),
    "map.basis.among-towns": (
        "位置はおおよそ（地域はその町の真ん中）",
        "only about there (a region stands in the middle of its towns)",
    ),
    "map.basis.state": ("国: 国土の真ん中に表示", "a state: shown in the middle of its land"),
    "map.places": ("地図にある場所", "Places on the map"),
    "map.away": ("地図に載らない場所", "Places not on the map"),
    "map.away.why": (
        "位置が分からないため地図に載っていない場所です。",
        "Where these lie is not known, so they are not on the map.",
    ),
    "map.none": (
        "この期間に、場所の分かる記録はありません。",
        "Nothing in this stretch of time tells a place.",
    ),
    "map.more": ("ほか{n}か所", "{n} more {n:place|places}"),
    "map.more.items": ("ほか{n}件", "{n} more"),
    "map.more.show": ("続きを見る", "Show them"),
    "map.history": ("支配の主張の経過", "Who claimed when to hold it"),
    "map.legend": ("記号", "Marks"),
    "map.legend.talk": ("会談（大きいほど多い）", "talks (the larger, the more)"),
    "map.legend.event": ("出来事", "events"),
    "map.legend.claim": ("支配の主張がある", "somebody claims to hold it"),
    "map.legend.contested": ("支配の主張が対立している", "claims of control exclude each other"),
    "map.legend.about": ("位置はおおよそ", "only about there"),
    "map.outside": ("図の外に{n}か所", "{n} {n:place lies|places lie} outside the drawing"),
    "map.outside.1": ("図の外に1か所", "1 place lies outside the drawing"),
    "map.area.all": ("すべてを入れる", "Show all of them"),
    "map.area.near": ("地図で近くを見る", "Show its surroundings"),
    "map.area.near.short": ("地図へ", "on the map"),
    "map.credit": (
        "地形: Natural Earth（パブリックドメイン）。地名の位置: GeoNames（CC BY 4.0）。"
        "境界は Natural Earth が実効支配に従って引いたもので、Soten の見解ではありません。",
        "Land: Natural Earth (public domain). Places: GeoNames (CC BY 4.0). Boundaries are drawn by "
        "Natural Earth as they are in fact; Soten takes no view of them.",
    ),
    "map.credit.short": ("Natural Earth, GeoNames", "Natural Earth, GeoNames"),
    "map.in": ("拡大", "Zoom in"),
    "map.out": ("縮小", "Zoom out"),
    "map.to-list": ("一覧で見る", "See in the list"),
    "map.wheel": (
        "地図を選ぶと、ホイールと ＋ − で拡大・縮小、矢印キーで移動できます。",
        "With the map chosen, the wheel and + − zoom, the arrow keys move.",
    ),
    "map.failed": ("地図の続きを読み込めませんでした。", "The map cannot be loaded."),
}
