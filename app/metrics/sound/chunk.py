"""What every measure of sound is given: a tenth of a second of samples and what was heard in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from app.metrics.measure import Act, Measure
from app.metrics.signals import Floats

CHUNK_SECONDS = (
    0.096  # three frames of the speech detector; pushes under 100 ms cost calls, not sums
)
FRAME_SECONDS = 0.032  # what the speech detector judges at a time
SPEECH = 0.5  # probability from which a frame is speech
PAUSE = 0.1  # probability under which a frame is not speech
AFTER_SPEECH = 0.256  # seconds after speech during which the room still answers
SILENCE_SECONDS = 3.0
CLAPS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """The 32 ms frames of one channel that were completed, k of them, m samples each.

    `speech` is the probability of speech, `power` and `a_power` the mean square plain and
    A-weighted (IEC 61672-1), `k_power` that of all channels K-weighted (BS.1770-5), `peak` the
    highest sample, `since_speech` the seconds since a frame that may have been speech.
    """

    samples: Floats
    speech: Floats
    power: NDArray[np.float64]
    a_power: NDArray[np.float64]
    k_power: NDArray[np.float64]
    peak: Floats
    since_speech: Floats

    @property
    def talking(self) -> NDArray[np.bool_]:
        """Return which frames are speech."""
        return self.speech > SPEECH

    @property
    def pausing(self) -> NDArray[np.bool_]:
        """Return which frames hold neither speech nor the room's answer to it."""
        return (self.speech < PAUSE) & (self.since_speech >= AFTER_SPEECH)


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """One act's sound: (n,) samples of one channel; `before` of them lie before a clap's onset.

    `at` is the time of the onset, or of the beginning of the silence, on the blocks' clock.
    """

    at: float
    samples: Floats
    rate: int
    before: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """About 0.1 s of sound: `samples` (n, channels) finite, `mono` (n,) the channel with the voice.

    `start` counts the samples before this chunk, `lost` those the device dropped, `bad` those that
    were not numbers and are 0 here. `silence` is the three quiet seconds that ended with it,
    `claps` the claps whose decay is complete, `act` the act the host was asked for just now.
    """

    at: float
    start: int
    rate: int
    samples: Floats
    mono: Floats
    voice: Voice
    lost: int = 0
    bad: int = 0
    act: Act | None = None
    silence: Take | None = None
    claps: tuple[Take, ...] = ()


class SoundMeasure(Measure, Protocol):
    """A measurement of sound; `needs` names the act without which it has no number."""

    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, channels: int) -> None: ...

    def hear(self, chunk: Chunk) -> None:
        """Collect what `chunk` has to say."""
        ...


def decibels(power: float, floor: float = 1e-12) -> float:
    """Return 10·log10 of `power`, not under that of `floor` (−120 dB)."""
    return float(10.0 * np.log10(max(power, floor)))
