"""One recording at a time, checked off the GUI thread, with progress and cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core import paths
from app.core.errors import Trouble
from app.core.words import Text
from app.session.file_check import check_file
from ui.room.ending import Ended, Keep, kept

if TYPE_CHECKING:
    from app.metrics.signals import Zone
    from app.room.profile import RoomProfile
    from app.session.jobs import Job, Progress
    from ui.bridge import Later


class Recording(QObject):
    """The file that is being read, if one is."""

    read = Signal(object)  # Ended
    failed = Signal(object)  # Trouble
    progressed = Signal(float)

    def __init__(self, later: Later, parent: QObject) -> None:
        super().__init__(parent)
        self._later = later
        self._job: Job[Ended | None] | None = None

    def start(
        self, path: str, profile: RoomProfile, product: Zone | None, room: str, keep: Keep
    ) -> str:
        """Begin to read the file at `path`, to keep its report; return the file's name."""
        file = Path(path)

        def work(progress: Progress) -> Ended | None:
            checked = check_file(
                file,
                profile,
                product=product,
                models=paths.models(),
                room=room,
                progress=progress.tell,
                cancelled=lambda: progress.cancelled,
            )
            if checked is None or progress.cancelled:
                return None
            looking = checked.check.looking
            sheet = None if looking is None else looking.sheet()
            return kept(checked.report, checked.still, sheet, keep, checked.note)

        self._job = self._later.run(
            work, self._done, failed=self._failed, progress=self._progressed
        )
        return file.name

    def cancel(self) -> bool:
        """Read no further; return whether anything was being read."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        return job is not None

    def _done(self, ended: Ended | None) -> None:
        self._job = None
        if ended is not None:
            self.read.emit(ended)

    def _failed(self, trouble: Trouble) -> None:
        self._job = None
        self.failed.emit(trouble)

    def _progressed(self, share: float, what: Text | None) -> None:
        del what
        self.progressed.emit(share)
