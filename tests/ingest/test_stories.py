"""Where a page of clippings is cut, and that an article never is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soten.ingest.stories import cut_stories

AGENCY = [
    "架空国のハナーコ外相は四日、隣国との捕虜交換について次官級の協議を来週開くと発表した。",
    "ハナーコ氏は記者団に「準備は整った」と語った。開催地については明らかにしなかった。",
    "隣国の外務省はコメントの求めに応じていない。",
]

BROADCAST = [
    "捕虜の交換をめぐって、架空国は隣国との協議を来週開くと発表しました。",
    "架空国の外務省は四日、次官級の協議を来週開くと発表しました。",
    "これについて隣国側は、これまでのところ反応を示していません。",
    "協議では、交換する捕虜の人数で歩み寄れるかどうかが焦点となります。",
]

BULLETIN = [
    "四日の概況　架空国国防省",
    "🔸 過去一日に確認された砲撃は三件。",
    "❗️ 国境の検問所は再開した。",
]

DAM = [
    "上流の貯水池で十二日、堤防の改修を担う技師団が水位計の交換作業に着手し、電力会社が費用の半額を負う。",
    "技師団は三十基の水位計を冬までに取り替える計画で、灌漑組合も作業員を派遣する。",
]

FISH = [
    "沿岸の漁業組合は九日、サバの水揚げ量が前年の倍に達したとの集計をまとめ、冷凍倉庫の増設を港湾局に求めた。",
    "組合はトロール船の燃料補助も要望し、港湾局は次の会合で回答する方針である。",
]


def page(*stories: list[str], between: str = "") -> tuple[str, list[int]]:
    """Return a page of these stories, a blank line between paragraphs, and where each starts."""
    text, starts = "", []
    for story in stories:
        starts.append(len(text))
        text += "\n\n".join(story) + "\n\n" + between
    return text, starts


def starts_of(text: str, **outlets: str) -> list[int]:
    """Return where the stories of a page start."""
    return [story.span.start for story in cut_stories(text, outlets)]


def test_a_change_of_hand_is_a_cut_where_the_page_shows_several() -> None:
    """Bulletin, agency copy and broadcast on one page are three stories."""
    text, starts = page(BULLETIN, AGENCY, BROADCAST)

    assert starts_of(text) == starts


def test_tags_and_addresses_between_stories_belong_to_none() -> None:
    """Hash tags and addresses divide stories and lie in no story."""
    text, starts = page(AGENCY, DAM, FISH, between="#外交\n\nhttps://news.example/1\n\n")
    stories = cut_stories("https://blog.example\n\n" + text)

    assert [s.span.start - 22 for s in stories] == starts
    assert not any("#" in s.span.cut("https://blog.example\n\n" + text) for s in stories)
    assert not any("http" in s.span.cut("https://blog.example\n\n" + text) for s in stories)


def test_bracketed_headlines_of_bulletins_open_stories() -> None:
    """A headline in 【】, or what copying left of one, opens a story over a bulletin."""
    first = ["【外相、捕虜の交換で隣国と協議へ】", "⚡️ 外相は四日、協議を開くと明らかにした。"]
    second = ["大統領が国境の検問所を視察】", "❗️ 大統領は四日、国境の検問所を訪れた。"]
    text, starts = page(AGENCY, first, second)

    assert starts_of(text) == starts


def test_datelines_and_credits_open_and_close_agency_copy() -> None:
    """Each dateline after the first opens a story, and so does what follows a known credit."""
    dated = [
        f"［試験市 {day}日 試験通信］ - {story[0]}" for day, story in enumerate((AGENCY, DAM), 3)
    ]
    text, starts = page([dated[0], AGENCY[1]], [dated[1], DAM[1]])
    assert starts_of(text) == starts

    credited = [[*story[:-1], story[-1] + "（試験通信）"] for story in (AGENCY, DAM, FISH)]
    text, starts = page(*credited)
    assert starts_of(text, 試験通信="test-agency") == starts
    assert len(starts_of(text)) == 1


def test_origins_are_what_the_page_shows() -> None:
    """A story's origin is its credit's outlet or its bulletin's issuer, and otherwise unknown."""
    text, _ = page(BULLETIN, [*AGENCY[:-1], AGENCY[-1] + "（試験通信）"], BROADCAST)
    stories = cut_stories(text, {"試験通信": "test-agency"})

    assert [story.origin for story in stories] == ["架空国国防省", "test-agency", None]


def test_a_blogs_banner_is_no_story() -> None:
    """The title and motto of a blog stand before the story."""
    text = "試験日記\n\n隣国の報道を訳しています。\n\n捕虜交換の行方\n\n" + "\n\n".join(AGENCY)
    (story,) = cut_stories(text)

    assert story.span.cut(text).startswith("捕虜交換の行方")
    assert story.span.end == len(text)


SECTIONS = ["交渉の争点：捕虜の数", "監視団をめぐる思惑", "【今後の見通し】", "【双方の主張】"]
ANALYSIS = [
    "両国の協議は四日に再開した。争点は三つあると考えられている。",
    "架空国のハナーコ外相は四日、捕虜の数を譲らない考えを示した。",
    "監視団の規模について、隣国は三百人を上限とする案を出しています。架空国は受け入れない。",
    "ハナーコ氏は監視団の権限も広げるべきだと主張する。国際機関は中立を保つ。",
    "仲介国は冬までの合意を望んでいるが、溝は深い。",
    "協議は来月も続く見込みだ。",
]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n".join(AGENCY), id="agency"),
        pytest.param("\n".join(BROADCAST), id="broadcast"),
        pytest.param("捕虜交換で協議へ\n\n" + "\n".join(AGENCY), id="headline"),
        pytest.param(
            "\n\n".join(line for pair in zip(SECTIONS, ANALYSIS, strict=False) for line in pair),
            id="sections",
        ),
        pytest.param("\n\n".join(ANALYSIS), id="mixed-style"),
        pytest.param(
            "\n\n".join([*ANALYSIS, BROADCAST[0], *BROADCAST[2:]]), id="style-changes-once"
        ),
        pytest.param("\n\n".join([*AGENCY, "・捕虜の数", "・監視団", *ANALYSIS]), id="list"),
        pytest.param("\n\n".join([*AGENCY, "――", *ANALYSIS]), id="rule"),
        pytest.param(
            "\n\n".join([AGENCY[0], "https://news.example/1", *ANALYSIS]), id="address-inside"
        ),
        pytest.param("［試験市 4日 試験通信］ - " + "\n\n".join(AGENCY), id="one-dateline"),
        pytest.param(
            "写真は会場。（試験通信）\n\n［試験市 4日 試験通信］ - " + "\n\n".join(AGENCY),
            id="caption-before-dateline",
        ),
        pytest.param("\n\n".join([*BULLETIN, *AGENCY[1:]]), id="bulletin-with-prose"),
        pytest.param("".join(AGENCY * 3), id="one-line"),
    ],
)
def test_an_article_is_one_story(text: str) -> None:
    """An article is one story from its first to its last character, whatever its inner form."""
    (story,) = cut_stories(text, {"試験通信": "test-agency"})

    assert story.span.start == 0
    assert story.span.end == len(text)


@pytest.mark.parametrize("text", ["", " \n\u3000\n", "https://news.example\n#外交\n"])
def test_a_page_that_tells_nothing_has_no_story(text: str) -> None:
    """A blank page, or one of addresses and tags alone, has no story."""
    assert cut_stories(text) == ()


LINES = st.sampled_from(
    [*AGENCY, *BROADCAST, *BULLETIN, *DAM, *SECTIONS, "#外交", "https://a.example", "――", "", ""]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=30))
def test_stories_are_in_order_and_leave_out_only_dividers(lines: list[str]) -> None:
    """Stories never overlap, begin and end with visible text, and hold all that tells something."""
    text = "\n".join(lines)
    stories = cut_stories(text)
    end = 0
    for story in stories:
        assert story.span.start >= end
        words = story.span.cut(text)
        assert words == words.strip()
        end = story.span.end
    held = "".join(story.span.cut(text) for story in stories)
    assert all(line in held for line in lines if line in (*AGENCY, *BROADCAST, *DAM))


@pytest.mark.parametrize(
    "text",
    ["長" * 1_000_000, "「" * 1_000_000, "【" * 100_000, "は四日" * 100_000, "文。\n\n" * 100_000],
)
def test_hostile_pages_are_cut_in_time(text: str) -> None:
    """A million characters of one sign, or a hundred thousand paragraphs, take seconds at most."""
    began = time.monotonic()
    cut_stories(text, {"試験通信": "test-agency"})
    assert time.monotonic() - began < 10
