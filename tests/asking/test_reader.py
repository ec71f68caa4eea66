"""What is understood of a question, and that the answer is of the kind asked for."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soten.asking import QuestionReader
from soten.query import Part, answer
from soten.records import UsageError
from soten.store import Ledger
from tests.asking.conftest import TODAY, Ask

NORDA, TESMIA = "party norda", "party tesmia"

QUESTIONS = [
    ("停戦について各国の立場は?", "positions", ["issue ceasefire"], 2),
    ("停戦についてノルダの立場は？", "positions", ["issue ceasefire", NORDA], 1),
    ("ノルダの立場は", "positions", [NORDA], 1),
    ("ノルダとテスミアの立場を教えてください", "positions", [NORDA, TESMIA], 4),
    ("領土をめぐるテスミアの主張", "positions", ["issue territory", TESMIA], 1),
    ("テスミア側の要求は何か", "positions", [TESMIA, "stance demands"], 1),
    ("停戦を拒否したのは誰か", "positions", ["issue ceasefire", "stance rejects|opposes"], 1),
    ("制裁解除に反対している国は", "positions", ["issue sanctions", "stance rejects|opposes"], 1),
    ("ガルト連盟の立場は", "positions", ["party garto-league"], 0),
    ("NATOの立場は", "positions", ["party nato"], 0),
    ("NATO加盟についてのノルダの立場", "positions", ["issue nato", NORDA], 0),
    ("交渉についてのノルダの立場は", "positions", ["issue process", NORDA], 0),
    (
        "ベルカ大統領は停戦について何と言いましたか",
        "statements",
        ["party belka", "issue ceasefire"],
        2,
    ),
    ("ベルカ氏の発言", "statements", ["party belka"], 2),
    ("カンデル報道官のコメント", "statements", ["party kandel"], 1),
    (
        "先週、ベルカ大統領は何と述べたか",
        "statements",
        ["period 2031-05-05/2031-05-11", "party belka"],
        1,
    ),
    ("オルソク外相は5日に何を話した？", "statements", ["party orsok", "period 2031-05-05"], 1),
    ("トセフ首相はノルダに何と言った", "statements", ["party tosef", "to norda"], 1),
    ("2031年3月9日の発言", "statements", ["period 2031-03-09"], 2),
    ("2031年3月から4月までの発言", "statements", ["period 2031-03/2031-04"], 2),
    ("昨日の発言", "statements", ["period 2031-05-13"], 0),
    ("ノルダとテスミアの会談はいつ", "talks", [NORDA, TESMIA], 1),
    ("ノルダとテスミアの協議は誰が参加した", "talks", [NORDA, TESMIA], 1),
    ("ジルヴァンでの会談", "talks", ["place zirvan"], 1),
    ("会談はどこで開かれたか", "talks", [], 1),
    ("5月4日の会談", "talks", ["period 2031-05-04"], 1),
    ("今月の会談", "talks", ["period 2031-05"], 1),
    ("3月以降の会談", "talks", ["period 2031-03"], 1),
    ("去年の会談", "talks", ["period 2030"], 0),
    ("日本とノルダの会談", "talks", ["party japan", NORDA], 0),
    ("ファルケンの制圧を誰が否定した？", "disputes", ["place farken", "issue battlefield"], 1),
    ("ファルケンについての食い違い", "disputes", ["place farken"], 1),
    ("何が争われているか", "disputes", [], 1),
    ("何人が死亡したか", "figures", ["words 死亡"], 1),
    ("ファルケンの何%を制圧した", "figures", ["place farken", "issue battlefield"], 1),
    ("テスミアの数字", "figures", [TESMIA], 2),
    ("ノルダの約束は守られたか", "commitments", [NORDA], 2),
    ("ベルカ氏の約束", "commitments", ["party belka"], 2),
    ("約束の期限は？", "commitments", [], 2),
    ("ノルダの立場は変わったか", "shifts", [NORDA], 1),
    ("停戦をめぐる立場の変化", "shifts", ["issue ceasefire"], 1),
    ("5月以降に変わったことは", "shifts", ["period 2031-05"], 1),
    ("テスミアの立場は変わったか", "shifts", [TESMIA], 0),
    ("5月6日以降の新しい動き", "changes", ["period 2031-05-06"], 7),
    ("停戦について誰が発言しているか", "actors", ["issue ceasefire"], 4),
    ("停戦の出典は", "sources", ["issue ceasefire"], 3),
    ("砲撃はあったか", "events", [], 1),
    ("ノルダ", None, [NORDA], 11),
    ("What is Norda's position on the ceasefire?", "positions", [NORDA, "issue ceasefire"], 1),
    ("positions on territory", "positions", ["issue territory"], 1),
    ("Who rejected the ceasefire?", "positions", ["stance rejects|opposes", "issue ceasefire"], 1),
    ("Tesmia's stance on NATO", "positions", [TESMIA, "issue nato"], 0),
    ("What did Belka say since May?", "statements", ["party belka", "period 2031-05-01/.."], 1),
    (
        "What did Orsok say on 5 May 2031?",
        "statements",
        ["party orsok", "period 2031-05-05/2031-05-05"],
        1,
    ),
    ("statements last week", "statements", ["period 2031-05-05/2031-05-11"], 7),
    ("Who denied that Farken fell?", "disputes", ["place farken"], 1),
    ("Where did Belka meet Tosef?", "talks", ["party belka", "party tosef"], 1),
    ("talks between Norda and Tesmia", "talks", [NORDA, TESMIA], 1),
    ("Did Norda change its position on the ceasefire?", "shifts", [NORDA, "issue ceasefire"], 1),
    ("What did Norda promise?", "commitments", [NORDA], 2),
]


@pytest.mark.parametrize(
    ("text", "sought", "parts", "count"), QUESTIONS, ids=[question[0] for question in QUESTIONS]
)
def test_questions_are_understood(
    ask: Ask, ledger: Ledger, text: str, sought: str | None, parts: list[str], count: int
) -> None:
    """Each question gives these parts and no others, and so many lines of an answer."""
    question = ask(text)
    told = [f"{p.part} {p.id}" for p in question.understood if p.part is not Part.SOUGHT]

    assert question.sought == sought
    assert told == parts
    assert len(answer(ledger, question, limit=50).found) == count


def test_a_name_that_only_the_ledger_knows(ask: Ask, ledger: Ledger) -> None:
    """Somebody discovered in a report is asked for by his family name."""
    question = ask("メルカル特使の発言")
    (found,) = answer(ledger, question).found

    assert [ledger.labels([id])[id].ja for id in question.ids(Part.PARTY)] == ["イヴァン・メルカル"]
    assert getattr(found, "record", None) is not None


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("バナナの値段についてノルダの立場は", ("バナナ", "値段")),
        ("ゾルタン氏の発言", ("ゾルタン",)),
        ("What is Zoltania's position?", ("Zoltania's",)),
        ("<script>alert(1)</script>", ("script", "alert")),
        ("'; DROP TABLE records; --", ("DROP", "TABLE", "records")),
    ],
)
def test_what_is_not_understood_is_told(ask: Ask, text: str, unknown: tuple[str, ...]) -> None:
    """An unknown word is reported, never taken for something else."""
    assert ask(text).unknown == unknown


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("以降", "2031-05-06", None),
        ("から", "2031-05-06", None),
        ("まで", None, "2031-05-06"),
        ("以前", None, "2031-05-06"),
        ("より前", None, "2031-05-05"),
        ("に", "2031-05-06", "2031-05-06"),
    ],
)
@pytest.mark.parametrize("day", ["2031年5月6日", "2031-05-06", "2031/5/6"])
def test_what_follows_a_day_says_which_end_it_is(
    ask: Ask, day: str, words: str, since: str | None, until: str | None
) -> None:
    """However a day is written, it begins a period, ends it or is all of it."""
    question = ask(f"ノルダは{day}{words}何と述べたか")

    assert (question.since, question.until) == (since, until)


@pytest.mark.parametrize("text", ["？？？", "…", "{{ 7*7 }}", "\x1b[31m", "は、の、が"])
def test_nothing_is_understood_of_nothing(ask: Ask, ledger: Ledger, text: str) -> None:
    """A question without a word that stands for something finds nothing."""
    question = ask(text)

    assert question.understood == ()
    assert answer(ledger, question).found == ()


@pytest.mark.parametrize("text", ["", "  \n　", "あ" * 10_000, "x " * 200])
def test_what_is_no_question_is_refused(ask: Ask, text: str) -> None:
    """Nothing at all, and a text instead of a question, are wrong use."""
    with pytest.raises(UsageError):
        ask(text)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
def test_any_text_is_read(reader: QuestionReader, ledger: Ledger, text: str) -> None:
    """Whatever is asked, the pieces stand in the question and an answer is given."""
    question = reader.read(text, ledger, TODAY)

    assert all(piece.words in question.text for piece in question.understood)
    answer(ledger, question)
