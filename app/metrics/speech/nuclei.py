"""Syllables counted in sound: peaks of the vowel band that stand out and are voiced.

After N. H. de Jong and T. Wempe, Behavior Research Methods 41, 2009, with our own band, smoothing and
limits, validated in tests/bench/speech/RESULTS.md.
"""

from __future__ import annotations

import numpy as np
import scipy
from numpy.typing import NDArray

from app.metrics.speech.frames import STEP_SECONDS, SUB_STEPS, Frames

Doubles = NDArray[np.float64]

UNDER_LOUDEST_DB = 25.0  # of the 99th percentile
PROMINENCE_DB = 1.5  # on both sides
REACH_SECONDS = 0.5  # on each side
LEAST_VOICING = 0.55
SIGMA_SECONDS = 0.016


def nuclei(frames: Frames, talking: NDArray[np.bool_] | None = None, sigma: float = SIGMA_SECONDS, prominence: float = PROMINENCE_DB, voicing_=LEAST_VOICING) -> Doubles:
    sub = STEP_SECONDS / SUB_STEPS
    smooth = scipy.ndimage.gaussian_filter1d(frames.band, sigma / sub, mode="constant")
    level = 10.0 * np.log10(np.maximum(smooth, 1e-12))
    floor = np.percentile(level, 99) - UNDER_LOUDEST_DB
    wide = int(2 * REACH_SECONDS / sub) + 1
    peaks, _ = scipy.signal.find_peaks(level, height=floor, prominence=prominence, wlen=wide)
    voicing = scipy.ndimage.maximum_filter1d(frames.voicing, 3)
    keep = voicing[np.minimum(peaks // SUB_STEPS, len(voicing) - 1)] >= voicing_
    return peaks[keep] * sub
