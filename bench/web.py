"""Measure how fast the pages of a served ledger are for ten readers at once.

    make bench-web        or: python -m bench.web [--ledger out/big-ledger.db] [--readers 10]

Starts `soten serve` on the ledger, lets readers walk all kinds of pages with ever new addresses,
prints a table and writes out/web.json. Ends with exit code 1 when a kind of page misses a floor.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import httpx

from bench.addresses import Walk, held
from bench.bigledger.__main__ import OUT, big_ledger
from bench.corpus import ROOT

MEDIAN_MS, P95_MS, WEIGHT_KB = 150, 400, 300
"""What every kind of page is held to; the weight is that of a first visit, with styles and scripts."""
_GOES_ON = 0.3
"""How often a reader turns the page of a list."""
_START_S, _ANSWER_S, _COUNT_S = 60, 30, 900
_ASSET = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js)[^"]*)"')


@dataclass(slots=True)
class Measured:
    """One kind of page: how long each answer took (ms), and how many bytes were sent."""

    path: str
    ms: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    assets: int = 0
    failed: list[str] = field(default_factory=list)
    slowest: str = ""

    @property
    def median(self) -> float:
        """The median, in ms."""
        return statistics.median(self.ms)

    @property
    def p95(self) -> float:
        """So many ms 95 of 100 answers took at most."""
        return sorted(self.ms)[math.ceil(len(self.ms) * 0.95) - 1]

    @property
    def weight_kb(self) -> float:
        """The heaviest answer with its styles and scripts, as sent."""
        return (max(self.sent, default=0) + self.assets) / 1000

    def misses(self) -> list[str]:
        """Return what this kind of page misses."""
        found = ["median"] if self.median > MEDIAN_MS else []
        found += ["p95"] if self.p95 > P95_MS else []
        found += ["weight"] if self.weight_kb > WEIGHT_KB else []
        return found + (["failed"] if self.failed else [])


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """Start `soten serve` as a process of its own; give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "soten", "--ledger", str(ledger), "serve", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + _START_S
        while time.monotonic() < deadline and server.poll() is None:
            try:
                httpx.get(f"{address}/static/css/soten.css")
                break
            except httpx.TransportError:
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


class Readers:
    """Ten people who read, each one page after the other."""

    def __init__(self, address: str, walk: Walk, seed: int, pause: float) -> None:
        self.address, self.walk, self.pause = address, walk, pause
        self.dice = Random(f"readers:{seed}")
        self.measured: dict[str, Measured] = {}
        self.counted_s = 0.0
        """So long it took from the start until all was counted that is counted behind the pages."""
        self._further: dict[str, list[str]] = defaultdict(list)
        self._assets: dict[str, int] = {}

    async def read(self, readers: int, each: int) -> list[Measured]:
        """Read `each` pages of every kind, by so many readers at once; return what it took."""
        limits = httpx.Limits(max_connections=readers, max_keepalive_connections=readers)
        async with httpx.AsyncClient(
            base_url=self.address, timeout=_ANSWER_S, limits=limits
        ) as client:
            await self._wait_for_counts(client)
            await self._find_links(client)
            kinds = [path for path in self.walk.pages() if self.walk.address(path)]
            left = [path for path in kinds for _ in range(each)]
            self.dice.shuffle(left)
            self.measured = {path: Measured(path) for path in kinds}
            await asyncio.gather(*(self._reader(client, left) for _ in range(readers)))
            for measured in self.measured.values():
                measured.assets = await self._weigh(client, measured)
        return [self.measured[path] for path in kinds]

    async def _wait_for_counts(self, client: httpx.AsyncClient) -> None:
        """Ask for the pages that are counted behind, one after the other, until they are there."""
        begun = time.monotonic()
        for path in self.walk.pages():
            while "{" not in path and time.monotonic() - begun < _COUNT_S:
                try:
                    answer = await client.get(path)
                except httpx.TransportError:
                    continue
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                    break
                await asyncio.sleep(1)
        self.counted_s = time.monotonic() - begun

    async def _find_links(self, client: httpx.AsyncClient) -> None:
        for path in self.walk.unknown():
            above = path.partition("/{")[0]
            page = (await client.get(above or "/")).text
            wanted = re.compile(
                'href="(' + re.sub(r"\\\{\w+\\\}", '[^"/?#]+', re.escape(path)) + ')["?#]'
            )
            self.walk.linked[path] = tuple(dict.fromkeys(wanted.findall(page)))

    async def _reader(self, client: httpx.AsyncClient, left: list[str]) -> None:
        while left:
            path = left.pop()
            further = self._further[path]
            place = further.pop() if further else self.walk.address(path)
            await self._ask(client, path, place)
            await asyncio.sleep(self.pause * self.dice.uniform(0.5, 1.5))

    async def _ask(self, client: httpx.AsyncClient, path: str, place: str) -> None:
        measured = self.measured[path]
        headers = {"accept": "text/html", "accept-language": self.dice.choice(("ja", "en"))}
        begun = time.perf_counter()
        try:
            async with client.stream("GET", place, headers=headers) as answer:
                sent = b"".join([part async for part in answer.aiter_raw()])
        except httpx.TransportError as error:
            measured.ms.append((time.perf_counter() - begun) * 1000)
            measured.failed.append(f"{type(error).__name__} {place}")
            return
        took = (time.perf_counter() - begun) * 1000
        if took > max(measured.ms, default=0):
            measured.slowest = place
        measured.ms.append(took)
        measured.sent.append(len(sent))
        if answer.status_code != httpx.codes.OK:
            measured.failed.append(f"{answer.status_code} {place}")
        following = answer.links.get("next", {}).get("url")
        if following and self.dice.random() < _GOES_ON:
            self._further[path].append(following)

    async def _weigh(self, client: httpx.AsyncClient, measured: Measured) -> int:
        """Return how many bytes the styles and scripts of a page have, as sent."""
        if not measured.slowest:
            return 0
        page = (await client.get(measured.slowest)).text
        for asset in _ASSET.findall(page):
            if asset not in self._assets:
                async with client.stream("GET", asset) as answer:
                    self._assets[asset] = len(b"".join([p async for p in answer.aiter_raw()]))
        return sum(self._assets[asset] for asset in set(_ASSET.findall(page)))


def measure(ledger: Path, readers: int, each: int, seed: int, pause: float) -> list[Measured]:
    """Serve a ledger and read it once all is counted that is counted behind the pages."""
    with served(ledger) as address:
        described = httpx.get(f"{address}/openapi.json", timeout=_ANSWER_S).json()
        walk = Walk(described, held(ledger, seed), seed)
        party = Readers(address, walk, seed, pause)
        found = asyncio.run(party.read(readers, each))
    print(f"counted over the whole ledger: {party.counted_s:.0f} s", file=sys.stderr)
    return found


def table(found: Sequence[Measured]) -> Iterator[str]:
    """Yield the lines of the table, the slowest first."""
    yield f"{'page':28}{'requests':>9}{'median ms':>11}{'p95 ms':>9}{'worst':>8}{'kB':>6}"
    for one in sorted(found, key=lambda one: -one.median):
        yield (
            f"{one.path:28}{len(one.ms):9}{one.median:11.0f}{one.p95:9.0f}{max(one.ms):8.0f}"
            f"{one.weight_kb:6.0f}  {', '.join(one.misses())}"
        )
    every = [ms for one in found for ms in one.ms]
    yield f"{'all':28}{len(every):9}{statistics.median(every):11.0f}"


def main() -> None:
    """Measure and report."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--ledger", type=Path, default=OUT)
    arguments.add_argument("--readers", type=int, default=10)
    arguments.add_argument("--each", type=int, default=40, help="requests for each kind of page")
    arguments.add_argument("--pause", type=float, default=0.5, help="a reader's seconds a page")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    if options.ledger == OUT:
        big_ledger(OUT)
    load = os.getloadavg()[0]
    begun = time.monotonic()
    found = measure(options.ledger, options.readers, options.each, options.seed, options.pause)
    print("\n".join(table(found)))
    print(f"{options.readers} readers, a page every {options.pause} s and what it takes; ", end="")
    print(f"{time.monotonic() - begun:.0f} s in all; load before: {load:.1f}")
    for one in found:
        print(
            *(f"{one.path}: {line}" for line in one.failed[:3]),
            sep="\n",
            end="\n" * bool(one.failed),
        )
        if "p95" in one.misses():
            print(f"slowest {one.path}: {one.slowest}")
    target = ROOT / "out" / "web.json"
    target.parent.mkdir(exist_ok=True)
    told = [asdict(one) | {"median": one.median, "p95": one.p95} for one in found]
    target.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    raise SystemExit(any(one.misses() for one in found))


if __name__ == "__main__":
    main()
