"""Words of the pages of search and of questions."""

from __future__ import annotations

from collections.abc import Mapping

from soten.web.words import Pair

WORDS: Mapping[str, Pair] = {
    "search.title": ("検索", "Search"),
    "search.words": ("探す語、または質問", "Words, or a question"),
    "search.go": ("検索", "Search"),
    "search.ask": ("質問する", "Ask"),
    "search.help": ("書き方", "How to write it"),
    "search.help.and": (
        "並べた語はすべて含むものを探します。2文字の語も、語の途中も見つかります。",
        "All words must occur. Words of two characters, and parts of words, are found.",
    ),
    "search.help.phrase": (
        "“…” で囲むと、その並びのまま探し、別名に広げません。",
        "“…” finds just this phrase, and no other name of an actor.",
    ),
    "search.help.or": (
        "OR は、どちらかを含むもの。 -語 は、その語を含まないもの。",
        "OR: either of two. -word: must not occur.",
    ),
    "search.help.ask": (
        "「ウクライナは停戦について何を求めているか」のように質問すると、記録から答えます。",
        "A question such as “What does Ukraine demand on a ceasefire?” is answered from records.",
    ),
    "search.told": (
        "文書{documents}件、記録{records}件を表示",
        "{documents} {documents:document|documents} and {records} {records:record|records} shown",
    ),
    "search.told.more": (
        "文書{documents}件、記録{records}件を表示（続きあり）",
        "{documents} {documents:document|documents} and {records} {records:record|records} shown, "
        "and there is more",
    ),
    "search.told.none": ("見つかりません", "Nothing found"),
    "search.cut": (
        "よく出る語です。あとから読み込まれた{n}か所だけを見ています。語や期間で絞ると、ほかも見つかります。",
        "These words are very common: only the {n} places read last were looked at. "
        "More words or a period find others.",
    ),
    "search.question": ("質問として答える", "Answer it as a question"),
    "search.documents": ("文書", "Documents"),
    "search.records": ("記録", "Records"),
    "search.none": (
        "この語と条件に合うものはありません。",
        "Nothing in the ledger has these words under these conditions.",
    ),
    "search.none.try": (
        "語を減らすか、絞り込みを外してください。",
        "Try fewer words, or take away a condition.",
    ),
    "search.narrow": ("絞り込み", "Narrow"),
    "search.kind": ("種類", "Kind"),
    "search.party": ("当事者", "Party"),
    "search.issue": ("争点", "Point at issue"),
    "search.publisher": ("発行元", "Publisher"),
    "search.publisher.none": ("発行元不明", "publisher unknown"),
    "search.days": ("時期", "When"),
    "search.days.chart": ("時期ごとの記録の数", "Records over time"),
    "search.days.how": (
        "棒を押すとその時期に絞ります。ドラッグで範囲を選べます。",
        "A bar narrows to its time; drag over several for a range.",
    ),
    "search.days.table": ("表で見る", "As a table"),
    "search.days.time": ("時期", "Time"),
    "search.days.count": ("記録", "Records"),
    "search.undated": ("日付不明 {n}件", "{n} without a date"),
    "search.active": ("いまの条件", "Conditions"),
    "search.remove": ("「{what}」を外す", "Take away “{what}”"),
    "search.counted": (
        "数は、あとから読み込まれた{n}件についてのものです。",
        "Counts are of the {n} records read last.",
    ),
    "search.saved": ("この検索へのリンク", "Link to this search"),
    "search.recent": (
        "最近の検索（このブラウザーの中だけ）",
        "Recent searches (in this browser only)",
    ),
    "search.forget": ("忘れる", "Forget them"),
    "ask.title": ("質問", "Question"),
    "ask.understood": ("理解したこと", "Understood as"),
    "ask.unknown": (
        "理解できなかった語（答えに使っていない）",
        "Not understood, left out of the answer",
    ),
    "ask.unasked": (
        "何を求めているかは理解できませんでした。新しい記録から示します。",
        "What is sought was not understood: these are the latest records.",
    ),
    "ask.not": (
        "質問を理解できませんでした。当事者、争点、場所、時期、求めるもののどれも見当たりません。",
        "Nothing was understood: no party, point, place, time, nor what is sought.",
    ),
    "ask.found": ("記録からの答え（{n}件）", "From the records ({n})"),
    "ask.nothing": ("台帳にあてはまる記録はありません。", "The ledger holds nothing on this."),
    "ask.absent": ("台帳のどの記録にもない名: {names}", "No record names: {names}"),
    "ask.nearest": ("近いもの", "What comes near"),
    "ask.without": ("「{part}」を外すと{n}", "without the {part}: {n}"),
    "ask.kind": ("同じ条件の{kind}は{n}", "{kind} under the same conditions: {n}"),
    "ask.documents": ("これらの語がある文書は{n}", "documents with these words: {n}"),
    "ask.cut": ("ほかにもあります。", "There is more."),
    "ask.more": ("もっと見る", "Show more"),
    "ask.off": (
        "このサーバーは質問を読めません。",
        "This server does not read questions.",
    ),
    "ask.search": ("語として検索する", "Search for the words"),
    "ask.before": ("それまで", "before"),
    "ask.now": ("今", "now"),
    "ask.says": ("主張する側", "asserts"),
    "ask.denies": ("否定する側", "denies"),
    "ask.mentions": ("言及{n}、文書{d}", "{n} {n:mention|mentions}, {d} {d:document|documents}"),
}
