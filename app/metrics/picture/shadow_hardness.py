"""How sharp the shadow beside the nose is: small lamps draw hard lines, large ones soft."""

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

LEAST_FACE = 110.0
LEAST_CONTRAST = 0.12  # of the skin's own level: fainter lines are features, not shadows
LEAST_EDGES = 8


class ShadowHardness:
    """Edge width σ beside the nose in per cent of the face's width; an estimate, not yet validated."""

    ids: ClassVar = ("light.shadow_hardness",)
    turns: ClassVar = frozenset({4})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._share = scene.evidence()
        self._looked = 0

    def see(self, look: Look) -> None:
        """Measure from the bridge of the nose to the upper lip."""
        if look.face is None:
            return
        width = look.face.box.width * look.frame.size[0]
        if width < LEAST_FACE:
            return
        self._looked += 1
        part = look.native(_beside_nose(look.face)).astype(np.float32)
        level = float(np.median(part)) - look.code(0)
        sigmas = edge_sigmas(part, max(LEAST_CONTRAST * level, 6.0))
        if len(sigmas) >= LEAST_EDGES:
            self._share.add(look.at, 100 * float(np.median(sigmas)) / width)

    def readings(self) -> Iterable[Reading]:
        """Return per cent of the face's width; the method's own error is taken as 30 %."""
        share = self._share.median()
        if share is None or len(self._share) < 0.3 * self._looked:
            why = text("No shadow beside the nose is strong enough to measure")
            return [Reading(self.ids[0], None, why=why if self._looked else self._scene.no_face())]
        half = self._share.plus_minus(0.3 * share)
        return [Reading(self.ids[0], share, plus_minus=half)]


def _beside_nose(face: Face) -> Zone:
    box = face.box
    middle = (face.left_eye[0] + face.right_eye[0]) / 2
    level = (face.left_eye[1] + face.right_eye[1]) / 2
    return Zone(
        middle - 0.26 * box.width, level + 0.1 * box.height, 0.52 * box.width, 0.24 * box.height
    )
