"""Reports in the order of translations: words after their verb, words without と before their speaker."""

from __future__ import annotations

from soten.extract.frames import clause_end
from soten.extract.reporting import Report, make_report
from soten.extract.rules import Rules
from soten.japanese.analysis import Analysis, SentenceView
from soten.lexicon.entries import Frame
from soten.records import Span

_REST = 5
"""Phrases at most of a sentence that is a quotation, who says it and the verb."""


def after_its_verb(view: SentenceView, analysis: Analysis, rules: Rules) -> Report | None:
    """「特使は認めた、…課題であると。」: translations put the content after its verb."""
    last = view.phrases[-1] if view.phrases else None
    if last is None or not last.particle.endswith("と") or last.joint != "quoted":
        return None
    for at, phrase in enumerate(view.phrases[:-1]):
        verb = rules.verbs.get(phrase.lemma or "")
        if verb is None or not (phrase.past and phrase.comma) or phrase.joint in ("te", "but"):
            continue
        act = verb.acts.get(Frame.TO)
        if act is None or verb.weak:
            continue
        end = clause_end(last)
        report = make_report(
            view.phrases, at, len(view.phrases) - 1, 0, Frame.TO, act, verb.text, end
        )
        report.postposed = view.phrases[at + 1].start
        return report
    return None


def beside_its_speaker(view: SentenceView, analysis: Analysis, rules: Rules) -> Report | None:
    """「「…？」市長は語った。」: translations leave と out between words and who says them."""
    quotation = analysis.quotation_at.get(view.start)
    last = view.phrases[-1] if view.phrases else None
    if quotation is None or last is None or last.joint != "end" or last.negated or last.passive:
        return None
    verb = rules.verbs.get(last.lemma or "")
    if verb is None or verb.weak or Frame.TO not in verb.acts or len(view.phrases) > _REST:
        return None
    following = next(
        (t for t in analysis.tokens[view.first : view.last] if t.start >= quotation.end), None
    )
    if following is None or following.pos in ("P", "AUX", "SYM", "SUF"):
        return None
    if any(p.lemma is not None and p.joint not in (None, "other") for p in view.phrases[:-1]):
        return None
    at = len(view.phrases) - 1
    report = make_report(
        view.phrases, at, -1, 0, Frame.TO, verb.acts[Frame.TO], verb.text, quotation.end
    )
    report.quoted = Span(quotation.inner_start, quotation.inner_end)
    report.postposed = quotation.start
    return report
