"""What the content of a statement tells of its speaker's stance, whatever the verb that reports it."""

from __future__ import annotations

import re

from soten.extract.findings import StatementFinding
from soten.extract.parties import party_of, party_of_member
from soten.extract.stancereading import StanceReader
from soten.japanese.analysis import Analysis
from soten.japanese.phrases import Phrase
from soten.records import Span, Stance

CONDITIONAL = re.compile(
    r"(?:れば|なら(?!な)|(?<!必要な)(?<!続く)限り(?!何度)|条件に|条件として|場合に(?:限|は|のみ)|代わりに|引き換えに)"
)
"""What makes an acceptance hang on something."""
VOID = re.compile(
    r"(?:無効|違法|非合法|不当)(?:だ|である|です)?\Z|(?:正統性|合法性|正当性|資格|権限|法的根拠)(?:が|は)ない\Z|"
    r"合法的?な[^。、]{0,8}では(?:ない|なく)"
)
"""Whoever calls something void or without right rejects it."""
TALK_NEEDED = re.compile(r"(?:議論|検討|協議|時間|注意|説明)[がもは](?:必要|不可欠|欠かせない)")
"""What is needed before anything is asked for."""
FAIR = re.compile(r"受け入れ可能|(?:検討|議論)(?:する|に)(?:価|値)")
"""Whoever calls something acceptable or worth talking about is open to it."""
PROCEDURE = re.compile(
    r"(?:協議|会談|交渉|対話|連絡|接触|任命|調整|作業|設置|確立|検討)(?:を(?:始める|続ける|行う|開く|進める|確立する)|する)こと(?:に|にも|で)?(?:相互に)?\Z"
    r"|(?:取り組む|会う|話し合う|任命する|確立する|再び集まる)こと(?:に|にも|で)?(?:相互に)?\Z"
)
"""What is agreed on and settles only how to go on."""
_WANTED = re.compile(
    r"(?:[てで](?:ほしい|欲しい|もらいたい|いただきたい|頂きたい|下さい|ください|くださいませ)"
    r"|(?:お願い|御願い)(?:する|します|したい|したく思います|いたします|申し上げます)"
    r"|(?:こと|の|を)を?(?:強く|切に)?(?:望みたい|願いたい|求めたい|期待したい|願っている|願う|切望する|切望している))"
    r"(?:です|のです|と思います?|と思っている|と考える|と考えている)?\Z"
)
"""What is wanted of others is demanded, also in a plain statement: 「解放してほしい」."""
_TALKS_GO_ON = re.compile(
    r"(?:交渉|協議|対話|会談|和平プロセス|仲介|外交努力|停戦)(?:は|が|を|も)(?:[^。、]{0,6})(?:続く|続ける|続けていく|継続する|継続していく|続行する)"
    r"(?:だろう|予定|方針|考え|つもり)?(?:だ|です|である)?\Z"
)
"""Whoever says that talks go on is for them."""
_FIGHT_GOES_ON = re.compile(
    r"(?:戦争|戦闘|戦い|闘争|抵抗|攻撃|作戦|攻勢)(?:は|が|を|も)(?:[^。、]{0,6})(?:続く|続ける|続けていく|継続する|続行する|(?:やめ|止め|停止し)ない)"
    r"(?:だろう|予定|方針|考え|つもり)?(?:だ|です|である)?\Z"
)
"""Whoever says that the fight goes on refuses to end it."""
_UNYIELDING = re.compile(
    r"(?:[退引]か|譲ら|屈し|渡さ|手放さ|明け渡さ|折れ|従わ|応じ|妥協し|譲歩し|放棄し|断念し)(?:ない|ません|ぬ)(?:だ|です|だろう)?\Z"
    r"|(?:譲る|屈する|渡す|退く|従う|応じる|妥協する|譲歩する|放棄する|断念する)(?:つもり|こと|考え|余地|用意|意思)は(?:ない|ありません)\Z"
    r"|(?:値し(?:ない|ません)|受け入れ難い|受け入れがたい)(?:もの|こと)?(?:だ|です|である)?\Z"
)
"""Whoever does not yield refuses."""
_CONDEMNED = re.compile(
    r"を(?:強く|断固(?:として)?|厳しく|最も強い言葉で)?(?:非難|糾弾)(?:する|します|した)\Z"
    r"|(?:許し難い|許しがたい|言語道断の|ゆゆしき)(?:もの|こと|行為|暴挙|決定)?(?:だ|です|である)?\Z"
)
"""Who tells that he condemns something opposes it."""

_REQUIRED = re.compile(
    r"(?:[がもは](?:必要|不可欠)|(?:停戦|休戦|和平|合意|署名|解除|再開|参加|協議|交渉|対話|会談)の(?:前提|[^。、]{0,4}条件))"
    r"(?:だ|である|です|になる|となる|は[^。、]{2,16}だ)\Z"
)
"""What is said to be needed is asked for: 「停戦には解放が不可欠だ」, 「解放が停戦の前提だ」."""
_BEST = re.compile(
    r"(?:最善|最良|最も(?:良い|よい|効果的な|確実な)|唯一)の?[^。、]{0,8}(?:方法|道|手段|解決策|選択肢|策)は"
)
"""Whoever calls something the best way is for it."""
_ENTITLED = re.compile(r"(?:領有権?|帰属|主権|権利|独立)\Z")
"""To claim these is to demand them, though it asserts that they are so."""
_ORDERED = re.compile(
    r"(?:[しや止]めろ|やめよ|せよ|しろ|なさい|やめて(?:くれ)?|出て行け|撤退しろ|引き渡せ|解放しろ)[！!]?\Z"
)
"""An order demands."""
_OPEN_YET = re.compile(
    r"(?:まだ|未だ|いまだ)?(?:何も)?(?:決定し|決断し|決まっ|決め)て(?:いない|いません)\Z|(?:未定|検討中|白紙)(?:だ|です|である)?\Z"
    r"|まだ(?:何も)?(?:分から|わから)(?:ない|ません)\Z|(?:変更|延期|中止|見送り|参加|派遣)もあり[得うえ]る\Z"
)
"""What is not settled yet is undecided."""
_PLEASED = re.compile(
    r"(?:喜ばしく|嬉しく|うれしく|心強く|誇りに)(?:思う|思います|思っている|感じる)\Z|(?:喜ばしい|歓迎すべき)(?:こと|動き)?(?:だ|です|である)?\Z"
)
"""Who is glad of it is for it."""
_YES_BUT = re.compile(
    r"(?:賛成|支持|同意|賛同|容認|歓迎)(?:だ|する|です|します|である)(?:が|けれども|けれど|ものの)、?[^。]{0,40}"
    r"(?:保証|条件|求める|求めたい|必要|なければ|前提)"
)
"""Agreement with a but accepts on a condition."""
_ENDS = (
    (Stance.DEMANDS, _WANTED),
    (Stance.SUPPORTS, _TALKS_GO_ON),
    (Stance.REJECTS, _FIGHT_GOES_ON),
    (Stance.OPPOSES, _CONDEMNED),
    (Stance.REJECTS, _UNYIELDING),
    (Stance.DEMANDS, _ORDERED),
    (Stance.UNDECIDED, _OPEN_YET),
    (Stance.SUPPORTS, _PLEASED),
)
"""How plain contents end that tell a stance."""
_EMPTY = ("こと", "の", "もの", "旨", "とのこと")
_WE = ("我々", "われわれ", "私たち", "わが国", "我が国", "自国", "私", "今後", "政府")


def tail(content: Span, length: int) -> tuple[int, int]:
    """Return where the last `length` characters of a content begin and end."""
    return max(content.start, content.end - length), content.end


def is_conditional(analysis: Analysis, statement: StatementFinding) -> bool:
    """Say whether a content names a condition."""
    content = statement.content
    text, start, end = analysis.text, content.start, content.end
    return bool(CONDITIONAL.search(text, start, end) or _YES_BUT.search(text, start, end))


def told_by_content(
    analysis: Analysis, reader: StanceReader, statement: StatementFinding
) -> Stance | None:
    """The stance that the last clause of the content tells of the speaker, or of nobody else."""
    text, content = analysis.text, statement.content
    if statement.verb == "主張する" and text.startswith("を", content.end):
        return Stance.DEMANDS if _ENTITLED.search(text, content.start, content.end) else None
    framed = _framed(text, content)
    if framed is not None:
        return framed
    for phrases in reversed(reader.sentences(content)):
        told = _told_by(analysis, reader, statement, phrases)
        if told is not None:
            return told
    return None


def _framed(text: str, content: Span) -> Stance | None:
    """The stance of a judgement: what is needed is demanded, what is void refused, what is best backed."""
    if _YES_BUT.search(text, content.start, content.end):
        return Stance.ACCEPTS_IF
    if _REQUIRED.search(text, *tail(content, 24)):
        return None if TALK_NEEDED.search(text, *tail(content, 20)) else Stance.DEMANDS
    if VOID.search(text, content.start, content.end):
        return Stance.REJECTS
    if FAIR.search(text, content.start, content.end):
        return Stance.OPEN
    if _BEST.search(text, content.start, content.end):
        return Stance.SUPPORTS
    return ended(text, content)


def ended(text: str, content: Span) -> Stance | None:
    """The stance that the last words of a content tell, whatever its act."""
    start, end = tail(content, 40)
    while end > start and text[end - 1] in "。！!」":
        end -= 1
    return next((stance for stance, words in _ENDS if words.search(text, start, end)), None)


def _told_by(
    analysis: Analysis, reader: StanceReader, statement: StatementFinding, phrases: list[Phrase]
) -> Stance | None:
    at = len(phrases) - 1
    while at > 0 and phrases[at].lemma is None and reader.words(phrases[at]) in _EMPTY:
        at -= 1
    if at < 0:
        return None
    told = reader.read(phrases, at) or reader.deed(phrases, at)
    if told is None or any(p.joint == "if" for p in phrases[told.last :]):
        return None
    subject = _subject(phrases, told.first)
    if subject is not None and not _is_own(analysis, subject, statement):
        return None
    if told.stance is Stance.ACCEPTS and is_conditional(analysis, statement):
        return Stance.ACCEPTS_IF
    return told.stance


def _subject(phrases: list[Phrase], first: int) -> Phrase | None:
    """The subject in reported words of the clause whose words of stance begin at `first`."""
    inside = False
    for phrase in reversed(phrases[:first]):
        if phrase.joint in ("quoted", "but", "while", "if"):
            return None
        inside = inside or phrase.joint == "adnominal"
        if phrase.particle.endswith("が") and not inside:
            return phrase
        if phrase.particle.endswith(("は", "も")) and phrase.lemma is None:
            return phrase
    return None


def _is_own(analysis: Analysis, phrase: Phrase, statement: StatementFinding) -> bool:
    """Say whether a subject in the content is the speaker or the speaker's side."""
    words = analysis.text[phrase.start : phrase.head_end]
    if words.endswith(_WE) or analysis.times.within(phrase.start, phrase.head_end):
        return True
    name = analysis.name_by_stop.get(phrase.head_end)
    if name is None:
        return False
    own = party_of(statement.speaker, analysis)
    return own is not None and party_of_member(analysis.member(name), analysis) == own
