"""True peak by ITU-R BS.1770-5 annex 2: the highest value between the samples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk
from app.metrics.sound.series import Waiting

Rows = NDArray[np.float32]
PerChannel = NDArray[np.float64]

LEAST_RATE = 192_000
LEAST_FACTOR = 4
TAPS = 12  # per phase, as in annex 2
BATCH_SECONDS = 2.0
SILENT = 10.0 ** (-120.0 / 20.0)


def interpolator(rate: int) -> NDArray[np.float32]:
    """Return (TAPS, factor − 1) coefficients for the points between samples, ≥4× and ≥192 kHz.

    A Kaiser-windowed sinc (β 5): within +0.03/−0.25 dB of the true peak up to 0.4 of the sample rate.
    """
    factor = max(LEAST_FACTOR, -(-LEAST_RATE // rate))
    shift = np.arange(1, factor) / factor
    distance = np.arange(TAPS)[:, None] - (TAPS // 2 - 1) - shift[None, :]
    window = np.i0(5.0 * np.sqrt(np.maximum(0.0, 1.0 - (distance / (TAPS / 2)) ** 2))) / np.i0(5.0)
    taps = np.sinc(distance) * window
    normal: Rows = (taps / taps.sum(axis=0)).astype(np.float32)
    return normal


class TruePeakMeter:
    """The highest true peak per channel, linear, of all that was pushed and of the last push.

    Only points that could raise the maximum are interpolated, which changes nothing: a point is at
    most Σ|h|·max|x| over its taps, and at most a·max(its two neighbours) + b·max|x| with a and b the
    sums of |h| over the two middle taps and over the others.
    """

    def __init__(self, rate: int, channels: int) -> None:
        self._taps = interpolator(rate)
        sizes = np.abs(self._taps) * 1.001  # float32 rounds
        middle = sizes[TAPS // 2 - 1 : TAPS // 2 + 1].sum(axis=0)
        self._all = float(sizes.sum(axis=0).max())
        self._middle = float(middle.max())
        self._others = float((sizes.sum(axis=0) - middle).max())
        self._waiting = Waiting(channels, int(BATCH_SECONDS * rate))
        self._tail = np.zeros((channels, TAPS - 1), np.float32)
        self._newest: NDArray[Any] = np.zeros((0, channels), np.float32)
        self._highest: PerChannel = np.zeros(channels)

    def push(self, samples: NDArray[Any], *, counted: bool = True) -> None:
        """Hear `samples` (n, channels); when not `counted` the maximum stays as it is."""
        if len(samples):
            self._newest = samples
        if self._waiting.must_work_before(counted=counted):
            self._work()
        if self._waiting.add(samples, counted=counted):
            self._work()

    @property
    def highest(self) -> PerChannel:
        """Return the maximum per channel since the start."""
        self._work()
        return self._highest

    @property
    def latest(self) -> PerChannel:
        """Return the maximum per channel of the last push alone."""
        samples = np.ascontiguousarray(self._newest.T)
        if samples.shape[1] < TAPS:
            return _peaks(samples)
        windows = np.lib.stride_tricks.sliding_window_view(samples, TAPS, axis=1)
        between = np.abs(windows @ self._taps).max(axis=(1, 2))
        peaks: PerChannel = np.maximum(between, _peaks(samples))
        return peaks

    def _work(self) -> None:
        samples = self._waiting.take(self._tail)
        if not samples.shape[1]:
            return
        self._tail = samples[:, 1 - TAPS :].copy()
        if not self._waiting.counted:
            return
        sizes = np.abs(samples)
        peaks = sizes.max(axis=1).astype(np.float64)
        if (peaks * self._all > self._highest).any():
            floors = np.maximum(self._highest, peaks)
            self._highest = np.maximum(floors, self._between(samples, sizes, floors, peaks))

    def _between(
        self, samples: Rows, sizes: Rows, floors: PerChannel, peaks: PerChannel
    ) -> PerChannel:
        """Return per channel the highest interpolated point among those that could pass `floors`."""
        highest = np.zeros(len(samples))
        length = samples.shape[1]
        reach = np.flatnonzero(sizes > (floors / self._all)[:, None])
        at = _windows_over(reach, length, samples.size)
        channels = at // length
        middle, loudest = sizes.ravel(), ((floors - self._others * peaks) / self._middle)[channels]
        first = TAPS // 2 - 1
        near = (middle[at + first] > loudest) | (middle[at + first + 1] > loudest)
        at, channels = at[near], channels[near]
        if len(at):
            windows = np.lib.stride_tricks.sliding_window_view(samples.ravel(), TAPS)
            points = np.abs(windows[at] @ self._taps).max(axis=1)
            np.maximum.at(highest, channels, points)
        return highest


def _windows_over(reach: NDArray[np.int64], length: int, size: int) -> NDArray[np.int64]:
    """Return where windows of 12 taps begin that hold a sample of `reach`, in rows of `length`."""
    if len(reach) * TAPS < size // 4:
        starts = (reach - np.arange(TAPS)[:, None]).ravel()
    else:  # a steady tone: nearly all of them
        held = np.zeros(size + TAPS, bool)
        for tap in range(TAPS):
            held[reach - tap] = True
        starts = np.flatnonzero(held[:size])
    within = (starts >= 0) & (starts % length <= length - TAPS)
    # A sample early in a row has no windows that begin before the row: those are the row above's.
    return np.asarray(starts[within], np.int64)


class TruePeak:
    """The reading of true peak, in dBTP of the highest channel."""

    ids: ClassVar[tuple[str, ...]] = ("sound.true_peak",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, channels: int) -> None:
        self.meter = TruePeakMeter(rate, channels)
        self._rate = rate
        self._heard = False
        self._bad = 0

    def hear(self, chunk: Chunk) -> None:
        """Measure on, but let the claps the host was asked for count for nothing."""
        self.meter.push(chunk.samples, counted=chunk.act is not Act.CLAPS)
        self._heard |= len(chunk.samples) > 0
        self._bad += chunk.bad

    def readings(self) -> Iterable[Reading]:
        """Return the maximum so far and which channel has it."""
        highest = self.meter.highest
        peak = float(highest.max())
        details: dict[str, float | str] = {"channel": float(int(highest.argmax()) + 1)}
        if self._bad:
            details["nan_samples"] = float(self._bad)
        if not self._heard:
            why = text("No sound came in")
            yield Reading("sound.true_peak", None, why=why, details=details)
        elif peak <= SILENT:
            why = text("Digital silence: every sample is zero")
            yield Reading("sound.true_peak", None, why=why, details=details)
        else:
            value = 20.0 * float(np.log10(peak))
            why = None
            if self._bad:
                why = text("{x:.0f} samples were not numbers", x=float(self._bad))
            yield Reading("sound.true_peak", value, why=why, details=details)


def _peaks(samples: NDArray[Any]) -> PerChannel:
    peaks: PerChannel = np.abs(samples).max(axis=1, initial=0.0).astype(np.float64)
    return peaks
