"""Who is who within one document: the cast.

Listed names are settled by what the document itself says (full names, sides, titles), short forms
are tied to full names, spelling variants of one katakana name to each other, and names that were
found by grammar become members of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from soten.japanese.barenames import find_bare_names
from soten.japanese.compounds import find_compounds, without_things
from soten.japanese.discovery import find_titled
from soten.japanese.folding import fold_form, loosen
from soten.japanese.index import NameIndex
from soten.japanese.members import Cast, Member, Name, local_key
from soten.japanese.names import Candidate, Ground, find_listed
from soten.japanese.papers import find_short, short_names
from soten.japanese.tails import find_bare_bodies, find_tails
from soten.japanese.tokens import Token
from soten.records import ActorType

__all__ = ["Cast", "Member", "Name", "build_cast"]


_VARIANT = 0.8
"""Least similarity of two katakana family names that are taken for one (of 40 pairs tried by hand in
reporting on several conflicts, variants scored 0.80 to 1.0, different people below 0.77)."""
_ACRONYM = re.compile(r"\s*(?:略称?[:：]?\s*)?([A-ZＡ-Ｚ][A-ZＡ-Ｚ0-9\-]{1,9})\s*")
_PART = re.compile("[・=＝゠]")
_BODIES = frozenset((ActorType.ORGANIZATION, ActorType.FORCE, ActorType.FACILITY, ActorType.OUTLET))
_PROPER = frozenset(("UNK", "PERSON", "NAME"))
"""What the tokenizer calls words that are names, or that its dictionary does not hold."""


def build_cast(
    text: str, tokens: list[Token], index: NameIndex, asides: Sequence[tuple[int, int]] = ()
) -> tuple[Cast, Ground]:
    """Return who the document names and where; also the ground the names were found on.

    `asides` are the places of bracketed remarks, which may part a name from its title.
    """
    ground = Ground(text, tokens, index, asides)
    listed = without_things(ground, find_listed(ground))
    titled = find_titled(ground, listed)
    compounds = find_compounds(ground, [*listed, *titled])
    named = [*listed, *titled, *compounds]
    candidates = _without_overlaps([*named, *find_bare_names(ground, named)])
    cast = _Casting(ground).settle(candidates)
    return cast, ground


def _without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    """Keep the longer of two names that overlap: ロドナ市 and not ロドナ."""
    kept: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if kept and c.start < kept[-1].end:
            if c.end - c.start > kept[-1].end - kept[-1].start:
                kept[-1] = c
            continue
        kept.append(c)
    return kept


class _Casting:
    def __init__(self, ground: Ground) -> None:
        self.ground, self.index = ground, ground.index
        self.cast = Cast()
        self.families: dict[str, str] = {}
        """Folded family name → member, for the people of this document named in full."""

    def settle(self, candidates: list[Candidate]) -> Cast:
        self._join_readings(candidates)
        full = [c for c in candidates if not c.short]
        for c in full:
            self._place(c, self._member_of(c))
        for c in sorted((c for c in candidates if c.short), key=self._may_be_a_word):
            if self._may_be_a_word(c) and not self._is_named(c):
                continue
            member = self._member_of_short(c)
            if member is not None:
                self._place(c, member)
        self._find_acronyms()
        self._find_bare()
        self.cast.names.sort()
        self._find_papers()
        self._find_tails()
        self._find_bodies()
        return self.cast

    def _join_readings(self, candidates: list[Candidate]) -> None:
        """Let a name in brackets after a name be the same person: 金根植（キム・グンシク）教授."""
        by_end = {c.end: c for c in candidates if c.type is ActorType.PERSON}
        by_start = {c.start: c for c in candidates if c.type is ActorType.PERSON and not c.entries}
        for before, start, end in self.ground.asides:
            name, reading = by_end.get(before), by_start.get(start + 1)
            if name is None or reading is None or reading.end != end - 1:
                continue
            reading.entries, reading.side = name.entries, name.side
            written = self.ground.text[name.start : name.end]
            reading.key = name.key or local_key(name.type, fold_form(written))
            first = _PART.split(self.ground.text[start + 1 : end - 1])[0]
            reading.family = fold_form(first) if "一" <= written[0] <= "龥" else None

    def _may_be_a_word(self, c: Candidate) -> bool:
        """Say whether a family name is a common word that nothing marks as a name: マスクを着けた.

        A title (マスク氏) marks it, and so does a word that stands for a state (マスク側, マスク政権).
        """
        if c.begin < c.start or c.stop > c.end:
            return False
        after = self.ground.word_at.get(c.end)
        body = self.index.bodies.get(after.text) if after is not None else None
        token = self.ground.tokens[self.ground.token_over(c.start)]
        return token.pos not in _PROPER and (body is None or body.suffix is not None)

    def _is_named(self, c: Candidate) -> bool:
        """Say whether the document names somebody of this family name in full or with a title."""
        family = _family(self.ground.text[c.start : c.end])
        return family in self.families or any(e in self.cast.members for e in c.entries)

    # --- members -----------------------------------------------------------------------------------
    def _place(self, c: Candidate, member: Member) -> None:
        form = self.ground.text[c.start : c.end]
        member.forms[form] += 1
        for title in c.titles:
            if title not in member.titles:
                member.titles.append(title)
        if member.side is None:
            member.side = c.side
        self.cast.names.append(Name(c.start, c.end, member.key, c.begin, c.stop))

    def _listed(self, entry_id: str) -> Member:
        member = self.cast.members.get(entry_id)
        if member is None:
            entry = self.index.actors[entry_id]
            member = Member(entry_id, entry.type, entry.name_ja)
            member.known, member.name_en = True, entry.name_en
            member.side = self.index.side_of(entry)
            self.cast.members[entry_id] = member
            if entry.type is ActorType.PERSON:
                for form in entry.forms:
                    self.families.setdefault(_family(form.text), entry_id)
        return member

    def _member_of(self, c: Candidate) -> Member:
        if c.entries:
            return self._listed(self._choose(c))
        name = self.ground.text[c.start : c.end]
        if c.type is ActorType.PERSON:
            listed = self._listed_namesake(name)
            if listed is not None:
                return self._listed(listed)
        key = c.key or local_key(c.type, fold_form(name))
        member = self.cast.members.get(key)
        if member is None:
            member = Member(key, c.type, name)
            member.side, member.name_en = c.side, c.name_en
            self.cast.members[key] = member
        if c.type is ActorType.PERSON:
            self.families.setdefault(c.family or _family(name), key)
        return member

    def _choose(self, c: Candidate) -> str:
        """Choose among several listed actors of one name by what stands with it."""
        if len(c.entries) == 1:
            return c.entries[0]
        for entry in c.entries:
            if entry in self.cast.members:
                return entry
        titled = bool(c.titles) or c.stop > c.end
        people = [e for e in c.entries if self.index.actors[e].type is ActorType.PERSON]
        if titled and people:
            return self._by_title(c, people)
        others = [e for e in c.entries if e not in people]
        return others[0] if others else c.entries[0]

    def _by_title(self, c: Candidate, people: list[str]) -> str:
        def fit(entry_id: str) -> int:
            entry = self.index.actors[entry_id]
            titles = {role.title for role in entry.roles}
            side = self.index.side_of(entry)
            return 2 * any(t in titles for t in c.titles) + (c.side is not None and c.side == side)

        return max(people, key=fit)

    def _listed_namesake(self, name: str) -> str | None:
        """Return the listed person of whom a full name is a spelling variant.

        クリメンド・タノフ is クリメント・タノフ, if the document names him; アンナ・タノフ is not.
        """
        family = self.families.get(_family(name))
        if family is None or family not in self.index.actors:
            return None
        forms = (fold_form(f.text) for f in self.index.actors[family].forms)
        folded = fold_form(name)
        return (
            family if any(Indel.normalized_similarity(folded, f) >= 0.85 for f in forms) else None
        )

    def _member_of_short(self, c: Candidate) -> Member | None:
        name = self.ground.text[c.start : c.end]
        family = _family(name)
        if c.entries:
            if family in self.families:
                other = self._namesake(c, self.cast.members[self.families[family]])
                return self.cast.members[self.families[family]] if other is None else other
            known = [e for e in c.entries if e in self.cast.members]
            chosen = known[0] if known else self._short_entry(c)
            return self._listed(chosen) if chosen is not None else None
        key = self.families.get(family) or self._variant_of(family)
        if key is not None:
            return self.cast.members[key]
        return self._member_of(c)

    def _namesake(self, c: Candidate, member: Member) -> Member | None:
        """Return the listed person of the same family name whose title stands here, not `member`'s."""

        def bears(entry_id: str) -> bool:
            return any(role.title in c.titles for role in self.index.actors[entry_id].roles)

        if not set(c.titles).isdisjoint(member.titles):
            return None
        bearers = [e for e in c.entries if bears(e) and self._may_be(c, e)]
        return self._listed(bearers[0]) if len(bearers) == 1 and bearers[0] != member.key else None

    def _short_entry(self, c: Candidate) -> str | None:
        fitting = [e for e in c.entries if self._may_be(c, e)]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        return self._by_title(c, fitting)

    def _may_be(self, c: Candidate, entry_id: str) -> bool:
        """Say whether a family name with its titles and side may mean a listed person.

        One kanji is a family name of thousands: it needs a title that the person bears.
        """
        entry = self.index.actors[entry_id]
        side = self.index.side_of(entry)
        if c.side is not None and side is not None and c.side != side and c.titles:
            return False
        if c.end - c.start > 1:
            return True
        borne = " ".join(role.title for role in entry.roles)
        return any(title in borne for title in c.titles)

    def _variant_of(self, family: str) -> str | None:
        """Return the member whose family name is a spelling variant of this one, of four kana or more.

        プラハチェンコ is プラホチェンコ; マルチェンコ is not, and ダノフ is too short to be タノフ.
        """
        if len(family) < 4:
            return None
        loose = loosen(family)
        best, chosen = _VARIANT, None
        for known, key in self.families.items():
            if len(known) >= 4 and (s := Indel.normalized_similarity(loose, loosen(known))) >= best:
                best, chosen = s, key
        return chosen

    # --- acronyms ----------------------------------------------------------------------------------
    def _find_acronyms(self) -> None:
        """Give an organization the acronym in brackets after it, and find that elsewhere.

        In a text that says 「即応支援部隊（RSF）」 RSF is that force, whoever else it may be.
        """
        given: dict[str, str] = {}
        text = self.ground.text
        by_end = {n.end: n.member for n in self.cast.names}
        named = {n.start: at for at, n in enumerate(self.cast.names)}
        for before, start, end in self.ground.asides:
            inner = _ACRONYM.fullmatch(text, start + 1, end - 1)
            member = by_end.get(before)
            if inner is None or member is None or self._is_person(member):
                continue
            given.setdefault(inner.group(1), member)
        for token in self.ground.tokens if given else ():
            key = given.get(token.surface)
            if key is None:
                continue
            if token.start in named:
                self._rename(named[token.start], key)
            else:
                self.cast.members[key].forms[token.surface] += 1
                self.cast.names.append(Name(token.start, token.end, key, token.start, token.end))

    def _rename(self, at: int, key: str) -> None:
        """Let the name at an index mean another member; one who is named no more leaves the cast."""
        name = self.cast.names[at]
        if name.member == key:
            return
        form = self.ground.text[name.start : name.end]
        former = self.cast.members[name.member]
        former.forms[form] -= 1
        former.forms += Counter()
        if not former.forms:
            del self.cast.members[name.member]
        self.cast.members[key].forms[form] += 1
        self.cast.names[at] = name._replace(member=key)

    def _is_person(self, key: str) -> bool:
        return self.cast.members[key].type is ActorType.PERSON

    # --- names that stand bare --------------------------------------------------------------------
    def _find_bare(self) -> None:
        """Find the family names of the cast where they stand without title: 「ヴィトコフは認めた」."""
        taken = {n.start for n in self.cast.names}
        covered = sorted((n.start, n.end) for n in self.cast.names)
        at = 0
        for token in self.ground.tokens:
            while at < len(covered) and covered[at][1] <= token.start:
                at += 1
            if token.start in taken or not (token.pos in _PROPER or self._has_title(token)):
                continue
            if at < len(covered) and covered[at][0] < token.end:
                continue
            self._place_bare(token)

    def _find_bodies(self) -> None:
        """Find kinds of body that nobody names in full: 外務省は. Whose they are stays unknown."""
        named = [(n.start, n.end) for n in self.cast.names]
        for start, end, type_ in find_bare_bodies(self.ground, named):
            word = self.ground.text[start:end]
            key = local_key(type_, fold_form(word))
            member = self.cast.members.setdefault(key, Member(key, type_, word))
            member.forms[word] += 1
            self.cast.names.append(Name(start, end, key, start, end))
        self.cast.names.sort()

    def _has_title(self, token: Token) -> bool:
        """Say whether a title follows a word, so that it is a name whatever else it means."""
        word = self.ground.word_at.get(token.end)
        return token.pos == "N" and word is not None and word.text in self.index.titles

    def _find_tails(self) -> None:
        """Find bodies by the last part of their names, after the full name."""
        bodies = {key for key, member in self.cast.members.items() if member.type in _BODIES}
        named = [(n.start, n.end, n.member) for n in self.cast.names]
        for start, end, member in find_tails(self.ground, named, bodies):
            self.cast.members[member].forms[self.ground.text[start:end]] += 1
            self.cast.names.append(Name(start, end, member, start, end))
        self.cast.names.sort()

    def _place_bare(self, token: Token) -> None:
        family = fold_form(token.surface)
        key = self.families.get(family)
        if key is None and token.pos == "UNK":
            key = self._variant_of(family)
        if key is None or (len(token.surface) < 2 and not self._has_title(token)):
            return
        member = self.cast.members[key]
        member.forms[token.surface] += 1
        title = self.ground.word_at.get(token.end) if self._has_title(token) else None
        stop = token.end if title is None else title.end
        self.cast.names.append(Name(token.start, token.end, key, token.start, stop))

    def _find_papers(self) -> None:
        """Find the papers that are named again in short."""
        outlets = [m for m in self.cast.members.values() if m.type is ActorType.OUTLET]
        papers = short_names((form, m.key) for m in outlets for form in (m.name, *m.forms))
        if papers:
            taken = [(n.start, n.end) for n in self.cast.names]
            for token, key in find_short(papers, self.ground.tokens, taken):
                self.cast.members[key].forms[token.surface] += 1
                self.cast.names.append(Name(token.start, token.end, key, token.start, token.end))
            self.cast.names.sort()


def _family(name: str) -> str:
    """The key of a name's family part: the last part of a katakana name, all of any other."""
    return fold_form(_PART.split(name)[-1])
