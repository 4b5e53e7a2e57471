"""What a panel shows while it has nothing: what is missing, what it will give, one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import Text
from ui import theme
from ui.widgets.button import Button
from ui.widgets.icon import paint_icon
from ui.widgets.label import Label
from ui.words import tell


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


class EmptyState(QWidget):
    """Left-aligned in the panel itself; `acted` and `example` are sent by its two buttons."""

    acted = Signal()
    example = Signal()

    def __init__(
        self,
        icon: str,
        missing: Text,
        gives: Text,
        button: Text | None = None,
        example: Text | None = None,
    ) -> None:
        super().__init__()
        title, promise = Label("lead", wrap=True), Label("body", "text.secondary", wrap=True)
        tell(title.setText, missing)
        tell(promise.setText, gives)
        tell(self.setAccessibleName, missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (IconMark(icon), title, promise):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        if button is not None:
            self.button = Button("quiet")
            tell(self.button.setText, button)
            self.button.clicked.connect(self.acted)
            row.addWidget(self.button)
        if example is not None:
            link = Button("link")
            tell(link.setText, example)
            link.clicked.connect(self.example)
            row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        column.setAlignment(Qt.AlignmentFlag.AlignLeft)
