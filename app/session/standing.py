"""The troubles that stand at this moment of a check: each comes once and goes when it is cured."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import StrEnum

from app.core.errors import Trouble


class Place(StrEnum):
    """Where a trouble stands; the order is the order of showing."""

    FAULT = "fault"
    PICTURE = "picture"
    SOUND = "sound"
    PICTURE_STOPPED = "picture stopped"
    SOUND_STOPPED = "sound stopped"
    BLACK = "black"
    SILENT = "silent"
    PICTURE_CHANGED = "picture changed"
    SOUND_CHANGED = "sound changed"


class Standing:
    """At most one trouble a place; safe to tell and to read from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._troubles: dict[Place, Trouble] = {}

    def tell(self, place: Place, trouble: Trouble | None) -> None:
        """Let `trouble` stand at `place` (told again it stays the same object), or the place be well."""
        with self._lock:
            old = self._troubles.get(place)
            if trouble is None:
                self._troubles.pop(place, None)
            elif old is None or old.what != trouble.what:
                self._troubles[place] = trouble

    def keep(self, place: Place, make: Callable[[], Trouble], *, present: bool) -> None:
        """Let a trouble stand at `place` for as long as it is present; made once, when it begins."""
        with self._lock:
            if not present:
                self._troubles.pop(place, None)
            elif place not in self._troubles:
                self._troubles[place] = make()

    def at(self, place: Place) -> Trouble | None:
        """Return what stands at `place`."""
        with self._lock:
            return self._troubles.get(place)

    def all(self) -> tuple[Trouble, ...]:
        """Return what stands, in the order of `Place`."""
        with self._lock:
            return tuple(self._troubles[p] for p in Place if p in self._troubles)
