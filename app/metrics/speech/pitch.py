"""The pitch of the voice, step by step, and how far it moves.

Candidates of the autocorrelation joined by the cheapest path (Boersma 1993), because the strongest one
alone jumps by octaves: one pass gave 14 semitones where the truth was 2.3.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.metrics.speech.frames import CANDIDATES, STEP_SECONDS, Frames

Doubles = NDArray[np.float64]

VOICED = 0.45  # autocorrelation from which a step is better called voiced
OCTAVE_COST = 0.02  # an octave; favours the higher of equal peaks
JUMP_COST = 0.35  # an octave from step to step
VOICE_COST = 0.14  # to begin or end voice
UNDER_LOUDEST_DB = 30.0
LEAST_VOICED_SECONDS = 3.0
_HIGHEST_HZ = 600.0


def pitch_track(frames: Frames) -> Doubles:
    """Return the pitch of every step in Hz, 0 where there is no voice."""
    steps = len(frames.hertz)
    if not steps:
        return np.zeros(0)
    loud: Doubles = 10.0 * np.log10(np.maximum(frames.low, 1e-12))
    audible = loud > float(np.percentile(loud, 99)) - UNDER_LOUDEST_DB
    hertz = np.where(np.reshape(audible, (-1, 1)), frames.hertz, 0.0).astype(np.float64)
    there = hertz > 0.0
    octaves = np.where(there, np.log2(np.maximum(hertz, 1.0)), 0.0)
    own = frames.strength - OCTAVE_COST * (np.log2(_HIGHEST_HZ) - octaves)
    score = np.concatenate((np.where(there, own, -9.0), np.full((steps, 1), VOICED)), axis=1)
    return _best_path(score, octaves, hertz)


def _best_path(score: Doubles, octaves: Doubles, hertz: Doubles) -> Doubles:
    steps = len(score)
    came = np.zeros((steps, CANDIDATES + 1), np.int8)
    total = score[0].copy()
    cost = np.full((CANDIDATES + 1, CANDIDATES + 1), VOICE_COST)
    cost[CANDIDATES, CANDIDATES] = 0.0
    voiced: NDArray[np.bool_] = np.any(score[:, :CANDIDATES] > -9.0, axis=1)
    for at in range(1, steps):
        if not (voiced[at] or voiced[at - 1]):  # silence stays silence
            came[at] = CANDIDATES
            total = score[at] + total[CANDIDATES]
            continue
        jump = np.abs(octaves[at - 1][:, None] - octaves[at][None, :])
        cost[:CANDIDATES, :CANDIDATES] = JUMP_COST * jump
        paths = total[:, None] - cost
        came[at] = paths.argmax(axis=0)
        total = score[at] + paths.max(axis=0)
        total -= total.max()
    track = np.zeros(steps)
    state = int(total.argmax())
    for at in range(steps - 1, -1, -1):
        if state < CANDIDATES:
            track[at] = hertz[at, state]
        state = int(came[at, state])
    return track


def spread_semitones(track: Doubles) -> float | None:
    """Return (P90 − P10)/2.563 of the pitch in semitones, None before 3 s of voice.

    A standard deviation that a few octave errors cannot spoil.
    """
    voiced = track[track > 0.0]
    if len(voiced) * STEP_SECONDS < LEAST_VOICED_SECONDS:
        return None
    low, high = np.percentile(12.0 * np.log2(voiced), (10.0, 90.0))
    return float(high - low) / 2.563
