"""What a shown record is across documents, below it."""

from __future__ import annotations

from collections.abc import Iterator

from soten.export.columns import Names
from soten.export.exchange import Object
from soten.export.promises import promise_object, promise_table
from soten.export.quantities import series_lines, series_object
from soten.query.figures import Series
from soten.query.together import Together


def together_object(found: Together | None) -> Object:
    """Return the series or promise under `joined`; nothing where there is none."""
    if found is None:
        return {}
    whole = series_object(found) if isinstance(found, Series) else promise_object(found)
    return {"joined": whole}


def together_lines(found: Together | None, names: Names, room: int) -> Iterator[str]:
    """Yield the series or promise as its list shows it."""
    if found is None:
        return
    yield ""
    if isinstance(found, Series):
        yield from series_lines([found], names, room)
    else:
        yield from promise_table([found], names, room)
