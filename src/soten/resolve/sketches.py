"""A story in a few hundred bytes: enough to tell whether another one is a copy of it."""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from rensa import RMinHash

from soten.resolve.joining import Features, Json
from soten.resolve.skeleton import Bone

GRAM: Final = 4
"""Signs of a skeleton that are hashed together."""

SEED: Final = 42
BANDS: Final = 10
ROWS: Final = 3
"""Stories meet where one of `BANDS` bands of `ROWS` minima is equal: at a likeness of 0.5 three of
four pairs do, at 0.7 all but a few; pairs of unlike stories (0.05) hardly ever."""

ALGORITHM: Final = f"rminhash{RMinHash.ALGORITHM_VERSION}/seed{SEED}/gram{GRAM}"
"""What made the hashes; those of another algorithm cannot be compared."""

_KEPT: Final = 96
"""How many hashes of a story are kept at most, about."""
_LEAD: Final = 100
_LEAD_KEPT: Final = 24
_SENTENCES: Final = 120
_FACTS: Final = 160
_NUMBERS: Final = 80
_SHORT: Final = 5
"""A sentence whose skeleton is shorter says nothing by being the same."""

HAS_NUMBER: Final = 1
IS_QUOTE: Final = 2
TELLS: Final = 4


class Line(NamedTuple):
    """A sentence: hash of its skeleton, hash without its numbers, length, and what it holds."""

    exact: int
    masked: int
    length: int
    marks: int


class Fact(NamedTuple):
    """A figure, a day or an actor that a translation keeps: which, where (0 to 255), what kind.

    The kind is "f" (a figure), "F" (one of three digits or more), "d" (a day), "a" (an actor).
    """

    hash: int
    place: int
    kind: str


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a story. Lengths count signs of its skeleton.

    `grams` are the hashes below 2**(32 - scale); those of two stories are compared below the lower
    of their limits; `lead` are the lowest of its first signs. `day` is the day it was published as
    an ordinal, None where unknown.
    """

    text: str
    """A digest of the very words."""
    length: int
    scale: int
    grams: frozenset[int]
    lines: tuple[Line, ...]
    lead: frozenset[int]
    numbers: frozenset[int]
    facts: tuple[Fact, ...]
    day: int | None

    def features(self) -> Features:
        """Return the sketch as JSON."""
        lines = b"".join(struct.pack("<IIHB", *line) for line in self.lines)
        facts = b"".join(struct.pack("<IBc", f.hash, f.place, f.kind.encode()) for f in self.facts)
        return {
            "made": ALGORITHM,
            "text": self.text,
            "length": self.length,
            "scale": self.scale,
            "grams": _packed("I", sorted(self.grams)),
            "lines": _written(lines),
            "lead": _packed("I", sorted(self.lead)),
            "numbers": _packed("H", sorted(self.numbers)),
            "facts": _written(facts),
            "day": self.day,
        }

    @classmethod
    def of(cls, features: Features) -> Sketch:
        """Return the sketch that features hold."""
        day = features["day"]
        return cls(
            text=str(features["text"]),
            length=_whole(features["length"]),
            scale=_whole(features["scale"]),
            grams=frozenset(_unpacked("I", features["grams"])),
            lines=tuple(map(Line._make, struct.iter_unpack("<IIHB", _read(features["lines"])))),
            lead=frozenset(_unpacked("I", features["lead"])),
            numbers=frozenset(_unpacked("H", features["numbers"])),
            facts=tuple(
                Fact(hash, place, kind.decode())
                for hash, place, kind in struct.iter_unpack("<IBc", _read(features["facts"]))
            ),
            day=None if day is None else _whole(day),
        )


class Drawn(NamedTuple):
    """A sketch, and the bands under which its likes are found."""

    sketch: Sketch
    bands: tuple[bytes, ...]


def draw(bones: Sequence[Bone], text: str, facts: Iterable[Fact], day: int | None) -> Drawn:
    """Return the sketch of a story; `text` is its `same_text_form`."""
    (hashes,) = RMinHash.hash_token_sets([_grams(bone.text for bone in bones)])
    short = {hash >> 32 for hash in hashes}
    scale = max(0, (len(short) // _KEPT).bit_length())
    limit = 1 << (32 - scale)
    lines = tuple(map(_line, (bone for bone in bones if len(bone.text) >= _SHORT)))
    numbers = sorted({hash_of(n) & 0xFFFF for bone in bones for n in bone.numbers})
    sketch = Sketch(
        text=hashlib.blake2b(text.encode(), digest_size=9).hexdigest(),
        length=sum(len(bone.text) for bone in bones),
        scale=scale,
        grams=frozenset(hash for hash in short if hash < limit),
        lines=lines[:_SENTENCES],
        lead=_lead(bones),
        numbers=frozenset(numbers[:_NUMBERS]),
        facts=tuple(facts)[:_FACTS],
        day=day,
    )
    return Drawn(sketch, _bands(hashes))


def _lead(bones: Sequence[Bone]) -> frozenset[int]:
    """Return the lowest hashes of the first signs of a story, of its first half at most."""
    front: list[str] = []
    room = min(_LEAD, sum(len(bone.text) for bone in bones) // 2)
    for bone in bones:
        if room > 0:
            front.append(bone.text[:room])
            room -= len(bone.text)
    (hashes,) = RMinHash.hash_token_sets([_grams(front)])
    return frozenset(sorted(hash >> 32 for hash in hashes)[:_LEAD_KEPT])


def hash_of(text: str) -> int:
    """Return a 32-bit hash that is the same on every machine."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "big")


def _grams(texts: Iterable[str]) -> list[str]:
    found: set[str] = set()
    for text in texts:
        found.update(text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1)))
    return sorted(found)


def _bands(hashes: Sequence[int]) -> tuple[bytes, ...]:
    if not hashes:
        return ()
    matrix = RMinHash.digest_matrix_from_token_hash_sets([hashes], BANDS * ROWS, SEED)
    (minima,) = matrix.to_rows()
    cut = (minima[at * ROWS : (at + 1) * ROWS] for at in range(BANDS))
    return tuple(
        hashlib.blake2b(struct.pack(f"<B{ROWS}I", at, *band), digest_size=6).digest()
        for at, band in enumerate(cut)
    )


def _line(bone: Bone) -> Line:
    exact = hash_of(bone.text)
    marks = HAS_NUMBER * bool(bone.numbers) | IS_QUOTE * (bone.quoted > 0.6) | TELLS * bone.tells
    masked = hash_of(bone.masked) if bone.numbers else exact
    return Line(exact, masked, min(len(bone.text), 0xFFFF), marks)


def _packed(kind: str, values: Sequence[int]) -> str:
    return _written(struct.pack(f"<{len(values)}{kind}", *values))


def _unpacked(kind: str, packed: Json) -> tuple[int, ...]:
    raw = _read(packed)
    found: tuple[int, ...] = struct.unpack(f"<{len(raw) // struct.calcsize(kind)}{kind}", raw)
    return found


def _written(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _read(packed: Json) -> bytes:
    return base64.b64decode(str(packed))


def _whole(value: Json) -> int:
    assert isinstance(value, int), value
    return value
