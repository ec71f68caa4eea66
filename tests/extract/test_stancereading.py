"""What stance the end of a clause tells."""

from __future__ import annotations

import pytest

from soten.extract.stancereading import StanceReader
from soten.records import Span, Stance
from tests.readings import TextReader


def stance_of(read: TextReader, text: str) -> Stance | None:
    """Return the stance with which the first sentence of `text` ends."""
    analysis = read(text).analysis
    phrases = analysis.sentences[0].phrases
    told = StanceReader(analysis).read(phrases, len(phrases) - 1)
    return None if told is None else told.stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param("ノルダは停戦を支持している。", Stance.SUPPORTS, id="verb"),
        pytest.param(
            "ノルダはテスミアに捕虜の解放を期待している。", Stance.DEMANDS, id="wished-of"
        ),
        pytest.param("ノルダは戦争の終結を期待している。", Stance.SUPPORTS, id="wished-of-nobody"),
        pytest.param(
            "ノルダはテスミアに勝つことを望んでいる。", Stance.SUPPORTS, id="wished-for-oneself"
        ),
        pytest.param("ノルダは要求に応じなかった。", Stance.REJECTS, id="negated-verb"),
        pytest.param("ノルダは独立を認めない。", Stance.REJECTS, id="permits-not"),
        pytest.param("ノルダは協議に難色を示した。", Stance.OPPOSES, id="light-verb"),
        pytest.param("ノルダは停戦案に賛成票を投じました。", Stance.SUPPORTS, id="votes"),
        pytest.param("ノルダは撤退の要求をしている。", Stance.DEMANDS, id="noun-with-do"),
        pytest.param("ノルダは決議案を支持する考えだ。", Stance.SUPPORTS, id="closer"),
        pytest.param("ノルダは決議案を支持する考え。", Stance.SUPPORTS, id="bare-closer"),
        pytest.param("ノルダは停戦案を受け入れる意向を示した。", Stance.ACCEPTS, id="closer-light"),
        pytest.param("ノルダは停戦に応じる構えを見せた。", Stance.OPEN, id="readiness"),
        pytest.param("ノルダは独立を認めない方針です。", Stance.REJECTS, id="negated-closer"),
        pytest.param("ノルダは増派に反対の立場を崩していない。", Stance.OPPOSES, id="keeps-it"),
        pytest.param("ノルダは協議に慎重な姿勢を示した。", Stance.OPPOSES, id="attitude-closer"),
        pytest.param("ノルダは対話に消極的だ。", Stance.OPPOSES, id="attitude"),
        pytest.param("ノルダは慎重姿勢を変えていない。", Stance.OPPOSES, id="one-word"),
        pytest.param("ノルダは協議に参加する考えはない。", Stance.REJECTS, id="no-intention"),
        pytest.param("ノルダは空爆の停止を決定した。", Stance.ACCEPTS, id="halts-fighting"),
        pytest.param("ノルダは協議の停止を決めた。", Stance.REJECTS, id="halts-talks"),
        pytest.param("ノルダは部隊を派遣することを決めた。", Stance.OFFERS, id="decides-a-deed"),
        pytest.param("ノルダは独立を宣言した。", Stance.DEMANDS, id="declares"),
        pytest.param("ガルト連盟は停戦を求める決議を採択した。", Stance.DEMANDS, id="resolution"),
        pytest.param("ノルダは撤退を条件に停戦に応じる。", Stance.ACCEPTS_IF, id="on-condition"),
        pytest.param(
            "ノルダは加盟を認めない考えを改めて示した。", Stance.REJECTS, id="adverb-between"
        ),
        pytest.param("ノルダは追加支援を表明した。", Stance.OFFERS, id="pledge"),
        pytest.param("ノルダは制裁に加わっていない。", Stance.REJECTS, id="withheld"),
        pytest.param("ノルダは部隊を送らない方針だ。", Stance.REJECTS, id="means-to-withhold"),
        pytest.param("ノルダは併合に反対する姿勢で一致した。", Stance.OPPOSES, id="is-at-one-in"),
        pytest.param("ノルダは部隊の派遣を排除しない。", Stance.OPEN, id="rules-not-out"),
        pytest.param("ノルダは交渉の余地を残した。", Stance.OPEN, id="leaves-open"),
        pytest.param("ノルダは妥協の可能性を排除した。", Stance.REJECTS, id="rules-out"),
        pytest.param("ノルダは協議への参加を見送った。", Stance.REJECTS, id="lets-pass"),
        pytest.param("ノルダは合意の履行を停止した。", Stance.REJECTS, id="ends-it"),
        pytest.param("ノルダは条約から離脱した。", Stance.REJECTS, id="leaves"),
        pytest.param("ノルダは島の併合を宣言した。", Stance.DEMANDS, id="annexes"),
        pytest.param("ノルダは協力を強めることで一致した。", Stance.SUPPORTS, id="is-at-one"),
    ],
)
def test_a_clause_ends_with_a_stance(read: TextReader, text: str, stance: Stance) -> None:
    """Verbs, nouns with light verbs, attitudes and words before 考え tell a stance."""
    assert stance_of(read, text) is stance


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ノルダは質問に応じた。", id="answers-a-question"),
        pytest.param("ノルダは責任を認めた。", id="admits-a-fault"),
        pytest.param("ノルダは法案に署名した。", id="signs-a-law"),
        pytest.param("ノルダは停戦を求めていない。", id="asks-not"),
        pytest.param("ノルダは反対の姿勢を変えた。", id="gives-it-up"),
        pytest.param("ノルダは停戦に応じるべきだ。", id="should"),
        pytest.param("ノルダは停戦に応じるだろう。", id="may"),
        pytest.param("ノルダは考えを示した。", id="bare-closer"),
        pytest.param("ノルダは危険物を排除した。", id="removes-things"),
        pytest.param("ノルダは記録を残した。", id="leaves-a-record"),
        pytest.param("ノルダは記者の発言を一蹴した。", id="dismisses-words"),
        pytest.param("ノルダは停戦で合意していた。", id="what-was-before"),
        pytest.param("ノルダは状況に応じて、動いた。", id="according-to"),
        pytest.param("ノルダはベルカ大統領を批判した。", id="blames-somebody"),
    ],
)
def test_what_ends_with_none(read: TextReader, text: str) -> None:
    """Answers, admissions, laws, what should or may be, and what is given up tell no stance."""
    assert stance_of(read, text) is None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param("部隊を派遣する", Stance.OFFERS, id="offers"),
        pytest.param("攻撃を停止する", Stance.ACCEPTS, id="halts-fighting"),
        pytest.param("協議への参加を停止する", Stance.REJECTS, id="halts-talks"),
        pytest.param("支援を続ける", Stance.SUPPORTS, id="goes-on-helping"),
        pytest.param("合意の履行", Stance.SUPPORTS, id="noun"),
        pytest.param("戦闘を続ける", None, id="goes-on-fighting"),
        pytest.param("部隊を派遣した", None, id="done"),
        pytest.param("橋を渡る", None, id="no-policy"),
    ],
)
def test_a_deed_to_come_tells_a_stance(read: TextReader, text: str, stance: Stance | None) -> None:
    """What somebody will do tells what he offers, accepts or refuses."""
    analysis = read(text).analysis
    reader = StanceReader(analysis)
    (phrases,) = reader.sentences(Span(0, len(text)))
    told = reader.deed(phrases, len(phrases) - 1)

    assert (None if told is None else told.stance) is stance


def test_words_are_cut_at_full_stops(read: TextReader) -> None:
    """Each sentence of reported words is read by itself."""
    text = "停戦は続く。撤退を求める"
    reader = StanceReader(read(text).analysis)

    assert [len(phrases) for phrases in reader.sentences(Span(0, len(text)))] == [2, 2]
