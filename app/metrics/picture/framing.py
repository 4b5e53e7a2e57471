"""How the host sits in the picture: size, eye line, head room, level."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import numpy as np

from app.core.words import text
from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading

CROWN = 0.3  # of the box: hair above the hairline, where the detectors' boxes end


class FaceWidth:
    """The width of the face in per cent of the picture's."""

    ids: ClassVar = ("framing.face_width",)
    turns: ClassVar = frozenset({0})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._width = scene.evidence()
        self._middle = scene.evidence()

    def see(self, look: Look) -> None:
        """Take the box."""
        if look.face is not None:
            box = look.face.box
            self._width.add(look.at, 100 * box.width)
            self._middle.add(look.at, 100 * (box.x + box.width / 2 - 0.5))

    def readings(self) -> Iterable[Reading]:
        """Return per cent; details: centre_off_percent (+ is to the right as seen)."""
        width, middle = self._width.median(), self._middle.median()
        if width is None or middle is None:
            return [Reading(self.ids[0], None, why=self._scene.no_face())]
        half = self._width.plus_minus(0.07 * width)
        details: dict[str, float | str] = {"centre_off_percent": middle}
        return [Reading(self.ids[0], width, plus_minus=half, details=details)]


class EyeLine:
    """How far the eyes are below the top edge, in per cent of the picture's height."""

    ids: ClassVar = ("framing.eye_line",)
    turns: ClassVar = frozenset({0, 3})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._level = scene.evidence()
        self._height = scene.evidence()

    def see(self, look: Look) -> None:
        """Take the middle between the eyes."""
        if look.face is not None:
            self._level.add(look.at, 50 * (look.face.left_eye[1] + look.face.right_eye[1]))
            self._height.add(look.at, 100 * look.face.box.height)

    def readings(self) -> Iterable[Reading]:
        """Return per cent; details: face_height_percent."""
        level, height = self._level.median(), self._height.median()
        if level is None or height is None:
            return [Reading(self.ids[0], None, why=self._scene.no_face())]
        details: dict[str, float | str] = {"face_height_percent": height}
        half = self._level.plus_minus(0.04 * height)
        return [Reading(self.ids[0], level, plus_minus=half, details=details)]


class HeadRoom:
    """The space above the crown in per cent of the picture's height; the crown is an estimate."""

    ids: ClassVar = ("framing.head_room",)
    turns: ClassVar = frozenset({0})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._room = scene.evidence()
        self._height = scene.evidence()

    def see(self, look: Look) -> None:
        """Put the crown 0.3 of the face above its box; negative is a head cut off."""
        if look.face is not None:
            box = look.face.box
            self._room.add(look.at, 100 * (box.y - CROWN * box.height))
            self._height.add(look.at, 100 * box.height)

    def readings(self) -> Iterable[Reading]:
        """Return per cent."""
        room, height = self._room.median(), self._height.median()
        if room is None or height is None:
            return [Reading(self.ids[0], None, why=self._scene.no_face())]
        half = self._room.plus_minus(0.1 * height)
        return [Reading(self.ids[0], room, plus_minus=half)]


class Roll:
    """The angle of the line through the eyes; positive leans to the right as seen."""

    ids: ClassVar = ("framing.roll",)
    turns: ClassVar = frozenset({3})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._degrees = scene.evidence()

    def see(self, look: Look) -> None:
        """Take the eyes only where they were seen, not where the box puts them."""
        if look.face is None or not look.eyes_seen:
            return
        width, height = look.frame.size
        across = (look.face.right_eye[0] - look.face.left_eye[0]) * width
        down = (look.face.right_eye[1] - look.face.left_eye[1]) * height
        self._degrees.add(look.at, float(np.degrees(np.arctan2(down, across))))

    def readings(self) -> Iterable[Reading]:
        """Return degrees, signed; details: absolute_degrees."""
        degrees = self._degrees.median()
        if degrees is None:
            why = self._scene.no_face()
            if self._scene.faces > 30:
                why = text("The eyes were not found")
            return [Reading(self.ids[0], None, why=why)]
        details: dict[str, float | str] = {"absolute_degrees": abs(degrees)}
        half = self._degrees.plus_minus(1.5)
        return [Reading(self.ids[0], degrees, plus_minus=half, details=details)]
