"""How busy the background is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import cv2
import numpy as np

from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Bytes, Face

SMOOTHING = 1.0
LOW, HIGH = 40, 100


class Clutter:
    """Share of edge pixels outside the person (Canny 40/100 after σ = 1 at 480 px)."""

    ids: ClassVar = ("background.clutter",)
    turns: ClassVar = frozenset({1})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._share = scene.evidence()

    def see(self, look: Look) -> None:
        """Count the edges around the person that the face implies."""
        if look.face is None or min(look.small.shape) < 40:
            return
        smooth = cv2.GaussianBlur(look.small, (0, 0), SMOOTHING)
        edges = np.asarray(cv2.Canny(smooth, LOW, HIGH), np.uint8)
        outside = _outside(look.face, look.small.shape)
        area = cv2.countNonZero(outside)
        if area >= 0.05 * outside.size:
            seen = cv2.countNonZero(cv2.bitwise_and(edges, outside))
            self._share.add(look.at, 100 * seen / area)

    def readings(self) -> Iterable[Reading]:
        """Return per cent of the pixels around the person."""
        share = self._share.median()
        if share is None:
            return [Reading(self.ids[0], None, why=self._scene.no_face())]
        return [Reading(self.ids[0], share, plus_minus=self._share.plus_minus(0.1 * share))]


def _outside(face: Face, shape: tuple[int, ...]) -> Bytes:
    """Return 255 where the person is not: head and hair, below them shoulders and arms."""
    height, width = shape[0], shape[1]
    mask = np.full((height, width), 255, np.uint8)
    box = face.box
    middle = box.x + box.width / 2
    chin = box.y + box.height

    def blank(left: float, top: float, right: float, bottom: float) -> None:
        x0, x1 = max(round(left * width), 0), max(round(right * width), 0)
        y0, y1 = max(round(top * height), 0), max(round(bottom * height), 0)
        mask[y0:y1, x0:x1] = 0

    blank(middle - 0.95 * box.width, box.y - 0.4 * box.height, middle + 0.95 * box.width, 1.0)
    blank(middle - 1.75 * box.width, chin + 0.1 * box.height, middle + 1.75 * box.width, 1.0)
    return mask
