"""Publishers, chains, chosen words and silences as tables and objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from soten.export.columns import UNKNOWN, Names
from soten.export.exchange import Object, Value
from soten.export.labels import label
from soten.export.table import table_lines
from soten.query.outlets import Chain, Publisher
from soten.query.silence import Silence
from soten.query.wordchoice import Choice, Use, Word
from soten.records import Voice
from soten.settings import Language
from soten.store import Label

_WORDS = {
    "publisher": ("発行元", "publisher"),
    "documents": ("文書", "documents"),
    "days": ("期間", "days"),
    "first": ("先に報道", "first"),
    "later": ("後で報道", "later"),
    "after": ("後追いした相手", "after whom"),
    "origin": ("転載元", "taken from"),
    "claims": ("主張", "claims"),
    "denied": ("否定あり", "denied"),
    "conceded": ("否定側が後に認めた", "conceded later"),
    "grade": ("評価", "grade"),
    "concept": ("言い表すもの", "stands for"),
    "word": ("語", "word"),
    "whose": ("誰の用語か", "whose usage"),
    "uses": ("回数", "uses"),
    "who": ("誰が", "who"),
    "last": ("最後", "last"),
    "silent": ("沈黙（日）", "silent (days)"),
    "usual": ("普段の間隔（日）", "usual interval (days)"),
    "longest": ("最長の間隔（日）", "longest interval (days)"),
    "spoke": ("発言した日数", "spoke on (days)"),
}
_UNNAMED = ("不明", "unknown")


def _headings(keys: Sequence[str], names: Names) -> list[str]:
    return [_WORDS[key][names.language is Language.EN] for key in keys]


def _publisher(name: str, names: Names) -> str:
    return name or _UNNAMED[names.language is Language.EN]


def _tally(counts: Mapping[str, int], shown: int = 3) -> str:
    """Return the first few of a tally: who, and how often."""
    return " ".join(f"{who} {count}" for who, count in list(counts.items())[:shown]) or UNKNOWN


def publisher_table(found: Sequence[Publisher], names: Names, room: int) -> Iterator[str]:
    """Yield publishers with what they carried first, after whom, and what became of claims."""
    body = [
        [
            _publisher(one.count.publisher, names),
            str(one.count.documents),
            str(one.first),
            str(one.later),
            str(one.claims),
            str(one.denied),
            str(one.conceded),
            one.grade or UNKNOWN,
            _tally(one.takes_from),
            _tally({_publisher(who, names): count for who, count in one.after.items()}),
        ]
        for one in found
    ]
    keys = ("publisher", "documents", "first", "later", "claims", "denied", "conceded", "grade")
    if body:
        headings = _headings((*keys, "origin", "after"), names)
        yield from table_lines(headings, body, room, right=frozenset(range(1, 7)))


def publisher_object(one: Publisher) -> Object:
    """Return a publisher with its counts."""
    return {
        "kind": "publisher",
        "publisher": one.count.publisher or None,
        "documents": one.count.documents,
        "first_day": one.count.first,
        "last_day": one.count.last,
        "carried_first": one.first,
        "carried_later": one.later,
        "undecided": one.undecided,
        "carried_after": dict(one.after),
        "takes_from": dict(one.takes_from),
        "claims": one.claims,
        "claims_denied": one.denied,
        "claims_conceded": one.conceded,
        "grade": one.grade,
    }


def chain_table(found: Sequence[Chain], names: Names, room: int) -> Iterator[str]:
    """Yield the ways reports came, the publisher last."""
    body = [
        [
            str(one.documents),
            " → ".join(
                (*(o.text(names.language) for o in one.origin), _publisher(one.publisher, names))
            ),
        ]
        for one in found
    ]
    if body:
        headings = _headings(("documents", "origin"), names)
        yield from table_lines(headings, body, room, right=frozenset([0]))


def chain_object(one: Chain) -> Object:
    """Return a way reports came."""
    origin: list[Value] = [_label_object(label) for label in one.origin]
    return {
        "kind": "chain",
        "publisher": one.publisher or None,
        "origin": origin,
        "documents": one.documents,
    }


def word_table(found: Sequence[Choice], names: Names, room: int) -> Iterator[str]:
    """Yield concepts with their words and who uses each, how often in whose words."""
    body = [
        [
            choice.actor.text(names.language) if choice.actor else choice.concept,
            word.word,
            word.whose.text(names.language) if word.whose else UNKNOWN,
            _publisher(use.publisher, names),
            *(str(use.by_voice.get(voice, 0)) for voice in Voice),
            use.example,
        ]
        for choice in found
        for word in choice.words
        for use in word.uses
    ]
    if body:
        voices = [label(voice, names.language) for voice in Voice]
        headings = [
            *_headings(("concept", "word", "whose", "publisher"), names),
            *voices,
            names.heading("id"),
        ]
        yield from table_lines(headings, body, room, right=frozenset([4, 5, 6]))


def word_object(choice: Choice) -> Object:
    """Return a concept with its words and who uses each."""
    words: list[Value] = [_word(word) for word in choice.words]
    return {
        "kind": "word_choice",
        "concept": choice.concept,
        "actor": _label_object(choice.actor) if choice.actor else None,
        "words": words,
    }


def _word(word: Word) -> Object:
    uses: list[Value] = [_use(use) for use in word.uses]
    whose = _label_object(word.whose) if word.whose else None
    return {"word": word.word, "whose": whose, "uses": uses}


def _use(use: Use) -> Object:
    return {
        "publisher": use.publisher or None,
        "by_voice": {voice.value: count for voice, count in use.by_voice.items()},
        "documents": use.documents,
        "example": use.example,
    }


def silence_table(found: Sequence[Silence], names: Names, room: int) -> Iterator[str]:
    """Yield who fell silent, since when, and what was usual."""
    body = [
        [
            one.who.text(names.language),
            one.last,
            str(one.days),
            f"{one.usual:g}",
            str(one.longest),
            str(one.spoke),
            one.who.id,
        ]
        for one in found
    ]
    if body:
        keys = ("who", "last", "silent", "usual", "longest", "spoke")
        headings = [*_headings(keys, names), names.heading("id")]
        yield from table_lines(headings, body, room, right=frozenset([2, 3, 4, 5]))


def silence_object(one: Silence) -> Object:
    """Return who fell silent."""
    return {
        "kind": "silence",
        "of": one.kind,
        "who": _label_object(one.who),
        "last": one.last,
        "days": one.days,
        "usual": one.usual,
        "longest": one.longest,
        "spoke_on_days": one.spoke,
    }


def _label_object(label: Label) -> Object:
    return {"id": label.id, "ja": label.ja, "en": label.en}
