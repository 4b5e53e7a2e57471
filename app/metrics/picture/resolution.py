"""How many pixels the picture has, and whether they carry detail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import cv2
import numpy as np

from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Bytes

SIDE = 512
UPSCALED = 0.12  # share of the finest octave; enlarged pictures lie below 0.1 (tests)


class Resolution:
    """The short side in pixels."""

    ids: ClassVar = ("picture.resolution",)
    turns: ClassVar = frozenset({2})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._size: tuple[int, int] | None = None
        self._detail = scene.evidence()

    def see(self, look: Look) -> None:
        """Take the size and how much of the detail lies in the finest octave."""
        self._size = look.frame.size
        detail = finest_octave(look.frame.y)
        if detail is not None and not look.black:
            self._detail.add(look.at, detail)

    def readings(self) -> Iterable[Reading]:
        """Return px; details: width, height, finest_octave, upscaled ("yes" is a hint, no more)."""
        if self._size is None:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        width, height = self._size
        details: dict[str, float | str] = {"width": float(width), "height": float(height)}
        detail = self._detail.median()
        if detail is not None:
            details["finest_octave"] = detail
            details["upscaled"] = "yes" if detail < UPSCALED else "no"
        return [Reading(self.ids[0], float(min(width, height)), details=details)]


def finest_octave(luma: Bytes) -> float | None:
    """Return the amplitude of the finest octave over that of the next, in the middle of the picture."""
    height, width = luma.shape
    if min(height, width) < SIDE:
        return None
    top, left = (height - SIDE) // 2, (width - SIDE) // 2
    here = luma[top : top + SIDE, left : left + SIDE]
    half = cv2.resize(here, (SIDE // 2, SIDE // 2), interpolation=cv2.INTER_AREA)
    quarter = cv2.resize(half, (SIDE // 4, SIDE // 4), interpolation=cv2.INTER_AREA)
    fine = cv2.absdiff(here, cv2.resize(half, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR))
    next_size = (SIDE // 2, SIDE // 2)
    coarse = cv2.absdiff(half, cv2.resize(quarter, next_size, interpolation=cv2.INTER_LINEAR))
    return float(np.mean(fine) / max(float(np.mean(coarse)), 0.05))
