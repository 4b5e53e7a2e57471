"""How wide edges are: the one measure of sharpness that neither gain nor noise fools."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from app.metrics.signals import Floats

PREFILTER = 0.8  # px; keeps single noisy pixels from posing as edges
STRONGEST = 98  # percentile of the horizontal gradients that count as edges
ROWS = 48  # more rows of a strip tell the same edges again
REACH = 28  # px to either side that an edge may extend


def edge_sigmas(luma: Floats, least_step: float) -> NDArray[np.float64]:
    """Return the widths σ in px of the strongest vertical edges in (h, w) luma.

    An edge is the way from one turning point of its row to the next; σ = step/(√(2π)·peak gradient),
    exact for a step blurred by a Gaussian. Edges with a smaller step than `least_step` are left out.
    """
    if luma.shape[0] < 3 or luma.shape[1] < 8:
        return np.empty(0)
    smooth = np.asarray(cv2.GaussianBlur(luma, (0, 0), PREFILTER), np.float32)
    smooth = smooth[:: max(len(smooth) // ROWS, 1)]
    slope = np.zeros_like(smooth)
    slope[:, 1:-1] = (smooth[:, 2:] - smooth[:, :-2]) / 2
    size = np.abs(slope)
    limit = max(float(np.percentile(size[::2], STRONGEST)), 0.5)
    peak = size >= limit
    peak[:, 1:] &= size[:, 1:] >= size[:, :-1]
    peak[:, :-1] &= size[:, :-1] > size[:, 1:]
    rows, columns = np.nonzero(peak)
    sign = np.sign(slope[rows, columns])
    steps = _way(smooth, rows, columns, sign, 1) + _way(smooth, rows, columns, sign, -1)
    sigmas = steps / (np.sqrt(2 * np.pi) * size[rows, columns])
    return np.asarray(sigmas[steps >= least_step], np.float64)


def _way(
    luma: Floats,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    sign: NDArray[np.float32],
    direction: int,
) -> NDArray[np.float32]:
    """Return how far each edge climbs from its peak towards one side before it turns."""
    last = luma.shape[1] - 1
    start = luma[rows, columns]
    here = start.copy()
    going = np.ones(len(rows), bool)
    for distance in range(1, REACH + 1):
        place = columns + direction * distance
        going &= (place >= 0) & (place <= last)
        value = luma[rows, np.clip(place, 0, last)]
        going &= direction * sign * (value - here) > 0
        if not going.any():
            break
        here = np.where(going, value, here)
    return np.asarray(np.abs(here - start), np.float32)
