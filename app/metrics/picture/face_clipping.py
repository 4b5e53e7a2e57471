"""Whether parts of the face are burnt out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from app.metrics.picture.clipped import WHITE
from app.metrics.picture.face_places import core
from app.metrics.picture.look import Look, share_above
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading


class FaceClipping:
    """Share of the face's pixels at full-range luma 250 and more."""

    ids: ClassVar = ("light.face_clipping",)
    turns: ClassVar = frozenset({0, 2, 4})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._share = scene.evidence()

    def see(self, look: Look) -> None:
        """Count at the camera's own resolution: small highlights vanish in a reduced picture."""
        if look.face is not None:
            part = look.native(core(look.face))
            self._share.add(look.at, 100 * share_above(part, look.code(WHITE) - 1))

    def readings(self) -> Iterable[Reading]:
        """Return per cent of the face."""
        share = self._share.median()
        why = None if share is not None else self._scene.no_face()
        return [Reading(self.ids[0], share, why=why)]
