"""The one door: open a library, edit it, undo, save reports; saved before shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.changes import Change
from app.core.clock import Clock
from app.core.errors import Trouble
from app.core.words import Text
from app.session.studio import Studio

if TYPE_CHECKING:
    from app.room.history import ReportHead, TrendPoint
    from app.room.report import RoomReport
    from app.storage.backup import Backup


class Session:
    """A library that is open. Edits come from one thread; reports may be read from any."""

    studio: Studio
    read_only: bool
    trouble: Trouble | None  # why it is read-only, or what was noticed while opening
    offered: Backup | None  # the newest good backup, where the library is damaged

    @classmethod
    def open(cls, home: Path | None = None, clock: Clock | None = None) -> Session:
        """Return the library in `home` opened; raises Environment where it cannot be used at all."""
        raise NotImplementedError

    def edit(self, change: Change, how: Callable[[Studio], Studio]) -> None:
        """Compute the new studio, save what differs, adopt it, tell the listeners.

        Raises Environment (nothing changed) when it cannot be saved, Refused when `how` refuses.
        """
        raise NotImplementedError

    def undo(self, workspace: str) -> Change | None:
        """Take back the newest step of `workspace` and return it; None when there is none."""
        raise NotImplementedError

    def redo(self, workspace: str) -> Change | None:
        """Do the newest undone step of `workspace` again and return it; None when there is none."""
        raise NotImplementedError

    def undo_label(self, workspace: str) -> Text | None:
        """Return the label of what `undo` would take back, or None."""
        raise NotImplementedError

    def redo_label(self, workspace: str) -> Text | None:
        """Return the label of what `redo` would do again, or None."""
        raise NotImplementedError

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each change, on the thread that made it; call the result to stop."""
        raise NotImplementedError

    def save_report(self, report: RoomReport, still: bytes | None) -> None:
        """Keep `report` and its picture (JPEG) for good; raises Environment with nothing stored."""
        raise NotImplementedError

    def reports(self, room: str | None = None, limit: int = 200) -> tuple[ReportHead, ...]:
        """Return the newest reports first, of one room or of all; safe on any thread."""
        raise NotImplementedError

    def report(self, id: str) -> RoomReport | None:  # noqa: A002 the field's word
        """Return a saved report; safe on any thread."""
        raise NotImplementedError

    def still(self, id: str) -> bytes | None:  # noqa: A002
        """Return the JPEG of a saved report; safe on any thread."""
        raise NotImplementedError

    def trend(self, metric: str, room: str | None = None, limit: int = 200) -> tuple[TrendPoint, ...]:
        """Return `metric` over the saved reports, oldest first; safe on any thread."""
        raise NotImplementedError

    def restore(self, backup: Path) -> None:
        """Put `backup` in the library's place (which is kept aside) and load it."""
        raise NotImplementedError

    def close(self) -> None:
        """Back up if anything changed and let go of the file."""
        raise NotImplementedError
