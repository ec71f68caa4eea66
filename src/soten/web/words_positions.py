"""The words of the pages of positions, in Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping

from soten.web.words import Pair

WORDS: Mapping[str, Pair] = {
    "positions.title": ("立場", "Positions"),
    "positions.lead": (
        "争点ごとに、各当事者の最新の態度と、そこまでの経過。",
        "Point by point: where each party stands now, and how it came there.",
    ),
    "positions.views": ("表示", "Views"),
    "positions.board": ("一覧表", "Board"),
    "positions.shifts": ("態度の変化", "Shifts"),
    "positions.order": ("当事者の並び", "Order of parties"),
    "positions.order.name": ("名前順", "By name"),
    "positions.order.count": ("記録の多い順", "Most positions first"),
    "positions.caption": (
        "争点と当事者。各欄は最新の態度",
        "Points and parties; each cell tells the latest stance",
    ),
    "positions.point": ("争点", "Point"),
    "positions.party": ("当事者", "Party"),
    "positions.count": ("{n}件", "{n} on record"),
    "positions.cell.none": ("この争点での表明なし", "nothing said on this point"),
    "positions.cell.open": (
        "{party}の「{issue}」についての経過",
        "{party} on {issue}: its course",
    ),
    "positions.columns": ("当事者を選ぶ（ほか{n}者）", "Choose parties ({n} more)"),
    "positions.columns.how": (
        "選んだ当事者が列になります（8者まで）。",
        "Those chosen become the columns (up to 8).",
    ),
    "positions.columns.show": ("この当事者で表示", "Show these"),
    "positions.columns.reset": ("選び直す", "Choose anew"),
    "positions.columns.first": (
        "記録の多い{n}者から選べます。ほかは「当事者」の欄に名前を入れてください。",
        "Of the {n} with most positions; name others under “Party”.",
    ),
    "positions.past": ("これまで: {told}", "So far: {told}"),
    "positions.key": ("図の見方", "Key"),
    "positions.key.how": (
        "左が古く、右が新しい。高いほど、その事柄を求める・認める側、低いほど拒む側です。",
        "Earlier on the left, later on the right; the higher, the more a thing is wanted or granted.",
    ),
    "positions.state.first": ("初めての表明", "first on record"),
    "positions.state.shifted": ("変化", "shifted"),
    "positions.state.unchanged": ("変わらず", "unchanged"),
    "positions.state.beside": ("以前との関係は不明", "tie to earlier unclear"),
    "positions.state.silent": ("新しい表明なし", "nothing new"),
    "positions.was": ("{day}は「{was}」", "on {day}: {was}"),
    "positions.as": ("{day}と同じ", "as on {day}"),
    "positions.silent.since": (
        "{day}以降なし。最後の表明より後にこの争点への立場を伝えた文書は{n}件",
        "none since {day}; documents that tell a position on the point after its last: {n}",
    ),
    "positions.states.why": (
        "「変わらず」は同じ趣旨を再び述べたこと、「新しい表明なし」は期間中に何も述べていないことです。",
        "“Unchanged” means said again; “nothing new” means that nothing was said in the time asked about.",
    ),
    "filter.news": ("この日以降に新しいこと", "What is new since"),
    "positions.none": (
        "この条件に合う立場の記録はありません。",
        "The ledger holds no position that meets these filters.",
    ),
    "positions.none.how": (
        "条件を減らすか、態度を伝える記事（求める、拒む、受け入れる…）を読み込んでください。",
        "Ask for less, or read in reports that tell stances (demands, rejects, accepts …).",
    ),
    "positions.more": ("次の争点へ", "More points"),
    "positions.more.parties": ("次の当事者へ", "More parties"),
    "positions.reports": ("{n}件の記事が同じ表明を伝える", "told by {n} positions of reports"),
    "positions.statement": ("発言", "Statement"),
    "positions.course": ("経過", "Course"),
    "positions.course.lead": (
        "「{issue}」についての{party}の表明。{n}件の記録から。",
        "What {party} said on {issue}, from {n} positions.",
    ),
    "positions.course.order": ("並び", "Order"),
    "positions.course.newest": ("新しい順", "Newest first"),
    "positions.course.oldest": ("古い順", "Oldest first"),
    "positions.course.earlier": ("さらに前へ", "Earlier"),
    "positions.course.latest": ("最新へ", "Latest"),
    "positions.course.other": ("この当事者のほかの争点", "This party on all points"),
    "positions.course.parties": ("この争点のほかの当事者", "All parties on this point"),
    "positions.shift": ("{was}から{now}へ", "from {was} to {now}"),
    "positions.shift.before": ("前", "Before"),
    "positions.shift.after": ("後", "After"),
    "positions.shift.shared": ("共通する語: {words}", "words in common: {words}"),
    "positions.shift.here": ("ここで変化", "shifted here"),
    "positions.shifts.none": (
        "この範囲に態度の変化は見つかっていません。",
        "No shift is found here.",
    ),
    "positions.shifts.lead": (
        "同じ事柄についての、日付の異なる二つの発言。新しい順。",
        "Two dated quotations on one thing that differ; the latest first.",
    ),
    "positions.shifts.why": (
        "後の発言者は前と同じか、より当事者に近い人です。二つは1年以内で、内容の語を共有します。"
        "何を変化と数えるかは docs/positions.md にあります。",
        "The later voice is as close to the party as the earlier or closer; the two share words of "
        "content and lie within a year. docs/positions.md says what counts as a shift.",
    ),
    "positions.shifts.all": ("すべての変化", "All shifts"),
    "positions.shifts.latest": ("最近の変化", "Latest shifts"),
    "positions.point.lead": (
        "この争点で{n}者の立場を記録しています。",
        "Parties with a position on this point: {n}.",
    ),
    "positions.point.parties": ("各当事者の最新の態度", "Where each party stands"),
    "positions.distance": ("二者の隔たり", "Distance between two parties"),
    "positions.distance.one": ("一方", "One"),
    "positions.distance.other": ("他方", "Other"),
    "positions.distance.show": ("隔たりを見る", "Show"),
    "positions.distance.same": (
        "異なる二者を選んでください。",
        "Choose two different parties.",
    ),
    "positions.distance.alone": (
        "隔たりを見るには、この争点に二者以上の立場が必要です。",
        "It takes two parties with a position on this point.",
    ),
    "positions.distance.figure": (
        "{one}と{other}の「{issue}」での隔たりの推移。同じ内容が下の表にあります。",
        "{one} and {other} on {issue}: their distance over time; the table below says the same.",
    ),
    "positions.distance.how": (
        "数は二つの発言にもとづきます。その日までの{days}日間の両者の発言のうち、同じ事柄についての最新の一組です。"
        "拒否0、反対0.25、含み0.5、条件付き受け入れ0.75、受け入れ・支持・提案・要求1とし、二つの差が隔たりです。"
        "0は同じ向き、1は正反対。発言の組の順序を表すだけで、どれほど強く望むかは測りません。",
        "The number rests on two quotations: of what both said in the {days} days up to that day, "
        "the latest pair on the same thing. Rejects counts 0, opposes 0.25, open 0.5, accepts on a "
        "condition 0.75, accepts, supports, offers and demands 1; the distance is the difference. "
        "0 is alike, 1 opposed. It orders pairs of quotations; it does not measure how much is "
        "wanted.",
    ),
    "positions.distance.unknown": (
        "斜線の期間は不明です。一方が発言していないか、別の事柄について述べているか、"
        "態度を比べられない場合で、推定はしません。",
        "Hatched times are unknown: one was silent, both spoke of different things, or their stances do not "
        "compare. Nothing is guessed.",
    ),
    "positions.distance.course": ("これまでの推移を見る", "Show how it came to this"),
    "positions.distance.looked": (
        "記録が多いため、等間隔の{n}日について調べています。",
        "There are many positions: {n} {n:day|days}, evenly apart, were looked at.",
    ),
    "positions.distance.none": (
        "この期間に両者の日付のある発言がありません。",
        "Neither said anything dated in this time.",
    ),
    "positions.distance.top": ("1 正反対", "1 opposed"),
    "positions.distance.half": ("0.5", "0.5"),
    "positions.distance.bottom": ("0 同じ向き", "0 alike"),
    "positions.distance.table": ("隔たりの推移", "The distance over time"),
    "positions.distance.from": ("いつから", "From"),
    "positions.distance.to": ("いつまで", "To"),
    "positions.distance.value": ("隔たり", "Distance"),
    "positions.distance.now": ("現在（{day}）", "Now ({day})"),
    "positions.gone": ("この争点での表明なし", "nothing said"),
}
