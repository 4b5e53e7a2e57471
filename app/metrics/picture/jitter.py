"""How unevenly frames come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.core.words import text
from app.metrics.picture.arrivals import STEADY
from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading

SECONDS = 60.0
LEAST_SECONDS = 2.0


class Jitter:
    """The 95th percentile of |interval − period| in milliseconds."""

    ids: ClassVar = ("picture.jitter",)
    turns: ClassVar = frozenset[int]()

    def __init__(self, scene: Scene) -> None:
        self._arrivals = scene.arrivals

    def see(self, look: Look) -> None:
        """Take nothing: arrivals are told apart from pictures."""

    def readings(self) -> Iterable[Reading]:
        """Return ms; details: nominal_ms (the period), share_of_period."""
        period, unsteady = self._arrivals.period(), self._arrivals.unsteadiness()
        at, number = self._arrivals.latest(SECONDS)
        if period is None or unsteady is None or self._arrivals.seconds < LEAST_SECONDS:
            why = text("Fewer than {seconds:.0f} s of pictures so far", seconds=LEAST_SECONDS)
            return [Reading(self.ids[0], None, why=why)]
        steps = np.diff(at)
        due = np.diff(number).astype(np.float64)
        if unsteady <= STEADY:
            # A lost frame is counted as lost, not as jitter, where the two can be told apart.
            due = np.maximum(np.round(steps / period), 1)
        off = float(np.percentile(np.abs(steps - due * period), 95))
        details: dict[str, float | str] = {
            "nominal_ms": 1000 * period,
            "share_of_period": off / period,
        }
        return [Reading(self.ids[0], 1000 * off, details=details)]
