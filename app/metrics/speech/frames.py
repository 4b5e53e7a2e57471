"""A stream of speech cut into steps of 10 ms: level of the syllable band, balance, pitch candidates.

Whatever the length of a take, only these few numbers a step are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from app.metrics.signals import Floats
from app.metrics.sound.resample import Resampler
from app.metrics.sound.series import Series
from app.metrics.sound.weighting import Filter

STEP_SECONDS = 0.010
RATE = 16_000
PITCH_RATE = 8_000
SUB_STEPS = 2  # energies are kept every 5 ms, because fast syllables are 100 ms long
SYLLABLE_HZ = (300.0, 3300.0)  # carries vowels; leaves out hum, plosives and hiss
LOW_HZ, HIGH_HZ = (50.0, 1000.0), (1000.0, 5000.0)  # of the alpha ratio
WINDOW_SECONDS = 0.050  # three periods of 60 Hz
LOWEST_HZ, HIGHEST_HZ = 60.0, 600.0  # a low male voice ends its sentences at 60 Hz
CANDIDATES = 4
_FFT = 1024
_BATCH = 2 * RATE  # samples worked on together

Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """What was heard, n steps of 10 ms: `band` (2n,) mean squares every 5 ms, `low` and `high` (n,).

    `hertz` and `strength` are (n, 4) candidates of the pitch and their normalised autocorrelation,
    0 where there are fewer.
    """

    band: Doubles
    low: Doubles
    high: Doubles
    hertz: Floats
    strength: Floats

    @property
    def seconds(self) -> float:
        """Return how long that is."""
        return len(self.low) * STEP_SECONDS

    @property
    def voicing(self) -> Floats:
        """Return the strongest autocorrelation of each step, 0…1."""
        strongest: Floats = self.strength.max(axis=1, initial=0.0)
        return strongest


class FrameCutter:
    """Cuts one channel at any rate into `Frames`."""

    def __init__(self, rate: int) -> None:
        self._to_16k, self._to_8k = Resampler(rate, RATE), Resampler(RATE, PITCH_RATE)
        self._filters = [Filter(_band(*band), 1) for band in (SYLLABLE_HZ, LOW_HZ, HIGH_HZ)]
        self._waiting: list[Floats] = []
        self._size = 0
        self._open = np.zeros((3, 0))
        self._energies = [Series() for _ in range(3)]
        self._pitch = PitchCandidates()

    def hear(self, mono: Floats) -> None:
        """Take in samples of one channel."""
        made = self._to_16k(mono)
        self._waiting.append(made)
        self._size += len(made)
        if self._size >= _BATCH:
            self._work()

    def frames(self) -> Frames:
        """Return what was heard up to the last whole step."""
        self._work()
        band, low, high = (s.all for s in self._energies)
        hertz, strength = self._pitch.all()
        steps = min(len(low), len(hertz), len(band) // SUB_STEPS)
        return Frames(
            band[: SUB_STEPS * steps].copy(),
            low[:steps].copy(),
            high[:steps].copy(),
            hertz[:steps],
            strength[:steps],
        )

    def _work(self) -> None:
        if not self._size:
            return
        samples = np.concatenate(self._waiting)
        self._waiting, self._size = [], 0
        filtered = np.concatenate([one(samples[None, :]) for one in self._filters])
        joined = np.concatenate((self._open, filtered), axis=1)
        step = int(RATE * STEP_SECONDS)
        whole = joined.shape[1] // step * step
        self._open = joined[:, whole:]
        squares = np.square(joined[:, :whole])
        self._energies[0].extend(squares[0].reshape(-1, step // SUB_STEPS).mean(axis=1))
        for kept, row in zip(self._energies[1:], squares[1:], strict=True):
            kept.extend(row.reshape(-1, step).mean(axis=1))
        self._pitch.hear(self._to_8k(samples))


class PitchCandidates:
    """Peaks of the normalised autocorrelation every 10 ms (after P. Boersma, IFA Proc. 17, 1993)."""

    def __init__(self) -> None:
        self._length = int(WINDOW_SECONDS * PITCH_RATE)
        self._hop = int(STEP_SECONDS * PITCH_RATE)
        window = np.hanning(self._length + 2)[1:-1]
        self._window = window.astype(np.float32)
        own = np.fft.irfft(np.abs(np.fft.rfft(window, _FFT)) ** 2)[: self._length]
        self._own = (own / own[0]).astype(np.float32)
        # A frame belongs to the step in its middle.
        self._kept: Floats = np.zeros((self._length - self._hop) // 2, np.float32)
        self._hertz: list[Floats] = []
        self._strength: list[Floats] = []

    def hear(self, samples: Floats) -> None:
        """Take in samples at 8 kHz."""
        kept = np.concatenate((self._kept, samples))
        count = (len(kept) - self._length) // self._hop + 1
        if count <= 0:
            self._kept = kept
            return
        frames = np.lib.stride_tricks.sliding_window_view(kept, self._length)[:: self._hop][:count]
        self._kept = kept[count * self._hop :].copy()
        hertz, strength = self._peaks(frames)
        self._hertz.append(hertz)
        self._strength.append(strength)

    def all(self) -> tuple[Floats, Floats]:
        """Return the candidates of every step so far, (n, 4) Hz and strength."""
        none = np.zeros((0, CANDIDATES), np.float32)
        return np.concatenate((none, *self._hertz)), np.concatenate((none, *self._strength))

    def _peaks(self, frames: Floats) -> tuple[Floats, Floats]:
        centred = (frames - frames.mean(axis=1, keepdims=True)) * self._window
        spectrum = scipy.fft.rfft(centred, _FFT, axis=1)
        power = spectrum.real**2 + spectrum.imag**2
        longest = int(PITCH_RATE / LOWEST_HZ) + 2
        shortest = int(PITCH_RATE / HIGHEST_HZ)
        found = scipy.fft.irfft(power, _FFT, axis=1)[:, : longest + 1]
        norm = found[:, :1] * self._own[: longest + 1]
        r = found / np.maximum(norm, 1e-12)
        middle = r[:, shortest:longest]
        before, after = r[:, shortest - 1 : longest - 1], r[:, shortest + 1 : longest + 1]
        peak = (middle > before) & (middle >= after) & (middle > 0.2)
        score = np.where(peak, middle, 0.0)
        best = np.argpartition(-score, CANDIDATES, axis=1)[:, :CANDIDATES]
        a, b, c = (np.take_along_axis(x, best, axis=1) for x in (before, middle, after))
        bend = a - 2.0 * b + c
        shift = np.where(bend < 0.0, 0.5 * (a - c) / np.minimum(bend, -1e-9), 0.0)
        top = b - 0.25 * (a - c) * shift
        there = np.take_along_axis(score, best, axis=1) > 0.0
        hertz = np.where(there, PITCH_RATE / np.maximum(best + shortest + shift, 1.0), 0.0)
        strength = np.where(there, np.clip(top, 0.0, 1.0), 0.0)
        return hertz.astype(np.float32), strength.astype(np.float32)


def _band(low: float, high: float) -> Doubles:
    sections: Doubles = scipy.signal.butter(2, (low, high), "bandpass", fs=RATE, output="sos")
    return sections
