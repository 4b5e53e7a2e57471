"""Frames that the camera should have delivered and did not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.core.words import text
from app.metrics.picture.arrivals import STEADY, Arrivals
from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading

SECONDS = 60.0
LEAST_SECONDS = 2.0


class LostFrames:
    """Share of frames lost, from the device's timestamps; from the count where they jitter."""

    ids: ClassVar = ("picture.lost_frames",)
    turns: ClassVar = frozenset[int]()

    def __init__(self, scene: Scene) -> None:
        self._arrivals = scene.arrivals

    def see(self, look: Look) -> None:
        """Take nothing: arrivals are told apart from pictures."""

    def readings(self) -> Iterable[Reading]:
        """Return per cent lost; details: lost, expected, method ("intervals" or "count")."""
        share = lost_share(self._arrivals)
        if share is None or self._arrivals.seconds < LEAST_SECONDS:
            why = text("Fewer than {seconds:.0f} s of pictures so far", seconds=LEAST_SECONDS)
            return [Reading(self.ids[0], None, why=why)]
        lost, expected, method = share
        details: dict[str, float | str] = {"lost": lost, "expected": expected, "method": method}
        half = 100 / expected if method == "count" else None
        return [Reading(self.ids[0], 100 * lost / expected, plus_minus=half, details=details)]


def lost_share(arrivals: Arrivals) -> tuple[float, float, str] | None:
    """Return (lost, expected, method) of the last minute.

    Intervals rounded to whole periods are exact while the timestamps are steady; at 8 ms of jitter
    in 33 they invent losses (measured), so then frames are counted against the nominal rate.
    """
    period, unsteady = arrivals.period(), arrivals.unsteadiness()
    nominal = arrivals.nominal_fps()
    if period is None or unsteady is None or nominal is None:
        return None
    at, number = arrivals.latest(SECONDS)
    if len(at) < 10:
        return None
    delivered = float(number[-1] - number[0])
    if unsteady <= STEADY:
        steps = np.diff(at) / period
        gaps = np.maximum(np.round(steps) - np.diff(number), 0)
        lost = float(gaps.sum())
        return lost, delivered + lost, "intervals"
    expected = max(float(at[-1] - at[0]) * nominal, delivered)
    return max(expected - delivered - 1, 0.0), expected, "count"
