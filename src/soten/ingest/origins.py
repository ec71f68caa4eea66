"""Origins: whom a text was taken or translated from, as far as the page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from soten.ingest.openings import credit_at_end, credit_at_start
from soten.ingest.paragraphs import DIVIDERS, HEADINGS, Paragraph, ParagraphKind, find_paragraphs

_SOURCE = re.compile(
    r"(?:出典|出所|ソース|情報源|引用元|転載元|引用|転載|元記事|原文|配信元|配信|source)"
    r"[ 　]?[:：＝=][ 　]?(?P<words>.{2,120})",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(
    r"(?:以下は、?)?(?P<words>[^。、:：は]{2,40}?)"
    r"(?:(?:から|より)の?|の?(?:記事|論説|投稿|社説|コラム)[をの])(?:翻訳|全訳|抄訳|転載|抜粋)"
)
_ORIGINAL = re.compile(
    r"[（(](?P<words>(?:[一-龥]{1,3}語|原)(?:記事|版)[ 　:：][^\n]{3,200}?)[）)]\s*\Z"
)
_POSTED = re.compile(r"Posted by (?P<words>[^\n]{1,40}?)(?: on | at |[,、]|\Z)")
_NAME_AND_DATE = re.compile(
    r"(?P<words>[A-Za-z][A-Za-z .&'-]{1,30}?)[ 　]?(?:19|20)\d\d[年./-]\d{1,2}[月./-]\d{1,2}"
)
_BLOG = re.compile(r"(?:diary|blog|weblog|ブログ|日記|日誌)\Z", re.IGNORECASE)
_ISSUER = re.compile(r"[^\s、。「」]{1,20}(?:省|庁|軍|府|局|委員会|参謀本部|大使館|報道部)\Z")
_TAGLINE = 60
_LAST_PART = 400


def find_origin(text: str, outlets: Mapping[str, str]) -> tuple[str, ...]:
    r"""Return whom a text says it was taken or translated from, innermost first.

    `outlets` gives ids by the forms of outlets' names; a source that is not among them is given
    in the page's own words. Empty where the page shows nothing.

    >>> find_origin("協議は続いた。（試験通信）", {"試験通信": "test-agency"})
    ('test-agency',)
    >>> find_origin("協議は続いた。\n出典：ハナコ週報", {})
    ('ハナコ週報',)
    >>> find_origin("協議は続いた。", {"試験通信": "test-agency"})
    ()
    """
    paragraphs = find_paragraphs(text)
    found: dict[str, None] = {}
    for words in (*_reporters(paragraphs, outlets), *_named(paragraphs, outlets)):
        found.setdefault(words)
    banner = paragraphs[: banner_length(paragraphs)]
    if banner:
        found.setdefault(_known(banner[0].text, outlets))
    return tuple(found)


def issuer_of(story: Sequence[Paragraph]) -> str | None:
    """Return the office that the heading of a bulletin names last, in the page's words.

    The story's paragraphs must be those of a bulletin: headed, its body of pictograph lines.
    """
    if not any(p.kind is ParagraphKind.BULLETIN for p in story):
        return None
    if not story or story[0].kind not in HEADINGS:
        return None
    parts = story[0].text.strip("【】").split()
    return parts[-1] if len(parts) > 1 and _ISSUER.fullmatch(parts[-1]) else None


def banner_length(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many paragraphs at the start are the banner of a blog: its title and motto."""
    at = 0
    while at < len(paragraphs) and paragraphs[at].kind in DIVIDERS:
        at += 1
    if at or not paragraphs or not _BLOG.search(paragraphs[0].text):
        return 0
    if paragraphs[0].kind is not ParagraphKind.HEADING:
        return 0
    for length, paragraph in enumerate(paragraphs[1:3], start=1):
        if paragraph.kind in HEADINGS:
            return length
        if len(paragraph.text) > _TAGLINE:
            return 0
    return 0


def _reporters(paragraphs: Sequence[Paragraph], outlets: Mapping[str, str]) -> Iterator[str]:
    """Yield the agencies that datelines and credits name."""
    for paragraph in paragraphs:
        if paragraph.kind in DIVIDERS:
            continue
        for outlet in (
            credit_at_start(paragraph.text, outlets),
            credit_at_end(paragraph.text, outlets),
        ):
            if outlet:
                yield outlet


def _named(paragraphs: Sequence[Paragraph], outlets: Mapping[str, str]) -> Iterator[str]:
    """Yield what the page names as its source in so many words."""
    shown = False
    for paragraph in paragraphs:
        if paragraph.kind in HEADINGS and (match := _NAME_AND_DATE.match(paragraph.text)):
            shown = True
            yield _known(match["words"], outlets)
    for paragraph in paragraphs:
        yield from (_known(words, outlets) for words in _sources_in(paragraph))
        if not shown and (match := _POSTED.match(paragraph.text)):
            yield _known(match["words"], outlets)


def _sources_in(paragraph: Paragraph) -> list[str]:
    """Return the sources that a paragraph gives after 出典, before 翻訳, or as its original."""
    if match := _SOURCE.match(paragraph.text.lstrip("（(※＊*・ ")):
        return re.split("[、,]", match["words"].strip("）) 。"))
    if len(paragraph.text) <= _TAGLINE and (match := _TRANSLATED.match(paragraph.text)):
        return [match["words"]]
    original = _ORIGINAL.search(paragraph.text[-_LAST_PART:])
    return [original["words"]] if original else []


def _known(words: str, outlets: Mapping[str, str]) -> str:
    """Return the id of the outlet whose form begins `words`, the longest first, else the words."""
    words = words.strip()
    for end in range(min(len(words), 40), 1, -1):
        whole_word = end == len(words) or not (
            words[end - 1 : end + 1].isascii() and words[end].isalnum()
        )
        if words[:end] in outlets and whole_word:
            return outlets[words[:end]]
    return words
