"""Loudness by ITU-R BS.1770-5, EBU Tech 3341 and 3342: momentary, short-term, integrated, range.

Our own meter, because meters that hop by 100 ms miss the momentary maximum of Tech 3341 cases 13
and 14 by up to 0.45 LU: energies are kept for every 10 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import isfinite
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from app.core.words import Text, text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk
from app.metrics.sound.weighting import Filter, channel_weights, k_weighting

Doubles = NDArray[np.float64]

STEPS_PER_SECOND = 100
MOMENTARY, SHORTTERM = 40, 300  # steps of 10 ms
GATE_STEP = 10  # 75 % overlap of 400 ms, and Tech 3342's ≥10 Hz
ABSOLUTE_GATE = -70.0
INTEGRATED_GATE, RANGE_GATE = -10.0, -20.0
STABLE_SECONDS = 60.0
ENOUGH_SECONDS = 15.0
HISTORY = 600


def lufs(energy: float) -> float:
    """Return the loudness of a channel-weighted mean square, −inf for none (BS.1770-5 eq. 2)."""
    return float(-0.691 + 10.0 * np.log10(energy)) if energy > 0.0 else -np.inf


def energy_of(loudness: float) -> float:
    """Return the channel-weighted mean square that has this loudness in LUFS."""
    return float(10.0 ** ((loudness + 0.691) / 10.0))


class Series:
    """Numbers that arrive in runs and are read as one array."""

    def __init__(self, kind: type = np.float64) -> None:
        self._room = np.empty(1024, kind)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def extend(self, numbers: NDArray[Any]) -> None:
        """Append `numbers`, doubling the room when it is full."""
        end = self._size + len(numbers)
        if end > len(self._room):
            room = np.empty(max(2 * len(self._room), end), self._room.dtype)
            room[: self._size] = self._room[: self._size]
            self._room = room
        self._room[self._size : end] = numbers
        self._size = end

    @property
    def all(self) -> NDArray[Any]:
        """Return every number so far, without a copy."""
        return self._room[: self._size]


class LoudnessMeter:
    """An EBU-mode meter for one stream; every number in LUFS or LU, None before its first window."""

    def __init__(self, rate: int, channels: int) -> None:
        self._filter = Filter(k_weighting(rate), channels)
        self._weights = channel_weights(channels)
        self._rate = rate
        self._steps = 0  # whole 10 ms steps heard
        self._samples = 0
        self._open: Doubles = np.zeros((channels, 0))  # filtered samples of an unfinished step
        self._recent: Doubles = np.zeros(0)  # the last 3 s of step energies
        self._counted = 0  # steps counted towards I and LRA since the last pause
        self._gated, self._short = Series(), Series()
        self._history = Series(np.float32)
        self.momentary: float | None = None
        self.shortterm: float | None = None
        self.momentary_max: float | None = None
        self.shortterm_max: float | None = None
        self.momentary_min: float | None = None  # after the first second, for Tech 3341 case 12
        self.shortterm_min: float | None = None  # after the first three seconds, for case 9
        self._integrated: tuple[int, float | None, float] = (0, None, 0.0)
        self._range: tuple[int, float | None] = (0, None)

    def push(self, samples: NDArray[Any], *, counted: bool = True) -> None:
        """Hear `samples` (n, channels); when not `counted` only M and S follow, as if paused."""
        filtered = self._filter(np.ascontiguousarray(samples.T))
        if self._open.shape[1]:
            filtered = np.concatenate((self._open, filtered), axis=1)
        before = self._samples - self._open.shape[1]
        self._samples += len(samples)
        last = self._samples * STEPS_PER_SECOND // self._rate
        edges = -(-np.arange(self._steps, last + 1) * self._rate // STEPS_PER_SECOND) - before
        self._open = filtered[:, edges[-1] :].copy()
        if last == self._steps:
            return
        power = np.add.reduceat(np.square(filtered[:, : edges[-1]]), edges[:-1], axis=1)
        self._advance((self._weights @ power) / np.diff(edges), counted=counted)

    def _advance(self, energies: Doubles, *, counted: bool) -> None:
        """Take in new steps: windows slide at each, gating blocks and S for the range at each tenth."""
        known = len(self._recent)
        recent = np.concatenate((self._recent, energies))
        m, s = _sliding(recent, MOMENTARY)[known:], _sliding(recent, SHORTTERM)[known:]
        self._recent = recent[-(SHORTTERM - 1) :]
        numbers = self._steps + 1 + np.arange(len(energies))
        self._steps += len(energies)
        due = numbers % GATE_STEP == 0
        self._history.extend(_loudness(s[due]))
        self.momentary, self.shortterm = _known(m[-1]), _known(s[-1])
        self._counted = self._counted + len(energies) if counted else 0
        if not counted:
            return
        counts = self._counted - len(energies) + 1 + np.arange(len(energies))
        m, s = np.where(counts >= MOMENTARY, m, np.nan), np.where(counts >= SHORTTERM, s, np.nan)
        self._gated.extend(m[due & np.isfinite(m)])
        self._short.extend(s[due & np.isfinite(s)])
        self.momentary_max = _extreme(self.momentary_max, m, max)
        self.shortterm_max = _extreme(self.shortterm_max, s, max)
        self.momentary_min = _extreme(self.momentary_min, m[numbers >= STEPS_PER_SECOND], min)
        self.shortterm_min = _extreme(self.shortterm_min, s, min)

    @property
    def seconds(self) -> float:
        """Return how much was heard."""
        return self._samples / self._rate

    @property
    def counted_seconds(self) -> float:
        """Return how much of it counts for the range: short-term windows × 0.1 s, and the first 3 s."""
        windows = len(self._short)
        return windows / GATE_STEP + SHORTTERM / STEPS_PER_SECOND if windows else 0.0

    @property
    def integrated(self) -> float | None:
        """Return the gated loudness so far (BS.1770-5 eq. 5–7), None when nothing passed the gate."""
        self._integrate()
        return self._integrated[1]

    @property
    def sounding_seconds(self) -> float:
        """Return how much of the sound is above both gates, counted in steps of 0.1 s."""
        self._integrate()
        return self._integrated[2]

    def _integrate(self) -> None:
        if self._integrated[0] == len(self._gated):
            return
        blocks = self._gated.all
        loud = blocks[blocks > energy_of(ABSOLUTE_GATE)]
        value, seconds = None, 0.0
        if len(loud):
            gate = loud.mean() * 10.0 ** (INTEGRATED_GATE / 10.0)
            kept = loud[loud > gate]
            value = lufs(float(kept.mean()))
            seconds = (len(kept) - 1) / GATE_STEP + MOMENTARY / STEPS_PER_SECOND
        self._integrated = (len(blocks), value, seconds)

    @property
    def loudness_range(self) -> float | None:
        """Return P95 − P10 of the gated short-term loudness (EBU Tech 3342 §2, its reference code)."""
        count = len(self._short)
        if self._range[0] + STEPS_PER_SECOND // GATE_STEP > count > 0 and self._range[1] is not None:
            return self._range[1]  # a second has not passed yet
        windows = self._short.all
        loud = windows[windows > energy_of(ABSOLUTE_GATE)]
        if not len(loud):
            return None
        kept = np.sort(loud[loud > loud.mean() * 10.0 ** (RANGE_GATE / 10.0)])
        low, high = (kept[round((len(kept) - 1) * share)] for share in (0.10, 0.95))
        self._range = (count, float(10.0 * np.log10(high / low)))
        return self._range[1]

    @property
    def history(self) -> NDArray[np.float32]:
        """Return S every 0.1 s, at most the last 60 s, NaN before the first window or for silence."""
        history: NDArray[np.float32] = self._history.all[-HISTORY:].copy()
        return history


class Loudness:
    """The four readings of loudness."""

    ids: ClassVar[tuple[str, ...]] = (
        "sound.loudness_integrated",
        "sound.loudness_momentary_max",
        "sound.loudness_shortterm_max",
        "sound.loudness_range",
    )
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, channels: int) -> None:
        self.meter = LoudnessMeter(rate, channels)
        self._channels = channels
        self._bad = 0

    def hear(self, chunk: Chunk) -> None:
        """Measure on, but let the claps the host was asked for count for nothing."""
        self.meter.push(chunk.samples, counted=chunk.act is not Act.CLAPS)
        self._bad += chunk.bad

    def readings(self) -> Iterable[Reading]:
        """Return I, max M, max S and LRA."""
        meter = self.meter
        yield self._integrated()
        yield self._maximum(
            "sound.loudness_momentary_max", meter.momentary_max, meter.momentary_min, 0.4
        )
        yield self._maximum(
            "sound.loudness_shortterm_max", meter.shortterm_max, meter.shortterm_min, 3.0
        )
        yield self._range()

    def _integrated(self) -> Reading:
        meter, details = self.meter, dict[str, float | str]()
        value, seconds = meter.integrated, meter.sounding_seconds
        if self._bad:
            details["nan_samples"] = float(self._bad)
        if value is None:
            return Reading("sound.loudness_integrated", None, why=_silent(meter), details=details)
        details |= {"seconds": seconds}
        if self._channels == 1:
            details["as_two_channels_lufs"] = value + 10.0 * float(np.log10(2.0))
        why: Text | None = None
        if seconds < ENOUGH_SECONDS:
            why = text(
                "Only {x:.0f} s of sound so far; {need:.0f} s are needed.",
                x=seconds,
                need=ENOUGH_SECONDS,
            )
        return Reading("sound.loudness_integrated", value, why=why, details=details)

    def _maximum(
        self, name: str, energy: float | None, least: float | None, window: float
    ) -> Reading:
        if energy is None:
            why = text(
                "Only {x:.1f} s were heard; the window is {need:.1f} s.",
                x=self.meter.seconds,
                need=window,
            )
            return Reading(name, None, why=why)
        value = lufs(energy)
        if value <= ABSOLUTE_GATE:
            return Reading(name, None, why=_silent(self.meter))
        details: dict[str, float | str] = {}
        if least is not None and isfinite(lufs(least)):
            details["least_lufs"] = lufs(least)
        return Reading(name, value, details=details)

    def _range(self) -> Reading:
        value, seconds = self.meter.loudness_range, self.meter.counted_seconds
        if value is None:
            return Reading("sound.loudness_range", None, why=_silent(self.meter))
        why = None
        if seconds < STABLE_SECONDS:
            why = text("Not stable before 60 s; {x:.0f} s so far.", x=seconds)
        return Reading("sound.loudness_range", value, why=why, details={"seconds": seconds})


def _silent(meter: LoudnessMeter) -> Text:
    if meter.seconds < SHORTTERM / STEPS_PER_SECOND:
        return text("Only {x:.1f} s were heard.", x=meter.seconds)
    return text("Silence: nothing above −70 LUFS came in.")


def _sliding(steps: Doubles, width: int) -> Doubles:
    """Return the mean of the `width` steps that end at each step, NaN where there are not so many."""
    means = np.full(len(steps), np.nan)
    if len(steps) >= width:
        sums = np.concatenate(([0.0], np.cumsum(steps)))
        means[width - 1 :] = np.maximum(sums[width:] - sums[:-width], 0.0) / width
    return means


def _loudness(energies: Doubles) -> NDArray[np.float32]:
    loud = np.where(energies > 0.0, energies, np.nan)
    loudness: NDArray[np.float32] = (-0.691 + 10.0 * np.log10(loud)).astype(np.float32)
    return loudness


def _known(energy: float) -> float | None:
    """Return the loudness of one window, None when there was none or nothing in it."""
    return lufs(float(energy)) if energy > 0.0 else None


def _extreme(
    so_far: float | None, energies: Doubles, which: Callable[[float, float], float]
) -> float | None:
    found = energies[np.isfinite(energies)]
    if not len(found):
        return so_far
    newest = float(found.max() if which is max else found.min())
    return newest if so_far is None else which(so_far, newest)
