"""On which points at issue a party takes a stance: never on who holds what, seldom on the format alone."""

from __future__ import annotations

import re

from soten.extract.weighing import IssueReader
from soten.japanese.analysis import Analysis
from soten.records import Span

LISTING = re.compile(
    r"[^、。]や[^、。]|と、|。.|及び|および|ならびに|並びに|こと、[^。]*こと|[一-龥ァ-ヶ]{2,}と[一-龥ァ-ヶ]{2,}\Z"
)
"""What lists several things that are asked or refused."""
_TOLD = "battlefield"
"""The point on which there are reports and claims; what is wanted there is on another point."""
_MEANT = (
    (
        "ceasefire",
        re.compile(
            r"停戦|休戦|終結|終わらせ|終える|(?:戦闘|攻撃|砲撃|空爆|衝突|戦争)[^。、]{0,8}(?:停止|中止|やめ|止め|控え|続)"
        ),
    ),
    ("children-prisoners", re.compile(r"捕虜|人質|抑留|拘束|解放|釈放|帰還|避難民|難民")),
    ("territory", re.compile(r"撤退|撤収|退去|後退|占領|占拠|領土|領有|国境|境界|退か|引き渡")),
    ("military-aid", re.compile(r"武器|兵器|弾薬|支援")),
)
"""What a stance is on where its words speak of fighting."""


class PointReader:
    """Names the points at issue of stances."""

    def __init__(self, analysis: Analysis, issues: IssueReader) -> None:
        self.analysis, self.issues = analysis, issues

    def name(self, span: Span, named: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return the points of a stance told by `span`; `named` are those of its statement."""
        if named is None:
            named = self.issues.name(span.start, span.end)
        points = tuple(issue for issue in named if issue != _TOLD)
        return points or self._instead(span)

    def _instead(self, span: Span) -> tuple[str, ...]:
        """The point that is meant where the words speak of fighting; none where nothing tells it."""
        for issue, words in _MEANT:
            if words.search(self.analysis.text, span.start, span.end):
                return (issue,)
        return ()
