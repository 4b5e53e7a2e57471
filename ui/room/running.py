"""One live check at a time: started, heard of by wake-ups, finished into a report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.capture.sources import Sources
from app.core.clock import SystemClock
from app.metrics.measure import Act
from app.metrics.signals import Bytes, Zone
from app.session.live import LiveCheck
from ui.bridge import Wake

if TYPE_CHECKING:
    from app.metrics.picture.sheet import Sheet
    from app.room.profile import RoomProfile
    from app.room.report import RoomReport

STOPS_WITHIN_S = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Ended:
    """What a check left: its report, its picture (h, w, 3) RGB, the white sheet where one was seen."""

    report: RoomReport
    still: Bytes | None
    sheet: Sheet | None


class Running(QObject):
    """The live check, if one is on; `came` carries each new Snapshot."""

    came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check: LiveCheck | None = None
        self._sources = Sources()
        self._wake = Wake(self)
        self._wake.woke.connect(self._look)

    @property
    def on(self) -> bool:
        """Return whether a check runs."""
        return self._check is not None

    def start(
        self, sources: Sources, profile: RoomProfile, product: Zone | None, models: Path | None
    ) -> None:
        """Start a check over `sources`; one that runs is left without a report."""
        self.drop()
        self._sources = sources
        self._check = LiveCheck(
            sources.picture,
            sources.sound,
            profile,
            product,
            models,
            SystemClock(),
            self._wake,
            demo=sources.demo,
        )
        self._check.start()

    def finish(self, room: str) -> Ended | None:
        """Freeze the check into a report and release the devices; None where none was on."""
        check = self._check
        if check is None:
            return None
        ended = Ended(check.report(room=room), check.still(), check.sheet())
        self.drop()
        return ended

    def drop(self) -> bool:
        """Release the devices; return whether everything stopped in time."""
        check, self._check = self._check, None
        return check is None or check.stop(STOPS_WITHIN_S)

    def begin(self, act: str) -> None:
        """Begin to listen or look for an act."""
        if self._check is not None:
            self._check.begin(Act(act))

    def skip(self, act: str) -> None:
        """Leave an act out."""
        if self._check is not None:
            self._check.skip(Act(act))

    def use_profile(self, profile: RoomProfile) -> None:
        """Judge by `profile` from now on."""
        if self._check is not None:
            self._check.use_profile(profile)

    def use_product_zone(self, zone: Zone | None) -> None:
        """Measure the product in `zone` from now on."""
        if self._check is not None:
            self._check.use_product_zone(zone)

    def sheet(self) -> Sheet | None:
        """Return the white sheet seen so far."""
        return None if self._check is None else self._check.sheet()

    def still(self) -> Bytes | None:
        """Return the newest good picture."""
        return None if self._check is None else self._check.still()

    def report(self, room: str) -> RoomReport | None:
        """Return the report as it stands now."""
        return None if self._check is None else self._check.report(room=room)

    def formats(self) -> tuple[str, str]:
        """Return size and rate of the picture, and the rate of the sound, as they were opened."""
        picture, sound = self._sources.picture, self._sources.sound
        seen = picture.opened if picture is not None and self.on else None
        heard = sound.opened if sound is not None and self.on else None
        size = "" if seen is None else f"{seen.width}×{seen.height}"
        if seen is not None and seen.rate:
            size += f" · {seen.rate:.0f} fps"
        return size, "" if heard is None else f"{heard.rate / 1000:g} kHz"

    def _look(self) -> None:
        snapshot = self._check.snapshot() if self._check is not None else None
        if snapshot is not None:
            self.came.emit(snapshot)
