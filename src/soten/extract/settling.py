"""Reports whose subject is dropped, doubtful or only an outlet: who speaks is settled by what came before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from soten.extract.coreference import Scene
from soten.extract.qualifying import is_inside, is_main, is_summed_up
from soten.extract.reporting import Report
from soten.extract.speakers import BROADCASTING, OUTLETS_OWN, RELAYING, speakers_at
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import Frame
from soten.records import ActorType, Speaker

_MEDIA = ("紙", "誌", "報道", "報道機関", "メディア", "マスコミ", "通信社", "テレビ局", "放送局")
"""Last parts of descriptions of outlets without name: 地元紙, 欧米メディア."""
_OPINING = frozenset(
    "主張する 論じる 論評する 批判する 評する 評価する 分析する 訴える 予測する".split()
)
"""With these an outlet speaks for itself: 「A紙は社説で…と主張した」."""
_CARRIED_WITHIN = 2
"""Sentences over which a dropped subject is carried."""
_PRESS_WITHIN = 3
_ANNOUNCING = tuple(
    f"{verb}{form}"
    for verb in (
        "発表",
        "宣言",
        "表明",
        "声明",
        "通告",
        "宣告",
        "布告",
        "誓約",
        "確認",
        "強調",
        "警告",
    )
    for form in ("する", "します", "いたします")
)
"""How words end that do what they say: 「…をここに宣言する」."""
_ISSUERS = (ActorType.ORGANIZATION, ActorType.FORCE)


class Choice(NamedTuple):
    """Who speaks, the phrase after which the content may begin, and the rule that decided."""

    speakers: tuple[Speaker, ...]
    after: int
    rule: str


@dataclass(slots=True)
class Standing:
    """What the sentence being read has settled before a report.

    `current` speak from here on; `relayed` are those whom 〜によると names, `told_from` is the phrase
    after it.
    """

    current: tuple[Speaker, ...] = ()
    relayed: tuple[Speaker, ...] = ()
    told_from: int = 0
    topic: tuple[Speaker, ...] = ()
    """The outlets that are the sentence's topic: theirs is 伝えた at its end."""


_LEARNED = re.compile(
    r"教授|研究員|研究者|アナリスト|専門家|記者|特派員|評論家|学者|博士|エコノミスト|コンサルタント|編集長|論説委員|所長"
)
"""Titles of those who look on and explain."""
_SOURCES = re.compile(
    r"(?:関係者|筋|専門家|アナリスト|研究者|学者|教授|研究員|記者|評論家|エコノミスト|担当者|捜査員|捜査官|警察|当局"
    r"|警察官|本部長|調査員|調査団|目撃者)(?:の?[0-9一二三四五数]+人)?(?:ら|たち)?\Z"
)
"""Descriptions of those who tell what they know."""


def are_outlets(speakers: tuple[Speaker, ...], analysis: Analysis) -> bool:
    """Say whether all are outlets, named or described as such."""
    return bool(speakers) and all(_is_outlet(speaker, analysis) for speaker in speakers)


def only_tell(speakers: tuple[Speaker, ...], analysis: Analysis) -> bool:
    """Say whether all tell what they know and hold no side: outlets, the learned, unnamed sources."""
    return bool(speakers) and all(_only_tells(speaker, analysis) for speaker in speakers)


def _only_tells(speaker: Speaker, analysis: Analysis) -> bool:
    if _is_outlet(speaker, analysis):
        return True
    if speaker.entity is None:
        return _SOURCES.search(speaker.anonymous or "") is not None
    titles = analysis.cast.members[speaker.entity].titles
    return bool(titles) and all(_LEARNED.search(title) for title in titles)


def _is_outlet(speaker: Speaker, analysis: Analysis) -> bool:
    if speaker.entity is not None:
        return analysis.cast.members[speaker.entity].type is ActorType.OUTLET
    described = speaker.anonymous or ""
    return described.endswith(_MEDIA) or described.startswith("各紙")


def only_relays(speakers: tuple[Speaker, ...], report: Report, analysis: Analysis) -> bool:
    """An outlet that reports what somebody said is a hand, no speaker."""
    named = tuple(s for s in speakers if s.entity is not None)
    if report.lemma in RELAYING:
        return not named or are_outlets(named, analysis)
    if report.lemma in _OPINING:
        return False
    return are_outlets(speakers, analysis)


def passes_source(
    report: Report, speakers: tuple[Speaker, ...], standing: Standing, analysis: Analysis
) -> bool:
    """「A紙は、専門家の推定では…と伝えた」: the expert speaks, by the hand of A."""
    own = bool(standing.relayed) and not are_outlets(standing.relayed, analysis)
    return own and report.lemma in RELAYING and are_outlets(speakers, analysis)


def settle(
    choice: Choice,
    report: Report,
    view: SentenceView,
    standing: Standing,
    scene: Scene,
    analysis: Analysis,
) -> Choice:
    """Return who makes a report, where its own subject leaves that open."""
    speakers, after, rule = choice
    press = _press(choice, report, view, standing, scene, analysis)
    if press is not None:
        return press
    phrase = view.phrases[report.verb]
    if phrase.joint == "adnominal" and not speakers and report.verb + 1 < len(view.phrases):
        head = speakers_at(report.verb + 1, view, analysis, scene)
        is_said = report.frame in (Frame.TO, Frame.YOU)
        if view.phrases[report.verb + 1].particle not in ("は", "が", "も") and not is_said:
            head = ()
        if head and all(speaker.entity is not None for speaker in head):
            return Choice(head, report.since, "speaker-modified")
    if standing.current and speakers and rule == "subject-before-content" and report.since > 0:
        if is_inside(report, view, after - 1, analysis):
            return Choice(standing.current, report.since, "subject-kept")
    if speakers and not _is_told_of(choice, report, view, scene):
        return choice
    if standing.topic and report.lemma in RELAYING:
        return Choice(standing.topic, report.since, "subject-before-content")
    if standing.current:
        return Choice(standing.current, report.since, "subject-kept")
    return _dropped(report, view, standing, scene, analysis)


def _dropped(
    report: Report, view: SentenceView, standing: Standing, scene: Scene, analysis: Analysis
) -> Choice:
    """Settle a report without subject: by the source of its sentence, or by the sentences before."""
    issuer = _issuer_inside(report, analysis)
    if issuer is not None:
        return Choice((issuer,), report.since, "subject-before-content")
    relayed = standing.relayed
    is_own = relayed and (report.lemma in RELAYING or not are_outlets(relayed, analysis))
    if is_own and not report.embedded:
        return Choice(relayed, report.since, "according-to")
    if report.lemma in BROADCASTING and not are_outlets(scene.last, analysis):
        return Choice((), report.since, "speaker-unsettled")
    if not report.embedded and (is_main(report, view) or is_summed_up(report, view, analysis)):
        speakers = _carried(report, view, scene, analysis)
        if speakers:
            return Choice(speakers, report.since, "subject-carried")
    return Choice((), report.since, "speaker-unsettled")


def _issuer_inside(report: Report, analysis: Analysis) -> Speaker | None:
    """「「A本部は…をここに発表する」と述べた」: words that announce name who issues them."""
    if report.quoted is None or report.frame is not Frame.TO:
        return None
    text, (start, end) = analysis.text, (report.quoted.start, report.quoted.end)
    if not text[start:end].rstrip("。」』").endswith(_ANNOUNCING):
        return None
    for name in analysis.names.within(start, end)[:1]:
        topic = name.start - start <= 1 and text.startswith("は", name.stop)
        if topic and analysis.member(name).type in (*_ISSUERS, ActorType.STATE):
            return Speaker(entity=name.member)
    return None


def _press(
    choice: Choice,
    report: Report,
    view: SentenceView,
    standing: Standing,
    scene: Scene,
    analysis: Analysis,
) -> Choice | None:
    """「A紙によると、B国は…したと伝えている」: only outlets report so; B国 is told of."""
    if report.embedded or report.frame is not Frame.TO or are_outlets(choice.speakers, analysis):
        return None
    if not choice.speakers or not is_main(report, view) or not _is_press(report, view, analysis):
        return None
    if are_outlets(standing.relayed, analysis):
        return Choice(standing.relayed, max(report.since, standing.told_from), "according-to")
    if scene.press and view.index - scene.press_sentence <= _PRESS_WITHIN:
        return Choice(scene.press, report.since, "subject-carried")
    return None


def _is_press(report: Report, view: SentenceView, analysis: Analysis) -> bool:
    """報じた, or 伝えている with nobody to whom it is told."""
    if report.lemma in BROADCASTING:
        return True
    verb = view.phrases[report.verb]
    if report.lemma != "伝える" or "てい" not in analysis.text[verb.start : verb.end]:
        return False
    return all(
        p.particle not in ("に", "に対し", "に対して")
        for p in view.phrases[report.since : report.verb]
        if p.head_end in analysis.name_by_stop
    )


def _is_told_of(choice: Choice, report: Report, view: SentenceView, scene: Scene) -> bool:
    """「…と発表した。A国が仲介したとしている。」: A国 with が is told of by who spoke just before."""
    subject = view.phrases[choice.after - 1] if choice.after else None
    if subject is None or choice.rule != "subject-before-content":
        return False
    is_open = subject.particle == "が" and not subject.comma and report.quoted is None
    is_open = is_open and report.frame is Frame.TO and report.lemma in ("する", "いう", "言う")
    is_close = view.index - scene.last_sentence == 1 and bool(scene.last)
    return is_open and is_close and not report.embedded


def _carried(
    report: Report, view: SentenceView, scene: Scene, analysis: Analysis
) -> tuple[Speaker, ...]:
    """Who spoke in the sentences before; of an outlet only what outlets do is carried on."""
    if scene.topic_sentence > scene.last_sentence and view.index - scene.topic_sentence == 1:
        return scene.topic
    if view.index - scene.last_sentence > _CARRIED_WITHIN:
        return ()
    if report.lemma in OUTLETS_OWN or not are_outlets(scene.last, analysis):
        return scene.last
    return scene.voice if view.index - scene.voice_sentence <= _CARRIED_WITHIN else ()
