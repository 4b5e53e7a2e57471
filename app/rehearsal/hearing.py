"""A take as it is heard: a stream of samples in, the few numbers a moment out that analysis needs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.metrics.signals import Block, Floats
from app.metrics.sound.series import Series
from app.metrics.sound.voice import Framer, VoiceChannel
from app.metrics.speech.frames import FrameCutter, Frames

CLIPPED, RUN = 0.99, 3  # of full scale; samples one after the other
MOST_GAP_SECONDS = 60
BATCH_SECONDS = 1.0  # a call costs more than the sums in it


class Hearing:
    """Collects what a take's sound says; its memory grows by some 10 kB a second, not with the samples."""

    def __init__(self, rate: int, channels: int) -> None:
        self._rate, self._channels = rate, channels
        self._channel = VoiceChannel(channels)
        self._framer = Framer(rate, channels)
        self._cutter = FrameCutter(rate)
        self._speech, self._k, self._a = Series(np.float32), Series(), Series()
        self._pausing = Series(np.bool_)
        self._waiting: list[Floats] = []
        self._size = 0
        self.samples = self.clipped = self.lost = 0

    def hear(self, block: Block) -> None:
        """Take in a block; raises ValueError where its rate or channels are not the take's."""
        if (block.rate, block.samples.shape[1]) != (self._rate, self._channels):
            raise ValueError("the sound changed its rate or its channels")
        if block.lost:  # time goes on though samples are missing
            gap = min(block.lost, MOST_GAP_SECONDS * self._rate)
            self.lost += block.lost
            self._add(np.zeros((gap, self._channels), np.float32))
        self._add(block.samples)

    def _add(self, samples: Floats) -> None:
        self._waiting.append(samples)
        self._size += len(samples)
        if self._size >= BATCH_SECONDS * self._rate:
            self.flush()

    def flush(self) -> None:
        """Work on what still waits; to be called once after the last block."""
        if not self._size:
            return
        samples: Floats = np.nan_to_num(np.concatenate(self._waiting))
        self._waiting, self._size = [], 0
        self._take(samples, self._channel(samples))

    def _take(self, samples: Floats, mono: Floats) -> None:
        self.samples += len(mono)
        full = np.abs(mono) >= CLIPPED
        if full.any():
            runs = np.flatnonzero(np.diff(np.concatenate(([0], full.astype(np.int8), [0]))))
            lengths = runs[1::2] - runs[::2]
            self.clipped += int(lengths[lengths >= RUN].sum())
        voice = self._framer.cut(samples, mono)
        self._speech.extend(voice.speech)
        self._k.extend(voice.k_power)
        self._a.extend(voice.a_power)
        self._pausing.extend(voice.pausing)
        self._cutter.hear(mono)

    @property
    def seconds(self) -> float:
        """Return how long the sound is."""
        return self.samples / self._rate

    @property
    def speech(self) -> Floats:
        """Return the probability of speech every 32 ms."""
        probability: Floats = self._speech.all
        return probability

    @property
    def k_power(self) -> NDArray[np.float64]:
        """Return the K-weighted mean square of every 32 ms."""
        return self._k.all

    @property
    def a_power(self) -> NDArray[np.float64]:
        """Return the A-weighted mean square of every 32 ms."""
        return self._a.all

    @property
    def pausing(self) -> NDArray[np.bool_]:
        """Return which 32 ms hold neither speech nor the room's answer."""
        return self._pausing.all

    def frames(self) -> Frames:
        """Return the steps of 10 ms."""
        return self._cutter.frames()
