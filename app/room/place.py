"""What a studio keeps about its rooms: the place and its devices, safe areas, the golden report."""

from __future__ import annotations

from dataclasses import dataclass

from app.metrics.signals import Zone


@dataclass(frozen=True, slots=True)
class Room:
    """A place and what stands in it; devices are kept by the name the system gives them."""

    id: str
    name: str
    note: str = ""
    profile: str = ""  # id of a shipped profile or of one of the studio's own
    platform: str = ""  # id of the platform whose safe area is shown
    camera: str = ""
    microphone: str = ""


@dataclass(frozen=True, slots=True)
class Zones:
    """Where a platform covers the picture (`safe` keeps clear of it) and where the product is held."""

    id: str  # the platform's id; "" where no platform was chosen
    safe: tuple[Zone, ...] = ()
    product: Zone | None = None


@dataclass(frozen=True, slots=True)
class Golden:
    """The report that later checks of a room are compared with."""

    id: str  # the room's id; "" where no room was chosen
    report: str
