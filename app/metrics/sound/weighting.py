"""The K and A weightings at any sample rate, from their analogue prototypes."""

from __future__ import annotations

from math import pi, tan
from typing import Any

import numpy as np
import scipy
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

# The analogue prototypes behind BS.1770-5 annex 1 tables 1 and 2: bilinear transform at 48 kHz gives
# the standard's coefficients (found by B. De Man, "Evaluation of implementations of the EBU R128
# loudness measurement", AES 145, 2018).
SHELF_HZ, SHELF_Q, SHELF_DB = 1681.974450955533, 0.7071752369554196, 3.999843853973347
HIGHPASS_HZ, HIGHPASS_Q = 38.13547087602444, 0.5003270373238773
STANDARD_RATE = 48000

# IEC 61672-1:2013 annex E: the poles of the A weighting, in Hz.
A_POLES_HZ = (20.598997, 20.598997, 107.65265, 737.86223, 12194.217, 12194.217)


def k_weighting(rate: int) -> Doubles:
    """Return the K weighting of ITU-R BS.1770-5 annex 1 at `rate` as (2, 6) second-order sections."""
    k, high = tan(pi * SHELF_HZ / rate), 10.0 ** (SHELF_DB / 20.0)
    mid = high**0.4996667741545416
    a0 = 1.0 + k / SHELF_Q + k * k
    shelf = (
        (high + mid * k / SHELF_Q + k * k) / a0,
        2.0 * (k * k - high) / a0,
        (high - mid * k / SHELF_Q + k * k) / a0,
        1.0,
        2.0 * (k * k - 1.0) / a0,
        (1.0 - k / SHELF_Q + k * k) / a0,
    )
    k = tan(pi * HIGHPASS_HZ / rate)
    a0 = _highpass_norm(rate)
    # The standard's numerator is 1, −2, 1 at 48 kHz; elsewhere the gain of 48 kHz is kept.
    gain = _highpass_norm(STANDARD_RATE) / a0
    highpass = (
        gain,
        -2.0 * gain,
        gain,
        1.0,
        2.0 * (k * k - 1.0) / a0,
        (1.0 - k / HIGHPASS_Q + k * k) / a0,
    )
    return np.array([shelf, highpass])


def a_weighting(rate: int) -> Doubles:
    """Return the A weighting of IEC 61672-1 at `rate` as second-order sections, 0 dB at 1 kHz.

    By the bilinear transform: within the standard's class 1 limits up to 16 kHz at 48 kHz.
    """
    poles = -2.0 * pi * np.array(A_POLES_HZ)
    zeros, poles, gain = scipy.signal.bilinear_zpk(np.zeros(4), poles, 1.0, rate)
    _, at_1k = scipy.signal.freqz_zpk(zeros, poles, gain, worN=[1000.0], fs=rate)
    sections: Doubles = scipy.signal.zpk2sos(zeros, poles, gain / abs(at_1k[0]))
    return sections


def channel_weights(channels: int) -> Doubles:
    """Return the weights G of BS.1770-5 annex 1 table 3 (annex 3 from 7.1 on), in WAVE order.

    LFE counts 0, channels at 60° to 120° to the side 1.41, all others 1.
    """
    side = 1.41
    known = {
        4: (1.0, 1.0, side, side),
        5: (1.0, 1.0, 1.0, side, side),
        6: (1.0, 1.0, 1.0, 0.0, side, side),
        8: (1.0, 1.0, 1.0, 0.0, 1.0, 1.0, side, side),
    }
    return np.array(known.get(channels, (1.0,) * channels))


class Filter:
    """A filter over a stream of (channels, n) samples that remembers where it stopped."""

    def __init__(self, sections: Doubles, channels: int) -> None:
        # One recursion for all sections: what a filter costs is the wait for the sample before, not
        # the order. Rounding stays under −110 dB of the signal up to 192 kHz (tested).
        numerator, denominator = np.ones(1), np.ones(1)
        for section in sections:
            numerator = np.polymul(numerator, section[:3])
            denominator = np.polymul(denominator, section[3:])
        self._b, self._a = numerator, denominator
        self._state: Doubles = np.zeros((channels, len(denominator) - 1))

    def __call__(self, samples: NDArray[Any]) -> Doubles:
        """Return `samples` (channels, n) filtered."""
        filtered: Doubles
        filtered, self._state = scipy.signal.lfilter(
            self._b, self._a, samples, axis=-1, zi=self._state
        )
        # Digital silence lets the state sink into denormal numbers, which cost a hundred times more.
        self._state[np.abs(self._state) < 1e-40] = 0.0
        return filtered


def _highpass_norm(rate: int) -> float:
    k = tan(pi * HIGHPASS_HZ / rate)
    return 1.0 + k / HIGHPASS_Q + k * k
