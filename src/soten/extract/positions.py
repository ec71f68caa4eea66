"""Positions: what a party wants on a point at issue, from what it says."""

from __future__ import annotations

import re
from collections.abc import Callable

from soten.extract.findings import PositionFinding, StatementFinding
from soten.extract.parties import inner_party, party_of
from soten.extract.rules import Rules
from soten.extract.stancecontents import (
    FAIR,
    PROCEDURE,
    TALK_NEEDED,
    VOID,
    ended,
    is_conditional,
    tail,
    told_by_content,
)
from soten.extract.stancepoints import LISTING, PointReader
from soten.extract.stancereading import StanceReader
from soten.extract.weighing import IssueReader
from soten.japanese.analysis import Analysis
from soten.lexicon.entries import CueKind
from soten.records import Act, ActorType, Quote, Span, Stance

_BY_ACT = {
    Act.DEMAND: Stance.DEMANDS,
    Act.REJECT: Stance.REJECTS,
    Act.PROPOSE: Stance.OFFERS,
    Act.ACCEPT: Stance.ACCEPTS,
    Act.WILLING: Stance.OPEN,
    Act.PRAISE: Stance.SUPPORTS,
}
_OPPOSING = frozenset(("反対する", "反発する", "抵抗する", "反対", "難色"))
_AGREEING = frozenset(("賛成する", "賛同する", "賛成", "賛同", "支持する"))
_DECIDED = re.compile(r"(?:決定|決議|裁定|判決|提案|要求|案|最後通告)に?\Z")
"""Who is 反発する at what was decided or proposed does not accept it."""
_PLEDGED_BY_ALL = re.compile(
    r"(?:守る|順守する|遵守する|履行する|尊重する|進める|実施する|停止する|行う|再開する|解放する|交換する|撤退する)こと\Z"
)
"""What parties to an agreement confirm that they will do."""
_OPEN = re.compile(r"用意|準備|意思|耳を傾け|排除し|前向き|応じる|可能性")
_OFFERING = re.compile(r"派遣|提供|供与|支援|拠出|保証|招|引き渡|返還|交換|解除|縮小|撤退")
_BACKING = re.compile(r"歓迎|支持|賛成|賛同|後押し|評価|感謝|前向き|成果|喜ばし|希望をもたら")
_WILLED = frozenset(
    (Stance.ACCEPTS, Stance.OPEN, Stance.REJECTS, Stance.OPPOSES, Stance.SUPPORTS, Stance.DEMANDS)
)
"""What the words of a will may tell apart from readiness, offers and support."""
_NOT_SUFFERED = re.compile(r"(?:許さ|看過し|看過でき)ない\Z")
"""A warning that refuses: 「侵入は許さない」."""
_BLAMED = re.compile(
    r"(?:主張|提案|決定|合意|計画|方針|報告書?|結果|選挙|決議|制裁|協議|要求|対応|措置|案|法)(?:について|に関して|に対し)|"
    r"(?:主張|提案|決定|合意|計画|方針|決議|制裁|措置|案|結果)を[^。、]{0,4}(?:遺憾|不満|問題)"
)
"""A policy that criticism is aimed at."""
_UNLESS = re.compile(r"(?:なければ|ない限り|ない場合|なくば)")
"""With what a warning demands: 応じなければ."""
_TELLING = frozenset((Act.ANNOUNCE, Act.ASSERT, Act.EXPLAIN, Act.CONFIRM))
"""Acts that have no stance of their own: the content may tell one."""
_WORRYING = frozenset(("懸念", "憂慮", "危惧", "懸念する", "憂慮する", "危惧する"))
_REFUSING = frozenset((Act.CRITICIZE, Act.WARN))
"""Acts that may hold a refusal: 「合意は守らない」と警告した."""
_VOICING = frozenset((Act.CRITICIZE, Act.DOUBT))
_FORMAT = re.compile(r"提案|招待|要請|仲介|交渉|会談|協議|対話|移動|出席|参加|開催|案\Z")
"""What one may accept or oppose of the way in which talks are held."""
_VOICED = re.compile(
    r"[」』]?(?:こと|もの|の)?(?:だ|である)?(?:と|として|とし|だとして|に|に対し|に対して|について)(?:[、]?(?:改めて|ともに|共に))?、?"
    r"(?:(?:深刻な|深い|強い|重大な)(?:懸念|憂慮|不満|遺憾)|遺憾の意|不快感|反対の意)"
)
"""What is voiced, after と, of what one opposes."""
_PAPER = re.compile(
    r"(?:報告書?|決議案?|提案|結果|判決|裁定|要求|声明|文書|協定|条約|内容|決定)(?:の(?:内容|結論|正当性))?(?:に異議)?\Z"
)
_LONGEST_POLICY = 40
"""Characters of the longest object that still names one policy."""
_VOIDED = re.compile(r"(?:の|選挙|当選)(?:無効|違法性|不当性|非合法性)(?:確認)?(?:\Z|[とや、を])")
"""What is refused where it is asked for: 「宣言の無効を訴えた」."""
_AGAINST = re.compile(r"べきでは(?:ない|なく)")
_SEVERAL = frozenset((Act.DEMAND, Act.REJECT))
_BESIDE = 8
"""Statements before and after among which one may stand inside another."""
_FIRM = 7
"""Least weight of a stance cue in plain content that makes a position by itself."""


def find_positions(
    analysis: Analysis, rules: Rules, issues: IssueReader, statements: list[StatementFinding]
) -> list[PositionFinding]:
    """Return the positions that statements express, one a party, point and stance in a sentence."""
    found: list[PositionFinding] = []
    seen: set[tuple[object, ...]] = set()
    reader, points = StanceReader(analysis), PointReader(analysis, issues)
    for number, statement in enumerate(statements):
        party = inner_party(analysis, statement) or party_of(statement.speaker, analysis)
        stance = _stance(analysis, rules, reader, statement)
        if party is None or stance is None or _relays(number, statements):
            continue
        key = (party, stance, statement.sentence, statement.content.start)
        if key in seen:
            continue
        seen.add(key)
        found += [
            PositionFinding(
                _evidence(analysis, statement),
                party,
                issue,
                stance,
                statement.content.cut(analysis.text),
                statement.date,
                number,
                f"stance-of-{statement.act.value}",
            )
            for issue in _issues(points, statement)
            if not _is_idle(analysis, statement, stance, issue)
        ]
    return found


def _is_idle(analysis: Analysis, statement: StatementFinding, stance: Stance, issue: str) -> bool:
    """Say whether a stance on nothing but the format, or on no point of its own, tells little."""
    if issue == "process":
        if stance is Stance.ACCEPTS or statement.act in _VOICING:
            return _FORMAT.search(analysis.text, *tail(statement.content, 24)) is None
        return stance is Stance.SUPPORTS and statement.act is Act.CONFIRM
    return issue == "other" and stance is Stance.SUPPORTS and statement.act in _TELLING


def _issues(points: PointReader, statement: StatementFinding) -> tuple[str, ...]:
    """The points that a stance is on: the first, each where several things are asked or refused."""
    named = points.name(statement.content, statement.issues)
    words = statement.content.cut(points.analysis.text)
    return named if statement.act in _SEVERAL and LISTING.search(words) else named[:1]


def _relays(number: int, statements: list[StatementFinding]) -> bool:
    """Say whether the content is what somebody else said: 「外相が拒否したと述べた」."""
    statement = statements[number]
    return statement.act not in _BY_ACT and any(
        other.sentence == statement.sentence
        and other.speaker != statement.speaker
        and other.content != statement.content
        and statement.content.contains(other.content)
        for other in statements[max(0, number - _BESIDE) : number + _BESIDE]
    )


def _evidence(analysis: Analysis, statement: StatementFinding) -> Span:
    """The content with its verb, and with the mark that opens it if it is a quotation."""
    start = statement.content.start
    opened = start > 0 and analysis.text[start - 1] in "「『“"
    return Span(
        start - opened,
        max(statement.content.end, min(statement.frame.end, len(analysis.text))),
    )


def _will(analysis: Analysis, reader: StanceReader, statement: StatementFinding) -> Stance | None:
    """What a party that says it will do something wants: open to it, offering it, or for it."""
    if is_conditional(analysis, statement):
        return Stance.ACCEPTS_IF
    phrases = reader.sentences(statement.content)[-1]
    told = reader.read(phrases, len(phrases) - 1)
    if told is not None and told.stance in _WILLED:
        return told.stance
    content = statement.content.cut(analysis.text)[-40:]
    if _OFFERING.search(content[-24:]):
        return Stance.OFFERS
    hit = _OPEN.search(content)
    if hit is not None and "ない" not in content[hit.end() : hit.end() + 4]:
        return Stance.OPEN
    deed = reader.deed(phrases, len(phrases) - 1)
    return None if deed is None else deed.stance


def _stance(
    analysis: Analysis, rules: Rules, reader: StanceReader, statement: StatementFinding
) -> Stance | None:
    """The stance a statement expresses, None where its act and words express none."""
    act = statement.act
    if act in _TELLING:
        told = told_by_content(analysis, reader, statement)
        if act is Act.CONFIRM and _PLEDGED_BY_ALL.search(
            analysis.text, *tail(statement.content, 12)
        ):
            return Stance.ACCEPTS if told in (None, Stance.SUPPORTS) else told
        return told
    if act is Act.WILLING:
        return _will(analysis, reader, statement)
    if act in _REFUSING and told_by_content(analysis, reader, statement) is Stance.REJECTS:
        return Stance.REJECTS
    if act in (Act.CRITICIZE, Act.DOUBT) and _VOICED.match(analysis.text, statement.content.end):
        return Stance.OPPOSES
    if act in _BY_WORDS:
        return _BY_WORDS[act](analysis, statement) or ended(analysis.text, statement.content)
    return _stance_of_act(analysis, rules, statement)


def _stance_of_act(analysis: Analysis, rules: Rules, statement: StatementFinding) -> Stance | None:
    """The stance of a demand, a refusal, a proposal or an acceptance."""
    act = statement.act
    if statement.verb in _OPPOSING and not _is_refused(analysis, rules, statement):
        decided = _DECIDED.search(analysis.text, *tail(statement.content, 12))
        return Stance.REJECTS if decided and statement.verb == "反発する" else Stance.OPPOSES
    if act is Act.ACCEPT and _is_procedure(analysis, statement):
        return None
    if act is Act.ACCEPT and statement.verb in _AGREEING:
        return Stance.SUPPORTS
    if act is Act.ACCEPT and is_conditional(analysis, statement):
        return Stance.ACCEPTS_IF
    return (
        _asked(analysis, statement) if act is Act.DEMAND else _refused(analysis, rules, statement)
    )


def _is_procedure(analysis: Analysis, statement: StatementFinding) -> bool:
    """Say whether it is only agreed how to go on: 「来週協議することに合意した」."""
    if statement.verb not in ("合意する", "同意する", "一致する"):
        return False
    return bool(PROCEDURE.search(analysis.text, *tail(statement.content, 16)))


def _asked(analysis: Analysis, statement: StatementFinding) -> Stance | None:
    """Who says what ought to be demands it; 「議論が必要だ」 asks for nothing yet."""
    text, content = analysis.text, statement.content
    if FAIR.search(text, content.start, content.end):
        return Stance.OPEN
    if TALK_NEEDED.search(text, *tail(content, 20)):
        return None
    if _VOIDED.search(text, *tail(content, 16)):
        return Stance.REJECTS
    against = _AGAINST.search(text, *tail(content, 16))
    return Stance.OPPOSES if against else Stance.DEMANDS


def _contested(analysis: Analysis, statement: StatementFinding) -> Stance | None:
    """Who contests a report, plan or ruling, and not a mere fact, rejects it."""
    content = statement.content
    contests = _PAPER.search(analysis.text, *tail(content, 12))
    voids = VOID.search(analysis.text, content.start, content.end)
    return Stance.REJECTS if contests or voids else None


def _worry(analysis: Analysis, statement: StatementFinding) -> Stance | None:
    """A state or organization that voices concern at what another does opposes it."""
    speaker = statement.speaker
    member = analysis.cast.members.get(speaker.entity or "") if speaker is not None else None
    if member is None or member.type not in (ActorType.STATE, ActorType.ORGANIZATION):
        return None
    voiced = statement.verb in _WORRYING and statement.quote is Quote.INDIRECT
    return Stance.OPPOSES if voiced else None


def _warning(analysis: Analysis, statement: StatementFinding) -> Stance | None:
    """「避けるよう警告」 and 「応じなければ」 demand, 「核の使用を警告」 opposes it."""
    text, content = analysis.text, statement.content
    if _NOT_SUFFERED.search(text, content.start, content.end):
        return Stance.REJECTS
    if text.startswith("よう", content.end) or text.endswith("よう", 0, content.end):
        return Stance.DEMANDS
    if _UNLESS.search(text, content.start, content.end):
        return Stance.DEMANDS
    aimed = text.startswith(("を", "について"), content.end)
    if text.startswith("に", content.end):
        aimed = "について" in text[max(content.start, content.end - 14) : content.end]
    return Stance.OPPOSES if aimed and statement.quote is Quote.INDIRECT else None


def _blame(analysis: Analysis, statement: StatementFinding) -> Stance | None:
    """Who blames a policy (制裁を批判) opposes it; who blames somebody (ロシアを非難) does not."""
    if statement.verb in _OPPOSING:
        return Stance.OPPOSES
    content = statement.content
    if statement.rule == "author-argues":
        return None
    if _BLAMED.search(analysis.text, content.start, content.end):
        return Stance.OPPOSES
    if statement.quote is Quote.DIRECT:
        return None
    if content.end in analysis.name_by_stop or content.end - content.start > _LONGEST_POLICY:
        return None
    return Stance.OPPOSES if analysis.text.startswith(("を", "に"), content.end) else None


def _praise(analysis: Analysis, statement: StatementFinding) -> Stance | None:
    """Praise is support where it backs something: 歓迎する does, 「建設的だった」 is a mood."""
    content = statement.content
    backs = _BACKING.search(statement.verb) or _BACKING.search(
        analysis.text, content.start, statement.frame.end
    )
    return Stance.SUPPORTS if backs else None


def _is_refused(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    """Say whether the content itself is a refusal: 「担うつもりはないと反対した」."""
    content = statement.content
    hit = rules.cues[CueKind.STANCE].best(analysis.text, *tail(content, 45))
    return hit is not None and hit.cue.value is Stance.REJECTS and hit.cue.weight >= _FIRM


def _refused(analysis: Analysis, rules: Rules, statement: StatementFinding) -> Stance | None:
    """The stance of the act, where it is a refusal that of a firm word at its end."""
    by_act = _BY_ACT.get(statement.act)
    if statement.act is not Act.REJECT:
        return by_act
    hit = rules.cues[CueKind.STANCE].best(analysis.text, *tail(statement.content, 45))
    if hit is None or not isinstance(hit.cue.value, Stance) or hit.cue.weight < _FIRM:
        return by_act
    return hit.cue.value


_BY_WORDS: dict[Act, Callable[[Analysis, StatementFinding], Stance | None]] = {
    Act.PRAISE: _praise,
    Act.CRITICIZE: _blame,
    Act.WARN: _warning,
    Act.DOUBT: _worry,
    Act.DENY: _contested,
    Act.DECLINE: lambda analysis, statement: None,
}
"""Acts of which only some statements express a stance, each with what decides."""
