"""Short reports of one stance each, put into a ledger."""

from __future__ import annotations

from soten.records import Actor, ActorType, Reading, Role, Speaker, Stance
from soten.store import Label, Ledger
from tests.store.factory import KO, MINISTRY, OTSU, RUN, document, position, statement

LEADER = Actor(
    "leader",
    ActorType.PERSON,
    "ベルカ",
    "Belka",
    ("ベルカ",),
    side="ko",
    roles=(Role("大統領", "ko"),),
)
ENVOY = Actor(
    "envoy",
    ActorType.PERSON,
    "カンデル",
    "Kandel",
    ("カンデル",),
    side="ko",
    roles=(Role("特使", "ko"),),
)
MEMBER = Actor(
    "member",
    ActorType.PERSON,
    "オルソク",
    "Orsok",
    ("オルソク",),
    side="ko",
    roles=(Role("国会議員", "ko"),),
)
CAST = (KO, OTSU, MINISTRY, LEADER, ENVOY, MEMBER)


def say(
    ledger: Ledger,
    day: str | None,
    words: str,
    stance: Stance,
    party: str = "ko",
    *,
    speaker: str | Speaker | None = "leader",
    issue: str = "ceasefire",
    name: str = "",
    published: str | None = "",
) -> None:
    """Put a report of one stance into the ledger; without a speaker the report itself tells it.

    It is published on the day of the stance unless said otherwise.
    """
    text = f"{name or day}の報道。{words}と伝えられた。\n"
    source = document(text, name or f"{day} {words}", edtf=day if published == "" else published)
    said = None if speaker is None else statement(source, words, speaker, issues=(issue,), date=day)
    held = position(
        source, words, party, issue, stance, date=day, rests_on=None if said is None else said.id
    )
    records = (held,) if said is None else (said, held)
    ledger.put_reading(RUN, Reading(source, CAST, records))
    ledger.put_issues(
        [Label("ceasefire", "停戦", "ceasefire"), Label("territory", "領土", "territory")]
    )
