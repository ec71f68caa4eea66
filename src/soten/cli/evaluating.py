"""`soten evaluate`: how well a reading agrees with hand-made annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from soten.cli.adding import progress
from soten.cli.frame import (
    DONE,
    UNREAD,
    complain,
    ledger_option,
    open_existing,
    pack_option,
    settings_of,
    write_lines,
)
from soten.records import InputError, UsageError

if TYPE_CHECKING:
    from soten.evaluation import Gold, ReadDocument

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("gold_dir", type=_FOLDER)
@click.argument("doc_dir", type=_FOLDER)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
@click.option("--errors", metavar="KIND", help="List what was missed (-) and what was wrong (+).")
@click.option("--save", type=_FILE, help="Write down which annotations are read right, as digests.")
@click.option("--since", type=_FILE, help="List what is gained (>) and lost (<) since that --save.")
@ledger_option
@pack_option
def evaluate(
    gold_dir: Path,
    doc_dir: Path,
    as_json: bool,
    errors: str | None,
    save: Path | None,
    since: Path | None,
    ledger: str | None,
    packs: tuple[str, ...],
) -> int:
    """Score the reading against annotations: precision, recall, F1.

    GOLD_DIR holds NAME.json for each document NAME in DOC_DIR. The documents are read into a
    ledger that is thrown away; with --ledger, what that ledger holds of them is scored.
    """
    from soten.evaluation import Measure, changes, recorded_lines, score
    from soten.evaluation.report import (
        change_lines,
        changes_object,
        difference_lines,
        report_lines,
        scores_object,
    )
    from soten.export.exchange import line

    measures = [measure.value for measure in Measure]
    if errors is not None and errors not in measures:
        raise UsageError(f"nothing measured is {errors!r}; measures are {', '.join(measures)}")
    names = [path.name.removesuffix(".json") for path in sorted(gold_dir.glob("*.json"))]
    if not names:
        raise UsageError(f"{gold_dir} holds no annotations (NAME.json)")
    settings = settings_of(ledger=ledger, packs=packs)
    failed: list[str] = []
    with _read(doc_dir, names, ledger and settings.ledger, settings.packs, failed) as where:
        pairs = list(_annotated(gold_dir, doc_dir, names, where, failed))
    for failure in failed:
        complain(failure)
    scores = score(pairs)
    changed = None if since is None else changes(scores, _lines_of(since))
    if save is not None:
        _write(save, recorded_lines(scores))
    if as_json:
        click.echo(line(scores_object(scores) | (changes_object(changed) if changed else {})))
    elif changed is not None:
        write_lines(change_lines(changed))
    elif errors is not None:
        write_lines(difference_lines(scores, Measure(errors)))
    else:
        write_lines(report_lines(scores))
    return UNREAD if failed else DONE


def _lines_of(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as what --save wrote: {error}") from error


def _write(path: Path, lines: Iterable[str]) -> None:
    try:
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error}") from error


@contextmanager
def _read(
    doc_dir: Path,
    names: Sequence[str],
    ledger: str | None,
    packs: Sequence[str],
    failed: list[str],
) -> Iterator[str]:
    """Give the ledger to score: the one named, or a new one with the documents read into it."""
    if ledger is not None:
        yield ledger
        return
    from soten.pipeline import add_paths  # brings the tokenizer, which is slow to import

    with TemporaryDirectory(prefix="soten-") as folder:
        where = str(Path(folder) / "evaluation.db")
        paths = [doc_dir / name for name in names if (doc_dir / name).is_file()]
        if not paths:
            raise UsageError(f"{doc_dir} holds none of the annotated documents")
        with progress() as on_document:
            failed.extend(add_paths(paths, where, packs, on_document).failed)
        yield where


def _annotated(
    gold_dir: Path, doc_dir: Path, names: Sequence[str], where: str, failed: list[str]
) -> Iterator[tuple[Gold, ReadDocument]]:
    """Yield annotations and reading of each document; those that cannot be read go to `failed`."""
    from soten.evaluation import read_documents, read_gold
    from soten.evaluation.readings import base_name
    from soten.query import documents, records

    with open_existing(where) as opened:
        wanted = set(names)
        held = [found for found in documents(opened) if base_name(found.name) in wanted]
        texts = {base_name(found.name): found.text for found in reversed(held)}
        readings = read_documents(texts, held, (row.record for row in records(opened)))
    for name in names:
        try:
            reading = readings.get(name) or _unread(doc_dir / name)
            yield read_gold(gold_dir / f"{name}.json", reading.text), reading
        except InputError as error:
            failed.append(str(error))


def _unread(path: Path) -> ReadDocument:
    """Return a document of which nothing was read, so that all its annotations count as missed."""
    from soten.evaluation import ReadDocument

    try:
        return ReadDocument(path.name, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the annotated document cannot be read: {error}") from error
