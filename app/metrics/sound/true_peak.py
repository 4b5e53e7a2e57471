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

LEAST_RATE = 192_000
LEAST_FACTOR = 4
TAPS = 12  # per phase, as in annex 2
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
    return (taps / taps.sum(axis=0)).astype(np.float32)


class TruePeakMeter:
    """The highest true peak per channel, linear, of all that was pushed and of the last push.

    A stretch is interpolated only where it could raise the maximum. No interpolated point exceeds the
    largest sample under its taps times the largest sum of absolute coefficients, so what is skipped
    changes nothing.
    """

    def __init__(self, rate: int, channels: int) -> None:
        self._taps = interpolator(rate)
        self._gain = float(np.abs(self._taps).sum(axis=0).max()) * 1.001  # rounding of float32
        self._tail = np.zeros((channels, TAPS - 1), np.float32)
        self._newest = self._tail
        self._latest: NDArray[np.float64] | None = np.zeros(channels)
        self.highest: NDArray[np.float64] = np.zeros(channels)

    def push(self, samples: NDArray[Any], *, counted: bool = True) -> None:
        """Hear `samples` (n, channels); when not `counted` the maximum stays as it is."""
        joined = np.concatenate((self._tail, samples.T), axis=1, dtype=np.float32)
        self._tail = joined[:, -(TAPS - 1) :]
        self._newest, self._latest = joined, None
        if not counted:
            return
        peaks = np.abs(joined).max(axis=1).astype(np.float64)
        for channel in np.flatnonzero(peaks * self._gain > self.highest):
            self.highest[channel] = max(
                self.highest[channel], peaks[channel], self._between(joined[channel], channel)
            )

    def _between(self, samples: NDArray[np.float32], channel: int) -> float:
        """Return the highest interpolated point that could pass the channel's maximum."""
        reach = np.flatnonzero(np.abs(samples) * self._gain > self.highest[channel])
        starts = len(samples) - TAPS + 1
        windows = np.lib.stride_tricks.sliding_window_view(samples, TAPS)
        if len(reach) * TAPS < starts:
            first = reach[:, None] - np.arange(TAPS)
            windows = windows[np.unique(np.clip(first, 0, starts - 1))]
        return float(np.abs(windows @ self._taps).max()) if len(windows) else 0.0

    @property
    def latest(self) -> NDArray[np.float64]:
        """Return the true peak per channel of the last push, computed when asked for."""
        if self._latest is None:
            windows = np.lib.stride_tricks.sliding_window_view(self._newest, TAPS, axis=1)
            between = np.abs(windows @ self._taps).max(axis=(1, 2))
            self._latest = np.maximum(between, np.abs(self._newest).max(axis=1)).astype(np.float64)
        return self._latest


class TruePeak:
    """The reading of true peak, in dBTP of the highest channel."""

    ids: ClassVar[tuple[str, ...]] = ("sound.true_peak",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, channels: int) -> None:
        self.meter = TruePeakMeter(rate, channels)
        self._rate = rate
        self._heard = 0
        self._bad = 0

    def hear(self, chunk: Chunk) -> None:
        """Measure on, but let the claps the host was asked for count for nothing."""
        self.meter.push(chunk.samples, counted=chunk.act is not Act.CLAPS)
        self._heard += len(chunk.samples)
        self._bad += chunk.bad

    def readings(self) -> Iterable[Reading]:
        """Return the maximum so far and which channel has it."""
        highest = self.meter.highest
        peak = float(highest.max()) if len(highest) else 0.0
        details: dict[str, float | str] = {"channel": float(int(highest.argmax()) + 1)}
        if self._bad:
            details["nan_samples"] = float(self._bad)
        if not self._heard:
            why = text("No sound came in.")
            yield Reading("sound.true_peak", None, why=why, details=details)
        elif peak <= SILENT:
            why = text("Digital silence: every sample is zero.")
            yield Reading("sound.true_peak", None, why=why, details=details)
        else:
            value = 20.0 * float(np.log10(peak))
            why = None
            if self._bad:
                why = text("{x:.0f} samples were not numbers.", x=float(self._bad))
            yield Reading("sound.true_peak", value, why=why, details=details)
