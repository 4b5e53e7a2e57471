"""Loudness by ITU-R BS.1770-5, EBU Tech 3341 and 3342: momentary, short-term, integrated, range.

Our own meter, because meters that hop by 100 ms miss the momentary maximum of Tech 3341 cases 13
and 14 by up to 0.45 LU: energies are kept for every 10 ms.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log10, nan
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from app.core.words import Text, text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk
from app.metrics.sound.series import Series, Waiting
from app.metrics.sound.weighting import Filter, channel_weights, k_weighting

Doubles = NDArray[np.float64]

STEPS_PER_SECOND = 100
MOMENTARY, SHORTTERM = 40, 300  # steps of 10 ms
TENTHS = 10  # a second: 75 % overlap of the 400 ms gating blocks, and Tech 3342's ≥10 Hz
ABSOLUTE_GATE = -70.0
INTEGRATED_GATE, RANGE_GATE = -10.0, -20.0
STABLE_SECONDS = 60.0
ENOUGH_SECONDS = 15.0
HISTORY = 600
BATCH_SECONDS = 3.0


def lufs(energy: float) -> float | None:
    """Return the loudness of a channel-weighted mean square (BS.1770-5 eq. 2), None for none or NaN."""
    return -0.691 + 10.0 * log10(energy) if energy > 0.0 else None


def energy_of(loudness: float) -> float:
    """Return the channel-weighted mean square that has this loudness in LUFS."""
    return float(10.0 ** ((loudness + 0.691) / 10.0))


@dataclass(frozen=True, slots=True, eq=False)
class LoudnessNow:
    """What an EBU-mode meter shows: LUFS and LU, None where nothing could be measured yet.

    `momentary_min` and `shortterm_min` are the least M and S once 1 s and 3 s have passed (Tech 3341
    cases 12 and 9 ask that they stay constant); `sounding` are the seconds above both gates,
    `ranged` those behind the range; `history` is S every 0.1 s of the last 60 s, NaN for none.
    """

    seconds: float
    momentary: float | None
    shortterm: float | None
    momentary_max: float | None
    shortterm_max: float | None
    momentary_min: float | None
    shortterm_min: float | None
    integrated: float | None
    sounding: float
    range: float | None
    ranged: float
    history: NDArray[np.float32]


class LoudnessMeter:
    """An EBU-mode meter for one stream of any rate and number of channels (WAVE order)."""

    def __init__(self, rate: int, channels: int) -> None:
        self._filter = Filter(k_weighting(rate), channels)
        self._weights = channel_weights(channels)
        self._rate = rate
        self._waiting = Waiting(channels, int(BATCH_SECONDS * rate))
        self._samples = 0
        self._steps = 0  # whole 10 ms steps heard
        self._counted = 0  # steps since the last pause
        self._open: Doubles = np.zeros((channels, 0))  # filtered samples of an unfinished step
        self._recent: Doubles = np.zeros(0)  # the energies of the last 3 s of steps
        self._gated, self._short, self._history = Series(), Series(), Series(np.float32)
        self._short_ends = Series(np.int64)  # steps
        self._newest = (nan, nan)  # energies of M and S
        self._m, self._s = Extremes(), Extremes()
        self._integrated: tuple[int, float | None, float] = (0, None, 0.0)
        self._range: tuple[int, float | None] = (0, None)

    def push(self, samples: NDArray[Any], *, counted: bool = True) -> None:
        """Hear `samples` (n, channels); when not `counted` only M and S follow, as if paused."""
        if self._waiting.must_work_before(counted=counted):
            self._work()
        if self._waiting.add(samples, counted=counted):
            self._work()

    def leave_out(self, start: float, end: float) -> None:
        """Let no short-term window that touches these seconds count towards the range."""
        self._work()
        ends = self._short_ends.all / STEPS_PER_SECOND
        self._short.all[(ends > start) & (ends - SHORTTERM / STEPS_PER_SECOND < end)] = 0.0
        self._range = (0, None)

    def read(self) -> LoudnessNow:
        """Return every number up to the last push."""
        self._work()
        value, sounding = self._integrate()
        windows = len(self._short)
        return LoudnessNow(
            seconds=self._samples / self._rate,
            momentary=lufs(self._newest[0]),
            shortterm=lufs(self._newest[1]),
            momentary_max=lufs(self._m.most),
            shortterm_max=lufs(self._s.most),
            momentary_min=lufs(self._m.least),
            shortterm_min=lufs(self._s.least),
            integrated=value,
            sounding=sounding,
            range=self._loudness_range(),
            ranged=windows / TENTHS + SHORTTERM / STEPS_PER_SECOND if windows else 0.0,
            history=self._history.all[-HISTORY:].copy(),
        )

    def _work(self) -> None:
        """Filter what waits and turn it into energies of 10 ms steps."""
        samples = self._waiting.take()
        if not samples.shape[1]:
            return
        filtered = self._filter(samples)
        if self._open.shape[1]:
            filtered = np.concatenate((self._open, filtered), axis=1)
        before = self._samples - self._open.shape[1]
        self._samples += samples.shape[1]
        last = self._samples * STEPS_PER_SECOND // self._rate
        edges = -(-np.arange(self._steps, last + 1) * self._rate // STEPS_PER_SECOND) - before
        self._open = filtered[:, edges[-1] :].copy()
        if last > self._steps:
            power = _energies(filtered[:, : edges[-1]], edges)
            self._advance((self._weights @ power) / np.diff(edges), self._waiting.counted)

    def _advance(self, energies: Doubles, counted: bool) -> None:
        """Take in new steps: windows slide at each, gating blocks and S for the range at each tenth."""
        known, new = len(self._recent), len(energies)
        recent = np.concatenate((self._recent, energies))
        m, s = _sliding(recent, MOMENTARY)[known:], _sliding(recent, SHORTTERM)[known:]
        self._recent = recent[-(SHORTTERM - 1) :]
        numbers = self._steps + 1 + np.arange(new)
        self._steps += new
        due = numbers % (STEPS_PER_SECOND // TENTHS) == 0
        self._history.extend(_history(s[due]))
        self._newest = (float(m[-1]), float(s[-1]))
        counts = self._counted + 1 + np.arange(new)
        self._counted = self._counted + new if counted else 0
        if not counted:
            return
        m_full, s_full = counts >= MOMENTARY, counts >= SHORTTERM
        self._gated.extend(m[due & m_full])
        self._short.extend(s[due & s_full])
        self._short_ends.extend(numbers[due & s_full])
        self._m.take(m[m_full], m[m_full & (numbers >= STEPS_PER_SECOND)])
        self._s.take(s[s_full], s[s_full])

    def _integrate(self) -> tuple[float | None, float]:
        """Return the gated loudness so far and the seconds behind it (BS.1770-5 eq. 5 to 7)."""
        blocks = self._gated.all
        if self._integrated[0] != len(blocks):
            loud = blocks[blocks > energy_of(ABSOLUTE_GATE)]
            value, seconds = None, 0.0
            if len(loud):
                kept = loud[loud > loud.mean() * 10.0 ** (INTEGRATED_GATE / 10.0)]
                value = lufs(float(kept.mean()))
                seconds = (len(kept) - 1) / TENTHS + MOMENTARY / STEPS_PER_SECOND
            self._integrated = (len(blocks), value, seconds)
        return self._integrated[1:]

    def _loudness_range(self) -> float | None:
        """Return P95 − P10 of the gated S (Tech 3342 and its reference code), anew each second."""
        windows = self._short.all
        if self._range[0] + TENTHS <= len(windows) or self._range[1] is None:
            loud = windows[windows > energy_of(ABSOLUTE_GATE)]
            if not len(loud):
                return None
            kept = np.sort(loud[loud > loud.mean() * 10.0 ** (RANGE_GATE / 10.0)])
            low, high = (kept[round((len(kept) - 1) * share)] for share in (0.10, 0.95))
            self._range = (len(windows), float(10.0 * np.log10(high / low)))
        return self._range[1]


class Extremes:
    """The most and the least energy that windows have had; NaN before the first."""

    def __init__(self) -> None:
        self.most = self.least = nan

    def take(self, energies: Doubles, late: Doubles) -> None:
        """Let `energies` raise the most, and those of them that are `late` lower the least."""
        if len(energies):
            self.most = float(np.fmax(self.most, energies.max()))
        if len(late):
            self.least = float(np.fmin(self.least, late.min()))


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
        """Measure on, but let the claps of the act count for nothing, or not for the range."""
        self.meter.push(chunk.samples, counted=chunk.act is not Act.CLAPS)
        self._bad += chunk.bad
        for clap in chunk.claps:
            onset = clap.at - chunk.at + chunk.start / chunk.rate
            self.meter.leave_out(onset, onset + (len(clap.samples) - clap.before) / clap.rate)

    def readings(self) -> Iterable[Reading]:
        """Return I, max M, max S and LRA."""
        now = self.meter.read()
        yield self._integrated(now)
        yield _maximum("sound.loudness_momentary_max", now, now.momentary_max, now.momentary_min)
        yield _maximum("sound.loudness_shortterm_max", now, now.shortterm_max, now.shortterm_min)
        yield _range(now)

    def _integrated(self, now: LoudnessNow) -> Reading:
        name, value, details = "sound.loudness_integrated", now.integrated, dict[str, float | str]()
        if self._bad:
            details["nan_samples"] = float(self._bad)
        if value is None:
            return Reading(name, None, why=_nothing(now), details=details)
        details["seconds"] = now.sounding
        if self._channels == 1:
            details["as_two_channels_lufs"] = value + 10.0 * log10(2.0)
        why = None
        if now.sounding < ENOUGH_SECONDS:
            why = text(
                "Only {x:.0f} s of sound so far; {need:.0f} s are needed",
                x=now.sounding,
                need=ENOUGH_SECONDS,
            )
        return Reading(name, value, why=why, details=details)


def _maximum(name: str, now: LoudnessNow, value: float | None, least: float | None) -> Reading:
    if value is None or value <= ABSOLUTE_GATE:
        return Reading(name, None, why=_nothing(now))
    return Reading(name, value, details={} if least is None else {"least_lufs": least})


def _range(now: LoudnessNow) -> Reading:
    if now.range is None:
        return Reading("sound.loudness_range", None, why=_nothing(now))
    why = None
    if now.ranged < STABLE_SECONDS:
        why = text("Not stable before 60 s; {x:.0f} s so far", x=now.ranged)
    return Reading("sound.loudness_range", now.range, why=why, details={"seconds": now.ranged})


def _nothing(now: LoudnessNow) -> Text:
    if now.seconds < SHORTTERM / STEPS_PER_SECOND:
        return text("Only {x:.1f} s were heard", x=now.seconds)
    return text("Silence: nothing above −70 LUFS came in")


def _energies(filtered: Doubles, edges: NDArray[np.int64]) -> Doubles:
    """Return the sum of squares between the `edges`, (channels, steps)."""
    lengths = np.diff(edges)
    if lengths.min() == lengths.max():
        steps = filtered.reshape(len(filtered), len(lengths), lengths[0])
        return np.asarray(np.vecdot(steps, steps), np.float64)
    return np.asarray(np.add.reduceat(np.square(filtered), edges[:-1], axis=1), np.float64)


def _sliding(steps: Doubles, width: int) -> Doubles:
    """Return the mean of the `width` steps that end at each step, NaN where there are not so many."""
    means = np.full(len(steps), nan)
    if len(steps) >= width:
        sums = np.concatenate(([0.0], np.cumsum(steps)))
        means[width - 1 :] = np.maximum(sums[width:] - sums[:-width], 0.0) / width
    return means


def _history(energies: Doubles) -> NDArray[np.float32]:
    heard = np.where(energies > 0.0, energies, nan)
    loudness: NDArray[np.float32] = (-0.691 + 10.0 * np.log10(heard)).astype(np.float32)
    return loudness
