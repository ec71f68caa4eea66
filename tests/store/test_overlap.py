from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from soten.records import Act, Evidence, Quote, Span, Statement
from soten.store.overlap import IssuesAt

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


def said(span: Span, issue: str) -> Statement:
    """Return a statement on an issue at a place."""
    evidence = Evidence("d-1", span, "x" * (span.end - span.start))
    return Statement("st", evidence, None, Act.ASSERT, Quote.DIRECT, (issue,))


@given(spans=st.lists(SPANS, max_size=12), asked=SPANS)
def test_issues_are_those_of_every_overlapping_statement(spans: list[Span], asked: Span) -> None:
    """The look-up finds exactly the statements that share a character with the span."""
    statements = [said(span, f"i{number:02}") for number, span in enumerate(spans)]

    expected = sorted(s.issues[0] for s in statements if s.evidence.span.overlaps(asked))

    assert list(IssuesAt(statements)(asked)) == expected
