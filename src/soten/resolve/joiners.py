"""The joiners, in the order they run: actors before whatever names them."""

from __future__ import annotations

from soten.resolve.claims import ClaimJoiner
from soten.resolve.commitments import CommitmentJoiner
from soten.resolve.figures import FigureJoiner
from soten.resolve.identities import ActorJoiner
from soten.resolve.joining import Joiner
from soten.resolve.stories import StoryJoiner
from soten.resolve.talks import TalkJoiner

JOINERS: tuple[Joiner, ...] = (
    StoryJoiner(),
    ActorJoiner(),
    TalkJoiner(),
    ClaimJoiner(),
    FigureJoiner(),
    CommitmentJoiner(),
)
