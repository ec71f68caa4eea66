"""`soten review`: what persons decide about the ledger."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from soten.cli.exporting import target
from soten.cli.frame import (
    DONE,
    UNREAD,
    F,
    complain,
    is_terminal,
    language_option,
    ledger_option,
    names_of,
    note,
    open_existing,
    settings_of,
    terminal_width,
    write_lines,
)
from soten.cli.lists import Filters, filter_of, filter_options, form_options, write_objects
from soten.records import InputError, UsageError

if TYPE_CHECKING:
    from soten.records import Decision, Record
    from soten.review import Reviewer
    from soten.store import Entry, Ledger

_ID = "ID..."


@click.group()
def review() -> None:
    """Decide about records: accept, reject, correct, merge, split, retract, add.

    What the reader found is kept, and every decision can be taken back. Decisions hold when
    documents are read again, by whatever reader.
    """


class Deciding(TypedDict):
    """What every decision takes, as click hands it over."""

    by: str | None
    why: str
    ledger: str | None


def _deciding(command: F) -> F:
    command = ledger_option(command)
    command = click.option("--why", default="", metavar="WORDS", help="The reason, kept with it.")(
        command
    )
    return click.option(
        "--by", metavar="NAME", help="Who decides. Else SOTEN_REVIEWER, else the system's user."
    )(command)


def _decide(options: Deciding, take: Callable[[Reviewer], Sequence[Decision]]) -> int:
    """Take decisions, have joined what they touch, and say what was decided."""
    from soten.export.exchange import line
    from soten.review import Reviewer
    from soten.store.decided import decision_object

    settings = settings_of(ledger=options["ledger"])
    with open_existing(settings.ledger) as ledger:
        taken = take(Reviewer(ledger, options["by"] or who_decides()))
        join_touched(ledger)
    for decision in taken:
        if is_terminal(sys.stdout):
            click.echo(f"{decision.id}  {decision.action}  {_targets(decision)}")
        else:
            click.echo(line(decision_object(decision)))
    return DONE


def _targets(decision: Decision) -> str:
    return " ".join(target.id for target in decision.targets) or decision.undoes or ""


def who_decides() -> str:
    """Return in whose name to decide: SOTEN_REVIEWER, else the user of the system."""
    named = os.environ.get("SOTEN_REVIEWER", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("who decides? Say --by NAME or set SOTEN_REVIEWER") from None


def join_touched(ledger: Ledger) -> None:
    """Join what decisions touched."""
    # The pipeline, which joins when documents are added, brings the tokenizer.
    from soten.query.keptmoves import trace
    from soten.resolve.grouping import join_pending
    from soten.resolve.joiners import JOINERS

    if ledger.pending_count():
        join_pending(ledger, JOINERS)
        trace(ledger)


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar=_ID)
@_deciding
def accept(ids: tuple[str, ...], **options: Unpack[Deciding]) -> int:
    """Records are right as they stand; no later reader changes them."""
    return _decide(options, lambda reviewer: [reviewer.accept(ids, options["why"])])


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar=_ID)
@_deciding
def reject(ids: tuple[str, ...], **options: Unpack[Deciding]) -> int:
    """The reader misread; the records leave every list (`--state rejected` shows them)."""
    return _decide(options, lambda reviewer: [reviewer.reject(ids, options["why"])])


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar=_ID)
@click.option("--told-in", metavar="X", help="Where that is told: an id, a URL.")
@_deciding
def retract(ids: tuple[str, ...], told_in: str | None, **options: Unpack[Deciding]) -> int:
    """Who said or published it took it back; the records stay, marked."""
    return _decide(options, lambda reviewer: [reviewer.retract(ids, options["why"], told_in)])


@review.command()
@click.argument("words", nargs=-1, required=True, metavar="ID... FIELD=VALUE...")
@_deciding
def correct(words: tuple[str, ...], **options: Unpack[Deciding]) -> int:
    """Fields are other than the reader found them.

    Actors and points at issue may be named; lists are separated by commas; nothing after = means
    unknown; evidence is START-END or the words. `docs/records.md` lists the fields of each kind.
    """
    ids, typed = _parted(words)

    def take(reviewer: Reviewer) -> list[Decision]:
        return _corrections(reviewer, ids, typed, options["why"])

    return _decide(options, take)


def _corrections(
    reviewer: Reviewer, ids: Sequence[str], typed: dict[str, str], why: str
) -> list[Decision]:
    from soten.review import read_fields

    records = [_record(reviewer.ledger, id) for id in ids]
    fields = [
        read_fields(reviewer.ledger, record.evidence.document, typed, record) for record in records
    ]
    if all(one == fields[0] for one in fields):
        return [reviewer.correct(ids, fields[0] if fields else {}, why)]
    return [reviewer.correct([id], values, why) for id, values in zip(ids, fields, strict=True)]


def _record(ledger: Ledger, id: str) -> Record:
    stored = ledger.record(id)
    if stored is None:
        raise UsageError(f"no record in the ledger has the id {id!r}")
    return stored.record


def _parted(words: Sequence[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return ids and typed fields; what holds a = is a field."""
    ids = tuple(word for word in words if "=" not in word)
    typed = dict(word.split("=", 1) for word in words if "=" in word)
    if not typed:
        raise UsageError("say what is corrected: FIELD=VALUE, such as date=2025-12-03")
    return ids, typed


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar=_ID)
@_deciding
def merge(ids: tuple[str, ...], **options: Unpack[Deciding]) -> int:
    """Things of one kind are one: talks, claims, figures, commitments, actors, stories."""
    return _decide(options, lambda reviewer: [reviewer.merge(ids, options["why"])])


@review.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID [OTHER...]")
@_deciding
def split(ids: tuple[str, ...], **options: Unpack[Deciding]) -> int:
    """The first thing is none of the others; alone, none of what it is joined with now."""
    return _decide(options, lambda reviewer: [reviewer.split(ids, options["why"])])


@review.command()
@click.argument("kind")
@click.argument("document")
@click.argument("place")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE...]")
@_deciding
def add(
    kind: str, document: str, place: str, fields: tuple[str, ...], **options: Unpack[Deciding]
) -> int:
    """Add a record that the reader missed.

    PLACE in DOCUMENT is START-END (code points) or the words themselves; fields are as in correct.
    """

    def take(reviewer: Reviewer) -> list[Decision]:
        from soten.query.naming import documents_named
        from soten.review.fields import evidence_at, read_fields

        found = documents_named(reviewer.ledger, document)
        if len(found) > 1:
            raise UsageError(f"{document!r} is more than one document: {', '.join(found[:5])}")
        typed = _parted(fields)[1] if fields else {}
        values = read_fields(reviewer.ledger, found[0], typed)
        span = evidence_at(reviewer.ledger, found[0], place).span
        return [reviewer.add(kind, found[0], span, values, options["why"])]

    return _decide(options, take)


@review.command()
@click.argument("subject", metavar="PUBLISHER|ID")
@click.argument("grade", metavar="GRADE")
@_deciding
def grade(subject: str, grade: str, **options: Unpack[Deciding]) -> int:
    """Grade a publisher A to F (B, B2), or a record 1 to 6: the Admiralty scale."""
    return _decide(options, lambda reviewer: [reviewer.grade(subject, grade, options["why"])])


@review.command()
@click.argument("decisions", nargs=-1, required=True, metavar="DECISION...")
@_deciding
def undo(decisions: tuple[str, ...], **options: Unpack[Deciding]) -> int:
    """Take decisions back; taking back an undo brings the decision to hold again."""
    return _decide(options, lambda reviewer: reviewer.undo(decisions, options["why"]))


@review.command()
@click.option("--kind", "kinds", multiple=True, help="Only this kind. May be repeated.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many."
)
@filter_options
@form_options
@ledger_option
@language_option
def queue(
    kinds: tuple[str, ...],
    limit: int,
    as_json: bool | None,
    ledger: str | None,
    language: str | None,
    **filters: Unpack[Filters],
) -> int:
    """List what to decide on first: what is uncertain and central, with the reasons.

    What has been decided on is left out. A kind followed by ? is a link that is proposed: merge
    or split its two ids.
    """
    from soten.export.reviewing import due_object, due_table
    from soten.review import queue as ask

    settings = settings_of(ledger=ledger, language=language)
    with open_existing(settings.ledger) as opened:
        found = ask(opened, filter_of(filters, kinds), limit=limit)
        if as_json or (as_json is None and not is_terminal(sys.stdout)):
            write_objects(map(due_object, found), as_array=bool(as_json))
        elif not write_lines(
            due_table(found, names_of(opened, settings.language), terminal_width())
        ):
            note("nothing to decide on")
    return DONE


@review.command()
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--by", metavar="NAME", help="Only what this person decided.")
@click.option("--since", metavar="MOMENT", help="Only since then: 2026-01-31, 2026-01-31T09.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=100, show_default=True, help="0 for all."
)
@form_options
@ledger_option
@language_option
def log(
    ids: tuple[str, ...],
    by: str | None,
    since: str | None,
    limit: int,
    as_json: bool | None,
    ledger: str | None,
    language: str | None,
) -> int:
    """List decisions, the latest first: all, or those on records, actors, stories, publishers."""
    from soten.store import Search

    search = Search(about=ids or None, by=by, since=since)
    return _list(
        lambda opened: opened.decisions(search, limit=limit or None), as_json, ledger, language
    )


@review.command()
@form_options
@ledger_option
@language_option
def orphans(as_json: bool | None, ledger: str | None, language: str | None) -> int:
    """List decisions that reach nothing: words gone, records not found, values that do not fit."""
    from soten.review import orphans as ask

    return _list(ask, as_json, ledger, language)


def _list(
    ask: Callable[[Ledger], Sequence[Entry]],
    as_json: bool | None,
    ledger: str | None,
    language: str | None,
) -> int:
    from soten.export.decided import entry_object, entry_table

    settings = settings_of(ledger=ledger, language=language)
    with open_existing(settings.ledger) as opened:
        found = ask(opened)
        if as_json or (as_json is None and not is_terminal(sys.stdout)):
            write_objects(map(entry_object, found), as_array=bool(as_json))
        elif not write_lines(
            entry_table(found, names_of(opened, settings.language), terminal_width())
        ):
            note("no decisions")
    return DONE


@review.command("export")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT", help="Else stdout.")
@ledger_option
def export_(output: Path | None, ledger: str | None) -> int:
    """Write every decision, one JSON object a line, for another ledger to take in."""
    from soten.export.exchange import line
    from soten.store.decided import decision_object

    settings = settings_of(ledger=ledger)
    with open_existing(settings.ledger) as opened, target(output) as out:
        for decision in opened.every_decision():
            out.write(line(decision_object(decision)) + "\n")
    return DONE


@review.command("import")
@click.argument("path", metavar="FILE|-", type=click.Path(allow_dash=True, dir_okay=False))
@ledger_option
@language_option
def import_(path: str, ledger: str | None, language: str | None) -> int:
    """Take in the decisions of another ledger (`soten review export`, `soten export jsonl`).

    What is known already changes nothing. What reaches nothing here is named on stderr and kept:
    it applies once the words it rests on are there.
    """
    from soten.export.decided import entry_line
    from soten.review import read_decisions, take_in

    settings = settings_of(ledger=ledger, language=language)
    try:
        with click.open_file(path, encoding="utf-8") as lines:
            decisions = list(read_decisions(lines))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    with open_existing(settings.ledger) as opened:
        brought = take_in(opened, decisions)
        join_touched(opened)
        names = names_of(opened, settings.language)
    for entry in brought.lost:
        fates = ", ".join(f"{one.id} {one.fate}" for one in entry.reached)
        complain(f"{entry_line(entry, names)}: {fates}")
    note(f"{brought.new} new, {brought.known} known, {len(brought.lost)} reach nothing here")
    return UNREAD if brought.lost else DONE
