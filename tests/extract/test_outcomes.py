"""What becomes of promises."""

from __future__ import annotations

import pytest

from soten.records import CommitmentStatus
from tests.readings import TextReader

_AGREED = "ノルダとテスミアは捕虜の交換を行うことで合意した。"


@pytest.mark.parametrize(
    ("later", "status"),
    [
        pytest.param("交換は4日に実施された。", CommitmentStatus.KEPT, id="kept"),
        pytest.param("交換の約束は破られた。", CommitmentStatus.BROKEN, id="broken"),
        pytest.param("交換の約束は守られていない。", CommitmentStatus.BROKEN, id="not-kept"),
        pytest.param("交換の取り決めは失効した。", CommitmentStatus.EXPIRED, id="expired"),
        pytest.param("橋の工事は4日に実施された。", CommitmentStatus.OPEN, id="another-deed"),
        pytest.param("交換は実施されていない。", CommitmentStatus.OPEN, id="not-yet"),
        pytest.param("市場は開いている。", CommitmentStatus.OPEN, id="nothing"),
    ],
)
def test_later_words_tell_what_became_of_it(
    read: TextReader, later: str, status: CommitmentStatus
) -> None:
    """A later clause that names the deed tells whether the promise was kept, broken or ran out."""
    found = read(_AGREED + later)

    assert {c.status for c in found.findings.commitments} == {status}


def test_the_same_sentence_tells_until_when_it_was_done(read: TextReader) -> None:
    """What follows in the sentence settles the promise and dates its end."""
    found = read("ノルダとテスミアは捕虜の交換で合意し、5月25日までに実施された。")

    assert [(c.status, c.end) for c in found.findings.commitments] == [
        (CommitmentStatus.KEPT, "2030-05-25"),
        (CommitmentStatus.KEPT, "2030-05-25"),
    ]


def test_a_text_without_promises_has_no_outcomes(read: TextReader) -> None:
    """Words for outcomes alone change nothing."""
    assert read("工事は4日に完了した。").findings.commitments == []
