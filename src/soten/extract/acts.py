"""Speech acts: what a report does, from its verb, its negation and the content itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from soten.extract.plainly import in_plain_words
from soten.extract.reporting import Report
from soten.extract.rules import Rules
from soten.lexicon.entries import CueKind, Frame
from soten.records import Act, Span

_BY_OBJECT = frozenset((Act.DENY, Act.REJECT, Act.DEMAND))
_ASSERTIVE = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.EXPLAIN))
_CONCESSION = re.compile(
    r"(?:可能性|考え|意向|譲歩|割譲|参加|撤退|撤回|応じる(?:こと|考え)|用意)\Z"
)
"""To rule these out is to refuse, not to contest a fact."""
_UNTIL_MET = re.compile(r"(?:まで(?:に)?は|ない限り|なければ|なしに(?:は)?)")
"""A condition still to be met, that makes 〜ではない a demand at most and never a denial."""
_BACKGROUND = re.compile(
    r"(?:(?:て|で|が)いた|ていなかった|(?:て|で)きた|と(?:み|見)られ(?:る|ている)|見込まれ(?:る|ている|ていた)"
    r"|(?:見|知|確実視|有力視)(?:られ|され)て(?:いる|います)|知られる|(?:可能性|恐れ|おそれ|見通し|疑い)(?:が|も)"
    r"(?:ある|あります|高い|強い)|(?:もの|(?<!という)こと|わけ|見通し|ため|ケース|例|状況|状態|異例|可能)(?:だ|である|です)?"
    r"|である|ことにな(?:る|って(?:いる|います))|を(?:上回|下回|超え)る|という?(?:方法|形|方式)を[^、。]{1,8}いる"
    r"|(?:多|少な|高|低|強|弱|遠|近)い|減少した|増加した|判断をした|だろう|だったという)\Z"
)
"""What 〜によると tells of how things are, were or may be, and not of what happened: it explains."""
_MAKING_KNOWN = frozenset("発表する 公表する 明らかにする 公開する 告知する 告示する".split())
_OVERRULED = frozenset((Act.WILLING, Act.WARN, Act.DOUBT, Act.EXPLAIN))
"""What these verbs make known, though the words themselves would do this: 措置をとると発表した."""
_INSISTING = frozenset("主張する 断言する 言い張る 言い切る 考える 信じる".split())
"""Who does this holds it as true, however it sounds and whoever it is."""
_READY = re.compile(r"(?:用意|準備|意思|意志)(?:が|は)|つもり")
_STUDIES = ("分析", "推計", "試算", "推定", "データ", "統計", "評価", "予測", "予報", "観測")
"""What by 〜によると explains, whatever it tells."""
_HEARING = frozenset(("いう", "言う", "する"))
"""Verbs that without subject pass on what the speaker of the sentence before made known."""
_SAID = re.compile(
    r"と(?:改めて|重ねて|繰り返し|強く)?(?:述べ|語っ|話し|明言し|表明し|説明し|強調し|主張し|発言し|指摘し|訴え|答え|明らかにし)"
    r"(?:た|ている)(?:の(?:だ|です))?\Z"
)
"""To pass on that somebody said so is to make it known, whatever was said."""
_EARLIER = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)年|今年\d{1,2}月|昨年|一昨年|去年")
"""A year or month gone by, that at the head of what is told makes it the story behind the news."""
_HEAD = 24
_RELAYING = frozenset("伝える 報じる 報道する 配信する 放送する".split())
_STATE = re.compile(
    r"(?:帰属|領有権?|主権|権利|正当性|正統性|合法性|支障|被害|窮状|苦境|無実|無罪|潔白|実績|成果|勝利|成功"
    r"|優位|関与|症状|吐き気|痛み|体調不良|違法性|危険性|重要性|有効性|安全性|不安|苦しみ|痛み|存在)\Z"
)
"""To claim or plead these is to hold that they are so, not to ask for them."""
_ACCEPTING = re.compile(r"(?:受け入れ|受諾|同意|応諾)(?:の|する|る)?(?:意思|意向|考え)?\Z")
_GRANTED = re.compile(
    r"(?:国境線?|境界線?|独立|権利|主権|領有権?|帰属|結果|投票|選挙|政権|政府|国家|併合|編入|参加|加盟|訪問|入国"
    r"|派遣|駐留|越境|保有|提案|要求|要請|地位|正統性|自治|決議|判決|管轄権?|延長|例外)\Z"
)
"""Not to recognize or allow these is to refuse; not to admit anything else is to deny."""
_WORDS = re.compile(
    r"(?:コメント|回答|返答|言及|明言|発言|取材|(?:詳細|情報|内容)[^。、]{0,8}(?:提供|公表|開示|説明)(?:すること)?|詳細)\Z"
)
"""To refuse these is to say nothing."""
_ASKED = re.compile(r"(?:コメント|取材|問い合わせ|質問)[^、。]{0,8}\Z")
"""Not to meet these is to decline: コメントの求めに応じなかった."""
_DENIED_TWICE = re.compile(
    r"な(?:い(?:わけ|こと|もの)(?:では|でも|は|も)な(?:い|かった|く)|いと(?:は|も)(?:言え|いえ|限ら|かぎら)|く(?:は|も)な(?:い|かった))"
)
"""応じないわけではない: what is denied twice is neither refused nor denied."""
_COULD_NOT = re.compile(r"[^。、]{0,12}確認(?:が|は|も)?(?:でき|出来|取れ|とれ)")
"""Who could not confirm something denies nothing: 「独自に確認できていない」."""
_NEGATIVE = frozenset((Act.DENY, Act.REJECT))
_CLOSING = "。！!\n」』 　"
"""What may close a sentence; a question mark is part of what is asked."""
_SENTENCES = 2
"""Sentences at the end of a long quotation that are asked, until one tells what it does."""
_OUTSPOKEN = 3
"""Least weight of what a sentence does that is not the last."""
_TAIL = 40
"""Characters at the end of a sentence in which its modality stands."""
_NEGATED: dict[Act, Act | None] = {
    Act.CONFIRM: Act.DENY,
    Act.ACCEPT: Act.REJECT,
    Act.ANNOUNCE: Act.DECLINE,
    Act.DECLINE: Act.DECLINE,
}
"""What a negated verb does: 認めなかった denies, 明らかにしなかった declines; others say nothing."""


def act_of_report(report: Report, content: Span, rules: Rules, text: str) -> Act | None:
    """Return the act of a report, None where a negated verb reports nothing."""
    act = report.act
    if report.negated:
        return _negated(act, report, content, text)
    if act is Act.DECLINE and report.frame in (Frame.ABOUT, Frame.NI):
        return None
    if act in _BY_OBJECT:
        return _act_on_object(act, report, content, text)
    if act is Act.WILLING:
        return _act_of_will(content, rules, text)
    if act in _ASSERTIVE:
        return _act_of_assertion(act, report, content, rules, text)
    brushes_aside = act is Act.CRITICIZE and report.frame is Frame.TO
    denies = brushes_aside and act_of_content(act, content, rules, text) is Act.DENY
    return Act.DENY if denies else act


def _act_of_assertion(act: Act, report: Report, content: Span, rules: Rules, text: str) -> Act:
    """Return what the content does, where its verb only says it, makes it known or explains it."""
    if report.lemma in _RELAYING and report.frame is Frame.TO:
        told = act_of_information(content, rules, text)
        return act if told is Act.CRITICIZE else told
    told = act_of_content(act, content, rules, text)
    is_ready = told is Act.WILLING and _READY.search(text, content.start, content.end)
    if report.lemma in _INSISTING and told in (Act.ANNOUNCE, Act.EXPLAIN):
        return act
    verb = rules.verbs.get(report.lemma)
    if told is Act.ANNOUNCE and verb is not None and verb.acts.get(report.frame) is Act.EXPLAIN:
        return act
    if report.lemma in _MAKING_KNOWN and told in _OVERRULED and not is_ready:
        return act
    return report.tone if report.tone is not None and told is act else told


def _negated(act: Act, report: Report, content: Span, text: str) -> Act | None:
    """Return what a negated verb does with this content, None where it does nothing."""
    if act is Act.CONFIRM and _COULD_NOT.match(text, content.end):
        return Act.DOUBT
    if act is Act.CONFIRM and report.frame is Frame.WO:
        return Act.REJECT if _GRANTED.search(text, content.start, content.end) else Act.DENY
    is_silence = act is Act.ACCEPT and _ASKED.search(text, content.start, content.end)
    return Act.DECLINE if is_silence else _NEGATED.get(act)


def _act_of_will(content: Span, rules: Rules, text: str) -> Act:
    """受け入れる意向 accepts, 受け入れない意向 refuses, any other is willing."""
    if act_of_content(Act.WILLING, content, rules, text) is Act.REJECT:
        return Act.REJECT
    accepts = _ACCEPTING.search(text, content.start, content.end)
    return Act.ACCEPT if accepts else Act.WILLING


def _act_on_object(act: Act, report: Report, content: Span, text: str) -> Act:
    """Return what a verb does to this object: to deny a concession is to refuse it."""
    start, end = content.start, content.end
    if act is Act.DENY:
        return Act.REJECT if _CONCESSION.search(text, start, end) else act
    if act is Act.REJECT:
        return Act.DECLINE if _WORDS.search(text, start, end) else act
    pleads = report.frame is Frame.WO and report.lemma in ("主張する", "訴える")
    return Act.ASSERT if pleads and _STATE.search(text, start, end) else act


def act_of_content(act: Act, content: Span, rules: Rules, text: str) -> Act:
    """Return what the end of the content itself does (べきだ demands), else `act`."""
    for number, clause in enumerate(_last_clauses(content, text)):
        hit = rules.cues[CueKind.ACT].best(clause)
        if hit is None or not isinstance(hit.cue.value, Act):
            continue
        if hit.cue.value is Act.DENY and _UNTIL_MET.search(clause):
            return act
        if hit.cue.value in _NEGATIVE and _DENIED_TWICE.search(clause):
            return act
        if number == 0 or hit.cue.weight >= _OUTSPOKEN:
            return hit.cue.value
    return act


def _last_clauses(content: Span, text: str) -> Iterator[str]:
    """Yield the ends of the last sentences of the content in plain words, the last one first."""
    end = content.end
    for _ in range(_SENTENCES):
        while end > content.start and text[end - 1] in _CLOSING:
            end -= 1
        if end == content.start:
            return
        start = max(content.start, text.rfind("。", content.start, end) + 1)
        yield in_plain_words(text[max(start, end - _TAIL) : end])
        end = start


def act_of_saying(report: Report, rule: str, *, only_tells: bool) -> Act:
    """Return what saying that something is so does: an onlooker explains, 「…という。」 makes known."""
    if only_tells and report.lemma not in _INSISTING:
        return Act.EXPLAIN
    is_carried = rule == "subject-carried" and report.quoted is None
    return Act.ANNOUNCE if is_carried and report.lemma in _HEARING else report.act


def act_of_information(content: Span, rules: Rules, text: str, source: int = 0) -> Act:
    """Return the act of what 〜によると attributes; `source` is where the name of its source ends."""
    if _SAID.search(text, content.start, content.end):
        return Act.ANNOUNCE
    head = min(content.end, content.start + _HEAD)
    background = (
        text.endswith(_STUDIES, 0, source)
        or _BACKGROUND.search(text, content.start, content.end)
        or _EARLIER.search(text, content.start, head)
    )
    return act_of_content(Act.EXPLAIN if background else Act.ANNOUNCE, content, rules, text)
