"""One recording at a time, checked off the GUI thread, with progress and cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core import paths
from app.core.errors import Trouble
from app.core.words import Text
from app.session.file_check import FileChecked, check_file

if TYPE_CHECKING:
    from app.metrics.signals import Zone
    from app.room.profile import RoomProfile
    from app.session.jobs import Job, Progress
    from ui.bridge import Later


class Recording(QObject):
    """The file that is being read, if one is."""

    read = Signal(object)  # FileChecked
    failed = Signal(object)  # Trouble
    progressed = Signal(float)

    def __init__(self, later: Later, parent: QObject) -> None:
        super().__init__(parent)
        self._later = later
        self._job: Job[FileChecked | None] | None = None

    def start(self, path: str, profile: RoomProfile, product: Zone | None, room: str) -> str:
        """Begin to read the file at `path`; return its name."""
        file = Path(path)

        def work(progress: Progress) -> FileChecked | None:
            return check_file(
                file,
                profile,
                product=product,
                models=paths.models(),
                room=room,
                progress=progress.tell,
                cancelled=lambda: progress.cancelled,
            )

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

    def _done(self, checked: FileChecked | None) -> None:
        self._job = None
        if checked is not None:
            self.read.emit(checked)

    def _failed(self, trouble: Trouble) -> None:
        self._job = None
        self.failed.emit(trouble)

    def _progressed(self, share: float, what: Text | None) -> None:
        del what
        self.progressed.emit(share)
