"""Phrases (文節): a content part and the particles or endings that follow it.

「ロシア外務省の報道官は」 is 「ロシア外務省」+の and 「報道官」+は; 「否定しなかったが、」 is one
phrase whose predicate is 否定する, negated, past, joined by が. A quotation or a bracketed aside is
never opened: it is a piece of the phrase it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from soten.japanese.tokens import Token

Joint = Literal["end", "te", "stem", "but", "if", "while", "adnominal", "quoted", "other"]
"""How a predicate joins what follows.

`end` closes the sentence; `te` is 〜て; `stem` the bare continuative (述べ、 / 強調、); `but` 〜が/けれど;
`if` 〜ば/と/なら; `while` 〜つつ/ながら/上で/一方; `adnominal` modifies a noun; `quoted` is
followed by と/って.
"""

_CONTENT_VERB = frozenset(("する", "為る", "できる", "出来る", "いたす", "致す"))
_NAMING_VERB = frozenset(("付ける", "づける"))
"""Verbs that make one with the noun before them: 結論付ける, 位置づける."""
_AUXILIARY = frozenset(
    "いる ある おる くる 来る いく 行く しまう みる おく くださる もらう くれる いただく 頂く".split()
)
_QUOTING = frozenset('「『“〝"')
_ASIDE = frozenset("(（〈")
_OPENING = _QUOTING | _ASIDE | {"《"}
_CONJUNCTIVE = frozenset("上 うえ 後 あと 際 ほか 一方 反面 まま".split())
"""Nouns that after a clause join it to the next one: 述べた上で, 認める一方."""
_NOMINAL = frozenset("N VN NAME PERSON PLACE UNK PRON PRE SYM NUM NA".split())
_BUT = frozenset(("が", "けれど", "けど"))


@dataclass(slots=True)
class Phrase:
    """A phrase of a sentence.

    `start`–`end` cover it with its particles, `head_end` ends its content part. `particle` is what
    follows the content, joined (は, によると, との). For a predicate `lemma` is its dictionary form
    (否定する, 明らかにする), `negated` counts ない once, `joint` says how it goes on. `comma` is True
    where 、 or a mark that ends a sentence follows. `quote` is the start of the last quotation in its
    content (「停戦」, 「停戦」案), or None.
    """

    start: int
    head_end: int
    end: int
    first: int
    last: int
    particle: str
    lemma: str | None = None
    negated: bool = False
    past: bool = False
    passive: bool = False
    joint: Joint | None = None
    comma: bool = False
    quote: int | None = None


_ASPECT = frozenset("始める はじめる 続ける 出す 直す 終える かける 合う あう 返す".split())
"""Second verbs that only tell how the first goes on: 働きかけ始める."""
_LONGEST_PARTICLE = 4
"""Characters of a verb that serves as a particle: 〜を踏まえて, but not 〜を受けていない."""
_POLITE = frozenset(("よりますと", "おきましては", "つきましては", "対しまして", "おきまして"))
_COMPOUND_PARTICLE = {
    "に": frozenset(
        "よる つく 対する 先立つ 向ける 関する とる おく 於く 際する 伴う 基づく 加える 続く".split()
    ),
    "を": frozenset("めぐる 巡る 通じる 通す 受ける 含む 経る 踏まえる".split()),
    "と": frozenset(("共",)),
}
"""Verbs that with the particle before them are one particle: によると, をめぐって, に対し."""


def chunk(tokens: list[Token], first: int, last: int, closes: dict[int, int]) -> list[Phrase]:
    """Return the phrases of the tokens from `first` up to `last`.

    `closes` gives, for the start of a quotation or aside, its end; both count characters.
    Verbs that serve as particles (によると, をめぐって) are joined to the phrase before.
    """
    return _join_particles(_Chunker(tokens, first, last, closes).run(), tokens)


def _words(phrase: Phrase, tokens: list[Token]) -> str:
    return "".join(t.surface for t in tokens[phrase.first : phrase.last])


def _is_short(words: str) -> bool:
    return len(words) <= _LONGEST_PARTICLE or words in _POLITE


def _join_particles(phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not before.comma
            and phrase.lemma in _COMPOUND_PARTICLE.get(before.particle[-1:], ())
            and phrase.joint in ("te", "stem", "quoted", "if", "adnominal", "other", "while")
            and not phrase.negated
            and not (phrase.past and phrase.joint == "quoted")
            and _is_short(_words(phrase, tokens))
        ):
            before.particle += _words(phrase, tokens)
            before.end, before.last, before.comma = phrase.end, phrase.last, phrase.comma
        else:
            joined.append(phrase)
    return joined


class _Chunker:
    def __init__(self, tokens: list[Token], first: int, last: int, closes: dict[int, int]) -> None:
        self.tokens, self.at, self.last, self.closes = tokens, first, last, closes
        self.phrases: list[Phrase] = []
        self.head: list[Token] = []
        self.tail: list[Token] = []
        self.first = first
        self.quote: int | None = None
        self.piece_end = 0

    def run(self) -> list[Phrase]:
        tokens, last = self.tokens, self.last
        while self.at < last:
            token = tokens[self.at]
            if token.pos == "SYM" and self._symbol(token):
                continue
            is_ending = token.pos in ("P", "AUX") or self._concedes(token)
            if is_ending or self._is_auxiliary_verb(token):
                self._add_tail(token)
            else:
                self._add_head(token)
            self.at += 1
        self._flush(comma=False)
        return self.phrases

    def _symbol(self, token: Token) -> bool:
        """Deal with a mark; return True if it was dealt with whole."""
        end = self.closes.get(token.start)
        if end is not None and token.surface in _OPENING:
            self._skip_bracket(token, end)
            return True
        if token.surface in "、,，。．！？!?；;：:→":
            self._flush(comma=True)
            self.at += 1
            self.first = self.at
            return True
        return False

    def _skip_bracket(self, token: Token, end: int) -> None:
        is_aside = token.surface in _ASIDE
        if not is_aside and (self.tail or (self.head and self.head[-1].pos == "V")):
            self._flush(comma=False)
        if not is_aside:
            self._begin(self.at)
            self.quote = token.start if token.surface in _QUOTING else None
            self.head.append(token)
            self.piece_end = end
        elif self.head and not self.tail:
            self.piece_end = max(self.piece_end, end)
        while self.at < self.last and self.tokens[self.at].start < end:
            self.at += 1

    def _begin(self, at: int) -> None:
        if not self.head and not self.tail:
            self.first = at

    def _is_auxiliary_verb(self, token: Token) -> bool:
        if token.pos != "V" or token.lemma not in _AUXILIARY:
            return False
        return bool(self.tail) and self.tail[-1].surface in ("て", "で") and self._is_predicate()

    def _concedes(self, token: Token) -> bool:
        """Say whether もの is that of ものの、: 認めたものの、; but 認めたものの数 is a number of things."""
        before = (self.tail or self.head or [token])[-1]
        if token.surface != "もの" or before.pos not in ("V", "ADJ", "AUX") or not self.head:
            return False
        following = self.tokens[self.at + 1 : min(self.at + 3, self.last)]
        return [t.surface for t in following] == ["の", "、"]

    def _is_predicate(self) -> bool:
        return bool(self.head) and self.head[-1].pos in ("V", "ADJ", "VN", "NA", "AUX", "N", "SUF")

    def _add_tail(self, token: Token) -> None:
        if not self.head and not self.tail:
            self.first = self.at
        self.tail.append(token)

    def _add_head(self, token: Token) -> None:
        if self.tail:
            if token.pos == "V" and token.lemma in _CONTENT_VERB and self._is_adverbial_ni():
                self.head += [*self.tail, token]
                self.tail = []
                self.piece_end = token.end
                return
            self._flush(comma=False)
        elif self._splits_head(token):
            self._flush(comma=False)
        self._begin(self.at)
        if token.pos not in ("SUF", "V") or self.quote is None or token.pos in ("N", "VN", "UNK"):
            self.quote = None if self.head and self.head[-1].surface not in _OPENING else self.quote
        self.head.append(token)
        self.piece_end = token.end

    def _is_adverbial_ni(self) -> bool:
        """明らか+に+する is one predicate; 会議に+する is not."""
        if not self.head or len(self.tail) != 1:
            return False
        return self.tail[0].surface == "に" and self.head[-1].pos == "NA"

    def _splits_head(self, token: Token) -> bool:
        """A verb starts a phrase of its own unless it is the する of a verbal noun or a compound."""
        if not self.head:
            return False
        before = self.head[-1]
        if token.pos in ("ADV", "CONJ", "ADN"):
            return True
        if before.pos in ("ADV", "CONJ", "ADN"):
            return True
        if token.pos == "V":
            return not (token.lemma in _CONTENT_VERB | _NAMING_VERB or before.pos == "V")
        return before.pos in ("V", "ADJ") and token.pos not in ("SUF", "AUX")

    def _flush(self, *, comma: bool) -> None:
        if not self.head and not self.tail:
            if comma and self.phrases:
                self.phrases[-1].comma = True
            return
        self.phrases.append(self._build(comma=comma))
        self.head, self.tail, self.quote = [], [], None
        self.first = self.at

    def _build(self, *, comma: bool) -> Phrase:
        head, tail = self.head, self.tail
        start = head[0].start if head else tail[0].start
        head_end = max(self.piece_end, head[-1].end) if head else start
        end = max(tail[-1].end, head_end) if tail else head_end
        phrase = Phrase(
            start, head_end, end, self.first, self.at, "".join(t.surface for t in tail), comma=comma
        )
        phrase.quote = self.quote
        if head:
            _describe_predicate(phrase, head, tail, self._following())
        return phrase

    def _following(self) -> Token | None:
        return self.tokens[self.at] if self.at < self.last else None


def _describe_predicate(
    phrase: Phrase, head: list[Token], tail: list[Token], following: Token | None
) -> None:
    """Fill in what kind of predicate the phrase is, if it is one."""
    lemma = _lemma(head, tail, following, comma=phrase.comma)
    if lemma is None:
        return
    phrase.lemma = lemma
    auxiliaries = [t for t in (*head, *tail) if t.pos in ("AUX", "P", "V", "ADJ")]
    lemmas = {t.lemma for t in auxiliaries}
    phrase.negated = not lemmas.isdisjoint(("ない", "ぬ", "ず", "まい"))
    phrase.past = any(t.pos == "AUX" and t.lemma == "た" for t in auxiliaries)
    phrase.passive = any(t.pos == "AUX" and t.lemma in ("れる", "られる") for t in auxiliaries)
    phrase.joint = _joint(head, tail, following, comma=phrase.comma)


def _lemma(
    head: list[Token], tail: list[Token], following: Token | None, *, comma: bool
) -> str | None:
    last = head[-1]
    if last.pos == "V":
        return _verb(head, tail)
    if last.pos in ("ADJ", "NA"):
        return last.lemma
    if last.pos == "VN" and not tail and (comma or following is None or following.pos == "SYM"):
        return last.surface + "する"
    if tail and tail[0].pos == "AUX":
        return last.surface
    return None


def _verb(head: list[Token], tail: list[Token]) -> str:
    """The dictionary form of a verb as it is written today: 報じる for 報ずる, 結論付ける, 知らせる."""
    last = head[-1]
    if len(head) > 1:
        if last.lemma in ("する", "為る"):
            return _compound(head[:-1]) + "する"
        if last.lemma in ("できる", "出来る") and head[-2].pos == "VN":
            return _compound(head[:-1]) + "する"
        if last.lemma in _NAMING_VERB:
            return head[-2].surface + last.lemma
        if last.lemma in _ASPECT and head[-2].pos == "V" and head[-2].lemma != "為る":
            return _verb(head[:-1], tail)
    if tail and tail[0].pos == "AUX" and tail[0].lemma == "せる":
        return last.surface + tail[0].lemma
    return last.lemma[:-2] + "じる" if last.lemma.endswith("ずる") else last.lemma


def _compound(head: list[Token]) -> str:
    """The verbal noun before する: its last part, and 明らかに whole."""
    if len(head) >= 2 and head[-1].surface == "に":
        return head[-2].surface + "に"
    return head[-1].surface


def _joint(head: list[Token], tail: list[Token], following: Token | None, *, comma: bool) -> Joint:
    by_particle = _joint_by_particle(tail, comma=comma)
    if by_particle is not None:
        return by_particle
    if following is None or following.surface in "。！？!?":
        return "end"
    if comma:
        return "stem"
    ending = tail[-1] if tail else head[-1]
    if not _may_modify(ending):
        return "other"
    if following.surface in _CONJUNCTIVE:
        return "while"
    return "adnominal" if following.pos in _NOMINAL else "other"


def _joint_by_particle(tail: list[Token], *, comma: bool) -> Joint | None:
    """How a predicate goes on, where its last particle says so."""
    words = [t.surface for t in tail]
    last = words[-1] if words else ""
    if any(w in ("と", "って") for w in words[-3:]) and last in ("と", "って", "も", "の", "は"):
        return "quoted"
    if (last in ("て", "で") and tail[-1].pos == "P") or (last == "も" and "て" in words):
        return "te"
    if last in ("つつ", "ながら"):
        return "while"
    if words[-2:] in (["けれど", "も"], ["もの", "の"]):
        return "but"
    if last in _BUT and (comma or last != "が" or tail[-1].fine == "接続助詞"):
        return "but"
    return "if" if last in ("ば", "なら", "たら") else None


def _may_modify(ending: Token) -> bool:
    """Say whether an inflected word stands in a form that modifies a noun."""
    if ending.pos in ("V", "ADJ", "AUX"):
        return ending.fine.startswith(("連体形", "終止形"))
    return False
