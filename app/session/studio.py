"""Everything one studio typed in or chose, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from app.room.place import Golden, Room, Zones
from app.session.shelf import Kept, Shelf

if TYPE_CHECKING:
    from app.room.profile import RoomProfile


@dataclass(frozen=True, slots=True)
class Studio:
    """A studio's library in memory; each field is stored in the table of its name."""

    rooms: Shelf[Room] = field(default_factory=Shelf)
    profiles: Shelf[RoomProfile] = field(default_factory=Shelf)  # copies that the studio edits
    zones: Shelf[Zones] = field(default_factory=Shelf)
    golden: Shelf[Golden] = field(default_factory=Shelf)

    def shelves(self) -> dict[str, Shelf[Kept]]:
        """Return the shelves by the name of their kind."""
        return {f.name: getattr(self, f.name) for f in fields(self)}
