"""Who asks: by session, by token, or at this machine, and what they may do."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from enum import StrEnum

from starlette.requests import HTTPConnection

from soten.accounts import Role


class Way(StrEnum):
    """How somebody came in."""

    OPEN = "open"
    SESSION = "session"
    TOKEN = "token"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who asks.

    `name` is in whose name decisions are taken, None for nobody's; `role` None may see the login
    page only. `form` goes into every form of a page and comes back with it.
    """

    way: Way
    name: str | None = None
    role: Role | None = None
    form: str = field(default="", repr=False)
    secret: str | None = field(default=None, repr=False)
    """What the session's cookie holds."""

    def may(self, role: Role) -> bool:
        """Say whether this visitor may do what a role may."""
        return self.role is not None and self.role.covers(role)

    @property
    def decides(self) -> bool:
        """Whether this visitor may decide about records."""
        return self.name is not None and self.may(Role.REVIEWER)


NOBODY = Visitor(Way.OUTSIDE)


def visitor_of(request: HTTPConnection) -> Visitor:
    """Return who asks, as the gate found."""
    found: Visitor = getattr(request.state, "visitor", NOBODY)
    return found


def form_sign(held: str, secret: bytes = b"") -> str:
    """Return what a form of the browser that holds this cookie must bring along."""
    key = secret + held.encode("utf-8", "surrogatepass")
    return hmac.new(key, b"soten form", hashlib.sha256).hexdigest()
