"""Whether a clause looks back or ahead."""

from __future__ import annotations

import pytest

from soten.japanese.tense import Outlook, outlook_after


@pytest.mark.parametrize(
    ("rest", "outlook"),
    [
        ("に会談した。", Outlook.PAST),
        ("に会談が行われた。", Outlook.PAST),
        ("に終結に向けた協議を行うと明らかにした。", Outlook.FUTURE),
        ("に予定されていた会談", Outlook.FUTURE),
        ("に開催される。", Outlook.FUTURE),
        ("に訪問する可能性がある。", Outlook.FUTURE),
        ("の会合。次は来月に開かれる。", Outlook.OPEN),
        ("", Outlook.OPEN),
        ("、協議を行うと明らかにした。", Outlook.PAST),
        ("、協議を行う予定だ。", Outlook.FUTURE),
        ("に延期した。", Outlook.FUTURE),
        ("に延期された会談を行った。", Outlook.FUTURE),
        ("から適用されます。", Outlook.FUTURE),
        ("に開かれます。", Outlook.FUTURE),
        ("に始まりました。", Outlook.PAST),
        ("から交渉を続けています。", Outlook.PAST),
        ("までに実施された。", Outlook.PAST),
        ("までに終わっている。", Outlook.PAST),
        ("までに撤収するよう求めた。", Outlook.FUTURE),
        ("までに撤収しなければならないと述べた。", Outlook.FUTURE),
        ("までに開くよう提案した。", Outlook.FUTURE),
        ("までにまとめたい考えだ。", Outlook.FUTURE),
        ("までに", Outlook.FUTURE),
        ("・首都）進出を果たした。", Outlook.OPEN),
        ("の予定）進出を果たした。", Outlook.FUTURE),
        ("に進んだ。", Outlook.PAST),
        ("までに」と述べた。", Outlook.FUTURE),
        ("に会談する」と述べた。", Outlook.FUTURE),
        ("に「会談する」と述べた。", Outlook.PAST),
        ("に「平和会議」を開く予定だ。", Outlook.FUTURE),
        ("から朝刊のみとなる。", Outlook.FUTURE),
        ("、首都で協議を行うことになった。", Outlook.FUTURE),
        ("、首都で開かれることが2日、固まりました。", Outlook.FUTURE),
        ("、首都を訪れる方向となった。", Outlook.FUTURE),
        ("、首都を訪れたことが分かった。", Outlook.PAST),
        ("、会談することが決まったと述べた。", Outlook.PAST),
        ("、協議を行うことで合意した。", Outlook.PAST),
        ("に首都で設定された。", Outlook.OPEN),
    ],
)
def test_the_first_cue_of_the_sentence_decides(rest: str, outlook: Outlook) -> None:
    """The first cue after a time, within its sentence, shows where the clause looks."""
    assert outlook_after("3日" + rest, 2) is outlook
