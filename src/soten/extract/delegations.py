"""Delegations told party by party: 「米国からはA氏とB氏、ロシアからはC氏が出席し、…協議した」."""

from __future__ import annotations

from soten.extract.sides import served_by
from soten.extract.talkwords import ATTENDING
from soten.japanese.analysis import Analysis, SentenceView
from soten.records import ActorType

_FROM = ("から", "からは", "側から", "側からは")
_SENDERS = frozenset((ActorType.STATE, ActorType.ORGANIZATION, ActorType.FORCE))


def delegates_in(analysis: Analysis, view: SentenceView) -> list[str]:
    """Return the parties that send somebody, and whom they send, in the order of the sentence.

    At least two parties must send somebody, and a verb of attending must close the list.
    """
    phrases = view.phrases
    closing = next((k for k, p in enumerate(phrases) if p.lemma in ATTENDING), None)
    if closing is None:
        return []
    senders = [
        k
        for k, phrase in enumerate(phrases[:closing])
        if phrase.particle in _FROM
        and (name := analysis.name_by_stop.get(phrase.head_end)) is not None
        and analysis.member(name).type in _SENDERS
    ]
    if len(senders) < 2:
        return []
    found: list[str] = []
    for name in analysis.names.within(phrases[senders[0]].start, phrases[closing].start):
        member = analysis.member(name)
        if member.type in _SENDERS or member.type is ActorType.PERSON:
            found += [member.key, *served_by(member, analysis)]
    return list(dict.fromkeys(found))
