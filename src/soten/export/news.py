"""Items of news in one line, and as objects."""

from __future__ import annotations

from collections.abc import Mapping

from soten.export.answers import row_object
from soten.export.columns import Names
from soten.export.exchange import Object
from soten.export.labels import Pair, label
from soten.export.neutral import plain
from soten.export.talks import STEPS, who
from soten.export.wording import date_words
from soten.query import Dispute, JoinedCommitment, JoinedTalk, Label, Shift
from soten.query.news import News, NewsKind
from soten.query.steps import Move
from soten.query.talksteps import StepKind
from soten.settings import Language

KINDS: Mapping[NewsKind, Pair] = {
    NewsKind.TALK: ("会談", "Talk"),
    NewsKind.CLAIM: ("主張", "Claim"),
    NewsKind.SHIFT: ("態度の変化", "Stance"),
    NewsKind.COMMITMENT: ("約束", "Promise"),
}
_LONGEST = 80


def kind_words(kind: NewsKind, language: Language) -> str:
    """Return what an item of news is about, in a word."""
    return KINDS[kind][language is Language.EN]


def step_words(item: News, language: Language) -> str:
    """Return what the item tells: put off, denied, from one stance to another; "" for a promise."""
    if isinstance(item.about, Shift):
        before, after = item.about.before.stance, item.about.after.stance
        return f"{label(before, language)} → {label(after, language)}"
    if isinstance(item.step, StepKind):
        return STEPS[item.step][language is Language.EN]
    return label(item.step, language) if isinstance(item.step, Move) else ""


def headline(item: News, names: Names) -> str:
    """Return the item in one line: what it is about and tells, of whom."""
    language = names.language
    colon, gap = ("：", "　") if language is Language.JA else (": ", " — ")
    told = step_words(item, language)
    kind = kind_words(item.kind, language)
    head = f"{kind}{colon}{told}" if told else kind
    return plain(f"{head}{gap}{_of(item, names)}")


def whose(item: News, names: Names) -> str:
    """Return of whom or what the item tells, without the words that stand below it on a page."""
    return plain(_of(item, names, with_words=False))


def _of(item: News, names: Names, *, with_words: bool = True) -> str:
    about, language = item.about, names.language
    if isinstance(about, JoinedTalk):
        place = f" {about.places[0].text(language)}" if about.places else ""
        day = f" {date_words(about.date, language)}" if about.date else ""
        return f"{who(about, names)}{place}{day}"
    if isinstance(about, Dispute):
        by = _voice(item, about, names)
        if by and not with_words:
            return by
        return f"{by}「{_cut(about.claim.record.what)}」" if by else _cut(about.claim.record.what)
    if isinstance(about, Shift):
        return f"{about.party.text(language)} / {about.issue.text(language)}"
    joint = "、" if language is Language.JA else ", "
    promised = (about, *item.beside)
    parties = dict.fromkeys(one.party.text(language) for one in promised)
    return joint.join(parties) + (f"「{_cut(about.what)}」" if with_words else "")


def _voice(item: News, dispute: Dispute, names: Names) -> str:
    for step in dispute.course:
        if step.move is item.step and any(cite.claim == item.id for cite in step.cites):
            return _named(step.by, names)
    return ""


def _named(by: Label, names: Names) -> str:
    is_known = bool(by.ja or by.en) and not by.id.startswith("anonymous:")
    return by.text(names.language) if is_known else names.voice(by.id)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def thing_of(item: News) -> str:
    """Return the id of what the item is about, across documents."""
    return item.about.id


def news_object(item: News) -> Object:
    """Return an item of news as an object."""
    told: Object = {
        "kind": "news",
        "id": item.id,
        "about": item.kind.value,
        "thing": thing_of(item),
        "step": None if item.step is None else item.step.value,
        "is_new": item.is_new,
        "came_at": item.came_at,
        "record": row_object(item.row),
    }
    if isinstance(item.about, Shift):
        before, after = item.about.before, item.about.after
        told["from"], told["to"] = before.stance.value, after.stance.value
        told["before"] = before.position.id
    if isinstance(item.about, JoinedCommitment):
        told["parties"] = [one.party.id for one in (item.about, *item.beside)]
    return told
