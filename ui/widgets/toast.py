"""The toast: what was just done, and Undo. One at a time, six seconds, never over the status bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.core.words import Text
from ui import theme
from ui.widgets.button import Button
from ui.widgets.icon_mark import IconMark
from ui.widgets.label import Label
from ui.words import say, tell

STAYS_MS = 6000


class Toast(QFrame):
    """Stands at the bottom centre of its host; `undone` is sent by its button."""

    undone = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._icon = IconMark("ph.check", "status.pass", 16)
        self._words = Label("body")
        self._undo = Button("plain", key="Ctrl+Z", size="small")
        say(self._undo.setText, "Undo")
        self._undo.clicked.connect(self._undo_it)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(8)
        for part in (self._icon, self._words, self._undo):
            row.addWidget(part)
        host.installEventFilter(self)
        self._undo.installEventFilter(self)
        self.hide()

    def show_done(self, done: Text, undo: bool = True) -> None:
        """Say what was done, and offer Undo; replaces the toast that was there."""
        tell(self._words.setText, done)
        tell(self.setAccessibleName, done)
        self._undo.setVisible(undo)
        self.setFixedHeight(theme.grown(40))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the host is resized; stay while the button has the focus."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        elif event.type() == QEvent.Type.FocusIn and watched is self._undo:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and watched is self._undo and self.isVisible():
            self._timer.start()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while hovered."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count the six seconds again."""
        super().leaveEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the raised ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line.control"), 1))
        painter.setBrush(theme.color("surface.raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _place(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.move((host.width() - self.width()) // 2, host.height() - self.height() - 16)

    def _leave(self) -> None:
        if self.underMouse() and self.isActiveWindow():
            self._timer.start()
            return
        self.hide()

    def _undo_it(self) -> None:
        self._timer.stop()
        self.hide()
        self.undone.emit()
