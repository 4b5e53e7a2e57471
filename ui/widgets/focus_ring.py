"""The focus ring: drawn around whatever has the focus once a key was pressed, gone on a click.

One overlay for all widgets. A proxy style would do the same at the price of a Python call for
every primitive that Qt paints.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from ui import theme

_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}


class FocusRing(QWidget):
    """Lies over the parent of the widget that has the focus, so that it scrolls along with it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._home = window
        self._target: QWidget | None = None
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def by_key(self) -> None:
        """Show the ring from now on: a key moved the focus."""
        self._by_key = True
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget; show on a key, leave on a click."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and not self._by_key:
            self.by_key()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_key = False
            self.hide()
        elif kind in _FOLLOWED:
            self._place()
        elif kind == QEvent.Type.Hide:
            self.hide()
        elif kind == QEvent.Type.Destroy and watched is self._target:
            self._target = None
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint two pixels of accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent.line"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is None or new.window() is not self._home:
            self._target = None
            self._return_home()
            return
        self._target = new
        new.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not self._by_key or not target.isVisible():
            self.hide()
            return
        ground = target.parentWidget()
        # A splitter and a stack would take the ring for one more page of theirs.
        while isinstance(ground, (QSplitter, QStackedWidget)):
            ground = ground.parentWidget()
        if ground is None:
            self.hide()
            return
        box = target.rect()
        box.moveTopLeft(target.mapTo(ground, box.topLeft()))
        outside = box.adjusted(-4, -4, 4, 4)
        if self.parentWidget() is not ground:
            self.setParent(ground)
        self.setGeometry(outside if ground.rect().contains(outside) else box)
        self.show()
        self.raise_()

    def _return_home(self) -> None:
        self.hide()
        if self.parentWidget() is not self._home:
            self.setParent(self._home)
