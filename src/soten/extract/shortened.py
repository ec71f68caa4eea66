"""Bodies named again in short: 委員会 for ノーベル賞委員会, 国軍側, 外務省, 政府, 同組織."""

from __future__ import annotations

from soten.extract.coreference import Scene
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Member, Name
from soten.japanese.phrases import Phrase
from soten.records import ActorType, Speaker

_BODIES = frozenset((ActorType.ORGANIZATION, ActorType.FORCE))
_STATE_WORDS = frozenset(("政府", "政府側", "当局", "政府当局", "政権", "政権側"))
_OWNED = {
    ActorType.STATE: _STATE_WORDS | {"側", "指導部"},
    ActorType.OUTLET: frozenset(("記者", "特派員", "記者ら", "取材班")),
    ActorType.ORGANIZATION: frozenset("首脳 首脳ら 外相 外相ら 国防相ら 財務相ら 閣僚ら".split()),
}
"""Nouns after an owner's name with which the owner itself speaks."""
_NEAR = 2
"""Sentences within which 政府 is the government of who spoke last."""


def resolve_short(
    head: str, at: int, view: SentenceView, analysis: Analysis, scene: Scene
) -> str | None:
    """Return the body of the document whose longer name ends with `head`, if one alone fits."""
    if head in _STATE_WORDS:
        return _state_of(at, view, analysis, scene)
    short = head.removesuffix("側")
    if len(short) < 2 or not (short in analysis.index.bodies or short in analysis.index.suffixes):
        return None
    bodies = [m for m in analysis.cast.members.values() if _is_long_for(short, m)]
    if len(bodies) > 1:
        side = _last_side(analysis, scene)
        bodies = [m for m in bodies if side is not None and m.side == side]
    return bodies[0].key if len(bodies) == 1 else None


def _is_long_for(short: str, member: Member) -> bool:
    return member.type in _BODIES and any(
        form.endswith(short) and len(form) > len(short) for form in (member.name, *member.forms)
    )


def _last_side(analysis: Analysis, scene: Scene) -> str | None:
    """Whose side who spoke last is on."""
    if not scene.last or scene.last[-1].entity is None:
        return None
    member = analysis.cast.members[scene.last[-1].entity]
    return member.key if member.type is ActorType.STATE else member.side


def _state_of(at: int, view: SentenceView, analysis: Analysis, scene: Scene) -> str | None:
    """The state that the sentence has as topic, or whose people or bodies spoke last."""
    if at > 0 and view.phrases[at - 1].particle == "の":
        return None
    for phrase in view.phrases[:at]:
        name = analysis.name_by_stop.get(phrase.head_end)
        if phrase.particle == "は" and name is not None:
            member = analysis.member(name)
            return member.key if member.type is ActorType.STATE else None
    if view.index - scene.last_sentence > _NEAR:
        return None
    side = _last_side(analysis, scene)
    return side if side in analysis.cast.members else None


def owner_that_speaks(at: int, view: SentenceView, analysis: Analysis) -> Speaker | None:
    """Return whose the words are where the owner before a noun is the one who speaks.

    「A国の当局」 is A国, 「B通信の記者」 is B通信, 「EUの首脳ら」 and 「EU（欧州連合）外相ら」 are the EU.
    """
    phrase = view.phrases[at]
    stop, head = phrase.start, analysis.text[phrase.start : phrase.head_end]
    if at > 0 and view.phrases[at - 1].particle == "の" and not _names_in(phrase, analysis):
        stop = view.phrases[at - 1].head_end
    elif inside := _names_in(phrase, analysis):
        stop = inside[-1].stop
        close = analysis.closes.get(stop, stop)
        head = analysis.text[close : phrase.head_end]
    stop = analysis.ground.aside_before.get(stop, stop)
    name = analysis.name_by_stop.get(stop)
    if name is None:
        return None
    member = analysis.member(name)
    speaks = head in _OWNED.get(member.type, ())
    return Speaker(entity=member.key) if speaks else None


def _names_in(phrase: Phrase, analysis: Analysis) -> list[Name]:
    """The names of a phrase outside of brackets."""
    names = analysis.names.within(phrase.start, phrase.head_end)
    return [n for n in names if analysis.text[n.start - 1 : n.start] not in ("(", "（")]
