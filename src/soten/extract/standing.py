"""Standing: whether a talk is planned, held, put off or only asked for, and what it brought.

What the cues of the packs say of it counts first (中止, 延期, 可能性); else the predicate that tells
of it: who asked for it, and its tense.
"""

from __future__ import annotations

import re

from soten.extract.gatherings import Gathering, Use
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.japanese.moments import Relation
from soten.japanese.phrases import Phrase
from soten.lexicon.entries import CueKind
from soten.records import Outcome, TalkStatus

_DECIDED = (TalkStatus.CANCELLED, TalkStatus.POSTPONED, TalkStatus.UNCERTAIN)
_BEFORE_NOUN = 30
"""Characters before the noun in which the clause that modifies it stands."""
_CHAINING = frozenset(("te", "stem", "while", "other"))
_ONGOING = re.compile(
    r"[てで](?:い(?!な)|おり|お(?:る|り|い))|進行中|継続中|協議中|交渉中|会談中|続く(?:中|なか|。)|つつある"
)
_ASKED_FOR = re.compile(
    r"(?:よう(?:に)?|こと(?:を|について)?|ため|べき(?:だ)?(?:と|など)?)?[^。]{0,14}?(?:提案|提唱|打診|要請|呼び?[かけ掛]け|申し入れ|申し出|持ちかけ|持ち掛け|"
    r"促し|促す|求め|要求し|望み|望む|望んで|希望し|訴え|働き[かけ掛]け|招待し|期待)"
)
_WISHED = re.compile(
    r"(?:会|会談し|協議し|話し合い|対話し|交渉し|面会し|行い|開き|持ち)た(?:い|く)(?!な)"
)
_ABLE = re.compile(r"用意|準備|意向|意思|必要|べき|ねばなら|なければ|余地|権利|資格")
_PLANNED = re.compile(
    r"予定|見通し|見込み|方針|計画|運び|ことに(?:な|し|合意)|ことで(?:合意|一致)|ことを(?:決|約束|明らか|発表|確認)|"
    r"ことが[^。]{0,16}?(?:決ま|固ま|確実|確定|明らか|分か|わか)|だろう|でしょう|ため(?:に|、)|"
    r"(?:会談|協議|会合|会議)へ(?:\Z|[。\s])|はずだ|つもり|日程"
)


def status_of(
    analysis: Analysis, rules: Rules, gathering: Gathering, chain: int
) -> TalkStatus | None:
    """Return what became of a talk, or None where the text only names it.

    `chain` is where the words that modify the noun begin. A talk that is denied, refused or told
    under a condition has no status.
    """
    text = analysis.text
    if gathering.use is Use.AROUND:
        return _around(text, gathering)
    modifier = _modifying(text, gathering) if _is_at(gathering) else None
    if modifier is not None or _is_due(text, gathering):
        return modifier or TalkStatus.PLANNED
    if gathering.use is Use.SETTING:
        end = gathering.view.end
        is_set = _SCHEDULED.search(text, max(gathering.end, end - _CLOSE), end) is not None
        return TalkStatus.PLANNED if is_set else TalkStatus.HELD
    decided = _decided(text, rules, gathering, max(chain, gathering.start - _BEFORE_NOUN))
    predicate = gathering.predicate
    if decided is not None or predicate is None:
        return decided
    if predicate.negated or predicate.joint == "if":
        return TalkStatus.CANCELLED if _fell_through(gathering, predicate) else None
    put_off = _put_off(text, gathering, predicate)
    if put_off is not None or gathering.wanted is not None:
        return put_off or TalkStatus.PROPOSED
    if gathering.use is Use.ASKED:
        return _asked(predicate)
    lasts = _lasts_until(analysis, gathering, predicate)
    return TalkStatus.ONGOING if lasts else _by_tense(text, gathering, _told_until(gathering))


def _decided(text: str, rules: Rules, gathering: Gathering, before: int) -> TalkStatus | None:
    """What a cue of the packs says, after the noun first, then in what modifies it."""
    cues = rules.cues[CueKind.TALK_STATUS]
    if gathering.predicate is None:
        hit = cues.best(text, before, gathering.start)
        return TalkStatus(hit.cue.value) if hit is not None else None
    end = _told_until(gathering)
    for start in (gathering.start, before):
        hit = cues.best(text, start, end)
        if hit is not None and hit.cue.value in _DECIDED:
            return TalkStatus(hit.cue.value)
    return None


def _lasts_until(analysis: Analysis, gathering: Gathering, predicate: Phrase) -> bool:
    """Say whether only the end of a talk is told, so it has begun: 「交渉は20日まで行われる」."""
    if gathering.use is not Use.OCCURS or _is_past(analysis.text, predicate):
        return False
    if predicate.lemma not in _TAKING_PLACE or not predicate.passive:
        return False
    times = analysis.times.within(gathering.view.start, predicate.start)
    if len(times) != 1 or times[0].relation is not Relation.UNTIL:
        return False
    return "/" not in times[0].edtf.removeprefix("../")  # no 「3日から20日まで」


def _is_due(text: str, gathering: Gathering) -> bool:
    """Say whether something is to be done by the next talk: 「次の協議までに」."""
    if gathering.use is not Use.NAMED or not gathering.phrase.particle.startswith("まで"):
        return False
    return _NEXT.search(text, gathering.view.start, gathering.start) is not None


_NEXT = re.compile(r"(?:次|次回|来たる|来るべき)の?\Z")


def _is_at(gathering: Gathering) -> bool:
    """Say whether the sentence tells something else of a talk than that it takes place."""
    predicate = gathering.predicate
    if gathering.use is Use.OCCURS:
        return predicate is not None and predicate.lemma is None
    return gathering.use in (Use.SETTING, Use.NAMED)


def _modifying(text: str, gathering: Gathering) -> TalkStatus | None:
    """What a clause before the noun tells: 「4日に行われたA国との協議で」, 「8日に開かれる会談の」."""
    for k in range(gathering.at - 1, max(-1, gathering.at - 1 - _CHAIN), -1):
        phrase = gathering.view.phrases[k]
        if phrase.lemma in _TAKING_PLACE and phrase.joint == "adnominal" and phrase.passive:
            if phrase.past:
                return TalkStatus.HELD
            going_on = _ONGOING.search(text, phrase.start, phrase.end)
            return TalkStatus.ONGOING if going_on else TalkStatus.PLANNED
        if phrase.lemma is not None or phrase.particle.endswith(("は", "が")):
            return None
    return None


_CHAIN = 9
"""Phrases before the noun among which the predicate that modifies it stands."""
_TAKING_PLACE = frozenset("行う 行なう 開く 開催する 実施する 催す 持つ 設ける".split())


def _is_past(text: str, predicate: Phrase) -> bool:
    """Say whether a predicate stands in the past; the だ of 臨んだ is た."""
    return predicate.past or text.startswith("んだ", predicate.head_end - 1)


def _fell_through(gathering: Gathering, predicate: Phrase) -> bool:
    """Say whether a talk did not come about: 「会談は実現しなかった」."""
    if gathering.use is not Use.OCCURS or not predicate.past:
        return False
    return predicate.lemma in _COMING_ABOUT or (
        predicate.passive and predicate.lemma in _TAKING_PLACE
    )


_COMING_ABOUT = frozenset("実現する 成立する".split())
_CALLED_OFF = ("中止", "取りやめ", "取り止め", "キャンセル", "見送", "白紙", "お流れ", "流れ")
_WAS_PLANNED = re.compile(
    r"(?:予定|見込み|見通し|はず|計画|運び|方針)(?:だった|でした|とされてい|になってい)[^。、]{0,3}が"
)
_DROPPED = re.compile(
    r"(?:中止|取りやめ|取り止め|キャンセル|見送|白紙|お流れ|延期|先送り)(?:に|と|さ|られ|し|が)"
)
"""What became of a plan told before: 「…の予定だったが、中止になった」."""


def _put_off(text: str, gathering: Gathering, predicate: Phrase) -> TalkStatus | None:
    """Say what a predicate like 中止する tells, or one after 「予定されていたが」."""
    if predicate.lemma in _PUT_OFF:
        return _PUT_OFF[predicate.lemma]
    end = gathering.view.end
    was_planned = predicate.joint == "but" or _WAS_PLANNED.search(text, predicate.head_end, end)
    if was_planned and (dropped := _DROPPED.search(text, predicate.head_end, end)):
        is_off = dropped.group().startswith(_CALLED_OFF)
        return TalkStatus.CANCELLED if is_off else TalkStatus.POSTPONED
    if predicate.lemma not in _SET or not predicate.past:
        return None
    later = gathering.view.phrases[(gathering.tells or 0) + 1 :]
    found = (_PUT_OFF.get(p.lemma or "") for p in later if not p.negated)
    return next((status for status in found if status is not None), None)


_SET = frozenset("予定する 計画する".split())


def _asked(predicate: Phrase) -> TalkStatus | None:
    lemma = predicate.lemma or ""
    if lemma in _REFUSED:
        return None
    if lemma in _SETTLED:
        return TalkStatus.PLANNED
    return TalkStatus.PROPOSED


_REFUSED = frozenset(
    "拒否する 拒む 断る 拒絶する 一蹴する 否定する 発表する 表明する 示唆する 仲介する 期待する".split()
)
_SETTLED = frozenset("約束する 合意する 決める 決定する 受け入れる".split())


def _by_tense(text: str, gathering: Gathering, end: int) -> TalkStatus | None:
    predicate = gathering.predicate
    assert predicate is not None
    after, tail = text[predicate.start : end], text[predicate.head_end : end]
    is_past = _is_past(text, predicate)
    if gathering.phrase.particle == "へ" and gathering.at < (gathering.tells or 0):
        return TalkStatus.PLANNED
    if _WISHED.search(after) or (not is_past and _ASKED_FOR.match(tail)):
        return TalkStatus.PROPOSED
    if is_past and predicate.lemma not in _SETTING:
        return TalkStatus.HELD
    if is_past and predicate.lemma != "予定する":
        return TalkStatus.PLANNED
    last = closing(gathering)
    goes_on = last is predicate and _ONGOING.search(text, predicate.start, predicate.end)
    told_from = predicate.start if goes_on else gathering.start
    is_set = "予定" in text[told_from:end] and not last.past
    if is_set or _INTENDED.search(after) or _PLANNED.search(after):
        return TalkStatus.PLANNED
    if _ABLE.search(tail[:_CLOSE]):
        return None
    return _in_present(text, gathering, predicate, last)


def _in_present(text: str, gathering: Gathering, predicate: Phrase, last: Phrase) -> TalkStatus:
    """What a predicate that is not past tells: 「協議している」, 「会談し、…と述べた」, 「4日に会談。」."""
    prepared = _PREPARED.search(text, gathering.end, max(gathering.end, predicate.start))
    if predicate.lemma in _PREPARING or prepared is not None:
        return TalkStatus.PLANNED
    if _ONGOING.search(text, predicate.start, predicate.end) or predicate.lemma in _BEGINNING:
        return TalkStatus.ONGOING
    is_told = _is_past(text, last) or (
        last is not predicate and _ONGOING.search(text, last.start, last.end)
    )
    is_bare = _is_bare(text, predicate) or _closes(text, gathering)
    is_headline = text[gathering.view.end - 1] != "。" and is_bare
    if is_headline and text[gathering.view.end - 1] == "へ":
        return TalkStatus.PLANNED
    return TalkStatus.HELD if is_told or is_headline or _is_bare(text, last) else TalkStatus.PLANNED


_SETTING = frozenset("予定する 設定する 組む セットする".split())
"""What has been done with a talk that is still to come: 「会談が31日に設定された」."""
_CLOSE = 14
"""Characters after a predicate in which it is told that it is only possible."""


def _is_bare(text: str, predicate: Phrase) -> bool:
    """Say whether a predicate is a noun alone, as at the end of 「両首脳が4日に会談。」."""
    return predicate.end == predicate.head_end and text[predicate.end - 1] not in _PRESENT


def _closes(text: str, gathering: Gathering) -> bool:
    """Say whether the noun itself closes what is told: 「両首脳が電話会談 2年ぶり」."""
    return gathering.tells == gathering.at and text[gathering.end : gathering.end + 1] in _PAUSES


_PAUSES = frozenset((" ", "　", "。", "、", "\n", ""))


_PRESENT = frozenset("うくすつぬむるぐぶいしきちりみびぎ")
"""How a verb in the present ends; a bare noun does not: 「4日に協議。」"""


_PUT_OFF = {
    "中断する": TalkStatus.POSTPONED,
    "停止する": TalkStatus.POSTPONED,
    "先送りする": TalkStatus.POSTPONED,
    "延期する": TalkStatus.POSTPONED,
    "順延する": TalkStatus.POSTPONED,
    "繰り延べる": TalkStatus.POSTPONED,
    "変更する": TalkStatus.PLANNED,
    "前倒しする": TalkStatus.PLANNED,
    "ずらす": TalkStatus.PLANNED,
    "早める": TalkStatus.PLANNED,
    "繰り上げる": TalkStatus.PLANNED,
    "繰り下げる": TalkStatus.POSTPONED,
    "延びる": TalkStatus.POSTPONED,
    "ずれ込む": TalkStatus.POSTPONED,
    "見合わせる": TalkStatus.POSTPONED,
    "棚上げする": TalkStatus.POSTPONED,
    "保留する": TalkStatus.POSTPONED,
    "凍結する": TalkStatus.POSTPONED,
    "打ち切る": TalkStatus.CANCELLED,
    "中止する": TalkStatus.CANCELLED,
    "取りやめる": TalkStatus.CANCELLED,
    "取り止める": TalkStatus.CANCELLED,
    "見送る": TalkStatus.CANCELLED,
    "流れる": TalkStatus.CANCELLED,
    "キャンセルする": TalkStatus.CANCELLED,
    "取り消す": TalkStatus.CANCELLED,
}
"""Predicates that tell by themselves that a talk is not held now, or not at all."""
_BEGINNING = frozenset("始める 開始する 始まる 入る 進める 続ける 続く".split())
_SCHEDULED = re.compile(r"予定|見通し|方針|見込み")
_PREPARING = frozenset("予定する 計画する 調整する 準備する 企画する 設定する".split())
_PREPARED = re.compile(r"(?:に向けた|の|へ向けた)(?:日程|最終|日程の)?(?:調整|準備|段取り)[をもが]")
"""What is done is only to prepare the talk: 「会談に向けた調整を行っている」."""
_INTENDED = re.compile(r"(?:[おこそとのほもよろごぞどぼぽ]う|よう)と(?:し|する)")
_OVER = re.compile(r"[^、。]{0,6}(?:後|翌日|終え|経て|冒頭|合間|直前|以来|以降|あと)")


def _around(text: str, gathering: Gathering) -> TalkStatus | None:
    """What a talk is before or after which something is told: held where that has happened."""
    last = gathering.view.phrases[-1]
    if not _after(text, gathering):
        return None
    is_told = last.past or last.lemma is None or _ONGOING.search(text, last.start, last.end)
    return TalkStatus.HELD if is_told else TalkStatus.PLANNED


def _after(text: str, gathering: Gathering) -> bool:
    """Say whether something is told that followed the talk: 「会談後」, 「会談を終え」."""
    return _OVER.match(text, gathering.end) is not None


def closing(gathering: Gathering) -> Phrase:
    """Return the predicate whose tense holds for the one that tells of the talk."""
    phrases = gathering.view.phrases
    at = gathering.tells if gathering.tells is not None else gathering.at
    phrase = phrases[at]
    if phrase.past or not (phrase.joint in _CHAINING or _goes_along(phrases, at)):
        return phrase
    for k in range(at + 1, len(phrases)):
        later = phrases[k]
        if later.lemma is None or later.joint in ("other", "adnominal") or _goes_along(phrases, k):
            continue
        if later.past or later.joint not in _CHAINING:
            return later
    return phrases[-1] if phrases[-1].lemma is not None else phrase


def _goes_along(phrases: list[Phrase], at: int) -> bool:
    """Say whether a predicate is joined by とともに: 「会談するとともに」, read as と and とも."""
    following = phrases[at + 1] if at + 1 < len(phrases) else None
    return (
        phrases[at].joint == "quoted"
        and following is not None
        and following.particle in ("に", "にも")
        and following.head_end - following.start == len("とも")
        and following.lemma is None
    )


def _told_until(gathering: Gathering) -> int:
    """Where the words that tell what became of the talk end."""
    phrases = gathering.view.phrases
    at = gathering.tells if gathering.tells is not None else gathering.at
    phrase = phrases[at]
    if phrase.joint in ("but", "if"):
        return phrase.end
    if phrase.joint in ("te", "stem", "while") and phrase.comma:
        return phrase.end
    for later in phrases[at + 1 :]:
        if later.comma:
            return later.end
    return gathering.view.end


def outcome_of(analysis: Analysis, rules: Rules, gathering: Gathering) -> Outcome | None:
    """Return what a talk brought, as the rest of its sentence tells."""
    cues = rules.cues[CueKind.TALK_OUTCOME]
    hit = cues.best(analysis.text, gathering.start, gathering.view.end)
    return Outcome(hit.cue.value) if hit is not None else None
