"""A stream of one channel brought to another sample rate."""

from __future__ import annotations

from math import gcd

import numpy as np
import scipy
from numpy.typing import NDArray

ZEROS = (
    10  # of the sinc on each side: 20 kHz-steep enough for a speech detector, short enough for live
)


class Resampler:
    """Samples at `rate` in, samples at `target` out, delayed by at most `ZEROS` of the slower rate."""

    def __init__(self, rate: int, target: int) -> None:
        common = gcd(rate, target)
        self._up, self._down = target // common, rate // common
        slow = max(self._up, self._down)
        half = ZEROS * slow
        at = np.arange(-half, half + 1) / slow
        taps = np.sinc(0.95 * at) * np.kaiser(2 * half + 1, 7.0)
        self._taps = (taps * self._up / taps.sum()).astype(np.float32)
        self._reach = -(-2 * half // self._up)  # input samples under the taps
        self._kept = np.zeros(0, np.float32)
        self._first = 0  # number of the first kept sample, always a multiple of `down`
        self._made = 0  # samples handed out

    def __call__(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the samples at the target rate that `samples` completed."""
        if self._up == self._down:
            return samples
        self._kept = np.concatenate((self._kept, samples))
        heard = self._first + len(self._kept)
        ready = (heard - 1) * self._up // self._down + 1 if heard else 0
        if ready <= self._made:
            return np.zeros(0, np.float32)
        # upfirdn counts from the first kept sample; sample `first` lies on output first·up/down.
        base = self._first // self._down * self._up
        every = scipy.signal.upfirdn(self._taps, self._kept, self._up, self._down)
        made: NDArray[np.float32] = every[self._made - base : ready - base].astype(np.float32)
        self._made = ready
        needed = (ready * self._down) // self._up - self._reach
        drop = max(0, (needed - self._first) // self._down * self._down)
        self._kept = self._kept[drop:]
        self._first += drop
        return made
