"""How many pixels the picture has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading


class Resolution:
    """The short side in pixels."""

    ids: ClassVar = ("picture.resolution",)
    turns: ClassVar = frozenset({0})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._size: tuple[int, int] | None = None

    def see(self, look: Look) -> None:
        """Take the size."""
        self._size = look.frame.size

    def readings(self) -> Iterable[Reading]:
        """Return px; details: width, height."""
        if self._size is None:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        width, height = self._size
        details: dict[str, float | str] = {"width": float(width), "height": float(height)}
        return [Reading(self.ids[0], float(min(width, height)), details=details)]
