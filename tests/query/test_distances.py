"""How far two parties stand apart."""

from __future__ import annotations

import pytest

from soten.query import Distance, Movement, Unknown, distances
from soten.records import Speaker, Stance, UsageError
from soten.store import Ledger
from tests.query.stands import say


def ceasefire(ledger: Ledger, since: str | None = None, **options: int | str | None) -> Distance:
    """Return the distance of the two states on the ceasefire."""
    (found,) = distances(ledger, "甲国", "otsu", since=since, **options)  # type: ignore[arg-type]
    return found


def test_one_demands_what_the_other_rejects(ledger: Ledger) -> None:
    """They are opposed, and the answer rests on a quotation of each."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-05", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")

    found = ceasefire(ledger)

    assert found.now.value == 1.0
    assert found.now.one is not None
    assert found.now.one.position.evidence.exact == "無条件の停戦を拒む"
    assert found.now.other is not None
    assert found.now.other.position.evidence.exact == "無条件の停戦を求める"
    assert found.now.shared == ("無条件", "停戦")
    assert found.on == "2025-11-05"


def test_they_moved_closer(ledger: Ledger) -> None:
    """Closer rests on two and two quotations."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-05", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")
    say(ledger, "2025-12-01", "無条件の停戦に応じる用意", Stance.OPEN)

    found = ceasefire(ledger, since="2025-12")

    assert (found.now.value, found.before and found.before.value) == (0.5, 1.0)
    assert found.movement is Movement.CLOSER


def test_they_moved_apart_or_not_at_all(ledger: Ledger) -> None:
    """Further is told as closer is; with no new words the distance is the same."""
    say(ledger, "2025-11-01", "無条件の停戦を容れる", Stance.ACCEPTS)
    say(ledger, "2025-11-05", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")
    assert ceasefire(ledger, since="2025-12").movement is Movement.SAME

    say(ledger, "2025-12-01", "無条件の停戦には反対", Stance.OPPOSES)

    assert ceasefire(ledger, since="2025-12").movement is Movement.FURTHER


def test_silence_is_unknown(ledger: Ledger) -> None:
    """A party that said nothing within the days is silent, whatever it said before."""
    say(ledger, "2025-03-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-05", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")

    found = ceasefire(ledger)

    assert found.now.value is None
    assert found.now.unknown is Unknown.SILENT
    assert found.now.one is None
    assert ceasefire(ledger, within=300).now.value == 1.0


def test_different_things_are_unknown(ledger: Ledger) -> None:
    """Without words in common no number is told, and both latest stands are shown."""
    say(ledger, "2025-11-01", "この提案", Stance.REJECTS)
    say(ledger, "2025-11-05", "無条件の停戦", Stance.DEMANDS, "otsu", speaker="otsu")

    found = ceasefire(ledger)

    assert (found.now.value, found.now.unknown) == (None, Unknown.OTHER_THINGS)
    assert found.now.one is not None
    assert found.now.other is not None


def test_two_demands_are_unknown_unless_one_wording(ledger: Ledger) -> None:
    """Both may demand the opposite with the same words; a joint declaration is alike."""
    say(ledger, "2025-11-01", "無条件の停戦を求める", Stance.DEMANDS)
    say(ledger, "2025-11-05", "停戦ラインの変更", Stance.DEMANDS, "otsu", speaker="otsu")
    assert ceasefire(ledger).now.unknown is Unknown.NO_SCALE

    say(ledger, "2025-11-06", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")

    assert ceasefire(ledger).now.value == 0.0


def test_the_latest_comparable_pair_counts(ledger: Ledger) -> None:
    """A later stand on something else does not hide what can be compared."""
    say(ledger, "2025-11-01", "無条件の停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-03", "この案", Stance.ACCEPTS)
    say(ledger, "2025-11-05", "無条件の停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")

    assert ceasefire(ledger).now.value == 1.0


def test_what_others_say_of_a_party_does_not_count(ledger: Ledger) -> None:
    """What 乙国 says that 甲国 wants is not what 甲国 holds."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS, speaker="otsu-mod")
    say(ledger, "2025-11-05", "停戦を求める", Stance.DEMANDS, "otsu", speaker=Speaker("otsu"))

    assert ceasefire(ledger).now.unknown is Unknown.SILENT


def test_a_day_in_the_past_can_be_asked_about(ledger: Ledger) -> None:
    """What was said later does not count then."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-05", "停戦を求める", Stance.DEMANDS, "otsu", speaker="otsu")
    say(ledger, "2025-12-01", "停戦を容れる", Stance.ACCEPTS)

    assert ceasefire(ledger, on="2025-11").now.value == 1.0
    assert ceasefire(ledger).now.value == 0.0


def test_a_person_stands_for_the_side(ledger: Ledger) -> None:
    """Asking for a president asks for his state; a party is not apart from itself."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)

    assert [d.one.id for d in distances(ledger, "ベルカ", "乙国")] == ["ko"]
    with pytest.raises(UsageError, match="one party"):
        distances(ledger, "ベルカ", "甲国")


def test_both_ways_are_as_far(ledger: Ledger) -> None:
    """Whom one names first changes nothing."""
    say(ledger, "2025-11-01", "停戦を拒む", Stance.REJECTS)
    say(ledger, "2025-11-05", "停戦に応じる", Stance.ACCEPTS_IF, "otsu", speaker="otsu")

    (there,), (back,) = distances(ledger, "ko", "otsu"), distances(ledger, "otsu", "ko")

    assert there.now.value == back.now.value == 0.75
    assert (there.now.one, there.now.other) == (back.now.other, back.now.one)
