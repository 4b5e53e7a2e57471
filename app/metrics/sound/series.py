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
    """Pushes that wait to be worked on together, because a call costs more than the sums in it.

    They are kept, not copied: whoever pushes samples must not write to them again.
    """

    def __init__(self, channels: int, enough: int) -> None:
        self._none = np.zeros((channels, 0), np.float32)
        self._enough = enough
        self._rows: list[NDArray[Any]] = []
        self._size = 0
        self.counted = True

    def must_work_before(self, *, counted: bool) -> bool:
        """Return whether what waits must be worked on before a push of this kind is added."""
        return self._size > 0 and counted is not self.counted

    def add(self, samples: NDArray[Any], *, counted: bool) -> bool:
        """Keep (n, channels) `samples`; return whether enough waits now."""
        self._rows.append(samples.T)
        self._size += len(samples)
        self.counted = counted
        return self._size >= self._enough

    def take(self, before: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
        """Return `before` and all that waits as (channels, n); nothing at all when nothing waits."""
        if not self._size:
            return self._none
        rows = self._rows if before is None else [before, *self._rows]
        self._rows, self._size = [], 0
        return np.concatenate(rows, axis=1, dtype=np.float32)
