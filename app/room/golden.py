"""What moved since the golden room: only what went further than its threshold, in words with numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.core.words import Text, number, text
from app.room.catalogue import Metric, metric
from app.room.judge import Judged, Verdict, linear_light

EXPOSURE = "light.face_exposure"
PLACE = "framing.face_width"  # its details say where the face stands in the picture
LEAST_DEGREES = 1.5
FIELD_DEGREES = 60.0  # horizontal angle of a usual webcam; the turn is therefore said as "about"


class Kind(StrEnum):
    """How something moved."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that moved: `says` is the line to show, `change` in `unit`, `extent` in thresholds."""

    id: str
    kind: Kind
    says: Text
    change: float
    unit: str
    extent: float


def drift(golden: Iterable[Judged], now: Iterable[Judged]) -> tuple[Moved, ...]:
    """Return what moved between two checks, the furthest first; what either did not measure is left out.

    A reading moved when it differs by more than its own threshold and by more than the ± of both.
    """
    before = {j.reading.id: j for j in golden}
    found: list[Moved] = []
    for later in now:
        earlier = before.get(later.reading.id)
        if earlier is None or Verdict.UNKNOWN in (earlier.verdict, later.verdict):
            continue
        moved = _moved(earlier, later, metric(later.reading.id))
        found += [m for m in (moved, *_turned(earlier, later)) if m is not None]
    return tuple(sorted(found, key=lambda m: -m.extent))


def _moved(earlier: Judged, later: Judged, known: Metric) -> Moved | None:
    old, new = earlier.reading.value, later.reading.value
    if old is None or new is None:
        return None
    errors = (earlier.reading.plus_minus or 0.0, later.reading.plus_minus or 0.0)
    threshold = max(known.drift, math.hypot(*errors))
    extent = abs(new - old) / threshold
    if extent <= 1.0:
        return None
    kind = _kind(earlier, later, known)
    return Moved(known.id, kind, _says(kind, old, new, known), new - old, known.unit, extent)


def _kind(earlier: Judged, later: Judged, known: Metric) -> Kind:
    if not known.appears or (earlier.verdict is Verdict.PASS) == (later.verdict is Verdict.PASS):
        return Kind.CHANGED
    return Kind.NEW if earlier.verdict is Verdict.PASS else Kind.GONE


def _says(kind: Kind, old: float, new: float, known: Metric) -> Text:
    if kind is Kind.NEW:
        return text("{name} is new: {value}", name=known.name, value=known.said(new))
    if kind is Kind.GONE:
        return text("{name} is gone: {value} before", name=known.name, value=known.said(old))
    if known.id == EXPOSURE and min(old, new) > 0:
        stops = math.log2(linear_light(new) / linear_light(old))
        return text("Key light {stops} stops", stops=number(stops, 1, sign=True))
    return text("{name} {change}", name=known.name, change=known.said(new - old, sign=True))


def _turned(earlier: Judged, later: Judged) -> Iterable[Moved]:
    """Yield how far the camera turned aside, read off where the face stands in the picture."""
    if later.reading.id != PLACE:
        return
    places = [j.reading.details.get("centre_off_percent") for j in (earlier, later)]
    old, new = places
    if not isinstance(old, (int, float)) or not isinstance(new, (int, float)):
        return
    # A face that wandered right means a camera that turned left.
    degrees = (old - new) / 100.0 * FIELD_DEGREES
    if abs(degrees) < LEAST_DEGREES:
        return
    size = number(abs(degrees), 0)
    says = (
        text("Camera about {degrees}° to the right", degrees=size)
        if degrees > 0
        else text("Camera about {degrees}° to the left", degrees=size)
    )
    yield Moved("framing.turn", Kind.CHANGED, says, degrees, "°", abs(degrees) / LEAST_DEGREES)
