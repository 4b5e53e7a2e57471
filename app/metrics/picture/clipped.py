"""How much of the picture is blown out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from app.metrics.picture.look import Look, share_above
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading

WHITE = 250  # of 255


class Clipped:
    """Share of pixels at full-range luma 250 and more."""

    ids: ClassVar = ("picture.clipped",)
    turns: ClassVar = frozenset({0, 2, 4})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._share = scene.evidence()

    def see(self, look: Look) -> None:
        """Count the white pixels."""
        self._share.add(look.at, 100 * share_above(look.small, WHITE - 1))

    def readings(self) -> Iterable[Reading]:
        """Return per cent of pixels, the median over time."""
        share = self._share.median()
        why = None if share is not None else self._scene.no_picture()
        return [Reading(self.ids[0], share, why=why)]
