"""Whether the eyes are sharp."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.core.words import text
from app.metrics.picture.edges import edge_sigmas
from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Face, Zone

REFERENCE = 300.0  # px of face width that the limits are stated for
LEAST_FACE = 110.0  # px; in a smaller face even sharp edges are a pixel wide and read as blurred
LEAST_EDGES = 12
LEAST_STEP = 8.0  # of 255


class Focus:
    """Median edge width in the strip of the eyes, referred to a face 300 px wide."""

    ids: ClassVar = ("picture.focus",)
    turns: ClassVar = frozenset({1})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._width = scene.evidence()
        self._small = False

    def see(self, look: Look) -> None:
        """Measure the strip at the camera's own resolution."""
        if look.face is None:
            return
        face_width = look.face.box.width * look.frame.size[0]
        self._small = face_width < LEAST_FACE
        if self._small:
            return
        strip = look.native(eye_strip(look.face)).astype(np.float32) * np.float32(look.scale)
        sigmas = edge_sigmas(strip, LEAST_STEP)
        if len(sigmas) >= LEAST_EDGES:
            self._width.add(look.at, float(np.median(sigmas)) * REFERENCE / face_width)

    def readings(self) -> Iterable[Reading]:
        """Return px of edge σ at a face width of 300 px."""
        width = self._width.median()
        if width is None:
            why = self._scene.no_face()
            if self._small:
                why = text("The face is too small in the picture to judge its focus")
            elif self._scene.faces > 12:
                why = text("The eyes show no edges to judge the focus by")
            return [Reading(self.ids[0], None, why=why)]
        return [Reading(self.ids[0], width, plus_minus=self._width.plus_minus(0.05 * width))]


def eye_strip(face: Face) -> Zone:
    """Return the band across the face that holds brows and eyes."""
    box = face.box
    level = (face.left_eye[1] + face.right_eye[1]) / 2
    return Zone(
        box.x + 0.05 * box.width, level - 0.14 * box.height, 0.9 * box.width, 0.24 * box.height
    )
