"""The words of the pages, in Japanese and English: one key, two wordings, no fragments.

Pages of one group add a table of their own (`WORDS` of `soten.web.pages.…`).
"""

from __future__ import annotations

from collections.abc import Mapping

from soten.settings import Language

Pair = tuple[str, str]

WORDS: Mapping[str, Pair] = {
    "site.name": ("争点", "Soten"),
    "site.tagline": ("報道から、交渉の台帳を", "A ledger of negotiations, read from reports"),
    "site.skip": ("本文へ移動", "Skip to content"),
    "site.menu": ("メニュー", "Menu"),
    "site.nav": ("ページ", "Pages"),
    "site.language": ("English", "日本語"),
    "site.language.label": ("Switch to English", "日本語に切り替える"),
    "site.theme": ("配色", "Theme"),
    "site.theme.auto": ("自動", "auto"),
    "site.theme.light": ("明", "light"),
    "site.theme.dark": ("暗", "dark"),
    "site.offline": (
        "このページは外部と通信しません。",
        "This page talks to no other machine.",
    ),
    "site.ledger": ("台帳", "Ledger"),
    "site.formats": ("別の形式", "Other formats"),
    "print.from": ("争点の台帳「{name}」から", "From the Soten ledger “{name}”,"),
    "site.api": ("プログラム用（OpenAPI）", "For programs (OpenAPI)"),
    "feed.link": ("フィード（Atom）", "Feed (Atom)"),
    "feed.this": ("このページのフィード", "Feed of this page"),
    "feed.all": ("新しい動きのフィード", "Feed of what is new"),
    "calendar.link": ("カレンダー（iCalendar）", "Calendar (iCalendar)"),
    "error.406": ("この形式では出せません。", "This is not given in that format."),
    "nav.now": ("現在", "Now"),
    "nav.timeline": ("年表", "Timeline"),
    "nav.positions": ("立場", "Positions"),
    "nav.disputes": ("食い違い", "Disputes"),
    "nav.talks": ("会談", "Talks"),
    "nav.commitments": ("約束", "Commitments"),
    "nav.statements": ("発言", "Statements"),
    "nav.actors": ("登場者", "Actors"),
    "nav.map": ("地図", "Map"),
    "nav.sources": ("出典", "Sources"),
    "nav.search": ("検索", "Search"),
    "nav.review": ("点検", "Review"),
    "counted.before": (
        "{at}（UTC）に数えたものです。その後に台帳が変わったため、いま数え直しています。",
        "Counted at {at} (UTC). The ledger has changed since, and is being counted anew.",
    ),
    "filter.heading": ("絞り込み", "Filter"),
    "filter.party": ("当事者", "Party"),
    "filter.speaker": ("発言者", "Speaker"),
    "filter.issue": ("争点", "Point at issue"),
    "filter.since": ("この日から", "From"),
    "filter.until": ("この日まで", "Until"),
    "filter.document": ("文書", "Document"),
    "filter.act": ("種類", "Kind"),
    "filter.apply": ("絞り込む", "Apply"),
    "filter.clear": ("すべて解除", "Clear all"),
    "filter.any": ("すべて", "any"),
    "list.more": ("続きを見る", "More"),
    "list.none": ("この条件に合う記録はありません。", "Nothing in the ledger meets these filters."),
    "list.count": ("{n}件", "{n} shown"),
    "date.unknown": ("日付不明", "date unknown"),
    "date.reported": ("報道の日", "day of the report"),
    "unknown": ("不明", "unknown"),
    "chip.evidence": ("根拠", "Evidence"),
    "chip.open": ("文書で見る", "Open in the document"),
    "chip.hands": ("{n}者を経由", "through {n} {n:hand|hands}"),
    "chip.direct": ("直接", "first hand"),
    "chip.families": ("独立した記事{n}本", "{n} independent {n:report|reports}"),
    "chip.cite": ("引用としてコピー", "Copy as citation"),
    "chip.copied": ("コピーしました", "Copied"),
    "state.read": ("機械が読んだまま", "read by machine"),
    "state.accepted": ("人が確認", "accepted by a person"),
    "state.corrected": ("人が訂正", "corrected by a person"),
    "state.rejected": ("人が却下", "rejected by a person"),
    "state.retracted": ("撤回された", "retracted"),
    "state.added": ("人が追加", "added by a person"),
    "keys.title": ("キー操作", "Keys"),
    "keys.search": ("検索・絞り込みの欄へ", "Go to the search or filter field"),
    "keys.lines": ("次の行・前の行へ", "Next line, previous line"),
    "keys.open": ("選んだ行の根拠を開く・閉じる", "Open or close the evidence of the line"),
    "keys.close": ("開いたものを閉じる", "Close what is open"),
    "keys.help": ("この一覧", "This list"),
    "keys.done": ("閉じる", "Close"),
    "keys.move": ("図の上で: 前後の時間へ", "On the drawing: earlier, later"),
    "keys.zoom": ("図の上で: 拡大、縮小、全体", "On the drawing: closer, wider, all"),
    "keys.accept": ("正しい", "Accept"),
    "keys.reject": ("却下", "Reject"),
    "keys.correct": ("直す", "Correct"),
    "keys.merge": ("同じもの・別のもの", "Merge, split"),
    "keys.undo": ("取り消す", "Take back"),
    "trouble.slow": ("読み込んでいます…", "Loading …"),
    "trouble.refused": ("サーバーが答えられませんでした。", "The server could not answer."),
    "trouble.lost": (
        "サーバーにつながりません。表示は前のままです。",
        "The server cannot be reached. What is shown is as before.",
    ),
    "trouble.again": ("もう一度", "Try again"),
    "list.empty": ("まだ何も読み込まれていません。", "Nothing has been read yet."),
    "list.begin": ("はじめ方を見る", "See how to begin"),
    "error.heading": ("表示できません", "This cannot be shown"),
    "error.404": ("このアドレスには何もありません。", "There is nothing at this address."),
    "error.400": ("この求めには答えられません。", "This cannot be asked."),
    "error.422": ("この求めには答えられません。", "This cannot be asked."),
    "error.403": ("許可がありません。", "You are not allowed to do this."),
    "error.405": ("この操作はできません。", "This cannot be done here."),
    "error.500": (
        "サーバーで問題が起きました。台帳はそのままです。",
        "Something went wrong on the server. The ledger is as it was.",
    ),
    "error.status": ("エラー {status}", "Error {status}"),
    "error.404.then": (
        "記録や文書のアドレスは変わりません。書き写しの誤りがないか確かめてください。",
        "Addresses of records and documents do not change. See whether it was copied whole.",
    ),
    "error.400.then": (
        "条件を直すか、条件なしで開いてください。",
        "Change the condition, or open the page without.",
    ),
    "error.422.then": (
        "条件を直すか、条件なしで開いてください。",
        "Change the condition, or open the page without.",
    ),
    "error.405.then": (
        "ページのボタンからもう一度試してください。",
        "Use the buttons of the page.",
    ),
    "error.500.then": (
        "サーバーを始めた端末に理由が出ています。しばらくしてもう一度開いてください。",
        "The terminal that started the server says why. Load the page again in a while.",
    ),
    "error.503": (
        "台帳が使用中か、まだ数えています。",
        "The ledger is busy, or still being counted.",
    ),
    "error.bare": ("条件なしで開く", "Open it without conditions"),
    "error.back": ("最初のページへ", "To the first page"),
    "speaker.unknown": ("発言者不明", "speaker unknown"),
}


class Words:
    """The wordings of one language."""

    def __init__(self, tables: Mapping[str, Pair], language: Language) -> None:
        """Take the table and the language."""
        self._tables, self.language = tables, language

    def __call__(self, key: str, **values: object) -> str:
        """Return the wording of a key with its values put in; raise `KeyError` for no key.

        `{n:report|reports}` in a wording is the first of both where `n` is 1.

        >>> words = Words(WORDS, Language.EN)
        >>> words("chip.families", n=1), words("chip.families", n=1200)
        ('1 independent report', '1,200 independent reports')
        """
        wording = self._tables[key][self.language is Language.EN]
        return wording.format(**{k: _Value(v) for k, v in values.items()}) if values else wording


class _Value:
    """A value that a wording takes: numbers have their commas, and may choose a word."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __str__(self) -> str:
        return format(self)

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        if bar:
            return one if str(self._value) == "1" else many
        is_count = type(self._value) is int and not spec
        return format(self._value, "," if is_count else spec)
