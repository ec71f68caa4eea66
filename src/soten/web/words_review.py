"""The words of the pages of review."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[str, str]

WORDS: Mapping[str, Pair] = {
    "review.title": ("点検", "Review"),
    "review.lead": (
        "不確かで重要なものから順に並びます。判断は取り消せます。読み取りの結果は失われません。",
        "What is uncertain and matters comes first. Every decision can be taken back, and what the "
        "reader found is kept.",
    ),
    "review.newest": (
        "種類ごとに、まだ判断されていない最新の{n}件と、その三分の一の数のつながりの候補から選んでいます。",
        "Chosen from the newest {n} of each kind that nobody has decided on, and a third as many "
        "proposed links of each kind.",
    ),
    "review.as": ("{name}として判断します。", "You decide as {name}."),
    "review.readonly": (
        "見るだけです。判断するには soten serve --review で始めるか、点検者としてログインします。",
        "Read-only. To decide, start with soten serve --review, or log in as a reviewer.",
    ),
    "review.none": (
        "判断を待つものはありません。",
        "Nothing waits to be decided on.",
    ),
    "review.kind": ("種類", "Kind"),
    "review.why": ("理由（任意）", "Reason (optional)"),
    "review.reasons": ("なぜ見るか", "Why look"),
    "review.score": ("優先度", "Weight"),
    "review.same": ("同じものですか", "Are these one?"),
    "review.members": ("{n}件の報道で同じもの", "one across {n} {n:report|reports}"),
    "review.accept": ("正しい", "Accept"),
    "review.reject": ("却下", "Reject"),
    "review.retract": ("撤回された", "Retracted"),
    "review.correct": ("直す", "Correct"),
    "review.merge": ("同じもの", "Merge"),
    "review.split": ("別のもの", "Split"),
    "review.undo": ("取り消す", "Undo"),
    "review.undo.last": ("直前の自分の判断を取り消す", "Undo my last decision"),
    "review.pick": ("{what}を選ぶ", "Pick {what}"),
    "review.pick.all": ("見えているものをすべて選ぶ", "Pick all that is shown"),
    "review.bulk": ("選んだものに", "To what is picked"),
    "review.bulk.why": (
        "選んだ、この画面に見えているものだけに働きます。まとめて取り消せます。",
        "Acts only on what is picked on this page; one undo takes all of it back.",
    ),
    "review.bulk.count": ("件を選んでいます", "picked"),
    "review.done": ("判断しました", "Decided"),
    "review.keys": ("キー操作", "Keys"),
    "review.keys.list": (
        "a 正しい、r 却下、c 直す、m 同じもの、s 別のもの、u 取り消す、j と k で次と前、? この説明",
        "a accept, r reject, c correct, m merge, s split, u undo, j and k next and previous, ? this help",
    ),
    "review.log": ("判断の記録", "Decisions"),
    "review.log.by": ("判断した人", "By"),
    "review.log.about": ("対象のID", "About (id)"),
    "review.log.since": ("この日から", "Since"),
    "review.log.what": ("判断", "Decision"),
    "review.log.at": ("日時（UTC）", "When (UTC)"),
    "review.log.on": ("対象", "On"),
    "review.log.none": ("まだ判断はありません。", "No decisions yet."),
    "review.log.back": ("取り消し済み", "taken back"),
    "review.orphans": ("届かない判断", "Decisions that reach nothing"),
    "review.orphans.none": (
        "届かない判断はありません。",
        "Every decision reaches what it is about.",
    ),
    "review.of": ("{kind}を点検", "Review: {kind}"),
    "review.fields": ("項目を直す", "Correct its fields"),
    "review.fields.how": (
        "人や組織は名前で書けます。複数はコンマで区切ります。空欄は不明の意味です。根拠は「始まり-終わり」か本文の言葉そのものです。",
        "Actors and points may be named; lists are separated by commas; empty means unknown; evidence is "
        "START-END or the very words.",
    ),
    "review.fields.do": ("この内容に直す", "Correct to this"),
    "review.unchanged": ("変わった項目がありません。", "No field was changed."),
    "review.nowords": ("根拠の言葉の位置が必要です。", "The place of the words is needed."),
    "review.trouble": ("直すところがあります。", "Something here does not hold."),
    "review.found": ("機械の読み取り", "The reader found"),
    "review.joined": ("同じものとされた記録", "Records that are one with it"),
    "review.joined.none": (
        "ほかの記録とは結ばれていません。",
        "It is joined with no other record.",
    ),
    "review.split.this": ("これは別のもの", "This one is another"),
    "review.merge.with": ("同じものの記録のID", "Id of a record that is the same"),
    "review.decide": ("判断", "Decide"),
    "review.add.title": ("読み落としを加える", "Add what was missed"),
    "review.add.do": ("加える", "Add"),
    "review.add.words": ("根拠の言葉", "The words it rests on"),
    "review.add.start": ("始まり（文字）", "Start (character)"),
    "review.add.end": ("終わり（文字）", "End (character)"),
    "review.add.show": ("この位置を見る", "Show this place"),
    "review.conflict": (
        "見ているあいだに、ほかの人が判断しました",
        "Somebody else decided while you looked",
    ),
    "review.conflict.why": (
        "どちらの判断も失われていません。今の状態を見てから、改めて決めてください。",
        "Nothing was lost. Look at how it stands now, then decide.",
    ),
    "review.conflict.yours": ("あなたの判断", "Your decision"),
    "review.conflict.do": ("それでも判断する", "Decide so nevertheless"),
    "review.conflict.leave": ("このままにする", "Leave it as it is"),
}
