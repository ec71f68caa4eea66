"""For which body a person of the document acts: 「A党のB代表」, 「B・A商工会議所会頭」, 「Bが率いるA派」."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from soten.japanese.cast import Member, Name
from soten.records import ActorType

_BODIES = (ActorType.ORGANIZATION, ActorType.FORCE)
_NOT_OF = re.compile(
    r"元|前(?!線)|加盟国|議長国|寄り|出身|支持|批判|離党|担当|系列|反(?!主流)|親|本部前"
)
"""Words between a body and a person that make somebody else of him than one who acts for it."""
_BEFORE_PERSON = re.compile(
    r"(?:[（(][^（）()]{1,24}[)）])?(?:側|内)?(?:の(?![^の]*の[^の]*の))?[一-龥ァ-ヶー・の]{0,14}"
    r"|を(?:率いる|率いた|代表する|指揮する|指導する)(?:[一-龥]{0,8}の)?"
)
"""What may stand between a body and the person who acts for it."""
_LED = re.compile(
    r"(?:が|の)(?:率いる|率いた|指揮する|所属する|代表を務める|党首を務める|総裁を務める|議長を務める)(?:[一-龥]{0,6}の)?"
)
"""What may stand between a person and the body he leads."""


def bodies_of(text: str, names: Sequence[Name], members: Mapping[str, Member]) -> dict[str, str]:
    """Return, by the key of a person, the body that the document first names him with."""
    found: dict[str, str] = {}
    for one, two in pairwise(names):
        first, second = members[one.member], members[two.member]
        if first.type in _BODIES and second.type is ActorType.PERSON:
            between = text[one.end : two.start]
            if _BEFORE_PERSON.fullmatch(between) and not _NOT_OF.search(
                between + _title(text, two)
            ):
                found.setdefault(second.key, first.key)
        elif first.type is ActorType.PERSON and second.type in _BODIES:
            between = text[one.end : two.start]
            inside = two.start < one.stop and _NOT_OF.search(between) is None
            if inside or _LED.fullmatch(text, min(one.stop, two.start), two.start):
                found.setdefault(first.key, second.key)
    return found


def _title(text: str, name: Name) -> str:
    return text[name.end : name.stop]
