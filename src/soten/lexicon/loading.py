"""Packs found, read, layered and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from soten.lexicon.entries import Lexicon
from soten.lexicon.folders import Folder, read_folder
from soten.lexicon.layers import Layers
from soten.lexicon.problems import Problem, Severity
from soten.lexicon.references import colliding, dangling
from soten.records import LexiconError

_BUNDLED = Path(__file__).parent / "packs"
_CORE = "core"


def bundled_packs() -> tuple[str, ...]:
    """Return the names of the packs that come with Soten, `core` first."""
    names = sorted(file.parent.name for file in _BUNDLED.glob("*/pack.yaml"))
    return tuple(sorted(names, key=lambda name: name != _CORE))


def load_lexicon(packs: Sequence[str | Path] = (_CORE,)) -> Lexicon:
    """Return `core` with `packs` layered on it in the order given.

    A pack is the name of a bundled one or the path of a folder; a name given twice counts once.
    Raises `LexiconError` naming file, line and entry of the first problem; warnings do not raise.
    """
    layers = Layers()
    for path in _paths(packs):
        folder = read_folder(path)
        _refuse(folder.problems)
        _refuse(layers.put(folder))
        _refuse(dangling(folder, layers.actors))
    return layers.lexicon()


def check_pack(path: str | Path, base: Sequence[str | Path] = ()) -> tuple[Problem, ...]:
    """Return everything wrong with one pack, in the order of its files and lines.

    The pack is checked as layered on `core` and on the packs of `base`. Raises `LexiconError`
    only where there is no such pack, or where `core` or `base` themselves do not load.
    """
    target = _path(path)
    layers = Layers()
    for other in _paths(base):
        if other != target:
            below = read_folder(other)
            _refuse((*below.problems, *layers.put(below)))
    folder = read_folder(target)
    problems = [*folder.problems, *layers.put(folder), *_cross_checks(folder, layers)]
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line)))


def _cross_checks(folder: Folder, layers: Layers) -> Iterable[Problem]:
    yield from dangling(folder, layers.actors)
    yield from colliding(folder)


def _paths(packs: Sequence[str | Path]) -> tuple[Path, ...]:
    found = (_BUNDLED / _CORE, *(_path(pack) for pack in packs))
    return tuple(dict.fromkeys(found))


def _path(pack: str | Path) -> Path:
    if isinstance(pack, str) and pack in bundled_packs():
        return _BUNDLED / pack
    path = Path(pack)
    if (path / "pack.yaml").is_file():
        return path.resolve()
    reason = "holds no pack.yaml" if path.is_dir() else "is no folder and no bundled pack"
    raise LexiconError(f"{pack} {reason} (bundled: {', '.join(bundled_packs())})")


def _refuse(problems: Iterable[Problem]) -> None:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise LexiconError(f"{errors[0]}{more}")
