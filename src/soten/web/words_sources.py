"""The words of the pages of sources, in Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping

from soten.web.words import Pair

WORDS: Mapping[str, Pair] = {
    "sources.title": ("出典", "Sources"),
    "sources.lead": (
        "どの発行元が何を先に伝え、誰から受け、どの語を選び、いつ沈黙したか。優劣はつけません。",
        "What each publisher carried first, whom it took from, which words it chose, "
        "and when it fell silent. Nobody is rated here.",
    ),
    "sources.views": ("出典の見方", "Views of the sources"),
    "sources.publishers": ("発行元", "Publishers"),
    "sources.chains": ("伝わり方", "Chains"),
    "sources.families": ("同文の記事", "Wire families"),
    "sources.words": ("語の選び方", "Words chosen"),
    "sources.silence": ("沈黙", "Silence"),
    "sources.documents": ("文書", "Documents"),
    "sources.unknown": ("発行元不明", "publisher unknown"),
    "sources.none": ("台帳にはまだ何もありません。", "The ledger holds nothing of this yet."),
    "publishers.caption": ("発行元ごとの数", "Counts by publisher"),
    "publishers.count": ("文書", "Documents"),
    "publishers.days": ("期間", "Days"),
    "publishers.first": ("先に報道", "First"),
    "publishers.later": ("後で報道", "Later"),
    "publishers.undecided": ("先後不明", "Order unknown"),
    "publishers.from": ("転載元", "Taken from"),
    "publishers.after": ("後追いした相手", "After whom"),
    "publishers.claims": ("主張", "Claims"),
    "publishers.denied": ("否定あり", "Denied"),
    "publishers.conceded": ("否定側が後に認めた", "Conceded later"),
    "publishers.grade": ("人がつけた評価", "Grade by a person"),
    "publishers.grade.none": ("評価なし", "nobody graded it"),
    "publishers.own": ("転載の記載なし", "names nobody"),
    "publishers.why": (
        "先・後は、二つ以上の発行元が同じ記事を載せたときだけ数えます。"
        "主張の数は、その発行元の文書が伝える他者の主張です。",
        "First and later are counted only where two publishers or more carry one story. "
        "Claims are those its documents tell of others.",
    ),
    "chains.caption": (
        "元の発信者から発行元まで、文書の多い順",
        "From the origin to the publisher",
    ),
    "chains.chain": ("伝わり方", "Chain"),
    "chains.none": (
        "転載元を記した文書はありません。",
        "No document names whom it was taken from.",
    ),
    "words.why": (
        "同じ事柄に別の語が使われた例。多く分かれたものから並べます。"
        "件数は根拠の一例へつながります。",
        "Where publishers choose different words for one thing, the most divided first. "
        "A count leads to one example.",
    ),
    "words.latest": (
        "条件に合うものが多いときは、語が使われた最新の{n}か所だけを見ています。",
        "Where the conditions let much through, only the latest {n} uses of words are looked at.",
    ),
    "words.word": ("語", "Word"),
    "words.whose": ("誰の用語か", "Whose usage"),
    "words.common": ("特定の側のものではない", "nobody's in particular"),
    "words.total": ("計", "All"),
    "words.concept": ("{words}", "{words}"),
    "words.one": ("別の語は使われていない", "no other word was chosen"),
    "words.caption": ("語ごと・発行元ごとの回数", "Uses by word and publisher"),
    "words.rest": ("ほかの発行元", "Others"),
    "silence.why": (
        "過去1年に5日以上発言・報道し、普段の間隔の3倍、これまでの最長、1週間のいずれよりも長く"
        "途絶えた者。{day}から見たものです。",
        "Who spoke or published on five days or more of a year, and has now been quiet for longer "
        "than three usual intervals, the longest one, and a week; seen from {day}.",
    ),
    "silence.caption": ("途絶えた者、長い順", "Who fell silent, the longest first"),
    "silence.who": ("誰が", "Who"),
    "silence.last": ("最後の日", "Last day"),
    "silence.days": ("沈黙（日）", "Silent (days)"),
    "silence.usual": ("普段の間隔（日）", "Usual interval (days)"),
    "silence.longest": ("最長の間隔（日）", "Longest interval (days)"),
    "silence.spoke": ("発言した日数", "Days it spoke on"),
    "silence.none": ("途絶えた者はいません。", "Nobody fell silent."),
    "silence.publisher": ("発行元", "publisher"),
    "families.lead": (
        "同じ配信から写された記事の集まり。裏付けを数えるときは一つです。",
        "Stories copied from one another. They count as one where support is counted.",
    ),
    "families.count": ("{n}本の記事", "{n} {n:story|stories}"),
    "families.open": ("比べる", "Compare"),
    "families.first": ("最初に載せた", "First carrier"),
    "families.first.none": ("日付がなく不明", "unknown: no story has a day"),
    "families.stories": ("記事", "Stories"),
    "families.published": ("日付", "Published"),
    "families.publisher": ("発行元", "Publisher"),
    "families.origin": ("転載元の表記", "Credits"),
    "families.origin.none": ("表記なし", "credits nobody"),
    "families.chars": ("字数", "Characters"),
    "families.how": ("関係", "How it is tied"),
    "families.document": ("文書", "Document"),
    "families.differences": ("違いを見る", "See what differs"),
    "families.none": ("同文の記事はありません。", "No story was copied."),
    "families.caption": ("先に載せたものから", "The first carrier first"),
    "documents.caption": ("新しい文書から", "The latest published first"),
    "documents.document": ("文書", "Document"),
    "documents.records": ("読み取った記録", "Records read"),
}
