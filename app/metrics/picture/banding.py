"""Bands that roll through the picture: light that flickers with the mains under a short shutter."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from app.core.words import Text, text
from app.metrics.picture.look import Look
from app.metrics.picture.scene import EVERY, Scene
from app.metrics.reading import Reading
from app.metrics.signals import Floats

SECONDS = 5.0
MOST = 300
LEAST_FRAMES = 30
CYCLES = (0.8, 12.0)  # bands in the height of a picture
PROMINENCE = 6.0  # a camera pan reaches 2.5, bands 9 and more (measured)
COHERENCE = 0.5
MAINS = (50.0, 60.0)
PAD = 3
FINE = 60  # rows are enough for twelve bands


class Banding:
    """Modulation of the rows by bands that move evenly from frame to frame.

    The logarithm of the row means, less its median over time, is searched for one spatial frequency
    whose phase advances at one rate. Bands stand still where twice the mains is a multiple of the
    frame rate; they are then the same as the set itself, and "cannot tell" is the answer.
    """

    ids: ClassVar = ("picture.banding",)
    turns: ClassVar = EVERY

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._rows: deque[tuple[float, Floats]] = deque(maxlen=MOST)

    def see(self, look: Look) -> None:
        """Keep the row means of the last five seconds."""
        rows = np.asarray(cv2.reduce(look.small, 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F), np.float32)[
            :, 0
        ]
        if self._rows and (len(self._rows[-1][1]) != len(rows) or look.at <= self._rows[-1][0]):
            self._rows.clear()
        self._rows.append((look.at, rows))
        while self._rows[0][0] < look.at - SECONDS:
            self._rows.popleft()

    def readings(self) -> Iterable[Reading]:
        """Return per cent; details: raw_percent, prominence, coherence, bands, mains_hz, shutter_s."""
        if len(self._rows) < LEAST_FRAMES or len(self._rows[0][1]) < 32:
            why = self._scene.no_picture()
            if self._rows:
                why = text("Fewer than {frames} pictures so far.", frames=LEAST_FRAMES)
            return [Reading(self.ids[0], None, why=why)]
        if self._scene.black:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        at = np.array([at for at, _ in self._rows])
        details = bands(at, np.stack([rows for _, rows in self._rows]))
        found = details["prominence"] >= PROMINENCE and details["coherence"] >= COHERENCE
        fps = (len(at) - 1) / float(at[-1] - at[0])
        if found:
            mains = _mains(details["hz"], fps, self._scene.mains_hz)
            more: dict[str, float | str] = {**details, "mains_hz": mains, "shutter_s": 0.5 / mains}
            return [Reading(self.ids[0], details["raw_percent"], details=more)]
        why_not = self._blind(fps, float(at[-1] - at[0]))
        return [Reading(self.ids[0], 0.0, why=why_not, details={**details})]

    def _blind(self, fps: float, seconds: float) -> Text | None:
        """Return why bands could be there unseen: they moved less than half a band."""
        possible = MAINS if self._scene.mains_hz is None else (self._scene.mains_hz,)
        blind = [mains for mains in possible if _beat(mains, fps) * seconds < 0.5]
        if not blind:
            return None
        return text(
            "Cannot tell: at {fps:.2f} frames a second, bands from {mains:.0f} Hz mains stand still.",
            fps=fps,
            mains=blind[0],
        )


def bands(at: NDArray[np.float64], rows: Floats) -> dict[str, float]:
    """Return raw_percent, prominence, coherence, bands and hz of the strongest band in (t, rows)."""
    profile = np.log(np.maximum(rows.astype(np.float64), 1.0))
    profile -= np.median(profile, axis=0)
    if profile.shape[1] >= 3 * FINE:
        profile = profile[:, : profile.shape[1] // 2 * 2].reshape(len(at), -1, 2).mean(axis=2)
    count = profile.shape[1]
    ramp = np.linspace(-1, 1, count)
    profile -= profile.mean(axis=1, keepdims=True)
    profile -= np.outer(profile @ ramp / (ramp @ ramp), ramp)
    window = np.hanning(count)
    spectrum = np.fft.rfft(profile * window, PAD * count, axis=1)
    spectrum *= 2 / window.sum()
    low, high = int(np.ceil(CYCLES[0] * PAD)), int(CYCLES[1] * PAD)
    spectrum = spectrum[:, low : high + 1]
    strength = np.sqrt((np.abs(spectrum) ** 2).mean(axis=0))
    best = int(np.argmax(strength))
    coherence, hz = _rolling(at, spectrum[:, best])
    return {
        "raw_percent": 100 * float(strength[best]),
        "prominence": float(strength[best] / max(float(np.median(strength)), 1e-9)),
        "coherence": coherence,
        "bands": (low + best) / PAD,
        "hz": hz,
    }


def _rolling(at: NDArray[np.float64], wave: NDArray[np.complex128]) -> tuple[float, float]:
    """Return how much of `wave` turns at one rate, and that rate in Hz."""
    seconds = float(at[-1] - at[0])
    fps = (len(at) - 1) / seconds
    rates = np.arange(-fps / 2, fps / 2, 0.5 / seconds)
    sums = np.abs(np.exp(-2j * np.pi * np.outer(rates, at - at[0])) @ wave)
    best = int(np.argmax(sums))
    return float(sums[best] / max(float(np.abs(wave).sum()), 1e-12)), float(abs(rates[best]))


def _beat(mains: float, fps: float) -> float:
    """Return how often a second bands of light at twice the mains pass a row: the aliased rate."""
    return abs(2 * mains - round(2 * mains / fps) * fps)


def _mains(hz: float, fps: float, known: float | None) -> float:
    if known is not None:
        return known
    return min(MAINS, key=lambda mains: abs(_beat(mains, fps) - hz))
