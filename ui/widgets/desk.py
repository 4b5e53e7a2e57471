"""What every page is handed: the open library, the person's choices, and work off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.errors import Environment
from app.core.settings import Settings, save_settings
from ui.bridge import Later

if TYPE_CHECKING:
    from app.session.session import Session


class Choices(QObject):
    """The person's settings: read `now`, change by name; saved a moment later and at the end.

    What was asked `for_now` (on the command line) holds until it is changed here, and is never saved.
    """

    changed = Signal(object)  # frozenset of the names that changed
    unsaved = Signal(object)  # Environment

    def __init__(
        self,
        home: Path,
        settings: Settings,
        parent: QObject | None = None,
        *,
        for_now: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(parent)
        asked = dict(for_now or {})
        self.now = replace(settings, **asked)
        self._saved_instead = {name: getattr(settings, name) for name in asked}
        self._home = home
        self._dirty = False
        self._soon = QTimer(self, singleShot=True, interval=800)
        self._soon.timeout.connect(self.save)

    def change(self, **values: Any) -> None:
        """Set choices by name and tell who listens; unchanged values are nothing."""
        fresh = {k: v for k, v in values.items() if getattr(self.now, k) != v}
        chosen = values.keys() & self._saved_instead.keys()
        if not fresh and not chosen:
            return
        for name in chosen:
            del self._saved_instead[name]
        self.now = replace(self.now, **fresh)
        self._dirty = True
        self._soon.start()
        if fresh:
            self.changed.emit(frozenset(fresh))

    def save(self) -> None:
        """Write the settings now if any changed."""
        self._soon.stop()
        if not self._dirty:
            return
        try:
            save_settings(self._home, replace(self.now, **self._saved_instead))
        except Environment as trouble:
            self.unsaved.emit(trouble)
            return
        self._dirty = False


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to a page's factory. `session` is None where the library could not be opened."""

    home: Path
    session: Session | None
    choices: Choices
    later: Later
    demo: bool = False
