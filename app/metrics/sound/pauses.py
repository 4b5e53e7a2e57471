"""What speech and the pauses between words measure: the ground of noise floor and signal to noise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from app.core.words import Text, text
from app.metrics.sound.chunk import FRAME_SECONDS, Chunk, Take, decibels
from app.metrics.sound.loudness import lufs
from app.metrics.sound.series import Series
from app.metrics.sound.weighting import a_weighting

LEAST_SPEECH = 60  # frames, 2 s
LEAST_PAUSE = 30  # frames, 1 s
GATED_DBFS = -85.0  # quieter than any room through a microphone at speaking level
SPOKEN_DBFS = -30.0
GATED_SHARE = 0.2  # of the frames between words that are exactly zero


@dataclass(frozen=True, slots=True)
class Floor:
    """The noise between words or in the silence: mean squares, and the dB within which they lie."""

    a_power: float
    power: float
    plus_minus: float
    source: str  # "silence" or "pauses"


class Pauses:
    """Collects the levels of speech, of the pauses between words, and of the silence."""

    def __init__(self) -> None:
        self.speech, self.spoken_loudness = Series(), Series()
        self._pause_a, self._pause = Series(), Series()
        self._zero = 0
        self._silence: Floor | None = None

    def hear(self, chunk: Chunk) -> None:
        """Take in the frames of `chunk` and the silence it completed."""
        voice = chunk.voice
        talking, pausing = voice.talking, voice.pausing
        self.speech.extend(voice.a_power[talking])
        self.spoken_loudness.extend(voice.k_power[talking])
        self._pause_a.extend(voice.a_power[pausing])
        self._pause.extend(voice.power[pausing])
        self._zero += int((voice.peak[pausing] == 0.0).sum())
        if chunk.silence is not None:
            self._silence = floor_of(chunk.silence)

    @property
    def floor(self) -> Floor | None:
        """Return the noise of the silence, else of the pauses, None while there is neither."""
        if self._silence is not None:
            return self._silence
        if len(self._pause) < LEAST_PAUSE:
            return None
        return _floor(self._pause_a.all, self._pause.all, "pauses")

    @property
    def speech_power(self) -> float | None:
        """Return the mean A-weighted power of speech, None before 2 s of it."""
        return float(self.speech.all.mean()) if len(self.speech) >= LEAST_SPEECH else None

    @property
    def speech_lufs(self) -> float | None:
        """Return the loudness of speech alone, None before 2 s of it."""
        if len(self.spoken_loudness) < LEAST_SPEECH:
            return None
        return lufs(float(self.spoken_loudness.all.mean()))

    @property
    def hidden(self) -> Text | None:
        """Return why the floor is not the room's: a gate or a denoiser shuts between words."""
        floor, speech = self.floor, self.speech_power
        if floor is None or speech is None or decibels(speech) < SPOKEN_DBFS:
            return None
        zeros = len(self._pause) >= LEAST_PAUSE and self._zero > GATED_SHARE * len(self._pause)
        if zeros or decibels(floor.a_power) < GATED_DBFS:
            return text("A noise gate or denoiser hides the floor; turn it off for the check")
        return None

    def missing(self) -> Text:
        """Return why there is no floor."""
        return text("No 3 s of silence, no long pauses heard")


def floor_of(take: Take) -> Floor:
    """Return the noise of a silence, in frames of 32 ms."""
    sections = a_weighting(take.rate)
    weighted = scipy.signal.sosfilt(sections, take.samples.astype(np.float64))
    length = max(1, int(take.rate * FRAME_SECONDS))
    settle = min(len(weighted) // 4, take.rate // 5)  # the filter's own start
    return _floor(
        _powers(weighted[settle:], length),
        _powers(take.samples[settle:].astype(np.float64), length),
        "silence",
    )


def _powers(samples: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    whole = len(samples) // length
    powers: NDArray[np.float64] = (
        np.square(samples[: whole * length]).reshape(whole, length).mean(axis=1)
    )
    return powers


def _floor(a_power: NDArray[np.float64], power: NDArray[np.float64], source: str) -> Floor:
    if not len(a_power):
        return Floor(0.0, 0.0, 0.0, source)
    level = 10.0 * np.log10(np.maximum(a_power, 1e-12))
    # Half the 95 % range of a median: 1.96 · 1.2533 · σ/√n, σ from the quartiles.
    spread = float(np.subtract(*np.percentile(level, (75, 25)))) / 1.349
    half = 1.96 * 1.2533 * spread / float(np.sqrt(len(level)))
    return Floor(float(np.median(a_power)), float(np.median(power)), max(half, 0.1), source)
