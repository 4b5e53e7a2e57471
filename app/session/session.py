"""The one door: open a library, edit it, undo, save reports; saved before shown."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core import paths
from app.core.changes import Change, Touched
from app.core.clock import Clock, SystemClock
from app.core.errors import Environment, Refused, Trouble
from app.core.words import Text, text
from app.session import keeping
from app.session.history import Done, History, applied, differences, reversed_steps, stands
from app.session.studio import Studio

if TYPE_CHECKING:
    from app.room.history import ReportHead, TrendPoint
    from app.room.report import RoomReport
    from app.storage.backup import Backup
    from app.storage.library import Opened, Verified
    from app.storage.store import Step

log = logging.getLogger(__name__)
EVERYTHING = frozenset(Touched)
SAVED = Change(text("Save report"), "", frozenset({Touched.REPORT}))


class Session:
    """A library that is open. Edits may come from any thread, one after the other; all may read."""

    def __init__(self, home: Path, clock: Clock, opened: Opened) -> None:
        self.home = home
        self._clock = clock
        self._changing = threading.RLock()
        self._listeners: list[Callable[[Change], None]] = []
        self._adopt(opened)

    @classmethod
    def open(cls, home: Path | None = None, clock: Clock | None = None) -> Session:
        """Return the library in `home` opened, read-only where it is damaged or may not be written.

        Raises Environment where it cannot be used at all: of a newer app, or no place for it.
        """
        # The database takes 0.4 s to load, which the first window need not wait for.
        from app.storage.library import open_library

        home, clock = home or paths.home(), clock or SystemClock()
        return cls(home, clock, open_library(home, clock.wall()))

    @property
    def studio(self) -> Studio:
        """Return everything typed in or chosen, as it is stored."""
        return self._studio

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be stored; `trouble` says why."""
        return self._read_only

    @property
    def trouble(self) -> Trouble | None:
        """Return what was found while opening and what to do about it, or None."""
        return self._trouble

    @property
    def offered(self) -> Backup | None:
        """Return the backup that would help, for `restore(offered.file)`; or None."""
        return self._offered

    def edit(self, change: Change, how: Callable[[Studio], Studio]) -> None:
        """Compute the new studio, save what differs, adopt it, tell the listeners.

        An edit that changes nothing is no step. Raises Environment (nothing changed) when it cannot be
        saved, Refused when `how` refuses or another program changed the same thing.
        """
        with self._changing:
            steps = differences(self._studio, how(self._studio))
            if steps:
                self._save(steps)
                self._histories[change.workspace].add(Done(change, steps))
        if steps:
            self._tell(change)

    def undo(self, workspace: str) -> Change | None:
        """Take back the newest step of `workspace` and return it; None when there is none.

        Raises Refused where another workspace has changed the same thing since (the step is given up),
        Environment (nothing changed) when it cannot be saved.
        """
        with self._changing:
            history = self._histories[workspace]
            if not history.undo:
                return None
            done = history.undo[-1]
            self._replay(done, reversed_steps(done.steps), history.undo.pop)
            history.redo.append(done)
        self._tell(done.change)
        return done.change

    def redo(self, workspace: str) -> Change | None:
        """Do the newest undone step of `workspace` again and return it; None when there is none."""
        with self._changing:
            history = self._histories[workspace]
            if not history.redo:
                return None
            done = history.redo[-1]
            self._replay(done, done.steps, history.redo.pop)
            history.undo.append(done)
        self._tell(done.change)
        return done.change

    def undo_label(self, workspace: str) -> Text | None:
        """Return the label of what `undo` would take back, or None."""
        history = self._histories[workspace]
        return history.undo[-1].change.label if history.undo else None

    def redo_label(self, workspace: str) -> Text | None:
        """Return the label of what `redo` would do again, or None."""
        history = self._histories[workspace]
        return history.redo[-1].change.label if history.redo else None

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after each change, on the thread that made it; call the result to stop."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def save_report(self, report: RoomReport, still: bytes | None, room: str = "") -> None:
        """Keep `report` and its picture (JPEG) for good, under the room with the id `room`.

        Raises Environment with nothing stored.
        """
        self._refuse_read_only()
        if still is not None:
            report = replace(report, still=hashlib.sha256(still).hexdigest())
        self._store.add_report(report, room, still)
        self._tell(SAVED)

    def reports(self, room: str | None = None, limit: int = 200) -> tuple[ReportHead, ...]:
        """Return the newest reports first, of one room or of all; safe on any thread."""
        return self._store.heads(room, limit)

    def report(self, id: str) -> RoomReport | None:  # noqa: A002 the field's word
        """Return a saved report; safe on any thread."""
        return self._store.report(id)

    def still(self, id: str) -> bytes | None:  # noqa: A002
        """Return the JPEG of a saved report; safe on any thread."""
        return self._store.still(id)

    def trend(
        self, metric: str, room: str | None = None, limit: int = 200
    ) -> tuple[TrendPoint, ...]:
        """Return `metric` over the saved reports, oldest first; safe on any thread."""
        return self._store.trend(metric, room, limit)

    def verify(self) -> Verified:
        """Return what is wrong with the library, everything read; safe on any thread."""
        return keeping.verify(self.home)

    def back_up(self) -> Backup:
        """Copy the library into its backups and return the copy; safe on any thread.

        Raises Environment where the disk refuses.
        """
        return keeping.back_up(self.home, self._clock)

    def restore(self, source: Path) -> Path | None:
        """Put the library `source` in this one's place, load it, and return where the old one is kept.

        Raises what `app.storage.library.restore` raises; the library is then open as before.
        """
        from app.storage.library import open_library, restore

        try:
            with self._changing:
                self._store.close()
                try:
                    return restore(self.home, source, self._clock.wall())
                finally:
                    self._adopt(open_library(self.home, self._clock.wall()))
        finally:
            self._tell(Change(text("Restore a backup"), "", EVERYTHING))

    def close(self) -> None:
        """Back up if anything was stored since it was opened, and let go of the file."""
        written, self._store.written = self._store.written, 0
        try:
            if written:
                self.back_up()
        except Environment as trouble:
            log.warning("%s", trouble)
        finally:
            self._store.close()

    def _adopt(self, opened: Opened) -> None:
        self._store = opened.store
        self._studio = _studio(opened.values)
        self._read_only = opened.read_only
        self._trouble = opened.trouble
        self._offered = opened.offered
        self._histories: defaultdict[str, History] = defaultdict(History)

    def _save(self, steps: tuple[Step, ...]) -> None:
        from app.storage.store import ChangedElsewhere

        self._refuse_read_only()
        try:
            self._store.write(steps)
        except ChangedElsewhere:
            self._studio = _studio(self._store.load())
            self._histories.clear()
            self._tell(Change(text("Changes from another window"), "", EVERYTHING))
            raise
        self._studio = applied(self._studio, steps)

    def _replay(self, done: Done, steps: tuple[Step, ...], pop: Callable[[], Done]) -> None:
        if not stands(self._studio, steps):
            pop()
            raise Refused(
                text("“{label}” was changed again elsewhere and stays.", label=done.change.label),
                text("Change it by hand."),
            )
        self._save(steps)
        pop()

    def _refuse_read_only(self) -> None:
        if self._read_only:
            trouble = self._trouble
            raise Environment(
                trouble.what if trouble else text("The library may only be read."),
                trouble.todo if trouble else text("Nothing was changed."),
            )

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)


def _studio(values: dict[str, list[Any]]) -> Studio:
    empty: dict[str, Any] = Studio().shelves()
    return Studio(**{kind: empty[kind].holding(found) for kind, found in values.items()})
