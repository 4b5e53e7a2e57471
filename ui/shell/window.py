"""The window: its ground is on the screen at once; all that stands on it follows right after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from ui.shell.ground import Ground

if TYPE_CHECKING:
    from app.core.errors import Trouble
    from ui.shell.conduct import Conduct
    from ui.shell.dress import Dress
    from ui.shell.library import LibraryDoor
    from ui.shell.pages import Entry
    from ui.widgets.desk import Choices

ENDS_WITHIN_S = 5.0
USUAL_SIZE, SMALLEST = QSize(1440, 900), QSize(960, 600)


class Window(QMainWindow):
    """The one window of the app.

    Its first picture is the ground of rail, header and status bar in the person's tokens. Importing
    and building the widgets takes as long again as a bare window does, so it is done after that. For
    the same reason nothing up to there may touch `Qt`: making its hundred enums costs 25 ms and more.
    """

    def __init__(
        self,
        dress: Dress,
        choices: Choices,
        door: LibraryDoor,
        *,
        page: str = "",
        demo: bool = False,
        entries: tuple[Entry, ...] | None = None,
        troubles: tuple[Trouble, ...] = (),
    ) -> None:
        super().__init__()
        self.conduct: Conduct | None = None
        self._dress, self._choices, self._door = dress, choices, door
        self._page, self._demo, self._entries, self._troubles = page, demo, entries, troubles
        self._begun = self._alt = False
        self._ground = Ground()
        self._ground.painted.connect(self._ground_painted)
        self.setCentralWidget(self._ground)
        self._furnishing = QTimer(self, singleShot=True, interval=0)
        self._furnishing.timeout.connect(self.furnish)
        self.setMinimumSize(SMALLEST)

    def furnish(self) -> None:
        """Put everything into the window and open the library; done once, by itself."""
        from ui.shell.conduct import Conduct

        self._furnishing.stop()
        if self.conduct is not None:
            return
        self._begun = True
        self._dress.begin()
        self.conduct = Conduct(
            self, self._dress, self._choices, self._door, demo=self._demo, entries=self._entries
        )
        self.conduct.begin(self._page, self._troubles)

    def _ground_painted(self) -> None:
        if not self._begun:
            self._begun = True
            self._furnishing.start()

    def restore(self) -> None:
        """Take the place and size the window had when it was closed."""
        kept = self._choices.now.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(usual_size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the density that fits."""
        super().resizeEvent(event)
        self._dress.fit(event.size())
        if self.conduct is None:
            self._ground.lay()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 Qt's signature
        """Show the focus ring from the first Tab on."""
        moved = super().focusNextPrevChild(next)
        if self.conduct is not None:
            self.conduct.ring.by_key()
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do the first line's button when nothing else wants it."""
        self._alt = event.key() == QtCore.Qt.Key.Key_Alt
        enter = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if enter and self.conduct is not None and self.conduct.do_first():
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the menu when Alt was pressed alone."""
        if event.key() == QtCore.Qt.Key.Key_Alt and self._alt and self.conduct is not None:
            self.conduct.menus.alt_pressed()
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's state, end all work, let go of the library."""
        self._furnishing.stop()
        self._choices.change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        if self.conduct is not None:
            self.conduct.end(ENDS_WITHIN_S)
        self._door.close(ENDS_WITHIN_S)
        self._choices.save()
        super().closeEvent(event)


def usual_size() -> QSize:
    """Return the size of a first window: 1440 × 900, or what the screen has room for."""
    return USUAL_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize())
