"""Clocks are passed in, so that every test can hold time in its hand."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Time that only goes forward, and the time of day."""

    def now(self) -> float:
        """Return seconds on a clock that never jumps."""
        ...

    def wall(self) -> datetime:
        """Return the time of day in UTC."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def now(self) -> float:
        """Return the monotonic clock in seconds."""
        return time.monotonic()

    def wall(self) -> datetime:
        """Return now in UTC."""
        return datetime.now(UTC)


class ManualClock:
    """A clock that a test moves by hand."""

    def __init__(self, now: float = 0.0, wall: datetime | None = None) -> None:
        self._now = now
        self._wall = wall or datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> float:
        """Return the seconds set so far."""
        return self._now

    def wall(self) -> datetime:
        """Return the wall time set at the start, moved by `advance`."""
        return self._wall + timedelta(seconds=self._now)

    def advance(self, seconds: float) -> None:
        """Move both clocks forward."""
        self._now += seconds
