"""Words around talks: what makes a noun a talk, what is done with one, and what it does."""

from __future__ import annotations

import re

from soten.records import TalkForm

NO_TALK_BEFORE = re.compile(
    r"(?:記者|定例|共同|株主|取締役|役員|捜査|編集|編成|ドラフト|議員|団体|婚外|労使|教授|職員|学術|最高|評|社員|"
    r"組合員|契約|移籍|示談|内部|国家安全保障|本|拡大|合併|賃金|党首?大|創立|設立|生徒|学級|家族|作戦|幹部|オンライン記者|商|文化|国家|国民|"
    r"科学|技術|経済|都市|教育|人民代表|商工)\Z"
)
"""What before the noun makes it no talk between parties: 株主総会, 団体交渉, 記者会見."""
BESIDE_NOUN = re.compile(
    r"(?:[0-9０-９→・、「『(（ 　]|(?:の|に)?(?:終了|開始|開催|再開|終結|直|閉幕|開幕)?"
    r"(?:後|前|中|時|初日|冒頭|形式|終了|開始|"
    r"開催|再開|継続|中断|中止|延期|決裂|見送り|実現|最終日|[0-9０-９]+日目|以来|以降)?\Z)"
)
"""What may follow the noun in its phrase; with anything else it is another word: 会議室, 交渉官."""
VERBAL = re.compile(r"[しすさせ]|でき|出来|いた[しす]")
CARRIERS = re.compile(
    r"(?:早期|年内|対面での|次回|無期限|一時|当面の|即時)?(?:会合|会議|協議|開催|実施|再開|開始|実現|設定|中断|中止|延期|継続|日程|場|席|テーブル|打ち切り|続行|日時|機会|可能性|準備|調整|予定|計画|日付|開催地|結果|末|中|冒頭|席上|最後|前半|後半|終盤|途中|合間)(?:後|前|直後)?\Z"
)
"""Nouns that with の carry the talk on to its predicate: 会談の開催を提案した, 交渉の席に着いた."""
HELD = frozenset(
    "見合わせる 見合せる 棚上げする 保留する 凍結する かける 前倒しする 順延する 繰り延べる "
    "変更する ずらす 早める 繰り上げる 繰り下げる "
    "行う 行なう 開く 持つ 開催する 実施する 重ねる 続ける 続行する 継続する 始める 開始する "
    "再開する 終える 主催する 主宰する 設ける 進める 催す こなす 挙行する 設定する 予定する 計画する "
    "調整する 中止する 延期する 取りやめる 取り止める 見送る 中断する 打ち切る キャンセルする "
    "取り消す 切り上げる 招集する 召集する 迎える ホストする 繰り返す する 開ける 企画する 準備する "
    "終了する 先送りする 交わす 済ませる 実現する 組む いたす できる".split()
)
"""What is done with a talk as object: 会談を行う, 会合を開く, 協議を中止する."""
JOINED = frozenset(
    "臨む のぞむ 出席する 参加する 応じる 入る 戻る 着く つく 同席する 立ち会う 招く 招待する 加わる "
    "復帰する 欠席する 出る 移る 踏み切る こぎつける 漕ぎ着ける".split()
)
"""What is done at a talk: 協議に臨む, 交渉の席に着く."""
OCCURRING = frozenset(
    "閉じる 始動する スタートする 成立する 見合わせる 棚上げする 凍結する "
    "行う 行なう 開く 開催する 始まる 終わる 終了する 続く 決裂する 予定する 実現する 中止する "
    "延期する 再開する 招集する 召集する 進む 進行する 進展する 難航する 中断する 閉幕する 開幕する "
    "設定する 計画する 調整する 実施する ある 持つ 重ねる 取りやめる 見送る 流れる 設ける 控える "
    "進める 開始する 継続する 長引く 及ぶ わたる 停滞する 行き詰まる 頓挫する 不調 起こる 起きる "
    "結果 末 予定 未定 予定だ 始める 終える 続ける 迎える 打ち切る キャンセルする 物別れ 不発 "
    "いく 成功する 失敗する 実を結ぶ "
    "変更する 前倒しする 順延する 繰り延べる "
    "完了する 催す 開ける 物別れに終わる 延びる ずれ込む 進行中 継続中 初めて 最後 平行線".split()
)
"""What a talk does: 会談が行われる, 協議が決裂する."""
ASKING = frozenset(
    "提案する 要請する 求める 要求する 呼びかける 呼び掛ける よびかける 申し入れる 申し込む 打診する "
    "持ちかける 持ち掛ける 促す 提唱する 提起する 望む 希望する 模索する 検討する 目指す 約束する "
    "訴える 受け入れる 拒否する 拒む 断る 拒絶する 一蹴する 期待する 合意する 決める 決定する "
    "発表する 表明する 示唆する 否定する 仲介する 迫る".split()
)
"""What is done about a talk that need not be held: 会談を提案する, 協議を拒否する."""
PROPOSING = frozenset(
    "提案する 要請する 求める 要求する 呼びかける 呼び掛ける よびかける 申し入れる 申し込む 打診する "
    "持ちかける 持ち掛ける 申し出る 促す 提唱する 望む 希望する 訴える 働きかける 迫る 招待する".split()
)
"""What makes a talk one that is only asked for."""
AGENDA = re.compile(r"[0-9０-９→・]")
"""What follows a talk in a list of dates: 「日米首脳会談9月24日国連総会」."""
AROUND = re.compile(
    r"の?(?:直後|直前|終了後|後に|後、|あと|前に|前日|翌日|前夜|冒頭|合間)|を(?:前に|控え|終え|経て)|"
    r"に(?:先立|先だ|合わせ|際し)|の(?:後|前)(?:[、でに]|\Z)"
)
SPEAKING = frozenset("話す 話し合う 話合う やりとりする やり取りする 伝える".split())
MEETING_VERBS = {
    "会う": TalkForm.MEETING,
    "面談する": TalkForm.MEETING,
    "話し合う": TalkForm.MEETING,
    "話合う": TalkForm.MEETING,
    "語り合う": TalkForm.MEETING,
    "謁見する": TalkForm.MEETING,
    "向かい合う": TalkForm.MEETING,
    "対面する": TalkForm.MEETING,
    "歓談する": TalkForm.MEETING,
    "密会する": TalkForm.MEETING,
    "会合する": TalkForm.MEETING,
    "会食する": TalkForm.MEETING,
    "会話する": TalkForm.MEETING,
    "対談する": TalkForm.MEETING,
    "鼎談する": TalkForm.TRILATERAL,
}
"""Verbs that tell of a talk by themselves."""
INVITING = frozenset("招く 迎える 招待する 集める 交える 加える 含める 招き入れる".split())
"""What who holds a talk does with those who come."""
SUMMONING = frozenset(
    "呼ぶ 呼び出す 呼びだす 呼びつける 召喚する 招致する 召致する 呼び付ける".split()
)
"""What a ministry does with an ambassador to whom it protests."""
_ENVOYS = re.compile(r"(?:大使|公使|代理大使|総領事|外交官|駐在武官)ら?\Z")
WILLING = re.compile(r"(?:意欲|意向|考え|前向きな姿勢|期待感?|前向きな考え)\Z")
"""What who would like a talk shows: 「会談の開催に意欲を示した」."""
MEETING_IDIOMS = {
    **dict.fromkeys(SUMMONING, _ENVOYS),
    "交わす": re.compile(r"(?:意見|言葉|会話|挨拶|あいさつ|握手|議論)\Z"),
    "合わせる": re.compile(r"顔\Z"),
    "そろえる": re.compile(r"顔\Z"),
    "揃える": re.compile(r"顔\Z"),
    "囲む": re.compile(r"(?:テーブル|食卓)\Z"),
    "着く": re.compile(r"(?:テーブル|席)\Z"),
    "つく": re.compile(r"(?:テーブル|席)\Z"),
    "突き合わせる": re.compile(r"(?:膝|ひざ)\Z"),
}
"""Verbs that do with what they govern: 意見を交わす, 顔を合わせる."""
THREE = ("三者", "3者", "３者", "3カ国", "3か国", "３カ国", "三国", "3国", "3ヵ国", "3カ国外相")
ATTENDING = frozenset("出席する 参加する 臨む のぞむ 同席する 加わる 立ち会う 代表する".split())
"""What somebody does who takes part."""
TURNS = ("前回", "次回", "初回")
"""Words for one of a series of talks, whose parties were told before."""
PRESS = re.compile(r"(?:記者|記者団|報道陣|取材陣|特派員|メディア|報道機関)(?:ら|たち)?\Z")
DURING = ("中", "冒頭", "席上", "最後", "前半", "後半", "終盤", "途中", "合間")
"""What with の says that something happens at a talk: 会談の中で, 会談の冒頭に."""
BEGUN = ("開始", "再開", "継続", "開催", "実施", "中止", "延期", "続行")
"""What after the noun two may agree on: 交渉再開で合意した."""
AGREEING = frozenset("合意する 一致する 同意する 決める 決定する".split())
FALLEN = (
    "中止",
    "延期",
    "取りやめ",
    "取り止め",
    "見送り",
    "白紙",
    "立ち消え",
    "棚上げ",
    "先送り",
    "お流れ",
    "キャンセル",
)
"""What a talk that was planned becomes: 会談は中止になった."""
