"""Whether the face is bright enough."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.metrics.picture.face_places import cheeks
from app.metrics.picture.look import Look, linear
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading

TARGET_IRE = 60.0


class FaceExposure:
    """The median luma Y′709 of the cheeks."""

    ids: ClassVar = ("light.face_exposure",)
    turns: ClassVar = frozenset({5})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._ire = scene.evidence()

    def see(self, look: Look) -> None:
        """Take both cheeks together."""
        if look.face is not None:
            self._ire.add(look.at, cheek_level(look) / 2.55)

    def readings(self) -> Iterable[Reading]:
        """Return IRE; details: target_ire, stops (of light to add to reach it)."""
        ire = self._ire.median()
        if ire is None:
            return [Reading(self.ids[0], None, why=self._scene.no_face())]
        stops = float(np.log2(linear(TARGET_IRE / 100) / max(linear(ire / 100), 1e-4)))
        details: dict[str, float | str] = {"target_ire": TARGET_IRE, "stops": stops}
        half = self._ire.plus_minus(0.5)
        return [Reading(self.ids[0], ire, plus_minus=half, details=details)]


def cheek_level(look: Look) -> float:
    """Return the median full-range luma of both cheeks, 0…255."""
    assert look.face is not None
    parts = [look.luma709(zone).ravel() for zone in cheeks(look.face)]
    return float(np.median(np.concatenate(parts)))
