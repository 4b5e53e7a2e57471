"""A veil over the picture: a smeared lens, or light straight into it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.picture.scopes import histogram
from app.metrics.reading import Reading

VEILED_BLACK = 30.0  # of 255: darkest per cent above it, or there is no veil


class Haze:
    """Michelson contrast (P99 − P1)/(P99 + P1) of the luma."""

    ids: ClassVar = ("picture.haze",)
    turns: ClassVar = frozenset({5})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._black = scene.evidence()
        self._white = scene.evidence()

    def see(self, look: Look) -> None:
        """Take the darkest and the brightest per cent."""
        if look.black:
            return
        counts = np.cumsum(histogram(look.small))
        self._black.add(look.at, float(np.searchsorted(counts, 0.01 * counts[-1])))
        self._white.add(look.at, float(np.searchsorted(counts, 0.99 * counts[-1])))

    def readings(self) -> Iterable[Reading]:
        """Return the contrast; details: p1, p99, judged_ratio (1 where the blacks are black)."""
        low, high = self._black.median(), self._white.median()
        if low is None or high is None:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        contrast = (high - low) / max(high + low, 1.0)
        details: dict[str, float | str] = {
            "p1": low,
            "p99": high,
            "judged_ratio": contrast if low > VEILED_BLACK else 1.0,
        }
        return [Reading(self.ids[0], contrast, details=details)]
