"""Words that decide whether a predicate or noun tells what happened."""

from __future__ import annotations

import re

from soten.records import ActorType

OCCURRING = frozenset(
    "続く 起こる 起きる おこる おきる 発生する 広がる 拡大する 激化する 再燃する 再開する 始まる "
    "行う ある 相次ぐ 勃発する 続発する 成立する 発効する 多発する 終わる 完了する 実施する "
    "頻発する 開始する 出る 残る 決まる 実現する 高まる 増す 強まる 本格化する 止む "
    "やむ 響く 及ぶ 生じる 激しくなる 拡がる 収まる 止まる 観測する 報告する 確認する 目撃する "
    "開く 催す 伝わる 失敗する 成功する 繰り返す 繰り広げる 沈静化する 終結する 決行する "
    "強行する 停止する 中断する 遅れる 滞る".split()
)
"""What an event does as subject: 攻撃が続く, 選挙が行われる, 停戦が成立する."""
LASTING = frozenset(("続く", "相次ぐ"))
"""Verbs that in the present tell what goes on."""
DOING = frozenset(
    "する 行う 行なう 続ける 開始する 始める 強める 強化する 加える 仕掛ける 繰り返す 実施する "
    "完了する 終える 受ける 科す 科する 課す 課する 発動する 導入する 出す 浴びせる 発令する "
    "済ませる 決行する "
    "再開する 拡大する 遂げる 果たす 起こす 継続する 激化する 撃退する 敢行する 展開する 交わす "
    "決定する 発表する 挙行する 断行する 開く 承認する 採択する 解除する 緩和する "
    "延長する 撤廃する 適用する 言い渡す 下す 追加する 届ける 送る 強行する 遂行する "
    "倍加する 増やす 増大する 本格化する 続行する 繰り広げる 激しくする 差し伸べる 浴びる "
    "経験する 決める エスカレートする 仕かける 指揮する 命中する".split()
)
"""What is done with an event as object: 攻撃を行う, 撤退を完了する."""
HARMED = frozenset(
    "死亡する 死傷する 負傷する 損傷する 損壊する 破壊する 炎上する 倒壊する 崩壊する 殺害する 死ぬ".split()
)
"""What happens by an attack: 空爆で20人が死亡した."""
REACHING = frozenset(
    "達する 達す 至る いたる 入る 加わる 参加する 踏み切る 乗り出す 漕ぎ着ける 出る "
    "なる 発展する 当たる あたる 着手する 成功する 導く 遭う あう 見舞う 巻き込む "
    "さらす 追い込む こぎ着ける 動く".split()
)
"""合意に達する, 攻撃に踏み切る."""
ONGOING = re.compile(r"[てで](?:い(?!な)|おり|お(?:る|り)|き(?:た|て)|しま)|つつある")
"""A predicate that tells what goes on: 続いている, 増えつつある."""
DOUBTED = re.compile(
    r"可能性|恐れ|おそれ|場合|かもしれ|かどうか|とみられ|と見られ|(?:の|た|る)か(?:[。」とをはがも、]|\Z)|ように|よう(?:求|促|訴|要|呼)|"
    r"かのよう|べき|だろう|はず|であろう|とする(?:見方|説)|懸念|としても|とすれば|としたら|にせよ"
)
"""Words after a predicate that leave open whether it happened."""
INTENDED = re.compile(
    r"予定|計画|方針|意向|考え|つもり|見通し|見込|用意|目的|狙い|構え|意図|準備|意思|必要|権利|ため|よう|こと|目標"
)
"""Nouns after a clause in the present that make it an aim: 撤退する計画."""
CHAINING = frozenset(("te", "stem", "while", "other"))
"""How a predicate goes on whose tense a later one gives."""
NOMINAL_FACT = frozenset(("こと", "の"))
"""Nouns that only make a clause one."""
REFUSING = frozenset(
    "否定する 求める 要求する 目指す 拒否する 防ぐ 阻止する 避ける 禁止する 禁じる 検討する "
    "提案する 要請する 呼びかける 狙う 約束する 思う 考える 信じる 予想する 見込む 仮定する 疑う "
    "想定する 警告する 懸念する 恐れる 望む 期待する 計画する 予定する 装う 主張する 反論する".split()
)
"""Verbs that do not take what they govern for a fact."""
NOT_YET = re.compile(
    r"(?:の|を|に|へ|への)?(?:可能性|恐れ|おそれ|懸念|停止|中止|防止|阻止|計画|場合|警戒|備え|脅威|要求|準備|回避|予定|終結|"
    r"再発|禁止|停戦|防|避|求め|呼び|要請|検討|終わら|やめ|必要|用意|責任|対象外|意図|方針|案|実施に|に関する|について)"
)
"""What follows a noun for something that need not have happened: 攻撃の恐れ, 攻撃を防ぐ."""
PLACES = frozenset((ActorType.PLACE, ActorType.FACILITY))
"""What a clause before a noun may say an event of."""
LINKING = ("の", "による", "への", "に対する", "での", "からの", "との", "をめぐる", "における")
"""Particles that tie a phrase to the noun after it."""
CLOSING_MARKS = "】］）)」』＞>〉"
"""Marks that close a heading: 【司令部を視察】."""
AFTERWARDS = ("後", "直後", "以来", "以降")
"""After a noun for an event they set it before what the verb tells: 攻撃後、…を求めた."""
AFTER_NOUN = ("戦", "事件", "事故", "作戦", "騒ぎ", "事案", "以来", "以降", "後", "直後", "中")
"""What may follow the cue in a noun for an event: 暗殺事件, 侵攻以来."""
INFLECTED = frozenset("しさすせそでっいきちりみびえけれめてたんらわくうじぎげべまむつるねろ")
"""What follows the cue within an inflected word."""
DECISIONS = frozenset(("決定", "措置", "判断", "決断", "命令"))
"""Nouns by which a clause in the present tells what was decided: 援助を中断する決定を下した."""
DECIDING = frozenset("下す 出す 取る とる 講じる 打つ 行う する 発表する 打ち出す".split())
"""What is done with a decision."""
SCHEDULED = frozenset("行う 実施する 開く 予定する 迎える 控える".split())
"""What a vote on a set day does or is done with before it: 来年4月に選挙が行われる."""
NAMING = re.compile(r"だっ|だ[。、\n]|で(?:あ[っりる]|し[たょ]|す)")
"""After a noun for an event these say what something is: これは攻撃だった."""
POINTING = ("この", "その", "こうした", "これらの", "それらの", "同じ")
"""Before a noun for an event they point at one told before."""
NO_QUESTION = re.compile("から|ばかり|なかっ")
"""What holds か without asking."""
NEGATION = re.compile(r"な[いかく]|ません|ず|ら\Z")
"""A cue that holds its own negation: 供給されていない."""
