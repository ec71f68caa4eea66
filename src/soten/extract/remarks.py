"""Lists of remarks: lines with marks under a line that only names who made them."""

from __future__ import annotations

import re

from soten.japanese.analysis import Analysis, SentenceView
from soten.records import ActorType, Span, Speaker

_BULLET = re.compile(r"(?![「『（(【\[])[^\w\s][\ufe0f\s]*")
_LONGEST_HEADING = 40
_SHORTEST_REMARK = 8
_SUMMARY = re.compile("概要|発表|まとめ|声明")
_REMARKS = re.compile(
    r"(?:の|による)?(?:主な|おもな|おもなる)?(?:発言|会見|記者会見|演説|コメント|回答|主張|説明|指摘)(?:の?(?:要旨|概要|内容|全文|ポイント|骨子))?|は(?:次|以下)の(?:通り|とおり)"
)
"""What may follow the name in a heading: ペスコフ報道官の発言, 外相の記者会見要旨."""
"""What a heading holds where the lines under it are an organization's own."""


class RemarkList:
    """Follows a document's lines and says which are remarks, and whose."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.speakers: tuple[Speaker, ...] = ()
        self.paragraph = -9
        self.is_summary = False
        """True where the heading is a body's own summary, not somebody's name."""

    def read(self, view: SentenceView) -> tuple[Span | None, bool]:
        """Return the remark that a sentence is, if any, and whether nothing else is to be read in it."""
        line = self.analysis.text[view.start : view.end]
        named = self._heading(view, line)
        if named:
            self.speakers, self.is_summary = named, bool(_SUMMARY.search(line))
            return None, True
        bullet = _BULLET.match(line)
        if bullet is None and view.paragraph != self.paragraph:
            self.speakers = ()
        if not self.speakers:
            return None, False
        self.paragraph = view.paragraph
        start = view.start + (bullet.end() if bullet else 0)
        end = view.end - line.endswith("。")
        if end - start < _SHORTEST_REMARK or self._reports_itself(view):
            return None, False
        return Span(start, end), True

    def _reports_itself(self, view: SentenceView) -> bool:
        return any(
            p.particle.endswith("と")
            and p.quote is not None
            and self.analysis.quotation_at[p.quote].end == p.head_end
            for p in view.phrases
        )

    def _heading(self, view: SentenceView, line: str) -> tuple[Speaker, ...]:
        """The person or body that a short line without full stop names last, and alone.

        「🔸 ゲラシモフ参謀総長」, 「11月20日の概要 露国防省」.
        """
        analysis = self.analysis
        if len(line) > _LONGEST_HEADING or line.endswith(("。", "」", "】")) or "「" in line:
            return ()
        names = analysis.names.within(view.start, view.end)
        last = max(names, key=lambda n: n.stop, default=None)
        close = view.start + len(line.rstrip("：: 】"))
        if last is None:
            return ()
        tail = _REMARKS.match(analysis.text, last.stop, close)
        if last.stop < close and (tail is None or tail.end() < close):
            return ()
        member = analysis.member(last)
        alone = not re.sub(r"[\W_]+", "", analysis.text[view.start : last.begin])
        if member.type is ActorType.PERSON and (alone or len(names) <= 2):
            return (Speaker(entity=member.key),)
        if alone and self.speakers and member.type in (ActorType.ORGANIZATION, ActorType.FORCE):
            return (Speaker(entity=member.key),)
        if member.type is ActorType.ORGANIZATION and _SUMMARY.search(line):
            return (Speaker(entity=member.key),)
        return ()
