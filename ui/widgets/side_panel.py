"""The side panel: detail at the right while the rest of the page stays usable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.words import Text
from ui import theme
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

NARROWEST, WIDEST, USUAL = 360, 560, 448


class SidePanel(QFrame):
    """Head with name and close, a scrolled body, a foot for quiet actions; closes with Esc."""

    closed = Signal()
    resized = Signal(int)
    usual = USUAL

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("house", "side_panel")
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self._title = Label("lead", elide=True)
        self._close = Button("plain", icon="ph.x", size="small")
        say(self._close.setToolTip, "Close")
        self._close.clicked.connect(self.close_panel)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(16, 0, 8, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QWidget()
        self.foot = QHBoxLayout(self._foot)
        self.foot.setContentsMargins(16, 0, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, self._scroll, self._foot):
            column.addWidget(part, 1 if part is self._scroll else 0)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_panel)
        self._dress()
        self.hide()

    def open_with(self, title: Text, body: QWidget) -> None:
        """Show `body` under `title`; a body that was there before is deleted."""
        tell(self._title.setText, title)
        tell(self.setAccessibleName, title)
        typing = QApplication.focusWidget()
        if typing is not None and self._scroll.isAncestorOf(typing):
            typing.clearFocus()  # a field that is left saves what was typed; a deleted one does not
        body.setProperty("house", "scrolled")
        self._scroll.setWidget(body)
        self._foot.setVisible(self.foot.count() > 0)
        self.show()

    def close_panel(self) -> None:
        """Hide the panel and say so."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the width, which the window remembers per page."""
        super().resizeEvent(event)
        self.resized.emit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self._head.setFixedHeight(theme.grown(theme.sizes().panel_head + 8))
