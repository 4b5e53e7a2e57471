"""Up to which frequency speech arrives: what a hands-free headset or a telephone codec cuts off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk

BANDS_PER_OCTAVE = 6
LOWEST_HZ = 1000.0
OVER_NOISE = 4.0  # 6 dB
UNDER_SPEECH = 10.0**-7.0  # of all speech power, per band: what a codec or converter leaves behind
CLIFF = 10.0**-2.5  # −25 dB against half an octave below: not a voice's own slope
GOES_ON = 10.0**-1.2  # −12 dB: half an octave of a voice's own slope, and some
LEAST_SPEECH = 150  # frames, 5 s
LEAST_PAUSE = 15
MOST_PAUSES = 1000  # frames, half a minute: enough for a median


class Bandwidth:
    """The upper edge in kHz of the highest sixth of an octave where speech stands 6 dB above the
    pauses and no cliff lies below it. Our own, validated in tests/app/test_sound_levels.py.
    """

    ids: ClassVar[tuple[str, ...]] = ("sound.bandwidth",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, _channels: int) -> None:
        length = int(rate * 0.032)
        self._window = np.hanning(length).astype(np.float32)
        frequencies = np.fft.rfftfreq(length, 1.0 / rate)
        self._edges = _edges(rate)
        self._bins = np.searchsorted(frequencies, self._edges)
        self._speech = np.zeros(len(self._edges) - 1)
        self._speech_frames = 0
        self._pauses: list[NDArray[np.float64]] = []

    def hear(self, chunk: Chunk) -> None:
        """Add the bands of the frames that are speech, keep those of the pauses."""
        voice = chunk.voice
        talking, pausing = voice.talking, voice.pausing
        if talking.any():
            self._speech += self._bands(voice.samples[talking]).sum(axis=0)
            self._speech_frames += int(talking.sum())
        if pausing.any() and len(self._pauses) < MOST_PAUSES:
            self._pauses += list(self._bands(voice.samples[pausing]))

    def readings(self) -> Iterable[Reading]:
        """Return the bandwidth once there is 5 s of speech."""
        if self._speech_frames < LEAST_SPEECH:
            why = text("Less than {need:.0f} s of speech were heard", need=LEAST_SPEECH * 0.032)
            yield Reading(self.ids[0], None, why=why)
            return
        bands = self._speech / self._speech_frames
        noise = np.zeros_like(bands)
        if len(self._pauses) >= LEAST_PAUSE:
            # The median: the first hiss of a word comes before the detector is sure of speech.
            noise = np.median(self._pauses, axis=0)
        top = highest_band(bands, noise)
        value = float(self._edges[top + 1]) / 1000.0
        # Half a band either way.
        error = value * (2.0 ** (0.5 / BANDS_PER_OCTAVE) - 1.0)
        covered = text("Noise hides what speech there is above {x:.1f} kHz", x=value)
        details: dict[str, float | str] = {"speech_seconds": 0.032 * self._speech_frames}
        yield Reading(
            self.ids[0], value, error, covered if hidden(bands, noise, top) else None, details
        )

    def _bands(self, frames: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the energy of each frame in each band, (frames, bands)."""
        energy = np.square(np.abs(np.fft.rfft(frames * self._window, axis=1)))
        sums = np.cumsum(np.pad(energy, ((0, 0), (1, 0))), axis=1)
        return np.asarray(sums[:, self._bins[1:]] - sums[:, self._bins[:-1]], np.float64)


def highest_band(speech: NDArray[np.float64], noise: NDArray[np.float64]) -> int:
    """Return the number of the highest band that carries speech, going up without a gap of two."""
    floor = max(float(speech.max()) * UNDER_SPEECH, 1e-30)
    top, missing = 0, 0
    for band in range(len(speech)):
        below = float(speech[max(0, band - BANDS_PER_OCTAVE // 2) : band + 1].max())
        carries = speech[band] > max(OVER_NOISE * noise[band], floor, CLIFF * below)
        top, missing = (band, 0) if carries else (top, missing + 1)
        if missing > 2:
            break
    return top


def hidden(speech: NDArray[np.float64], noise: NDArray[np.float64], top: int) -> bool:
    """Return whether noise would cover a voice that goes on as voices do above band `top`."""
    if top + 1 >= len(speech):
        return False
    below = float(speech[max(0, top - BANDS_PER_OCTAVE // 2) : top + 1].max())
    return bool(GOES_ON * below < OVER_NOISE * noise[top + 1])


def _edges(rate: int) -> NDArray[np.float64]:
    """Return the band edges from 1 kHz up to what the sample rate can carry, at most 20 kHz."""
    highest = min(20_000.0, 0.5 * rate)
    count = int(np.floor(BANDS_PER_OCTAVE * np.log2(highest / LOWEST_HZ)))
    edges = LOWEST_HZ * 2.0 ** (np.arange(count + 1) / BANDS_PER_OCTAVE)
    return np.append(edges, highest) if highest / edges[-1] > 1.03 else edges
