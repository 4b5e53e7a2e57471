"""Frames a second as delivered, beside the rate the camera was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from app.core.words import text
from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading

SECONDS = 10.0
LEAST_SECONDS = 2.0


class FrameRate:
    """Delivered frames a second over the last 10 s (the share that OBS Studio's statistics judge)."""

    ids: ClassVar = ("picture.frame_rate",)
    turns: ClassVar = frozenset[int]()

    def __init__(self, scene: Scene) -> None:
        self._arrivals = scene.arrivals

    def see(self, look: Look) -> None:
        """Take nothing: arrivals are told apart from pictures."""

    def readings(self) -> Iterable[Reading]:
        """Return fps; details: nominal_fps, share_percent, nominal ("asked for" or "estimated")."""
        rate, nominal = self._arrivals.rate(SECONDS), self._arrivals.nominal_fps()
        if rate is None or nominal is None or self._arrivals.seconds < LEAST_SECONDS:
            why = text("Fewer than {seconds:.0f} s of pictures so far", seconds=LEAST_SECONDS)
            return [Reading(self.ids[0], None, why=why)]
        details: dict[str, float | str] = {
            "nominal_fps": nominal,
            "share_percent": 100 * rate / nominal,
            "nominal": "asked for" if self._arrivals.given_fps else "estimated",
        }
        span = min(SECONDS, self._arrivals.seconds)
        return [Reading(self.ids[0], rate, plus_minus=1 / span, details=details)]
