"""Keeping: clauses that tell a promise by whether somebody keeps or breaks it."""

from __future__ import annotations

import re

from soten.extract.coreference import Scene
from soten.extract.findings import CommitmentFinding, StatementFinding
from soten.extract.parties import party_of
from soten.extract.speakers import find_subjects
from soten.extract.terms import term_of
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import CommitmentStatus, Span

_WORD = re.compile(
    r"(?:約束|公約|停戦|休戦|停戦合意|合意|合意事項|協定|誓約|取り決め)を(?:[^、。「」]{0,8})"
    r"(?:(?P<broken>破っ(?:た|て)|反故にし|ほごにし|踏みにじっ|無視し(?:た|て))|"
    r"(?P<kept>守っ(?:て(?!い?な)|た)|(?:尊重|順守|遵守|厳守|履行)し(?:た|て(?!い?な))|果たし(?:た|て(?!い?な))))"
)
"""What is done with one's word; 「停戦に違反」 is an accusation and tells no promise by itself."""
_NEVER = re.compile(r"[^、。]{0,3}こと(?:は|が)[^。、]{0,6}(?:ない|なかった|ありません)")
"""「破ったことは一度もない」: kept after all."""
_ASKED = re.compile(
    r"[^。、]{0,6}(?:ように|よう求|べき|ほしい|欲しい|ください|か(?:[。、」とを]|\Z)|れば|なら|限り)"
)
"""What follows where it is only asked for or supposed."""
_WE = ("我々", "われわれ", "私たち", "わが国", "我が国", "我が軍", "わが軍")


def find_kept(analysis: Analysis, statements: list[StatementFinding]) -> list[CommitmentFinding]:
    """Return the promises that a text says are kept or broken: 「Aは停戦を守っている」."""
    found: list[CommitmentFinding] = []
    for match in _WORD.finditer(analysis.text):
        view = analysis.sentence_of(match.start())
        if view is None or _ASKED.match(analysis.text, match.end()):
            continue
        never = _NEVER.match(analysis.text, match.end())
        end = never.end() if never else match.end()
        party, start = _whose(analysis, view, match.start(), statements)
        if party is None:
            continue
        kept = (match.lastgroup == "kept") is (never is None)
        span = Span(start, end)
        term = term_of(analysis, span)
        found.append(
            CommitmentFinding(
                span,
                party,
                span.cut(analysis.text),
                term.start,
                term.end,
                None,
                CommitmentStatus.KEPT if kept else CommitmentStatus.BROKEN,
                "word-kept",
            )
        )
    return found


def _whose(
    analysis: Analysis, view: SentenceView, place: int, statements: list[StatementFinding]
) -> tuple[str | None, int]:
    """Return the party whose word it is, and where the clause starts that says so."""
    phrases = [p for p in view.phrases if p.end <= place]
    for phrase in phrases:
        words = analysis.text[phrase.start : phrase.head_end]
        if words in _WE and phrase.particle.endswith(("は", "が", "も")):
            holding = [s for s in statements if s.content.start <= place < s.content.end]
            inner = min(holding, key=lambda s: s.content.end - s.content.start, default=None)
            return (None if inner is None else party_of(inner.speaker, analysis)), phrase.start
    subjects = [
        s
        for s in find_subjects(view, analysis, Scene(place=view.start))
        if view.phrases[s.phrase].end <= place and len(s.speakers) == 1
    ]
    if not subjects:
        return None, place
    last = subjects[-1]
    return party_of(last.speakers[0], analysis), view.phrases[last.phrase].start
