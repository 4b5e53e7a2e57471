"""What stands beside the voice: the room's answer and sounds that go on in the pauses."""

from __future__ import annotations

import numpy as np
import scipy
from numpy.typing import NDArray

from app.metrics.speech.activity import Span
from app.metrics.speech.frames import STEP_SECONDS, SUB_STEPS, Frames

Doubles = NDArray[np.float64]

LEAST_DECAYS = 15
LEAST_PAUSE_STEPS = 100  # 1 s
BEFORE, AFTER = 0.15, 0.30  # seconds around speech that are not the room's alone
SMOOTH_STEPS = 3.0


def rt60_from_speech(frames: Frames) -> float | None:
    """Return seconds for 60 dB from the fastest fifth of the falls in speech, None with too few.

    A voice stops faster than a room, so the fastest falls are the room's. Ours: 0.3 s reads as
    0.29–0.32 and 0.6 s as 0.50–0.57 (tests/bench/speech/RESULTS.md).
    """
    if len(frames.low) < LEAST_PAUSE_STEPS:
        return None
    smooth = scipy.ndimage.gaussian_filter1d(frames.band, 2.0)[::SUB_STEPS]
    level = 10.0 * np.log10(np.maximum(smooth, 1e-10))
    floor = float(np.percentile(level, 5)) + 5.0
    falling = np.concatenate(([False], np.diff(level) < 0.0, [False]))
    edges = np.flatnonzero(np.diff(falling.astype(np.int8)))
    times = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        fall = level[start : end + 1]
        fall = fall[(fall < fall[0] - 5.0) & (fall > max(fall[0] - 25.0, floor))]
        if len(fall) >= 6 and fall[0] - fall[-1] >= 10.0:
            slope = np.polyfit(np.arange(len(fall)) * STEP_SECONDS, fall, 1)[0]
            times.append(-60.0 / float(slope))
    return float(np.percentile(times, 20)) if len(times) >= LEAST_DECAYS else None


def between(frames: Frames, spans: tuple[Span, ...]) -> NDArray[np.bool_]:
    """Return the steps that hold neither speech nor the room's answer to it."""
    quiet = np.ones(len(frames.low), np.bool_)
    for start, end in spans:
        first = max(0, int((start - BEFORE) / STEP_SECONDS))
        quiet[first : int((end + AFTER) / STEP_SECONDS) + 1] = False
    return quiet


def unsteadiness_db(frames: Frames, spans: tuple[Span, ...]) -> tuple[float, float] | None:
    """Return how far the pauses' level moves and how far it lies under speech, both in dB.

    Noise of a room is steady, music and other people are not. None with less than 1 s of pauses.
    """
    quiet = between(frames, spans)
    if quiet.sum() < LEAST_PAUSE_STEPS or not spans:
        return None
    band = frames.band.reshape(-1, SUB_STEPS).mean(axis=1)
    smooth = scipy.ndimage.gaussian_filter1d(band, SMOOTH_STEPS)
    level = 10.0 * np.log10(np.maximum(smooth, 1e-12))
    low, high = np.percentile(level[quiet], (10.0, 90.0))
    talking = np.zeros(len(quiet), np.bool_)
    for start, end in spans:
        talking[int(start / STEP_SECONDS) : int(end / STEP_SECONDS)] = True
    speech = 10.0 * np.log10(max(float(band[talking].mean()), 1e-12)) if talking.any() else 0.0
    return float(high - low) / 2.563, speech - 10.0 * np.log10(
        max(float(band[quiet].mean()), 1e-12)
    )
