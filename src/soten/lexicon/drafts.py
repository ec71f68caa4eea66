"""Actors as pack files write them, before the packs are layered: `ActorDraft` and its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from soten.lexicon.entries import Form, FormKind
from soten.lexicon.fields import Fields, entries_of
from soten.lexicon.problems import Problem, Severity
from soten.records import ActorType, Role

_NAME_KEYS = {"id", "type", "ja", "en", "forms", "short", "demonym", "source", "extend"}
_PLACE_KEYS = {"iso", "wikidata", "geonames", "lat", "lon"}
_ACTOR_KEYS = frozenset(_NAME_KEYS | _PLACE_KEYS | {"side", "parent", "roles"})
_FORM_KEYS = frozenset({"text", "kind", "whose"})
_SHORT_KEYS = frozenset({"text", "whose"})
_ROLE_KEYS = frozenset({"title", "of", "from", "to"})

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_ISO = re.compile(r"[A-Z]{2}")
_ONE_KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
_KATAKANA_NAME = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)+")
_PART = re.compile(r"[・＝=]")

TABLE_COLUMNS = ("id", "geonames", "en", "ja", "forms", "parent", "lat", "lon")
"""The columns of a places table; `forms` are separated by `|`."""


@dataclass(slots=True)
class ActorDraft:
    """One actor of one pack file as written, with its place; None is what the file leaves out."""

    id: str
    file: str
    line: int
    type: ActorType | None = None
    ja: str | None = None
    en: str | None = None
    forms: tuple[Form, ...] = ()
    shorts: tuple[Form, ...] | None = None
    side: str | None = None
    parent: str | None = None
    demonym: str | None = None
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    source: str | None = None
    extend: bool = False
    iso: str | None = None
    in_table: bool = False
    """True for a row of a places table, which a written entry of the same id refines."""
    lines: dict[str, int] = field(default_factory=dict)
    """Lines of the fields that name other entries."""

    @property
    def all_forms(self) -> tuple[Form, ...]:
        """The main form, the further forms and the short forms, each text once.

        A person's short form is what follows the last ・ or ＝ of a katakana name, unless the
        file lists the short forms itself.
        """
        found = {(f.text): f for f in reversed(self.forms)}
        forms = tuple(reversed(found.values()))
        if self.ja:
            forms = (found.get(self.ja, Form(self.ja)), *(f for f in forms if f.text != self.ja))
        shorts = self.shorts
        if shorts is None:
            shorts = derived_shorts(forms) if self.type in (ActorType.PERSON, None) else ()
        known = {form.text for form in forms}
        return forms + tuple(form for form in shorts if form.text not in known)


def derived_shorts(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """Return the family names of katakana full names as short forms.

    >>> [form.text for form in derived_shorts((Form("カール・フォン・マイヤー"), Form("王大明")))]
    ['マイヤー']
    """
    last: dict[str, Form] = {}
    for form in forms:
        if form.kind is FormKind.NAME and _KATAKANA_NAME.fullmatch(form.text):
            part = _PART.split(form.text)[-1]
            if len(part) > 1:
                last.setdefault(part, Form(part, FormKind.SHORT, form.whose))
    return tuple(last.values())


def read_actors(path: Path, problems: list[Problem]) -> Iterator[ActorDraft]:
    """Yield the actors of one `actors/*.yaml`; entries without a usable id are left out."""
    for fields in entries_of(path, problems, _ACTOR_KEYS):
        entry_id = read_id(fields)
        if entry_id:
            yield _actor(fields, entry_id)


def read_id(fields: Fields) -> str:
    """Return an entry's id, kebab-case; report and return '' where it is none."""
    entry_id = fields.required("id")
    if entry_id and not _ID.fullmatch(entry_id):
        fields.report("id", f"id must be kebab-case, not {entry_id!r}")
        return ""
    fields.entry = entry_id or None
    return entry_id


def _actor(fields: Fields, entry_id: str) -> ActorDraft:
    wikidata, iso = fields.text("wikidata"), fields.text("iso")
    if wikidata is not None and not _WIKIDATA.fullmatch(wikidata):
        fields.report("wikidata", f"wikidata must be Q and a number, not {wikidata!r}")
    if iso is not None and not _ISO.fullmatch(iso):
        fields.report("iso", f"iso must be two capital letters, not {iso!r}")
    return ActorDraft(
        id=entry_id,
        file=fields.file,
        line=fields.line,
        type=fields.choice("type", ActorType),
        ja=fields.text("ja"),
        en=fields.text("en"),
        forms=_forms(fields),
        shorts=_shorts(fields),
        side=fields.text("side"),
        parent=fields.text("parent"),
        demonym=fields.text("demonym"),
        roles=_roles(fields),
        wikidata=wikidata,
        geonames=fields.integer("geonames", 1, 10**9),
        latitude=fields.number("lat", -90, 90),
        longitude=fields.number("lon", -180, 180),
        source=fields.text("source"),
        extend=fields.flag("extend"),
        iso=iso,
        lines={key: fields.line_of(key) for key in ("side", "parent", "forms", "roles", "iso")},
    )


def _forms(fields: Fields) -> tuple[Form, ...]:
    forms = []
    for node in fields.items("forms"):
        text = fields.scalar_or_none(node)
        if text is not None:
            forms.append(Form(text))
            continue
        inner = fields.nested(node, "a form", _FORM_KEYS)
        if inner is not None:
            kind = inner.choice("kind", FormKind) or FormKind.NAME
            forms.append(Form(inner.required("text"), kind, inner.text("whose")))
    for form in forms:
        _check_form(fields, form)
    return tuple(form for form in forms if form.text)


def _check_form(fields: Fields, form: Form) -> None:
    if not form.text:
        fields.report("forms", "a form is empty")
    elif form.kind is not FormKind.KANJI and _ONE_KANA.fullmatch(form.text):
        fields.report("forms", f"a form is one kana only: {form.text!r}")
    elif form.kind is FormKind.NAME and len(form.text) == 1:
        reason = f"a form of one character is a name everywhere: {form.text!r}"
        fields.report("forms", reason, Severity.WARNING)


def _shorts(fields: Fields) -> tuple[Form, ...] | None:
    if "short" not in fields:
        return None
    shorts = []
    for node in fields.items("short"):
        text = fields.scalar_or_none(node)
        whose = None
        if text is None:
            inner = fields.nested(node, "a short form", _SHORT_KEYS)
            if inner is None:
                continue
            text, whose = inner.required("text"), inner.text("whose")
        form = Form(text, FormKind.SHORT, whose)
        _check_form(fields, form)
        if text:
            shorts.append(form)
    return tuple(shorts)


def _roles(fields: Fields) -> tuple[Role, ...]:
    roles = []
    for node in fields.items("roles"):
        inner = fields.nested(node, "a role", _ROLE_KEYS)
        if inner is None:
            continue
        start, end = inner.date("from"), inner.date("to")
        if start and end and end[:4] < start[:4]:
            inner.report("to", f"a role ends ({end}) before it begins ({start})")
        roles.append(Role(inner.required("title"), inner.text("of"), start, end))
    return tuple(roles)


def read_table(path: Path, problems: list[Problem]) -> Iterator[ActorDraft]:
    """Yield the places of one `places/*.tsv`; lines that begin with `#` are comments."""
    file, header = str(path), False
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(file, 0, None, f"cannot be read: {error}"))
        return
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        cells = tuple(line.rstrip("\r").split("\t"))
        if not header:
            header = cells == TABLE_COLUMNS
            if not header:
                reason = f"the columns must be {', '.join(TABLE_COLUMNS)}"
                problems.append(Problem(file, number, None, reason))
                return
        else:
            draft = _row(cells, file, number, problems)
            if draft is not None:
                yield draft


def _row(
    cells: tuple[str, ...], file: str, line: int, problems: list[Problem]
) -> ActorDraft | None:
    try:
        entry_id, geonames, en, ja, forms, parent, lat, lon = cells
        draft = ActorDraft(
            id=entry_id,
            file=file,
            line=line,
            type=ActorType.PLACE,
            ja=ja,
            en=en,
            forms=tuple(Form(text) for text in forms.split("|")) if forms else (),
            parent=parent or None,
            geonames=int(geonames) if geonames else None,
            latitude=float(lat) if lat else None,
            longitude=float(lon) if lon else None,
            in_table=True,
        )
    except ValueError as error:
        problems.append(Problem(file, line, cells[0] or None, f"no row of places: {error}"))
        return None
    if not _ID.fullmatch(entry_id) or not ja or not en:
        problems.append(Problem(file, line, entry_id, "id, en and ja must be given"))
        return None
    return draft
