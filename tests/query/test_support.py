from __future__ import annotations

from soten.query.support import Support, Telling, denials_of, support_of, supports, tellings_of
from soten.records import Speaker
from soten.store import Ledger
from tests.query.wires import carried, page, put, three_carriers
from tests.resolve.wirepairs import GRAIN, RAID, SUMMIT
from tests.store.factory import claim, cut, figure, statement, talk


def test_copies_are_one_family(ledger: Ledger) -> None:
    """Three carriers of one story and another story are two families, and two copies."""
    paper, wire, clips, raid = documents = three_carriers()
    put(ledger, *documents)

    found = support_of(
        ledger,
        [Telling(cut(d, "会談した")) for d in (paper, wire, clips)] + [Telling(cut(raid, "死亡"))],
    )

    assert len(found.families) == 2
    assert found.copies == 2
    assert found.primary == ("publisher:アルデ通信", "publisher:海新聞")


def test_two_families_of_one_agency_are_one_primary_source(ledger: Ledger) -> None:
    """What a paper took from an agency and what the agency sent itself go back to the agency."""
    raid = carried("raid", *RAID, publisher="アルデ通信")
    grain = carried("grain", *GRAIN, publisher="北日報", origin="アルデ通信")
    put(ledger, raid, grain)

    found = support_of(ledger, [Telling(cut(raid, "死亡")), Telling(cut(grain, "合意"))])

    assert len(found.families) == 2
    assert len(found.primary) == 1


def test_a_speaker_is_one_primary_source_in_however_many_families(ledger: Ledger) -> None:
    """Two independent reports of one man's word rest on one primary source."""
    raid, grain = carried("raid", *RAID), carried("grain", *GRAIN)
    said = statement(raid, "民間人を狙った攻撃だ", "aoki")
    told = figure(grain, "8隻", 8, "aoki")
    put(ledger, raid, grain, records={raid.id: [said], grain.id: [told]})

    found = support_of(ledger, [*tellings_of(said), *tellings_of(told)])

    assert (len(found.families), found.primary) == (2, ("aoki",))


def test_unnamed_sources_are_kept_and_counted_apart(ledger: Ledger) -> None:
    """An official of two independent reports may be two; in two copies he is one."""
    whole, cut_off = carried("a", *SUMMIT), carried("b", *SUMMIT[:6])
    raid = carried("raid", *RAID)
    put(ledger, whole, cut_off, raid)
    by = Speaker(anonymous="当局者").key

    found = support_of(ledger, [Telling(cut(d, "テスミア"), by) for d in (whole, cut_off, raid)])

    assert found.primary == ()
    assert found.anonymous == ("anonymous:当局者", "anonymous:当局者")


def test_a_story_of_which_nothing_is_known_is_a_source_of_its_own(ledger: Ledger) -> None:
    """Without publisher and origin the family stands for its source."""
    raid = carried("raid", *RAID)
    put(ledger, raid)

    found = support_of(ledger, [Telling(cut(raid, "死亡"))])

    assert found == Support((f"{raid.id}.0",), (f"{raid.id}.0",))


def test_a_page_of_clippings_is_no_source_of_its_stories(ledger: Ledger) -> None:
    """Who keeps a page of clippings is not whose word they are."""
    clips = page("clips", GRAIN, RAID)
    put(ledger, clips)

    found = support_of(ledger, [Telling(cut(clips, "合意")), Telling(cut(clips, "死亡"))])

    assert found.primary == (f"{clips.id}.0", f"{clips.id}.1")


def test_many_things_are_asked_at_once(ledger: Ledger) -> None:
    """Each group has its own answer, also an empty one."""
    raid = carried("raid", *RAID)
    put(ledger, raid)

    found = supports(ledger, {1: [Telling(cut(raid, "死亡"), "ko")], 2: []})

    assert found[1].primary == ("ko",)
    assert found[2] == Support((), ())


def test_a_claim_is_supported_where_it_is_asserted() -> None:
    """Denials are told by `denials_of`."""
    raid = carried("raid", *RAID)
    made = claim(raid, "攻撃を受け", "ko", ("otsu", "軍需工場だけだった"))

    assert [telling.by for telling in tellings_of(made)] == ["ko"]
    assert [telling.by for telling in denials_of(made)] == ["otsu"]


def test_a_talk_is_told_by_its_document() -> None:
    """What has no speaker is the document's own word."""
    summit = carried("summit", *SUMMIT)

    assert tellings_of(talk(summit, "会談した", ("ko", "otsu"), None))[0].by is None
