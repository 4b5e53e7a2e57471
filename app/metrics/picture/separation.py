"""How well the host stands out from what is behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

import cv2
import numpy as np

from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Bytes, Face, Zone

# Pairs of places just inside and just outside the outline, in face widths and heights from the
# middle of the box: temples, both sides above them, the crown, the shoulders.
PAIRS = (
    ((-0.52, -0.05), (-1.15, -0.05)),
    ((0.52, -0.05), (1.15, -0.05)),
    ((-0.40, -0.42), (-0.95, -0.72)),
    ((0.40, -0.42), (0.95, -0.72)),
    ((0.0, -0.58), (0.0, -1.05)),
    ((-0.75, 1.05), (-2.0, 0.85)),
    ((0.75, 1.05), (2.0, 0.85)),
)
HALF = 0.11  # of the face: half a place's side


class Separation:
    """The median ΔE*ab (CIE 1976) between places inside and outside the outline."""

    ids: ClassVar = ("light.separation",)
    turns: ClassVar = frozenset({5})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._distance = scene.evidence()

    def see(self, look: Look) -> None:
        """Compare the pairs that lie in the picture."""
        if look.face is None or look.colour is None:
            return
        places = list(_places(look.face))
        if len(places) < 2:
            return
        colours = _lab([look.colour[look.inside(zone)] for pair in places for zone in pair])
        apart = np.linalg.norm(colours[0::2] - colours[1::2], axis=1)
        self._distance.add(look.at, float(np.median(apart)))

    def readings(self) -> Iterable[Reading]:
        """Return ΔE; the outline is guessed from the face, so a quarter of it is stated as error."""
        distance = self._distance.median()
        if distance is None:
            return [Reading(self.ids[0], None, why=self._scene.no_colour())]
        half = self._distance.plus_minus(1.0 + 0.25 * distance)
        return [Reading(self.ids[0], distance, plus_minus=half)]


def _places(face: Face) -> Iterator[tuple[Zone, Zone]]:
    box = face.box
    x, y = box.x + box.width / 2, box.y + box.height / 2
    for pair in PAIRS:
        zones = [
            Zone(
                x + (across - HALF) * box.width,
                y + (down - HALF) * box.height,
                2 * HALF * box.width,
                2 * HALF * box.height,
            )
            for across, down in pair
        ]
        if all(z.x >= 0 and z.y >= 0 and z.x + z.width <= 1 and z.y + z.height <= 1 for z in zones):
            yield zones[0], zones[1]


def _lab(patches: list[Bytes]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return (n, 3) CIE L*a*b* of the median colours of BGR patches."""
    medians = np.array([np.median(p.reshape(-1, 3), axis=0) for p in patches], np.float32)
    lab = cv2.cvtColor(medians[None] / 255, cv2.COLOR_BGR2LAB)
    return np.asarray(lab[0], np.float32)
