"""Protests made to an envoy: who protests to an ambassador has met the ambassador.

「A国のB外相は4日、C国のD大使に対し、…として抗議した」 tells of a meeting without a word for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from soten.extract.gatherings import Gathering, Use
from soten.extract.sides import served_by
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.records import TalkForm

_PROTESTING = frozenset("抗議する 厳重抗議する 猛抗議する".split())
_PROTEST = re.compile(r"抗議|遺憾")
_LODGED = frozenset("行う 行なう 伝える 申し入れる 伝達する する".split())
_ENVOY = re.compile(r"(?:大使|公使|代理大使|総領事|駐在武官)\Z")
_FACING = ("に", "に対し", "に対して", "へ", "にも", "に対しても")
_REACH = 14
"""Phrases before a protest within which the envoy stands."""


def find_protests(analysis: Analysis, view: SentenceView) -> Iterator[tuple[Gathering, list[str]]]:
    """Yield the predicates that tell of a protest to an envoy, each with the envoy and the state."""
    for at, phrase in enumerate(view.phrases):
        if phrase.joint in ("adnominal", "if") or phrase.negated or phrase.passive:
            continue
        if not _protests(analysis, view, at):
            continue
        envoy = _envoy(analysis, view, at)
        if envoy:
            form = TalkForm.MEETING
            yield (
                Gathering(view, phrase.start, phrase.end, at, form, Use.DONE, at, "talk-protest"),
                envoy,
            )


def _protests(analysis: Analysis, view: SentenceView, at: int) -> bool:
    """Say whether a predicate tells of a protest: 抗議した, 抗議を申し入れた, 遺憾の意を伝えた."""
    lemma = view.phrases[at].lemma
    if lemma is None:
        return False
    if lemma in _PROTESTING:
        return True
    if lemma not in _LODGED or at == 0 or not view.phrases[at - 1].particle.endswith("を"):
        return False
    near = view.phrases[max(0, at - 2) : at]
    return any(_PROTEST.search(analysis.text, p.start, p.head_end) for p in near)


def _envoy(analysis: Analysis, view: SentenceView, at: int) -> list[str]:
    """The envoy whom a predicate faces, with the state that sent the envoy; none if no state is told."""
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        phrase = view.phrases[k]
        if phrase.particle not in _FACING:
            continue
        if _ENVOY.search(analysis.text, phrase.start, phrase.head_end) is None:
            continue
        before = view.phrases[k - 1] if k and view.phrases[k - 1].particle == "の" else phrase
        names = analysis.names.within(before.start, phrase.head_end)
        return list(dict.fromkeys(key for name in names for key in _with_state(analysis, name)))
    return []


def _with_state(analysis: Analysis, name: Name) -> list[str]:
    member = analysis.member(name)
    return [member.key, *served_by(member, analysis)]
