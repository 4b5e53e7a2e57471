"""How much more light falls on one side of the face than on the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.metrics.picture.face_places import cheeks
from app.metrics.picture.look import Look, linear
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading


class KeyFill:
    """|log₂| of the ratio of the cheeks' luminance in linear light."""

    ids: ClassVar = ("light.key_fill",)
    turns: ClassVar = frozenset({5})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._stops = scene.evidence()

    def see(self, look: Look) -> None:
        """Compare the left and the right cheek as seen."""
        if look.face is None:
            return
        left, right = (
            max(linear(float(np.median(look.luma709(zone))) / 255), 1e-4)
            for zone in cheeks(look.face)
        )
        self._stops.add(look.at, float(np.log2(left / right)))

    def readings(self) -> Iterable[Reading]:
        """Return stops; details: side (brighter, as seen), signed_stops (+ is the left)."""
        stops = self._stops.median()
        if stops is None:
            return [Reading(self.ids[0], None, why=self._scene.no_face())]
        side = "left" if stops >= 0 else "right"
        details: dict[str, float | str] = {"side": side, "signed_stops": stops}
        half = self._stops.plus_minus(0.1)
        return [Reading(self.ids[0], abs(stops), plus_minus=half, details=details)]
