"""How a rectangle on the preview is grasped, dragged and nudged: geometry without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.metrics.signals import Zone

SMALLEST = 0.04  # of the picture's side: a zone stays large enough to be grasped


class Grip(StrEnum):
    """Where a zone is held: one of its corners, or its inside."""

    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    BOTTOM_LEFT = "bottom left"
    BOTTOM_RIGHT = "bottom right"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in fractions of the picture."""

    x: float
    y: float


def corners(zone: Zone) -> dict[Grip, Point]:
    """Return the four corners of `zone` in fractions of the picture."""
    right, bottom = zone.x + zone.width, zone.y + zone.height
    return {
        Grip.TOP_LEFT: Point(zone.x, zone.y),
        Grip.TOP_RIGHT: Point(right, zone.y),
        Grip.BOTTOM_LEFT: Point(zone.x, bottom),
        Grip.BOTTOM_RIGHT: Point(right, bottom),
    }


def grip_at(zone: Zone, at: Point, reach_x: float, reach_y: float) -> Grip | None:
    """Return what of `zone` is held at `at`; a corner is felt `reach` (fractions) around itself."""
    for grip, corner in corners(zone).items():
        if abs(corner.x - at.x) <= reach_x and abs(corner.y - at.y) <= reach_y:
            return grip
    inside = 0 <= at.x - zone.x <= zone.width and 0 <= at.y - zone.y <= zone.height
    return Grip.WHOLE if inside else None


def dragged(zone: Zone, grip: Grip, dx: float, dy: float) -> Zone:
    """Return `zone` after `grip` moved by (dx, dy) fractions; it stays inside the picture."""
    if grip is Grip.WHOLE:
        x = min(max(zone.x + dx, 0.0), 1.0 - zone.width)
        y = min(max(zone.y + dy, 0.0), 1.0 - zone.height)
        return Zone(x, y, zone.width, zone.height)
    left, top = zone.x, zone.y
    right, bottom = zone.x + zone.width, zone.y + zone.height
    if grip in (Grip.TOP_LEFT, Grip.BOTTOM_LEFT):
        left = min(max(left + dx, 0.0), right - SMALLEST)
    else:
        right = max(min(right + dx, 1.0), left + SMALLEST)
    if grip in (Grip.TOP_LEFT, Grip.TOP_RIGHT):
        top = min(max(top + dy, 0.0), bottom - SMALLEST)
    else:
        bottom = max(min(bottom + dy, 1.0), top + SMALLEST)
    return Zone(left, top, right - left, bottom - top)
