"""Who 双方, 両国 or 三者 are: the parties that the text last named side by side."""

from __future__ import annotations

import re

from soten.extract.parties import party_of_member
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.japanese.phrases import Phrase
from soten.records import ActorType

ALL = re.compile(
    r"(?:双方|両国|両者|両政府|両軍|両首脳|両外相|両勢力|両陣営|両当事者|両派|(?:三|3|３)(?:者|カ国|か国|ヵ国|ヶ国|首脳|外相))"
    r"(?:の?(?:代表団?|政府|首脳|外相|指導者|当事者))?\Z"
)
"""Words that end with the parties together."""
_THREE = ("三", "3", "３")
_SIDES = re.compile(
    r"[」』]?(?:側|軍|政府|両国|両軍|双方)?(?:[（(][^（）()]*[)）])?(?:は|が|も|の(?:間|両|代表|直接|和平|停戦|戦|紛争|対立|協議|交渉|会談|合意|"
    r"外相|首脳|大統領|国境|軍事|捕虜|内戦)|による|両|間)"
)
"""What follows two that are the sides of something: 「AとBの停戦」, 「AとBは」."""
_GOVERNMENT = frozenset(("政府", "政府側", "中央政府", "暫定政府", "政権側"))


class Together:
    """The parties named side by side, sentence by sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.two: list[str] = []
        self.three: list[str] = []

    def read(self, view: SentenceView) -> None:
        """Take in whom a sentence names side by side."""
        run = _run(self.analysis, view)
        if len(run) == 3:
            self.three = run
        pair = _pair(self.analysis, view)
        self.two = pair or (run if len(run) == 2 else self.two)

    def meant(self, words: str) -> list[str]:
        """Return the parties that 双方 or 三者 stands for; none where the text did not name them."""
        match = ALL.search(words)
        is_three = match is not None and match.group().startswith(_THREE)
        return self.three if is_three else self.two


def _run(analysis: Analysis, view: SentenceView) -> list[str]:
    """States written together, 日米韓, or listed before their number, 「A、B、Cの三者」."""
    text = analysis.text
    best: list[str] = []
    run: list[str] = []
    stop = -1
    for name in analysis.names.within(view.start, view.end):
        party = party_of_member(analysis.member(name), analysis)
        between = text[stop : name.start] if stop >= 0 else ""
        joined = stop >= 0 and (not between or between in ("、", "・"))
        run = [*run, party] if joined and party else [party] if party else []
        stop = name.stop
        follows = text[stop : stop + 3]
        counted = follows.startswith(("の三", "の3", "の３", "３", "3", "三"))
        together = name.stop - name.start == 1 or counted
        if together and len(set(run)) > max(1, len(best)):
            best = list(dict.fromkeys(run))
    return best


def _pair(analysis: Analysis, view: SentenceView) -> list[str]:
    """The two parties that a sentence names side by side, unless they only mediate."""
    for at, phrase in enumerate(view.phrases[:-1]):
        if phrase.particle not in ("と", "や", "および", "及び"):
            continue
        one = analysis.name_by_stop.get(phrase.head_end) or _state_before(analysis, view, phrase)
        for other in view.phrases[at + 1 : at + 3]:
            two = analysis.name_by_stop.get(other.head_end) or _within(analysis, other)
            if one is None or two is None:
                continue
            keys = [party_of_member(analysis.member(n), analysis) for n in (one, two)]
            named = list(dict.fromkeys(k for k in keys if k is not None))
            side_by_side = _SIDES.match(analysis.text, two.stop) is not None
            if len(named) == 2 and side_by_side and not _mediate(analysis, view, one, two):
                return named
    return []


def _mediate(analysis: Analysis, view: SentenceView, one: Name, two: Name) -> bool:
    """Say whether the two named there are go-betweens: 「仲介するAとB」, 「AとBの仲介で」."""
    around = analysis.text[max(view.start, one.start - 6) : min(view.end, two.stop + 30)]
    return "仲介" in around or "主導" in around or "立ち会" in around


def _within(analysis: Analysis, phrase: Phrase) -> Name | None:
    """The name with which a phrase opens, or which stands in its marks: 反政府勢力「A」."""
    names = analysis.names.within(phrase.start, phrase.end)
    if names and (names[0].start == phrase.start or phrase.quote is not None):
        return names[0]
    return None


def _state_before(analysis: Analysis, view: SentenceView, phrase: Phrase) -> Name | None:
    """「A国で、政府と武装組織が」: 政府 is that of the state named last before."""
    if analysis.text[phrase.start : phrase.head_end] not in _GOVERNMENT:
        return None
    names = analysis.names.within(view.start, phrase.start)
    states = [n for n in names if analysis.member(n).type is ActorType.STATE]
    return states[-1] if states else None
