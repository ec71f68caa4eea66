"""Who speaks: the subject of a report among the phrases of its sentence, or the one before.

A speaker is an actor of the cast, or somebody unnamed as the text describes them. 同氏, 同大統領, 彼 and
a title alone are resolved by the document's own cast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from soten.extract.coreference import (
    PLURALS,
    PRONOUNS,
    Scene,
    holder_of,
    is_same_source,
    resolve_plural,
    resolve_same,
    title_at,
)
from soten.extract.reports import Report
from soten.extract.unlisted import is_somebody
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Member
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import Frame, SourceEntry, SourceKind, SuffixKind
from soten.records import ActorType, Speaker

_SUBJECT = (
    "は",
    "が",
    "も",
    "では",
    "からは",
    "側は",
    "らは",
    "らが",
    "までが",
    "自身が",
    "自身は",
    "とも",
    "の方は",
    "こそ",
)
_SPEAKING = frozenset(
    (
        ActorType.PERSON,
        ActorType.STATE,
        ActorType.ORGANIZATION,
        ActorType.FORCE,
        ActorType.OUTLET,
    )
)
_COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十両数]+(?:[カかヵヶケ]国|者|氏|首脳|機関|団体)")
"""Parties counted together after their names: 3カ国, 両国."""
_ISSUED = ("声明", "談話", "書簡", "報告書", "文書", "宣言", "合意文書")
_ISSUED_WITHIN = 3
"""Sentences after which a document without owner is no longer the last speakers'."""


@dataclass(slots=True)
class Subject:
    """A phrase that may name the speaker, with whom it names."""

    phrase: int
    speakers: tuple[Speaker, ...]
    topic: bool
    """True with は or も, False with が."""
    bound: int | None = None
    """The predicate before a noun that a subject with が belongs to: 「A国が提案した停戦」."""
    unlisted: bool = False
    """True for a topic that only may be somebody: it yields to any other."""


def find_subjects(view: SentenceView, analysis: Analysis, scene: Scene) -> list[Subject]:
    """Return the phrases of a sentence that may name a speaker, in order."""
    subjects: list[Subject] = []
    for at, phrase in enumerate(view.phrases):
        if not phrase.particle.endswith(_SUBJECT) or phrase.quote is not None:
            continue
        if phrase.lemma is not None and phrase.joint not in (None, "other"):
            continue
        speakers = speakers_at(at, view, analysis, scene)
        if speakers and _may_be_subject(phrase, speakers, analysis):
            topic = phrase.particle.endswith(("は", "も"))
            bound = None if topic else _modifying_predicate(at, view)
            unlisted = _is_unlisted(phrase, speakers, analysis)
            subjects.append(Subject(at, speakers, topic, bound, unlisted))
    plain = [s for s in subjects if not view.phrases[s.phrase].particle.endswith("では")]
    return plain or subjects


def _modifying_predicate(at: int, view: SentenceView) -> int | None:
    """Return the predicate that the subject `at` belongs to, if that only modifies a noun."""
    if view.phrases[at].comma:
        return None
    for k in range(at + 1, len(view.phrases)):
        phrase = view.phrases[k]
        if phrase.particle == "が" and phrase.lemma is None:
            return None
        if phrase.lemma is not None and phrase.joint not in (None, "other"):
            return k if phrase.joint == "adnominal" else None
    return None


def _may_be_subject(phrase: Phrase, speakers: tuple[Speaker, ...], analysis: Analysis) -> bool:
    """Somebody unnamed speaks with は or が only, and no mere information does (「情報は」)."""
    if speakers[-1].anonymous is None:
        return True
    if phrase.particle.endswith(("では", "とは", "には")):
        return False
    for word in analysis.words.within(phrase.start, phrase.head_end):
        source = analysis.index.sources.get(word.text)
        if source is not None and source.kind is SourceKind.DATA and word.end == phrase.head_end:
            return False
    return True


def speakers_at(
    at: int, view: SentenceView, analysis: Analysis, scene: Scene
) -> tuple[Speaker, ...]:
    """Return whom the phrase `at` names as speakers, those joined to it by と, や or 、 first."""
    head = view.phrases[at]
    if at > 0 and analysis.text[head.start : head.head_end] == "話":  # A氏の話(によると)
        at -= view.phrases[at - 1].particle == "の"
    own = _named(view.phrases[at], analysis) or _unnamed(at, view, analysis, scene)
    if not own:
        return ()
    joined = _joined(at, view, analysis)
    if own[0].anonymous is not None and len(joined) > 1:
        if _COUNTED.search(own[0].anonymous):
            return joined
    return (*joined, *_dotted(view.phrases[at], own, analysis), *own)


def _named(phrase: Phrase, analysis: Analysis) -> tuple[Speaker, ...]:
    """The actor whose name closes the phrase: 「ウクライナ外務省は」, 「ペスコフ大統領報道官らは」."""
    for stop in (phrase.head_end, phrase.head_end - 1, phrase.head_end - 2):
        name = analysis.name_by_stop.get(stop)
        if name is None or name.stop <= phrase.start:
            continue
        rest = analysis.text[stop : phrase.head_end]
        if rest not in ("", "ら", "自身", "側", "氏", "氏ら", "など"):
            continue
        member = analysis.member(name)
        if member.type in _SPEAKING:
            return (Speaker(entity=member.key),)
    return _before_aside(phrase, analysis)


def _before_aside(phrase: Phrase, analysis: Analysis) -> tuple[Speaker, ...]:
    """「クレムリン（ロシア大統領府）は」: the name stands before the brackets."""
    text = analysis.text
    if phrase.head_end > phrase.start and text[phrase.head_end - 1] in ")）":
        for start, end in analysis.asides:
            if end == phrase.head_end and start > phrase.start:
                name = analysis.name_by_stop.get(start)
                if name is not None and analysis.member(name).type in _SPEAKING:
                    return (Speaker(entity=name.member),)
    return ()


def _dotted(phrase: Phrase, own: tuple[Speaker, ...], analysis: Analysis) -> tuple[Speaker, ...]:
    """The outlets before the last one of a phrase that lists them: 「A新聞・B通信・C新聞」."""
    found: list[Speaker] = []
    for name in analysis.names.within(phrase.start, phrase.head_end):
        listed = analysis.text[name.stop : name.stop + 1] in ("・", "＝", "=", "／", "/")
        speaker = Speaker(entity=name.member)
        if listed and speaker not in own and analysis.member(name).type is ActorType.OUTLET:
            found.append(speaker)
    return tuple(found)


def _joined(at: int, view: SentenceView, analysis: Analysis) -> tuple[Speaker, ...]:
    """「AとBは」, 「A、Bは」: the speakers before the last one."""
    found: list[Speaker] = []
    k = at - 1
    while k >= 0:
        phrase = view.phrases[k]
        linked = phrase.particle in ("と", "や", "および", "及び", "、", "など") or (
            phrase.particle == "" and phrase.comma
        )
        named = _named(phrase, analysis) if linked else ()
        if not named:
            if phrase.particle == "の" and found == [] and k == at - 1:
                found = list(_counted_together(k, view, analysis))
                k -= 2 if found else 1
                continue
            if phrase.particle == "の" and found:
                k -= 1
                continue
            break
        found = [*named, *found]
        k -= 1
    return tuple(found)


def _counted_together(at: int, view: SentenceView, analysis: Analysis) -> tuple[Speaker, ...]:
    """The last of those a number counts: エジプト in 「米国、エジプトの2カ国の外相は」."""
    phrase = view.phrases[at]
    if not _COUNTED.search(analysis.text, phrase.start, phrase.head_end) or at == 0:
        return ()
    before = view.phrases[at - 1]
    return _named(before, analysis) if before.particle == "の" else ()


def _unnamed(at: int, view: SentenceView, analysis: Analysis, scene: Scene) -> tuple[Speaker, ...]:
    """A pronoun, a title alone, or a noun for a source without a name."""
    phrase = view.phrases[at]
    head = analysis.text[phrase.start : phrase.head_end]
    if head in PRONOUNS or head.startswith("同"):
        known = resolve_same(head, analysis, scene)
        if known is not None:
            return (Speaker(entity=known),)
        if scene.last and is_same_source(head, scene.last[-1]):
            return scene.last
    if head in PLURALS:
        return resolve_plural(head, analysis, scene)
    title = title_at(phrase, analysis)
    if title is not None:
        holder = holder_of(title, head, at, view, analysis)
        if holder is not None:
            return (Speaker(entity=holder),)
    return _source(at, view, analysis, scene, title)


def _source(
    at: int, view: SentenceView, analysis: Analysis, scene: Scene, title: str | None
) -> tuple[Speaker, ...]:
    """Describe somebody unnamed in the text's own words: 「米当局者3人」, 「ロシア外務省の報道官」."""
    phrase = view.phrases[at]
    source = _source_word(phrase, analysis)
    if source is None and title is None and not _is_body(phrase, analysis):
        if not is_somebody(phrase, analysis):
            return ()
    start = _description_start(at, view, analysis)
    described = analysis.text[start : phrase.head_end]
    if source is not None and source.kind in (SourceKind.TEXT, SourceKind.DATA):
        owner = _owner(start, phrase, analysis)
        if owner is not None:
            return (Speaker(entity=owner.key),)
        if start == phrase.start and _is_issued(described, scene, view):
            return scene.last
    return (Speaker(anonymous=described),)


def _source_word(phrase: Phrase, analysis: Analysis) -> SourceEntry | None:
    """Return the noun for a source that closes the phrase: 当局者 in 「米当局者3人は」."""
    source = None
    for word in analysis.words.within(phrase.start, phrase.head_end):
        entry = analysis.index.sources.get(word.text)
        if entry is not None and word.end + 4 >= phrase.head_end:
            source = entry
    return source


def _is_unlisted(phrase: Phrase, speakers: tuple[Speaker, ...], analysis: Analysis) -> bool:
    """Say whether nothing but its form makes the phrase a speaker."""
    described = speakers[-1].anonymous
    if described is None or not described.endswith(analysis.text[phrase.start : phrase.head_end]):
        return False
    known = _source_word(phrase, analysis) is not None or title_at(phrase, analysis) is not None
    return not known and not _is_body(phrase, analysis)


def _is_issued(described: str, scene: Scene, view: SentenceView) -> bool:
    """Say whether 「声明は」 is the statement that the last speakers have just issued."""
    near = view.index - scene.last_sentence <= _ISSUED_WITHIN
    return near and bool(scene.last) and described.lstrip("同この").endswith(_ISSUED)


def _is_body(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether the phrase ends like an organization: 「韓国の最高検察庁は」."""
    for word in reversed(analysis.words.within(phrase.start, phrase.head_end)):
        suffix = analysis.index.suffixes.get(word.text)
        if suffix is not None and word.end == phrase.head_end and word.start > phrase.start:
            return suffix.kind in (SuffixKind.ORGANIZATION, SuffixKind.FORCE, SuffixKind.OUTLET)
    return False


def describe(at: int, view: SentenceView, analysis: Analysis) -> Speaker:
    """Return the source that the phrase `at` names, in the text's own words."""
    start = _description_start(at, view, analysis)
    return Speaker(anonymous=analysis.text[start : view.phrases[at].head_end])


def _owner(start: int, phrase: Phrase, analysis: Analysis) -> Member | None:
    """Whose document it is: 「同省の報告書」 belongs to the ministry."""
    for name in analysis.names.within(start, phrase.head_end):
        member = analysis.member(name)
        if member.type in _SPEAKING:
            return member
    return None


def _description_start(at: int, view: SentenceView, analysis: Analysis) -> int:
    """Where the description begins: with the phrases tied to it by の, at most two."""
    k = at
    while k > 0 and at - k < 2:
        before = view.phrases[k - 1]
        if before.particle not in ("の", "による") or before.comma or before.quote is not None:
            break
        k -= 1
    return view.phrases[k].start


def choose_speakers(
    report: Report, subjects: list[Subject], view: SentenceView, scene: Scene, *, outer: bool
) -> tuple[tuple[Speaker, ...], int, str]:
    """Return the speakers of a report, the phrase after which its content may begin, and the rule.

    `outer` says that the report holds another one, whose own subject may stand inside.
    """
    subjects = [s for s in subjects if s.bound is None or s.bound == report.verb]
    between = [s for s in subjects if report.marker < s.phrase < report.verb]
    if between:
        return between[-1].speakers, report.since, "subject-after-content"
    before = [s for s in subjects if report.since <= s.phrase < report.marker + 1]
    before = [s for s in before if s.phrase < report.marker or report.frame is not Frame.TO]
    before = [s for s in before if s.topic or not _is_within_content(s, report, view)]
    if any(s.topic and not s.unlisted for s in before):
        before = [s for s in before if not s.unlisted]
    before = _after_turn(before, report, view)
    if before:
        chosen = _choose_before(report, before, outer=outer)
        return chosen.speakers, chosen.phrase + 1, "subject-before-content"
    return (), report.since, ""


def _is_within_content(subject: Subject, report: Report, view: SentenceView) -> bool:
    """In 「B市の80%をC軍が制圧したと報告した」 C軍 is part of what is reported: an object precedes it."""
    if report.frame is not Frame.TO:
        return False
    return any(
        phrase.particle.endswith("を") and phrase.lemma is None
        for phrase in view.phrases[report.since : subject.phrase]
    )


def _after_turn(before: list[Subject], report: Report, view: SentenceView) -> list[Subject]:
    """In 「A国は申し入れたが、B国は拒んだ」 the one after が、 speaks, if a topic stands there."""
    turn = None
    for k in range(report.since, report.marker):
        phrase = view.phrases[k]
        if phrase.joint == "but" and phrase.comma and phrase.past:
            turn = k
    later = [s for s in before if turn is not None and s.phrase > turn and s.topic]
    return later or before


def _choose_before(report: Report, before: list[Subject], *, outer: bool) -> Subject:
    """The topic speaks; in a report inside another the subject with が does, if there is one."""
    topics = [s for s in before if s.topic]
    if report.embedded and not outer and len(before) > 1:
        inner = [s for s in before[1:] if not s.topic] or before[1:]
        return inner[0]
    if report.frame in (Frame.WO, Frame.NI) and topics:
        return topics[-1]
    return topics[0] if topics else before[0]
