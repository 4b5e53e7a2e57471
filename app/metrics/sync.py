"""Whether sound and picture come together: the same claps heard and seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.core.words import text
from app.metrics.reading import Reading

ID = "sync.av_offset"
REACH = 0.5  # s; claps come at least this far apart
AGREE = 0.04  # s; pairs of one offset scatter less than this
LEAST_PAIRS = 3
BIAS_SECONDS = 0.007  # a seen closing reads up to 2…9 ms late at 30 frames a second (measured)


def offset(
    claps_sound: Sequence[float], claps_picture: Sequence[float], frame_period: float
) -> Reading:
    """Return the offset in ms, positive where the sound is earlier than the picture.

    All arguments in seconds on one clock. The offset is the one on which most pairs agree, then the
    median of those pairs. Details: pairs, claps_heard, claps_seen.
    """
    details: dict[str, float | str] = {
        "claps_heard": float(len(claps_sound)),
        "claps_seen": float(len(claps_picture)),
        "pairs": 0.0,
    }
    if not len(claps_sound):
        return Reading(ID, None, why=text("No claps were heard"), details=details)
    if not len(claps_picture):
        return Reading(ID, None, why=text("No claps were seen"), details=details)
    heard, seen = np.asarray(claps_sound, np.float64), np.asarray(claps_picture, np.float64)
    shifts = (seen[:, None] - heard[None, :]).ravel()
    shifts = np.sort(shifts[np.abs(shifts) <= REACH])
    agree = max(AGREE, 1.2 * frame_period)
    counts = np.searchsorted(shifts, shifts + agree) - np.arange(len(shifts))
    pairs = int(counts.max()) if len(counts) else 0
    details["pairs"] = float(pairs)
    if pairs < LEAST_PAIRS:
        why = text("Fewer than {least} claps were both heard and seen", least=LEAST_PAIRS)
        return Reading(ID, None, why=why, details=details)
    # Of equals the one nearest to zero: hands also stop when they are open again.
    equal = np.flatnonzero(counts == pairs)
    start = int(equal[np.argmin(np.abs(shifts[equal]))])
    group = shifts[start : start + pairs]
    middle = float(np.median(group))
    spread = max(float(group.std(ddof=1)), 0.1 * frame_period)
    half = float(np.hypot(1.96 * 1.2533 * spread / np.sqrt(pairs), BIAS_SECONDS))
    return Reading(ID, 1000 * middle, plus_minus=1000 * half, details=details)
