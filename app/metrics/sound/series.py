"""Growing arrays and waiting pushes: what lets a meter work in few calls of numpy."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


class Series:
    """Numbers that arrive in runs and are read as one array."""

    def __init__(self, kind: type = np.float64) -> None:
        self._room: NDArray[Any] = np.empty(1024, kind)
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def extend(self, numbers: NDArray[Any]) -> None:
        """Append `numbers`, doubling the room when it is full."""
        end = self._size + len(numbers)
        if end > len(self._room):
            room: NDArray[Any] = np.empty(max(2 * len(self._room), end), self._room.dtype)
            room[: self._size] = self._room[: self._size]
            self._room = room
        self._room[self._size : end] = numbers
        self._size = end

    @property
    def all(self) -> NDArray[Any]:
        """Return every number so far, without a copy."""
        return self._room[: self._size]


class Waiting:
    """Pushes that wait to be worked on together, because a call costs more than the sums in it."""

    def __init__(self, channels: int, enough: int) -> None:
        self._enough = enough
        self._room: NDArray[np.float32] = np.empty((channels, enough), np.float32)
        self._size = 0
        self.counted = True

    def must_work_before(self, *, counted: bool) -> bool:
        """Return whether what waits must be worked on before a push of this kind is added."""
        return self._size > 0 and counted is not self.counted

    def add(self, samples: NDArray[Any], *, counted: bool) -> bool:
        """Copy (n, channels) `samples`; return whether enough waits now."""
        end = self._size + len(samples)
        if end > self._room.shape[1]:
            room = np.empty((len(self._room), end + self._enough), np.float32)
            room[:, : self._size] = self._room[:, : self._size]
            self._room = room
        self._room[:, self._size : end] = samples.T
        self._size = end
        self.counted = counted
        return end >= self._enough

    def take(self) -> NDArray[np.float32]:
        """Return all that waits as (channels, n), to be used before the next `add`."""
        size, self._size = self._size, 0
        return self._room[:, :size]
