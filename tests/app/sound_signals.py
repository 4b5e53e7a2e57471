"""Signals with a known truth for the tests of sound; speech is the demo room's."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.core import paths
from app.metrics.reading import Reading
from app.metrics.signals import Block
from app.metrics.sound.chunk import Chunk, SoundMeasure, Voice
from app.room.listening import Listening

RATE = 48000
SPEECH = (0.35, 13.3)  # seconds of the demo room in which its host speaks

Signal = NDArray[np.float32]


@cache
def demo_speech() -> Signal:
    """Return 13 s of the demo host's speech, one channel at 48 kHz."""
    import av

    with av.open(str(paths.resources("demo") / "room.mkv")) as media:
        stream = media.streams.audio[0]
        assert stream.rate == RATE
        frames = [frame.to_ndarray() for frame in media.decode(stream)]
        channels, planar = stream.channels, stream.format.is_planar
    joined = np.concatenate(frames, axis=1)
    samples = joined.T if planar else joined.reshape(-1, channels)
    if samples.dtype.kind == "i":
        samples = samples / -float(np.iinfo(samples.dtype).min)
    start, end = (int(second * RATE) for second in SPEECH)
    speech: Signal = samples[start:end, 0].astype(np.float32)
    return speech


def heard(
    signal: NDArray[np.floating], rate: int = RATE, *, guided: bool = False, push: int = 4800
) -> Listening:
    """Return a Listening that heard `signal`, (n,) or (n, channels)."""
    samples = np.asarray(signal, np.float32)
    samples = samples[:, None] if samples.ndim == 1 else samples
    listening = Listening(rate, samples.shape[1], guided=guided)
    for start in range(0, len(samples), push):
        listening.hear(Block(start / rate, samples[start : start + push], rate))
    return listening


def told(
    measure: SoundMeasure, signal: NDArray[np.floating], rate: int = RATE, push: int = 4800
) -> dict[str, Reading]:
    """Return the readings of one measure that was given `signal` without its speech judged."""
    samples = np.asarray(signal, np.float32)
    samples = samples[:, None] if samples.ndim == 1 else samples
    none = np.zeros(0)
    few = none.astype(np.float32)
    voice = Voice(few[:, None], few, none, none, none, few, few)
    for start in range(0, len(samples), push):
        piece = samples[start : start + push]
        measure.hear(Chunk(start / rate, start, rate, piece, piece[:, 0].copy(), voice))
    return {reading.id: reading for reading in measure.readings()}


def spoken(seconds_of_pauses: float = 0.9) -> NDArray[np.float64]:
    """Return 12 s of speech in sentences of 3 s with pauses of digital silence after each."""
    speech = demo_speech()[: 12 * RATE].reshape(4, -1)
    pause = np.zeros((4, int(seconds_of_pauses * RATE)))
    together: NDArray[np.float64] = np.concatenate((speech, pause), axis=1).ravel()
    return together


def readings(listening: Listening) -> dict[str, Reading]:
    """Return the readings by id."""
    return {reading.id: reading for reading in listening.readings()}


def sine(hertz: float, dbfs: float, seconds: float, rate: int = RATE) -> NDArray[np.float64]:
    """Return a sine of this peak level."""
    n = np.arange(round(seconds * rate))
    wave: NDArray[np.float64] = 10.0 ** (dbfs / 20.0) * np.sin(2.0 * np.pi * hertz * n / rate)
    return wave


def white(dbfs: float, seconds: float, rate: int = RATE, seed: int = 0) -> NDArray[np.float64]:
    """Return white noise of this RMS level."""
    rng = np.random.default_rng(seed)
    return 10.0 ** (dbfs / 20.0) * rng.standard_normal(round(seconds * rate))


def clap(
    rt60: float, direct_db: float = 0.0, rate: int = RATE, seconds: float = 0.7, seed: int = 0
) -> NDArray[np.float64]:
    """Return a clap in a room: a direct sound and noise that falls by 60 dB in `rt60` seconds.

    `direct_db` is the direct sound's energy over that of the room's answer.
    """
    rng = np.random.default_rng(seed)
    n = np.arange(int(seconds * rate)) / rate
    tail = rng.standard_normal(len(n)) * 10.0 ** (-3.0 * n / rt60)
    tail *= 1.0 / np.sqrt(np.square(tail).sum())
    tail[0] += 10.0 ** (direct_db / 20.0)
    burst = rng.standard_normal(int(0.003 * rate)) * np.exp(
        -np.arange(int(0.003 * rate)) / (0.0006 * rate)
    )
    sound = np.convolve(burst, tail)[: len(n)]
    return 0.5 * sound / np.abs(sound).max()


def six_claps(
    rt60: float, direct_db: float = 0.0, noise_dbfs: float = -70.0
) -> NDArray[np.float64]:
    """Return 1 s of quiet, six claps 0.7 s apart, 1.2 s of quiet."""
    claps = [clap(rt60, direct_db, seed=seed) for seed in range(6)]
    signal = np.concatenate([np.zeros(RATE), *claps, np.zeros(int(1.2 * RATE))])
    return signal + white(noise_dbfs, len(signal) / RATE, seed=9)
