"""Which stances the parties to an agreement share."""

from __future__ import annotations

from tests.readings import TextReader


def _stances(read: TextReader, text: str) -> list[tuple[str, str, str]]:
    positions = read(text).findings.positions
    return [(p.party, p.issue, p.stance.value) for p in positions]


def test_the_other_party_to_an_agreement_stands_where_the_first_does(read: TextReader) -> None:
    """What one party is told to accept by agreeing, the other accepts too."""
    found = _stances(read, "ノルダは、年内の部隊の撤退でテスミア政府と合意した。")

    assert ("norda", "forces", "accepts") in found
    assert ("tesmia", "forces", "accepts") in found


def test_a_party_alone_shares_its_stance_with_nobody(read: TextReader) -> None:
    """Only those who agree share a stance, not whoever else the text names."""
    found = _stances(read, "ノルダはテスミアとの停戦に応じた。ハルディアは黙っている。")

    assert {party for party, _, _ in found} <= {"norda"}
