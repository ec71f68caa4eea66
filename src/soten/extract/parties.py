"""Which party a speaker or name stands for."""

from __future__ import annotations

import re

from soten.extract.findings import StatementFinding
from soten.japanese.analysis import Analysis, SentenceView
from soten.japanese.cast import Member
from soten.records import Act, ActorType, Speaker

_CONDITIONAL = re.compile(r"れば|なら(?!な)|場合|たら|限り|我々|われわれ|私たち")
"""With a condition or a we, the first subject need not be the one whose will is told."""
_OWN = frozenset("拒否する 拒絶する 反対する 約束する 断る 拒む 退ける 却下する 一蹴する".split())
"""Verbs whose subject's own will is told."""
_APART = re.compile(
    r"党\Z|武装|組織|ゲリラ|反政府|運動\Z|戦線\Z|抵抗|解放|民兵|勢力\Z|自治政府\Z|亡命政府\Z|財界|経済界|"
    r"[^一-龥]派\Z|主流派\Z|連盟\Z|同盟\Z|会議所\Z|同友会\Z|経団連|協会\Z|組合\Z|労組\Z|連合会\Z|団体\Z|財団\Z"
)
"""Names of those who stand for no state, though they belong to one: parties, armed groups."""
_NO_PARTY = re.compile(
    r"大学|学院|学校|研究|シンクタンク|病院|新聞|通信|テレビ|放送|協議会\Z|クラブ|チーム|警察|裁判|検察|地裁|高裁"
)
"""Names of bodies whose people speak for no party."""
_INFORMING = re.compile(r"広報(?:センター|部|局|室|課|担当)?\Z|プレスセンター\Z")
"""Names of offices that only tell what those say whose they are."""
_STATE_TITLE = re.compile(r"大統領|首相|外相|国防相|国王|総理|大臣|[^首宰外]相\Z|大使|官房長官")
"""Titles with which one speaks for a state, whatever else one belongs to."""
_FORMER = re.compile(r"[元前]")
_LEARNED = re.compile(r"教授|研究員|アナリスト|専門家|記者|弁護士|作家|評論家|特派員|学者")
"""Titles of those who speak for nobody but themselves."""
_OFFICIAL = re.compile(
    r"\A(?!.{0,12}[元前])(?!.*(?:専門家|住民|市民|国民|企業|紙|メディア|アナリスト|学者|研究)).*"
    r"(?:政府|当局者?|高官|省|庁|外相|首相|大統領|大臣|長官|報道官|報道担当者?|広報官|スポークスマン|大使|次官|補佐官|代表団?|"
    r"交渉団|首脳|閣僚|外交官|外交筋|政府筋|官房|総長|委員長|幹部|側|担当者|外務|国防|関係者)(?:[0-90-9一二三四五数]+人)?(?:ら|たち|筋)?\Z"
)
"""Descriptions of those who speak for a state or organization."""


def party_of(speaker: Speaker | None, analysis: Analysis) -> str | None:
    """Return the party a speaker speaks for, or None.

    A person speaks for the side he or she serves, a state's body for the state; an organization of
    several states (EU, NATO, a UN body) speaks for itself, and so does a force: in a civil war two of
    one state are two parties. So do political parties and armed groups.
    """
    if speaker is None:
        return None
    if speaker.entity is None:
        return _party_of_official(speaker.anonymous or "", analysis)
    member = analysis.cast.members.get(speaker.entity)
    return None if member is None else party_of_member(member, analysis)


def _party_of_person(member: Member, analysis: Analysis) -> str | None:
    """The body of his own that a person acts for, else his state: 「A党のB代表」 speaks for A党."""
    if member.titles and all(_LEARNED.search(title) for title in member.titles):
        return None
    body = analysis.cast.members.get(analysis.bodies.get(member.key, ""))
    if body is None or any(_STATE_TITLE.search(t) and not _FORMER.search(t) for t in member.titles):
        return member.side
    if _NO_PARTY.search(body.name):
        return None if member.side is None else member.side
    if member.side is None or _is_apart(body, analysis):
        return party_of_member(body, analysis)
    return member.side


def _party_of_official(described: str, analysis: Analysis) -> str | None:
    """Whom an official without a name speaks for: 「インド外務省報道官」, 「米国の高官」.

    A former one (元高官) and somebody of another trade (米メディア, 米市民) speak for nobody.
    """
    if _OFFICIAL.search(described) is None:
        return None
    beginnings = (described[:size] for size in range(1, len(described) + 1))
    named = [analysis.first_parties[b] for b in beginnings if b in analysis.first_parties]
    return party_of_member(analysis.member(min(named)), analysis) if named else None


def party_of_member(member: Member, analysis: Analysis) -> str | None:
    """Return the party a member of the cast stands for, or None."""
    if member.type in (ActorType.OUTLET, ActorType.PLACE, ActorType.FACILITY, ActorType.PLAN):
        return None
    if member.type is ActorType.PERSON:
        return _party_of_person(member, analysis)
    if member.type is ActorType.ORGANIZATION and _INFORMING.search(member.name):
        return member.side
    if member.type in (ActorType.FORCE, ActorType.STATE) or member.side is None:
        return member.key
    if _is_apart(member, analysis):
        return member.key
    side = analysis.index.actors.get(member.side)
    return member.side if side is not None and side.type is ActorType.STATE else member.key


def _is_apart(member: Member, analysis: Analysis) -> bool:
    """Say whether an organization of a state is a party of its own, as its names tell: 党, 武装組織."""
    entry = analysis.index.actors.get(member.key)
    names = [member.name, *(form.text for form in entry.forms)] if entry else [member.name]
    return any(_APART.search(name) for name in names)


def inner_party(analysis: Analysis, statement: StatementFinding) -> str | None:
    """Whose will is told: 「中国は提供する用意がある」 said by an American is China's."""
    if statement.act not in (Act.WILLING, Act.REJECT) or statement.verb in _OWN:
        return None
    content, text = statement.content, analysis.text
    if _CONDITIONAL.search(text, content.start, content.end):
        return None
    start = content.start
    if text[content.end - 1] == "」":  # 協議の後「…する」: what leads in tells of no will
        start = max(start, text.rfind("「", start, content.end) + 1)
    for name in analysis.names.within(start, start + 8):
        if text[name.start - 1 : name.start] == "と":
            return None
        following = text[name.stop : name.stop + 2]
        if following.startswith(("は", "が", "側は", "側が")):
            return party_of_member(analysis.member(name), analysis)
    return None


def side_by_side(analysis: Analysis, view: SentenceView, at: int) -> list[str]:
    """The parties named before what they have in common: 「AとBの代表団は」."""
    parties: list[str] = []
    for phrase in reversed(view.phrases[:at]):
        if phrase.particle not in ("と", "の", "や", "および", "及び"):
            break
        name = analysis.name_by_stop.get(phrase.head_end)
        party = party_of_member(analysis.member(name), analysis) if name is not None else None
        if party is None:
            break
        parties.insert(0, party)
    return parties
