"""The colour of the cheeks against the skin line of the vectorscope."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.metrics.picture.face_places import cheeks
from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.picture.scopes import cb_cr_709
from app.metrics.reading import Reading

USUAL_DEGREES = 121.0  # median of measured cheeks
LEAST_SATURATION, MOST_SATURATION = 0.06, 0.19
BEYOND_DEGREES = 14.0


class SkinTone:
    """The distance of the cheeks' hue from 121° in BT.709 Cb, Cr.

    The hue hardly moves under warm light while the saturation doubles, so both are told:
    `judged_degrees` is the distance, raised past the limit of 14° where the saturation is unusual.
    """

    ids: ClassVar = ("picture.skin_tone",)
    turns: ClassVar = frozenset({5})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._cb = scene.evidence()
        self._cr = scene.evidence()

    def see(self, look: Look) -> None:
        """Take the mean colour of both cheeks."""
        if look.face is None or look.colour is None:
            return
        parts = [look.colour[look.inside(zone)].reshape(-1, 3) for zone in cheeks(look.face)]
        cb, cr = np.median(cb_cr_709(np.concatenate(parts)), axis=0)
        self._cb.add(look.at, float(cb))
        self._cr.add(look.at, float(cr))

    def readings(self) -> Iterable[Reading]:
        """Return degrees; details: sat, angle, judged_degrees."""
        cb, cr = self._cb.median(), self._cr.median()
        if cb is None or cr is None:
            return [Reading(self.ids[0], None, why=self._scene.no_colour())]
        saturation = float(np.hypot(cb, cr))
        angle = float(np.degrees(np.arctan2(cr, cb)))
        off = abs((angle - USUAL_DEGREES + 180) % 360 - 180)
        usual = LEAST_SATURATION <= saturation <= MOST_SATURATION
        details: dict[str, float | str] = {
            "sat": saturation,
            "angle": angle,
            "judged_degrees": off if usual else max(off, BEYOND_DEGREES + 1),
        }
        # Half a step of 8-bit chroma is an angle that grows as the colour fades.
        error = float(np.degrees(np.arctan2(0.5 / 255, max(saturation, 1e-3))))
        spread = max(self._cb.plus_minus(), self._cr.plus_minus()) / max(saturation, 1e-3)
        half = min(float(np.hypot(error, np.degrees(spread))) + 1.0, 180.0)
        return [Reading(self.ids[0], off, plus_minus=half, details=details)]
