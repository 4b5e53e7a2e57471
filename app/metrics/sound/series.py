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
    """Pushes that wait to be worked on together: a call costs more than the sums in it.

    The samples are kept, not copied; whoever pushes them must not write to them again.
    """

    def __init__(self, enough: int) -> None:
        self._enough = enough
        self._pushes: list[NDArray[Any]] = []
        self._size = 0
        self.counted = True

    def must_work_before(self, *, counted: bool) -> bool:
        """Return whether what waits must be worked on before a push of this kind is added."""
        return bool(self._pushes) and counted is not self.counted

    def add(self, samples: NDArray[Any], *, counted: bool) -> bool:
        """Keep (n, channels) `samples`; return whether enough waits now."""
        self._pushes.append(samples)
        self._size += len(samples)
        self.counted = counted
        return self._size >= self._enough

    def take(self) -> NDArray[np.float32] | None:
        """Return all that waits as contiguous (channels, n), None when there is nothing."""
        if not self._size:
            self._pushes.clear()
            return None
        joined = np.concatenate(self._pushes) if len(self._pushes) > 1 else self._pushes[0]
        self._pushes.clear()
        self._size = 0
        return np.ascontiguousarray(joined.T, dtype=np.float32)
