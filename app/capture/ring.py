"""The audio ring: a callback writes, a worker reads, and any window is one slice."""

from __future__ import annotations

import threading
from collections import deque

import numpy as np

from app.metrics.signals import Block, Floats


class Ring:
    """The last `seconds` of sound, stored twice so that no window ever wraps.

    One thread writes, one thread reads. `write` copies and never waits for the reader; what the reader
    was too slow for is counted in the `lost` of the next block it gets.
    """

    def __init__(self, rate: int, channels: int, seconds: float = 4.0) -> None:
        self.rate = rate
        self.channels = channels
        self._length = max(int(rate * seconds), 1)
        self._twice: Floats = np.zeros((2 * self._length, channels), np.float32)
        self._written = 0
        self._read = 0
        self._lost_unsaid = 0
        # Where each written run begins: (position, its time, samples lost before it).
        self._runs: deque[tuple[int, float, int]] = deque()
        self._lock = threading.Lock()

    def write(self, block: Block) -> None:
        """Store a copy of `block`, over the oldest samples where there is no room."""
        samples = block.samples[-self._length :]
        skipped = len(block.samples) - len(samples)
        n, at = len(samples), self._written % self._length
        self._put(at, samples)
        with self._lock:
            when = block.at + skipped / self.rate
            self._runs.append((self._written, when, block.lost + skipped))
            self._written += n

    def _put(self, at: int, samples: Floats) -> None:
        n, length = len(samples), self._length
        self._twice[at : at + n] = samples
        head = min(n, length - at)
        self._twice[at + length : at + length + head] = samples[:head]
        if n > head:  # what ran into the second copy belongs to the start of the first
            self._twice[: n - head] = samples[head:]

    @property
    def unread(self) -> int:
        """Return how many samples wait for the reader."""
        with self._lock:
            return min(self._written - self._read, self._length)

    def window(self, samples: int) -> Floats:
        """Return a view of the newest `samples` (n, channels), fewer where fewer were written."""
        with self._lock:
            n = min(samples, self._written, self._length)
            start = (self._written - n) % self._length
        return self._twice[start : start + n]

    def read(self) -> Block | None:
        """Return a copy of what was not read yet, up to the next place where samples were lost."""
        with self._lock:
            self._skip_overwritten()
            if self._read == self._written:
                return None
            position, when, _ = self._runs[0]
            at = when + (self._read - position) / self.rate
            end = self._next_loss()
            lost, self._lost_unsaid = self._lost_unsaid, 0
            start, n = self._read % self._length, end - self._read
            samples = self._twice[start : start + n].copy()
            self._read = end
            self._forget_runs()
        return Block(at, samples, self.rate, lost)

    def _skip_overwritten(self) -> None:
        oldest = self._written - self._length
        if self._read < oldest:
            self._lost_unsaid += oldest - self._read
            self._read = oldest
        self._forget_runs()

    def _forget_runs(self) -> None:
        """Drop the runs that lie before the reader; take over the losses at or before its place."""
        while self._runs and self._runs[0][0] <= self._read:
            position, when, lost = self._runs[0]
            self._lost_unsaid += lost
            self._runs[0] = (position, when, 0)
            if len(self._runs) > 1 and self._runs[1][0] <= self._read:
                self._runs.popleft()
            else:
                break

    def _next_loss(self) -> int:
        for position, _, lost in self._runs:
            if position > self._read and lost:
                return position
        return self._written
