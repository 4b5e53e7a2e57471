"""Holes and splices in the sound: zeros inside a signal, jumps, lost samples, a clock that is off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.signals import Floats
from app.metrics.sound.chunk import Chunk
from app.metrics.sound.enough import AUDIBLE, too_little

LEAST_HOLE, LONGEST_HOLE = 0.001, 0.25  # seconds; longer is a gate or a mute
BESIDE = 0.005  # seconds of signal on both sides of a hole
SIGNAL = 1e-5  # −50 dBFS mean square
JUMP = 40.0  # times the median second difference on both sides
LEAST_JUMP = 0.01
ALONE = 5.0  # times every other bend nearby: a knock goes on
AROUND = 32  # samples on each side of a jump
APART = 0.02  # seconds within which one fault is one event
CLOCK_SECONDS = 10.0


class Dropouts:
    """Dropouts per minute: zero runs of 1 to 250 ms inside a signal, isolated jumps, and losses the
    device owned up to. Detail `clock_ppm`: how fast samples come against the clock. Our own,
    validated in tests/app/test_sound_faults.py.
    """

    ids: ClassVar[tuple[str, ...]] = ("sound.dropouts",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, _channels: int) -> None:
        self._rate = rate
        self._heard = self._audible = 0
        self._all_zero = True
        self._holes = self._jumps = self._losses = self._lost = 0
        self._last = -np.inf  # second of the newest event
        # A fault must be seen with what follows it: each stretch overlaps the one before.
        self._overlap = int((LONGEST_HOLE + 2.0 * BESIDE) * rate)
        self._kept: Floats = np.zeros(0, np.float32)
        self._new = 0
        self._clock: list[tuple[float, float]] = []  # (time by samples, time by the clock)

    def hear(self, chunk: Chunk) -> None:
        """Look for faults once half a second is together."""
        if chunk.lost:
            self._losses += 1
            self._lost += chunk.lost
            self._last = self._heard / self._rate
        counted = (self._heard + self._lost) / self._rate
        if not self._clock or counted - self._clock[-1][0] >= 0.5:
            self._clock.append((counted, chunk.at))
        self._heard += len(chunk.mono)
        peak = float(np.abs(chunk.samples).max(initial=0.0))
        self._all_zero &= peak == 0.0
        self._audible += len(chunk.mono) if peak > AUDIBLE else 0
        self._kept = np.concatenate((self._kept, chunk.mono))
        self._new += len(chunk.mono)
        if self._new >= self._rate // 2:
            self._look()

    def _look(self) -> None:
        """Count the faults that lie wholly within what is kept and were not counted before."""
        start = (self._heard - len(self._kept)) / self._rate
        holes = find_holes(self._kept, self._rate)
        found = [(start + at / self._rate, True) for at in holes]
        found += [(start + at / self._rate, False) for at in find_jumps(self._kept)]
        for second, hole in sorted(found):
            if second > self._last + APART:
                self._holes += hole
                self._jumps += not hole
                self._last = second
            elif second > self._last:
                self._last = second
        self._kept = self._kept[-self._overlap :].copy()
        self._new = 0

    def readings(self) -> Iterable[Reading]:
        """Return events per minute; under a minute counts as one.

        None found is no pass before 5 s of audible sound: a hole shows only inside a signal.
        """
        if not self._heard:
            yield Reading(self.ids[0], None, why=text("No sound came in"))
            return
        events = self._holes + self._jumps + self._losses
        if self._all_zero and not events:
            yield Reading(self.ids[0], None, why=text("Digital silence: every sample is zero"))
            return
        minutes = max(1.0, self._heard / self._rate / 60.0)
        details: dict[str, float | str] = {
            "holes": float(self._holes),
            "jumps": float(self._jumps),
            "losses": float(self._losses),
            "lost_samples": float(self._lost),
        }
        ppm = clock_ppm(self._clock)
        if ppm is not None:
            details["clock_ppm"] = ppm
        why = None if events else too_little(self._audible / self._rate)
        yield Reading(self.ids[0], events / minutes, why=why, details=details)


def find_holes(samples: Floats, rate: int) -> list[int]:
    """Return the last sample of every run of exact zeros with signal on both sides."""
    zero = samples == 0.0
    if not zero.any():
        return []
    edges = np.flatnonzero(np.diff(np.concatenate(([0], zero.view(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    lengths = ends - starts
    beside = max(2, int(BESIDE * rate))
    fits = (lengths >= LEAST_HOLE * rate) & (lengths <= LONGEST_HOLE * rate)
    fits &= (starts >= beside) & (ends + beside <= len(samples))
    squares = np.square(samples, dtype=np.float64)
    return [
        int(end) - 1
        for start, end in zip(starts[fits], ends[fits], strict=True)
        if min(squares[start - beside : start].mean(), squares[end : end + beside].mean()) > SIGNAL
    ]


def find_jumps(samples: Floats) -> list[int]:
    """Return the places of single jumps: a second difference far above those on both sides."""
    if len(samples) < 2 * AROUND + 4:
        return []
    bends = np.abs(np.diff(samples, 2))
    inside = bends[AROUND:-AROUND]
    chosen = inside > LEAST_JUMP
    for shift in (3, 4, 5, 7, 11):  # most bends have an equal nearby: settled without a loop
        for away in (-shift, shift):
            chosen &= inside > ALONE * bends[AROUND + away : len(bends) - AROUND + away]
    places = []
    for at in np.flatnonzero(chosen) + AROUND:
        # A jump bends twice: at the step and one sample later.
        sides = bends[at - AROUND : at - 2], bends[at + 3 : at + AROUND]
        usual = max(float(np.median(side)) for side in sides)
        most = max(float(side.max()) for side in sides)
        if bends[at] > max(JUMP * usual, ALONE * most):
            places.append(int(at))
    return places


def clock_ppm(clock: list[tuple[float, float]]) -> float | None:
    """Return by how many millionths samples come too fast, None before 10 s of clock."""
    if len(clock) < 3 or clock[-1][0] - clock[0][0] < CLOCK_SECONDS:
        return None
    counted, told = np.array(clock).T
    slope = float(np.polyfit(told - told[0], counted - counted[0], 1)[0])
    return (slope - 1.0) * 1e6
