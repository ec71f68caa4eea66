"""Transcripts: talk written down turn by turn, under labels that only name who speaks.

「[外相]」 or 「外相：…」 begins a turn; every sentence up to the next label is the speaker's. What an
interviewer says asks and states nothing.
"""

from __future__ import annotations

import re

from soten.extract.coreference import Scene
from soten.extract.utterances import named_in
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import Span, Speaker

_BRACKETED = re.compile(r"\A[\[【＜<〔［]\s*([^\]】＞>〕］]{1,30}?)\s*[\]】＞>〕］]\Z")
_BEFORE_COLON = re.compile(r"\A([^「『。、：:]{1,24}?)\s*[：:]\s*(?=[^「『“\"\s])")
_ASKING = re.compile(
    r"(?:司会者?|記者|質問|聞き手|インタビュアー|キャスター|アナウンサー|問|Ｑ|Q)(?:\d*|[A-ZＡ-Ｚ]?)\Z"
)
_LEAST_LABELS = 2
"""Labels that make a transcript: one alone is a heading."""
_SHORTEST = 6


class Transcript:
    """Follows a document's turns; silent where it is no transcript."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.speakers: tuple[Speaker, ...] = ()
        lines = analysis.text.split("\n")
        self.is_one = sum(map(_is_label, lines)) >= _LEAST_LABELS
        self.paragraph = -1

    def read(self, view: SentenceView, scene: Scene) -> tuple[Span | None, bool]:
        """Return what a sentence says in its speaker's turn, and whether it is only a label."""
        if not self.is_one:
            return None, False
        start = view.start
        if view.paragraph != self.paragraph:
            self.paragraph = view.paragraph
            line = self.analysis.text[view.start : view.end]
            label = _BRACKETED.match(line) or _BEFORE_COLON.match(line)
            if label is not None and self._turn_to(view, label, scene):
                start = view.start + label.end()
                if start >= view.end:
                    return None, True
        end = view.end - (self.analysis.text[view.end - 1] == "。")
        if not self.speakers or end - start < _SHORTEST or self._is_told_of(view):
            return None, False
        return Span(start, end), False

    def _turn_to(self, view: SentenceView, label: re.Match[str], scene: Scene) -> bool:
        """Give the turn to whom a label names; say whether it names anybody."""
        if _ASKING.search(label[1]):
            self.speakers = ()
            return True
        begin, end = view.start + label.start(1), view.start + label.end(1)
        speakers = named_in(view, begin, end, self.analysis, scene)
        if speakers:
            self.speakers = speakers
        return bool(speakers)

    def _is_told_of(self, view: SentenceView) -> bool:
        """Say whether the sentence tells of its speaker: then the writer has taken over."""
        mine = {speaker.entity for speaker in self.speakers}
        return any(
            name.member in mine and self.analysis.text.startswith("は", name.stop)
            for name in self.analysis.names.within(view.start, view.end)
        )


def _is_label(line: str) -> bool:
    line = line.strip()
    return bool(_BRACKETED.match(line) or _BEFORE_COLON.match(line))
