"""The words of the pages of disputes, figures and places, in Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping

from soten.web.words import Pair

WORDS: Mapping[str, Pair] = {
    "disputes.sections": ("食い違いの見方", "Ways to see disputes"),
    "disputes.section.disputes": ("食い違い", "Disputes"),
    "disputes.section.claims": ("すべての主張", "All claims"),
    "disputes.section.figures": ("数値", "Figures"),
    "disputes.section.places": ("場所", "Places"),
    "disputes.title": ("食い違い", "Disputes"),
    "disputes.lead": (
        "ある側が主張し、別の側が否定していること。先に語った側を先に置き、どちらが正しいかは判断しません。",
        "What one side asserts and another denies. Who spoke first stands first; neither is judged right.",
    ),
    "claims.title": ("すべての主張", "All claims"),
    "claims.lead": (
        "複数の文書にわたる主張を一つにまとめ、主張する側、否定する側、確認できないとする側を示します。",
        "Claims, each once across documents: who asserts it, who denies it, who could not confirm it.",
    ),
    "filter.place": ("場所", "Place"),
    "filter.kind": ("種類", "Kind"),
    "disputes.kind.all": ("すべて", "All"),
    "disputes.kind.place": ("場所の支配", "Who holds a place"),
    "disputes.kind.other": ("その他", "Other"),
    "disputes.side.asserted": ("主張", "Asserted"),
    "disputes.side.denied": ("否定", "Denied"),
    "disputes.side.unconfirmed": ("確認できないという側", "Not confirmed by"),
    "disputes.nobody.asserted": (
        "主張した側自身の言葉は台帳にない",
        "the ledger holds no words of whoever asserts it",
    ),
    "disputes.nobody.denied": ("否定は台帳にない", "the ledger holds no denial"),
    "disputes.nobody.unconfirmed": (
        "確認できないとした報道は台帳にない",
        "no report in the ledger says it could not be confirmed",
    ),
    "disputes.support": (
        "独立した記事{families}本・もとの情報源{primary}",
        "independent reports {families} · primary sources {primary}",
    ),
    "disputes.more": ("ほか{n}件", "{n} more"),
    "disputes.reports": ("ほか{n}本の記事", "{n} more {n:report|reports}"),
    "disputes.via": ("{who}を経て", "through {who}"),
    "disputes.left-out": (
        "報道が多いため、最初と最新の{n}件だけを読んでいます（ほかに{more}件）。数はその範囲のものです。",
        "There are many reports: only the first and the latest, {n} in all, were read ({more} more). "
        "Counts are of these.",
    ),
    "disputes.figures": ("主張に含まれる数値", "Figures in it"),
    "disputes.few": (
        "ここまでの範囲には見つかりませんでした。続きがあります。",
        "None found so far; there is more to look through.",
    ),
    "disputes.open": ("経過を見る", "See its course"),
    "disputes.in-course": ("この食い違いの経過", "Course of this claim"),
    "claim.about": ("場所", "Place"),
    "claim.state": ("確認の状態", "State of review"),
    "claim.issues": ("争点", "Points at issue"),
    "claim.none": ("記載なし", "none told"),
    "claim.course": ("経過", "Course"),
    "claim.course.why": (
        "いつ誰が何と言ったか。同じ側が同じ日に言ったことは一つの段階とし、転載は数えません。",
        "Who said what of it and when. What one side said on one day is one step; copies are not counted.",
    ),
    "claim.drawing": ("主張の経過の図", "Drawing of the course of a claim"),
    "claim.drawing.desc": (
        "上の段に主張、下の段に否定。日付の幅は分かっている範囲の広さ。"
        "同じ内容を下の「経過」の一覧が言葉で伝えます。",
        "Assertions above, denials below. Each date is as wide as it is known. "
        "The list of steps below says the same in words.",
    ),
    "claim.drawing.undated": (
        "日付の分からない{n}件は図にありません。",
        "{n} {n:step|steps} of unknown date {n:is|are} not drawn.",
    ),
    "claim.drawing.latest": ("最新の{n}件だけを描いています。", "Only the latest {n} are drawn."),
    "claim.drawing.reported": (
        "破線の印は、言った日が分からず報道の日に置いたものです。",
        "Dashed marks stand on the day of the report: when it was said is not told.",
    ),
    "claim.lane.asserted": ("主張", "Asserted"),
    "claim.lane.denied": ("否定", "Denied"),
    "claim.lane.unconfirmed": ("確認できないという側", "Not confirmed"),
    "claim.lane.other": ("同じ場所についての別の主張", "Other claims about the place"),
    "claim.documents": ("この主張を伝える記録", "Where it is told"),
    "claim.documents.all": ("記録{n}件を見る", "See {n} {n:record|records}"),
    "claim.why-one.all": ("理由{n}件を見る", "See {n} reasons"),
    "claim.why-one": ("同じ主張とした理由", "Why these claims are one"),
    "claim.table": ("同じ主張とした理由の表", "Table of reasons"),
    "claim.one-report": ("伝えるのは一つの記録です。", "One record tells it."),
    "figures.title": ("数値", "Figures"),
    "figures.lead": (
        "同じ量について誰がいつ何と言ったか。平均も推定もしません。",
        "What was told of one quantity, by whom and when. Nothing is averaged or estimated.",
    ),
    "figures.latest": ("それぞれの側の最新の数値", "The latest number of each owner"),
    "figures.count": ("数値{n}件", "{n} {n:figure|figures}"),
    "figures.count.least": ("数値{n}件以上", "{n} {n:figure|figures} or more"),
    "figures.differ": ("≠ 同じ時期に違う数値", "≠ differ about one time"),
    "figures.report": ("報道の地の文", "reports, in their own voice"),
    "figures.report.letter": ("報", "R"),
    "figures.denied": ("否定された数値", "a number that is denied"),
    "figures.chart": ("{name}の図", "Chart: {name}"),
    "figures.chart.desc": (
        "{n}件の数値。{owners}。同じ内容を下の表が言葉で伝えます。",
        "{n} {n:number|numbers}. {owners}. The table below says the same in words.",
    ),
    "figures.key": (
        "印は誰の数値か。横の線は日付の幅、上に開いた線は「以上」、下に開いた線は「以下」、"
        "両端のある縦線は範囲、≈は「約」、×は否定された数値。",
        "Marks say whose number it is. A bar across is as wide as the date; open upwards: at least; "
        "open downwards: at most; closed at both ends: a range; ≈ about; × a number that is denied.",
    ),
    "figures.key.cut": ("縦軸は0から始まりません。", "The upright axis does not begin at 0."),
    "figures.key.thread": (
        "細い線は同じ側の数値をたどるためのもので、間の値を示しません。",
        "Thin lines only lead from one number of an owner to the next.",
    ),
    "figures.owners": ("誰の数値か", "Whose numbers"),
    "figures.unit": ("単位", "Unit"),
    "figures.undated": (
        "日付の分からない{n}件は図になく、表にあります。",
        "{n} {n:number|numbers} of unknown date {n:is|are} in the table only.",
    ),
    "figures.apart": ("同じ時期に食い違う数値", "Numbers that differ about one time"),
    "figures.apart.why": (
        "どの数値も他の数値と両立しません。伝えられた順に並べます。",
        "No number could satisfy all of them. They stand in the order of time.",
    ),
    "figures.apart.more": (
        "最新の{n}組だけを並べています。ほかは表の≠で分かります。",
        "Only the latest {n} are set side by side; ≠ marks the others in the table.",
    ),
    "figures.table": ("数値の表", "Table of the numbers"),
    "figures.value": ("数値", "Number"),
    "figures.by": ("誰の数値か", "Whose"),
    "figures.date": ("日付", "Date"),
    "figures.evidence": ("根拠", "Evidence"),
    "figures.earlier": ("これより前の{n}件を見る", "See the {n} earlier ones"),
    "figures.later": ("これより後の{n}件を見る", "See the {n} later ones"),
    "figures.link": ("この量の数値を比べる", "Compare numbers of this quantity"),
    "places.title": ("場所", "Places"),
    "places.lead": (
        "誰がいつ支配を主張したか。誰が実際に支配しているかは判断しません。",
        "Who claimed when to hold a place. Who holds it is not judged.",
    ),
    "places.latest": ("それぞれの側の最新の言葉", "The latest word of each side"),
    "places.contested": ("主張が対立", "contested"),
    "places.names": ("名称", "Names"),
    "places.name": ("名称", "Name"),
    "places.whose": ("誰の呼び名か", "Whose name it is"),
    "places.whose.any": ("特定の側のものではない", "nobody's in particular"),
    "places.actor": ("この名の登場者としての記録", "As it is named across documents"),
    "places.history": ("誰がいつ支配を主張したか", "Who claimed when to hold it"),
    "places.drawing": (
        "{place}の支配についての主張の図",
        "Drawing of who claimed when to hold {place}",
    ),
    "places.drawing.desc": (
        "一つの側が一つの段。斜線は、両立しない主張が同時に続いている間。"
        "同じ内容を下の表が言葉で伝えます。",
        "One lane for each side that speaks. Hatched: claims that exclude each other stand at once. "
        "The table below says the same in words.",
    ),
    "places.drawing.key": (
        "帯は、その言葉が述べられた日から、その側が別のことを言うまで続きます（右が開いていれば、まだ言っていない）。"
        "帯の初めの印は、支配しているとされる側。破線の帯は、その側の支配を否定する言葉。"
        "斜線は、両立しない主張が同時に続いている間。",
        "A band goes from the day something is said until the same side says otherwise (open at the right: "
        "it has not). The mark at its beginning is who is said to hold the place. A dashed band "
        "is a denial. Hatched: claims that exclude each other stand at once.",
    ),
    "holding.taken": ("{who}が掌握", "{who} took it"),
    "holding.retaken": ("{who}が奪還", "{who} took it back"),
    "holding.held": ("{who}が保持", "{who} holds it"),
    "holding.lost": ("{who}が喪失", "{who} lost it"),
    "holding.surrounded": ("{who}が包囲", "{who} surrounds it"),
    "holding.contested": ("戦闘が継続", "fighting goes on"),
    "holding.not.taken": ("{who}の掌握を否定", "denies that {who} took it"),
    "holding.not.retaken": ("{who}の奪還を否定", "denies that {who} took it back"),
    "holding.not.held": ("{who}の保持を否定", "denies that {who} holds it"),
    "holding.not.lost": ("{who}の喪失を否定", "denies that {who} lost it"),
    "holding.not.surrounded": ("{who}による包囲を否定", "denies that {who} surrounds it"),
    "holding.not.contested": ("戦闘の継続を否定", "denies that fighting goes on"),
    "holding.unsure": ("「{what}」は確認できない", "could not confirm: {what}"),
    "holding.somebody": ("（誰がかは記載なし）", "somebody untold"),
    "places.holder.unknown": ("支配する側の記載なし", "no report says by whom"),
    "places.table": ("主張の一覧", "What was claimed"),
    "places.says": ("誰の言葉か", "Who says it"),
    "places.says.what": ("何と言ったか", "What is said"),
    "places.standing": ("続いている", "still stands"),
    "places.standings": ("それぞれの言葉が続く間", "How long each word stands"),
    "places.from": ("いつから", "From"),
    "places.to": ("別のことを言うまで", "Until it says otherwise"),
    "places.contested.when": ("対立している間", "Contested"),
    "places.contested.from": ("{low}から", "from {low}"),
    "places.contested.span": ("{low}から{high}", "{low} to {high}"),
    "places.cut": (
        "主張が多いため、最新の{n}件だけを読んでいます。",
        "There are many claims: only the latest {n} were read.",
    ),
    "places.untold": (
        "この条件で、誰が支配しているかを伝える主張は台帳にありません。",
        "No claim in the ledger that meets these filters tells who holds it.",
    ),
    "places.link": ("この場所の支配をめぐる主張", "Who claimed to hold this place"),
}
