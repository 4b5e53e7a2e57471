"""Mains hum, heard in the silence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np
import scipy
from numpy.typing import NDArray

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import SILENCE_SECONDS, Chunk, Take, decibels
from app.metrics.sound.resample import Resampler

RATE = 1200
SEGMENT = 2 * RATE
HARMONICS = 8
DRIFT = 0.004  # mains wander, and so do sample clocks
STANDS_OUT = 10.0  # 10 dB over the neighbourhood
ALONE = 300.0  # 25 dB for a single harmonic
LEAST_HARMONICS = 2
NEIGHBOURS = 25  # bins of 0.5 Hz on each side
NONE_DBFS = -120.0


class Hum:
    """The level of a comb at 50 or 60 Hz, in dBFS (mean square of full scale = 0), −120 for none.

    Welch spectrum, 2 s Hann, of the silence at 1.2 kHz; hum is two of eight harmonics 10 dB above
    the median around them, or one by 25 dB. Our own, validated in tests/app/test_sound_room.py.
    """

    ids: ClassVar[tuple[str, ...]] = ("sound.hum",)
    needs: ClassVar[Act | None] = Act.SILENCE

    def __init__(self, _rate: int, _channels: int) -> None:
        self._reading: Reading | None = None

    def hear(self, chunk: Chunk) -> None:
        """Measure the silence when it is there."""
        if chunk.silence is not None:
            self._reading = hum_of(chunk.silence)

    def readings(self) -> Iterable[Reading]:
        """Return the hum, or that no silence was heard."""
        why = text("No {need:.0f} s of silence were heard", need=SILENCE_SECONDS)
        yield self._reading or Reading(self.ids[0], None, why=why)


def hum_of(take: Take) -> Reading:
    """Return the reading of hum in a silence of 2 s or more."""
    if not take.samples.any():
        return Reading(Hum.ids[0], None, why=text("Digital silence: every sample is zero"))
    low = Resampler(take.rate, RATE)(take.samples)
    if len(low) < SEGMENT:
        why = text("The silence was too short")
        return Reading(Hum.ids[0], None, why=why)
    _, density = scipy.signal.welch(
        low.astype(np.float64), RATE, "hann", SEGMENT, SEGMENT * 3 // 4, detrend="constant"
    )
    best = max((_comb(density, mains, mains_hz) for mains, mains_hz in _candidates()), key=_rank)
    count, strongest, power, mains = best
    heard = count >= LEAST_HARMONICS or strongest >= ALONE
    details: dict[str, float | str] = {
        "mains_hz": float(mains) if heard else 0.0,
        "harmonics": float(count) if heard else 0.0,
    }
    return Reading(Hum.ids[0], decibels(power) if heard else NONE_DBFS, 0.8, details=details)


def _candidates() -> list[tuple[int, float]]:
    return [
        (mains, mains * (1.0 + share))
        for mains in (50, 60)
        for share in np.linspace(-DRIFT, DRIFT, 9)
    ]


def _rank(comb: tuple[int, float, float, int]) -> tuple[int, float]:
    count, _, power, _ = comb
    return count, power


def _comb(
    density: NDArray[np.float64], mains: int, mains_hz: float
) -> tuple[int, float, float, int]:
    """Return how many harmonics stand out, the strongest ratio, their power, and the mains."""
    width = RATE / SEGMENT
    count, strongest, power = 0, 0.0, 0.0
    for harmonic in range(1, HARMONICS + 1):
        at = round(harmonic * mains_hz / width)
        around = np.concatenate(
            (density[max(1, at - NEIGHBOURS) : at - 3], density[at + 4 : at + NEIGHBOURS + 1])
        )
        local = max(float(np.median(around)), 1e-20)
        ratio = float(density[at - 1 : at + 2].max()) / local
        strongest = max(strongest, ratio if harmonic <= LEAST_HARMONICS else 0.0)
        if ratio > STANDS_OUT:
            count += 1
            lobe = density[at - 3 : at + 4] - local
            power += max(0.0, float(lobe.sum())) * width
    return count, strongest, power, mains
