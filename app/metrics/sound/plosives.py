"""Pops of breath against the microphone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np
import scipy
from numpy.typing import NDArray

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk
from app.metrics.sound.resample import Resampler
from app.metrics.sound.series import Series
from app.metrics.sound.weighting import Filter

RATE = 8000
LOW_HZ = (20.0, 80.0)  # under the pitch of low voices, which 120 Hz would not be
MIDDLE_HZ = (300.0, 3000.0)
HOP = RATE // 100
WINDOW = 4  # hops: 40 ms
UNDER_SPEECH_DB = -6.0
OVER_MIDDLE_DB = 6.0
RISE_DB = 12.0
RISE_HOPS = (12, 5)  # from when until when before the window the low end must have been quiet
APART_HOPS = 20
LEAST_SPEECH_SECONDS = 5.0
PER_SECONDS = 30.0


class Plosives:
    """Pops per 30 s: 40 ms of 20 to 80 Hz above the 90th percentile of speech − 6 dB, 6 dB above
    300 to 3000 Hz, risen by 12 dB. Our own, validated in tests/app/test_sound_faults.py.
    """

    ids: ClassVar[tuple[str, ...]] = ("sound.plosives",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, _channels: int) -> None:
        self._resample = Resampler(rate, RATE)
        self._low = Filter(scipy.signal.butter(2, LOW_HZ, "bandpass", fs=RATE, output="sos"), 1)
        self._middle = Filter(
            scipy.signal.butter(2, MIDDLE_HZ, "bandpass", fs=RATE, output="sos"), 1
        )
        self._open: NDArray[np.float64] = np.zeros((2, 0))
        self._powers = (Series(), Series())  # of low and middle, every 10 ms
        self._speech = Series()
        self._asked = Series(np.bool_)  # hops within the claps
        self._seconds = 0.0

    def hear(self, chunk: Chunk) -> None:
        """Keep the powers of both bands every 10 ms, and those of speech."""
        low = self._resample(chunk.mono)[None, :]
        bands = np.concatenate((self._low(low), self._middle(low)))
        bands = np.concatenate((self._open, bands), axis=1)
        hops = bands.shape[1] // HOP
        powers = np.square(bands[:, : hops * HOP]).reshape(2, hops, HOP).mean(axis=2)
        self._open = bands[:, hops * HOP :]
        for series, power in zip(self._powers, powers, strict=True):
            series.extend(power)
        self._asked.extend(np.full(hops, chunk.act is not None))
        self._speech.extend(chunk.voice.power[chunk.voice.talking])
        self._seconds += len(chunk.mono) / chunk.rate

    def readings(self) -> Iterable[Reading]:
        """Return pops per 30 s; under 30 s counts as 30."""
        if len(self._speech) * 0.032 < LEAST_SPEECH_SECONDS:
            why = text("Less than {need:.0f} s of speech were heard", need=LEAST_SPEECH_SECONDS)
            yield Reading(self.ids[0], None, why=why)
            return
        loud = 10.0 * float(np.log10(np.percentile(self._speech.all, 90)))
        low, middle = (_windowed(series.all) for series in self._powers)
        pops = find_pops(low, middle, loud, self._asked.all)
        per = max(1.0, self._seconds / PER_SECONDS)
        yield Reading(self.ids[0], pops / per, details={"pops": float(pops)})


def find_pops(
    low: NDArray[np.float64],
    middle: NDArray[np.float64],
    speech_db: float,
    asked: NDArray[np.bool_],
) -> int:
    """Return how many pops there are in the band levels (dB, every 10 ms) of a stream."""
    hits = (low > speech_db + UNDER_SPEECH_DB) & (low > middle + OVER_MIDDLE_DB)
    before = np.full(len(low), np.inf)
    first, last = RISE_HOPS
    if len(low) > first:
        spans = np.lib.stride_tricks.sliding_window_view(low, first - last + 1)
        before[first:] = spans[: len(low) - first].min(axis=1)
    hits &= (low > before + RISE_DB) & ~asked[: len(low)]
    at = np.flatnonzero(hits)
    return int(len(at) > 0) + int((np.diff(at) > APART_HOPS).sum())


def _windowed(powers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the level of the 40 ms that end at each hop, in dB."""
    sums = np.concatenate((np.zeros(WINDOW), np.cumsum(powers)))
    means = np.maximum(sums[WINDOW:] - sums[:-WINDOW], 1e-12 * WINDOW) / WINDOW
    level: NDArray[np.float64] = 10.0 * np.log10(means)
    return level
