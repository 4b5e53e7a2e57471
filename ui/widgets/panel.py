"""A panel: ground, head with a title and room for a detail, and a body."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.label import Label


class PanelHead(QWidget):
    """The head of a panel: title at the left, detail and controls at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("section")
        self.detail = Label("small", "text.tertiary", elide=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        self._row.addWidget(self.detail)
        self.detail.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._dress()

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        inset = theme.sizes().inset
        self._row.setContentsMargins(inset, 0, 8, 0)
        self.setFixedHeight(theme.grown(theme.sizes().panel_head))


class Panel(QFrame):
    """A panel with a head (`panel.head.title`, `.detail`, `.add`) and a `body` layout.

    The title is also the panel's accessible name: `say(panel.setTitle, "Readings")`.
    """

    def __init__(self, *, inset: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("house", "panel")
        self.head = PanelHead()
        self.body = QVBoxLayout()
        pad = theme.sizes().inset if inset else 0
        self.body.setContentsMargins(pad, 0, pad, pad)
        self.body.setSpacing(8 if inset else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self.body, 1)

    def setTitle(self, words: str) -> None:
        """Name the panel."""
        self.head.title.setText(words)
        self.setAccessibleName(words)
