"""Wire families and what differs between stories, for a terminal and as JSON objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import PurePosixPath

from soten.export.answers import source_head
from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value
from soten.export.labels import Pair
from soten.export.neutral import plain
from soten.export.table import table_lines
from soten.query import Comparison, Family, FamilyStory, FirstBy
from soten.query.differences import Difference, Kind
from soten.records import Span
from soten.settings import Language
from soten.store import JoinReason

_WORDS: Mapping[StrEnum, Pair] = {
    FirstBy.DAY: ("最初（日付）", "first (by day)"),
    FirstBy.CREDIT: ("最初（出典表記）", "first (credited)"),
    FirstBy.LENGTH: ("最初か（同日で最長）", "first? (longest that day)"),
    FirstBy.NONE: ("", ""),
    Kind.ADDED: ("加筆", "added"),
    Kind.LEFT_OUT: ("削除", "left out"),
    Kind.NUMBER: ("別の数字", "other number"),
    Kind.WORDS: ("別の語", "other words"),
    Kind.FORM: ("表記・語尾", "other form"),
}
_REASONS: Mapping[str, Pair] = {
    "same-text": ("同文", "same text"),
    "near-text": ("ほぼ同文", "nearly the same"),
    "clipped": ("抜粋", "clipped"),
    "same-release": ("同じ発表の別訳", "same release"),
}
_HEADINGS: Mapping[str, Pair] = {
    "copy": ("関係", "how"),
    "kind": ("違い", "difference"),
    "one": ("甲", "A"),
    "other": ("乙", "B"),
}


def word_of(value: FirstBy | Kind, language: Language) -> str:
    """Return the word for how the first carrier is known, or for how two texts differ."""
    return _WORDS[value][language is Language.EN]


def _heading(key: str, language: Language) -> str:
    return _HEADINGS[key][language is Language.EN]


def reason_word(why: str, language: Language) -> str:
    """Return the word for why two stories are one; a person's reason comes back as it is.

    >>> reason_word("clipped", Language.JA), reason_word("clipped", Language.EN)
    ('抜粋', 'clipped')
    """
    pair = _REASONS.get(why)
    return pair[language is Language.EN] if pair else why


# For a terminal ------------------------------------------------------------------------------


def family_table(rows: Sequence[Family], names: Names, room: int) -> Iterator[str]:
    """Yield families one below the other, the first known carrier of each first."""
    body = [line for family in rows for line in _family_rows(family, names)]
    keys = ("published", "publisher", "origin", "copy", "chars", "document")
    if body:
        headings = [
            _heading(key, names.language) if key in _HEADINGS else names.heading(key)
            for key in keys
        ]
        yield from table_lines(headings, body, room, right=frozenset([4]))


def _family_rows(family: Family, names: Names) -> Iterator[list[str]]:
    for story in family.stories:
        is_first = story is family.first
        copied = (
            word_of(family.first_by, names.language) if is_first else _copied(story, family, names)
        )
        document = story.document
        title = f"{document.title} " if document.title else ""
        yield [
            story.published or UNKNOWN,
            document.publisher or UNKNOWN,
            story.origin or UNKNOWN,
            copied,
            str(story.span.end - story.span.start),
            f"{title}{PurePosixPath(document.name).name} {story.id}",
        ]


def _copied(story: FamilyStory, family: Family, names: Names) -> str:
    """Return how a story is tied to its family: the surest of the reasons it is of it for."""
    mine = [reason for reason in family.reasons if story.id in (reason.one, reason.other)]
    if not mine:
        return UNKNOWN
    best = max(mine, key=lambda reason: (reason.confidence, reason.why))
    detail = f" {best.detail}" if best.detail and best.detail.endswith("%") else ""
    return f"{reason_word(best.why, names.language)}{detail}"


def comparison_lines(found: Comparison, names: Names, room: int, *, all: bool) -> Iterator[str]:
    """Yield two stories and what differs, side by side; forms are only counted unless `all`."""
    language = names.language
    for key, story in (("one", found.one), ("other", found.other)):
        document = story.document
        title = plain(document.title or document.name)
        dated = names.date(story.published)
        publisher = plain(document.publisher or UNKNOWN)
        yield f"{_heading(key, language)}  {title}  {publisher}  {dated}  {story.id}"
    yield _relation(found, language)
    shown = [d for d in found.differences if all or d.kind is not Kind.FORM]
    body = [
        [word_of(each.kind, language), each.before or UNKNOWN, each.after or UNKNOWN]
        for each in shown
    ]
    if body:
        yield ""
        headings = [_heading(key, language) for key in ("kind", "one", "other")]
        yield from table_lines(headings, body, room)
    hidden = len(found.differences) - len(shown)
    if hidden:
        yield (
            f"{hidden} differences of form only (--all shows them)"
            if language is Language.EN
            else f"ほかに表記・語尾だけの違い {hidden}か所（--all で表示）"
        )


def _relation(found: Comparison, language: Language) -> str:
    share = round(found.shared * 100)
    if found.family is None:
        return (
            f"not known to be copies; {share}% of the shorter is in the longer"
            if language is Language.EN
            else f"写しとは認められない。短い方の{share}%が長い方と共通"
        )
    return (
        f"one family ({found.family}); {share}% of the shorter is in the longer"
        if language is Language.EN
        else f"同じ配信記事（{found.family}）。短い方の{share}%が長い方と共通"
    )


# As objects ----------------------------------------------------------------------------------


def family_object(family: Family) -> Object:
    """Return a family with the documents that carry it, the first known carrier first."""
    stories: list[Value] = [story_object(story) for story in family.stories]
    return {
        "kind": "family",
        "id": family.id,
        "first": None if family.first is None else family.first.id,
        "first_by": family.first_by.value,
        "stories": stories,
        "reasons": [_reason(reason) for reason in family.reasons],
    }


def family_line(family: Family) -> Object:
    """Return a family as the exchange format has it: stories by their places only."""
    stories: list[Value] = [
        {
            "id": story.id,
            "document": story.document.id,
            "start": story.span.start,
            "end": story.span.end,
        }
        for story in family.stories
    ]
    return {**family_object(family), "stories": stories}


def story_object(story: FamilyStory) -> Object:
    """Return a story with its place, its date, whom it was taken from, and its document."""
    return {
        "id": story.id,
        "start": story.span.start,
        "end": story.span.end,
        "published": story.published,
        "origin": story.origin,
        "source": source_head(story.document),
    }


def _reason(reason: JoinReason) -> Value:
    return {
        "one": reason.one,
        "other": reason.other,
        "why": reason.why,
        "confidence": reason.confidence,
        "detail": reason.detail,
    }


def comparison_object(found: Comparison) -> Object:
    """Return two stories and every difference with the exact words of both."""
    return {
        "one": story_object(found.one),
        "other": story_object(found.other),
        "family": found.family,
        "reasons": [_reason(reason) for reason in found.reasons],
        "shared": round(found.shared, 3),
        "differences": [_difference(each) for each in found.differences],
    }


def _difference(found: Difference) -> Value:
    return {
        "kind": found.kind.value,
        "one": _place(found.one, found.before),
        "other": _place(found.other, found.after),
    }


def _place(span: Span | None, exact: str) -> Value:
    return None if span is None else {"start": span.start, "end": span.end, "exact": exact}
