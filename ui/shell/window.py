"""The window: it connects rail, header, banners, stage and status bar, and decides nothing."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from app.core.errors import Trouble
from app.core.words import Text, text
from ui.actions import act
from ui.shell.dress import Dress
from ui.shell.frame import Frame
from ui.shell.header import PageHeader
from ui.shell.history import History
from ui.shell.keys_panel import about_body, keys_body
from ui.shell.library import LibraryDoor
from ui.shell.menus import Menus
from ui.shell.pages import ENTRIES, Entry
from ui.shell.parts import move_focus
from ui.widgets.desk import Choices, Desk
from ui.widgets.focus_ring import FocusRing
from ui.widgets.page import Page
from ui.words import say

if TYPE_CHECKING:
    from app.session.session import Session

ENDS_WITHIN_S = 5.0
USUAL_SIZE, SMALLEST = QSize(1440, 900), QSize(960, 600)


class Window(QMainWindow):
    """The one window of the app; the library is opened after its first paint."""

    def __init__(
        self,
        dress: Dress,
        choices: Choices,
        door: LibraryDoor,
        *,
        page: str = "",
        demo: bool = False,
        entries: tuple[Entry, ...] = ENTRIES,
    ) -> None:
        super().__init__()
        self._dress, self._choices, self._door, self._demo = dress, choices, door, demo
        self._entries = {entry.key: entry for entry in entries}
        wanted = page or choices.now.page
        self._wanted = wanted if wanted in self._entries else entries[0].key
        self.frame = Frame()
        self.setCentralWidget(self.frame)
        self.setMinimumSize(SMALLEST)
        self.ring = FocusRing(self)
        self.menus = Menus(self, self.frame.rail.mark)
        self.history = History(self.frame.stage.toast, self)
        say(self.setWindowTitle, "Greenroom")
        for number, entry in enumerate(entries, 1):
            self.frame.rail.add(entry.key, entry.icon, entry.name, foot=entry.foot)
            act(self, entry.name, functools.partial(self.go, entry.key), keys=(f"Ctrl+{number}",))
        act(self, text("Next part of the window"), self.next_part, keys=("F6",))
        act(self, text("Previous part of the window"), self.previous_part, keys=("Shift+F6",))
        self.frame.rail.select(self._wanted)
        self._connect()
        self._opening = QTimer(self, singleShot=True, interval=0)
        self._opening.timeout.connect(self._open)
        self._begun = self._alt = False

    def _connect(self) -> None:
        frame = self.frame
        frame.rail.chosen.connect(self.go)
        frame.stage.made.connect(self._made)
        self._door.opened.connect(self._opened)
        self._door.trouble.connect(self.show_trouble)
        self._door.backed_up.connect(self._say_done)
        self._door.verified.connect(self._say_done)
        self._choices.unsaved.connect(self.show_trouble)
        self.history.trouble.connect(self.show_trouble)
        self.menus.fill(self, self.history, self._door, self._dress)

    def page(self) -> Page | None:
        """Return the page on the screen, None until the library was opened."""
        return self.frame.stage.page()

    def go(self, key: str) -> None:
        """Show the page `key`."""
        self._wanted = key
        self.frame.rail.select(key)
        self.frame.stage.go(self._entries[key])
        page = self.page()
        if page is not None:
            self.frame.header.show_for(key)
            self.frame.status.show_for(page)
            self.history.walk(page)
        self._choices.change(page=key)

    def go_settings(self) -> None:
        """Show the settings."""
        self.go("settings")

    def show_trouble(self, trouble: Trouble, key: object = None) -> None:
        """Say a trouble of the environment in a banner."""
        self.frame.banners.trouble(key or trouble.what.en, trouble.what, trouble.todo)

    def list_keys(self) -> None:
        """List the keys in the side panel."""
        self.frame.stage.open_side(text("Keys"), keys_body(self))

    def about(self) -> None:
        """Say version and licence in the side panel."""
        self.frame.stage.open_side(text("About Greenroom"), about_body())

    def full_screen(self) -> None:
        """Fill the screen, or return from it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_part(self) -> None:
        """Move the focus to the next part of the window."""
        move_focus(self.frame.parts(), 1)
        self.ring.by_key()

    def previous_part(self) -> None:
        """Move the focus to the part before."""
        move_focus(self.frame.parts(), -1)
        self.ring.by_key()

    def restore(self) -> None:
        """Take the place and size the window had when it was closed."""
        kept = self._choices.now.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(usual_size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Open the library once the first picture of the window is on the screen."""
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            self._opening.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the density that fits."""
        super().resizeEvent(event)
        self._dress.fit(event.size())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 Qt's signature
        """Show the focus ring from the first Tab on."""
        moved = super().focusNextPrevChild(next)
        self.ring.by_key()
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do the first line's button when nothing else wants it."""
        self._alt = event.key() == Qt.Key.Key_Alt
        page = self.page()
        line = page.first_line if page is not None else None
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and line is not None and line.button.isVisible():
            line.button.click()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the menu when Alt was pressed alone."""
        if event.key() == Qt.Key.Key_Alt and self._alt:
            self.menus.alt_pressed()
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's state, end all work, let go of the library."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._choices.change(geometry=geometry, **self.frame.stage.kept(self._choices.now))
        self._opening.stop()
        self.frame.stage.close_down(ENDS_WITHIN_S)
        self.history.let_go()
        self._door.close(ENDS_WITHIN_S)
        self._choices.save()
        super().closeEvent(event)

    def _open(self) -> None:
        self._door.open([self._entries[self._wanted]])

    def _opened(self, session: Session | None, trouble: Trouble | None) -> None:
        stage = self.frame.stage
        stage.furnish(Desk(self._door.home, session, self._choices, self._door.later, self._demo))
        self.history.follow(session, stage.pages)
        if trouble is not None:
            self.show_trouble(trouble, "library")
        self.go(self._wanted)

    def _made(self, entry: Entry) -> None:
        page = self.frame.stage.pages[entry.key]
        title = PageHeader(entry.name, page.context(), page.header_actions())
        self.frame.header.add(entry.key, title)
        self.frame.status.follow(page)
        page.trouble.connect(self.frame.banners.trouble)
        page.cured.connect(self.frame.banners.cured)

    def _say_done(self, said: Text) -> None:
        self.frame.stage.toast.show_done(said, False)


def usual_size() -> QSize:
    """Return the size of a first window: 1440 × 900, or what the screen has room for."""
    return USUAL_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize())
