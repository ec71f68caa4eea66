"""The lines of a page as paragraphs: what each is, and in which style it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from soten.records import Span


class ParagraphKind(StrEnum):
    """What a line of a page is."""

    PROSE = "prose"
    BULLETIN = "bulletin"
    """A line that begins with a pictograph, as on message channels."""
    ITEM = "item"
    """A line of a list."""
    HEADING = "heading"
    """A short line without an end of sentence."""
    BRACKETED = "bracketed"
    """A heading in 【】, or what is left of one."""
    LINK = "link"
    """Nothing but an address."""
    TAG = "tag"
    """Nothing but hash tags."""
    RULE = "rule"
    """Nothing but marks that divide."""


BODY = (ParagraphKind.PROSE, ParagraphKind.BULLETIN, ParagraphKind.ITEM)
"""What tells something; the rest heads, divides or points elsewhere."""

HEADINGS = (ParagraphKind.HEADING, ParagraphKind.BRACKETED)
DIVIDERS = (ParagraphKind.LINK, ParagraphKind.TAG, ParagraphKind.RULE)


class Style(StrEnum):
    """How the sentences of a paragraph end, quotations left aside."""

    PLAIN = "plain"
    """である, した: newspapers and agencies."""
    POLITE = "polite"
    """です, ました: broadcasters."""
    MIXED = "mixed"
    NONE = "none"
    """No sentence that shows a style."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a text that is not blank; the span leaves out white space around it."""

    span: Span
    text: str
    kind: ParagraphKind
    style: Style
    after_blank: bool
    """True where a blank line, or the start of the text, stands before it."""


_HEADING_LENGTH = 60
_LINK = re.compile(r"(?:https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)", re.ASCII | re.IGNORECASE)
_TAGS = re.compile(r"(?:[#＃][^\s#＃]+\s*)+")
_RULE = re.compile(r"[-=_*~・◇◆■□●○★☆＊－―—─━〜…\s]{2,}|[◇◆■□●○★☆＊*]")
_ITEM = re.compile(r"[・•‣●○■□◆◇▼▲▽△※*＊]|[-–—]\s|[(（]?\d{1,2}[)）.．]\s?")
_PICTOGRAPH = re.compile("[\U0001f000-\U0001faff☀-★☇-\u27bf]|.\ufe0f")
_SENTENCE_ENDS = "。．！？!?"
_SENTENCE_END = re.compile("[。．！？!?]+")
_TAIL = re.compile(r"[\s」』”\"）)\]］>＞]*\Z")
_ASIDE = re.compile(r"[（(][^（()）]{0,40}[）)]\Z")
_POLITE = re.compile(
    r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|下さい)(?:よ|ね|が|から|けど)?か?ね?\Z"
)
_PLAIN = re.compile(r"[たるだいくすつぬむうぐぶ](?:か|と|が)?\Z")


def find_paragraphs(text: str) -> list[Paragraph]:
    r"""Return the lines of `text` that hold anything, in order.

    >>> [p.kind.value for p in find_paragraphs("協議の行方\n\n両国は協議した。\n#外交")]
    ['heading', 'prose', 'tag']
    """
    paragraphs: list[Paragraph] = []
    at, after_blank = 0, True
    for line in text.split("\n"):
        content = line.strip()
        if content:
            start = at + len(line) - len(line.lstrip())
            span = Span(start, start + len(content))
            kind = kind_of(content)
            style = style_of(content) if kind in BODY else Style.NONE
            paragraphs.append(Paragraph(span, content, kind, style, after_blank))
        after_blank = not content
        at += len(line) + 1
    return paragraphs


def kind_of(line: str) -> ParagraphKind:
    """Return what a line without white space around it is.

    >>> kind_of("【外相が会見】").value, kind_of("⚡️ 発表").value, kind_of("・第一の点").value
    ('bracketed', 'bulletin', 'item')
    """
    if len(line) <= 2000 and _LINK.fullmatch(line):
        return ParagraphKind.LINK
    if line[0] in "#＃" and _TAGS.fullmatch(line):
        return ParagraphKind.TAG
    if _RULE.fullmatch(line):
        return ParagraphKind.RULE
    if _PICTOGRAPH.match(line):
        return ParagraphKind.BULLETIN
    short = len(line) <= _HEADING_LENGTH
    if short and _is_bracketed(line):
        return ParagraphKind.BRACKETED
    if _ITEM.match(line):
        return ParagraphKind.ITEM
    if short and _is_heading(line):
        return ParagraphKind.HEADING
    return ParagraphKind.PROSE


def style_of(paragraph: str) -> Style:
    """Return the style in which a paragraph's sentences end.

    >>> style_of("首相は「行きます」と述べた。").value, style_of("合意したということです。").value
    ('plain', 'polite')
    """
    polite = plain = 0
    for sentence in _SENTENCE_END.split(without_quotations(paragraph)):
        ending = _TAIL.sub("", _ASIDE.sub("", sentence[-60:]))
        if _POLITE.search(ending):
            polite += 1
        elif _PLAIN.search(ending):
            plain += 1
    if polite and plain:
        return Style.MIXED
    return Style.POLITE if polite else Style.PLAIN if plain else Style.NONE


def without_quotations(text: str) -> str:
    """Return `text` with what stands inside 「」 and 『』 taken out.

    >>> without_quotations("「『和平』を望む」と述べた。")
    '「」と述べた。'
    """
    if "「" not in text and "『" not in text:
        return text
    kept: list[str] = []
    depth = 0
    for character in text:
        if character in "」』" and depth:
            depth -= 1
        if not depth:
            kept.append(character)
        if character in "「『":
            depth += 1
    return "".join(kept)


def _is_bracketed(line: str) -> bool:
    """Say whether a line is a heading in 【】, or lost one of them in copying."""
    opens, closes = line.startswith("【"), line.endswith("】")
    inside = line.strip("【】")
    if "【" in inside or "】" in inside or "。" in inside:
        return False
    return len(inside) >= 2 and (opens or closes)


def _is_heading(line: str) -> bool:
    if line[-1] in _SENTENCE_ENDS or (line[0] in "「『" and line[-1] in "」』"):
        return False
    return "。" not in without_quotations(line)
