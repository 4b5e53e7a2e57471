"""Clipping: samples stuck at full scale, or at a ceiling below it when clipped before attenuation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.signals import Floats
from app.metrics.sound.chunk import Chunk
from app.metrics.sound.enough import AUDIBLE, too_little

FULL = 0.999
RUN = 3  # samples
STEP = 2.0**-15  # the least step of 16 bits
QUIETEST = 0.05  # below −26 dBFS a plateau is only quantisation
EDGE = 10.0  # a round top falls by at most 4 of its own spread beyond a run of three
CEILING = 0.002  # how close to the highest sample a plateau must be
RECURRING = 3  # plateaus at one ceiling; one may be chance


class Clipping:
    """Runs of three or more samples at ≥0.999 of full scale per minute, or flat tops at the ceiling.

    A flat top is a run within one 16-bit step whose neighbours lie ten times further away; it counts
    when it recurs within 0.2 % of the channel's highest sample. Our own, validated in
    tests/app/test_sound_faults.py.
    """

    ids: ClassVar[tuple[str, ...]] = ("sound.clipping",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, channels: int) -> None:
        self._rate = rate
        self._samples = self._audible = 0
        self._tail: Floats = np.zeros((0, channels), np.float32)
        self._runs = np.zeros(channels, np.int64)
        self._open = np.zeros(channels, np.int64)  # length of the run that reaches the end
        self._highest: Floats = np.zeros(channels, np.float32)
        self._tops: list[list[float]] = [[] for _ in range(channels)]

    def hear(self, chunk: Chunk) -> None:
        """Count the runs of `chunk`; the claps the host was asked for may clip."""
        if chunk.act is Act.CLAPS:
            self._tail, self._open = self._tail[:0], np.zeros_like(self._open)
            return
        self._samples += len(chunk.samples)
        sizes = np.abs(chunk.samples)
        peaks = sizes.max(axis=0)
        self._audible += len(sizes) if peaks.max() > AUDIBLE else 0
        self._highest = np.maximum(self._highest, peaks)
        for channel in np.flatnonzero((peaks >= FULL) | (self._open > 0)):
            self._count(int(channel), sizes[:, channel] >= FULL)
        joined = np.concatenate((self._tail, chunk.samples))
        self._tail = joined[-(RUN + 1) :]
        near = (peaks > (1.0 - CEILING) * self._highest) & (peaks > QUIETEST) & (peaks < FULL)
        for channel in np.flatnonzero(near):
            self._tops[channel] += flat_tops(joined[:, channel], float(self._highest[channel]))

    def _count(self, channel: int, full: NDArray[np.bool_]) -> None:
        """Count the runs that end or reach three here; one that went on from before counts once."""
        edges = np.flatnonzero(np.diff(np.concatenate(([0], full.view(np.int8), [0]))))
        starts, ends = edges[::2], edges[1::2]
        carried = int(self._open[channel])
        lengths = ends - starts
        self._open[channel] = 0
        for start, end, length in zip(starts, ends, lengths, strict=True):
            before = carried if start == 0 else 0
            if before < RUN <= before + length:
                self._runs[channel] += 1
            if end == len(full):
                self._open[channel] = before + length

    def readings(self) -> Iterable[Reading]:
        """Return runs per minute of the worst channel; under a minute counts as one.

        None found is no pass before 5 s of audible sound.
        """
        if not self._samples:
            yield Reading(self.ids[0], None, why=text("No sound came in"))
            return
        if not self._highest.any():
            yield Reading(self.ids[0], None, why=text("Digital silence: every sample is zero"))
            return
        minutes = max(1.0, self._samples / self._rate / 60.0)
        tops = [
            _at_ceiling(tops, float(high))
            for tops, high in zip(self._tops, self._highest, strict=True)
        ]
        runs = int(self._runs.max())
        details: dict[str, float | str] = {"runs": float(runs), "flat_tops": float(max(tops))}
        if max(tops):
            ceiling = float(self._highest[int(np.argmax(tops))])
            details["ceiling_dbfs"] = 20.0 * float(np.log10(ceiling))
        events = max(runs, *tops)
        why = None if events else too_little(self._audible / self._rate)
        yield Reading(self.ids[0], events / minutes, why=why, details=details)


def flat_tops(samples: Floats, highest: float) -> list[float]:
    """Return the level of every flat top near `highest` in one channel's samples."""
    level = np.abs(samples)
    high = level > (1.0 - CEILING) * highest
    edges = np.flatnonzero(np.diff(np.concatenate(([0], high.view(np.int8), [0]))))
    tops = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start < RUN or start == 0 or end == len(samples):
            continue
        run = samples[start:end]
        spread = max(float(run.max() - run.min()), STEP)
        drop = level[start:end].min() - max(level[start - 1], level[end])
        if spread <= 2.0 * STEP and drop >= EDGE * spread:
            tops.append(float(level[start:end].max()))
    return tops


def _at_ceiling(tops: list[float], highest: float) -> int:
    count = sum(top > (1.0 - CEILING) * highest for top in tops)
    return count if count >= RECURRING else 0
