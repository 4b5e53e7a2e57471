"""When frames came: the one list that frame rate, lost frames and jitter are read from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

USUAL_FPS = (5.0, 10.0, 12.5, 15.0, 20.0, 24.0, 25.0, 30.0, 48.0, 50.0, 60.0, 90.0, 100.0, 120.0)
ROOM = 36_000  # ten minutes at 60 fps
GONE_SECONDS = 2.0  # a longer pause is a source that went away, and that is said elsewhere
STEADY = 0.09  # share of the period; rounding intervals is exact up to 3 ms in 33 (measured)


class Arrivals:
    """Times and numbers of delivered frames; a clock that jumps, or a long pause, starts afresh."""

    def __init__(self, nominal_fps: float | None) -> None:
        self.given_fps = nominal_fps if nominal_fps and nominal_fps > 0 else None
        self._at = np.empty(ROOM, np.float64)
        self._number = np.empty(ROOM, np.int64)
        self._n = 0

    def add(self, at: float, number: int) -> None:
        """Take one arrival in seconds; a number already known is ignored."""
        if self._n:
            last_at, last_number = self._at[self._n - 1], self._number[self._n - 1]
            if number == last_number:
                return
            if number < last_number or not 0 < at - last_at < GONE_SECONDS:
                self._n = 0
        if self._n == ROOM:
            half = ROOM // 2
            self._at[:half], self._number[:half] = self._at[half:], self._number[half:]
            self._n = half
        self._at[self._n], self._number[self._n] = at, number
        self._n += 1

    def latest(self, seconds: float | None = None) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return times and numbers of the last `seconds` (all, if None) as (n,) arrays."""
        at, number = self._at[: self._n], self._number[: self._n]
        if seconds is None or self._n == 0:
            return at, number
        first = int(np.searchsorted(at, at[-1] - seconds))
        return at[first:], number[first:]

    @property
    def seconds(self) -> float:
        """Return how long the frames kept so far span."""
        return float(self._at[self._n - 1] - self._at[0]) if self._n > 1 else 0.0

    def rate(self, seconds: float | None = None) -> float | None:
        """Return delivered frames a second over the last `seconds`, or None before there are ten."""
        at, number = self.latest(seconds)
        if len(at) < 10:
            return None
        return float((number[-1] - number[0]) / (at[-1] - at[0]))

    def period(self) -> float | None:
        """Return the usual time from one frame to the next: the median of all intervals, in seconds."""
        at, number = self.latest()
        if len(at) < 10:
            return None
        return float(np.median(np.diff(at) / np.diff(number)))

    def nominal_fps(self) -> float | None:
        """Return the rate asked for or, where nobody said, the usual rate nearest to the median."""
        period = self.period()
        if self.given_fps or period is None:
            return self.given_fps
        return min(USUAL_FPS, key=lambda fps: abs(np.log(fps * period)))

    def unsteadiness(self) -> float | None:
        """Return the robust standard deviation of the intervals as a share of the period."""
        period = self.period()
        if period is None:
            return None
        at, number = self.latest()
        off = np.abs(np.diff(at) / np.diff(number) - period)
        return float(1.4826 * np.median(off) / period)
