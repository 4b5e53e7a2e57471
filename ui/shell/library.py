"""The library as the window handles it: opened, checked and backed up off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from app.core.errors import Environment, Trouble
from app.core.words import Text, text
from ui.bridge import Later

if TYPE_CHECKING:
    from app.session.jobs import Progress
    from app.session.session import Session
    from app.storage.backup import Backup
    from ui.shell.pages import Entry


class LibraryDoor(QObject):
    """Opens the library once; afterwards verifies it and makes backups on request."""

    opened = Signal(object, object)  # Session | None, Trouble | None
    backed_up = Signal(object)  # Text
    verified = Signal(object, bool)  # Text, whole?
    restored = Signal(object)  # Text
    trouble = Signal(object)  # Trouble

    def __init__(self, home: Path, later: Later, parent: QObject) -> None:
        super().__init__(parent)
        self.home, self.later = home, later
        self.session: Session | None = None

    def open(self, entries: Sequence[Entry]) -> None:
        """Open the library and load the modules of `entries`; `opened` follows."""
        self._entries = tuple(entries)
        self.later.run(self._load, self._loaded, failed=self._not_opened)

    def open_folder(self) -> None:
        """Show the library's folder in the system's file manager."""
        from PySide6.QtGui import QDesktopServices

        self.home.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.home)))

    def back_up(self) -> None:
        """Copy the library into its backups; `backed_up` or `trouble` follows."""
        self.later.run(self._back_up, self._backed_up, failed=self._failed)

    def verify(self) -> None:
        """Read the whole library and its media; `verified` or `trouble` follows."""
        self.later.run(self._verify, self._verified, failed=self._failed)

    def restore(self) -> None:
        """Put the backup that is offered in the library's place; `restored` or `trouble` follows."""
        session = self.session
        if session is None or session.offered is None:
            return
        self.later.run(
            partial(_put_back, session, session.offered), self._restored, failed=self._failed
        )

    def close(self, timeout: float) -> None:
        """End what is under way and let go of the library."""
        self.later.close(timeout)
        if self.session is not None:
            self.session.close()
            self.session = None

    def _load(self, progress: Progress) -> tuple[Session | None, Trouble | None]:
        for entry in self._entries:
            progress.tell(0.0)
            entry.load()
        from app.session.session import Session

        try:
            session = Session.open(self.home)
        except Environment as trouble:
            return None, trouble
        return session, session.trouble

    def _loaded(self, found: tuple[Session | None, Trouble | None]) -> None:
        self.session = found[0]
        self.opened.emit(*found)

    def _not_opened(self, trouble: Trouble) -> None:
        self.opened.emit(None, trouble)

    def _back_up(self, progress: Progress) -> Text:  # noqa: ARG002 nothing to tell on the way
        from app.session.keeping import back_up

        made = back_up(self.home)
        return text("Backed up as {name}", name=made.file.name)

    def _verify(self, progress: Progress) -> tuple[Text, bool]:  # noqa: ARG002
        from app.session.keeping import verify

        found = verify(self.home)
        if found.problems:
            first = found.problems[0]
            return text("{count} problems. {first}", count=len(found.problems), first=first), False
        said = text(
            "Whole: {reports} reports, {media} pictures", reports=found.reports, media=found.media
        )
        return said, True

    def _backed_up(self, said: Text) -> None:
        self.backed_up.emit(said)

    def _verified(self, found: tuple[Text, bool]) -> None:
        self.verified.emit(*found)

    def _restored(self, said: Text) -> None:
        self.restored.emit(said)

    def _failed(self, trouble: Trouble) -> None:
        self.trouble.emit(trouble)


def _put_back(session: Session, offered: Backup, progress: Progress) -> Text:
    del progress  # what is half restored helps nobody, so it is not to be cancelled
    aside = session.restore(offered.file)
    return text(
        "Restored the backup of {at:%Y-%m-%d %H:%M} UTC. The damaged file is kept as {name}",
        at=offered.at,
        name=aside.name if aside is not None else "—",
    )
