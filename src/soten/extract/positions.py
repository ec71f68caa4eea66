"""Positions: what a party wants on a point at issue, from what it says."""

from __future__ import annotations

import re

from soten.extract.findings import PositionFinding, StatementFinding
from soten.extract.parties import inner_party, party_of
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.lexicon.entries import CueKind
from soten.records import Act, Quote, Span, Stance

_BY_ACT = {
    Act.DEMAND: Stance.DEMANDS,
    Act.REJECT: Stance.REJECTS,
    Act.PROPOSE: Stance.OFFERS,
    Act.ACCEPT: Stance.ACCEPTS,
    Act.WILLING: Stance.OPEN,
    Act.PRAISE: Stance.SUPPORTS,
}
_OPPOSING = frozenset(("反対する", "反発する", "抵抗する", "反対", "難色"))
_OPEN = re.compile(r"用意|準備|意思|耳を傾け|排除し|前向き|応じる|可能性")
_OFFERING = re.compile(r"派遣|提供|供与|支援|拠出|保証|招|引き渡|返還|交換|解除|縮小|撤退")
_BACKING = re.compile(r"歓迎|支持|賛成|賛同|後押し|評価|感謝|前向き|幕開け|成果")
_ACCEPTING = re.compile(r"受け入れ(?:の意思|る(?:意思|意向|用意|考え))|受諾する")
_CONDITIONAL = re.compile(
    r"(?:れば|なら(?!な)|(?<!必要な)限り(?!何度)|条件に|条件として|場合に(?:限|は|のみ)|代わりに|引き換えに)"
)
"""What makes an acceptance hang on something."""
_NOT_SUFFERED = re.compile(r"(?:許さ|看過し|看過でき)ない\Z")
"""A warning that refuses: 「侵入は許さない」."""
_ENTITLED = re.compile(r"(?:領有権?|帰属|主権|権利|独立)\Z")
"""To claim these is to demand them, though it asserts that they are so."""
_LAST = 12
"""Characters at the end of the content in which its own predicate stands."""
_SILENT = frozenset((Act.DECLINE, Act.DENY, Act.DOUBT, Act.CONFIRM, Act.WARN))
_BESIDE = 8
"""Statements before and after among which one may stand inside another."""
_FIRM = 7
"""Least weight of a stance cue in plain content that makes a position by itself."""


def find_positions(
    analysis: Analysis, rules: Rules, statements: list[StatementFinding]
) -> list[PositionFinding]:
    """Return the positions that statements express, one a party, point and stance in a sentence."""
    found: list[PositionFinding] = []
    seen: set[tuple[object, ...]] = set()
    for number, statement in enumerate(statements):
        party = inner_party(analysis, statement) or party_of(statement.speaker, analysis)
        stance = _stance(analysis, rules, statement)
        if party is None or stance is None or _relays(number, statements):
            continue
        key = (party, stance, statement.sentence, statement.content.start)
        if key in seen:
            continue
        seen.add(key)
        found.append(
            PositionFinding(
                _evidence(analysis, statement),
                party,
                statement.issues[0],
                stance,
                statement.content.cut(analysis.text),
                statement.date,
                number,
                f"stance-of-{statement.act.value}",
            )
        )
    return found


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


def _will(analysis: Analysis, statement: StatementFinding) -> Stance:
    """What a party that says it will do something wants: open to it, offering it, or for it."""
    if _is_conditional(analysis, statement):
        return Stance.ACCEPTS_IF
    if _ACCEPTING.search(analysis.text, statement.content.start, statement.content.end):
        return Stance.ACCEPTS
    content = statement.content.cut(analysis.text)[-40:]
    if _OFFERING.search(content[-24:]):
        return Stance.OFFERS
    hit = _OPEN.search(content)
    if hit is not None and "ない" not in content[hit.end() : hit.end() + 4]:
        return Stance.OPEN
    return Stance.SUPPORTS


def _is_conditional(analysis: Analysis, statement: StatementFinding) -> bool:
    content = statement.content
    return bool(_CONDITIONAL.search(analysis.text, content.start, content.end))


def _backs(analysis: Analysis, statement: StatementFinding) -> bool:
    """Say whether praise is support: 歓迎する and 支持する are, 「建設的だった」 is only a mood."""
    if _BACKING.search(statement.verb):
        return True
    content = statement.content
    return bool(_BACKING.search(analysis.text, content.start, statement.frame.end))


def _is_policy(analysis: Analysis, statement: StatementFinding) -> bool:
    """Say whether what is blamed is a policy (制裁を批判) and not somebody (ロシアを非難)."""
    if statement.rule == "author-argues" or statement.quote is Quote.DIRECT:
        return False
    content = statement.content
    if content.end in analysis.name_by_stop or content.end - content.start > 40:
        return False
    return analysis.text.startswith(("を", "に"), content.end)


def _firm_stance(analysis: Analysis, statement: StatementFinding) -> Stance | None:
    """The stance of a warning that refuses, and of a claim to what one is entitled to."""
    content = statement.content
    if statement.act is Act.WARN:
        hit = _NOT_SUFFERED.search(analysis.text, content.start, content.end)
        return Stance.REJECTS if hit else None
    if statement.verb == "主張する" and analysis.text.startswith("を", content.end):
        hit = _ENTITLED.search(analysis.text, content.start, content.end)
        return Stance.DEMANDS if hit else None
    return None


def _stance(analysis: Analysis, rules: Rules, statement: StatementFinding) -> Stance | None:
    act = statement.act
    firm = _firm_stance(analysis, statement)
    if firm is not None or act in _SILENT:
        return firm
    if statement.verb in _OPPOSING:
        return Stance.OPPOSES
    if act is Act.CRITICIZE:
        return Stance.OPPOSES if _is_policy(analysis, statement) else None
    if act is Act.WILLING:
        return _will(analysis, statement)
    if act is Act.PRAISE and not _backs(analysis, statement):
        return None
    if act is Act.ACCEPT and _is_conditional(analysis, statement):
        return Stance.ACCEPTS_IF
    return _stance_of_words(analysis, rules, statement)


def _stance_of_words(
    analysis: Analysis, rules: Rules, statement: StatementFinding
) -> Stance | None:
    """The stance of the act, or of a firm word at the end of the content."""
    act = statement.act
    by_act = _BY_ACT.get(act)
    content = statement.content
    tail = max(content.start, content.end - 45)
    hit = rules.cues[CueKind.STANCE].best(analysis.text, tail, content.end)
    cue = hit.cue if hit is not None and isinstance(hit.cue.value, Stance) else None
    policy = rules.cues[CueKind.POLICY].best(
        analysis.text, max(content.start, content.end - _LAST), content.end
    )
    if by_act is None and policy is not None and policy.end >= content.end - 1:
        if act is not Act.EXPLAIN and isinstance(policy.cue.value, Stance):
            return policy.cue.value
    firm = cue.value if cue is not None and cue.weight >= _FIRM else None
    if by_act is not None and act is not Act.REJECT:
        return by_act
    return firm if isinstance(firm, Stance) else by_act
