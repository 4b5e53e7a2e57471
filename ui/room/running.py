"""One live check at a time: started, heard of by wake-ups, finished into a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.capture.sources import Sources
from app.core.clock import SystemClock
from app.core.errors import Trouble
from app.metrics.measure import Act
from app.metrics.signals import Bytes, Zone
from app.session.live import LiveCheck
from ui.bridge import Later, Wake
from ui.room.ending import Ended, Keep, kept

if TYPE_CHECKING:
    from app.metrics.picture.sheet import Sheet
    from app.room.profile import RoomProfile
    from app.room.report import RoomReport
    from app.session.jobs import Progress

STOPS_WITHIN_S = 3.0


class Running(QObject):
    """The live check, if one is on; `came` carries each new Snapshot, `ended` what a finished one left.

    Devices are released off the GUI thread; a check that is started meanwhile opens them when they are
    free.
    """

    came = Signal(object)
    ended = Signal(object)  # Ended
    failed = Signal(object)  # Trouble: the check ended without a report

    def __init__(self, later: Later, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._later = later
        self._check: LiveCheck | None = None
        self._sources = Sources()
        self._opened = False
        self._releasing = 0
        self._wake = Wake(self)
        self._wake.woke.connect(self._look)

    @property
    def on(self) -> bool:
        """Return whether a check runs, or will as soon as its devices are free."""
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
        self._open()

    def finish(self, room: str, keep: Keep) -> bool:
        """Freeze the check into a report, keep it, release the devices; `ended` or `failed` follows.

        Returns False where no check was on.
        """
        check = self._taken()
        if check is None:
            return False

        def work(progress: Progress) -> Ended:
            del progress
            ended = kept(check.report(room=room), check.still(), check.sheet(), keep)
            check.stop(STOPS_WITHIN_S)
            return ended

        self._releasing += 1
        self._later.run(work, self._finished, failed=self._not_finished)
        return True

    def drop(self) -> None:
        """Release the devices, without a report."""
        opened = self._opened
        check = self._taken()
        if check is None or not opened:
            return

        def work(progress: Progress) -> None:
            del progress
            check.stop(STOPS_WITHIN_S)

        self._releasing += 1
        self._later.run(work, self._released, failed=self._released)

    def close(self, timeout: float) -> bool:
        """Release the devices and wait for it; return whether everything stopped in time."""
        check = self._taken()
        return check is None or check.stop(timeout)

    def _taken(self) -> LiveCheck | None:
        check, self._check, self._opened = self._check, None, False
        return check

    def _open(self) -> None:
        if self._check is not None and not self._opened and not self._releasing:
            self._opened = True
            self._check.start()

    def _finished(self, ended: Ended) -> None:
        self._released()
        self.ended.emit(ended)

    def _not_finished(self, trouble: Trouble) -> None:
        self._released()
        self.failed.emit(trouble)

    def _released(self, _: object = None) -> None:
        self._releasing -= 1
        self._open()

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
