"""Looking a library over and copying it, open or not: what can be done with one that will not open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.core.clock import Clock, SystemClock

if TYPE_CHECKING:
    from app.storage.backup import Backup
    from app.storage.library import Verified


def verify(home: Path) -> Verified:
    """Return what is wrong with the library of `home`, everything read; safe on any thread."""
    from app.storage.library import verify

    return verify(home)


def back_up(home: Path, clock: Clock | None = None) -> Backup:
    """Copy the library of `home` into its backups and return the copy; safe on any thread.

    Raises Environment where the disk refuses.
    """
    from app.storage.backup import back_up
    from app.storage.library import library_file

    return back_up(library_file(home), home, (clock or SystemClock()).wall())
