"""Voices that neither assert nor deny a claim but say that they could not confirm it.

「本紙は独自に確認できていない」, 「真偽は不明だ」. They speak of what the same sentence tells before, of what
shares their words a little before, else of the claims in the sentence before.
"""

from __future__ import annotations

import re

from soten.extract.findings import SideFinding
from soten.extract.heldclaims import HeldClaim, HeldClaims, words_of
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import ActorType, Span

_NOT = r"(?:てい|で(?:き)?てい|てはい)?(?:ない|なかった|ず|ません|おらず|ておらず|でいない)"
_CONFIRMING = r"(?:確認|検証|裏[付づ]け|実証|立証)(?:が|は|も|を|することが|することは)?"
UNCONFIRMED = re.compile(
    rf"(?P<deed>{_CONFIRMING}(?:でき|出来|取れ|とれ|され|得られ|し){_NOT})|"
    r"真偽(?:のほど|の程)?(?:は|については)?(?:今のところ|なお|まだ|いまだ)?"
    r"(?:不明|定かで(?:は)?な|明らかで(?:は)?な|明らかになって(?:い)?な|分から?な|わから?な|確認でき)|"
    r"未確認(?:だ|である|です|のまま|の(?:情報|段階))"
)
"""What says that a claim is neither borne out nor refuted: 独自に確認できていない, 真偽は不明."""
_ALL = re.compile(
    r"(?:これら|双方|状況|両者|両国|両軍|いずれ|どちら|それぞれ|各国)|(?:の主張|の発表)(?:は|に)?いずれ"
)
"""Words by which all claims of the sentences before are meant."""
_SPEAKERS = frozenset(
    (ActorType.OUTLET, ActorType.ORGANIZATION, ActorType.PERSON, ActorType.STATE, ActorType.FORCE)
)
_BACK = 2
"""Sentences back in which the claims stand that cannot be confirmed."""
_WIDER = 5
"""The same where words they share tell which they are."""
_MARKS = "、， 　\n"
_OF_ACTOR = ("は", "も", "が", "としては", "では", "として")


def note_unconfirmed(held: HeldClaims, analysis: Analysis, rules: Rules) -> None:
    """Add to the claims of a document who says that he could not confirm them."""
    by_sentence = _claims_by_sentence(held, analysis)
    for view in analysis.sentences if by_sentence else ():
        found = UNCONFIRMED.search(analysis.text, view.start, view.end)
        if found is None:
            continue
        by, start = _who(view, found.start(), analysis)
        for claim in _meant(view, found.start(), by_sentence, analysis, rules):
            if by not in claim.asserting and by not in claim.denying:
                claim.finding.unconfirmed.append(SideFinding(by, Span(start, found.end())))


def _claims_by_sentence(held: HeldClaims, analysis: Analysis) -> dict[int, list[HeldClaim]]:
    """The claims that each sentence asserts, in order."""
    found: dict[int, list[HeldClaim]] = {}
    for claim in held.claims:
        for side in claim.finding.asserted:
            view = analysis.sentence_of(side.span.start)
            if view is not None and claim not in found.setdefault(view.index, []):
                found[view.index].append(claim)
    return found


def _meant(
    view: SentenceView,
    place: int,
    by_sentence: dict[int, list[HeldClaim]],
    analysis: Analysis,
    rules: Rules,
) -> list[HeldClaim]:
    """The claims that a sentence says cannot be confirmed."""
    here = [
        claim
        for claim in by_sentence.get(view.index, ())
        if any(view.start <= side.span.start < place for side in claim.finding.asserted)
    ]
    if here:
        return here
    near = [
        [claim for claim in by_sentence.get(at, ()) if analysis.sentences[at].story == view.story]
        for at in range(view.index - 1, max(-1, view.index - 1 - _WIDER), -1)
    ]
    last = near[:_BACK]
    if _ALL.search(analysis.text, view.start, place):
        return [claim for told in last for claim in told]
    words = words_of(Span(view.start, place), analysis, rules) if place > view.start else set()
    speakers = {name.member for name in analysis.names.within(view.start, place)}
    shared = [claim for told in near for claim in told if claim.words & (words - speakers)]
    return shared or next((told for told in last if told), [])


def _who(view: SentenceView, place: int, analysis: Analysis) -> tuple[str, int]:
    """Who could not confirm, and where the words begin that say so; the writer where nobody is named."""
    start = view.start
    for phrase in view.phrases:
        if phrase.end > place:
            break
        if phrase.joint in ("but", "end") and phrase.comma:
            start = phrase.end
    while start < place and analysis.text[start] in _MARKS:
        start += 1
    for name in reversed(analysis.names.within(start, place)):
        after = name.stop
        if analysis.member(name).type in _SPEAKERS and analysis.text.startswith(_OF_ACTOR, after):
            return name.member, start
    for name in analysis.names.within(view.start, start):
        outlet = analysis.member(name).type is ActorType.OUTLET
        if outlet and analysis.text.startswith(_OF_ACTOR, name.stop):
            return name.member, start
    return "author", start
