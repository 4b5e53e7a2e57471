"""How loud somebody speaks, how much that moves, and where they shout; over speech alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy
from numpy.typing import NDArray

from app.metrics.signals import Floats
from app.metrics.sound.chunk import FRAME_SECONDS, SPEECH
from app.metrics.sound.loudness import lufs
from app.metrics.speech.activity import Span
from app.metrics.speech.frames import STEP_SECONDS, Frames

Doubles = NDArray[np.float64]

SHORTTERM = 3.0
LEAST_TALKED = 1.0  # seconds of speech that a window of 3 s must hold
LEAST_DRIFT = 60.0  # seconds before a slope is worth a number
SHOUT_DB, SHOUT_ST, SHOUT_ALPHA_DB, SHOUT_SECONDS = 9.0, 6.0, 5.0, 2.0
SMOOTH_STEPS = 15.0  # 150 ms: a syllable, whose dips are no end of a shout


@dataclass(frozen=True, slots=True)
class Level:
    """LUFS of speech; P90 − P10 in dB and the slope in dB a minute of its short-term loudness.

    `curve` is (seconds, LUFS) every second of 3 s of speech.
    """

    lufs: float | None
    dynamics_db: float | None
    drift_db_per_min: float | None
    curve: tuple[tuple[float, float], ...]


def level_of(k_power: Doubles, speech: Floats) -> Level:
    """Return the level from K-weighted powers and the probability of speech, every 32 ms."""
    talking = speech > SPEECH
    if not talking.any():
        return Level(None, None, None, ())
    curve = []
    width, hop = round(SHORTTERM / FRAME_SECONDS), 1.0 / FRAME_SECONDS
    for number in range(int(max(len(speech) - width, 0) / hop) + 1):
        first = round(number * hop)
        window = talking[first : first + width]
        if window.sum() * FRAME_SECONDS >= LEAST_TALKED:
            loud = lufs(float(k_power[first : first + width][window].mean()))
            if loud is not None:
                curve.append((number + SHORTTERM / 2, loud))
    levels = np.array([one[1] for one in curve])
    dynamics = drift = None
    if len(levels) >= 10:
        low, high = np.percentile(levels, (10.0, 90.0))
        dynamics = float(high - low)
    if len(levels) and curve[-1][0] - curve[0][0] >= LEAST_DRIFT:
        drift = 60.0 * float(np.polyfit([one[0] for one in curve], levels, 1)[0])
    return Level(lufs(float(k_power[talking].mean())), dynamics, drift, tuple(curve))


def shouts(frames: Frames, track: Doubles) -> tuple[Span, ...]:
    """Return where level, pitch and balance all lie far above the voice's own medians for 2 s.

    One alone is no shout: a nearer microphone is louder, a question is higher.
    """
    voiced = track > 0.0
    if not voiced.any():
        return ()
    power = scipy.ndimage.gaussian_filter1d(frames.low + frames.high, SMOOTH_STEPS)
    loud = 10.0 * np.log10(np.maximum(power, 1e-12))
    alpha = 10.0 * np.log10(np.maximum(frames.high, 1e-12) / np.maximum(frames.low, 1e-12))
    tone = 12.0 * np.log2(np.maximum(track, 1.0))
    high = voiced.copy()
    for row, limit in ((loud, SHOUT_DB), (tone, SHOUT_ST), (alpha, SHOUT_ALPHA_DB)):
        high &= row > float(np.median(row[voiced])) + limit
    width = round(SHOUT_SECONDS / STEP_SECONDS)
    if len(high) < width:
        return ()
    # Consonants and short pauses may lie between: of the voiced steps in 2 s most must be high.
    voices = np.convolve(voiced, np.ones(width), "valid")
    highs = np.convolve(high, np.ones(width), "valid")
    shouted = (highs > 0.7 * voices) & (voices > 0.4 * width)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], shouted.astype(np.int8), [0]))))
    spans: list[Span] = []
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        start, end = first * STEP_SECONDS, last * STEP_SECONDS + SHOUT_SECONDS
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)
