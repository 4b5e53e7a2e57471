"""What a check leaves when it ends: made and kept off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import Trouble
from app.core.words import Text
from app.metrics.signals import Bytes

if TYPE_CHECKING:
    from app.metrics.picture.sheet import Sheet
    from app.room.report import RoomReport

Keep = Callable[["RoomReport", bytes | None], bool]
"""Stores a report with its JPEG and returns whether there was a library; raises Environment."""


@dataclass(frozen=True, slots=True, eq=False)
class Ended:
    """A report, its picture (h, w, 3) RGB and as JPEG, the white sheet where one was seen.

    `trouble` says why it could not be kept, `note` what could not be read of a recording.
    """

    report: RoomReport
    still: Bytes | None
    sheet: Sheet | None
    encoded: bytes | None
    kept: bool
    trouble: Trouble | None = None
    note: Text | None = None


def kept(
    report: RoomReport,
    still: Bytes | None,
    sheet: Sheet | None,
    keep: Keep,
    note: Text | None = None,
) -> Ended:
    """Return `report` encoded and stored; where it cannot be stored, with the trouble."""
    from app.exchange.still import jpeg  # late: loads OpenCV

    encoded, stored, trouble = None if still is None else jpeg(still), False, None
    try:
        stored = keep(report, encoded)
    except Trouble as found:
        trouble = found
    return Ended(report, still, sheet, encoded, stored, trouble, note)
