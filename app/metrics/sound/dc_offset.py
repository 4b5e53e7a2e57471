"""A constant that an interface adds to every sample."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.core.words import text
from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.sound.chunk import Chunk
from app.metrics.sound.series import Series

WINDOW_SECONDS = 5.0


class DcOffset:
    """The median of the 5 s means of the worst channel, in % of full scale."""

    ids: ClassVar[tuple[str, ...]] = ("sound.dc_offset",)
    needs: ClassVar[Act | None] = None

    def __init__(self, rate: int, channels: int) -> None:
        self._window = int(rate * WINDOW_SECONDS)
        self._sum = np.zeros(channels)
        self._size = 0
        self._means = [Series() for _ in range(channels)]

    def hear(self, chunk: Chunk) -> None:
        """Add up; close a window when it is full."""
        self._sum += chunk.samples.sum(axis=0, dtype=np.float64)
        self._size += len(chunk.samples)
        if self._size >= self._window:
            for series, mean in zip(self._means, self._sum / self._size, strict=True):
                series.extend(np.array([mean]))
            self._sum, self._size = np.zeros_like(self._sum), 0

    def readings(self) -> Iterable[Reading]:
        """Return the offset once a window was full."""
        if not len(self._means[0]):
            why = text("Less than {need:.0f} s were heard", need=WINDOW_SECONDS)
            yield Reading(self.ids[0], None, why=why)
            return
        offsets = [float(np.median(series.all)) for series in self._means]
        worst = max(range(len(offsets)), key=lambda i: abs(offsets[i]))
        details: dict[str, float | str] = {
            "signed_percent": 100.0 * offsets[worst],
            "channel": float(worst + 1),
        }
        yield Reading(self.ids[0], 100.0 * abs(offsets[worst]), details=details)
