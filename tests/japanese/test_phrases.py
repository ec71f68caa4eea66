"""Phrases: content parts with the particles and endings that follow them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.japanese.phrases import Phrase, chunk
from soten.japanese.sentences import outline
from soten.japanese.tokens import Token, tokenize

WORDS = st.lists(
    st.sampled_from(
        "ベンチ外相 は が を に と の 停戦 合意 した しない され て 述べ た 会談 明らか する 上で 一方 "
        'ベルダ 美しい とても しかし 「 」 『 』 （ ） 《 》 〈 〉 " 、 。 ！？ 5 🔸 … ッ'.split()
    ),
    max_size=25,
).map("".join)
"""Runs of words and marks, few of them sentences."""


def read(text: str) -> tuple[list[Token], list[Phrase]]:
    """Return the tokens and the phrases of a text."""
    cut = outline(text)
    closes = {q.start: q.end for q in cut.quotations} | dict(cut.asides)
    tokens = tokenize(text)
    return tokens, chunk(tokens, 0, len(tokens), closes)


def parts(text: str) -> list[tuple[str, str]]:
    """Return the phrases of a text as content and particle."""
    return [(text[p.start : p.head_end], p.particle) for p in read(text)[1]]


def predicates(text: str) -> list[tuple[str | None, str | None]]:
    """Return the predicates of a text with how they join what follows."""
    return [(p.lemma, p.joint) for p in read(text)[1] if p.lemma is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "ベルダ外務省の報道官は協議した。",
            [("ベルダ外務省", "の"), ("報道官", "は"), ("協議し", "た")],
            id="compounds",
        ),
        pytest.param("外相らとの会談", [("外相ら", "との"), ("会談", "")], id="two-particles"),
        pytest.param("とても強い軍", [("とても", ""), ("強い", ""), ("軍", "")], id="adverb"),
        pytest.param("しかし外相は", [("しかし", ""), ("外相", "は")], id="conjunction"),
        pytest.param("合意した停戦案", [("合意し", "た"), ("停戦案", "")], id="clause-before-noun"),
        pytest.param("外相、国防相は", [("外相", ""), ("国防相", "は")], id="comma"),
        pytest.param("話している", [("話し", "ている")], id="auxiliary-verb"),
        pytest.param("始まった", [("始まっ", "た")], id="verb"),
        pytest.param("だが、帰る。", [("", "だが"), ("帰る", "")], id="no-content"),
        pytest.param("にする。", [("", "に"), ("する", "")], id="torn-off"),
    ],
)
def test_a_phrase_is_content_and_what_follows_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A phrase is a noun compound, verb or adjective with its particles and endings."""
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["", "。", "、。", "！？", "（当時）"])
def test_marks_alone_are_no_phrase(text: str) -> None:
    """Marks and asides without words around them make no phrase."""
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "content", "particle"),
    [
        pytest.param("外相によると、", "外相", "によると", id="according-to"),
        pytest.param("停戦をめぐって協議した。", "停戦", "をめぐって", id="about"),
        pytest.param("ベルダに対し、", "ベルダ", "に対し", id="towards"),
        pytest.param("会談に先立って述べた。", "会談", "に先立って", id="before"),
        pytest.param("停戦についての協議", "停戦", "についての", id="on"),
    ],
)
def test_verbs_that_serve_as_particles_join_the_phrase_before(
    text: str, content: str, particle: str
) -> None:
    """によると, をめぐって and the like are particles of the phrase before them."""
    assert parts(text)[0] == (content, particle)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        pytest.param("攻撃に、よると述べた。", "よる", id="comma-between"),
        pytest.param("紙をとって帰った。", "とる", id="another-particle"),
        pytest.param("一線を守って帰った。", "守る", id="another-verb"),
        pytest.param("机に向かった。", "向かう", id="verb-that-is-no-particle"),
    ],
)
def test_other_verbs_stay_verbs(text: str, verb: str) -> None:
    """A verb that only looks like a particle keeps a phrase of its own."""
    assert verb in [lemma for lemma, _ in predicates(text)]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        pytest.param("協議した。", "協議する", id="verbal-noun"),
        pytest.param("和平協議した。", "協議する", id="compound"),
        pytest.param("協議できた。", "協議する", id="potential"),
        pytest.param("外相は停戦を強調。", "強調する", id="bare-verbal-noun"),
        pytest.param("停戦を明らかにした。", "明らかにする", id="adverb-and-do"),
        pytest.param("会議にした。", "する", id="noun-and-do"),
        pytest.param("求めた。", "求める", id="verb"),
        pytest.param("難しい。", "難しい", id="adjective"),
        pytest.param("静かだ。", "静か", id="adjectival-noun"),
        pytest.param("和平案だった。", "案", id="noun-with-copula"),
    ],
)
def test_a_predicate_has_its_dictionary_form(text: str, lemma: str) -> None:
    """A predicate's lemma is its dictionary form; a verbal noun's with する."""
    assert read(text)[1][-1].lemma == lemma


@pytest.mark.parametrize("text", ["停戦の", "停戦を", "外相は", "ベルダ外務省", "しかし", "停戦案"])
def test_nouns_with_particles_are_no_predicates(text: str) -> None:
    """A noun with a particle, or one that する makes no verb of, has no lemma and no joint."""
    (phrase,) = read(text)[1]

    assert (phrase.lemma, phrase.joint, phrase.negated) == (None, None, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("述べた。", ("述べる", "end"), id="end"),
        pytest.param("述べて帰った。", ("述べる", "te"), id="te"),
        pytest.param("述べても帰る。", ("述べる", "te"), id="te-mo"),
        pytest.param("述べ、帰った。", ("述べる", "stem"), id="stem"),
        pytest.param("強調、帰った。", ("強調する", "stem"), id="bare-verbal-noun"),
        pytest.param("述べたが、帰った。", ("述べる", "but"), id="but"),
        pytest.param("述べたけれども、帰った。", ("述べる", "but"), id="keredomo"),
        pytest.param("述べたものの、帰った。", ("述べる", "but"), id="mono-no"),
        pytest.param("述べたものの数", ("述べる", "adnominal"), id="number-of-things"),
        pytest.param("述べれば帰る。", ("述べる", "if"), id="ba"),
        pytest.param("述べるなら帰る。", ("述べる", "if"), id="nara"),
        pytest.param("述べながら帰る。", ("述べる", "while"), id="nagara"),
        pytest.param("述べた上で、帰った。", ("述べる", "while"), id="ue-de"),
        pytest.param("述べる一方、帰った。", ("述べる", "while"), id="ippou"),
        pytest.param("述べた国が", ("述べる", "adnominal"), id="before-a-noun"),
        pytest.param("述べたと伝えた。", ("述べる", "quoted"), id="quoted"),
        pytest.param("難しいとの声", ("難しい", "quoted"), id="quoted-before-noun"),
    ],
)
def test_a_predicate_joins_what_follows(text: str, expected: tuple[str, str]) -> None:
    """A predicate's joint tells whether it ends, goes on, concedes, conditions, modifies or is quoted."""
    assert predicates(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "negated", "past", "passive"),
    [
        pytest.param("認めた。", False, True, False, id="past"),
        pytest.param("認めなかった。", True, True, False, id="negated-past"),
        pytest.param("認めない。", True, False, False, id="negated"),
        pytest.param("認めず、", True, False, False, id="zu"),
        pytest.param("攻撃された。", False, True, True, id="passive"),
        pytest.param("認められる。", False, False, True, id="rareru"),
        pytest.param("認める。", False, False, False, id="plain"),
        pytest.param("認めている。", False, False, False, id="progressive"),
    ],
)
def test_a_predicate_tells_its_polarity_tense_and_voice(
    text: str, negated: bool, past: bool, passive: bool
) -> None:
    """Negation, past and passive are read from the endings of the predicate."""
    (phrase,) = read(text)[1]

    assert (phrase.negated, phrase.past, phrase.passive) == (negated, past, passive)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("外相は「行く。帰る」と述べた。", ("「行く。帰る」", "と", 3), id="corner"),
        pytest.param("外相は『行く』と述べた。", ("『行く』", "と", 3), id="double-corner"),
        pytest.param("外相は“行く”と述べた。", ("“行く”", "と", 3), id="curly"),
        pytest.param('外相は"行く"と述べた。', ('"行く"', "と", 3), id="straight"),
        pytest.param("外相は「停戦」案を出した。", ("「停戦」案", "を", 3), id="with-a-noun"),
        pytest.param(
            "🔸𠮷「行く」と述べた。", ("🔸𠮷「行く」", "と", 2), id="beyond-the-first-plane"
        ),
    ],
)
def test_a_quotation_is_a_piece_of_its_phrase(text: str, expected: tuple[str, str, int]) -> None:
    """A quotation is never opened: it is content, and the phrase knows where it starts."""
    (phrase,) = [p for p in read(text)[1] if p.quote is not None]

    assert (text[phrase.start : phrase.head_end], phrase.particle, phrase.quote) == expected


@pytest.mark.parametrize(
    "text",
    [
        "外相は《条約》と述べた。",
        "〈条約〉と述べた。",
        "（行く）と述べた。",
        "「」と述べた。",
        "行く」と述べた。",
    ],
)
def test_titles_and_asides_are_no_quotations(text: str) -> None:
    """No phrase says that it ends in a quotation where only other brackets stand."""
    assert [p.quote for p in read(text)[1] if p.quote is not None] == []


def test_an_aside_belongs_to_the_content_before_it() -> None:
    """A bracketed remark is covered by the phrase it follows and adds no phrase."""
    assert parts("外相（当時は首相だ。）は述べた（後述）。") == [
        ("外相（当時は首相だ。）", "は"),
        ("述べ", "た"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("外相は、帰った", [True, False], id="comma"),
        pytest.param("外相は帰った。", [False, True], id="full-stop"),
        pytest.param("外相は帰った", [False, False], id="none"),
    ],
)
def test_marks_after_a_phrase_are_noted(text: str, expected: list[bool]) -> None:
    """A phrase knows whether 、 or the mark that ends its sentence follows it."""
    assert [p.comma for p in read(text)[1]] == expected


@settings(deadline=None)
@given(WORDS)
def test_phrases_cover_the_words_in_order(text: str) -> None:
    """Phrases lie in order, and every token outside them is a mark or stands in an aside."""
    tokens, phrases = read(text)
    cut = outline(text)

    assert all(0 <= p.start <= p.head_end <= p.end <= len(text) for p in phrases)
    assert all(a.end <= b.start and a.last <= b.first for a, b in pairwise(phrases))
    held = {i for p in phrases for i in range(p.first, p.last)}
    for i, token in enumerate(tokens):
        in_aside = any(start <= token.start < end for start, end in cut.asides)
        assert i in held or token.pos == "SYM" or in_aside


@settings(deadline=None)
@given(WORDS)
def test_quotes_of_phrases_are_quotations(text: str) -> None:
    """What a phrase holds as its quotation is one of the text's quotations, inside the phrase."""
    ends = {q.start: q.end for q in outline(text).quotations}

    for phrase in read(text)[1]:
        if phrase.quote is not None:
            assert phrase.start <= phrase.quote < ends[phrase.quote] <= phrase.head_end


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        pytest.param("4社を対象に加えたと発表した。", "加える", id="done"),
        pytest.param("攻撃を受けたと述べた。", "受ける", id="undergone"),
    ],
)
def test_what_was_done_is_no_particle(text: str, lemma: str) -> None:
    """A verb in the past before と tells what was done, though its stem serves as a particle."""
    _, phrases = read(text)

    assert lemma in [phrase.lemma for phrase in phrases]
