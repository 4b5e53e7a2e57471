"""Syllables counted in sound: peaks of the vowel band that stand out and are voiced.

After N. H. de Jong and T. Wempe, Behavior Research Methods 41, 2009. Slow speech has ripples that are
no syllables and fast speech has syllables that melt together; so the smoothing follows the pace, as a
first count gives it. Ours, validated in tests/bench/speech/RESULTS.md.
"""

from __future__ import annotations

import numpy as np
import scipy
from numpy.typing import NDArray

from app.metrics.speech.frames import STEP_SECONDS, SUB_STEPS, Frames

Doubles = NDArray[np.float64]

SUB_SECONDS = STEP_SECONDS / SUB_STEPS
UNDER_LOUDEST_DB = 25.0  # of the 99th percentile
REACH_SECONDS = 1.0  # within which a peak must stand out
LEAST_VOICING = 0.55
FIRST_SIGMA, FIRST_PROMINENCE_DB = 0.014, 1.5
SIGMA_OF_SPACING = 0.06  # of the distance from syllable to syllable
SIGMAS = (0.010, 0.0125, 0.015, 0.0185, 0.0235, 0.030)  # seconds
PROMINENCE_DB = 1.0
LOCAL_SECONDS = 10.0
LONGEST_SPACING = 1.0  # what is further apart is parted by a pause


def nuclei(frames: Frames) -> Doubles:
    """Return the times of the syllables in seconds."""
    if not len(frames.band):
        return np.zeros(0)
    voicing = scipy.ndimage.maximum_filter1d(frames.voicing, 3)
    first = _peaks(frames, voicing, FIRST_SIGMA, FIRST_PROMINENCE_DB)
    spacing = _spacing(first)
    if spacing is None:
        return first
    found = []
    wanted = np.abs(np.log(SIGMA_OF_SPACING * spacing[1][:, None] / np.array(SIGMAS))).argmin(
        axis=1
    )
    for number, sigma in enumerate(SIGMAS):
        if (wanted == number).any():
            peaks = _peaks(frames, voicing, sigma, PROMINENCE_DB)
            near = np.abs(peaks[:, None] - spacing[0][None, :]).argmin(axis=1)
            found.append(peaks[wanted[near] == number])
    return np.sort(np.concatenate(found))


def _spacing(times: Doubles) -> tuple[Doubles, Doubles] | None:
    """Return places 5 s apart and the median distance of syllables around each."""
    gaps = np.diff(times)
    near = gaps < LONGEST_SPACING
    if near.sum() < 3:
        return None
    gaps, at = gaps[near], times[:-1][near]
    places = np.arange(0.0, times[-1] + LOCAL_SECONDS, LOCAL_SECONDS / 2.0)
    whole = float(np.median(gaps))
    local = []
    for place in places:
        around = gaps[np.abs(at - place) <= LOCAL_SECONDS]
        local.append(float(np.median(around)) if len(around) >= 20 else whole)
    return places, np.array(local)


def _peaks(frames: Frames, voicing: Doubles, sigma: float, prominence: float) -> Doubles:
    smooth = scipy.ndimage.gaussian_filter1d(frames.band, sigma / SUB_SECONDS, mode="constant")
    level = 10.0 * np.log10(np.maximum(smooth, 1e-12))
    floor = float(np.percentile(level, 99)) - UNDER_LOUDEST_DB
    wide = round(REACH_SECONDS / SUB_SECONDS) + 1
    peaks, _ = scipy.signal.find_peaks(level, height=floor, prominence=prominence, wlen=wide)
    voiced = voicing[np.minimum(peaks // SUB_STEPS, len(voicing) - 1)] >= LEAST_VOICING
    return np.asarray(peaks[voiced] * SUB_SECONDS, np.float64)
