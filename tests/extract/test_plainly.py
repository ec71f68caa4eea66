"""Polite ends of clauses in plain words."""

from __future__ import annotations

import pytest

from soten.extract.plainly import in_plain_words


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("支援しています", "支援している"),
        ("武器を送りました", "武器を送った"),
        ("橋へ行きません", "橋へ行かない"),
        ("応じられません", "応じられない"),
        ("確認できませんでした", "確認できなかった"),
        ("事実ではありません", "事実ではない"),
        ("関係はありませんでした", "関係はなかった"),
        ("攻撃でした", "攻撃だった"),
        ("目的は何でしょうか", "目的は何だろうか"),
        ("続けるつもりですか", "続けるつもりか"),
        ("協議したいです", "協議したい"),
        ("支えていきます", "支えていく"),
        ("明日話します", "明日話す"),
        ("停戦します", "停戦する"),
        ("飛び込みました", "飛び込んだ"),
        ("泳ぎました", "泳いだ"),
        ("橋は残る", "橋は残る"),
        ("です", "だ"),
        ("ます", "る"),
    ],
)
def test_polite_ends_are_made_plain(polite: str, plain: str) -> None:
    """Each polite form is the plain one of its verb; what is plain stays as it is."""
    assert in_plain_words(polite) == plain
