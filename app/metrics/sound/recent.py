"""The last seconds of one channel, found again by sample number."""

from __future__ import annotations

import numpy as np

from app.metrics.signals import Floats


class Recent:
    """Keeps at least the newest `size` samples of a stream."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: Floats = np.zeros(0, np.float32)
        self._first = 0

    @property
    def end(self) -> int:
        """Return how many samples the stream has had."""
        return self._first + len(self._kept)

    def extend(self, samples: Floats) -> None:
        """Append `samples`; forget the oldest once there are twice as many as asked for."""
        self._kept = np.concatenate((self._kept, samples))
        if len(self._kept) > 2 * self._size:
            drop = len(self._kept) - self._size
            self._kept, self._first = self._kept[drop:], self._first + drop

    def between(self, start: int, end: int) -> Floats:
        """Return a copy of the samples from number `start` up to `end`, as far as they are kept."""
        return self._kept[max(0, start - self._first) : max(0, end - self._first)].copy()
