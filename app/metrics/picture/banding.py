"""Bands that roll through the picture: light that flickers with the mains under a short shutter."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from app.core.words import text
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
TOLERANCE_HZ = 0.4  # mains wander by 0.2 %, and so do cameras' clocks
LEAST_TURNS = 2.0  # slower bands cannot be told from a host who sways
PAD = 3
FINE = 60  # rows are enough for twelve bands


class Banding:
    """Modulation of the rows by bands that move evenly from frame to frame.

    The logarithm of the row means, less its median over time, is searched for a wave along the rows
    that advances at the rate at which the camera sees twice the mains; a pan or a nod does not.
    Where that rate is next to nothing the bands stand still like the set itself: "cannot tell".
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
        """Return per cent; details: see `bands`, of the strongest mains."""
        if len(self._rows) < LEAST_FRAMES or len(self._rows[0][1]) < 32:
            why = self._scene.no_picture()
            if self._rows:
                why = text("Fewer than {frames} pictures so far", frames=LEAST_FRAMES)
            return [Reading(self.ids[0], None, why=why)]
        if self._scene.black:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        at = np.array([at for at, _ in self._rows])
        seconds = float(at[-1] - at[0])
        fps = (len(at) - 1) / seconds
        rates = {mains: beat(mains, fps) for mains in self._possible()}
        told = {mains: rate for mains, rate in rates.items() if rate * seconds >= LEAST_TURNS}
        blind = [mains for mains in rates if mains not in told]
        rows = np.stack([rows for _, rows in self._rows])
        found = max((bands(at, rows, *pair) for pair in told.items()), key=_amount, default=None)
        details: dict[str, float | str] = {**found} if found else {}
        if found is not None and is_band(found):
            return [Reading(self.ids[0], found["raw_percent"], details=details)]
        why_not = None
        if blind:
            why_not = text(
                "Cannot tell: at {fps:.2f} frames a second, bands from {mains:.0f} Hz mains stand still",
                fps=fps,
                mains=blind[0],
            )
        return [Reading(self.ids[0], 0.0, why=why_not, details=details)]

    def _possible(self) -> tuple[float, ...]:
        return MAINS if self._scene.mains_hz is None else (self._scene.mains_hz,)


def is_band(found: dict[str, float]) -> bool:
    """Return whether what `bands` found stands out as bands do."""
    return found["prominence"] >= PROMINENCE and found["coherence"] >= COHERENCE


def bands(at: NDArray[np.float64], rows: Floats, mains: float, rate: float) -> dict[str, float]:
    """Return the strongest wave in (t, rows) that advances at `rate` Hz, either way.

    Keys: raw_percent (its modulation), prominence, coherence, bands (in the picture's height),
    mains_hz, shutter_s (the exposure that removes it: half a period of the mains).
    """
    spectrum = _spectrum(rows)
    seconds = float(at[-1] - at[0])
    near = np.arange(-TOLERANCE_HZ, TOLERANCE_HZ + 1e-9, 0.25 / seconds)
    rates = np.concatenate([near + rate, near - rate])
    turned = np.exp(-2j * np.pi * np.outer(rates, at - at[0])) @ spectrum / len(at)
    size = np.abs(turned)
    which, best = np.unravel_index(int(np.argmax(size)), size.shape)
    peak = float(size[which, best])
    return {
        "raw_percent": 100 * peak,
        "prominence": peak / max(float(np.median(size[which])), 1e-9),
        "coherence": peak / max(float(np.abs(spectrum[:, best]).mean()), 1e-9),
        "bands": (int(np.ceil(CYCLES[0] * PAD)) + int(best)) / PAD,
        "mains_hz": mains,
        "shutter_s": 0.5 / mains,
    }


def beat(mains: float, fps: float) -> float:
    """Return the rate in Hz at which a camera sees light at twice the mains advance: the alias."""
    return abs(2 * mains - round(2 * mains / fps) * fps)


def _amount(found: dict[str, float]) -> tuple[bool, float]:
    return is_band(found), found["raw_percent"]


def _spectrum(rows: Floats) -> NDArray[np.complex128]:
    """Return (t, frequencies) amplitudes along the rows, without what stands still or slopes."""
    profile = np.log(np.maximum(rows.astype(np.float64), 1.0))
    profile -= np.median(profile, axis=0)
    if profile.shape[1] >= 3 * FINE:
        even = profile[:, : profile.shape[1] // 2 * 2]
        profile = even.reshape(len(profile), -1, 2).mean(axis=2)
    count = profile.shape[1]
    ramp = np.linspace(-1, 1, count)
    profile -= profile.mean(axis=1, keepdims=True)
    profile -= np.outer(profile @ ramp / (ramp @ ramp), ramp)
    window = np.hanning(count)
    spectrum = np.fft.rfft(profile * window, PAD * count, axis=1) * (2 / window.sum())
    low, high = int(np.ceil(CYCLES[0] * PAD)), int(CYCLES[1] * PAD)
    return np.asarray(spectrum[:, low : high + 1], np.complex128)
