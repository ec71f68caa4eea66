"""Speakers without a name of their own: 同氏, 大統領は, 米当局者3人, 外務省の報道官, 声明は.

Pronouns and titles alone are resolved by the document's own cast; whom it does not name is described
as the text describes him.
"""

from __future__ import annotations

import re

from soten.extract.coreference import (
    PRONOUNS,
    Scene,
    holder_of,
    is_same_source,
    resolve_same,
    title_at,
    title_before_side,
)
from soten.extract.pairs import PLURALS, resolve_plural
from soten.extract.shortened import owner_that_speaks, resolve_short
from soten.extract.unlisted import is_somebody, takes_the_word
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Member
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import SourceEntry, SourceKind, SuffixKind
from soten.records import ActorType, Speaker

SPEAKING = frozenset(
    (
        ActorType.PERSON,
        ActorType.STATE,
        ActorType.ORGANIZATION,
        ActorType.FORCE,
        ActorType.OUTLET,
    )
)
_ISSUED = ("声明", "談話", "書簡", "報告書", "文書", "宣言", "合意文書")
_OWNED_WITHIN = 6
"""Sentences after which a document is no longer the one named with its owner."""
_KEPT = frozenset(("報告書", "報告", "書簡", "調査報告", "最終報告書", "中間報告書"))
_NUMBERING = re.compile(r"\A[0-9０-９（(]+[)）.．]?[ 　]+")
"""What numbers a paragraph, written in one with its first word: 「１　双方は」."""
_COUNTED_GROUP = re.compile(r"[0-9０-９一二三四五六七八九十数](?:つ|派|組織|団体|党|社)?\Z")
_GROUPS = tuple("勢力 組織 団体 グループ 政党 会派 派 部族 党 機関 企業 労組 陣営".split())
_KNOWING = frozenset("詳しい 通じる 近い 語る 話す 応じる 明かす".split())
"""Predicates before a source that say what kind of source it is: 事情に詳しい関係者."""
_ISSUED_WITHIN = 3
"""Sentences after which a document without owner is no longer the last speakers'."""


def unnamed_at(
    at: int, view: SentenceView, analysis: Analysis, scene: Scene
) -> tuple[Speaker, ...]:
    """A pronoun, a title alone, or a noun for a source without a name."""
    phrase = view.phrases[at]
    head = _NUMBERING.sub("", analysis.text[phrase.start : phrase.head_end])
    if head in PRONOUNS or head.startswith("同"):
        known = resolve_same(head, analysis, scene)
        if known is not None:
            return (Speaker(entity=known),)
        if scene.last and is_same_source(head, scene.last[-1]):
            return scene.last
    if head in PLURALS:
        return resolve_plural(head, analysis, scene) or (Speaker(anonymous=head),)
    owner = owner_that_speaks(at, view, analysis) or _edition_of(phrase, analysis)
    if owner is not None:
        return (owner,)
    if head.endswith("側"):
        leader = title_before_side(phrase, analysis)
        known = holder_of(leader, head[:-1], at, view, analysis, scene) if leader else None
        if known is not None:
            return (Speaker(entity=known),)
    title = title_at(phrase, analysis)
    known = resolve_short(head, at, view, analysis, scene)
    if known is None and title is not None:
        known = holder_of(title, head, at, view, analysis, scene)
    if known is not None:
        return (Speaker(entity=known),)
    return _source(at, view, analysis, scene, title)


def _source(
    at: int, view: SentenceView, analysis: Analysis, scene: Scene, title: str | None
) -> tuple[Speaker, ...]:
    """Describe somebody unnamed in the text's own words: 「米当局者3人」, 「ロシア外務省の報道官」."""
    phrase = view.phrases[at]
    source = _source_word(phrase, analysis)
    if source is None and title is None and not _is_body(phrase, analysis):
        if not is_somebody(phrase, analysis) and not takes_the_word(at, view, analysis):
            return ()
    start = _description_start(at, view, analysis)
    described = analysis.text[start : phrase.head_end]
    if source is not None and source.kind in (SourceKind.TEXT, SourceKind.DATA):
        owner = _owner(start, phrase, analysis)
        if owner is not None:
            return (Speaker(entity=owner.key),)
        if start == phrase.start:
            issuer = _issuer(described, scene, view)
            if issuer:
                return issuer
        if start < phrase.start:  # 国防省の発表 is what the ministry says
            return unnamed_at(at - 1, view, analysis, scene) or (Speaker(anonymous=described),)
    return (Speaker(anonymous=described),)


def _source_word(phrase: Phrase, analysis: Analysis) -> SourceEntry | None:
    """Return the noun for a source that closes the phrase: 当局者 in 「米当局者3人は」."""
    source = None
    for word in analysis.words.within(phrase.start, phrase.head_end):
        entry = analysis.index.sources.get(word.text)
        if entry is not None and word.end + 4 >= phrase.head_end:
            source = entry
    return source


def is_unlisted(phrase: Phrase, speakers: tuple[Speaker, ...], analysis: Analysis) -> bool:
    """Say whether nothing but its form makes the phrase a speaker."""
    described = speakers[-1].anonymous
    if described is None or not described.endswith(analysis.text[phrase.start : phrase.head_end]):
        return False
    known = _source_word(phrase, analysis) is not None or title_at(phrase, analysis) is not None
    return not known and not _is_body(phrase, analysis)


def issues_document(subject: int, view: SentenceView, analysis: Analysis) -> bool:
    """Say whether the subject issues or signs something: 「両国が共同声明で発表した」."""
    return any(
        phrase.particle in ("を", "で", "に") and ends_as_document(phrase, analysis)
        for phrase in view.phrases[subject + 1 :]
    )


def ends_as_document(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether the phrase names something issued: 共同声明, 書簡."""
    return analysis.text[phrase.start : phrase.head_end].endswith(_ISSUED)


def _edition_of(phrase: Phrase, analysis: Analysis) -> Speaker | None:
    """The outlet of which an edition or page is named: 「A新聞電子版」, 「A新聞九州版」."""
    if not analysis.text.endswith(("版", "社説", "朝刊", "夕刊"), phrase.start, phrase.head_end):
        return None
    for name in analysis.names.within(phrase.start, phrase.head_end):
        if name.begin == phrase.start and analysis.member(name).type is ActorType.OUTLET:
            return Speaker(entity=name.member)
    return None


def _issuer(described: str, scene: Scene, view: SentenceView) -> tuple[Speaker, ...]:
    """Whose the document is that 「報告書は」 names: of the body named with it, or who issued it last."""
    noun = described.lstrip("同この")
    owned = scene.documents.get(noun)
    if owned is not None and view.index - owned[1] <= _OWNED_WITHIN:
        return owned[0]
    near = view.index - scene.last_sentence <= _ISSUED_WITHIN
    return scene.last if near and noun.endswith(_ISSUED) else ()


def note_documents(view: SentenceView, analysis: Analysis, scene: Scene) -> None:
    """Remember whose a document is that a sentence names with its owner: 「A委員会の+報告書」."""
    for at in range(1, len(view.phrases)):
        phrase, before = view.phrases[at], view.phrases[at - 1]
        noun = analysis.text[phrase.start : phrase.head_end]
        if noun not in _KEPT or before.particle not in ("の", "による"):
            continue
        name = analysis.name_by_stop.get(before.head_end)
        if name is not None and analysis.member(name).type in SPEAKING:
            scene.documents[noun] = ((Speaker(entity=name.member),), view.index)


def _is_body(phrase: Phrase, analysis: Analysis) -> bool:
    """Say whether the phrase ends like an organization: 「韓国の最高検察庁は」."""
    for word in reversed(analysis.words.within(phrase.start, phrase.head_end)):
        if word.end == phrase.head_end and word.text in analysis.index.bodies:
            return True
        suffix = analysis.index.suffixes.get(word.text)
        if suffix is not None and word.end == phrase.head_end and word.start > phrase.start:
            return suffix.kind in (SuffixKind.ORGANIZATION, SuffixKind.FORCE, SuffixKind.OUTLET)
    return False


def is_counted_group(at: int, view: SentenceView, analysis: Analysis) -> bool:
    """Say whether the phrase is a group without name that a number counts: 「2つの+武装勢力と」."""
    if at == 0 or view.phrases[at - 1].particle != "の" or view.phrases[at].particle != "と":
        return False
    counter, group = view.phrases[at - 1], view.phrases[at]
    if not _COUNTED_GROUP.search(analysis.text, counter.start, counter.head_end):
        return False
    return analysis.text.endswith(_GROUPS, group.start, group.head_end)


def describe(at: int, view: SentenceView, analysis: Analysis) -> Speaker:
    """Return the source that the phrase `at` names, in the text's own words."""
    start = _description_start(at, view, analysis)
    return Speaker(anonymous=analysis.text[start : view.phrases[at].head_end])


def _owner(start: int, phrase: Phrase, analysis: Analysis) -> Member | None:
    """Whose document it is: 「同省の報告書」 belongs to the ministry."""
    for name in analysis.names.within(start, phrase.head_end):
        member = analysis.member(name)
        if member.type in SPEAKING:
            return member
    return None


def _description_start(at: int, view: SentenceView, analysis: Analysis) -> int:
    """Where the description begins: with the phrases tied to it by の, at most two.

    What says how or how well somebody knows belongs to it too: 匿名を条件に語った当局者.
    """
    k = at
    if at > 1 and view.phrases[at - 1].lemma in _KNOWING:
        k = at - 1
        while k > 0 and at - k < 4 and view.phrases[k - 1].particle in ("を", "に", "で", "の"):
            k -= 1
        return view.phrases[k].start
    while k > 0 and at - k < 2:
        before = view.phrases[k - 1]
        if before.particle not in ("の", "による") or before.comma or before.quote is not None:
            break
        k -= 1
    return view.phrases[k].start
