"""Views and voices that are abroad: who holds them, 「専門家の間では…との懸念が上がっている」."""

from __future__ import annotations

from soten.extract.coreference import Scene
from soten.extract.reporting import Report
from soten.extract.speakers import speakers_at
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import Speaker

_HOLDERS = tuple(
    "から からは からも では でも には の間で の間では の間には のなかには の中には".split()
)
"""Particles after those who hold a view."""
_AMONG = frozenset("なか 中 間 あいだ うち".split())
"""Nouns between those who hold a view and the particle: 住民の+なかには."""


def holders_of(
    report: Report, view: SentenceView, analysis: Analysis, scene: Scene
) -> tuple[tuple[Speaker, ...], int]:
    """Return who holds what is abroad, if the sentence says, and the phrase its content begins after."""
    after = report.since
    for at in range(report.since, report.verb):
        phrase = view.phrases[at]
        if phrase.particle not in _HOLDERS:
            continue
        among = at > report.since and analysis.text[phrase.start : phrase.head_end] in _AMONG
        speakers = speakers_at(at - among, view, analysis, scene)
        after = at + 1 if at < report.marker else after
        if speakers:
            return speakers, after
    return (), after
