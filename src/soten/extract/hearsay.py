"""Hearsay: sentences that end by saying that they are told, 〜という, 〜とのこと, 〜ということだ."""

from __future__ import annotations

from soten.japanese.analysis import Analysis, SentenceView

_SAYING = frozenset(("いう", "言う"))


def hearsay_end(view: SentenceView, analysis: Analysis) -> int | None:
    """Return where the words end that a sentence tells as heard, None where it does not.

    「橋は残る+という。」, 「橋は残る+とのことだ。」, 「橋は残る+ということです。」; not 「緑の橋という。」,
    which names, nor 「橋は残るということを否定した。」.
    """
    phrases = view.phrases
    if len(phrases) < 3:
        return None
    last, before = phrases[-1], phrases[-2]
    if last.lemma in _SAYING and last.joint == "end":
        is_told = before.particle.endswith(("と", "とも")) and before.joint == "quoted"
        return _without(analysis, before.end, "とも", "と") if is_told else None
    ending = analysis.text[last.start : last.end]
    if not ending.startswith("こと") or ending[2:3] in ("を", "が", "は", "も", "に"):
        return None
    if before.particle.endswith("との") and before.joint == "quoted":
        return _without(analysis, before.end, "との")
    if before.lemma in _SAYING and before.joint == "adnominal":
        told = phrases[-3]
        if told.particle.endswith(("と", "とも")) and told.joint == "quoted":
            return _without(analysis, told.end, "とも", "と")
    return None


def _without(analysis: Analysis, end: int, *marks: str) -> int:
    for mark in marks:
        if analysis.text.endswith(mark, 0, end):
            return end - len(mark)
    return end
