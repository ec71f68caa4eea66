"""The filters of lists as parameters of an address; each narrows what is shown."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from soten.query import Filter

PAGE_ROWS = 50
MOST_ROWS = 500


class Filters(BaseModel):
    """What every list can be narrowed by, and where in it to go on."""

    model_config = ConfigDict(extra="ignore")

    party: str = Field("", max_length=200, description="An actor (id or name) or its side acts.")
    speaker: str = Field(
        "", max_length=200, description="Whose words: an actor, author, anonymous."
    )
    issue: str = Field("", max_length=200, description="A point at issue: its id or name.")
    act: str = Field("", max_length=80, description="Act, stance, status, type …")
    since: str = Field("", max_length=40, description="On this EDTF date or later.")
    until: str = Field("", max_length=40, description="On this EDTF date or earlier.")
    document: str = Field("", max_length=400, description="A document: id, name or part of one.")
    limit: int = Field(PAGE_ROWS, ge=1, le=MOST_ROWS, description="At most so many rows.")
    after: str = Field("", max_length=400, description="The cursor to go on behind.")

    def filter(self) -> Filter:
        """Return the question's filter."""
        return Filter(
            party=self.party or None,
            speaker=self.speaker or None,
            issue=self.issue or None,
            act=self.act or None,
            since=self.since or None,
            until=self.until or None,
            document=self.document or None,
        )

    @property
    def cursor(self) -> str | None:
        """Where to go on, None from the start."""
        return self.after or None


Asking = Annotated[Filters, Query()]
"""Declares the filters as parameters of a route."""
