"""Who is meant by a word that names nobody: 彼, 同氏, 同省, 両首脳, or a title alone.

Each is resolved by the document's own cast and by what the sentences before have brought up; what
fits two is left unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import TitleKind
from soten.records import ActorType, Speaker

PRONOUNS = frozenset(("彼", "彼女", "同氏", "氏", "同容疑者", "本人"))
_OTHERS = ("副", "元", "前", "次期", "首席", "筆頭", "前", "旧")
"""Before a title these make it another's: the 副大統領 is no 大統領."""
_SAME_KIND = {
    "国": ActorType.STATE,
    "省": ActorType.ORGANIZATION,
    "軍": ActorType.FORCE,
    "通信": ActorType.OUTLET,
    "紙": ActorType.OUTLET,
    "局": ActorType.OUTLET,
    "通信社": ActorType.OUTLET,
    "委員会": ActorType.ORGANIZATION,
    "委": ActorType.ORGANIZATION,
    "党": ActorType.ORGANIZATION,
    "機関": ActorType.ORGANIZATION,
    "政府": ActorType.STATE,
    "当局": ActorType.STATE,
    "組織": ActorType.ORGANIZATION,
    **dict.fromkeys(
        "団体 勢力 グループ 社 連盟 財団 庁 銀行 機構 議会 理事会".split(), ActorType.ORGANIZATION
    ),
    **dict.fromkeys("誌 サイト テレビ メディア 新聞 放送".split(), ActorType.OUTLET),
    "部隊": ActorType.FORCE,
}
"""What 同 is before these words."""
_ANY_OF = {
    **dict.fromkeys(
        ("組織", "団体", "勢力", "グループ"), (ActorType.ORGANIZATION, ActorType.FORCE)
    ),
    **dict.fromkeys(("社", "機関", "党", "連盟", "財団"), (ActorType.ORGANIZATION,)),
    **dict.fromkeys(
        ("紙", "誌", "局", "通信", "サイト", "テレビ", "メディア", "新聞", "放送"),
        (ActorType.OUTLET,),
    ),
    **dict.fromkeys(("軍", "部隊"), (ActorType.FORCE,)),
}
"""Of what kind is the last one named that these words may mean whatever its name: 同組織, 同紙."""


_SUBJECT_MARKS = ("は", "が", "も")
_RECENT = 600
"""Characters before within which one of several bearers of a title is the one meant."""


@dataclass(slots=True)
class Scene:
    """What the sentences before have brought up: who spoke last, whom was spoken of."""

    last: tuple[Speaker, ...] = ()
    last_sentence: int = -9
    paragraph: int = -1
    topic: tuple[Speaker, ...] = ()
    """Of whom the last sentence without a statement told."""
    topic_sentence: int = -9
    voice: tuple[Speaker, ...] = ()
    """The last speakers that are more than outlets."""
    voice_sentence: int = -9
    place: int = 0
    """Where the sentence being read begins."""
    press: tuple[Speaker, ...] = ()
    """The outlets last reported from."""
    press_sentence: int = -9
    pair: tuple[Speaker, ...] = ()
    """The two or more parties last named together as subject."""
    trio: tuple[Speaker, ...] = ()
    """The last three parties named together."""
    groups: dict[int, tuple[Speaker, ...]] = field(default_factory=dict)
    """The states last listed and counted, by how many they are: 4カ国."""
    source: tuple[Speaker, ...] = ()
    """Who the last 〜によると named, if no outlet."""
    source_sentence: int = -9
    documents: dict[str, tuple[tuple[Speaker, ...], int]] = field(default_factory=dict)
    """Whose a document is, by its noun, and the sentence that said so."""
    people: list[str] = field(default_factory=list)
    """Keys of the people named so far, the latest last."""

    def note(self, speakers: tuple[Speaker, ...], view: SentenceView) -> None:
        """Remember who spoke in this sentence."""
        self.last, self.last_sentence, self.paragraph = speakers, view.index, view.paragraph

    def note_parties(self, parties: tuple[Speaker, ...]) -> None:
        """Remember the parties that a sentence named together, if any."""
        self.pair = parties or self.pair
        self.trio = parties if len(parties) == 3 else self.trio


def is_same_source(head: str, last: Speaker) -> bool:
    """Say whether 同当局者 is the unnamed speaker before."""
    if last.anonymous is None or not head.startswith("同") or len(head) < 3:
        return False
    return head[1:].rstrip("ら") in last.anonymous


def resolve_same(head: str, analysis: Analysis, scene: Scene) -> str | None:
    """Resolve 同氏, 同大統領, 同報道官, 彼, 同省, 同国 by the latest that fits."""
    kind = head[1:] if head.startswith("同") else ""
    if head in PRONOUNS or kind in ("氏", "容疑者"):
        return scene.people[-1] if scene.people else None
    title = analysis.index.titles.get(kind)
    if title is not None:
        if _is_of_somebody_unnamed(kind, analysis, scene):
            return None
        for key in reversed(scene.people):
            if any(t.endswith(kind) for t in _titles(analysis, key)):
                return key
        return None
    wanted = _SAME_KIND.get(kind)
    if wanted is None:
        return None
    if kind not in ("国", "政府", "当局"):
        return _latest_named(kind, analysis, scene)
    return _latest_of(wanted, kind, analysis, scene)


def _is_of_somebody_unnamed(title: str, analysis: Analysis, scene: Scene) -> bool:
    """Say whether a title was last borne by somebody without name: 同報道官 after 「A省報道官は」."""
    text, at = analysis.text, scene.place
    while (at := text.rfind(title, 0, at)) > 0:
        end, before = at + len(title), text[at - 1]
        if before == "同" or before not in "の" and not _is_noun_letter(before):
            continue
        if text[end] not in _SUBJECT_MARKS:
            continue
        return end not in analysis.name_by_stop
    return False


def _is_noun_letter(letter: str) -> bool:
    return "ァ" <= letter <= "ー" or "一" <= letter <= "龥"


def _latest_named(kind: str, analysis: Analysis, scene: Scene) -> str | None:
    """Return the last body named before whose name ends like the word after 同: 同省, 同委員会."""
    wanted = _ANY_OF.get(kind)
    loose = None
    for name in reversed(analysis.names.within(0, scene.place)):
        written = analysis.text[name.start : name.end]
        if written.endswith(kind) and not written.startswith("同"):
            return name.member
        if loose is None and wanted is not None and analysis.member(name).type in wanted:
            loose = name.member
    return loose


def _latest_of(wanted: ActorType, kind: str, analysis: Analysis, scene: Scene) -> str | None:
    for speaker in reversed(scene.last):
        member = analysis.cast.members.get(speaker.entity or "")
        if member is not None and member.type is wanted:
            return member.key
    if scene.last and kind in ("国", "政府", "当局"):
        member = analysis.cast.members.get(scene.last[-1].entity or "")
        if member is not None and member.side in analysis.cast.members:
            return member.side
    return None


def _titles(analysis: Analysis, key: str) -> list[str]:
    member = analysis.cast.members[key]
    entry = analysis.index.actors.get(key)
    return [*member.titles, *(role.title for role in entry.roles)] if entry else member.titles


def title_at(phrase: Phrase, analysis: Analysis) -> str | None:
    """Return the title that closes a phrase: 大統領 in 「ロシアの大統領は」; 氏 and さん are none."""
    return _title_ending(phrase, phrase.head_end, analysis)


def title_before_side(phrase: Phrase, analysis: Analysis) -> str | None:
    """Return the title of whose side speaks: 前大統領 in 「前大統領側は」."""
    return _title_ending(phrase, phrase.head_end - 1, analysis)


def _title_ending(phrase: Phrase, end: int, analysis: Analysis) -> str | None:
    for word in reversed(analysis.words.within(phrase.start, end)):
        if word.end == end and word.text in analysis.index.titles:
            if analysis.index.titles[word.text].kind is not TitleKind.HONORIFIC:
                return word.text
    return None


def holder_of(
    title: str, head: str, at: int, view: SentenceView, analysis: Analysis, scene: Scene
) -> str | None:
    """Return the one member of the cast who bears a title, on the side named before it if any.

    「大統領は」, 「ロシアの大統領は」, 「エチオピア外相は」; of several it is the one who spoke last.
    """
    exact = [m for m in analysis.cast.members.values() if head != title and head in m.titles]
    if len(exact) == 1:  # 前大統領は
        return exact[0].key
    side = None
    owner = None
    if len(title) < len(head):
        owner = analysis.name_by_stop.get(view.phrases[at].head_end - len(title))
        if owner is None or owner.start > view.phrases[at].start:
            return None
    elif at > 0 and view.phrases[at - 1].particle == "の":
        owner = analysis.name_by_stop.get(view.phrases[at - 1].head_end)
        if owner is None:
            return None
    if owner is not None:
        side = analysis.member(owner).side
    bearers = [
        m
        for m in analysis.cast.members.values()
        if m.type is ActorType.PERSON
        and any(t.endswith(title) and not t.endswith(_OTHERS, 0, -len(title)) for t in m.titles)
        and (side is None or m.side == side)
    ]
    if len(bearers) > 1:
        named = {
            n.member for n in analysis.names.within(max(0, scene.place - _RECENT), scene.place)
        }
        bearers = [m for m in bearers if m.key in named] or bearers
    if len(bearers) > 1:
        last = {s.entity for s in (*scene.last, *scene.topic)}
        bearers = [m for m in bearers if m.key in last]
    return bearers[0].key if len(bearers) == 1 else None
