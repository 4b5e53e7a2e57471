"""What every test of the window stands on: nothing of ours outlives it, and words start in English."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.settings import Settings
from ui import theme
from ui.bridge import Later
from ui.shell.dress import Dress
from ui.shell.library import LibraryDoor
from ui.shell.pages import Entry
from ui.shell.window import Window, usual_size
from ui.widgets.desk import Choices
from ui.words import speak


@pytest.fixture(autouse=True)
def rubbish_stays_on_this_thread(qapp: QApplication) -> Iterator[None]:
    """Clear cycles between the tests only, as the app does it on its GUI thread only."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def nothing_outlives(qapp: QApplication) -> Iterator[None]:
    """Fail where a thread, a running timer or a window of ours is left behind."""
    speak("en")
    theme.apply(qapp, theme.Look("dark"), usual_size())
    threads = set(threading.enumerate())
    windows = set(map(id, QApplication.topLevelWidgets()))
    yield
    for window in QApplication.topLevelWidgets():
        if id(window) not in windows and window.parent() is None:
            window.close()
    # deleteLater of pages and pops of menus happen on the next turn of the event loop.
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [t.name for t in threading.enumerate() if t not in threads and t.is_alive()]
    assert not left, f"threads left behind: {left}"
    shown = [w for w in QApplication.topLevelWidgets() if id(w) not in windows and w.isVisible()]
    assert not shown, f"windows left behind: {shown}"
    ticking = [
        timer
        for window in QApplication.topLevelWidgets()
        for timer in window.findChildren(QTimer)
        if timer.isActive() and type(window).__module__.startswith("ui.")
    ]
    assert not ticking, f"timers left behind: {ticking}"
    speak("en")


class Shell:
    """A window with everything in it, as `main` builds it."""

    def __init__(
        self, home: Path, settings: Settings, entries: tuple[Entry, ...], page: str = ""
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.choices = Choices(home, settings)
        self.dress = Dress(app, self.choices, usual_size())
        self.later = Later()
        self.door = LibraryDoor(home, self.later, self.later)
        self.window = Window(self.dress, self.choices, self.door, page=page, entries=entries)

    def open(self, qtbot: QtBot) -> None:
        """Show the window and wait until its first page is there."""
        qtbot.addWidget(self.window)
        self.window.restore()
        with qtbot.waitExposed(self.window):
            self.window.show()
        qtbot.waitUntil(self.there, timeout=20000)

    def there(self) -> bool:
        """Return whether the first page is on the screen."""
        return self.window.conduct is not None and self.window.conduct.page() is not None


@pytest.fixture
def make_shell() -> type[Shell]:
    """Return what makes a window with everything in it."""
    return Shell
