"""One pack's folder read whole: `read_folder` makes a `Folder`, unlayered, with its problems."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from soten.lexicon import vocabularies
from soten.lexicon.drafts import ActorDraft, read_actors, read_id, read_table
from soten.lexicon.entries import (
    CueEntry,
    IssueEntry,
    LoadedWord,
    Pack,
    TalkNoun,
    TitleEntry,
    UnitEntry,
    VerbEntry,
)
from soten.lexicon.fields import Fields, read_node
from soten.lexicon.problems import Problem
from soten.lexicon.vocabularies import Placed

_PACK_KEYS = frozenset({"id", "title", "version", "description", "neutral", "territories"})
_WORD_FILES = ("titles", "verbs", "cues", "talks", "issues", "units", "words")


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
    problems: list[Problem] = field(default_factory=list)


def read_folder(path: Path) -> Folder:
    """Read a pack's folder. Never raises on what a file holds: see `Folder.problems`."""
    problems: list[Problem] = []
    pack, territories = _read_pack(path, problems)
    folder = Folder(path, pack, territories, problems=problems)
    for file in sorted((path / "actors").glob("*.yaml")):
        folder.actors.extend(read_actors(file, problems))
    for file in sorted((path / "places").glob("*.tsv")):
        folder.rows.extend(read_table(file, problems))
    files = {name: path / f"{name}.yaml" for name in _WORD_FILES}
    here = {name for name, file in files.items() if file.exists()}
    if "titles" in here:
        folder.titles.extend(vocabularies.read_titles(files["titles"], problems))
    if "verbs" in here:
        folder.verbs.extend(vocabularies.read_verbs(files["verbs"], problems))
    if "cues" in here:
        folder.cues.extend(vocabularies.read_cues(files["cues"], problems))
    if "talks" in here:
        folder.talks.extend(vocabularies.read_talks(files["talks"], problems))
    if "issues" in here:
        folder.issues.extend(vocabularies.read_issues(files["issues"], problems, pack.id))
    if "units" in here:
        folder.units.extend(vocabularies.read_units(files["units"], problems))
    if "words" in here:
        folder.words.extend(vocabularies.read_words(files["words"], problems, pack.id))
    _note_strangers(path, problems)
    return folder


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
            problems.append(Problem(str(file), 0, None, "no part of a pack has this name"))
