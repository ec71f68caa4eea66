"""Topics that can speak though no pack lists them: 「運営会社は…と発表した」, 「男性は…」.

A topic that cannot be told to be somebody (動きは, 影響は) is part of what is said, and the speaker is
carried on from the sentence before; a topic that can takes the word.
"""

from __future__ import annotations

import re

from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase

_BEING = tuple(
    "者 員 官 長 相 使 人 男 女 男性 女性 氏 氏ら さん 市民 住民 移民 難民 遊牧民 農民 士 師 "
    "王 国王 皇太子 父 母 父親 母親 両親 友人 知人 家族 遺族 息子 娘 妻 夫 兄 弟 姉 妹 "
    "子ども 政治家 活動家 専門家 作家 実業家 宗教家 選手 騎手 監督 助手 首領 院長 学生 生徒 "
    "歴史家 起業家 投資家 団 隊 軍 党 省 庁 局 署 課 社 大学 病院 学院 参院 衆院 上院 下院 "
    "派 組合 労組 航空 銀行 財団 協会 委員会 評議会 理事会 医師会 連合会 国会 議会 機構 機関 "
    "政権 側 陣営 筋 グループ チーム クラブ 法人 企業 会社 メーカー 電力 教会 地裁 高裁 家裁 "
    "最高裁 検察 警察 地検 最高検 当局 広報 広報部 支部 本部 司令部 指導部 執行部 事務局 "
    "事務所 大使館 領事館 選管 首脳 代表部 支局 陸連 連盟 同盟 連合 基金 組織 勢力 取引所 "
    "公社 公団 研究所 センター 一人 市長 王室 王宮 法王庁 大本営 参謀本部".split()
)
"""Last parts of nouns for people and bodies."""
_NO_BEING = tuple(
    "前者 後者 死者 犠牲者 死亡者 死傷者 負傷者 感染者 行方不明者 けが人 怪我人 ほか人 成長 "
    "延長 波長 身長 特長 冗長 真相 様相 形相 世相 諸相 動員 行使 駆使 同士 集団 結局 内側 "
    "外側 両側 片側 右側 左側 東側 北側 南側 立派 無人 一員 本人 犯人像 全長 情報筋以外 会社 "
    "本筋 大筋 道筋 血筋 背筋 新人 別人 成人".split()
)
_SHORT_BEING = frozenset("男 女 妻 夫 父 母 兄 姉 弟 妹 娘 党 軍 会社 王".split())
"""Words of one kanji that are somebody by themselves; 員 and 長 are not."""
_THINGS = tuple(
    "計画 動き 影響 理由 目的 原因 動機 結果 内容 判決 見出し タイトル 題名 題 名称 名前 名 "
    "通称 愛称 別名 テーマ スローガン 標語 合言葉 案 今回 現在 当初 今後 今 時 際 後 前 場合 "
    "こと もの の 点 問題 件 これ それ あれ ここ そこ 意味 意義 狙い 焦点 争点 課題 状況 情勢 "
    "関係 協議 交渉 会談 停戦 戦争 戦闘 攻撃 作戦 制裁 合意 協定 条約 決議 被害 犠牲 責任 "
    "可能性 必要 見通し 見方 立場 方針 態度 姿勢 主張 要求 提案 条件 措置 対応 答え 回答 返事 "
    "質問 言葉 表現 発言 言い分".split()
)
"""Last parts of nouns for things, of which a quotation after は tells what they are."""
_DESCRIBING = frozenset(
    "する なる いう 呼ぶ 呼ばれる 位置づける 位置付ける みなす 見なす 題する".split()
)
"""Verbs that say of the topic what the quotation calls it: 「提案は「…」とする」."""
_NOUNS = frozenset(("N", "NAME", "UNK", "PERSON", "SUF"))
_NAMING = frozenset(("UNK", "NAME", "PERSON"))


_COUNT = re.compile(r"[0-9０-９一二三四五六七八九十百千万数]+(?:人|者|名|社|団体|局|党|隊)\Z")
_PARTICLES = frozenset(("は", "らは", "などは", "側は", "も"))


def is_somebody(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether the topic of a sentence can speak: by its last part, or because it is a proper name.

    男性は, 運営会社は, ソフトバンクも; but not 影響は, 死者は, 4人は, nor what も adds to something else.
    """
    if phrase.quote is not None or phrase.lemma is not None or phrase.particle not in _PARTICLES:
        return False
    start, end = phrase.start, phrase.head_end
    end = analysis.ground.aside_before.get(end, end)
    head = analysis.text[start:end].rstrip("ら")
    if not head or head[-1].isdigit() or _COUNT.search(head):
        return False
    if phrase.particle != "も" and head in _SHORT_BEING:
        return True
    if phrase.particle != "も" and len(head) > 1 and head.endswith(_BEING):
        return not head.endswith(_NO_BEING)
    if end in analysis.name_by_stop:  # a place or plan; those who can speak are listed
        return False
    last = next(
        (t for t in reversed(analysis.tokens[phrase.first : phrase.last]) if t.end <= end), None
    )
    if last is None or last.end != end or len(last.surface) < 2:
        return False
    return last.pos in _NAMING and last.surface[0] not in "0123456789０１２３４５６７８９"


def takes_the_word(at: int, view: SentenceView, analysis: Analysis) -> bool:
    """Say whether a topic stands right before a quotation that is a phrase of its own.

    「山田主査は「…」と語った」: such a noun speaks, unless it names a thing (原因は「…」).
    """
    if at + 1 >= len(view.phrases):
        return False
    phrase, words = view.phrases[at], view.phrases[at + 1]
    if (
        phrase.particle not in ("は", "らは")
        or phrase.quote is not None
        or phrase.lemma is not None
    ):
        return False
    if words.quote != words.start or not words.particle.startswith(("と", "などと")):
        return False
    after = view.phrases[at + 2] if at + 2 < len(view.phrases) else None
    if after is None or after.lemma in _DESCRIBING:
        return False
    head = analysis.text[phrase.start : phrase.head_end]
    if phrase.head_end in analysis.name_by_stop or head.endswith(_THINGS + _NO_BEING):
        return False
    last = next(
        (
            token
            for token in reversed(analysis.tokens[phrase.first : phrase.last])
            if token.end <= phrase.head_end
        ),
        None,
    )
    if (
        last is None
        or last.pos not in _NOUNS
        or analysis.expressions.within(phrase.start, phrase.end)
    ):
        return False
    return not _COUNT.search(head)
