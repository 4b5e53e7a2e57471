"""Whether the product is lit like the face."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.core.words import text
from app.metrics.picture.clipped import WHITE
from app.metrics.picture.face_exposure import cheek_level
from app.metrics.picture.look import Look, linear, share_above
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Zone


class ProductExposure:
    """Stops by which the product zone is brighter (+) or darker (−) than the cheeks."""

    ids: ClassVar = ("light.product_exposure",)
    turns: ClassVar = frozenset({5})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._zone: Zone | None = None
        self._stops = scene.evidence()
        self._clipped = scene.evidence()

    def see(self, look: Look) -> None:
        """Compare the medians of zone and cheeks in linear light; a moved zone starts afresh."""
        if look.product != self._zone:
            self._zone = look.product
            self._stops.clear()
            self._clipped.clear()
        if look.product is None:
            return
        part = look.luma709(look.product)
        self._clipped.add(look.at, 100 * share_above(part, WHITE - 1))
        if look.face is not None:
            product = max(linear(float(np.median(part)) / 255), 1e-4)
            face = max(linear(cheek_level(look) / 255), 1e-4)
            self._stops.add(look.at, float(np.log2(product / face)))

    def readings(self) -> Iterable[Reading]:
        """Return stops; details: clipped_percent (of the zone), absolute_stops."""
        if self._scene.product is None:
            return [Reading(self.ids[0], None, why=text("No product zone is set"))]
        stops, clipped = self._stops.median(), self._clipped.median()
        if stops is None or clipped is None or self._zone != self._scene.product:
            return [Reading(self.ids[0], None, why=self._scene.no_face())]
        details: dict[str, float | str] = {
            "clipped_percent": clipped,
            "absolute_stops": abs(stops),
        }
        half = self._stops.plus_minus(0.1)
        return [Reading(self.ids[0], stops, plus_minus=half, details=details)]
