"""How fast the loudness meter is: against pyloudnorm and against real time, in one run.

Ours gives I, LRA, M, S and true peak, fed 100 ms at a time; pyloudnorm gives I alone, of the whole
minute at once. Both get the same float32 samples, as they come from devices and decoders; what
pyloudnorm takes when they were made float64 before the clock starts is printed beside it. Exits with
1 when ours is not twice as fast on the same samples, or not 100 times real time.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from app.metrics.sound.loudness import LoudnessMeter
from app.metrics.sound.true_peak import TruePeakMeter

RATE, SECONDS, PUSH = 48000, 60, 4800
RUNS = 9
LEAST_RATIO, LEAST_REAL_TIME = 2.0, 100.0


def minute() -> NDArray[np.float32]:
    """Return a minute of stereo with the crest and the pauses of speech: shaped noise in syllables."""
    rng = np.random.default_rng(7)
    n = np.arange(RATE * SECONDS)
    syllables = np.clip(np.sin(2.0 * np.pi * 4.0 * n / RATE), 0.0, None) ** 2
    words = np.sin(2.0 * np.pi * 0.4 * n / RATE) > -0.6
    noise = rng.laplace(size=(len(n), 2))
    voice = noise + 0.9 * np.roll(noise, 1, axis=0)
    return (0.04 * voice * (syllables * words + 0.002)[:, None]).astype(np.float32)


def ours(samples: NDArray[np.float32]) -> float | None:
    """Return I, having measured everything else as well."""
    loudness, peak = LoudnessMeter(RATE, 2), TruePeakMeter(RATE, 2)
    for start in range(0, len(samples), PUSH):
        block = np.asfortranarray(samples[start : start + PUSH])  # as Listening hands it over
        loudness.push(block)
        peak.push(block)
    assert peak.highest.max() > 0.0
    return loudness.read().integrated


def theirs(samples: NDArray[np.floating]) -> float:
    """Return pyloudnorm's I."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pyloudnorm

        return float(pyloudnorm.Meter(RATE).integrated_loudness(samples))


def fastest(*works: Callable[[], object]) -> list[float]:
    """Return each one's seconds of processor time in its fastest run, taken in turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, taken in zip(works, times, strict=True):
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]


def main() -> int:
    """Print the two ratios; return 1 when one misses its limit."""
    single = minute()
    double = single.astype(np.float64)
    mine, other, converted = fastest(
        lambda: ours(single), lambda: theirs(single), lambda: theirs(double)
    )
    ratio, real_time = other / mine, SECONDS / mine
    print(f"integrated     ours {ours(single):.2f} LUFS, pyloudnorm {theirs(single):.2f} LUFS")
    print(f"one minute     ours {1000 * mine:.1f} ms (I, LRA, M, S, true peak; 100 ms pushes)")
    print(f"               pyloudnorm {1000 * other:.1f} ms (I alone, offline)")
    print(f"               {1000 * converted:.1f} ms when converted to float64 before")
    print(
        f"ratio          {ratio:.2f}x pyloudnorm (limit {LEAST_RATIO:.0f}x); "
        f"{converted / mine:.2f}x when converted before"
    )
    print(f"real time      {real_time:.0f}x (limit {LEAST_REAL_TIME:.0f}x)")
    return 0 if ratio >= LEAST_RATIO and real_time >= LEAST_REAL_TIME else 1


if __name__ == "__main__":
    sys.exit(main())
