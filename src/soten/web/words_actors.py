"""The words of the pages of actors, in Japanese and English."""

from __future__ import annotations

from collections.abc import Mapping

from soten.web.words import Pair

WORDS: Mapping[str, Pair] = {
    "actors.title": ("登場者", "Actors"),
    "actors.lead": (
        "文書をまたいで一つにまとめた人・国・組織。言及の多い順。",
        "People, states and bodies, each once across documents; the most mentioned first.",
    ),
    "actors.types": ("種類で絞り込む", "Narrow by type"),
    "actors.type.all": ("すべて", "All"),
    "actors.first": (
        "言及の多い{n}件から探しています。",
        "Looked for among the {n} most mentioned.",
    ),
    "actors.latest": (
        "この条件の言及は多いため、最近の{n}件を数えています。",
        "Of the mentions of this time, the latest {n} are counted.",
    ),
    "actors.network.see": ("会った・話したの図", "Who met and who spoke to whom"),
    "actors.caption": ("登場者と記録の数", "Actors and how many records name them"),
    "actors.name": ("名前", "Name"),
    "actors.type": ("種類", "Type"),
    "actors.side": ("属する側", "Side"),
    "actors.side.own": ("自らが当事者", "a party itself"),
    "actors.mentions": ("言及", "Mentions"),
    "actors.documents": ("文書", "Documents"),
    "actors.records": ("行為者としての記録", "Records in which it acts"),
    "filter.q": ("名前の一部", "Part of a name"),
    "actor.other-name": ("別の言語での名前", "In the other language"),
    "actor.no-name": ("この言語での名前なし", "no name in that language"),
    "actor.facts": ("概要", "At a glance"),
    "actor.external": ("外部の識別子", "External ids"),
    "actor.offices": ("役職", "Offices"),
    "actor.offices.none": ("役職の記載なし", "no office is told"),
    "actor.office": ("役職", "Office"),
    "actor.office.of": ("所属", "Of"),
    "actor.from": ("から", "From"),
    "actor.to": ("まで", "Until"),
    "actor.start.unknown": ("開始の記載なし", "its start is not told"),
    "actor.end.unknown": ("終わりの記載なし", "its end is not told"),
    "actor.by": ("根拠", "Known from"),
    "actor.by.pack": ("名簿", "the list of names"),
    "actor.by.reports": (
        "{n}件の文書（日付はその最初と最後）",
        "{n} {n:document|documents} (first and last day)",
    ),
    "actor.says": ("発言", "What it says"),
    "actor.says.none": ("台帳に自身の言葉なし", "the ledger holds no words of its own"),
    "actor.says.cut": (
        "多いため、発言は最後に台帳に入った{n}件、主張は最近の{n}件を数えています。",
        "There are many: of statements the {n} stored last are counted, of claims the latest {n}.",
    ),
    "actor.says.acts": ("どのように", "How"),
    "actor.says.issues": ("何について", "On what"),
    "actor.says.to": ("誰に", "To whom"),
    "actor.says.to.none": ("相手の記載なし", "no addressee is told"),
    "actor.says.issues.none": ("争点に触れた発言なし", "on no point at issue"),
    "actor.denied": ("否定された回数", "How often denied"),
    "actor.denied.is": (
        "主張{claims}件のうち{denied}件を、ほかの誰かが否定している。自らは{denies}件を否定している。",
        "Of {claims} {claims:claim|claims} it makes, somebody else denies {denied}. "
        "It denies {denies} itself.",
    ),
    "actor.denied.why": (
        "どちらが正しいかは判断しません。同じ主張の報道は一つに数えます。",
        "Neither is judged right. All reports of one claim count as one.",
    ),
    "actor.count": ("件数", "Count"),
    "actor.names": ("名前の書き方", "How texts write its name"),
    "actor.names.form": ("表記", "Form"),
    "actor.names.whose": ("誰の呼び方か", "Whose name it is"),
    "actor.names.anybody": ("特定の側のものではない", "nobody's in particular"),
    "actor.names.further": ("ほかに知られている表記", "Further forms that are known"),
    "actor.joined": ("同じ者とした理由", "Why documents speak of one"),
    "actor.joined.none": (
        "名簿にある名前で読まれ、推定による結び付けはありません。",
        "It is read by listed names; nothing was joined by inference.",
    ),
    "actor.joined.name": ("文書での名前", "As the document names it"),
    "actor.latest": ("最近の記録", "Latest records"),
    "actor.more": ("この登場者の記録", "Records of this actor"),
    "network.title": ("会った相手、話した相手", "Who met and who spoke to whom"),
    "network.lead": (
        "会談の参加者と、相手を名指しした発言から。線の太さは回数です。下の表が同じことを示します。",
        "From who took part in talks, and statements addressed to somebody. "
        "A thicker line: more often. The table below says the same.",
    ),
    "network.of": (
        "最近の会談{talks}件と発言{statements}件から。結び付きの多い{n}者を示し、{left}者を省いています。",
        "From the latest {talks} {talks:talk|talks} and {statements} {statements:statement|statements}. "
        "The {n} most tied are shown, {left} left out.",
    ),
    "network.by": ("まとめ方", "Count by"),
    "network.by.person": ("人・組織ごと", "person and body"),
    "network.by.side": ("側ごと", "side"),
    "network.figure": (
        "結び付きの図。同じ内容が次の表にあります。",
        "Ties drawn; the table below says the same.",
    ),
    "network.caption": ("結び付き、多い順", "Ties, the most first"),
    "network.one": ("一方", "One"),
    "network.other": ("他方", "The other"),
    "network.met": ("会談", "Met"),
    "network.said": ("一方から他方への発言", "First to second"),
    "network.answered": ("他方から一方への発言", "Second to first"),
    "network.example": ("最近の根拠", "Latest evidence"),
    "network.script": ("図の表示にはスクリプトが要ります。", "The drawing needs script."),
    "network.key": ("実線: 会談　矢印: 発言", "Line: met. Arrow: spoke to."),
    "network.none": (
        "この条件では、会った・話した記録がありません。",
        "Nothing in the ledger tells of anybody meeting or addressing anybody here.",
    ),
}
