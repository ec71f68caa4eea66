"""Words of stance: verbs and nouns by which Japanese news tells what a party wants.

A verb tells a stance by itself (支持する); a noun tells it with a light verb (支持を表明する) or before a
word for what somebody thinks (支持の立場, 支持する考え).
"""

from __future__ import annotations

from soten.records import Stance

_VERBS = {
    Stance.SUPPORTS: (
        "支持する 賛成する 賛同する 後押しする 推進する 歓迎する 擁護する 目指す めざす 望む "
        "期待する 重視する 推す 支える 応援する 提唱する 一致する 願う 尊重する 優先する"
    ),
    Stance.OPPOSES: (
        "反対する 反発する 抗議する 抵抗する 阻止する 妨害する 懸念する 憂慮する 問題視する "
        "牽制する けん制する 危惧する 警戒する 反論する 抗う 批判する"
    ),
    Stance.REJECTS: (
        "拒否する 拒絶する 拒む こばむ 却下する 一蹴する 退ける 断る 突っぱねる はねつける "
        "撥ねつける 破棄する 断絶する ボイコットする 否決する 打ち切る 突き返す 固辞する 辞退する "
        "離脱する 脱退する 禁止する 禁じる"
    ),
    Stance.ACCEPTS: (
        "受け入れる 受入れる 受諾する 容認する 承諾する 了承する 了解する 承認する 同意する "
        "合意する 応じる 応ずる 批准する 調印する 署名する 譲歩する 妥協する 認める 許可する のむ "
        "呑む 飲む 黙認する 追認する"
    ),
    Stance.DEMANDS: (
        "求める 要求する 要請する 迫る 促す 呼びかける 呼び掛ける 要望する 希望する 働きかける "
        "働き掛ける 詰め寄る 固執する こだわる 主張する 訴える 催促する 申し立てる 請求する "
        "申請する"
    ),
    Stance.OFFERS: "提案する 提示する 申し出る 打診する 持ちかける 持ち掛ける 招く 招請する 提起する",
    Stance.UNDECIDED: "棄権する 検討する 保留する 見極める 決めかねる",
}
STANCE_OF_VERB = {verb: stance for stance, verbs in _VERBS.items() for verb in verbs.split()}
"""The stance that a verb, not negated, tells of its subject."""

WISHING = frozenset("期待する 望む 願う".split())
"""Verbs that ask for something where they say of whom it is wished."""

_OBJECT_PARTICLES = {
    ("に",): "応じる 応ずる 合意する 反発する 抗議する 調印する 署名する",
    ("で", "でも"): "一致する",
    ("を",): (
        "認める のむ 呑む 飲む 支える 推す 望む 願う 尊重する 優先する 断る 警戒する 懸念する "
        "憂慮する 招く 主張する 検討する 期待する 重視する 退ける 打ち切る 阻止する 妨害する "
        "反論する 許可する 目指す 見極める 請求する 申請する 一蹴する 突っぱねる はねつける "
        "却下する 後押しする 希望する 提起する 禁止する 禁じる"
    ),
    ("を", "について", "に対して"): "批判する",
    ("から", "を", "の"): "離脱する 脱退する",
    ("よう", "ように", "を"): "訴える 迫る 働きかける",
}
OBJECT_PARTICLE = {
    verb: particles for particles, verbs in _OBJECT_PARTICLES.items() for verb in verbs.split()
}
"""Verbs that tell a stance only with an object, and the particles of that object."""

PERMITTED = tuple(
    (
        "独立 主権 受け入れ 駐留 派遣 延長 撤退 撤収 返還 入国 自治 使用 設置 実施 開催 参加 修正 "
        "停止 解除 輸出 輸入 供与 通過 通行 越境 地位 権利 領有 結果 正当性 主張 要求 国境 存在 "
        "往来 加盟 加入 査察 立ち入り 監視 移転 交渉 対話 協議 釈放 交換 併合 統治 支配 停戦 休戦 "
        "譲歩 改正 変更 活動 飛行 上陸 配備 開発 建設 入植 輸送 給油 設立 創設 増強 当選 選挙 "
        "承認 再開 引き渡し 統一 合法性 正統性 管轄権 条約 決議 裁定 判決 境界 案 提案"
    ).split()
)
"""What is conceded when it is 認める: a policy, and no fault or fact."""
SIGNED = ("協定", "条約", "合意", "合意書", "合意文書", "覚書", "議定書", "停戦", "休戦", "和平")
"""What a party accepts when it signs it; a law or a declaration is none of these."""
NOT_ANSWERED = tuple(
    (
        "質問 取材 インタビュー 電話 相談 治療 捜査 取り調べ 聴取 会見 撮影 試合 募集 ニーズ 状況 "
        "必要 場合 変化 程度 能力 面会 注文 応募"
    ).split()
)
"""What one answers without taking a stance: 質問に応じる."""
HELD = frozenset(
    "支持する 反対する 求める 要求する 主張する 目指す めざす 望む 推進する 反発する".split()
)
"""Verbs that before a noun tell a stance held, also in the present: A国が求める停戦."""
DISMISSING = frozenset("一蹴する 突っぱねる はねつける 却下する 退ける".split())
"""Verbs that refuse a policy, but only dismiss what is said: 主張を退ける."""
SAYINGS = ("発言", "主張", "批判", "報道", "疑惑", "見方", "指摘", "懸念", "訴え", "異議")
"""What is said, and dismissed without a stance on a policy."""
PASSING = frozenset(
    "受け入れる 同意する 合意する 応じる 承認する 調印する 署名する 断絶する 破棄する".split()
)
"""Verbs that with ていた tell what had been before: 合意していた."""
AIMED_AT = frozenset("批判する 警戒する 支持する 懸念する 後押しする 妨害する".split())
"""Verbs that tell a stance on a policy, not where somebody is their object."""

_NOUNS = {
    Stance.SUPPORTS: "支持 賛成 賛意 賛同 歓迎 期待 後押し 推進 連帯 賛成票 支持票",
    Stance.OPPOSES: "反対 反発 抗議 難色 不満 異議 異論 抵抗 不快感 反対票 不支持 反感 懸念 憂慮 遺憾",
    Stance.REJECTS: "拒否 拒絶 拒否権 ボイコット 否認 破棄",
    Stance.ACCEPTS: "受け入れ 容認 同意 譲歩 受諾 承諾 了承 承認 妥協 応諾",
    Stance.DEMANDS: "要求 要請 要望 注文 圧力 催促",
    Stance.OFFERS: "提案 申し入れ 申し出 打診 構想 招待 提示",
}
STANCE_OF_NOUN = {noun: stance for stance, nouns in _NOUNS.items() for noun in nouns.split()}
"""The stance that a noun tells with a light verb or before 立場, 考え."""

LIGHT_VERBS = frozenset(
    (
        "示す 表明する 表す 見せる 唱える 寄せる 伝える 強調する 打ち出す 述べる 投じる 投ずる "
        "強める 続ける 抱く 送る とる 取る 突きつける 突き付ける かける 掛ける 行使する 決める "
        "決定する 貫く 明らかにする 繰り返す 鮮明にする 明確にする あらわにする 露わにする "
        "申し入れる 宣言する 発表する 申し立てる 確認する 申し出る 回る まわる 転じる 募らせる "
        "伝達する 通告する 下す"
    ).split()
)
"""Verbs that with a noun of stance make one predicate: 難色を示す."""
PLEDGING = frozenset("表明する 発表する 約束する 申し出る 打ち出す 確約する".split())
"""With these, help named is help offered: 追加支援を表明する."""
PLEDGED = ("支援", "供与", "派遣", "拠出", "援助", "提供", "寄付")
"""Help that is offered when it is announced."""
ADVERBS = frozenset(
    (
        "改めて あらためて 再び 繰り返し 初めて 相次いで 重ねて 一貫して それぞれ 共に ともに "
        "新たに すでに 既に 一斉に 直ちに 事実上 さらに 暗に 引き続き 依然 依然として 近く 相次ぎ "
        "一様に とも"
    ).split()
)
"""Adverbs that may part a noun from its verb: 考えを改めて示す."""
NOUN_DOERS = frozenset("する 行う 行なう 出す".split())
"""With these a noun of stance is an act: 要求をする."""
KEEPING = frozenset("崩す 隠す 変える 緩める 改める やめる 止める 捨てる".split())
"""Verbs that keep a stance where they are negated, and only there: 姿勢を崩していない."""
DECLARED = {
    "独立": Stance.DEMANDS,
    "併合": Stance.DEMANDS,
    "編入": Stance.DEMANDS,
    "領有": Stance.DEMANDS,
    "停戦": Stance.ACCEPTS,
    "休戦": Stance.ACCEPTS,
    "終結": Stance.SUPPORTS,
    "破棄": Stance.REJECTS,
    "脱退": Stance.REJECTS,
    "離脱": Stance.REJECTS,
}
"""What a party wants that declares this: 独立を宣言する."""

CLOSERS = tuple(
    (
        "考え 方針 意向 姿勢 立場 構え 意思 意志 態度 意見 決意 路線 見解 用意 準備 つもり 予定 "
        "計画 主張 決定"
    ).split()
)
"""Nouns for what somebody thinks, after the words of stance: 支持する考え, 反対の立場."""
REQUIRING = frozenset(
    (
        "する 挙げる 掲げる 求める 要求する 提示する 示す 突きつける 突き付ける 主張する 付ける "
        "つける 出す 応じる 同意する 受け入れる 認める"
    ).split()
)
"""With these a condition is made: 撤退を停戦の条件に挙げる."""
SHOWING = ("見せる", "示す")
"""Who does not show it has not the stance: 応じる姿勢を見せない."""
READY = ("用意", "準備", "構え", "余地")
"""Closers that leave an acceptance open."""
HOLDING = frozenset(
    (
        "ある いる 持つ 固める 公表する 一致する 転換する 傾く 維持する 堅持する 伝達する 共有する"
    ).split()
)
"""Verbs that, besides the light ones, make a predicate of a closer: 方針を固める."""
INTENTS = tuple("つもり 考え 気 意図 意思 意向 用意 予定 計画 方針".split())
"""What a party that has none of it refuses: 参加する考えはない."""
SPEECHES = tuple(
    (
        "決議 決議案 演説 声明 談話 書簡 要求書 嘆願書 法案 修正案 宣言 提案 キャンペーン デモ 集会"
    ).split()
)
"""What holds the words of those who give it: 「核廃絶を目指す演説を行う」."""
GIVING = frozenset(
    (
        "行う 行なう 採択する 可決する 発表する 提出する 送る 出す 発する 開く 展開する まとめる "
        "決議する"
    ).split()
)
"""What one does with a speech or resolution that makes its words one's own."""

_ATTITUDES = {
    Stance.OPPOSES: "消極的 否定的 慎重 強硬 批判的 後ろ向き 冷淡 慎重論 反対論 強硬論",
    Stance.OPEN: "前向き 積極的 柔軟 肯定的",
    Stance.SUPPORTS: "好意的",
}
STANCE_OF_ATTITUDE = {word: s for s, words in _ATTITUDES.items() for word in words.split()}
"""Adjectives of attitude: 消極的だ, 慎重な姿勢."""

TURNED = {
    Stance.ACCEPTS: Stance.REJECTS,
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OFFERS: Stance.REJECTS,
    Stance.OPEN: Stance.REJECTS,
}
"""What a negated predicate tells: 望まない opposes, 受け入れない rejects; 求めない tells nothing."""

_DEEDS = {
    Stance.OFFERS: (
        "派遣する 提供する 供与する 拠出する 送る 贈る 招待する 引き渡す 返還する 解除する "
        "釈放する 貸与する 融資する 招く 縮小する"
    ),
    Stance.SUPPORTS: (
        "強化する 推進する 目指す 進める 促進する 維持する 延長する 継続する 続ける 高める 強める "
        "深める 協力する 連携する 履行する 順守する 遵守する 実施する 実現する 解体する 監視する "
        "終結する 終わらせる 変える 設置する 設立する 創設する 樹立する 開設する 参加する 加盟する"
    ),
    Stance.REJECTS: (
        "断絶する 破棄する 離脱する 脱退する 拒否する ボイコットする 打ち切る 中断する 拒む "
        "終了する 断交する 凍結する 撤回する"
    ),
    Stance.ACCEPTS: (
        "従う 受け入れる 受諾する 合意する 応じる 復帰する 取り下げる 批准する 署名する 調印する "
        "容認する 承認する 撤退する 撤収する"
    ),
}
STANCE_OF_DEED = {verb: stance for stance, verbs in _DEEDS.items() for verb in verbs.split()}
"""What a deed still to be done tells of who will do it."""
WITHHELD = frozenset(
    (
        "加わる 参加する 出席する 協力する 従う 譲る 屈する 歩み寄る 折れる 送る 派遣する "
        "尊重する 順守する 遵守する 守る 履行する 放棄する 断念する 退く 手放す 明け渡す "
        "供与する 提供する 撤回する 撤退する 同調する 応諾する 許す 引き渡す 解除する"
    ).split()
)
"""Verbs that refuse where they are negated: 制裁に加わらない, 部隊を送らない方針."""
DECIDING = frozenset("決める 決定する 閣議決定する 決断する".split())
"""Verbs whose object, a deed, is what a party has decided to do: 攻撃の停止を決める."""
GOING_ON = (
    "協議",
    "交渉",
    "対話",
    "会談",
    "支援",
    "制裁",
    "停戦",
    "協力",
    "仲介",
    "圧力",
    "援助",
    "関与",
)
"""What goes on as a policy; fighting that goes on tells no stance."""
HALTS = frozenset("停止する 中止する 中断する やめる 止める 見合わせる".split())
"""Deeds that refuse or accept by what is halted."""
OPTIONS = ("可能性", "余地", "含み", "選択肢")
"""What is left open or ruled out."""
JOINED = (
    "参加",
    "出席",
    "履行",
    "協力",
    "協議",
    "交渉",
    "対話",
    "承認",
    "署名",
    "批准",
    "加盟",
    "会談",
    "関与",
)
"""What a party refuses when it ends it or lets it pass."""
HALTED = tuple("攻撃 空爆 砲撃 戦闘 作戦 爆撃 発砲 敵対行為 戦争 攻勢 侵攻".split())
"""What a party halts when it accepts a truce; to halt anything else (協議, 協力) refuses it."""
