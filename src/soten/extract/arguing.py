"""What a sentence is to an argument, and how far a text argues.

Word classes and endings of the essay, the editorial and the analysis. Quotations and asides are cut
out of a sentence before it is looked at: what others said shows nothing of the writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from soten.records import Act


class Mark(StrEnum):
    """What a sentence shows of its writer."""

    SURMISES = "surmises"
    URGES = "urges"
    NEEDS = "needs"
    CONCLUDES = "concludes"
    THINKS = "thinks"
    EXPLAINS = "explains"
    CAN = "can"
    DENIES = "denies"
    RATES = "rates"
    NAMES = "names"
    STRESSES = "stresses"
    LOADED = "loaded"
    REPROACHES = "reproaches"
    DOUBTS = "doubts"
    FEARS = "fears"
    WELCOMES = "welcomes"
    PERSONAL = "personal"
    TELLS = "tells"
    HEARD = "heard"
    ASKS = "asks"
    OPENS = "opens"


_ENDINGS: dict[Mark, tuple[str, ...]] = {
    Mark.SURMISES: (
        "だろう|でしょう|であろう|まい|はずだ|はずである|はずです|はずがない|はずはない|に違いない|に違いありません",
        "かもしれない|かもしれません|と言えよう|といえよう|ありそうにない|ありそうもない|見込みはない|とは思えません?",
        "可能性[がはも](?:ある|あります|高い|低い|大きい|高まっている|ない)|可能性は[^。]{0,12}(?:高まっている|高い|低い)",
        "(?:恐れ|おそれ|危険|危険性)[がも](?:ある|あります|高い|大きい)|かねない|かねません|ように思う|ように思える|ように見える",
        "と(?:見|み)て(?:よい|いい|間違いない)|と考えられる|(?:必至|不可避|確実|時間の問題|濃厚)(?:だ|である|です)",
    ),
    Mark.URGES: (
        "べきだ|べきである|べきです|べきではない|べきでない|べきなのだ|べき(?:とき|時|では)だ|ねばならない|ねばならぬ|ねばなるまい",
        "なければならない|なければなりません|なくてはならない|てはならない|てはなりません|てはいけない|てはいけません|てはなるまい",
        "求めたい|促したい|望みたい|願いたい|期待したい|注視したい|肝に銘じたい|見守りたい|問いたい|訴えたい|強調したい|てもらいたい",
        "て(?:ほしい|欲しい)(?:ものだ|と思う)?|(?:許され|許せ|看過でき|見過ごせ|容認でき|認められ|あってはなら)(?:ない|ません|まい)",
        "(?:論外|筋違い|言語道断|急務|先決|暴挙|愚策)(?:だ|である|です|となる)|に尽きる|が問われ(?:る|ている)|(?:せ|め|け|れ|え)よ|ましょう",
    ),
    Mark.NEEDS: (
        "(?:必要|不可欠|重要|肝要|大切|欠かせないの)(?:だ|である|です|なのだ|なのである|なのです|となる)?|必要[がはもで](?:ある|あります|ない|ありません)",
        "欠かせない|しかない|しかありません|ほかない|ほかはない|ざるを得ない|ざるをえない|が求められ(?:る|ている)",
    ),
    Mark.CONCLUDES: (
        "(?:こと|の|さ|姿|様|特徴|意図|実態|構図|限界|矛盾|現実|本質|証左|転換|変化)を(?:も)?(?:如実に|明確に|はっきり)?"
        "(?:示して|示す|示した|意味して|意味する|意味します|示唆して|示唆する|物語って|物語る|浮き彫りにして|浮き彫りにした"
        "|裏付けて|裏付ける|明らかにして|露呈して|露呈した|象徴して|象徴する|反映して|反映する)(?:いる|います|いた)?",
        "ことになる|ことになります|に(?:他|ほか)ならない|に等しい|にすぎない|に過ぎない|(?:程|ほど)遠い|ことにある|ことにあります",
        "だけ(?:だ|である|です|のことだ)|でしかない|ばかりだ|(?:点|ところ)に(?:こそ)?ある|次第(?:だ|である)|と言って(?:も)?(?:よい|いい|過言ではない)|とは(?:言え|いえ|限ら)ない|と言える|といえる",
        "(?:結果|事態|悪循環|禍根|傷)を(?:招く|残す|生む|招いている|生んでいる)|の(?:証|証拠|証左|表れ|現れ)(?:だ|である|です)",
    ),
    Mark.THINKS: (
        "と(?:私は|筆者は)?(?:思う|思います|思っている|思われる|思われます|考える|考えます|考えている|感じる|感じます|みる|見る|信じる)",
        "気が(?:する|します|してならない)|思えて(?:ならない|仕方ない|しまう)|とは思えない|とは思えません|疑問(?:だ|である|です|が残る|を感じる|を禁じ得ない)",
        "理解(?:に苦しむ|できない)|首をかしげ(?:る|たくなる)|説得力(?:が|を|に)(?:ない|欠く|欠ける|乏しい)|懸念(?:が|は|を)(?:拭えない|禁じ得ない|残る)",
        "(?:では|のでは|じゃ)ない(?:だろう|でしょう)?か|ではありませんか|願う|願ってやまない|祈る|(?:残念|遺憾|皮肉|滑稽|不可解|明らか|明白|確か|当然|自明|無理)(?:だ|である|です|なのだ|でしかない)",
    ),
    Mark.EXPLAINS: (
        "のだ|のである|のです|のだから|なのだ|なのである|なのです|わけだ|わけである|わけです|わけではない|わけではありません",
        "からだ|からである|からです|ためだ|ためである|ことだ|ことである|ことです|ものだ|ものである|ものです",
    ),
    Mark.CAN: (
        "ことができる|ことができます|ことは可能だ|可能(?:だ|である|です)|ことはできない|ことができない|できる|できます",
    ),
    Mark.DENIES: (
        "ない|ません|なかった|ず|ぬ|ではない|ではありません|はない|はありません|ゼロだ|皆無だ",
    ),
    Mark.RATES: (
        "[^なべたらしがい]い|乏しい|難しい|厳しい|少ない|著しい|危うい|疑わしい|根強い|深い|重い|低い|遠い|がある",
    ),
    Mark.NAMES: ("だ|である|です|であった|だったのだ",),
    Mark.TELLS: ("た|ました|でした|んだ|(?:急|防|継|凌|しの|仰|注|泳|稼|剥|騒|研|揺ら|和ら)いだ",),
    Mark.HEARD: (
        "という|とされる|とされている|とみられる|とみられている|模様だ|模様です|そうだ|そうです|らしい|という(?:こと|の)だ|といわれる",
        "といわれている|と言われている|と(?:報じら|伝えら|評さ|みなさ|呼ば|見ら|解釈さ|受け止めら|評価さ|位置[付づ]けら|理解さ|指摘さ|批判さ)"
        "れ(?:た|る|ている|てきた)|と考えられている|として知られ(?:る|ている)|という(?:主張|説|見方|話)(?:だ|である|がある)",
    ),
}
_MARKS = {
    mark: re.compile(f"(?:{'|'.join(endings)})[。！!]?(?: ?[-–—―][^。]{{0,14}}。?)?\\Z")
    for mark, endings in _ENDINGS.items()
}
_MARKS[Mark.ASKS] = re.compile(r"(?:かな?。|[？?])\Z|か\Z")
_MARKS[Mark.STRESSES] = re.compile(
    "明らか|もちろん|当然|実は|事実、|確かに|決して|もはや|結局|要するに|つまり|むしろ|極めて|きわめて|根本的|本質|単なる|真の|まさに"
    "|そもそも|しょせん|所詮|言うまでもな|間違いな|疑いな|いずれにせよ|残念|簡単に|全く|まったく|まるで|はるかに|大幅に|さえ|すら|こそ"
    "|というより|の?ような|ほど|だけで|だけだ|ばかり|あまり|とても|到底|一切|断じて"
)
_REPROACH = (
    "嘘|うそ|欺瞞|詐欺|茶番|愚か|愚行|愚策|狂気|冗談|偽善|二枚舌|ダブルスタンダード|二重基準|傀儡|操られ|操って|言いなり|無能|妄想"
    "|プロパガンダ|中傷|身勝手|滑稽|耳を傾けよう|耳を貸|偏向|口実|見せかけ|偽り|でっち上げ|暴走|無謀|傲慢|恥知らず|恥ずべき|裏切"
    "|押しつけ|押し付け|陰謀|洗脳|ご都合|無責任|常軌|暴挙|蛮行|独善|横暴|横車|失策|失態|詭弁|言い訳|責任転嫁|責任逃れ|すり替え"
    "|骨抜き|飼い犬|搾取|見捨て|見殺し|執拗|非人間|残虐|矛盾して|正当化"
)
_MARKS[Mark.REPROACHES] = re.compile(_REPROACH)
_MARKS[Mark.LOADED] = re.compile(
    f"{_REPROACH}|正気|破綻|幻想|神話|ハッタリ|はったり|自滅|皮肉|代理戦争|おしまい|弱点|屈し|屈服|抑圧|矛盾|無視|建前|本音|墓穴"
    "|独裁|泥沼|破滅|末路|形骸化|瓦解|属国|覇権|利権|儲け|生贄|禍根|野心"
)
_MARKS[Mark.DOUBTS] = re.compile(
    "(?:とは(?:思え|信じ(?:られ)?|考えにく)(?:ない|ません|い)|ありそう(?:に|も)(?:ない|ありません)|疑わしい|疑問(?:だ|である|です|が残る)"
    "|心もとない|おぼつかない|まい|怪しい)。?\\Z"
)
_MARKS[Mark.FEARS] = re.compile(
    "(?:恐れ|おそれ|危険|危険性|リスク)[がはをも](?:ある|あります|高|大|強|増)|かねな|かねませ"
    "|(?:衝突|報復|中断|破綻|崩壊|激化|拡大|飛び火|戦争|惨事|孤立|決裂)[^。]{0,16}可能性"
)
_MARKS[Mark.WELCOMES] = re.compile(
    "(?:価値がある|意義は(?:大きい|深い)|評価(?:できる|したい|する)|歓迎(?:する|したい|できる)|英断(?:だ|である)|(?:大きな|一歩)?前進だ)。?\\Z"
)
_MARKS[Mark.PERSONAL] = re.compile(
    "(?<!公)(?:私たち|我々|われわれ|わたし|私|筆者|小生|僕|当方)(?:は|が|の|に|も|と|から)|個人的に"
)
_MARKS[Mark.OPENS] = re.compile(
    "(?:(?:私|筆者|個人的な|わたし|僕)の?(?:考え|見方|意見|感想|見解|結論)|私見|所感|私論)(?:を|も|は)(?:少し|最後に|以下に)?"
    "(?:書|述べ|記|つづ|綴|まとめ|付け加え|加え|言|示|こうだ|次の|以下)"
)
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|\"[^\"]*\"")
_ASIDE = re.compile(r"（[^）]*）|\([^)]*\)")
_TAIL = 32
"""Characters at the end of a sentence in which its ending stands."""
_WEIGHED = re.compile(
    "(?:だろう|でしょう|かもしれない|かもしれません|かもしれず|はずだ|に違いない|(?P<urges>べきだ|べきである))(?:が|けれど|し)?、"
)
"""A judgement before the last clause."""
_JUDGING = frozenset({Mark.SURMISES, Mark.URGES, Mark.NEEDS, Mark.CONCLUDES, Mark.THINKS})
_OWN = frozenset({Mark.URGES, Mark.THINKS, Mark.PERSONAL})
"""What a reporter leaves to others."""
_CLAIMING = frozenset(
    {Mark.EXPLAINS, Mark.CAN, Mark.DENIES, Mark.RATES, Mark.NAMES, Mark.STRESSES, Mark.LOADED}
)
_OPEN, _CLOSE = "[【〔［<＜〈《(（]", "[】〕］>＞〉》)）]"
_OPINION = "社説|論説|コラム|オピニオン|論考|寄稿|評論|時評|主張|論評|私見|論壇|投稿|随想"
_ANALYSIS = "解説|視点|考察|分析|論点|焦点|深掘り|読み解く"
_LABELS = {
    degree: re.compile(
        rf"\A[^\n。]{{0,60}}?(?:{_OPEN}(?:{words}){_CLOSE}|(?:{words})(?:[：:]|[^\S\n]*\n)|による(?:{words})(?:\s|\Z))"
    )
    for degree, words in ((2, _OPINION), (1, _ANALYSIS))
}
_LEAST = 3
"""Judging sentences that make a text weigh."""
_SHARE = 0.08
"""Least share of all unattributed sentences that must judge; also that must be loaded or personal."""

_FEW, _MUCH = 2, 0.25
"""How many sentences, and what share, make even a short text an argument where the writer speaks up."""


class Degree(IntEnum):
    """How far a text argues: not at all, here and there in its analysis, or throughout."""

    REPORTS = 0
    WEIGHS = 1
    ARGUES = 2


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence of the writer's own, with what it shows of him."""

    marks: frozenset[Mark]
    is_last: bool
    is_dated: bool

    @property
    def judges(self) -> bool:
        """Say whether the writer judges, surmises, urges or concludes here."""
        return not self.marks.isdisjoint(_JUDGING)


def marks_of(sentence: str) -> frozenset[Mark]:
    """Return what a sentence shows of its writer, its quotations and asides apart.

    >>> [mark.value for mark in marks_of("停戦は長く続かないだろう。")]
    ['surmises']
    """
    own = _ASIDE.sub("", _QUOTED.sub("〇", sentence))
    tail = own[-_TAIL:]
    marks = {
        mark for mark, form in _MARKS.items() if form.search(tail if mark in _ENDINGS else own)
    }
    if weighed := _WEIGHED.search(own):
        marks.add(Mark.URGES if weighed["urges"] else Mark.SURMISES)
    return frozenset(marks)


def label_of(story: str) -> Degree:
    r"""Return how far the first line of a story says that it argues.

    >>> label_of("【社説】橋を守れ\n"), label_of("【解説】橋はなぜ落ちたか\n"), label_of("橋が落ちた\n")
    (<Degree.ARGUES: 2>, <Degree.WEIGHS: 1>, <Degree.REPORTS: 0>)
    """
    return next((Degree(d) for d, form in _LABELS.items() if form.match(story)), Degree.REPORTS)


def degree_of(utterances: Sequence[Utterance], labelled: Degree) -> Degree:
    """Return how far a text argues whose unattributed sentences are `utterances`."""
    size = max(len(utterances), 1)
    judging = sum(u.judges for u in utterances)
    own = sum(not u.marks.isdisjoint(_OWN) for u in utterances)
    heated = 2 * own + sum(Mark.LOADED in u.marks for u in utterances)
    argues = judging >= _LEAST and judging >= _SHARE * size
    if argues and heated >= _LEAST and heated >= _SHARE * size:
        return Degree.ARGUES
    if own >= _FEW and own >= _MUCH * size:
        return Degree.ARGUES
    return max(labelled, Degree.WEIGHS if argues else Degree.REPORTS)


def is_thesis(utterance: Utterance, degree: Degree) -> bool:
    """Say whether a sentence of a text that argues so far is a thesis of its writer."""
    marks = utterance.marks
    if not marks.isdisjoint({Mark.HEARD, Mark.OPENS}):
        return False
    if Mark.ASKS in marks and Mark.THINKS not in marks:
        return False
    if degree is Degree.ARGUES:
        return _is_claim(utterance)
    if degree is Degree.WEIGHS:
        return utterance.judges or (utterance.is_last and Mark.RATES in marks)
    return False


def _is_claim(utterance: Utterance) -> bool:
    marks = utterance.marks
    if utterance.judges:
        return True
    if Mark.TELLS in marks:
        return Mark.LOADED in marks or (Mark.STRESSES in marks and not utterance.is_dated)
    return not marks.isdisjoint(_CLAIMING)


_ACTS = (
    (Mark.URGES, Act.DEMAND),
    (Mark.DOUBTS, Act.DOUBT),
    (Mark.WELCOMES, Act.PRAISE),
    (Mark.FEARS, Act.WARN),
    (Mark.REPROACHES, Act.CRITICIZE),
)


def act_of(utterance: Utterance) -> Act | None:
    """Return what a writer does with a thesis, as far as its marks tell: None where they do not.

    >>> act_of(Utterance(marks_of("この停戦は茶番に等しい。"), False, False))
    <Act.CRITICIZE: 'criticize'>
    """
    return next((act for mark, act in _ACTS if mark in utterance.marks), None)
