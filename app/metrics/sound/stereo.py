"""Whether left and right belong together: level, polarity, delay, and what is left of them in mono."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np
import scipy
from numpy.typing import NDArray

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import PAUSE, Chunk

LEAST_SECONDS = 2.0
QUIETEST = 1e-6  # −60 dBFS: below it two channels are only noise
LAG_SECONDS = 0.010
SEGMENT_SECONDS = 0.25
MOST_DB = 60.0
DEAD_DB = 30.0
INVERTED = -0.5
LATE_MS = 0.3  # more than two capsules of one microphone are apart
FOLDS = -1.0


class Stereo:
    """The imbalance of the first two channels in dB, positive when the left one is louder.

    Details: `correlation` (Pearson), `fold_db` (what mono keeps: 0 for equal channels, −3 for
    unrelated ones), `lag_ms` (positive when the right one is late; GCC-PHAT within ±10 ms),
    `fault` (dead left, dead right, inverted, delayed, unbalanced, none) and `worst_db`, by which it
    is judged: the larger of imbalance and fold loss.
    """

    ids: ClassVar[tuple[str, ...]] = ("sound.stereo",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, channels: int) -> None:
        self._rate, self._channels = rate, channels
        self._sums = np.zeros(3)  # Σl², Σr², Σlr
        self._size = 0
        self._length = int(rate * SEGMENT_SECONDS)
        self._waiting: NDArray[np.float32] = np.zeros((2, 0), np.float32)
        self._cross: NDArray[np.complex128] = np.zeros(self._length + 1, np.complex128)

    def hear(self, chunk: Chunk) -> None:
        """Add up what is loud enough, speech where speech is heard."""
        if self._channels < 2 or chunk.act is not None:
            return
        pair = chunk.samples[:, :2].T
        powers = np.square(pair, dtype=np.float64).mean(axis=1)
        spoken = not len(chunk.voice.speech) or float(chunk.voice.speech.max()) > PAUSE
        if powers.max() < QUIETEST or not spoken:
            return
        size = pair.shape[1]
        self._sums += size * np.array(
            [powers[0], powers[1], float(np.mean(pair[0] * pair[1], dtype=np.float64))]
        )
        self._size += size
        self._waiting = np.concatenate((self._waiting, pair), axis=1)
        while self._waiting.shape[1] >= self._length:
            left, right = scipy.fft.rfft(self._waiting[:, : self._length], 2 * self._length)
            self._cross += left * np.conj(right)
            self._waiting = self._waiting[:, self._length :]

    def readings(self) -> Iterable[Reading]:
        """Return the comparison, or why there is none."""
        if self._channels < 2:
            why = text("The sound has one channel; there is nothing to compare")
            yield Reading(self.ids[0], None, why=why)
            return
        if self._size < LEAST_SECONDS * self._rate:
            yield Reading(self.ids[0], None, why=text("Less than 2 s of speech were heard"))
            return
        left, right, both = self._sums / self._size
        imbalance = float(10.0 * np.log10(max(left, 1e-12) / max(right, 1e-12)))
        imbalance = float(np.clip(imbalance, -MOST_DB, MOST_DB))
        correlation = float(both / np.sqrt(left * right)) if left * right > 0.0 else 0.0
        mono = max((left + right + 2.0 * both) / 4.0, 1e-12)
        fold = max(float(10.0 * np.log10(mono / ((left + right) / 2.0))), -MOST_DB)
        dead = abs(imbalance) >= DEAD_DB
        lag = 0.0 if dead else 1000.0 * self._lag() / self._rate
        details: dict[str, float | str] = {
            "correlation": correlation,
            "fold_db": fold,
            "lag_ms": lag,
            "worst_db": max(abs(imbalance), -fold),
            "fault": _fault(imbalance, correlation, fold, lag),
        }
        yield Reading(self.ids[0], imbalance, details=details)

    def _lag(self) -> int:
        """Return by how many samples the right channel is late."""
        size = np.abs(self._cross)
        if not size.any():
            return 0
        # Bins without signal have no phase to speak of; PHAT would let them vote.
        phases = np.where(size > 1e-4 * size.max(), self._cross / np.maximum(size, 1e-30), 0.0)
        likeness = np.abs(scipy.fft.irfft(phases))
        reach = int(LAG_SECONDS * self._rate)
        around = np.concatenate((likeness[-reach:], likeness[: reach + 1]))
        return reach - int(np.argmax(around))


def _fault(imbalance: float, correlation: float, fold: float, lag: float) -> str:
    if imbalance >= DEAD_DB:
        return "dead right"
    if imbalance <= -DEAD_DB:
        return "dead left"
    if correlation < INVERTED:
        return "inverted"
    if abs(lag) >= LATE_MS and fold < FOLDS:
        return "delayed"
    return "unbalanced" if abs(imbalance) > 3.0 else "none"
