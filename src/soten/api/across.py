"""What the ledger says that no single report says: questions across documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar, Unpack

from soten.api.answers import Answer, Filters, Listing, asked
from soten.export import families as written
from soten.export import promises, quantities, sourcing, standing
from soten.export.asked import answer_object
from soten.export.exchange import Object
from soten.export.identities import identity_object
from soten.query import asking, courses, distances, shifts, voices_that_differ
from soten.query.commitments import JoinedCommitment, joined_commitments
from soten.query.courses import Course
from soten.query.distances import Distance
from soten.query.families import Comparison, Family, compare, families
from soten.query.figures import Series, figure_series
from soten.query.identities import Identity, identity
from soten.query.outlets import Chain, Publisher, chains, publishers
from soten.query.shifts import Shift
from soten.query.silence import Silence, silences
from soten.query.wordchoice import Choice, word_choice
from soten.store import Ledger

if TYPE_CHECKING:
    from soten.asking import QuestionReader

T = TypeVar("T")


class Across:
    """The questions across documents; `OpenLedger` has them."""

    ledger: Ledger
    packs: tuple[str, ...]
    _questions: QuestionReader | None = None

    def ask(
        self, question: str, *, limit: int = 20, today: date | None = None
    ) -> Answer[asking.Answer]:
        """Answer a question in Japanese or English from records only, with what was understood.

        >>> answer = ledger.ask("ザポリージャ原発について各国の立場は?")
        >>> answer.to_dict()["question"]["text"]
        'ザポリージャ原発について各国の立場は?'
        """
        from soten.asking import QuestionReader  # brings the tokenizer
        from soten.lexicon import load_lexicon

        if self._questions is None:
            self._questions = QuestionReader(load_lexicon(self.packs))
        understood = self._questions.read(question, self.ledger, today or date.today())
        return Answer(asking.answer(self.ledger, understood, limit=limit), answer_object)

    def stances(self, **filters: Unpack[Filters]) -> Listing[Course]:
        """Return every stand of each party on each point, the earliest first, with who voices it.

        `since` asks what is new from that day on; the stands before it are told all the same.

        >>> course = ledger.stances(party="ukraine")[0]
        >>> course.party.id, course.stands[-1] == course.latest
        ('ukraine', True)
        """
        filters, since = _without_since(filters)
        return _cut(
            courses(self.ledger, asked(filters), since=since), filters, standing.course_object
        )

    def shifts(self, **filters: Unpack[Filters]) -> Listing[Shift]:
        """Return where parties' stances moved: two dated quotations each, the latest first.

        >>> all(shift.before != shift.after for shift in ledger.shifts())
        True
        """
        filters, since = _without_since(filters)
        page = shifts(
            self.ledger,
            asked(filters),
            since=since,
            limit=filters.get("limit"),
            after=filters.get("after"),
        )
        return Listing(page.rows, page.next, standing.shift_object)

    def differing_voices(self, **filters: Unpack[Filters]) -> Listing[Shift]:
        """Return where voices of one party differ and no change is told, the latest first."""
        filters, since = _without_since(filters)
        page = voices_that_differ(
            self.ledger,
            asked(filters),
            since=since,
            limit=filters.get("limit"),
            after=filters.get("after"),
        )
        return Listing(page.rows, page.next, standing.shift_object)

    def distance(
        self,
        one: str,
        other: str,
        *,
        on: str | None = None,
        within: int = 180,
        **filters: Unpack[Filters],
    ) -> Listing[Distance]:
        """Return how far two parties stand apart on each point: 0 alike, 1 opposed, or unknown why.

        `on` is the day as of which it is told, `since` adds the distance then; a stand counts for
        `within` days.

        >>> [found.one.id for found in ledger.distance("ウクライナ", "ロシア", limit=1)]
        ['ukraine']
        """
        filters, since = _without_since(filters)
        found = distances(
            self.ledger, one, other, asked(filters), since=since, on=on, within=within
        )
        return _cut(found, filters, standing.distance_object)

    def series(
        self, name: str | None = None, *, least: int = 2, **filters: Unpack[Filters]
    ) -> Listing[Series]:
        """Return figures of one quantity on one axis, owners side by side; nothing is averaged.

        `name` is the id of a figure, or words that name the quantity; `least` is how many figures
        make a series.

        >>> all(len(series.points) >= 1 for series in ledger.series(limit=3))
        True
        """
        page = figure_series(
            self.ledger,
            asked(filters),
            name=name,
            limit=filters.get("limit"),
            after=filters.get("after"),
            least=least,
        )
        return Listing(page.rows, page.next, quantities.series_object)

    def families(self, **filters: Unpack[Filters]) -> Listing[Family]:
        """Return stories that are copies of one another, the first known carrier of each first.

        Of the filters, `since`, `until` and `document` count.

        >>> all(len(family.stories) > 1 for family in ledger.families())
        True
        """
        page = families(
            self.ledger, asked(filters), limit=filters.get("limit"), after=filters.get("after")
        )
        return Listing(page.rows, page.next, written.family_object)

    def compare(self, one: str, other: str) -> Answer[Comparison]:
        """Return what differs between two stories, or documents of one story, with their words.

        >>> found = ledger.compare("sudan-02", "sudan-03").value
        >>> found.family, found.reasons
        (None, ())
        """
        return Answer(compare(self.ledger, one, other), written.comparison_object)

    def identity(self, id: str) -> Answer[Identity]:
        """Return an actor as known across documents: forms, offices, and why they are one.

        >>> ledger.identity("nikol-pashinyan").to_dict()["id"]
        'nikol-pashinyan'
        """
        return Answer(identity(self.ledger, id), identity_object)

    def promises(
        self,
        *,
        on: str | None = None,
        due_within: int | None = None,
        overdue: bool = False,
        **filters: Unpack[Filters],
    ) -> Listing[JoinedCommitment]:
        """Return promises as all documents tell them, with what is told of each since.

        Terms are seen from the day `on` (today). Whether a promise was kept is never said.

        >>> promise = ledger.promises(party="russia", since="2025-06", until="2025-06-30")[0]
        >>> promise.end, promise.party.en
        ('2025-06-15', 'Russia')
        """
        page = joined_commitments(
            self.ledger,
            asked(filters),
            on=on,
            due_within=due_within,
            overdue=overdue,
            limit=filters.get("limit"),
            after=filters.get("after"),
        )
        return Listing(page.rows, page.next, promises.promise_object)

    def publishers(self, *, limit: int | None = None) -> Listing[Publisher]:
        """Return publishers: what they carried first, whom they take from, what is denied.

        >>> "Soten sample" in ledger.publishers().to_json()
        True
        """
        return Listing(publishers(self.ledger)[:limit], None, sourcing.publisher_object)

    def chains(self, *, limit: int | None = None) -> Listing[Chain]:
        """Return the ways reports came: who took them from whom."""
        return Listing(chains(self.ledger)[:limit], None, sourcing.chain_object)

    def words(self, **filters: Unpack[Filters]) -> Listing[Choice]:
        """Return the words publishers choose where others choose others: 解放, 制圧, 占領."""
        return _cut(word_choice(self.ledger, asked(filters)), filters, sourcing.word_object)

    def silence(self, *, on: str | None = None) -> Listing[Silence]:
        """Return actors and publishers that used to speak and fell silent, seen from a day."""
        return Listing(silences(self.ledger, on), None, sourcing.silence_object)


def _without_since(filters: Filters) -> tuple[Filters, str | None]:
    """Part `since` from the filters: where what came before it is needed to answer."""
    rest = filters.copy()
    return rest, rest.pop("since", None)


def _cut(found: Sequence[T], filters: Filters, as_object: Callable[[T], Object]) -> Listing[T]:
    """Return a whole answer as a listing, up to the limit."""
    return Listing(tuple(found[: filters.get("limit")]), None, as_object)
