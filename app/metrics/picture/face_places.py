"""Where on a face the light is read: cheeks, forehead, nose, as boxes in the picture."""

from __future__ import annotations

from app.metrics.signals import Face, Zone


def cheeks(face: Face) -> tuple[Zone, Zone]:
    """Return the left and the right cheek (as seen): below each eye, clear of nose and outline."""
    return _cheek(face, face.left_eye, -0.02), _cheek(face, face.right_eye, 0.02)


def core(face: Face) -> Zone:
    """Return the part of the face box that is skin for certain: its middle 70 % by 80 %."""
    box = face.box
    return Zone(
        box.x + 0.15 * box.width, box.y + 0.12 * box.height, 0.7 * box.width, 0.8 * box.height
    )


def _cheek(face: Face, eye: tuple[float, float], outwards: float) -> Zone:
    box = face.box
    width, height = 0.16 * box.width, 0.13 * box.height
    x = eye[0] + outwards * box.width - width / 2
    y = eye[1] + 0.17 * box.height
    return Zone(x, y, width, height)
