"""What only the layered packs can show: names of entries that do not exist, forms that collide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from soten.lexicon.drafts import ActorDraft
from soten.lexicon.entries import ActorEntry, FormKind
from soten.lexicon.folders import Folder
from soten.lexicon.problems import Problem, Severity
from soten.records import ActorType


def dangling(folder: Folder, actors: Mapping[str, ActorEntry]) -> Iterator[Problem]:
    """Yield every reference of a pack to an entry that neither it nor an earlier pack defines."""
    for draft in (*folder.rows, *folder.actors):
        for key, target in _targets(draft):
            if target not in actors:
                reason = f"{key} names {target!r}, which no pack defines"
                yield Problem(draft.file, draft.lines.get(key, draft.line), draft.id, reason)
        if draft.parent and _is_circular(draft.id, actors):
            yield Problem(draft.file, draft.line, draft.id, "is its own parent in the end")
    for word in folder.words:
        whose = word.value.whose
        if whose is not None and whose not in actors:
            reason = f"whose names {whose!r}, which no pack defines"
            yield Problem(word.file, word.line, word.value.text, reason)
    for talk in folder.talks:
        for member in talk.value.members:
            if member not in actors:
                reason = f"members names {member!r}, which no pack defines"
                yield Problem(talk.file, talk.line, talk.value.text, reason)
    pack_file = str(folder.path / "pack.yaml")
    for entry_id, form in folder.pack.neutral.items():
        entry = actors.get(entry_id)
        if entry is None:
            yield Problem(pack_file, 0, entry_id, "neutral names an entry that no pack defines")
        elif form not in {known.text for known in entry.forms}:
            yield Problem(pack_file, 0, entry_id, f"neutral form {form!r} is none of its forms")


def colliding(folder: Folder) -> Iterator[Problem]:
    """Yield a warning for every name that a pack gives to two entries of one type."""
    owners: dict[tuple[ActorType | None, str], ActorDraft] = {}
    for draft in (*folder.actors, *folder.rows):
        for form in draft.all_forms:
            if form.kind is FormKind.SHORT:
                continue
            owner = owners.setdefault((draft.type, form.text), draft)
            if owner.id != draft.id:
                reason = f"form {form.text!r} is a name of {owner.id!r} too"
                yield Problem(draft.file, draft.line, draft.id, reason, Severity.WARNING)


def _targets(draft: ActorDraft) -> Iterator[tuple[str, str]]:
    if draft.side:
        yield "side", draft.side
    if draft.parent:
        yield "parent", draft.parent
    for form in (*draft.forms, *(draft.shorts or ())):
        if form.whose:
            yield "forms", form.whose
    for role in draft.roles:
        if role.of:
            yield "roles", role.of


def _is_circular(entry_id: str, actors: Mapping[str, ActorEntry]) -> bool:
    seen: set[str] = set()
    current: str | None = entry_id
    while current is not None and current in actors:
        if current in seen:
            return True
        seen.add(current)
        current = actors[current].parent
    return False
