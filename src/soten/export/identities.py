"""Who is one across documents, written out: as JSON, and in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value, line
from soten.export.neutral import plain
from soten.query import Identity, Joined, NameForm, Office, identities, reasons_of
from soten.settings import Language
from soten.store import JoinReason

if TYPE_CHECKING:
    from soten.store import Ledger

_REASONS = {
    "same-name": ("同じ氏名・名称", "same name"),
    "name-order": ("姓名の順が逆", "name in the other order"),
    "middle-name": ("父称・中間名の有無", "with or without a middle name"),
    "spelling": ("表記の揺れ", "another spelling"),
    "office": ("同じ時期の同じ役職と姓", "same family name and office at one time"),
    "full-name": ("同じ正式名称", "same full name"),
    "acronym": ("同じ略称と国", "same acronym and state"),
    "place": ("同じ地名と上位の地域", "same name within the same place"),
}
"""Reasons of `docs/joining.md` in words."""

_BATCH = 500


def identity_object(identity: Identity) -> Object:
    """Return who an actor is across documents: names, offices, and why its members are one."""
    names: list[Value] = [
        {
            "form": name.form,
            "whose": name.whose.id if name.whose else None,
            "mentions": name.mentions,
            "documents": name.documents,
        }
        for name in identity.names
    ]
    return {
        "id": identity.id,
        "members": list(identity.members),
        "names": names,
        "offices": [_office(office) for office in identity.offices],
        "joined": [_joined(joined) for joined in identity.joined],
    }


def _office(office: Office) -> Value:
    return {
        "title": office.title,
        "of": office.of,
        "from": office.start,
        "to": office.end,
        "documents": list(office.documents),
    }


def _joined(joined: Joined) -> Value:
    return {
        "id": joined.id,
        "name": joined.name,
        "document": joined.document.id,
        "to": joined.to,
        "why": joined.why,
        "confidence": joined.confidence,
        "detail": joined.detail,
    }


def identity_lines(ledger: Ledger, declared: Iterable[str]) -> Iterator[str]:
    """Yield a line for each group of two and more of the declared actors that are one.

    `id` is the one they are known by; `members` and `links` are of declared actors only.
    """
    known = set(declared)
    groups = identities(ledger, sorted(known))
    while batch := list(islice(groups, _BATCH)):
        reasons = reasons_of(ledger, batch)
        for group in batch:
            members: list[Value] = [id for id in sorted(group.members) if id in known]
            links: list[Value] = [
                _link(link)
                for link in reasons.get(group.id, ())
                if link.one in known and link.other in known
            ]
            if len(members) > 1:
                yield line({"kind": "identity", "id": group.id, "members": members, "links": links})


def _link(link: JoinReason) -> Value:
    return {
        "one": link.one,
        "other": link.other,
        "why": link.why,
        "confidence": link.confidence,
        "detail": link.detail,
    }


def reason_words(why: str, language: Language) -> str:
    """Return a reason in words."""
    ja, en = _REASONS.get(why, (why, why))
    return en if language is Language.EN else ja


def told_lines(identity: Identity, forms: Sequence[str], names: Names) -> Iterator[str]:
    """Yield the names, the offices with their dates, and why documents speak of one actor.

    `forms` are all forms that are known, also those that no text writes.
    """
    counted = [_counted(name, names) for name in identity.names]
    written = {name.form for name in identity.names}
    further = [form for form in forms if form not in written]
    yield f"  {names.heading('name')}: {plain('、'.join([*counted, *further]) or UNKNOWN)}"
    for office in identity.offices:
        yield f"  {names.heading('office')}: {plain(_held(office))}"
    for joined in identity.joined:
        document = joined.document
        told = f"{joined.name}  {document.title or document.name} ({document.published.edtf or UNKNOWN})"
        why = f"{reason_words(joined.why, names.language)} {joined.confidence:.2f}"
        detail = f" [{joined.detail}]" if joined.detail else ""
        yield f"  {names.heading('joined')}: {plain(told)}"
        yield f"    {why}{plain(detail)}  {joined.id}"


def _counted(name: NameForm, names: Names) -> str:
    """Return a written form with how often it is written, and whose it is: 乙市 ×2 (甲国)."""
    whose = f" ({name.whose.text(names.language)})" if name.whose is not None else ""
    return f"{name.form} ×{name.mentions}{whose}"


def _held(office: Office) -> str:
    is_one_day = office.start is not None and office.start == office.end
    dates = office.start if is_one_day else f"{office.start or ''}–{office.end or ''}".strip()
    return " ".join(filter(None, (office.title, office.of, None if dates == "–" else dates)))
