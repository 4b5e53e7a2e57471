"""Undo and redo of the workspace on the screen, with their labels and the toast."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Change
from app.core.errors import Trouble
from app.core.words import text
from ui.bridge import Wake
from ui.widgets.page import Page
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from app.session.session import Session


class History(QObject):
    """Walks the session's steps for one workspace at a time."""

    trouble = Signal(object)
    renamed = Signal(object, object)  # what undo and redo would do: Text | None each

    def __init__(self, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._toast = toast
        self._touched: deque[frozenset[str]] = deque()
        self._wake = Wake(self)
        self._wake.woke.connect(self._tell_pages)
        self._session: Session | None = None
        self._pages: dict[str, Page] = {}
        self._workspace = ""
        self._stop: Callable[[], None] | None = None
        toast.undone.connect(self.undo)

    def follow(self, session: Session | None, pages: dict[str, Page]) -> None:
        """Walk the steps of `session` and tell `pages` what each touched."""
        self.let_go()
        self._session, self._pages = session, pages
        if session is not None:
            self._stop = session.listen(self._changed)
        self._refresh()

    def let_go(self) -> None:
        """Hear of no more changes."""
        if self._stop is not None:
            self._stop()
        self._stop = self._session = None

    def walk(self, page: Page | None) -> None:
        """Undo and redo belong to the workspace of `page` from now on."""
        self._workspace = page.workspace if page is not None else ""
        self._refresh()

    def undo(self) -> None:
        """Take back the newest act of the workspace and say which it was."""
        if self._session is None or not self._workspace:
            return
        try:
            change = self._session.undo(self._workspace)
        except Trouble as trouble:
            self.trouble.emit(trouble)
            return
        if change is not None:
            self._toast.show_done(text("Undone: {act}", act=change.label), False)

    def redo(self) -> None:
        """Do the newest act that was taken back again, and say which it was."""
        if self._session is None or not self._workspace:
            return
        try:
            change = self._session.redo(self._workspace)
        except Trouble as trouble:
            self.trouble.emit(trouble)
            return
        if change is not None:
            self._toast.show_done(text("Done again: {act}", act=change.label), False)

    def _changed(self, change: Change) -> None:
        # A report may be saved by a worker, so the news crosses over like any other.
        self._touched.append(frozenset(str(kind) for kind in change.touched))
        self._wake()

    def _tell_pages(self) -> None:
        touched: frozenset[str] = frozenset()
        while self._touched:
            touched |= self._touched.popleft()
        for page in list(self._pages.values()):
            page.studio_changed(touched)
        self._refresh()

    def _refresh(self) -> None:
        if self._session is None or not self._workspace:
            self.renamed.emit(None, None)
            return
        self.renamed.emit(
            self._session.undo_label(self._workspace), self._session.redo_label(self._workspace)
        )
