"""Small readings made by hand, of invented countries 甲国 and 乙国."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from soten.records import (
    Act,
    Actor,
    ActorType,
    Assertion,
    Basis,
    Bound,
    Claim,
    Commitment,
    DateMention,
    Document,
    Evidence,
    Figure,
    Mention,
    Position,
    Published,
    Quote,
    Reading,
    Record,
    Run,
    Span,
    Speaker,
    Stance,
    Statement,
    Story,
    Talk,
    TalkForm,
    TalkStatus,
    Unit,
    document_id,
    record_id,
)

RUN = Run("run-1", "2026-01-05T09:00:00+00:00", "soten 0.1", "core@1+abc", "core 2025")
LATER_RUN = Run("run-2", "2026-02-05T09:00:00+00:00", "soten 0.2", "core@1+abc", "core 2025")

TEXT = (
    "甲国のアオキ外相は３日、停戦に応じる用意があると述べた。\n"
    "甲国軍は北村を制圧したと発表した。乙国の国防省はこれを否定した。\n"
    "甲国政府は死者が12人に上るとし、乙国側は30人だとしている。\n"
    "両国の代表団は５日に首都で協議する予定だ。甲国は年末まで攻撃を控えると約束した。\n"
)

KO = Actor("ko", ActorType.STATE, "甲国", "Ko", ("甲国", "甲"))
OTSU = Actor("otsu", ActorType.STATE, "乙国", "Otsu", ("乙国",))
AOKI = Actor(
    "aoki", ActorType.PERSON, "アオキ・ハル", "Haru Aoki", ("アオキ・ハル", "アオキ"), side="ko"
)
ARMY = Actor("ko-army", ActorType.FORCE, "甲国軍", "Ko army", ("甲国軍",), side="ko")
MINISTRY = Actor("otsu-mod", ActorType.ORGANIZATION, "乙国国防省", None, (), side="otsu")
ACTORS = (KO, OTSU, AOKI, ARMY, MINISTRY)


def document(
    text: str = TEXT,
    name: str = "a.txt",
    *,
    id: str | None = None,
    edtf: str | None = "2025-12-04",
    url: str | None = None,
    title: str | None = None,
    stories: tuple[Story, ...] = (),
) -> Document:
    """Return a document whose digest fits its text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    published = Published(edtf, Basis.STATED, "dateline") if edtf else Published()
    return Document(
        id=id or document_id(sha256),
        name=name,
        text=text,
        sha256=sha256,
        title=title,
        url=url,
        published=published,
        stories=stories,
    )


def cut(source: Document, words: str) -> Evidence:
    """Return the first place of the words in the document as evidence."""
    start = source.text.index(words)
    return Evidence.cut(source.id, source.text, Span(start, start + len(words)))


def mention(source: Document, words: str, actor: str) -> Mention:
    """Return a mention of an actor."""
    return Mention(cut(source, words), actor)


def statement(
    source: Document,
    words: str,
    speaker: Speaker | str | None,
    act: Act = Act.ASSERT,
    *,
    issues: tuple[str, ...] = (),
    date: str | None = None,
) -> Statement:
    """Return a statement; a string is an actor's id."""
    who = Speaker(speaker) if isinstance(speaker, str) else speaker
    evidence = cut(source, words)
    id = record_id("statement", source.id, evidence.span.start, evidence.span.end)
    return Statement(id, evidence, who, act, Quote.INDIRECT, issues, date)


def talk(source: Document, words: str, participants: tuple[str, ...], date: str | None) -> Talk:
    """Return a planned meeting."""
    evidence = cut(source, words)
    id = record_id("talk", source.id, evidence.span.start)
    return Talk(id, evidence, participants, TalkForm.MEETING, TalkStatus.PLANNED, date=date)


def figure(
    source: Document,
    words: str,
    value: float,
    by: str | None,
    *,
    what: str | None = "死者",
    bound: Bound = Bound.EXACT,
    unit: Unit = Unit.PERSON,
) -> Figure:
    """Return a number of persons."""
    evidence = cut(source, words)
    id = record_id("figure", source.id, evidence.span.start)
    return Figure(id, evidence, value, bound, unit, what=what, by=by)


def position(
    source: Document,
    words: str,
    party: str,
    issue: str,
    stance: Stance,
    *,
    date: str | None = None,
    rests_on: str | None = None,
) -> Position:
    """Return a position of a party."""
    evidence = cut(source, words)
    id = record_id("position", source.id, evidence.span.start, party, issue)
    return Position(id, evidence, party, issue, stance, words, date, rests_on)


def claim(
    source: Document,
    words: str,
    asserted: str,
    denied: tuple[str, str] | None = None,
    figures: tuple[str, ...] = (),
) -> Claim:
    """Return a claim; `denied` is who denies it and in which words."""
    evidence = cut(source, words)
    id = record_id("claim", source.id, evidence.span.start)
    sides = (Assertion(denied[0], cut(source, denied[1])),) if denied else ()
    return Claim(id, evidence, words, (Assertion(asserted, evidence),), sides, figures)


def commitment(source: Document, words: str, party: str, end: str | None) -> Commitment:
    """Return a promise until a day."""
    evidence = cut(source, words)
    id = record_id("commitment", source.id, evidence.span.start)
    return Commitment(id, evidence, party, words, end=end)


def reading(
    source: Document, records: Sequence[Record] = (), actors: Sequence[Actor] = ACTORS
) -> Reading:
    """Return a reading of a document."""
    return Reading(source, tuple(actors), tuple(records))


def full_reading(source: Document | None = None) -> Reading:
    """Return a reading of `TEXT` with most kinds of record."""
    d = source or document()
    said = statement(
        d, "停戦に応じる用意がある", "aoki", Act.WILLING, issues=("ceasefire",), date="2025-12-03"
    )
    ours, theirs = figure(d, "12人", 12, "ko"), figure(d, "30人", 30, "otsu")
    return reading(
        d,
        [
            mention(d, "甲国", "ko"),
            mention(d, "アオキ", "aoki"),
            mention(d, "乙国", "otsu"),
            DateMention(cut(d, "３日"), "2025-12-03"),
            said,
            position(
                d,
                "停戦に応じる用意がある",
                "aoki",
                "ceasefire",
                Stance.OPEN,
                date="2025-12-03",
                rests_on=said.id,
            ),
            claim(d, "北村を制圧した", "ko-army", ("otsu-mod", "これを否定した")),
            ours,
            theirs,
            talk(d, "両国の代表団は５日に首都で協議する予定だ", ("ko", "otsu"), "2025-12-05"),
            commitment(d, "年末まで攻撃を控える", "ko", "2025-12-31"),
        ],
    )
