"""Everything one studio typed in or chose, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from app.room.place import Golden, Room, Zones
from app.session.shelf import Kept, LazyShelf, Shelf
from app.show.head import ShowHead, VersionHead, head_of, version_head_of
from app.show.mapping import ImportMapping
from app.show.product import Product
from app.show.show import Show
from app.show.version import Version
from app.show.voice import Voice

if TYPE_CHECKING:
    from app.room.profile import RoomProfile


def _no_shows() -> LazyShelf[Show, ShowHead]:
    return LazyShelf(head_of)


def _no_versions() -> LazyShelf[Version, VersionHead]:
    return LazyShelf(version_head_of)


@dataclass(frozen=True, slots=True)
class Studio:
    """A studio's library in memory; each field is stored in the table of its name.

    Of shows and versions only the heads are read when the library opens.
    """

    rooms: Shelf[Room] = field(default_factory=Shelf)
    profiles: Shelf[RoomProfile] = field(default_factory=Shelf)  # copies that the studio edits
    zones: Shelf[Zones] = field(default_factory=Shelf)
    golden: Shelf[Golden] = field(default_factory=Shelf)
    products: Shelf[Product] = field(default_factory=Shelf)
    voices: Shelf[Voice] = field(default_factory=Shelf)
    mappings: Shelf[ImportMapping] = field(default_factory=Shelf)
    shows: LazyShelf[Show, ShowHead] = field(default_factory=_no_shows)
    versions: LazyShelf[Version, VersionHead] = field(default_factory=_no_versions)

    def shelves(self) -> dict[str, Shelf[Kept]]:
        """Return the shelves by the name of their kind."""
        return {f.name: getattr(self, f.name) for f in fields(self)}
