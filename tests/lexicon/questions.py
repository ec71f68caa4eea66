"""What the tests of the bundled packs ask of a lexicon."""

from __future__ import annotations

from soten.lexicon import Lexicon


def forms_of(lexicon: Lexicon, entry: str, whose: str | None = None) -> set[str]:
    """Return the forms of an entry, or those that are one side's names."""
    forms = lexicon.actors[entry].forms
    return {form.text for form in forms if whose is None or form.whose == whose}


def holders_of(lexicon: Lexicon, title: str, of: str, day: str) -> set[str]:
    """Return who held an office on a day."""
    return {
        actor.id
        for actor in lexicon.actors.values()
        for role in actor.roles
        if (role.title, role.of) == (title, of)
        and role.start is not None
        and role.start <= day < (role.end or "9999")
    }
