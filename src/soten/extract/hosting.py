"""Hosting: who a sentence beside a talk says brought others together, and whether one has a subject."""

from __future__ import annotations

from itertools import pairwise

from soten.extract.gatherings import Gathering
from soten.extract.sides import MEETING, served_by
from soten.japanese.analysis import Analysis, SentenceView

_HOSTING = frozenset(
    "仲介する 調停する 立ち会う 同席する 主催する 仲裁する 橋渡しする あっせんする".split()
)


def hosts_of(analysis: Analysis, view: SentenceView) -> list[str]:
    """Who a sentence says brought others together or was there too: 「A国が仲介した」."""
    found: list[str] = []
    if not any(p.lemma in _HOSTING and not p.negated for p in view.phrases):
        return found
    for at, phrase in enumerate(view.phrases):
        name = analysis.name_by_stop.get(phrase.head_end)
        ahead = view.phrases[at:]
        joined = phrase.particle in ("と", "や", "") and any(
            p.particle in ("は", "が", "も") for p in ahead
        )
        if name is not None and (phrase.particle in ("は", "が", "も") or joined):
            member = analysis.member(name)
            if member.type in MEETING:
                found += [member.key, *served_by(member, analysis)]
    return found


def has_subject(analysis: Analysis, gathering: Gathering) -> bool:
    """Say whether somebody stands with は, が or も before the predicate; a day does not (「7日は」)."""
    last = gathering.tells if gathering.tells is not None else gathering.at
    return any(
        phrase.particle.endswith(("は", "が", "も"))
        and phrase.lemma is None
        and k != gathering.at
        and not analysis.times.within(phrase.start, phrase.head_end)
        for k, phrase in enumerate(gathering.view.phrases[:last])
    )


def is_met_by_subject(gathering: Gathering, first: int) -> bool:
    """Say whether と leaves the other side to the subject: 「Bとの会談が行われた」.

    The chain of what modifies the noun begins at the phrase `first`.
    """
    if gathering.tells == gathering.at:  # a noun that closes what is told
        return True
    chain = gathering.view.phrases[first : gathering.at + 1]
    return any(
        p.particle.endswith("との") or (p.particle == "と" and after.particle == "での")
        for p, after in pairwise(chain)
    )
