"""The parts of the window around the page, and how they lie."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.shell.header import HeaderHost
from ui.shell.rail import Rail
from ui.shell.stage import Stage
from ui.shell.status_bar import StatusBar
from ui.widgets.banner import BannerStack


class Frame(QWidget):
    """Rail at the left; header, banners, stage and status bar beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.header, self.banners, self.stage = HeaderHost(), BannerStack(), Stage()
        self.status, self.rail = StatusBar(), Rail()
        self._banner_room = QVBoxLayout()
        self._banner_room.addWidget(self.banners)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._banner_room)
        column.addWidget(self.stage, 1)
        column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self._dress()

    def parts(self) -> list[QWidget]:
        """Return the parts of the window in the order F6 visits them."""
        return [*self.stage.parts(), self.header, self.banners, self.rail]

    def changeEvent(self, event: QEvent) -> None:
        """Take the margin of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        margin = theme.sizes().margin
        self._banner_room.setContentsMargins(margin, 0, margin, 0)
