"""Who speaks: the subject of a report among the phrases of its sentence, or the one before.

A speaker is an actor of the cast, or somebody unnamed as the text describes them. 同氏, 同大統領, 彼 and
a title alone are resolved by the document's own cast.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from soten.extract.coreference import Scene
from soten.extract.inside import before_aside, before_noun
from soten.extract.pairs import (
    COUNTED,
    COUNTED_STATES,
    count_of,
    is_and,
    is_counted,
    joins,
    name_in_marks,
)
from soten.extract.reporting import Report
from soten.extract.unnamed import (
    SPEAKING,
    describe,
    ends_as_document,
    is_counted_group,
    is_unlisted,
    unnamed_at,
)
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Name
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import Frame, SourceKind
from soten.records import ActorType, Speaker

_SUBJECT = tuple(
    "は が も では からは 側は らは らが までが 自身が 自身は とも の方は こそ".split()
)
BROADCASTING = frozenset("報じる 報道する 配信する 放送する".split())
RELAYING = BROADCASTING | {"伝える"}
OUTLETS_OWN = RELAYING | frozenset(
    "する 指摘する 分析する みる 見る 評する 評価する 論じる 論評する 紹介する 書く 記す "
    "解説する 説明する 予測する 見積もる 推定する 掲載する いう 言う 述べる".split()
)
"""What an outlet does with its own reports; it denies, demands and promises nothing."""
_HELD = frozenset("意 念 考え 方針 意向 姿勢 立場 声明 談話 見解 認識 決意 構え コメント".split())
"""What somebody shows or issues who is the subject of the clause before it."""
_VERBAL = "うくぐすつぬぶむる"
"""Last letters of verbs, and of no adjective."""
_NO_SUBJECT = (
    *("にも", "でも", "をも", "へも", "までも", "からも", "よりも"),
    *("に対しては", "に対しても", "については", "についても", "に関しては", "に関しても"),
    *("をめぐっては", "を巡っては", "にとっては", "に向けては", "に続いては"),
)


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
        opens = phrase.particle == "から" and phrase.comma and not subjects
        if not (opens or phrase.particle.endswith(_SUBJECT)):
            continue
        if phrase.particle.endswith(_NO_SUBJECT):
            continue
        if phrase.quote is not None and name_in_marks(phrase, analysis) is None:
            continue
        if phrase.lemma is not None and phrase.joint not in (None, "other"):
            continue
        if phrase.particle == "が" and _is_conditional(at, view):
            continue
        speakers = speakers_at(at, view, analysis, scene)
        if speakers and _may_be_subject(phrase, speakers, analysis):
            if opens and any(s.entity is None for s in speakers):
                continue
            topic = phrase.particle.endswith(("は", "も")) or opens
            bound = None if topic else _modifying_predicate(at, view)
            unlisted = is_unlisted(phrase, speakers, analysis)
            subjects.append(Subject(at, speakers, topic, bound, unlisted))
    plain = [s for s in subjects if not _is_place_of(view.phrases[s.phrase], analysis)]
    found = _heading_subject(view, analysis, scene) + (plain or subjects)
    return found or _turn_takers(view, analysis, scene)


def _is_conditional(at: int, view: SentenceView) -> bool:
    """「A国が攻撃すれば「…」と述べた」: who meets a condition does not thereby speak."""
    for phrase in view.phrases[at + 1 :]:
        if phrase.lemma is not None and phrase.joint not in (None, "other"):
            return phrase.joint == "if"
    return False


def _turn_takers(view: SentenceView, analysis: Analysis, scene: Scene) -> list[Subject]:
    """「局長から、…と述べた」: minutes of a meeting name who takes the floor with から、."""
    members = analysis.cast.members
    found: list[Subject] = []
    for at, phrase in enumerate(view.phrases[:-2]):
        if phrase.particle == "から" and phrase.comma and phrase.lemma is None:
            speakers = speakers_at(at, view, analysis, scene)
            if speakers and all(
                s.entity is not None and members[s.entity].type is ActorType.PERSON
                for s in speakers
            ):
                found.append(Subject(at, speakers, topic=True))
    return found


def _heading_subject(view: SentenceView, analysis: Analysis, scene: Scene) -> list[Subject]:
    """「A国、停戦を提案」: headlines set who does it apart by 、 alone."""
    if len(view.phrases) < 3 or analysis.text[view.end - 1] == "。":
        return []
    first, second = view.phrases[0], view.phrases[1]
    if first.particle or not first.comma or first.lemma is not None or first.quote is not None:
        return []
    if second.particle.endswith(_SUBJECT) or second.comma:
        return []
    speakers = speakers_at(0, view, analysis, scene)
    is_actor = bool(speakers) and all(s.entity is not None for s in speakers)
    return [Subject(0, speakers, topic=True)] if is_actor else []


def _is_place_of(phrase: Phrase, analysis: Analysis) -> bool:
    """A国では, 会談では tell where; 共同声明では tells who."""
    return phrase.particle.endswith("では") and not ends_as_document(phrase, analysis)


def _modifying_predicate(at: int, view: SentenceView) -> int | None:
    """Return the predicate that the subject `at` belongs to, if that only modifies a noun."""
    if view.phrases[at].comma:
        return None
    quality: int | None = None
    for k in range(at + 1, len(view.phrases)):
        phrase = view.phrases[k]
        if phrase.particle == "が" and phrase.lemma is None:
            return None
        if phrase.lemma is not None and (
            quality is not None or phrase.joint not in (None, "other")
        ):
            if phrase.joint != "adnominal":
                return None
            if quality is None and k > at + 1 and phrase.lemma[-1] not in _VERBAL:
                quality = k  # 「A氏が事態に強い懸念を示し」: 強い is said of 懸念 alone
                continue
            return k if quality is None else quality
    return quality


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
    counted = _counted_states(at, view, analysis, scene)
    if counted:
        return counted
    own = _named(view.phrases[at], analysis) or unnamed_at(at, view, analysis, scene)
    if not own:
        return ()
    joined = _joined(at, view, analysis)
    if own[0].anonymous is not None and len(joined) > 1:
        if COUNTED.search(own[0].anonymous):
            return joined
    return (*joined, *_dotted(view.phrases[at], own, analysis), *own)


def _named(phrase: Phrase, analysis: Analysis) -> tuple[Speaker, ...]:
    """The actor whose name closes the phrase: 「ウクライナ外務省は」, 「ペスコフ大統領報道官らは」."""
    for stop in (phrase.head_end, phrase.head_end - 1, phrase.head_end - 2):
        name = analysis.name_by_stop.get(stop)
        if name is None or name.stop <= phrase.start:
            continue
        rest = analysis.text[stop : phrase.head_end]
        if rest not in ("", "ら", "自身", "側", "氏", "氏ら", "など", "両国"):
            continue
        member = analysis.member(name)
        if member.type in SPEAKING:
            return (*_written_together(name, phrase, analysis), Speaker(entity=member.key))
    name = name_in_marks(phrase, analysis) or before_noun(phrase, analysis)
    if name is not None and analysis.member(name).type in SPEAKING:
        return (Speaker(entity=name.member),)
    return before_aside(phrase, analysis)


def _written_together(last: Name, phrase: Phrase, analysis: Analysis) -> tuple[Speaker, ...]:
    """The states written right before the last one: 日 and 米 in 「日米韓は」."""
    found: list[Speaker] = []
    edge = last.start
    for name in reversed(analysis.names.within(phrase.start, last.start)):
        if name.end != edge or analysis.member(name).type is not ActorType.STATE:
            break
        if analysis.member(last).type is not ActorType.STATE:
            break
        found.insert(0, Speaker(entity=name.member))
        edge = name.start
    return tuple(found)


def _counted_states(
    at: int, view: SentenceView, analysis: Analysis, scene: Scene
) -> tuple[Speaker, ...]:
    """「英仏独3カ国の外相は」: one of each state; 「4カ国の外相は」: of the four named before."""
    first = at - 1 if at > 0 and view.phrases[at - 1].particle == "の" else at
    start, end = view.phrases[first].start, view.phrases[at].head_end
    count = COUNTED_STATES.search(analysis.text, start, end)
    if count is None:
        return ()
    before = view.phrases[first - 1] if first > 0 else None
    if before is not None and before.particle == "の":
        start = before.start
    names = analysis.names.within(start, end)
    states = [n for n in names if analysis.member(n).type is ActorType.STATE]
    if len(states) > 1 and len(states) == len(names):
        return tuple(Speaker(entity=n.member) for n in states)
    return scene.groups.get(count_of(count), ()) if not names else ()


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
    """「AとBは」, 「A、Bは」, 「A、B、Cの三者は」: the speakers before the last one."""
    found: list[Speaker] = []
    k = at - 1
    while k >= 0:
        phrase = view.phrases[k]
        if is_and(phrase, analysis):
            k -= 1
            continue
        linked = joins(k, view, analysis) or phrase.particle == "など"
        named = _named(phrase, analysis) if linked else ()
        if linked and not named and k == at - 1 and is_counted_group(k, view, analysis):
            return (describe(k, view, analysis),)
        if not named:
            if phrase.particle == "の" and found == [] and k == at - 1:
                if is_counted(view.phrases[at], analysis):
                    found = list(_last_counted(k, view, analysis))
                elif is_counted(phrase, analysis):
                    k -= 1
                    found = list(_last_counted(k, view, analysis))
                k -= 1
                continue
            if phrase.particle == "の" and found:
                k -= 1
                continue
            break
        found = [*named, *found]
        k -= 1
    return tuple(found)


def _last_counted(at: int, view: SentenceView, analysis: Analysis) -> tuple[Speaker, ...]:
    """The last of those a number counts: エジプト in 「米国、エジプトの2カ国の外相は」."""
    phrase = view.phrases[at]
    return _named(phrase, analysis) if at >= 0 and phrase.particle == "の" else ()


def choose_speakers(
    report: Report, subjects: list[Subject], view: SentenceView, analysis: Analysis, *, outer: bool
) -> tuple[tuple[Speaker, ...], int, str]:
    """Return the speakers of a report, the phrase after which its content may begin, and the rule.

    `outer` says that the report holds another one, whose own subject may stand inside.
    """
    held = report.marker - 1 if _holds(report, view, analysis) else report.verb
    subjects = [s for s in subjects if s.bound in (None, report.verb, held)]
    between = [s for s in subjects if report.marker < s.phrase < report.verb]
    if between and not report.shares_verb:
        return between[-1].speakers, report.since, "subject-after-content"
    before = [s for s in subjects if report.since <= s.phrase < report.marker + 1]
    before = [s for s in before if s.phrase < report.marker or report.frame is not Frame.TO]
    before = [s for s in before if s.topic or not _is_within_content(s, report, view)]
    if any(s.topic and not s.unlisted for s in before):
        before = [s for s in before if not s.unlisted]
    before = _after_turn(before, report, view, analysis)
    if before:
        chosen = _choose_before(report, _past_outlets(before, report, analysis), outer=outer)
        return chosen.speakers, chosen.phrase + 1, "subject-before-content"
    return (), report.since, ""


def _holds(report: Report, view: SentenceView, analysis: Analysis) -> bool:
    """「Aが歓迎する意を示した」: who shows it is the subject of 歓迎する too."""
    if report.frame is not Frame.WO or report.marker + 1 != report.verb:
        return False
    noun = view.phrases[report.marker]
    return analysis.text[noun.start : noun.head_end] in _HELD


def _is_within_content(subject: Subject, report: Report, view: SentenceView) -> bool:
    """In 「B市の80%をC軍が制圧したと報告した」 C軍 is part of what is reported: an object precedes it."""
    if report.frame is not Frame.TO:
        return False
    return any(
        phrase.particle.endswith("を") and phrase.lemma is None
        for phrase in view.phrases[report.since : subject.phrase]
    )


def _closes_clause(
    at: int, before: list[Subject], view: SentenceView, analysis: Analysis, *, of_acts: bool = False
) -> bool:
    """Say whether 「A国は署名しており、」 tells of A only: what somebody else says follows."""
    phrase = view.phrases[at]
    if not phrase.comma or not analysis.text.endswith("おり", phrase.start, phrase.end):
        return False
    first = before[0].phrase + 1 if before else at
    own = {s.phrase for s in before}
    return not any(
        p.lemma is None
        and (
            p.particle in ("は", "も")
            or (
                p.particle == "が" and after.joint != "adnominal" and not (of_acts and k not in own)
            )
        )
        for k, (p, after) in enumerate(pairwise(view.phrases[first : at + 1]), first)
    )


def _after_turn(
    before: list[Subject], report: Report, view: SentenceView, analysis: Analysis
) -> list[Subject]:
    """In 「A国は申し入れたが、B国は拒んだ」 the one after が、 speaks, if a topic stands there."""
    turn = None
    asks = report.frame is not Frame.TO and any(
        p.particle in ("に対し", "に対して") for p in view.phrases[report.since : report.verb]
    )
    for k in range(report.since, report.marker):
        phrase = view.phrases[k]
        but = phrase.joint == "but" and phrase.comma and phrase.past
        if but or _closes_clause(k, before, view, analysis, of_acts=asks):
            turn = k
    later = [s for s in before if turn is not None and s.phrase > turn and s.topic]
    return later or before


def _past_outlets(before: list[Subject], report: Report, analysis: Analysis) -> list[Subject]:
    """In 「A紙は、B氏が懸念を示し「…」と語ったと伝えた」 B speaks: outlets pass on, or say as outlets do."""
    members = analysis.cast.members
    others = [
        s
        for s in before
        if any(not x.entity or members[x.entity].type is not ActorType.OUTLET for x in s.speakers)
    ]
    if report.lemma in OUTLETS_OWN or not others or before[0] in others:
        return before
    return [s for s in others if not s.topic] or before


def _choose_before(report: Report, before: list[Subject], *, outer: bool) -> Subject:
    """The topic speaks; in a report inside another the subject with が does, if there is one."""
    topics = [s for s in before if s.topic]
    if report.embedded and not outer and len(before) > 1:
        inner = [s for s in before[1:] if not s.topic] or before[1:]
        return inner[0]
    if report.frame in (Frame.WO, Frame.NI, Frame.ABOUT) and topics:
        return topics[-1]
    return topics[0] if topics else before[0]
