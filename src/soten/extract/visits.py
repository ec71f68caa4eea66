"""Visits: officials who travel to another state or to a body of states.

「A国のB外相は10日にC国を訪問する」. A visit at which a talk is told is that talk; a trip within one's
own state is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from soten.extract.gatherings import Gathering, Use
from soten.extract.talkwords import HELD
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.records import ActorType, TalkForm

_VISITING = frozenset("訪問する 公式訪問する 訪れる 歴訪する 来訪する 往訪する".split())
_ABBREVIATED = re.compile(r"(?:訪(?P<there>[^問れ])|来(?P<here>日))する\Z")
_HOSTING = frozenset("もてなす 出迎える 迎える 招く 招待する 迎え入れる".split())
_TRIP = re.compile(r"(?:公式)?(?:訪問|歴訪|外遊|旅行)\Z")
_REACH = 4
"""Phrases before a verb within which what is visited stands."""
_VISITED = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.PLACE))


def find_visits(analysis: Analysis, view: SentenceView) -> Iterator[tuple[Gathering, list[str]]]:
    """Yield the predicates of a sentence that tell of a visit, each with whom it is paid."""
    for at, phrase in enumerate(view.phrases):
        lemma = phrase.lemma
        if (stay := _stay(analysis, view, at)) is not None:
            yield stay
        if lemma is None or (phrase.joint == "adnominal" and not _is_told(analysis, view, at)):
            continue
        if lemma in _VISITING:
            hosts = _objects(analysis, view, at, _VISITED)
        elif lemma in _HOSTING:
            hosts = _objects(analysis, view, at, frozenset((ActorType.PERSON,)))
        elif (match := _ABBREVIATED.match(lemma)) is not None:
            if not analysis.text.startswith(("訪", "来"), phrase.start):
                continue
            state = analysis.index.kanji.get(match.group("there") or match.group("here"))
            hosts = [state] if state else []
        elif lemma in HELD and (trip := _trip_before(analysis, view, at)) is not None:
            hosts = _objects(analysis, view, trip, _VISITED, ("への", "の", "などへの"))
        else:
            continue
        if hosts:
            rule = "talk-visit"
            form = TalkForm.VISIT
            gathering = Gathering(view, phrase.start, phrase.end, at, form, Use.DONE, at, rule)
            yield gathering, hosts


def _is_told(analysis: Analysis, view: SentenceView, at: int) -> bool:
    """Say whether a noun after the predicate only tells what is meant: 「訪問する予定だ」."""
    if at + 1 >= len(view.phrases):
        return False
    return _MEANT.match(analysis.text, view.phrases[at + 1].start) is not None


_MEANT = re.compile(
    r"(?:予定|こと(?:を|に|で|が|とな)|見通し|見込み|方針|計画|意向|考え|運び|可能性|はず|準備|調整)"
)


def _stay(analysis: Analysis, view: SentenceView, at: int) -> tuple[Gathering, list[str]] | None:
    """The visit during which something is said or done: 「A外相は訪問先のB国で…と述べた」."""
    phrase, later = view.phrases[at], view.phrases[at + 1 : at + 3]
    words = analysis.text[phrase.start : phrase.head_end]
    if phrase.particle != "の" or not words.endswith(_STAYS) or not later:
        return None
    if not (later[0].particle in _AT or (later[0].particle == "の" and later[-1].particle in _AT)):
        return None
    names = analysis.names.within(later[0].start, later[0].head_end)
    hosts = [key for name in names for key in _visited(analysis, name, _VISITED)]
    tells = next((k for k in range(len(view.phrases) - 1, at, -1) if view.phrases[k].lemma), None)
    if not hosts or tells is None:
        return None
    gathering = Gathering(
        view, phrase.start, phrase.end, at, TalkForm.VISIT, Use.SETTING, tells, "talk-visit"
    )
    return gathering, hosts


_STAYS = ("訪問先", "外遊先", "歴訪先", "出張先", "訪問中")
_AT = ("で", "では", "でも", "において")
_PUT_OFF = frozenset(
    "延期する 中止する 取りやめる 取り止める 見送る キャンセルする 先送りする".split()
)
"""What is done with a trip that was planned; when it is to be may stand between: 訪問を来月に延期した."""


def _trip_before(analysis: Analysis, view: SentenceView, at: int) -> int | None:
    """Where the trip stands that a predicate at `at` governs, or None."""
    reach = _REACH if view.phrases[at].lemma in _PUT_OFF else 1
    k = at - 1
    while k > 0 and analysis.times.within(view.phrases[k].start, view.phrases[k].head_end):
        k -= 1
    for trip in range(k, max(-1, k - reach), -1):
        phrase = view.phrases[trip]
        if phrase.particle.endswith("を"):
            is_trip = _TRIP.search(analysis.text, phrase.start, phrase.head_end) is not None
            return trip if is_trip else None
    return None


def _objects(
    analysis: Analysis,
    view: SentenceView,
    at: int,
    kinds: frozenset[ActorType],
    particles: tuple[str, ...] = ("を", "とを"),
) -> list[str]:
    """What stands before the predicate at `at` as its object, a place with the state it lies in."""
    found: list[str] = []
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        phrase = view.phrases[k]
        listed = bool(found) and phrase.particle in ("と", "や")
        if phrase.particle in particles or listed:
            names = analysis.names.within(phrase.start, phrase.head_end)
            found += [key for n in names for key in _visited(analysis, n, kinds)]
        elif found or phrase.lemma is not None:
            break
    return list(dict.fromkeys(found))


def _visited(analysis: Analysis, name: Name, kinds: frozenset[ActorType]) -> list[str]:
    member = analysis.member(name)
    if member.type not in kinds:
        return []
    if member.type is not ActorType.PLACE:
        return [member.key]
    return [member.side] if member.side is not None else []
