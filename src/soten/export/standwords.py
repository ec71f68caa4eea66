"""The words for stands, courses, shifts and distances, Japanese and English; fixed sentences."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from soten.export.columns import UNKNOWN, Names
from soten.export.labels import Pair, label
from soten.export.wording import date_words
from soten.query.closeness import Closeness
from soten.query.courses import Course, Stand, State
from soten.query.distances import Distance, Gap, Movement
from soten.query.gaps import Unknown
from soten.settings import Language

_WORDS: Mapping[StrEnum, Pair] = {
    Closeness.HEAD: ("首脳・代表", "head"),
    Closeness.MINISTER: ("閣僚級", "minister"),
    Closeness.BODY: ("機関", "body"),
    Closeness.SPOKESMAN: ("報道官", "spokesman"),
    Closeness.ENVOY: ("使節・交渉担当", "envoy"),
    Closeness.OFFICIAL: ("高官", "official"),
    Closeness.PARLIAMENT: ("議会", "parliament"),
    Closeness.FORCES: ("軍", "forces"),
    Closeness.ANONYMOUS: ("匿名", "unnamed"),
    Closeness.REPORT: ("記事の記述", "the report"),
    Closeness.OTHER: ("他者の言", "told by others"),
    Closeness.UNKNOWN: ("関係不明", "tie unknown"),
    Movement.CLOSER: ("近づいた", "closer"),
    Movement.FURTHER: ("離れた", "further apart"),
    Movement.SAME: ("変わらない", "as before"),
    Movement.UNKNOWN: ("不明", "unknown"),
    Unknown.SILENT: (
        "不明（期間内に一方または双方の発言がない）",
        "unknown: one side or both silent",
    ),
    Unknown.OTHER_THINGS: ("不明（別の事柄への発言）", "unknown: they speak of different things"),
    Unknown.NO_SCALE: ("不明（態度を比べられない）", "unknown: these stances do not compare"),
}

_STATES: Mapping[State, Pair] = {
    State.FIRST: ("{latest}に表明。それより前の表明はない", "stated {latest}; nothing before it"),
    State.SHIFTED: (
        "変化: {earlier}の「{was}」から{latest}の「{now}」へ",
        "shifted: from “{was}” ({earlier}) to “{now}” ({latest})",
    ),
    State.UNCHANGED: (
        "変化なし: {earlier}と同じ趣旨を{latest}に再び表明",
        "unchanged: said again {latest} as {earlier}",
    ),
    State.BESIDE: (
        "最新は{latest}。以前の表明と同じ事柄かどうかは語からは分からない",
        "latest {latest}; its words do not tell whether earlier stands are of the same thing",
    ),
    State.SILENT: (
        "{since}以降、新しい表明なし（最後は{latest}）",
        "nothing new since {since} (last {latest})",
    ),
}
_MENTIONED: Pair = (
    "。その後この争点に触れた文書は{n}件",
    "; documents on the point since then: {n}",
)
_DISTANCE_WORDS: Mapping[float, Pair] = {
    0.0: ("同じ向き", "alike"),
    0.25: ("近い", "near"),
    0.5: ("半ば", "half-way"),
    0.75: ("遠い", "far"),
    1.0: ("正反対", "opposed"),
}


def word(value: StrEnum, language: Language) -> str:
    """Return the word for a closeness, a movement or a reason why a distance is unknown.

    >>> word(Closeness.SPOKESMAN, Language.JA), word(Movement.CLOSER, Language.EN)
    ('報道官', 'closer')
    """
    return _WORDS[value][language is Language.EN]


def voice_words(stand: Stand, names: Names) -> str:
    """Return who voices a stand and how close he is to the party."""
    closeness = word(stand.closeness, names.language)
    if stand.speaker is None or stand.speaker.id == "author":
        return closeness
    is_unnamed = stand.speaker.id.startswith("anonymous:")
    who = stand.speaker.text(names.language)
    brackets = "（{}）" if names.language is Language.JA else " ({})"
    return who + brackets.format(closeness) if not is_unnamed else names.voice(stand.speaker.id)


def stance_words(stand: Stand, names: Names) -> str:
    """Return the stance of a stand."""
    return label(stand.stance, names.language)


def state_words(course: Course, names: Names) -> str:
    """Return how the latest stand of a course is to those before it, in a fixed sentence."""
    at = names.language is Language.EN
    earlier = course.earlier
    sentence = _STATES[course.state][at].format(
        latest=_day(course.latest, names),
        earlier=UNKNOWN if earlier is None else _day(earlier, names),
        was=UNKNOWN if earlier is None else stance_words(earlier, names),
        now=stance_words(course.latest, names),
        since=UNKNOWN if course.since is None else date_words(course.since, names.language),
    )
    return sentence + _MENTIONED[at].format(n=course.mentioned)


def _day(stand: Stand, names: Names) -> str:
    edtf = stand.position.when.edtf
    if edtf is None:
        return "日付不明" if names.language is Language.JA else "undated"
    return date_words(edtf, names.language)


def gap_words(gap: Gap, names: Names) -> str:
    """Return a distance as number and word, or why it is unknown."""
    if gap.value is None:
        return UNKNOWN if gap.unknown is None else word(gap.unknown, names.language)
    told = _DISTANCE_WORDS[gap.value][names.language is Language.EN]
    if names.language is Language.EN:
        return f"{gap.value:.2f} apart ({told})"
    return f"隔たり{gap.value:.2f}（{told}）"


def movement_words(distance: Distance, names: Names) -> str:
    """Return how a distance changed since the day asked about, with both numbers."""
    if distance.before is None:
        return UNKNOWN
    told = word(distance.movement, names.language)
    since = date_words(distance.since or distance.on, names.language)
    told = f"{since}と比べ{told}" if names.language is Language.JA else f"since {since}: {told}"
    if distance.movement is Movement.UNKNOWN or distance.before.value is None:
        return told
    return f"{told} ({distance.before.value:.2f} → {distance.now.value:.2f})"
