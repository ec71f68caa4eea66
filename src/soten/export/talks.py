"""Joined talks for a terminal and as JSON: one line a talk, and its history step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value, evidence_object
from soten.export.labels import Pair, label
from soten.export.neutral import plain
from soten.export.table import table_lines
from soten.query import DocumentFacts, Label
from soten.query.joinedtalks import JoinedTalk
from soten.query.rounds import Rounds, TalkHistory
from soten.query.support import Support
from soten.query.talksteps import Step, StepKind
from soten.records import Statement
from soten.settings import Language
from soten.store import JoinReason

STEPS: Mapping[StepKind, Pair] = {
    StepKind.PROPOSED: ("提案", "proposed"),
    StepKind.ANNOUNCED: ("予定を発表", "announced"),
    StepKind.UNCERTAIN: ("開催は不確か", "uncertain"),
    StepKind.STILL_PLANNED: ("予定どおりと報道", "told as planned"),
    StepKind.CONFIRMED: ("確認", "confirmed"),
    StepKind.MOVED: ("日程変更", "moved"),
    StepKind.PUT_OFF: ("延期", "put off"),
    StepKind.CALLED_OFF: ("中止", "called off"),
    StepKind.UNDER_WAY: ("継続中", "under way"),
    StepKind.HELD: ("実施", "held"),
    StepKind.ENDED: ("終了", "ended"),
    StepKind.DESCRIBED: ("のちの報道", "told of later"),
    StepKind.DENIED: ("否定", "denied"),
}
"""What a report tells of a talk's course."""

_WORDS: Mapping[str, Pair] = {
    "talk": ("報道をまとめた会談", "the talk, by all reports"),
    "reports": ("報道", "reports"),
    "date": ("日付", "date"),
    "planned": ("予定日", "set for"),
    "held": ("実施日", "held on"),
    "participants": ("参加者", "participants"),
    "place": ("場所", "place"),
    "form": ("形式", "form"),
    "status": ("状態（最新の報道）", "status (latest report)"),
    "outcome": ("結果", "outcome"),
    "round": ("回", "round"),
    "support": ("根拠", "support"),
    "history": ("経過", "history"),
    "links": ("同一とした理由", "why these are one"),
    "previous": ("前回", "previous"),
    "next": ("次回", "next"),
    "contested": ("報道が食い違う", "reports conflict"),
    "left-open": ("予定日を過ぎ、その後の報道なし", "day gone by, nothing further known"),
    "one-more": ("ほか{}", "and {} more"),
    "sourced": (
        "独立した報道 {}、一次情報源 {}、転載 {}",
        "{} independent reports, {} primary sources, {} copies",
    ),
    "copies": ("転載{}", "{} copies"),
    "day-of": ("{}の会談", "talk of {}"),
    "from": ("{}から", "from {}"),
    "nth": ("第{}回", "round {}"),
}

KIND = "joined_talk"
"""The kind of a line of `soten export jsonl` that is a talk by all its reports."""

_NAMED = 4
"""So many participants are named in a line."""


def word(key: str, names: Names, *values: object) -> str:
    """Return a word of the interface, with its values put in."""
    return _WORDS[key][names.language is Language.EN].format(*values)


def talk_table(talks: Sequence[JoinedTalk], names: Names, room: int) -> Iterator[str]:
    """Yield the lines of a table of talks, one row a talk."""
    body = [
        [
            talk.date or UNKNOWN,
            who(talk, names),
            talk.places[0].text(names.language) if talk.places else UNKNOWN,
            label(talk.form, names.language),
            _status(talk, names),
            str(talk.families),
            _outcomes(talk, names),
            f"「{talk.latest.evidence.exact}」 {_file(talk.latest.document)} {talk.id}",
        ]
        for talk in talks
    ]
    keys = ("date", "participants", "place", "form", "status", "reports", "outcome")
    heads = [word(key, names) if key == "reports" else names.heading(key) for key in keys]
    if body:
        heads.append(names.heading("evidence"))
        yield from table_lines(heads, body, room, right=frozenset([5]))


def who(talk: JoinedTalk, names: Names) -> str:
    """Return who took part: the people named, else the states; those named most come first."""
    shown = [p.text(names.language) for p in principals(talk)]
    if not shown:
        return UNKNOWN
    rest = len(shown) - _NAMED
    more = [word("one-more", names, rest)] if rest > 0 else []
    joint = "、" if names.language is Language.JA else ", "
    return joint.join([*shown[:_NAMED], *more])


def principals(talk: JoinedTalk) -> list[Label]:
    """Return those who took part, without states for which somebody is named."""
    stood = {p.side for p in talk.participants if p.side is not None and p.side != p.id}
    return [p for p in talk.participants if p.id not in stood] or list(talk.participants)


def _status(talk: JoinedTalk, names: Names) -> str:
    told = [label(standing.status, names.language) for standing in talk.standings]
    if not talk.is_contested:
        return told[0]
    denied = [STEPS[StepKind.DENIED][names.language is Language.EN]] if talk.denied else []
    return " / ".join([*told, *denied])


def _outcomes(talk: JoinedTalk, names: Names) -> str:
    return " / ".join(label(outcome, names.language) for outcome in talk.outcomes) or UNKNOWN


def history_lines(history: TalkHistory, names: Names) -> Iterator[str]:
    """Yield a talk in full: what is known, each step with its words, and why its reports are one."""
    talk = history.talk
    joint = "、" if names.language is Language.JA else ", "

    def field(key: str, text: str) -> str:
        return f"  {word(key, names)}: {plain(text)}"

    status = _status(talk, names)
    if talk.is_contested:
        status += f" — {word('contested', names)}"
    if history.is_left_open:
        status += f" — {word('left-open', names)}"
    yield f"{word('talk', names)}  {talk.id}"
    yield field("participants", joint.join(p.text(names.language) for p in talk.participants))
    yield field("place", joint.join(p.text(names.language) for p in talk.places) or UNKNOWN)
    yield field("planned", joint.join(talk.planned) or UNKNOWN)
    yield field("held", joint.join(talk.held) or UNKNOWN)
    yield field("form", label(talk.form, names.language))
    yield field("status", status)
    yield field("outcome", _outcomes(talk, names))
    if talk.round is not None:
        yield field("round", word("nth", names, talk.round))
    yield field("support", support_words(talk.support, names))
    yield ""
    yield f"{word('history', names)}:"
    for step in talk.steps:
        yield from _step_lines(step, names)
    yield from _round_lines(history.rounds, names)
    if talk.reasons:
        yield ""
        yield f"{word('links', names)}:"
        yield from (_reason(reason) for reason in talk.reasons)


def support_words(support: Support, names: Names) -> str:
    """Return how many independent reports and primary sources there are, and how many copies."""
    return word("sourced", names, len(support.families), len(support.primary), support.copies)


def step_words(step: Step, names: Names) -> str:
    """Return what a step tells, in one line without its evidence."""
    parts = [STEPS[step.kind][names.language is Language.EN]]
    record = step.row.record
    if isinstance(record, Statement) and record.speaker is not None:
        parts.append(names.who(step.row, record.speaker.key))
    if step.moved_from is not None:
        parts.append(f"{step.moved_from} → {step.date or UNKNOWN}")
    elif step.date is not None:
        parts.append(word("day-of", names, step.date))
    if step.outcome is not None:
        parts.append(label(step.outcome, names.language))
    if step.copies:
        parts.append(word("copies", names, step.copies))
    return " / ".join(parts)


def _step_lines(step: Step, names: Names) -> Iterator[str]:
    yield f"  {step.day or UNKNOWN}  {plain(step_words(step, names))}"
    publisher = f" {step.document.publisher}" if step.document.publisher else ""
    yield f"    「{plain(step.evidence.exact)}」"
    yield f"    {plain(_file(step.document) + publisher)}  {step.row.id}"


def _file(document: DocumentFacts) -> str:
    return PurePosixPath(document.name).name


def _round_lines(rounds: Rounds, names: Names) -> Iterator[str]:
    found = [(k, t) for k, t in (("previous", rounds.previous), ("next", rounds.next)) if t]
    if found:
        yield ""
    for key, talk in found:
        told = f"{talk.date or UNKNOWN} {who(talk, names)} {label(talk.form, names.language)}"
        yield f"{word(key, names)}: {plain(told)} ({_status(talk, names)})  {talk.id}"


def _reason(reason: JoinReason) -> str:
    detail = f" {reason.detail}" if reason.detail else ""
    return f"  {reason.one} = {reason.other}  {reason.why} {reason.confidence:.2f}{plain(detail)}"


def joined_talk_object(talk: JoinedTalk, rounds: Rounds | None = None) -> Object:
    """Return a talk as `soten export jsonl` writes it; with its rounds where they are asked for."""
    series: Object = {}
    if rounds is not None:
        series["previous"] = rounds.previous.id if rounds.previous else None
        series["next"] = rounds.next.id if rounds.next else None
    return {
        "kind": KIND,
        "id": talk.id,
        "document": talk.latest.document.id,
        "evidence": evidence_object(talk.latest.evidence),
        "members": [row.id for row in talk.rows],
        "sides": list(talk.sides),
        "participants": [_label(p) for p in talk.participants],
        "places": [_label(p) for p in talk.places],
        "form": talk.form.value,
        "date": talk.date,
        "planned": list(talk.planned),
        "held": list(talk.held),
        "status": talk.status.value,
        "statuses": [
            {"status": s.status.value, "reported": s.day or None, "families": s.families}
            for s in talk.standings
        ],
        "contested": talk.is_contested,
        "outcomes": [outcome.value for outcome in talk.outcomes],
        "round": talk.round,
        **series,
        "support": _support(talk.support),
        "history": [_step(step) for step in talk.steps],
        "links": [_link(reason) for reason in talk.reasons],
    }


def history_object(history: TalkHistory) -> Object:
    """Return a talk with those before and after it."""
    return {
        **joined_talk_object(history.talk, history.rounds),
        "left_open": history.is_left_open,
    }


def _label(found: Label) -> Value:
    return {"id": found.id, "ja": found.ja, "en": found.en}


def _support(support: Support) -> Value:
    return {
        "families": list(support.families),
        "primary": list(support.primary),
        "anonymous": list(support.anonymous),
        "copies": support.copies,
    }


def _step(step: Step) -> Value:
    record = step.row.record
    by = record.speaker.key if isinstance(record, Statement) and record.speaker else None
    return {
        "kind": step.kind.value,
        "reported": step.day or None,
        "date": step.date,
        "moved_from": step.moved_from,
        "outcome": step.outcome.value if step.outcome else None,
        "by": by,
        "record": step.row.id,
        "document": step.document.id,
        "evidence": evidence_object(step.evidence),
        "family": step.family,
        "copies": step.copies,
    }


def _link(reason: JoinReason) -> Value:
    return {
        "one": reason.one,
        "other": reason.other,
        "why": reason.why,
        "confidence": reason.confidence,
        "detail": reason.detail,
    }
