"""All extractors in their order: an analysis in, findings out."""

from __future__ import annotations

from soten.extract.agreedstances import find_agreed_stances
from soten.extract.authors import find_author_statements
from soten.extract.claims import find_claims
from soten.extract.commitments import find_commitments
from soten.extract.events import find_events
from soten.extract.figures import find_figures
from soten.extract.findings import Findings
from soten.extract.issues import IssueLayer
from soten.extract.positions import find_positions
from soten.extract.rules import Rules
from soten.extract.stances import find_told_stances
from soten.extract.statements import find_statements
from soten.extract.talks import find_talks
from soten.extract.weighing import IssueReader, bundled_model
from soten.extract.wordings import find_wordings
from soten.japanese.analysis import Analysis


def extract(analysis: Analysis, rules: Rules) -> Findings:
    """Return all findings of a document: statements first, then what rests on them."""
    layer = IssueLayer(rules.issue_hits(analysis.text))
    issues = IssueReader(analysis, layer, bundled_model())
    statements = find_statements(analysis, rules, issues)
    statements += find_author_statements(analysis, rules, issues, statements)
    statements.sort(key=lambda s: (s.content.start, s.content.end))
    positions = find_positions(analysis, rules, issues, statements)
    positions += find_told_stances(analysis, issues, statements, positions)
    commitments = find_commitments(analysis, rules, statements)
    positions += find_agreed_stances(analysis, commitments, positions)
    claims = find_claims(analysis, rules, statements)
    events = find_events(analysis, rules, statements, claims)
    return Findings(
        statements,
        find_talks(analysis, rules),
        find_figures(analysis, statements),
        positions,
        claims,
        commitments,
        events,
        find_wordings(analysis, rules.loaded, statements, events, claims),
    )
