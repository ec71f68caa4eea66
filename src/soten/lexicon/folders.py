"""One pack's folder read whole: `read_folder` makes a `Folder`, unlayered, with its problems."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from soten.lexicon import vocabularies
from soten.lexicon.drafts import ActorDraft, read_actors, read_id, read_table
from soten.lexicon.entries import (
    AttitudeEntry,
    BodyEntry,
    CueEntry,
    IssueEntry,
    LoadedWord,
    Pack,
    SourceEntry,
    SuffixEntry,
    TalkNoun,
    TitleEntry,
    UnitEntry,
    VerbEntry,
)
from soten.lexicon.fields import Fields, read_node
from soten.lexicon.problems import Problem, Severity
from soten.lexicon.vocabularies import Placed, read_issues, read_words

_Value = TypeVar("_Value")

_PACK_KEYS = frozenset({"id", "title", "version", "description", "neutral", "territories"})
_WORD_FILES = (
    "titles",
    "verbs",
    "cues",
    "talks",
    "issues",
    "units",
    "words",
    "bodies",
    "sources",
    "attitudes",
    "suffixes",
)


@dataclass(slots=True)
class Folder:
    """What one pack's folder holds. `problems` lists everything wrong in it."""

    path: Path
    pack: Pack
    territories: bool = False
    """True where the pack takes every country from CLDR and its written actors refine them."""
    actors: list[ActorDraft] = field(default_factory=list)
    rows: list[ActorDraft] = field(default_factory=list)
    titles: list[Placed[TitleEntry]] = field(default_factory=list)
    verbs: list[Placed[VerbEntry]] = field(default_factory=list)
    cues: list[Placed[CueEntry]] = field(default_factory=list)
    talks: list[Placed[TalkNoun]] = field(default_factory=list)
    issues: list[Placed[IssueEntry]] = field(default_factory=list)
    units: list[Placed[UnitEntry]] = field(default_factory=list)
    words: list[Placed[LoadedWord]] = field(default_factory=list)
    bodies: list[Placed[BodyEntry]] = field(default_factory=list)
    sources: list[Placed[SourceEntry]] = field(default_factory=list)
    attitudes: list[Placed[AttitudeEntry]] = field(default_factory=list)
    suffixes: list[Placed[SuffixEntry]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_folder(path: Path) -> Folder:
    """Read a pack's folder. Never raises on what a file holds: see `Folder.problems`."""
    problems: list[Problem] = []
    pack, territories = _read_pack(path, problems)
    folder = Folder(
        path,
        pack,
        territories,
        titles=_listed(path / "titles.yaml", vocabularies.read_titles, problems),
        verbs=_listed(path / "verbs.yaml", vocabularies.read_verbs, problems),
        cues=_listed(path / "cues.yaml", vocabularies.read_cues, problems),
        talks=_listed(path / "talks.yaml", vocabularies.read_talks, problems),
        issues=_listed(path / "issues.yaml", partial(read_issues, pack=pack.id), problems),
        units=_listed(path / "units.yaml", vocabularies.read_units, problems),
        words=_listed(path / "words.yaml", partial(read_words, pack=pack.id), problems),
        bodies=_listed(path / "bodies.yaml", vocabularies.read_bodies, problems),
        sources=_listed(path / "sources.yaml", vocabularies.read_sources, problems),
        attitudes=_listed(path / "attitudes.yaml", vocabularies.read_attitudes, problems),
        suffixes=_listed(path / "suffixes.yaml", vocabularies.read_suffixes, problems),
        problems=problems,
    )
    for file in sorted((path / "actors").glob("*.yaml")):
        folder.actors.extend(read_actors(file, problems))
    for file in sorted((path / "places").glob("*.tsv")):
        folder.rows.extend(read_table(file, problems))
    _note_strangers(path, problems)
    return folder


def _listed(
    file: Path,
    read: Callable[[Path, list[Problem]], Iterator[Placed[_Value]]],
    problems: list[Problem],
) -> list[Placed[_Value]]:
    return list(read(file, problems)) if file.exists() else []


def _read_pack(path: Path, problems: list[Problem]) -> tuple[Pack, bool]:
    import yaml  # heavy: only a run that reads packs pays for it

    file = path / "pack.yaml"
    root = read_node(file, problems)
    if not isinstance(root, yaml.MappingNode):
        if root is not None or not problems:
            problems.append(Problem(str(file), 0, None, "must hold a mapping with id and title"))
        return Pack(path.name, path.name, "0", str(path), digest=""), False
    fields = Fields(root, str(file), problems, _PACK_KEYS)
    pack = Pack(
        id=read_id(fields) or path.name,
        title=fields.required("title"),
        version=fields.required("version"),
        path=str(path),
        digest=_digest(path),
        description=fields.text("description") or "",
        neutral=dict(fields.pairs("neutral")),
    )
    return pack, fields.flag("territories")


def _digest(path: Path) -> str:
    """Return a digest of the names and contents of all data files of a pack."""
    digest = hashlib.blake2b(digest_size=20)
    for file in _data_files(path):
        content = file.read_bytes()
        name = file.relative_to(path).as_posix()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _data_files(path: Path) -> list[Path]:
    found = (*path.glob("*.yaml"), *path.glob("actors/*.yaml"), *path.glob("places/*.tsv"))
    return sorted(file for file in found if file.is_file())


def _note_strangers(path: Path, problems: list[Problem]) -> None:
    """Report files that look like data but that no reader opens (`actor/x.yaml`, `title.yml`)."""
    read = set(_data_files(path))
    known = {"pack.yaml", *(f"{name}.yaml" for name in _WORD_FILES)}
    for file in sorted(path.rglob("*")):
        if file.suffix not in (".yaml", ".yml", ".tsv") or not file.is_file():
            continue
        if file not in read or (file.parent == path and file.name not in known):
            reason = "no part of a pack has this name, so nothing reads it"
            problems.append(Problem(str(file), 0, None, reason, Severity.WARNING))
