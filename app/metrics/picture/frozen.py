"""Frames delivered twice: a camera that sends 15 pictures a second as 30, or hangs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import cv2

from app.metrics.picture.look import Look
from app.metrics.picture.scene import EVERY, Scene
from app.metrics.reading import Reading

SAME = 0.02  # mean |Δ| at 480×270: separates copies from noise of σ 0.3 and more (measured)


class Frozen:
    """Share of frames that equal the one immediately before."""

    ids: ClassVar = ("picture.frozen",)
    turns: ClassVar = EVERY

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._same = scene.evidence()

    def see(self, look: Look) -> None:
        """Compare with the frame before, where it was seen too and there is anything to see."""
        if look.before is None or look.black or look.before.shape != look.small.shape:
            return
        difference = cv2.norm(look.small, look.before, cv2.NORM_L1) / look.small.size
        self._same.add(look.at, float(difference < SAME))

    def readings(self) -> Iterable[Reading]:
        """Return per cent of frames; details: pairs compared."""
        pairs = len(self._same)
        if pairs < 10:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        share = 100 * float(self._same.values().mean())
        return [Reading(self.ids[0], share, details={"pairs": float(pairs)})]
