"""What stands in the places of templates: parties, days, places, people, quotations."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from bench.crowd.cast import Cast, Outlet
from bench.crowd.life import Step, Talk
from bench.crowd.passages import Mark, Passage, Slot
from bench.crowd.voices import Voice, polite

_NOUNS = {
    "summit": ["首脳会談"] * 3 + ["会談"],
    "ministers": ["外相会談", "会談"],
    "defence": ["国防相会談", "会談"],
    "envoys": ["会談", "協議"],
    "delegations": ["協議", "停戦協議", "会合", "実務者協議"],
    "trilateral": ["3者協議", "3者会談"],
    "call": ["電話会談", "電話会談", "電話協議"],
    "ministers-call": ["電話会談", "電話協議"],
}
_HEADED = {
    "summit": "首脳会談", "ministers": "外相会談", "defence": "国防相会談", "envoys": "特使会談",
    "delegations": "協議", "trilateral": "3者協議", "call": "電話会談", "ministers-call": "電話会談",
}  # fmt: skip


def of_talk(cast: Cast, talk: Talk, prefix: str = "") -> dict[str, Slot]:
    """Return what a sentence on a talk may name; with a prefix, on an earlier or later one."""
    slots: dict[str, Slot] = {
        "sides": lambda v: _sides(v, talk),
        "talk": lambda v: _noun(v, talk),
        "day": lambda v: v.date(talk.day),
        "at": lambda v: _at(v, talk),
        "met": lambda v: _met(v, talk, past=True),
        "met_politely": lambda v: _politely(_met(v, talk, past=True)),
    }
    if prefix:
        return {prefix + name: slot for name, slot in slots.items()}
    slots |= {
        "A": lambda v: _party(v, talk, 0),
        "B": lambda v: _party(v, talk, 1),
        "A2": lambda v: _party(v, talk, 0, short=True),
        "meets_politely": lambda v: _politely(_met(v, talk, past=False)),
        "meets": lambda v: _met(v, talk, past=False),
        "state1": lambda v: v.state(talk.sides[0]),
        "state2": lambda v: v.state(talk.sides[1]),
        "s1": lambda v: v.state(talk.sides[0]),
        "s2": lambda v: v.state(talk.sides[1]),
        "hday": lambda v: v.date(talk.day),
        "htalk": _HEADED[talk.form],
        "hat": lambda v: _headed_place(v, talk),
    }
    if talk.place is not None:
        slots["place"] = slots["venue"] = lambda v: v.venue(talk.place or "")
        slots["at2"] = lambda v: v.venue(talk.place or "") + "での"
    if talk.place is None or talk.form in ("trilateral",):
        slots.pop("venue", None)
    if len(talk.sides) > 2:  # A and B would be two of three
        for name in ("A", "B", "A2"):
            del slots[name]
        slots["s1"] = lambda v: Passage.joined([v.state(side) for side in talk.sides[:-1]], "・")
        slots["s2"] = lambda v: v.state(talk.sides[-1])
        slots["state2"] = lambda v: Passage.joined([v.state(s) for s in talk.sides[1:]], "、")
    return slots


def _sides(voice: Voice, talk: Talk) -> Passage:
    """Return all who take part, as one phrase."""
    if talk.people:
        whole = Passage.joined([voice.person(p) for p in talk.people], "と")
        if talk.form.startswith("ministers") and voice.words.chance(0.4):
            return Passage.joined([voice.state(s) for s in talk.sides], "と") + "の外相"
        return whole
    states = Passage.joined([voice.state(s) for s in talk.sides], _between(talk))
    if talk.form == "trilateral":
        return states + voice.words.choose(["", "3カ国", "の代表団", "の3カ国"])
    return states + voice.words.choose(["の代表団", "の交渉団", "", "の実務者"])


def _between(talk: Talk) -> str:
    return "と" if len(talk.sides) == 2 else "、"


def _party(voice: Voice, talk: Talk, which: int, *, short: bool = False) -> Passage:
    if talk.people:
        return voice.person(talk.people[which], short=short)
    state = voice.state(talk.sides[which])
    return state + voice.words.choose(["の代表団", "の交渉団", "側"])


def _noun(voice: Voice, talk: Talk) -> str:
    return voice.words.choose(_NOUNS[talk.form])


def _at(voice: Voice, talk: Talk) -> Passage | str:
    return "" if talk.place is None else voice.venue(talk.place) + "で"


def _headed_place(voice: Voice, talk: Talk) -> Passage | str:
    if talk.place is None:
        return ""
    place = voice.cast.venues[talk.place]
    name = voice.spelled(place.ja, place.spelled)
    return Passage(name, (Mark("actor", talk.place, 0, len(name)),)) + "で"


def _met(voice: Voice, talk: Talk, *, past: bool) -> str:
    tail = "した" if past else "する"
    if talk.form.endswith("call"):
        return "電話で" + voice.words.choose(["会談", "協議"]) + tail
    plain = "会った" if past else "会う"
    return voice.words.choose([f"会談{tail}", f"会談{tail}", f"協議{tail}", plain])


def _politely(met: str) -> str:
    return polite(f"{met}。").removesuffix("。")


def of_speakers(cast: Cast, state: str, day: int, agency: Outlet) -> dict[str, Slot]:
    """Return who makes things known for a state on a day."""
    office = cast.states[state].home
    spokesman = cast.holder(state, "spokesman", day)
    minister = cast.holder(state, "minister", day)
    officials = [p.id for p in (spokesman, spokesman, minister) if p is not None]

    def speaker(voice: Voice) -> Passage | str:
        voices = [office, *officials]
        picked = voice.words.fact(voices)
        return voice.person(picked) if picked in officials else picked

    def headed(voice: Voice) -> Passage | str:
        picked = voice.words.fact(officials or [office])
        return voice.person(picked, short=True) if picked in officials else picked

    return {
        "speaker": speaker,
        "who": speaker,
        "hspeaker": headed,
        "agency": agency.ja,
    }


def of_views(words: dict[str, Any], random: Random, topic: int) -> dict[str, Slot]:
    """Return topics and a quotation of somebody's; `topic` is what all is about."""
    others = random.sample([n for n in range(20) if n != topic], 2)
    topics = words["topics"]
    subject, object, predicate = (
        random.choice(words[f"quoted_{part}"]) for part in ("subjects", "objects", "predicates")
    )
    quote = f"{subject}は{object}{predicate}".replace("{topic2}", topics[others[0]])
    return {
        "topic": topics[topic],
        "htopic": words["headline_topics"][topic],
        "topic2": topics[others[0]],
        "topic3": topics[others[1]],
        "quote": quote,
        "hours": str(random.choice([2, 3, 4, 5, 6])),
    }


def of_war(cast: Cast, step: Step, random: Random) -> dict[str, Slot]:
    """Return what a sentence on the war may name."""
    slots: dict[str, Slot] = {
        "state1": lambda v: v.state("norda"),
        "state2": lambda v: v.state("tesmia"),
        "s1": lambda v: v.state("norda"),
        "s2": lambda v: v.state("tesmia"),
    }
    town = step.town
    whose = "norda" if step.kind in ("captured", "bulletin_mod") else None
    if town is not None:
        slots["town"] = lambda v: v.town(town, whose)
    if step.since is not None:
        since = step.since
        slots["day"] = slots["cday"] = lambda v: v.date(since)
    if step.until is not None:
        until = step.until
        slots["until"] = slots["huntil"] = lambda v: v.date(until)
    taken = step.kind in ("captured", "capture_denied")
    asserting = "norda" if taken or step.who == "norda" else "tesmia"
    facts = Random(f"facts:{step.claim or step.id}")
    slots["struck"] = facts.choice(["変電所", "集合住宅", "市場", "住宅地", "送電施設", "駅"])
    slots["weapon"] = facts.choice(["無人機", "ミサイル", "ロケット弾"])
    slots["spared"] = facts.choice(["電力施設", "港湾", "鉄道"])
    slots["claimant"] = _office(asserting)
    slots["denier"] = _office("tesmia" if asserting == "norda" else "norda")
    if step.kind == "broken":
        slots["denier"] = _office("tesmia")
    return slots | _numbers(step, random)


def _office(state: str) -> Callable[[Voice], Passage | str]:
    offices = {"norda": ["国防省"], "tesmia": ["軍参謀本部", "国防省"]}[state]
    return lambda v: v.state(state) + v.words.fact(offices)


def _numbers(step: Step, random: Random) -> dict[str, Slot]:
    dice = Random(f"{step.id}:{step.number}")
    launched = dice.randrange(40, 400)
    made: dict[str, Slot] = {
        "dead": str(step.number),
        "share": str(step.number),
        "pledged": str(step.number),
        "losses": str(dice.randrange(40, 180) * 10),
        "downed": str(dice.randrange(20, 190)),
        "bombs": str(dice.randrange(1, 12)),
        "armour": str(dice.randrange(1, 30)),
        "guns": str(dice.randrange(1, 30)),
        "clashes": str(dice.randrange(90, 260)),
        "launched": str(launched),
        "shot": str(launched - dice.randrange(1, 40)),
        "enemy": str(dice.randrange(60, 150) * 10),
    }
    return made
