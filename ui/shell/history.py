"""Undo and redo of the workspace on the screen, with their labels and the toast."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.changes import Change
from app.core.errors import Trouble
from app.core.words import text
from ui.bridge import Later, Wake
from ui.widgets.page import Page
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from app.session.jobs import Progress
    from app.session.session import Session


class History(QObject):
    """Walks the session's steps for one workspace at a time."""

    trouble = Signal(object)
    renamed = Signal(object, object)  # what undo and redo would do: Text | None each

    def __init__(self, toast: Toast, later: Later, parent: QObject) -> None:
        super().__init__(parent)
        self._later = later
        self._steps: deque[tuple[Callable[[Progress], Change | None], Callable[[Change], None]]] = (
            deque()
        )
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
        """Take back the newest act of the workspace; the toast then says which it was."""
        self._walk(redo=False)

    def redo(self) -> None:
        """Do the newest act that was taken back again; the toast then says which it was."""
        self._walk(redo=True)

    def _walk(self, *, redo: bool) -> None:
        session, workspace = self._session, self._workspace
        if session is None or not workspace:
            return

        def step(progress: Progress) -> Change | None:
            del progress
            return session.redo(workspace) if redo else session.undo(workspace)

        self._steps.append((step, self._done_again if redo else self._undone))
        if len(self._steps) == 1:
            self._next()

    def _next(self) -> None:
        """Do the step that waits longest; each waits for the one before."""
        if self._steps:
            self._later.run(self._steps[0][0], self._walked, failed=self._refused)

    def _walked(self, change: Change | None) -> None:
        _, say = self._steps.popleft()
        if change is not None:
            say(change)
        self._next()

    def _refused(self, trouble: Trouble) -> None:
        self._steps.popleft()
        self.trouble.emit(trouble)
        self._next()

    def _undone(self, change: Change) -> None:
        self._toast.show_done(text("Undone: {act}", act=change.label), False)

    def _done_again(self, change: Change) -> None:
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
