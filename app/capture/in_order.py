"""Decoded pictures and sound, joined to one run in the order of time."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from app.capture.decoded import samples_of
from app.metrics.signals import Block, Floats, Frame

if TYPE_CHECKING:
    import av

_BLOCK_SECONDS = 0.04
_GAP_SECONDS = 0.03  # containers round times to 1 ms; a packet is 21 ms at most with AAC at 48 kHz
_PENDING_PICTURES = 16  # bounds memory where one stream runs ahead of the other

Item: TypeAlias = Frame | Block


class InOrder:
    """Holds items back until no earlier one can come from the other stream."""

    def __init__(self, streams: int) -> None:
        self._streams = streams
        self._latest: dict[type, float] = {}
        self._heap: list[tuple[float, int, Item]] = []
        self._count = itertools.count()
        self._pictures = 0

    def add(self, item: Item) -> Iterator[Item]:
        """Take `item` in and yield what is now sure to be next."""
        heapq.heappush(self._heap, (item.at, next(self._count), item))
        self._latest[type(item)] = item.at
        self._pictures += isinstance(item, Frame)
        while self._heap and (self._sure() or self._pictures > _PENDING_PICTURES):
            yield self._pop()

    def rest(self) -> Iterator[Item]:
        """Yield what is still held back."""
        while self._heap:
            yield self._pop()

    def _sure(self) -> bool:
        return len(self._latest) == self._streams and self._heap[0][0] <= min(self._latest.values())

    def _pop(self) -> Item:
        item = heapq.heappop(self._heap)[2]
        self._pictures -= isinstance(item, Frame)
        return item


class Hearing:
    """Joins decoded sound to blocks of 40 ms and more, and finds what the container left out."""

    def __init__(self, start: float) -> None:
        import av

        self._av = av
        self._start = start
        self._resampler: av.AudioResampler | None = None
        self._parts: list[Floats] = []
        self._held = 0
        self._at: float | None = None  # time of the first sample not yet given
        self._lost = 0
        self._kind: tuple[int, str] | None = None
        self._rate = 0

    def blocks(self, decoded: av.AudioFrame) -> Iterator[Block]:
        """Take decoded sound in and yield the blocks that are full."""
        kind = (decoded.sample_rate, decoded.layout.name)
        if kind != self._kind:
            yield from self.rest()
            self._kind, self._rate = kind, decoded.sample_rate
            self._resampler = self._av.AudioResampler("flt", decoded.layout, decoded.sample_rate)
        at = None if decoded.time is None else decoded.time - self._start
        if at is not None:
            yield from self._gap(at)
        assert self._resampler is not None
        for plain in self._resampler.resample(decoded):
            samples = samples_of(plain)
            self._parts.append(samples)
            self._held += len(samples)
        if self._held >= self._rate * _BLOCK_SECONDS:
            yield self._block()

    def _gap(self, at: float) -> Iterator[Block]:
        if self._at is None:
            self._at = at
            return
        due = self._at + self._held / self._rate
        if abs(at - due) > _GAP_SECONDS:
            yield from self.rest()
            self._at = at
            self._lost += max(round((at - due) * self._rate), 0)

    def rest(self) -> Iterator[Block]:
        """Yield what is left, however short."""
        if self._held:
            yield self._block()

    def _block(self) -> Block:
        samples = self._parts[0] if len(self._parts) == 1 else np.concatenate(self._parts)
        at, lost = self._at or 0.0, self._lost
        self._at, self._lost = at + len(samples) / self._rate, 0
        self._parts, self._held = [], 0
        return Block(at, samples, self._rate, lost)


def end_of(item: Item) -> float:
    """Return when `item` is over, in seconds."""
    return item.at + len(item.samples) / item.rate if isinstance(item, Block) else item.at


def merged(*runs: Iterator[Item]) -> Iterator[Item]:
    """Yield the items of several runs, each in the order of time, as one such run."""
    return heapq.merge(*runs, key=lambda item: item.at)
