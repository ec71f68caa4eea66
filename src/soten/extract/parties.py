"""Which party a speaker or name stands for."""

from __future__ import annotations

from soten.japanese.analysis import Analysis
from soten.japanese.cast import Member
from soten.records import ActorType, Speaker


def party_of(speaker: Speaker | None, analysis: Analysis) -> str | None:
    """Return the party a speaker speaks for, or None.

    A person speaks for the side he or she serves, a state's body for the state; an organization of
    several states (EU, NATO, a UN body) speaks for itself.
    """
    if speaker is None or speaker.entity is None:
        return None
    member = analysis.cast.members.get(speaker.entity)
    return None if member is None else party_of_member(member, analysis)


def party_of_member(member: Member, analysis: Analysis) -> str | None:
    """Return the party a member of the cast stands for, or None."""
    if member.type in (ActorType.OUTLET, ActorType.PLACE, ActorType.FACILITY, ActorType.PLAN):
        return None
    if member.type is ActorType.STATE or member.side is None:
        return member.key if member.type is not ActorType.PERSON else None
    if member.type is ActorType.PERSON:
        return member.side
    side = analysis.index.actors.get(member.side)
    return member.side if side is not None and side.type is ActorType.STATE else member.key
