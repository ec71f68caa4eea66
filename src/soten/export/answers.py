"""Answers as JSON objects, for pipes and programs. Ids stay ids; names stand beside them."""

from __future__ import annotations

from collections.abc import Iterable

from soten.export.decided import entry_object, state_object
from soten.export.exchange import (
    Object,
    Value,
    actor_object,
    control_object,
    evidence_object,
    number,
    published_object,
    record_object,
)
from soten.export.identities import identity_object
from soten.export.talks import history_object, joined_talk_object
from soten.query import (
    ActorDetail,
    ActorRow,
    Cite,
    Detail,
    Disagreement,
    Dispute,
    DocumentDetail,
    DocumentFacts,
    DocumentHit,
    Found,
    GoneDetail,
    RecordDetail,
    Row,
    Snippet,
    SourceRow,
    Voice,
    When,
)
from soten.query.joinedtalks import JoinedTalk
from soten.query.steps import Step
from soten.query.support import Support
from soten.records import Record


def row_object(row: Row[Record]) -> Object:
    """Return a record as in the exchange format, with its source, date and the names in it."""
    names: Object = {
        id: {"ja": label.ja, "en": label.en} for id, label in sorted(row.labels.items())
    }
    return {
        **record_object(row.record),
        "id": row.id,
        "issues": list(row.issues),
        "when": when_object(row.when),
        "source": source_head(row.document),
        "names": names,
        **state_object(row),
    }


def talk_answer(talk: JoinedTalk) -> Object:
    """Return a talk by all its reports, with the documents its history quotes and every reading."""
    documents = {step.document.id: step.document for step in talk.steps}
    return {
        **joined_talk_object(talk),
        "source": source_head(talk.latest.document),
        "sources": [source_head(document) for document in documents.values()],
        "reports": [row_object(row) for row in talk.rows],
    }


def when_object(when: When) -> Object:
    """Return a date with where it comes from (the record's own, its document's, none)."""
    return {"edtf": when.edtf, "basis": when.basis.value}


def source_head(document: DocumentFacts) -> Object:
    """Return what names a document."""
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "published": published_object(document.published),
    }


def actor_row_object(row: ActorRow) -> Object:
    """Return an actor with its counts."""
    return {
        **actor_object(row.actor),
        "mentions": row.mentions,
        "documents": row.documents,
        "counts": _counts(row.counts.items()),
    }


def source_object(row: SourceRow) -> Object:
    """Return a document with how it was dated, its counts, and who read it."""
    document = row.document
    readings: list[Value] = [
        {
            "run": reading.run.id,
            "started_at": reading.run.started_at,
            "reader": reading.run.reader,
            "version": reading.version,
            "new": reading.new,
            "gone": reading.gone,
            "kept": reading.kept,
            "issues": list(reading.issues),
        }
        for reading in row.readings
    ]
    return {
        **source_head(document),
        "version": document.version,
        "names": list(row.names),
        "sha256": document.sha256,
        "chars": document.chars,
        "added_at": document.added_at,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "origin": list(document.origin),
        "counts": _counts(row.counts.items()),
        "families": [{"id": f.id, "stories": list(f.members)} for f in row.families],
        "readings": readings,
    }


def _counts(counts: Iterable[tuple[str, int]]) -> Object:
    return dict(sorted(counts))


def dispute_object(dispute: Dispute) -> Object:
    """Return a claim across documents: every voice of each side alike, and the course."""
    return {
        **row_object(dispute.claim),
        "joined": dispute.id,
        "claims": [row.id for row in dispute.claims],
        "asserted": [_voice(voice) for voice in dispute.asserted],
        "denied": [_voice(voice) for voice in dispute.denied],
        "unconfirmed": [_voice(voice) for voice in dispute.unconfirmed],
        "figures": [row_object(row) for row in dispute.figures],
        "course": [step_object(step) for step in dispute.course],
        "support": support_object(dispute.support),
        "denial": support_object(dispute.denial),
        "why": why_objects(dispute),
        **({"left_out": dispute.left_out} if dispute.left_out else {}),
    }


def why_objects(dispute: Dispute) -> list[Value]:
    """Return why claims of several documents are one."""
    return [
        {"one": r.one, "other": r.other, "why": r.why, "confidence": r.confidence}
        for r in dispute.why
    ]


def support_object(support: Support | None) -> Value:
    """Return what something rests on: families and sources by id."""
    if support is None:
        return None
    return {
        "families": list(support.families),
        "primary": list(support.primary),
        "anonymous": list(support.anonymous),
        "copies": support.copies,
    }


def step_object(step: Step) -> Object:
    """Return a step of a course with all its words and their documents."""
    return {
        **step_line(step),
        "name": {"ja": step.by.ja, "en": step.by.en},
        "cites": [{**_cite(cite), "source": source_head(cite.document)} for cite in step.cites],
    }


def step_line(step: Step) -> Object:
    """Return a step of a course without names, as in the exchange format."""
    return {
        "move": step.move.value,
        "by": step.by.id,
        "when": when_object(step.when),
        "via": [label.id for label in step.via],
        "control": [control_object(control) for control in step.control],
        "families": step.families,
        "cites": [_cite(cite) for cite in step.cites],
    }


def _cite(cite: Cite) -> Object:
    return {
        "document": cite.evidence.document,
        "claim": cite.claim,
        "family": cite.family,
        "evidence": evidence_object(cite.evidence),
    }


def _voice(voice: Voice) -> Value:
    return {
        "by": voice.by.id,
        "document": voice.evidence.document,
        "evidence": evidence_object(voice.evidence),
        "source": source_head(voice.document),
        "name": {"ja": voice.by.ja, "en": voice.by.en},
    }


def disagreement_object(found: Disagreement) -> Object:
    """Return figures that differ, equal ones together, in order of the number."""
    groups: list[Value] = [
        {
            "value": number(group[0].record.value),
            "figures": [row_object(row) for row in group],
        }
        for group in found.groups
        if group
    ]
    return {"unit": found.unit.value, "what": found.shared, "groups": groups}


def found_object(found: Found) -> Object:
    """Return what a search found."""
    return {
        "documents": [hit_object(hit) for hit in found.documents],
        "records": [row_object(row) for row in found.records],
    }


def hit_object(hit: DocumentHit) -> Object:
    """Return a document in which words occur, with the first places."""
    return {
        "kind": "document",
        **source_head(hit.document),
        "snippets": [snippet_object(snippet) for snippet in hit.snippets],
    }


def snippet_object(snippet: Snippet) -> Object:
    """Return a piece of a document's text with its place."""
    marks: list[Value] = [{"start": mark.start, "end": mark.end} for mark in snippet.marks]
    return {
        "start": snippet.span.start,
        "end": snippet.span.end,
        "text": snippet.text,
        "marks": marks,
    }


def detail_object(detail: Detail) -> Object:
    """Return a record, actor or document in full."""
    match detail:
        case RecordDetail():
            return {
                **row_object(detail.row),
                "context": snippet_object(detail.context),
                "related": [row_object(row) for row in detail.related],
                "mark": detail.mark,
                "decisions": [entry_object(entry) for entry in detail.decisions],
                **({"talk": history_object(detail.history)} if detail.history else {}),
                **({"joined": dispute_object(detail.joined)} if detail.joined else {}),
            }
        case GoneDetail():
            return {
                **record_object(detail.record),
                "id": detail.id,
                "gone": True,
                "version": detail.version,
                "source": source_head(detail.document),
                "run": detail.run.id,
            }
        case ActorDetail():
            return {
                **actor_row_object(detail.row),
                "forms": list(detail.forms),
                "identity": identity_object(detail.identity),
                "latest": [row_object(row) for row in detail.latest],
            }
        case DocumentDetail():
            stories: list[Value] = [
                {
                    "start": story.span.start,
                    "end": story.span.end,
                    "origin": story.origin,
                    "published": published_object(story.published),
                }
                for story in detail.stories
            ]
            return {
                "kind": "document",
                **source_object(detail.source),
                "stories": stories,
                "versions": [source_head(version) for version in detail.versions],
            }
