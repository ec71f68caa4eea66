"""Claims across documents, disputes and histories of places: as JSON objects and for a terminal.

Claim and denial are written alike. Counts are of independent wire families and primary sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from soten.export.answers import (
    step_line,
    step_object,
    support_object,
    when_object,
    why_objects,
)
from soten.export.columns import Names
from soten.export.exchange import Object
from soten.export.labels import label
from soten.export.neutral import plain
from soten.export.table import pad, table_lines, width, wrap
from soten.query import Dispute, PlaceHistory
from soten.query.holding import Tenure
from soten.query.steps import Step
from soten.query.support import Support
from soten.records import Control
from soten.settings import Language
from soten.store import Label

_CITES = 2
"""So many places are cited of one step on a terminal; the JSON has all."""
_DATE = 12
_NARROWEST = 20


def joined_claim_line(dispute: Dispute) -> Object:
    """Return a claim across documents as a line of the exchange format."""
    return {
        "kind": "joined_claim",
        "id": dispute.id,
        "what": dispute.claim.record.what,
        "claims": [row.id for row in dispute.claims],
        "course": [step_line(step) for step in dispute.course],
        "support": support_object(dispute.support),
        "denial": support_object(dispute.denial),
        "why": why_objects(dispute),
    }


def place_object(history: PlaceHistory) -> Object:
    """Return what is claimed of a place, by claimant."""
    return {
        "id": history.place.id,
        "name": {"ja": history.place.ja, "en": history.place.en},
        "claimants": [
            {
                "party": claimant.party.id,
                "name": {"ja": claimant.party.ja, "en": claimant.party.en},
                "steps": [step_object(step) for step in claimant.steps],
            }
            for claimant in history.claimants
        ],
    }


def tenure_object(tenure: Tenure) -> Object:
    """Return what one side says of who holds a place, and how long its word stands."""
    return {
        "claimant": tenure.claimant.id,
        "hold": tenure.hold.value,
        "holder": tenure.holder,
        "denies": tenure.is_denial,
        "from": when_object(tenure.began.when),
        "until": tenure.until,
        "steps": len(tenure.steps),
        "contested": [{"from": one.low, "until": one.high} for one in tenure.contested],
    }


def dispute_lines(found: Sequence[Dispute], names: Names, room: int) -> Iterator[str]:
    """Yield claims with their courses, a paragraph a claim."""
    for at, dispute in enumerate(found):
        if at:
            yield ""
        yield from _wrapped(f"「{plain(dispute.claim.record.what)}」  {dispute.id}", room, "  ", "")
        yield f"  {_counted('asserted', dispute.support, names)}"
        if dispute.denied:
            yield f"  {_counted('denied', dispute.denial, names)}"
        for step in dispute.course:
            yield from _step(step, dispute.places, names, room)


def claim_table(found: Sequence[Dispute], names: Names, room: int) -> Iterator[str]:
    """Yield claims across documents, one line a claim."""
    body = []
    for dispute in found:
        row = dispute.claim
        sides = (dispute.asserted, dispute.denied, dispute.unconfirmed)
        voices = [
            "、".join(dict.fromkeys(named(voice.by, names) for voice in voices)) or "—"
            for voices in sides
        ]
        cited = f"「{row.record.what}」 {PurePosixPath(row.document.name).name} {dispute.id}"
        families = len(dispute.support.families) if dispute.support is not None else 0
        body.append([names.when(row.when), *voices, str(families), cited])
    keys = ("date", "asserted", "denied", "unconfirmed", "support", "evidence")
    if body:
        headings = list(map(names.heading, keys))
        yield from table_lines(headings, body, room, right=frozenset([4]))


def place_lines(found: Sequence[PlaceHistory], names: Names, room: int) -> Iterator[str]:
    """Yield histories of places, by claimant; none is weighed against another."""
    for at, history in enumerate(found):
        if at:
            yield ""
        yield f"{plain(history.place.text(names.language))}  {history.place.id}"
        for claimant in history.claimants:
            yield f" {named(claimant.party, names)}"
            for step in claimant.steps:
                yield from _step(step, history.holders, names, room)


def _step(step: Step, named_: Mapping[str, Label], names: Names, room: int) -> Iterator[str]:
    said = [label(step.move, names.language), named(step.by, names)]
    told = "、".join(control_words(control, named_, names) for control in step.control)
    tail = f"  （{told}）" if told else ""
    via = "、".join(plain(one.text(names.language)) for one in step.via)
    hands = f"  {names.heading('via')}: {via}" if via else ""
    day = pad(names.when(step.when), _DATE)
    indent = " " * (width(day) + 4)
    yield from _wrapped(f"{'  '.join(said)}{tail}{hands}", room, indent, f"  {day}  ")
    for cite in step.cites[:_CITES]:
        name = PurePosixPath(cite.document.name).name
        yield from _wrapped(
            f"「{plain(cite.evidence.exact)}」 {plain(name)} {cite.claim}", room, indent
        )
    if len(step.cites) > _CITES:
        more = len(step.cites) - _CITES
        yield indent + (
            f"ほか{more}か所（全部で独立した{step.families}系統）"
            if names.language is Language.JA
            else f"{more} more ({step.families} independent families in all)"
        )


def _wrapped(text: str, room: int, indent: str, first: str | None = None) -> Iterator[str]:
    """Yield a text in lines no wider than `room`; the first begins otherwise where told."""
    head = indent if first is None else first
    for at, part in enumerate(wrap(text, max(_NARROWEST, room - width(indent)))):
        yield (head if at == 0 else indent) + part


def control_words(control: Control, named_: Mapping[str, Label], names: Names) -> str:
    """Return what is told of a place in one phrase: whose, which, how much."""
    holder = "" if control.holder is None else named(_label(control.holder, named_), names)
    parts = [holder, label(control.hold, names.language), plain(control.part or "")]
    return " ".join(part for part in parts if part)


def named(who: Label, names: Names) -> str:
    """Return what to call a voice, a party or a place."""
    is_actor = who.id != "author" and not who.id.startswith("anonymous:")
    return plain(who.text(names.language) if is_actor else names.voice(who.id))


def _label(id: str, named_: Mapping[str, Label]) -> Label:
    return named_.get(id) or Label(id)


def _counted(key: str, support: Support | None, names: Names) -> str:
    families, primary, unnamed, copies = (
        (0, 0, 0, 0)
        if support is None
        else (
            len(support.families),
            len(support.primary),
            len(support.anonymous),
            support.copies,
        )
    )
    if names.language is Language.JA:
        told = f"独立した系統{families}・一次情報{primary}"
        told += f"・匿名{unnamed}" if unnamed else ""
        told += f"（転載{copies}は数えない）" if copies else ""
        return f"{names.heading(key)}: {told}"
    told = f"{families} independent families, {primary} primary sources"
    told += f", {unnamed} unnamed" if unnamed else ""
    told += f" ({copies} copies not counted)" if copies else ""
    return f"{names.heading(key)}: {told}"
