"""Blocks of a codec that has too few bits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import cv2
import numpy as np

from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Bytes


class Blockiness:
    """How much larger the steps across the borders of 8×8 blocks are than the steps elsewhere."""

    ids: ClassVar = ("picture.blockiness",)
    turns: ClassVar = frozenset({4})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._ratio = scene.evidence()

    def see(self, look: Look) -> None:
        """Measure at the camera's own resolution, where the blocks are."""
        if min(look.frame.y.shape) >= 64 and not look.black:
            self._ratio.add(look.at, block_ratio(look.frame.y))

    def readings(self) -> Iterable[Reading]:
        """Return the ratio; 1 is a picture without blocks."""
        ratio = self._ratio.median()
        if ratio is None:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        return [Reading(self.ids[0], ratio, plus_minus=self._ratio.plus_minus(0.03))]


def block_ratio(luma: Bytes) -> float:
    """Return the mean step across columns 7|8, 15|16, … over the median of the eight phases.

    Of the columns of one phase the median counts, so that one real edge on the grid is not a block.
    """
    steps = cv2.absdiff(luma[:, 1:], luma[:, :-1])
    columns = np.asarray(cv2.reduce(steps, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F))[0]
    phases = columns[: len(columns) // 8 * 8].reshape(-1, 8)
    # Each border against its own neighbourhood: detail is not spread evenly over a picture.
    near = np.median(phases, axis=1)
    busy = near > 0.05
    if not busy.any():
        return 1.0
    levels = np.median(phases[busy] / near[busy, None], axis=0)
    return float(levels[7] / max(float(np.median(levels)), 1e-6))
