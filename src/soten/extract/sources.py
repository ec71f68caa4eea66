"""〜によると: whom a sentence names as the source of what it tells."""

from __future__ import annotations

from dataclasses import dataclass

from soten.extract.coreference import Scene
from soten.extract.hearsay import hearsay_end
from soten.extract.qualifying import is_main
from soten.extract.relaying import announced_at
from soten.extract.reporting import Report
from soten.extract.settling import Standing, are_outlets
from soten.extract.speakers import Subject, speakers_at
from soten.extract.unnamed import describe
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.records import ActorType, Span, Speaker

_ACCORDING = (
    "によると",
    "によれば",
    "によりますと",
    "によって伝えられたところでは",
    "の話では",
    "の話によると",
)
_BY_ACCOUNT = frozenset(
    "話 推定 推計 見方 分析 集計 発表 説明 調べ 情報 報道 主張 証言 試算 調査 見立て "
    "見積もり まとめ 統計 世論調査 発言 報告 報告書 声明".split()
)
"""What with では is as good as によると: 専門家の推定では."""
_OF = ("の", "による", "からの")
"""Particles between an account and whose it is: 「A紙などの報道によると」."""
_NEAR = 4
"""Phrases after 〜によると within which 〜の話として follows."""
_HEARSAY = frozenset(("いう", "言う"))


@dataclass(frozen=True, slots=True)
class Source:
    """The phrase with によると, whom it names, and which of them are only outlets that pass it on."""

    phrase: int
    speakers: tuple[Speaker, ...]
    hands: tuple[str, ...]
    is_hand: bool
    """True where one is an outlet, or all are described so: what another says there is his, by their hand."""

    @property
    def standing(self) -> Standing:
        """Return what the source settles for the reports of its sentence."""
        return Standing(relayed=self.speakers, told_from=self.phrase + 1)


def find_source(
    view: SentenceView, subjects: list[Subject], analysis: Analysis, scene: Scene
) -> Source | None:
    """Return the source of a sentence, if it names one by 〜によると or 〜の推定では."""
    for at, phrase in enumerate(view.phrases):
        if announced_at(at, view, analysis) is not None:  # Aによるとして: what follows is A's alone
            continue
        if phrase.particle.endswith(_ACCORDING) or _is_account(at, view, analysis):
            speakers = _speakers(at, view, subjects, analysis, scene)
            hands = _outlets(speakers, analysis)
            inner = [h for h in _quoted_outlets(at, view, analysis) if h not in hands]
            is_hand = bool(hands) or are_outlets(speakers, analysis)
            return Source(at, speakers, (*inner, *hands), is_hand=is_hand)
    return None


def _quoted_outlets(at: int, view: SentenceView, analysis: Analysis) -> list[str]:
    """KCNA in 「A通信がKCNAの報道として伝えたところによると」: a hand behind the source."""
    if analysis.text[view.phrases[at].start : view.phrases[at].head_end] != "ところ":
        return []
    found: list[str] = []
    for k in range(1, at):
        announced = announced_at(k, view, analysis)
        if announced is not None:
            name = analysis.name_by_stop.get(view.phrases[announced.source].head_end)
            if name is not None and analysis.member(name).type is ActorType.OUTLET:
                found.append(name.member)
    return found


def _is_account(at: int, view: SentenceView, analysis: Analysis) -> bool:
    """「専門家の+推定では」; but not 「調査では」 alone, nor a subject 「政府の発表では…と述べた」."""
    phrase = view.phrases[at]
    if phrase.particle != "では" or at == 0 or not view.phrases[at - 1].particle.endswith(_OF):
        return False
    return analysis.text[phrase.start : phrase.head_end] in _BY_ACCOUNT


def _speakers(
    at: int, view: SentenceView, subjects: list[Subject], analysis: Analysis, scene: Scene
) -> tuple[Speaker, ...]:
    phrase = view.phrases[at]
    head = analysis.text[phrase.start : phrase.head_end]
    if head in ("それ", "これ"):
        return scene.last
    if head == "ところ":
        told = [s for s in subjects if s.phrase < at]
        return told[-1].speakers if told else ()
    if head in _BY_ACCOUNT and at and view.phrases[at - 1].particle.endswith(_OF):
        owners = speakers_at(at - 1, view, analysis, scene)
        if owners and (phrase.particle == "では" or are_outlets(owners, analysis)):
            return owners
    return speakers_at(at, view, analysis, scene) or (describe(at, view, analysis),)


def _outlets(speakers: tuple[Speaker, ...], analysis: Analysis) -> tuple[str, ...]:
    members = analysis.cast.members
    return tuple(
        s.entity
        for s in speakers
        if s.entity is not None and members[s.entity].type is ActorType.OUTLET
    )


def told_by(source: Source, view: SentenceView, analysis: Analysis) -> Span | None:
    """Return what a sentence tells from its source: all that follows 〜によると."""
    if source.phrase + 1 >= len(view.phrases):
        return None
    start, end = view.phrases[source.phrase + 1].start, told_end(view, analysis)
    return Span(start, end) if start < end else None


def is_passed_on(source: Source, done: list[Report], view: SentenceView) -> bool:
    """Say whether a source only passes on what its sentence tells that others said.

    「報道によると、A氏は…と述べた」; but 「報道によると、A氏が拒否したため変更された」 is told by the press.
    """
    return source.is_hand and any(source.hands or is_main(report, view) for report in done)


def relayed_by(
    source: Source, view: SentenceView, analysis: Analysis, scene: Scene
) -> tuple[tuple[Speaker, ...], int] | None:
    """Return whose words an outlet passes on without a verb of its own, and where they begin.

    「A紙によると、当局者の話として、橋は落ちた模様だ」
    """
    first = source.phrase + 1
    for at in range(first, min(first + _NEAR, len(view.phrases))):
        announced = announced_at(at, view, analysis)
        if announced is None or announced.particle_end + 1 >= len(view.phrases):
            continue
        speakers = speakers_at(announced.source, view, analysis, scene)
        if source.is_hand and speakers:
            return speakers, view.phrases[announced.particle_end + 1].start
    return None


def told_end(view: SentenceView, analysis: Analysis) -> int:
    """Where content ends that no verb closes: before 〜という, とのこと or the full stop."""
    heard = hearsay_end(view, analysis)
    return view.phrases[-1].end if heard is None else heard


def is_hearsay(report: Report, view: SentenceView) -> bool:
    """「A紙によると、B氏は安静にしていると言う」: 言う says no more than that it is told."""
    phrase: Phrase = view.phrases[report.verb]
    is_last = report.verb == len(view.phrases) - 1
    return is_last and report.quoted is None and phrase.lemma in _HEARSAY and not phrase.past
