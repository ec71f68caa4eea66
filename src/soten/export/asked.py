"""Answers to questions as JSON and as text: what was understood, what was found, and if nothing, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soten.export.answers import actor_row_object, dispute_object, row_object, source_object
from soten.export.claiming import dispute_lines
from soten.export.columns import Names
from soten.export.exchange import Object, Value
from soten.export.labels import Pair, kind_label, label
from soten.export.listing import (
    actor_table,
    mixed_table,
    record_table,
    source_table,
)
from soten.export.standing import (
    course_lines,
    course_object,
    matrix_lines,
    shift_object,
    shift_table,
)
from soten.export.wording import date_words
from soten.query import ActorRow, Course, Dispute, Row, Shift, SourceRow
from soten.query.asking import Answer, Finding, Nearest
from soten.query.question import Part, Question, Sought, Understood
from soten.records import Stance
from soten.settings import Language

_PARTS: dict[Part, Pair] = {
    Part.SOUGHT: ("求めるもの", "sought"),
    Part.PARTY: ("当事者", "party"),
    Part.TO: ("相手", "said to"),
    Part.PLACE: ("場所", "place"),
    Part.TOPIC: ("話題", "about"),
    Part.ISSUE: ("争点", "point"),
    Part.PERIOD: ("時期", "when"),
    Part.STANCE: ("態度", "stance"),
    Part.WORDS: ("語", "words"),
}
_SOUGHT: dict[Sought, Pair] = {
    Sought.POSITIONS: ("立場", "positions"),
    Sought.SHIFTS: ("立場の変化", "shifts of position"),
    Sought.STATEMENTS: ("発言", "statements"),
    Sought.TALKS: ("会談", "talks"),
    Sought.DISPUTES: ("争われる主張", "disputed claims"),
    Sought.FIGURES: ("数値", "figures"),
    Sought.COMMITMENTS: ("約束", "commitments"),
    Sought.EVENTS: ("出来事", "events"),
    Sought.CHANGES: ("新しい記録", "what is new"),
    Sought.ACTORS: ("だれが", "who"),
    Sought.PLACES: ("場所", "where"),
    Sought.SOURCES: ("出典", "sources"),
}
_SENTENCES: dict[str, Pair] = {
    "understood": ("理解したこと: ", "understood: "),
    "unknown": (
        "理解できなかった語（答えに使っていない）: ",
        "not understood (left out of the answer): ",
    ),
    "unasked": (
        "何を求めているかは理解できなかった: 新しい記録から示す",
        "what is sought was not understood: the latest records",
    ),
    "nothing": ("台帳にあてはまる記録はない", "the ledger holds nothing on this"),
    "nothing understood": (
        "質問を理解できなかった: 当事者、争点、場所、時期、求めるもののどれもない",
        "nothing was understood: no party, point, place, time, nor what is sought",
    ),
    "absent": ("台帳のどの記録にもない名: ", "no record names: "),
    "without": ("「{}」を外すと{}", "without the {}: {}"),
    "kind": ("同じ条件の{}は{}", "{} under the same conditions: {}"),
    "documents": (
        "これらの語がある文書は{}（soten search で探せる）",
        "documents with these words: {} (soten search finds them)",
    ),
    "cut": ("ほかにもある（--limit で増やせる）", "there is more (--limit shows more)"),
    "found": ("{}件", "found: {}"),
}


_IN_FULL = 3
"""So many courses are shown with all their stands, more with the latest of each."""


def answer_object(answer: Answer) -> Object:
    """Return an answer with what was understood, what was not, and what would be found otherwise."""
    return {
        "kind": "answer",
        "question": question_object(answer.question),
        "found": [_finding(found) for found in answer.found],
        "is_cut": answer.is_cut,
        "absent": list(answer.absent),
        "nearest": [_nearest(near) for near in answer.nearest],
    }


def question_object(question: Question) -> Object:
    """Return a question as understood."""
    sought = question.sought
    return {
        "text": question.text,
        "sought": None if sought is None else sought.value,
        "since": question.since,
        "until": question.until,
        "understood": [
            {"part": piece.part.value, "words": piece.words, "id": piece.id}
            for piece in question.understood
        ],
        "unknown": list(question.unknown),
    }


def _finding(found: Finding) -> Value:
    match found:
        case Course():
            return course_object(found)
        case Shift():
            return shift_object(found)
        case Dispute():
            return dispute_object(found)
        case ActorRow():
            return actor_row_object(found)
        case SourceRow():
            return source_object(found)
        case Row():
            return row_object(found)


def _nearest(near: Nearest) -> Value:
    return {
        "without": None if near.without is None else near.without.value,
        "kind": near.kind,
        "count": near.count,
        "is_cut": near.is_cut,
    }


def answer_lines(answer: Answer, names: Names, room: int) -> Iterator[str]:
    """Yield an answer for a terminal: fixed sentences, then the rows with their evidence."""
    at = names.language is Language.EN
    question = answer.question
    if not question.understood:
        yield _SENTENCES["nothing understood"][at]
    else:
        told = ("; " if at else "、").join(
            piece_words(piece, answer, names) for piece in question.understood
        )
        yield _SENTENCES["understood"][at] + told
    if question.unknown:
        yield _SENTENCES["unknown"][at] + (", " if at else "、").join(question.unknown)
    if question.understood and question.sought is None:
        yield _SENTENCES["unasked"][at]
    if not answer.found:
        yield from _nothing(answer, names)
        return
    yield _SENTENCES["found"][at].format(len(answer.found))
    yield ""
    yield from _table(answer.found, names, room)
    if answer.is_cut:
        yield ""
        yield _SENTENCES["cut"][at]


def part_word(part: Part, language: Language) -> str:
    """Return the word for a part of a question.

    >>> part_word(Part.PERIOD, Language.EN)
    'when'
    """
    return _PARTS[part][language is Language.EN]


def counted(near: Nearest, language: Language) -> str:
    """Return how much would be found, in words.

    >>> counted(Nearest(100, is_cut=True), Language.JA), counted(Nearest(3), Language.EN)
    ('100件以上', '3')
    """
    if language is Language.EN:
        return f"{near.count} or more" if near.is_cut else str(near.count)
    return f"{near.count}件以上" if near.is_cut else f"{near.count}件"


def piece_words(piece: Understood, answer: Answer, names: Names) -> str:
    """Return a piece of a question with what it stands for, where that is not the same word."""
    at = names.language is Language.EN
    means = _means(piece, answer, names)
    head = f"{_PARTS[piece.part][at]}{': ' if at else '＝'}{piece.words}"
    if not means or means == piece.words:
        return head
    return f"{head} ({means})" if at else f"{head}（{means}）"


def _means(piece: Understood, answer: Answer, names: Names) -> str:
    if piece.part is Part.SOUGHT:
        return _SOUGHT[Sought(piece.id)][names.language is Language.EN]
    if piece.part is Part.ISSUE:
        return names.issue(piece.id)
    if piece.part is Part.PERIOD:
        return date_words(piece.id, names.language)
    if piece.part is Part.STANCE:
        return "・".join(label(Stance(value), names.language) for value in piece.id.split("|"))
    found = answer.labels.get(piece.id)
    return "" if found is None else found.text(names.language)


def _nothing(answer: Answer, names: Names) -> Iterator[str]:
    at = names.language is Language.EN
    if answer.question.understood:
        yield _SENTENCES["nothing"][at]
    if answer.absent:
        yield _SENTENCES["absent"][at] + (", " if at else "、").join(answer.absent)
    for near in answer.nearest:
        if near.kind == "document":
            told = _SENTENCES["documents"][at].format(counted(near, names.language))
        elif near.without is not None:
            told = _SENTENCES["without"][at].format(
                part_word(near.without, names.language), counted(near, names.language)
            )
        else:
            kind = kind_label(near.kind or "", names.language)
            told = _SENTENCES["kind"][at].format(kind, counted(near, names.language))
        yield f"  {told}"


def _table(found: Sequence[Finding], names: Names, room: int) -> Iterator[str]:
    courses = [f for f in found if isinstance(f, Course)]
    in_full = len(courses) <= _IN_FULL
    yield from (course_lines if in_full else matrix_lines)(courses, names, room)
    yield from shift_table([f for f in found if isinstance(f, Shift)], names, room)
    yield from dispute_lines([f for f in found if isinstance(f, Dispute)], names, room)
    yield from actor_table([f for f in found if isinstance(f, ActorRow)], names, room)
    yield from source_table([f for f in found if isinstance(f, SourceRow)], names, room)
    rows = [f for f in found if isinstance(f, Row)]
    is_one_kind = len({row.record.kind for row in rows}) == 1
    yield from (record_table if is_one_kind else mixed_table)(rows, names, room)
