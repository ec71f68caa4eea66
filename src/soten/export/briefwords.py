"""The brief's own words, Japanese and English: headings, reasons for a dash, attributions."""

from __future__ import annotations

from collections.abc import Mapping

from soten.settings import Language

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("交渉の現在地", "Where the talks stand"),
    "title-about": ("交渉の現在地：{}", "Where the talks stand: {}"),
    "voice": (
        "ここにあるのはすべて文書に書かれていることで、Sotenの判断ではない。各行に原文の語句、文書の番号、記録のIDを添える。",
        "Everything here is what documents say, nothing is the ledger's own finding. Every line "
        "carries the exact words, the number of its document, and the record's id.",
    ),
    "period": ("対象期間", "Period"),
    "period-none": (
        "— 日付の分かる文書がない",
        "— no document has a date",
    ),
    "documents": ("読んだ文書", "Documents read"),
    "documents-count": ("{}件（{}字）", "{} ({} characters)"),
    "since": ("変化の起点", "Changes since"),
    "talks": ("会談", "Talks"),
    "ahead": ("予定・提案", "Planned or proposed"),
    "off": ("延期・中止", "Put off or cancelled"),
    "held": ("実施・継続中", "Held or under way"),
    "positions": ("立場：争点×当事者", "Positions: points at issue × parties"),
    "issue": ("争点", "Point at issue"),
    "before": ("以前", "Before"),
    "empty-cell": ("— 記載なし", "— nothing read"),
    "more-before": ("ほかに以前の記録{}件", "earlier records: {} more"),
    "disputes": ("食い違う主張", "What is disputed"),
    "disputed": ("争われている内容", "Disputed"),
    "asserted": ("主張する側", "Asserted by"),
    "denied": ("否定する側", "Denied by"),
    "no-asserted": (
        "— 主張の語句は記載なし（否定だけが書かれている）",
        "— no words of an assertion, only the denial is reported",
    ),
    "no-denied": ("— 否定の記載なし", "— no denial reported"),
    "figures": ("食い違う数値", "Figures that disagree"),
    "commitments": ("約束と期限", "Commitments and end dates"),
    "news": ("{}からの変化", "What changed since {}"),
    "news-none": (
        "— 日付の分かる文書がないため、変化を示せない。",
        "— no document has a date, so no change can be shown.",
    ),
    "moved": ("日程の変わった会談", "Talks moved, put off or called off"),
    "denied-now": ("新たに否定された主張", "Claims denied"),
    "due": ("期限の近い約束", "Promises due"),
    "overdue": ("期限の過ぎた約束（その後の記録なし）", "Promises overdue, nothing told since"),
    "broken": ("破られたとされる約束", "Promises somebody says are broken"),
    "shifts": ("態度の変化", "Stances that moved"),
    "first": ("初出", "first seen"),
    "statements": ("発言", "Statements"),
    "events": ("出来事", "Events"),
    "sources": ("文書と日付の根拠", "Sources, and how each was dated"),
    "none": ("該当する記録はない。", "The documents read hold none."),
    "more": (
        "ほかに{}件ある。すべては「{}」で見られる。",
        "{} more; `{}` lists all.",
    ),
    "according": ("{}によると", "according to {}"),
    "date": ("日付", "Date"),
    "no-date": ("— 日付の記載なし", "— no date given"),
    "reported": ("報道 {}", "reported {}"),
    "no-place": ("場所の記載なし", "no place given"),
    "no-outcome": ("結果の記載なし", "no outcome given"),
    "no-end": ("期限の記載なし", "no end date given"),
    "no-participants": ("— 参加者の記載なし", "— no participant named"),
    "no-speaker": ("— 発言者を特定できない", "— the text does not settle who"),
    "no-by": ("— 出所の記載なし", "— nobody named as its source"),
    "until": ("{}まで", "until {}"),
    "from": ("{}から", "from {}"),
    "condition": ("条件：{}", "on condition: {}"),
    "to": ("{}に対し", "to {}"),
    "at": ("{}で", "at {}"),
    "target": ("対象：{}", "against or to: {}"),
    "no-actor": ("— 主体の記載なし", "— the text names no actor"),
    "stated": ("文書に明記", "stated in the document"),
    "inferred": ("内容から推定", "inferred from the content"),
    "undated": ("— 日付不明：文書にも内容にも手がかりがない", "— undated: nothing in it says when"),
    "taken": ("転載元：{}", "taken from: {}"),
    "why": ("理由：{}", "because: {}"),
    "contents": ("目次", "Contents"),
    "characters": ("{}字", "{} characters"),
    "id": ("記録", "record"),
    "unpublished": ("日付不明", "undated"),
    "estimate": ("{}・推定", "{}, inferred"),
}


class Words:
    """The brief's words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, *values: str | int) -> str:
        """Return the words of `key`; values take the place of its `{}` and are never read as form.

        >>> Words(Language.EN)("until", "{0} 2027")
        'until {0} 2027'
        """
        return _WORDS[key][self.language is Language.EN].format(*values)
