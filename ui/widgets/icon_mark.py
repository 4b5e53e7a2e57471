"""An icon by itself, where no button or label carries it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.icon import paint_icon


class IconMark(QWidget):
    """An icon standing by itself."""

    def __init__(self, name: str, role: str = "text.tertiary", size: int = 28) -> None:
        super().__init__()
        self._name, self._role, self._side = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon or another colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        return QSize(self._side, self._side)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the icon."""
        paint_icon(QPainter(self), self.rect(), self._name, theme.color(self._role))
