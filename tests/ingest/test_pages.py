"""What is taken from an HTML page."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from soten.ingest.pages import read_page
from soten.records import Basis, InputError, Published

HEAD = """<title>次官級協議は来週に | 試験新報</title>
<meta property="og:title" content="次官級協議は来週に">
<meta property="og:site_name" content="試験新報">
<meta property="article:published_time" content="2025-10-04T09:00:00+09:00">
<meta name="author" content="山田花子">
<link rel="canonical" href="https://news.example/2025/10/04/talks">
<style>.x { color: red }</style>
<script>var secret = "秘密の合意";</script>
<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "秘密の合意"}</script>"""

BODY = """<nav><ul><li><a href="/">ホーム</a></li><li><a href="/w">国際</a></li></ul></nav>
<div class="header"><div class="menu"><div><a href="/login">ログイン</a></div></div></div>
<article><h1>次官級協議は来週に</h1>
<p>両国の外務省は四日、<ruby>懸案<rp>（</rp><rt>けんあん</rt><rp>）</rp></ruby>の\
<ruby><rb>捕虜</rb><rt>ほりょ</rt></ruby>交換について次官級の協議を来週開くと発表した。</p>
<p>報道官は記者団に「準備は整った」と述べた。<br>開催地については明らかにしなかった。</p>
<h2>監視団の規模</h2>
<p>両国は先月も協議を行ったが、監視団の規模をめぐって結論は出ていなかった。</p>
<script>document.write("秘密の合意")</script>
<noscript>脚本を許してください</noscript></article>
<aside><h3>関連記事</h3><a href="/1">別の記事の見出し</a></aside>
<footer>Copyright 試験新報 無断転載を禁じます</footer>"""

PAGE = f'<!DOCTYPE html><html lang="ja"><head>{HEAD}</head><body>{BODY}</body></html>'


def test_the_main_text_is_kept_a_paragraph_a_line() -> None:
    """Paragraphs and section headings are lines; title, menus, asides and footers are not text."""
    text, _ = read_page(PAGE, "a.html")

    assert text.split("\n") == [
        "両国の外務省は四日、懸案の捕虜交換について次官級の協議を来週開くと発表した。",
        "報道官は記者団に「準備は整った」と述べた。",
        "開催地については明らかにしなかった。",
        "監視団の規模",
        "両国は先月も協議を行ったが、監視団の規模をめぐって結論は出ていなかった。",
    ]


def test_what_a_page_states_about_itself_is_metadata() -> None:
    """Title, author, site, date, address and language are taken from the page's own statements."""
    _, stated = read_page(PAGE, "a.html")

    assert stated.title == "次官級協議は来週に"
    assert stated.publisher == "試験新報"
    assert stated.author == "山田花子"
    assert stated.url == "https://news.example/2025/10/04/talks"
    assert stated.published == Published("2025-10-04", Basis.STATED, "page metadata")
    assert stated.language == "ja"


def test_a_date_in_the_prose_is_not_the_pages_date() -> None:
    """A page that states no date of its own has none, whatever days its text tells of."""
    page = "<html><body><p>2024年3月1日の会談の後も協議は続いた。</p></body></html>"
    _, stated = read_page(page, "a.html")

    assert stated.published is None
    assert stated.author is None
    assert stated.language is None


def test_script_is_never_text() -> None:
    """Nothing that a script, a style or an invisible template holds gets into the text."""
    text, _ = read_page(PAGE, "a.html")

    assert "秘密" not in text
    assert "脚本" not in text
    assert "color" not in text


def test_an_xhtml_declaration_does_not_disturb() -> None:
    """A page with an XML declaration of another charset is read as the text it already is."""
    page = '<?xml version="1.0" encoding="euc-jp"?>' + PAGE.replace(
        "<head>", '<head><meta charset="euc-jp">'
    )

    assert read_page(page, "a.xhtml")[0] == read_page(PAGE, "a.html")[0]


def test_a_script_address_is_no_url() -> None:
    """An address that is not of the web is left out."""
    page = PAGE.replace("https://news.example/2025/10/04/talks", "javascript:alert(1)")

    assert read_page(page, "a.html")[1].url is None


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html><body></body></html>", id="empty"),
        pytest.param("<html><body><script>var a = 1;</script></body></html>", id="script-only"),
        pytest.param("<html><head><title>題</title></head></html>", id="title-only"),
        pytest.param("<!-- -->", id="comment"),
        pytest.param("x", id="no-markup"),
    ],
)
def test_a_page_without_main_text_is_refused(page: str) -> None:
    """A page that holds no text to read is refused by name."""
    with pytest.raises(InputError, match=r"^a\.html: HTML without main text"):
        read_page(page, "a.html")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html><body>" + "<div>" * 100_000 + "<p>深い所の文章である。</p>", id="divs"),
        pytest.param("<html><body>" + "<ruby>" * 50_000 + "字", id="ruby"),
        pytest.param("<html><body><p>" + "&lt;" * 200_000 + "</p></body></html>", id="entities"),
        pytest.param("<" * 100_000, id="brackets"),
        pytest.param(f"<html><body><p>{'長い文章。' * 40_000}</p></body></html>", id="long-line"),
    ],
)
def test_hostile_pages_end_soon(page: str) -> None:
    """Deep nesting, endless lines and stray brackets give a text or an error within seconds."""
    began = time.monotonic()
    with suppress(InputError):
        read_page(page, "a.html")
    assert time.monotonic() - began < 10
