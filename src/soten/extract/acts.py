"""Speech acts: what a report does, from its verb, its negation and the content itself."""

from __future__ import annotations

import re

from soten.extract.reports import Report
from soten.extract.rules import Rules
from soten.lexicon.entries import CueKind
from soten.records import Act, Span

_ASSERTIVE = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.EXPLAIN))
_CONCESSION = re.compile(
    r"(?:可能性|考え|意向|譲歩|割譲|参加|撤退|撤回|応じる(?:こと|考え)|用意)\Z"
)
"""To rule these out is to refuse, not to contest a fact."""
_UNTIL_MET = re.compile(r"(?:まで(?:に)?は|ない限り|なければ|なしに(?:は)?)")
"""A condition still to be met, that makes 〜ではない a demand at most and never a denial."""
_DONE = re.compile(r"(?:た|だ|した模様|たという)\Z")
"""〜によると with what was done makes it known; with what is or may be, explains it."""
_TAIL = 40
"""Characters at the end of the content in which its modality stands."""
_NEGATED: dict[Act, Act | None] = {
    Act.CONFIRM: Act.DENY,
    Act.ACCEPT: Act.REJECT,
    Act.ANNOUNCE: Act.DECLINE,
    Act.DECLINE: Act.DECLINE,
}
"""What a negated verb does: 認めなかった denies, 明らかにしなかった declines; others say nothing."""


def act_of_report(report: Report, content: Span, rules: Rules, text: str) -> Act | None:
    """Return the act of a report, None where a negated verb reports nothing."""
    act = report.act
    if report.negated:
        return _NEGATED.get(act)
    if act is Act.DENY and _CONCESSION.search(text, content.start, content.end):
        return Act.REJECT
    if act is Act.WILLING and act_of_content(act, content, rules, text) is Act.REJECT:
        return Act.REJECT
    return act_of_content(act, content, rules, text) if act in _ASSERTIVE else act


def act_of_content(act: Act, content: Span, rules: Rules, text: str) -> Act:
    """Return what the end of the content itself does (べきだ demands), else `act`."""
    tail = max(content.start, content.end - _TAIL)
    tail = max(tail, text.rfind("。", tail, content.end - 1) + 1)
    hit = rules.cues[CueKind.ACT].best(text, tail, content.end)
    if hit is None or not isinstance(hit.cue.value, Act):
        return act
    if hit.cue.value is Act.DENY and _UNTIL_MET.search(text, tail, content.end):
        return act
    return hit.cue.value


def act_of_information(content: Span, rules: Rules, text: str) -> Act:
    """Return the act of what 〜によると attributes."""
    told = Act.ANNOUNCE if _DONE.search(text, content.start, content.end) else Act.EXPLAIN
    return act_of_content(told, content, rules, text)
