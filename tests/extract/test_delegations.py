"""Delegations told party by party."""

from __future__ import annotations

from tests.readings import TextReader


def test_each_party_and_whom_it_sends_takes_part(read: TextReader) -> None:
    """Parties with からは and the people they send sit at the talk that follows."""
    found = read(
        "ノルダからはカンデル氏、テスミアからはオルソク氏が出席し、4日にジルヴァンで協議した。"
    )
    (talk,) = found.findings.talks

    assert set(talk.participants) == {"norda", "kandel", "tesmia", "orsok"}
    assert (talk.place, talk.date) == ("zirvan", "2031-05-04")


def test_one_party_alone_sends_no_delegations(read: TextReader) -> None:
    """Where only one party sends somebody, nobody says who sits opposite."""
    found = read("ノルダからはカンデル氏が出席し、4日にジルヴァンで協議した。")

    assert found.findings.talks == []
