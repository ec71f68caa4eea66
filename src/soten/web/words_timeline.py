"""The words of the timeline."""

from __future__ import annotations

from collections.abc import Mapping

from soten.web.words import Pair

WORDS: Mapping[str, Pair] = {
    "timeline.title": ("年表", "Timeline"),
    "timeline.lead": (
        "会談、発言、出来事、約束を一つの時間軸に。印の幅は、日付がどこまで分かっているかを示します。",
        "Talks, statements, events and promises on one axis of time. "
        "A mark is as wide as what is known of its date.",
    ),
    "timeline.kind": ("種類", "Kinds"),
    "timeline.publisher": ("出典（発行元）", "Source (publisher)"),
    "timeline.band.talk": ("会談", "Talks"),
    "timeline.band.statement": ("発言", "Statements"),
    "timeline.band.event": ("出来事", "Events"),
    "timeline.band.commitment": ("約束", "Promises"),
    "timeline.count.marks": ("{n}件", "{n}"),
    "timeline.count.records": (
        "記録{n}件（数が多いため件数で表示）",
        "{n} {n:record|records}, counted",
    ),
    "timeline.overall": ("全体の分布", "When records lie"),
    "timeline.overall.how": (
        "棒をなぞると範囲を選べます。",
        "Drag over bars to choose a range.",
    ),
    "timeline.overall.before": ("それより前に{n}件", "{n} before"),
    "timeline.overall.behind": ("それより後に{n}件", "{n} after"),
    "timeline.overall.bar": ("{time}: 記録{n}件", "{time}: {n} {n:record|records}"),
    "timeline.overall.table": ("件数を表で見る", "The counts as a table"),
    "timeline.overall.caption": ("始まる日ごとの記録の件数", "Records by when they begin"),
    "timeline.overall.time": ("時期", "Time"),
    "timeline.overall.count": ("記録", "Records"),
    "timeline.window": ("{since}〜{until}", "{since} – {until}"),
    "timeline.chart": ("時間軸", "The axis"),
    "timeline.chart.how": (
        "← → で移動、+ − で拡大と縮小、0 で全体",
        "← → move, + − zoom, 0 shows all",
    ),
    "timeline.chart.wheel": (
        "図を選んでからホイールを回しても拡大・縮小できます。横に引くと動きます。",
        "With the drawing chosen, the wheel zooms. Drag sideways to move.",
    ),
    "timeline.nav": ("表示範囲", "What is shown"),
    "timeline.scales": ("範囲の長さ", "How much is shown"),
    "timeline.earlier": ("前へ", "Earlier"),
    "timeline.later": ("後へ", "Later"),
    "timeline.in": ("拡大", "Zoom in"),
    "timeline.out": ("縮小", "Zoom out"),
    "timeline.scale.day": ("4週間", "4 weeks"),
    "timeline.scale.week": ("3か月", "3 months"),
    "timeline.scale.month": ("1年", "1 year"),
    "timeline.scale.year": ("10年", "10 years"),
    "timeline.scale.all": ("全体", "Everything"),
    "timeline.latest": ("最新の報道", "latest report"),
    "timeline.list": ("この範囲の一覧（始まりの順）", "In this range, earliest first"),
    "timeline.list.more": ("続きを見る", "More"),
    "timeline.lines": (
        "はじめの{n}件だけを載せています。続きはJSONにあります。",
        "Only the first {n} are listed here; the JSON goes on.",
    ),
    "timeline.none": (
        "この範囲に記録はありません。",
        "Nothing in the ledger lies in this range.",
    ),
    "timeline.none.near": ("記録のある範囲を見る", "Show where records lie"),
    "timeline.undated": (
        "ほかに、いつのことか分からない記録が{n}件あります。",
        "{n} more {n:record|records} {n:tells|tell} no time at all.",
    ),
    "timeline.undated.show": ("一覧で見る", "List them"),
    "timeline.undated.title": (
        "いつのことか分からない記録（時間軸には載りません）",
        "Records of unknown time (not on the axis)",
    ),
    "timeline.undated.back": ("時間軸に戻る", "Back to the axis"),
    "timeline.legend": ("図の読み方", "How to read the drawing"),
    "timeline.legend.day": ("日が分かっている", "known to the day"),
    "timeline.legend.month": ("その月・年のいつか", "some time in the month or year"),
    "timeline.legend.rough": (
        "この間のいつか、またはおおよそ（端が斜線）",
        "some time between, or about then (hatched ends)",
    ),
    "timeline.legend.document": (
        "日付の記載がなく、報道の日に置いた",
        "no date told: stands at the day of the report",
    ),
    "timeline.legend.ahead": ("実施の報道がない会談", "a talk not told to have been held"),
    "timeline.legend.was": (
        "予定された日から、実際の日へ。約束からその後の報道へ",
        "from the day set to the day held; from a promise to what is told since",
    ),
    "timeline.legend.columns": ("件数（多いとき）", "how many, where there are many"),
    "timeline.was": ("当初の予定: {days}", "was set for {days}"),
    "timeline.as.document": ("報道の日", "day of the report"),
    "timeline.as.rough": ("この間のいつか", "some time between"),
    "timeline.as.ahead": ("実施の報道なし", "not told to have been held"),
    "timeline.as.off": ("延期・中止", "put off or called off"),
    "timeline.loading": ("読み込み中…", "Loading…"),
    "timeline.shown": ("{since}〜{until}を表示", "Shown: {since} – {until}"),
    "timeline.failed": (
        "図の続きを読み込めませんでした。",
        "More of the drawing cannot be loaded.",
    ),
}
