"""`soten pack`: what is known before reading."""

from __future__ import annotations

from pathlib import Path

import click

from soten.cli.frame import DONE, WRONG_USE, pack_option, terminal_width, write_lines


@click.group()
def pack() -> None:
    """List, show and check knowledge packs."""


@pack.command("list")
def list_packs() -> int:
    """List the packs that come with Soten."""
    from soten.export.table import table_lines
    from soten.lexicon import bundled_packs, load_lexicon

    body = []
    for name in bundled_packs():
        described = next(found for found in load_lexicon([name]).packs if found.id == name)
        body.append([described.id, described.version, described.title])
    write_lines(table_lines(["id", "version", "title"], body, terminal_width()))
    return DONE


@pack.command()
@click.argument("name", metavar="PACK")
def show(name: str) -> int:
    """Show what PACK (a bundled one's name, or a folder) holds."""
    from soten.export.neutral import plain
    from soten.lexicon import load_lexicon

    lexicon = load_lexicon([name])
    described = lexicon.packs[-1]
    id = described.id
    click.echo(f"{plain(described.title)} ({id} {described.version})")
    if described.description:
        click.echo(plain(described.description))
    actors = [entry for entry in lexicon.actors.values() if entry.pack == id]
    issues = [entry for entry in lexicon.issues.values() if entry.pack == id]
    types = sorted({entry.type for entry in actors})
    for type_ in types:
        click.echo(f"  {type_:14}{sum(entry.type is type_ for entry in actors):8}")
    if issues:
        click.echo("points at issue:")
    for issue in issues:
        click.echo(f"  {issue.id:22}{plain(issue.name_ja)} / {plain(issue.name_en)}")
    words = [word for word in lexicon.words if word.pack == id]
    if words:
        click.echo("words of a side:")
    for word in words:
        click.echo(f"  {plain(word.text)} ({word.concept}, {word.whose or '-'})")
    for entry, form in sorted(described.neutral.items()):
        click.echo(f"  {entry}: {plain(form)}")
    return DONE


@pack.command()
@click.argument("path", metavar="PACK")
@pack_option
def check(path: str, packs: tuple[str, ...]) -> int:
    """Check PACK (a folder, or a bundled one's name): all that is wrong, with file and line.

    --pack names packs below it. Exit code 2 where something must be mended.
    """
    from soten.export.neutral import plain
    from soten.lexicon import Severity, check_pack

    problems = check_pack(path, packs)
    write_lines(plain(str(problem)) for problem in problems)
    wrong = sum(problem.severity is Severity.ERROR for problem in problems)
    click.echo(f"{Path(path).name}: {wrong} errors, {len(problems) - wrong} warnings", err=True)
    return WRONG_USE if wrong else DONE
