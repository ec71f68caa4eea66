"""Pages that tell of one state: all that a page asks of the ledger is answered of one state of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any  # Any: whatever parameters an endpoint has

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

_READING = {"GET", "HEAD"}


class OfOneState(APIRoute):
    """A route whose endpoint takes the `request`, and asks of one state where it only reads."""

    def __init__(self, path: str, endpoint: Callable[..., Response], **settings: Any) -> None:
        """Take what any route takes."""
        is_reading = set(settings.get("methods") or _READING) <= _READING
        super().__init__(path, _of_one_state(endpoint) if is_reading else endpoint, **settings)


def _of_one_state(endpoint: Callable[..., Response]) -> Callable[..., Response]:
    @wraps(endpoint)
    def answered(request: Request, **asked: Any) -> Response:
        with request.app.state.site.ledger.one_state():
            return endpoint(request, **asked)

    return answered
