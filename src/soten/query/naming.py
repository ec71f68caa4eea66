"""From what a person types to the ids the ledger uses, with near matches where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soten.records import (
    RECORD_TYPES,
    Act,
    Actor,
    Bound,
    CommitmentStatus,
    EventType,
    Outcome,
    Quote,
    Stance,
    State,
    TalkForm,
    TalkStatus,
    Unit,
    UsageError,
)
from soten.store import Words
from soten.store.bigrams import fold, phrase_of

if TYPE_CHECKING:
    from soten.store import Ledger

KINDS: tuple[str, ...] = tuple(kind.kind for kind in RECORD_TYPES)
"""Every kind of record."""

_CLOSED_SETS: tuple[type[StrEnum], ...] = (
    Act,
    Quote,
    Stance,
    TalkForm,
    TalkStatus,
    Outcome,
    Bound,
    Unit,
    CommitmentStatus,
    EventType,
)
_VALUES = (*(str(value) for closed in _CLOSED_SETS for value in closed), "claimed", "disputed")

_DROPPED = str.maketrans("", "", " 　・＝=ーッ－-’'．.")
_LARGE = str.maketrans("ァィゥェォャュョヮ", "アイウエオヤユヨワ")
_VU = (("ヴア", "バ"), ("ヴイ", "ビ"), ("ヴエ", "ベ"), ("ヴオ", "ボ"), ("ヴ", "ブ"))
_MOST_ASKED_BACK = 6
_MOST_SUGGESTED = 20_000
"""So many names found in texts are looked through for near ones."""
_NEAR = 60.0
"""The least likeness (rapidfuzz WRatio) of a name that is suggested: one wrong kana in four."""


def key_of_name(name: str) -> str:
    """Return what spelling variants of a name have in common.

    >>> key_of_name("スティーヴ・ウィットコフ") == key_of_name("スティーブ＝ウィトコフ")
    True
    """
    key = fold(name).translate(_LARGE).translate(_DROPPED)
    for variant, plain in _VU:
        key = key.replace(variant, plain)
    return key


def actor_named(ledger: Ledger, name: str) -> str:
    """Return the id that the actor with this id or written form is known by across documents.

    An id wins over a main name, a main name over a further form or an English family name, and
    whom a pack lists over those found in texts. Raises `UsageError` where nobody is called so, or
    more than one is.
    """
    known = ledger.labels([name])
    if known:
        return known[name].id
    actors = ledger.listed_actors()
    key = key_of_name(name)
    for ways in (_main_names, _further_names):
        listed = [actor.id for actor in actors if key in map(key_of_name, ways(actor))]
        if listed:
            return _only(ledger, name, listed)
    found = ledger.actors_called(name)
    if not found:
        found = [id for id, form in ledger.found_names() if key_of_name(form) == key]
    if found:
        return _only(ledger, name, found)
    forms = {way: actor.id for actor in actors for way in (*_main_names(actor), *actor.aliases)}
    forms |= {form: id for id, form in ledger.found_names()[:_MOST_SUGGESTED] if form not in forms}
    raise UsageError(f"no actor is called {name!r}{_suggested(name, forms)}")


def _only(ledger: Ledger, name: str, ids: Iterable[str]) -> str:
    """Return the one actor that these ids are of; raise `UsageError` where they are of several."""
    canon = ledger.canon(ids)
    known = sorted({canon.get(id, id) for id in ids})
    if len(known) == 1:
        return known[0]
    asked = known[:_MOST_ASKED_BACK]
    listed = ", ".join(_told(ledger, asked))
    more = len(known) - len(asked)
    further = f" or one of {more} more" if more else ""
    raise UsageError(f"{name!r} is more than one actor: say {listed}{further}")


def _told(ledger: Ledger, ids: Sequence[str]) -> Iterator[str]:
    """Yield ids, with what is known of those found in texts, and in which document that is."""
    actors = ledger.known_actors(ids)
    documents = ledger.documents_naming([id for id in ids if id in actors and not actors[id].known])
    facts = ledger.facts(documents.values())
    for id in ids:
        actor = actors.get(id)
        if actor is None or id not in documents:
            yield id
            continue
        title = actor.roles[0].title if actor.roles else None
        document = facts[documents[id]]
        known = (actor.name_ja, title, actor.side, document.title or document.name)
        yield f"{id} ({', '.join(filter(None, known))})"


def issue_named(ledger: Ledger, name: str) -> str:
    """Return the id of the point at issue with this id or label; raise `UsageError` for none."""
    ids = ledger.issue_ids()
    if name in ids:
        return name
    forms = {id: id for id in ids}
    for label in ledger.issue_labels().values():
        forms |= {form: label.id for form in (label.ja, label.en) if form}
    key = key_of_name(name)
    for form, id in forms.items():
        if key_of_name(form) == key:
            return id
    raise UsageError(f"no point at issue is called {name!r}{_suggested(name, forms)}")


def words_named(ledger: Ledger, words: Words) -> Words:
    """Return words with the further names of the actors that they name as alternatives.

    Names of one character are left out: they stand in too many other words.
    """
    every = []
    for group in words.every:
        names = [
            name
            for phrase in group
            if not phrase.is_quoted and len(phrase.text) > 1
            for name in ledger.spelled_like(phrase.text)
        ]
        others = (phrase_of(name) for name in names if len(name) > 1)
        every.append((*group, *(phrase for phrase in others if phrase is not None)))
    return replace(words, every=tuple(every))


def value_named(name: str) -> str:
    """Return a value of a closed set as records hold it; raise `UsageError` for no such value."""
    plain = {value.casefold(): value for value in _VALUES}
    found = plain.get(name.strip().casefold())
    if found is None:
        raise UsageError(f"nothing is {name!r}{_suggested(name, dict.fromkeys(_VALUES, ''))}")
    return found


def kinds_named(names: Iterable[str]) -> tuple[str, ...]:
    """Return kinds of record; raise `UsageError` for a name that is none."""
    wanted = tuple(dict.fromkeys(names))
    for name in wanted:
        if name not in KINDS:
            raise UsageError(f"no kind of record is {name!r}; kinds are {', '.join(KINDS)}")
    return wanted


def states_named(name: str) -> tuple[State, ...]:
    """Return the states that a name stands for; raise `UsageError` for a name that is none."""
    if name == "all":
        return tuple(State)
    try:
        return (State(name),)
    except ValueError:
        known = ", ".join((*State, "all"))
        raise UsageError(f"no state of a record is {name!r}; states are {known}") from None


def documents_named(ledger: Ledger, name: str) -> tuple[str, ...]:
    """Return ids of documents by id, name or part of a name; raise `UsageError` for none."""
    found = tuple(ledger.documents_named(name))
    if not found:
        forms = {facts.name: facts.id for facts, _ in ledger.newest_documents(limit=1000)}
        raise UsageError(f"no document is called {name!r}{_suggested(name, forms)}")
    return found


def _main_names(actor: Actor) -> list[str]:
    return [name for name in (actor.name_ja, actor.name_en) if name]


def _further_names(actor: Actor) -> list[str]:
    family = actor.name_en.split()[-1:] if actor.name_en and actor.type == "person" else []
    return [*actor.aliases, *family]


def _suggested(name: str, forms: Mapping[str, str]) -> str:
    """Return `; did you mean …?` with up to three forms like `name`, or nothing."""
    # Only a name that is unknown needs the matcher.
    from rapidfuzz import fuzz, process

    found = process.extract(
        key_of_name(name),
        {form: key_of_name(form) for form in forms},
        scorer=fuzz.WRatio,
        limit=3,
        score_cutoff=_NEAR,
    )
    near = [
        f"{form} ({forms[form]})" if forms[form] not in ("", form) else form for _, _, form in found
    ]
    return f"; did you mean {', '.join(near)}?" if near else ""
