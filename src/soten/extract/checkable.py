"""Whether what somebody says is a fact that others could check: a deed, a number, a state of things."""

from __future__ import annotations

import re

from soten.extract.findings import StatementFinding
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis
from soten.lexicon.entries import CueKind
from soten.records import Act, Span

_CLAIMING = frozenset((Act.ASSERT, Act.ANNOUNCE, Act.CONFIRM, Act.EXPLAIN, Act.CRITICIZE))
"""Acts that hold something true."""
_SHORTEST = 8
"""Characters that a predicate needs to say what others could check."""
_TAIL = 20
"""Characters at the end of the content in which its mood stands."""
_UNSETTLED = re.compile(
    r"(?:予定|方針|計画|意向|考え|つもり|用意|見通し|見込み|構え)"
    r"(?:だ|である|だった|であった|です|でした|があ(?:る|った|ります))?\Z|"
    r"ことにな(?:った|っている|る|ります)\Z|(?:よう|こと)に(?:する|した|します)\Z|"
    r"べき(?:だ|である|です|では(?:ない|ありません))?\Z|必要が(?:ある|あります)\Z|"
    r"(?:だろう|でしょう|であろう|かもしれ(?:ない|ません)|たい|たいです)\Z|"
    r"(?:可能性|恐れ|おそれ)(?:が|も)(?:ある|あります|残っている|高い)\Z|"
    r"(?:ならない|なりません|求められ(?:る|ている|ます))\Z"
)
"""Endings of what is planned, asked for or only possible: 派遣する方針だ, すべきだ, 恐れがある."""
_MINDED = re.compile(
    r"(?:感じ|思っ|考え|信じ|願っ|期待し|望ん|確信し|懸念し|認識し|検討し|議論し|求め|目指し|努め|承知し|待っ|"
    r"憂慮し|心配し|注視し|留意し|尊重し|評価し|理解し|誇りに思っ|"
    r"(?:確実視|有力視|疑問視|重視|予想|期待|懸念|注目|歓迎)され)"
    r"[てで](?:いる|いた|います|おり|おります|きた)\Z|揺るぎない\Z|には(?:ならない|なりません)\Z|"
    r"(?:権利|緊張|余地|ニュアンス|意義|意味|意思|紆余曲折|課題|必要性|価値|機会)[がはも][^、。]{0,8}"
    r"(?:ある|あった|あります|ない|見られない)\Z|(?:欠かせ|ほかなら|他なら|過ぎ|すぎ|計り知れ)ない\Z|"
    r"(?:考え|立場|方針|姿勢|決意|見解|認識)[はも][^、。]{0,6}変わ[^、。]{1,8}\Z|"
    r"(?:段階|局面|時代|転機|節目|岐路|正念場)[にを][^、。]{0,10}(?:入った|迎えた|迎えている|立っている|差し掛かっている)\Z|"
    r"(?:決して|絶対に|断じて)[^、。]{1,8}ない\Z"
)
"""Endings of what goes on in a mind, is weighed or resolved there: 期待している, 決して屈しない."""
_SPOKEN = re.compile(
    r"(?:訪問|演説|会見|会談|出席|表明|発表|強調|説明|歓迎|批判|非難|概説|指摘|再確認|挨拶|あいさつ)"
    r"(?:を(?:し|行っ|行なっ))?(?:した|しました|た|している|しています)\Z"
)
"""Endings of what is itself speech or ceremony: 演説を行った."""
_FELT = re.compile(
    r"(?:残念|遺憾|無責任|軽率|不適切|喜ばし|うれし|嬉し|幸せ|光栄|悲し|悲痛|つら|辛|恥|ひど|素晴らし|すばらし|心強|心配|"
    r"不安(?!定)|感謝|満足|納得)[^、。]{0,6}(?:だ|です|である|だった|でした|い|かった|思う|思います|[てで]い(?:る|ます|ない|ません))\Z|"
    r"(?:驚い|失望し|安堵し|安心し|うんざりし)(?:た|ている|ました|ています)\Z|"
    r"(?:べき|ほし|欲し|もらいた)(?:く|では|じゃ)?(?:なかった|かった|あった)\Z|"
    r"かねない\Z|(?:だろうか|でしょうか|ですか|ますか|ましたか|のか|ものか)[？?]?\Z|[？?]\Z"
)
"""Endings of a feeling, a judgement or a question: 残念だ, すべきではなかった."""
_RESOLVED = re.compile(
    r"[うくすつぬむぐぶる]ことは(?:ない|ありません|あり得ない|ありえない)\Z|"
    r"[きしえけせてねべめれげ](?:ない|ません)\Z"
)
"""Endings of what somebody will not or cannot do, unless he charges others with it: 戦いをやめない."""
_PLEDGED = re.compile(
    r"(?:[てで]いく|進める|守る|順守する|遵守する|尊重する|目指す|続ける|継続する|行う|行なう|強化する|深める|高める|図る|努める|"
    r"協力する|連携する|実施する|履行する|開く|開催する|支援する|取り組む|協議する|一致する|再開する|設ける|設置する)\Z"
)
"""Endings of what is confirmed as a purpose and not as a fact: 停戦を守ることを確認した."""
_REFUSED = re.compile(r"(?:認め|承認し|受け入れ|応じ|容認し|許さ)(?:られ)?(?:ない|ません)\Z")
"""Endings of a refusal: 結果を認めない."""
_LASTS = re.compile(
    r"(?:[てで]い(?:る|た|ます|ました|ない|ません|なかった)|[てで]おり(?:ます)?|[てで]おらず|た|んだ|"
    r"なかった|ない|ません|上る|のぼる|及ぶ|達する|超える|占める|続く|残る|ある|あります|いる|有する|"
    r"違反する|反する|異なる|模様|という|た疑い|た疑いがある|(?:た|による)もの)\Z"
)
"""Endings of what is told as done or lasting."""
_BARE = re.compile(
    r"(?:する|します|[うくすつぬむぐぶ]|[れせいきしちにみりえけてねめげべじぎび]る)\Z"
)
"""A verb in the present: what will be done."""
_BEING = re.compile(r"(?:だ|である|です|であります)\Z")
_NOMINAL = re.compile(r"[一-龥ァ-ヶー々」』％%0-9０-９）)]\Z")
"""The end of words without a predicate."""
_TOLD_NUMBER = re.compile(
    r"[はが][^はが]*[0-9０-９一二三四五六七八九十百千万億兆割半数][^はが]{0,12}\Z"
)
"""「死者は3万人以上」: a number told of something."""
_PLEADING = frozenset("主張する 訴える 申し立てる".split())
_PLEADED = re.compile(
    r"(?:領有(?:権)?|主権|帰属|所有権|正統性|正当性|合法性|適法性|違法性|違憲性|非合法性|不当性|無罪|無実|潔白|冤罪)\Z"
)
"""What one pleads in a word: 「島の領有権を主張する」."""
_LINKED = re.compile(r"[のをがはにで、]")
_OF_DEEDS = frozenset(
    "battlefield justice forces legitimacy nuclear-weapons disinformation cbrn territory".split()
)
"""Points at issue on which to say what something is (攻撃は宣戦布告だ) is to claim it."""
_OF_TALKS = "process"


def is_checkable(analysis: Analysis, rules: Rules, statement: StatementFinding) -> bool:
    """Say whether a statement holds a fact others could check.

    「橋を破壊した」 and 「死者は20人」 are facts; 「橋を破壊する方針だ」 and 「停戦は近い」 are none.
    """
    if statement.speaker is None or statement.speaker.author or statement.act not in _CLAIMING:
        return False
    text = analysis.text
    start, end = statement.content.start, _bare_end(statement.content, text)
    tail = max(start, end - _TAIL)
    clipped = "した" if _is_clipped(analysis, start, end) else ""
    endings = {text[tail:end], text[tail:end] + clipped}
    if any(_is_minded(statement.act, ending) for ending in endings):
        return False
    lasts = bool(clipped) or _LASTS.search(text, tail, end) is not None
    if statement.act is Act.CONFIRM:
        return lasts or _PLEDGED.search(text, tail, end) is None
    nominal = not lasts and _NOMINAL.search(text, tail, end) is not None
    if nominal:
        pleaded = statement.verb in _PLEADING and _PLEADED.search(text, tail, end) is not None
        return pleaded or _tells_in_nouns(analysis, rules, start, end)
    if statement.act is Act.CRITICIZE:
        return end - start >= _SHORTEST
    if not lasts and _BARE.search(text, tail, end):
        return False
    if analysis.numbers.within(start, end) or _last_cue(rules, text, start, end) is not None:
        return True
    of_deeds = bool(_OF_DEEDS.intersection(statement.issues))
    is_told = lasts or (of_deeds and _BEING.search(text, tail, end) is not None)
    return is_told and statement.issues[:1] != (_OF_TALKS,) and end - start >= _SHORTEST


def _is_minded(act: Act, tail: str) -> bool:
    """Say whether words end in what is planned, felt, asked, resolved or itself spoken."""
    moods = [_UNSETTLED, _MINDED, _FELT, _REFUSED]
    if act is not Act.CRITICIZE:
        moods.append(_RESOLVED)
    if act is not Act.CONFIRM:
        moods.append(_SPOKEN)
    return any(mood.search(tail) for mood in moods)


def _is_clipped(analysis: Analysis, start: int, end: int) -> bool:
    """Say whether words end in a deed told without its する: 「画像を投稿。」."""
    at = analysis.ground.token_over(end - 1)
    last = analysis.tokens[at]
    if last.pos != "VN" or last.start - 1 <= start or last.end != end:
        return False
    return analysis.text[last.start - 1] in "をにへ" and analysis.text.startswith("。", end)


def _bare_end(content: Span, text: str) -> int:
    """Where the content ends without closing marks and without the こと that makes a clause of it."""
    end = content.end
    while end > content.start + 1 and text[end - 1] in "。」』\n 　":
        end -= 1
    return end - 2 * text.endswith("こと", content.start + 1, end)


def _tells_in_nouns(analysis: Analysis, rules: Rules, start: int, end: int) -> bool:
    """「死者は20人」, 「B市の制圧」: words without a predicate that yet tell a number or a deed."""
    if analysis.numbers.within(start, end) and _TOLD_NUMBER.search(analysis.text, start, end):
        return True
    cue = _last_cue(rules, analysis.text, start, end)
    return cue is not None and not _LINKED.search(analysis.text, cue, end)


def _last_cue(rules: Rules, text: str, start: int, end: int) -> int | None:
    """Where the last word for a checkable deed ends."""
    last = None
    for hit in rules.cues[CueKind.CLAIM].hits(text, start, end):
        last = hit.end
    return last
