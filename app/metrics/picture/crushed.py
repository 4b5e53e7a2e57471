"""How much of the picture has sunk into black."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from app.metrics.picture.look import Look, share_above
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading

BLACK = 5  # of 255


class Crushed:
    """Share of pixels at full-range luma 5 and less."""

    ids: ClassVar = ("picture.crushed",)
    turns: ClassVar = frozenset({1, 3, 5})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._share = scene.evidence()

    def see(self, look: Look) -> None:
        """Count the black pixels."""
        self._share.add(look.at, 100 * (1 - share_above(look.small, BLACK)))

    def readings(self) -> Iterable[Reading]:
        """Return per cent of pixels, the median over time."""
        share = self._share.median()
        why = None if share is not None else self._scene.no_picture()
        return [Reading(self.ids[0], share, why=why)]
