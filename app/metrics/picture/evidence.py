"""Samples of one quantity over time, and the robust summary that a reading states."""

from __future__ import annotations

from array import array
from bisect import bisect_left

import numpy as np

ENOUGH = 3
MOST = 20_000


class Evidence:
    """Samples with their times; those older than the window before the newest are forgotten."""

    def __init__(self, window: float | None) -> None:
        self._window = window
        # Plain arrays: half an hour of all measures is 6 MB, and was 42 MB as tuples of numbers.
        self._times, self._values = array("d"), array("d")

    def add(self, at: float, value: float) -> None:
        """Take one sample; a clock that jumped back starts a new collection, a NaN is ignored."""
        if not np.isfinite(value):
            return
        if self._times and at < self._times[-1]:
            self.clear()
        self._times.append(at)
        self._values.append(value)
        old = max(len(self._times) - MOST, 0)
        if self._window is not None:
            old = max(old, bisect_left(self._times, at - self._window))
        if old:
            del self._times[:old], self._values[:old]

    def __len__(self) -> int:
        return len(self._values)

    def clear(self) -> None:
        """Forget everything."""
        del self._times[:], self._values[:]

    @property
    def enough(self) -> bool:
        """Return whether there are enough samples for a median to mean something."""
        return len(self._values) >= ENOUGH

    def median(self) -> float | None:
        """Return the median of the samples, or None with fewer than three."""
        return float(np.median(self.values())) if self.enough else None

    def plus_minus(self, systematic: float = 0.0) -> float:
        """Return half the 95 % range of the median, with `systematic` error added in quadrature.

        The median of n normal samples has a standard error of 1.2533 σ/√n; σ is taken from the
        median absolute deviation. Neighbouring frames are not independent: n counts at most 30.
        """
        values = self.values()
        spread = 1.4826 * float(np.median(np.abs(values - np.median(values))))
        random = 1.96 * 1.2533 * spread / np.sqrt(min(len(values), 30))
        return float(np.hypot(random, systematic))

    def values(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Return the samples as (n,) float64."""
        return np.array(self._values, np.float64)
