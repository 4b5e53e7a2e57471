"""The hand-over between threads that keeps only the newest."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class LatestSlot(Generic[T]):
    """Room for one value: a newer one replaces it; `wake` is called only when the slot was empty.

    A signal per frame makes a queue without end when the reader is slower than the camera; a slot
    bounds both memory and age to one frame.
    """

    def __init__(self, wake: Callable[[], None] | None = None) -> None:
        self._lock = threading.Lock()
        self._value: T | None = None
        self._wake = wake

    def put(self, value: T) -> None:
        """Leave `value` for the reader, in place of one it has not taken."""
        with self._lock:
            was_empty = self._value is None
            self._value = value
        if was_empty and self._wake is not None:
            self._wake()

    def take(self) -> T | None:
        """Return the newest value and empty the slot; None where there is nothing new."""
        with self._lock:
            value, self._value = self._value, None
        return value
