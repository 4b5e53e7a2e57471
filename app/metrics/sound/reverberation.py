"""How long the room answers a clap, and how much of a word arrives early."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log, log10
from typing import ClassVar

import numpy as np
import scipy
from numpy.typing import NDArray

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk, Take

BAND_HZ = (500.0, 4000.0)
LEAST_CLAPS = 3
EARLY_SECONDS = 0.050
SMOOTH_SECONDS = 0.010
OVER_NOISE = 3.0  # the decay ends where its energy is three times the noise
MOST_C50 = 60.0


@dataclass(frozen=True, slots=True)
class Decay:
    """What one clap says: seconds for 60 dB, clarity in dB, and over how many dB it was fitted."""

    rt60: float
    c50: float
    fitted_db: float


class Reverberation:
    """RT60 by T20, else T10, and C50 (ISO 3382-1) of claps between 0.5 and 4 kHz, as medians."""

    ids: ClassVar[tuple[str, ...]] = ("sound.rt60", "sound.c50")
    needs: ClassVar[Act | None] = Act.CLAPS

    def __init__(self, _rate: int, _channels: int) -> None:
        self._decays: list[Decay] = []
        self._claps = 0

    def hear(self, chunk: Chunk) -> None:
        """Fit the decays that `chunk` completed."""
        self._claps += len(chunk.claps)
        self._decays += [d for take in chunk.claps if (d := decay_of(take)) is not None]

    def readings(self) -> Iterable[Reading]:
        """Return both, with the spread over the claps as error."""
        if len(self._decays) < LEAST_CLAPS:
            why = text("No claps were heard")
            if self._claps:
                why = text(
                    "Only {n:.0f} claps could be used; {need:.0f} are needed",
                    n=len(self._decays),
                    need=LEAST_CLAPS,
                )
            yield from (Reading(name, None, why=why) for name in self.ids)
            return
        claps = float(len(self._decays))
        fitted = float(np.median([d.fitted_db for d in self._decays]))
        rt60 = np.array([d.rt60 for d in self._decays])
        value, error = _median(rt60)
        details: dict[str, float | str] = {"claps": claps, "fitted_db": fitted}
        # Fitting itself errs by up to a tenth on synthetic rooms, whatever the spread.
        yield Reading("sound.rt60", value, max(error, 0.05 * value), details=details)
        value, error = _median(np.array([d.c50 for d in self._decays]))
        yield Reading("sound.c50", value, max(error, 0.5), details={"claps": claps})


def decay_of(take: Take) -> Decay | None:
    """Return the decay of one clap, None when it cannot be told from the noise."""
    high = min(BAND_HZ[1], 0.45 * take.rate)
    sections = scipy.signal.butter(3, (BAND_HZ[0], high), "bandpass", fs=take.rate, output="sos")
    energy = np.square(scipy.signal.sosfilt(sections, take.samples.astype(np.float64)))
    quiet = energy[take.before // 5 : take.before - take.rate // 200]
    noise = float(quiet.mean()) if len(quiet) else 0.0
    late = energy[-max(1, len(energy) // 10) :]
    noise = min(noise, float(late.mean())) if noise else float(late.mean())
    response = energy[take.before :]
    smooth = max(1, int(SMOOTH_SECONDS * take.rate))
    blocks = response[: len(response) // smooth * smooth].reshape(-1, smooth).mean(axis=1)
    if not len(blocks):
        return None
    under = np.flatnonzero(blocks < OVER_NOISE * noise)
    end = int(under[0]) * smooth if len(under) else len(response)
    early = int(EARLY_SECONDS * take.rate)
    if end <= smooth:
        return None
    left = np.cumsum((response[:end] - noise)[::-1])[::-1]
    fit = _slope(left, take.rate)
    if fit is None:
        return None
    seconds, fitted = fit
    tail = _tail(blocks[: end // smooth], noise, seconds) * take.rate
    fit = _slope(left + tail, take.rate) or fit
    seconds, fitted = fit
    late_energy = (float(left[early]) if early < len(left) else 0.0) + tail
    c50 = 10.0 * log10(max(float(left[0]) + tail - late_energy, 1e-30) / max(late_energy, 1e-30))
    return Decay(seconds, min(c50, MOST_C50), fitted)


def _slope(left: NDArray[np.float64], rate: int) -> tuple[float, float] | None:
    """Return (RT60, dB fitted) from the backward integral: −5…−25 dB, else −5…−15 dB."""
    level = 10.0 * np.log10(np.maximum(left, 1e-30) / max(float(left[0]), 1e-30))
    for span in (20.0, 10.0):
        inside = np.flatnonzero((level <= -5.0) & (level >= -5.0 - span))
        if len(inside) > 8 and level.min() < -5.0 - span:
            slope = np.polyfit(inside / rate, level[inside], 1)[0]
            if slope < 0.0:
                return float(-60.0 / slope), span
    return None


def _tail(blocks: NDArray[np.float64], noise: float, rt60: float) -> float:
    """Return the energy (in sample² · s) that the truncated decay would still have had."""
    last = max(float(blocks[-1]) - noise, 0.0)
    return last * rt60 / (6.0 * log(10.0))


def _median(numbers: NDArray[np.float64]) -> tuple[float, float]:
    """Return the median and half its 95 % range."""
    error = 1.96 * 1.2533 * float(numbers.std(ddof=1)) / float(np.sqrt(len(numbers)))
    return float(np.median(numbers)), error
