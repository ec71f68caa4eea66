"""Packs layered one on another into one `Lexicon`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from soten.lexicon.drafts import ActorDraft
from soten.lexicon.entries import (
    ActorEntry,
    AttitudeEntry,
    BodyEntry,
    CueEntry,
    Form,
    IssueEntry,
    Lexicon,
    LoadedWord,
    Pack,
    SourceEntry,
    SuffixEntry,
    TalkNoun,
    TitleEntry,
    UnitEntry,
    VerbEntry,
)
from soten.lexicon.folders import Folder
from soten.lexicon.problems import Problem, Severity
from soten.lexicon.territories import territory_version, with_territories
from soten.lexicon.vocabularies import Placed

_Texted = TypeVar(
    "_Texted",
    TitleEntry,
    TalkNoun,
    UnitEntry,
    BodyEntry,
    SourceEntry,
    AttitudeEntry,
    SuffixEntry,
)


@dataclass(slots=True)
class Layers:
    """The packs put on so far. Later packs extend or refine what earlier ones hold."""

    packs: list[Pack] = field(default_factory=list)
    actors: dict[str, ActorEntry] = field(default_factory=dict)
    titles: dict[str, TitleEntry] = field(default_factory=dict)
    verbs: dict[str, VerbEntry] = field(default_factory=dict)
    cues: list[CueEntry] = field(default_factory=list)
    talks: dict[str, TalkNoun] = field(default_factory=dict)
    issues: dict[str, IssueEntry] = field(default_factory=dict)
    units: dict[str, UnitEntry] = field(default_factory=dict)
    words: list[LoadedWord] = field(default_factory=list)
    bodies: dict[str, BodyEntry] = field(default_factory=dict)
    sources: dict[str, SourceEntry] = field(default_factory=dict)
    attitudes: dict[str, AttitudeEntry] = field(default_factory=dict)
    suffixes: dict[str, SuffixEntry] = field(default_factory=dict)
    table_ids: set[str] = field(default_factory=set)
    """Ids that so far stand in places tables only."""

    def put(self, folder: Folder) -> list[Problem]:
        """Layer one pack on the others; return what does not fit."""
        problems: list[Problem] = []
        pack = folder.pack
        if any(other.id == pack.id for other in self.packs):
            problems.append(Problem(pack.path, 0, pack.id, "a pack of this id is loaded already"))
        if folder.territories:
            pack = replace(pack, digest=_joined(pack.digest, territory_version()))
            folder.actors = with_territories(folder.actors, problems)
        self.packs.append(pack)
        for draft in (*folder.rows, *folder.actors):
            self._put_actor(draft, pack.id, problems)
        _put_by_text(self.titles, folder.titles, problems)
        _put_by_text(self.talks, folder.talks, problems)
        _put_by_text(self.units, folder.units, problems)
        _put_by_text(self.bodies, folder.bodies, problems)
        _put_by_text(self.sources, folder.sources, problems)
        _put_by_text(self.attitudes, folder.attitudes, problems)
        _put_by_text(self.suffixes, folder.suffixes, problems)
        self._put_verbs(folder.verbs)
        self._put_issues(folder.issues, problems)
        self.cues.extend(cue.value for cue in folder.cues)
        self.words.extend(word.value for word in folder.words)
        return problems

    def lexicon(self) -> Lexicon:
        """Return what the layers hold together."""
        return Lexicon(
            packs=tuple(self.packs),
            actors=self.actors,
            titles=tuple(self.titles.values()),
            verbs=tuple(self.verbs.values()),
            cues=tuple(self.cues),
            talk_nouns=tuple(self.talks.values()),
            issues=self.issues,
            units=tuple(self.units.values()),
            words=tuple(self.words),
            bodies=tuple(self.bodies.values()),
            sources=tuple(self.sources.values()),
            attitudes=tuple(self.attitudes.values()),
            suffixes=tuple(self.suffixes.values()),
        )

    def _put_actor(self, draft: ActorDraft, pack: str, problems: list[Problem]) -> None:
        known = self.actors.get(draft.id)
        if known is None:
            entry = _new_entry(draft, pack, problems)
            if entry is not None:
                self.actors[draft.id] = entry
                if draft.in_table:
                    self.table_ids.add(draft.id)
        elif draft.in_table or draft.extend or draft.id in self.table_ids:
            self._refine(known, draft, pack, problems)
        else:
            reason = f"defined in pack {known.pack} already; say 'extend: true' to add to it"
            problems.append(_problem(draft, reason))

    def _refine(
        self, known: ActorEntry, draft: ActorDraft, pack: str, problems: list[Problem]
    ) -> None:
        if draft.geonames and known.geonames and draft.geonames != known.geonames:
            reason = f"GeoNames {draft.geonames} is not {known.id}, which is {known.geonames}"
            if draft.in_table or draft.id not in self.table_ids:
                problems.append(_problem(draft, reason))
                return
            entry = _new_entry(draft, pack, problems)
            if entry is None:
                return
            warning = f"{reason}; this entry takes its place"
            problems.append(_problem(draft, warning, Severity.WARNING))
        elif draft.type not in (None, known.type) and draft.id not in self.table_ids:
            problems.append(_problem(draft, f"{draft.type} cannot extend a {known.type}"))
            return
        else:
            entry = _refined(known, draft)
        self.actors[draft.id] = entry
        if not draft.in_table:
            self.table_ids.discard(draft.id)

    def _put_verbs(self, verbs: Iterable[Placed[VerbEntry]]) -> None:
        for placed in verbs:
            verb = placed.value
            known = self.verbs.get(verb.text)
            acts = verb.acts if known is None else {**known.acts, **verb.acts}
            self.verbs[verb.text] = replace(verb, acts=acts)

    def _put_issues(self, issues: Iterable[Placed[IssueEntry]], problems: list[Problem]) -> None:
        for placed in issues:
            issue = placed.value
            known = self.issues.get(issue.id)
            if known is not None:
                issue = replace(
                    known,
                    name_ja=issue.name_ja or known.name_ja,
                    name_en=issue.name_en or known.name_en,
                    cues={**known.cues, **issue.cues},
                )
            elif not issue.name_ja or not issue.name_en:
                reason = "extends an issue that no earlier pack defines"
                problems.append(Problem(placed.file, placed.line, issue.id, reason))
                continue
            self.issues[issue.id] = issue


def _new_entry(draft: ActorDraft, pack: str, problems: list[Problem]) -> ActorEntry | None:
    if draft.type is None or not draft.ja or not draft.en:
        missing = [key for key in ("type", "ja", "en") if not getattr(draft, key)]
        extends = "extends an entry that no earlier pack defines, and " if draft.extend else ""
        problems.append(_problem(draft, f"{extends}lacks {', '.join(missing)}"))
        return None
    return ActorEntry(
        id=draft.id,
        type=draft.type,
        name_ja=draft.ja,
        name_en=draft.en,
        forms=draft.all_forms,
        side=draft.side,
        parent=draft.parent,
        demonym=draft.demonym,
        roles=draft.roles,
        wikidata=draft.wikidata,
        geonames=draft.geonames,
        latitude=draft.latitude,
        longitude=draft.longitude,
        source=draft.source,
        pack=pack,
    )


def _refined(known: ActorEntry, draft: ActorDraft) -> ActorEntry:
    """Return an entry with a later draft's fields in place of its own, forms and roles added."""
    draft.type = draft.type or known.type
    added = draft.all_forms
    return replace(
        known,
        type=draft.type,
        name_ja=draft.ja or known.name_ja,
        name_en=draft.en or known.name_en,
        forms=_merged(added, known.forms) if draft.ja else _merged(known.forms, added),
        side=draft.side or known.side,
        parent=draft.parent or known.parent,
        demonym=draft.demonym or known.demonym,
        roles=known.roles + tuple(role for role in draft.roles if role not in known.roles),
        wikidata=draft.wikidata or known.wikidata,
        geonames=draft.geonames or known.geonames,
        latitude=known.latitude if draft.latitude is None else draft.latitude,
        longitude=known.longitude if draft.longitude is None else draft.longitude,
        source=draft.source or known.source,
    )


def _merged(first: tuple[Form, ...], second: tuple[Form, ...]) -> tuple[Form, ...]:
    """Return the forms of both, each text once; a form that says whose it is wins."""
    forms = {form.text: form for form in first}
    for form in second:
        if form.text not in forms or (form.whose and not forms[form.text].whose):
            forms[form.text] = form
    return tuple(forms.values())


def _put_by_text(
    known: dict[str, _Texted],
    placed: Iterable[Placed[_Texted]],
    problems: list[Problem],
) -> None:
    here: set[str] = set()
    for item in placed:
        text = item.value.text
        if text in here:
            problems.append(Problem(item.file, item.line, text, "stands twice in this file"))
        here.add(text)
        known[text] = item.value


def _joined(digest: str, version: str) -> str:
    import hashlib

    return hashlib.blake2b(f"{digest} {version}".encode(), digest_size=20).hexdigest()


def _problem(draft: ActorDraft, reason: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(draft.file, draft.line, draft.id, reason, severity)
