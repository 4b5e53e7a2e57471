"""A small raised form over the script pane, for one cue or one beat; Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import Trouble
from app.core.words import Text
from ui import theme
from ui.widgets.button import Button
from ui.widgets.icon import paint_icon
from ui.widgets.label import Label
from ui.words import say, tell

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CARET = 12


class Choose(QComboBox):
    """A drop-down with the house's caret."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint field and caret."""
        super().paintEvent(event)
        box = QRectF(self.width() - CARET - 8, (self.height() - CARET) / 2, CARET, CARET)
        paint_icon(QPainter(self), box, "ph.caret-down", theme.color("text.tertiary"))


class Popover(QFrame):
    """Rows of a label and a field, a line for what is refused, and quiet buttons below."""

    given = Signal()
    closed = Signal()

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.title = Label("section")
        self.trouble = Label("small", "status.fail", wrap=True)
        self.trouble.hide()
        self._rows: dict[QWidget, Label] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.save = Button("quiet", key="Return", size="small")
        say(self.save.setText, "Save")
        self.save.clicked.connect(self.given)
        self.leave = Button("plain", key="Esc", size="small")
        say(self.leave.setText, "Cancel")
        self.leave.clicked.connect(self.close_up)
        self.buttons.addWidget(self.save)
        self.buttons.addWidget(self.leave)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addWidget(self.trouble)
        column.addLayout(self.buttons)
        pane.installEventFilter(self)
        self.hide()

    def add_row(self, name: Text, field: QWidget) -> None:
        """Add a field under its name, which also names it to assistive tools."""
        at = self._grid.rowCount()
        words = Label("small", "text.tertiary")
        tell(words.setText, name)
        tell(field.setAccessibleName, name)
        self._grid.addWidget(words, at, 0)
        self._grid.addWidget(field, at, 1)
        self._rows[field] = words
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self.given)

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide one field with its name."""
        field.setVisible(shown)
        self._rows[field].setVisible(shown)

    def refuse(self, trouble: Trouble) -> None:
        """Say why what was typed is not taken; the fields keep it."""
        self.trouble.setText(str(trouble))
        self.trouble.show()
        self._place()

    def open_at(self, place: QRect, first: QWidget) -> None:
        """Open under `place` (of the pane), the caret in the field `first`."""
        self._anchor = place
        self.trouble.hide()
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def close_up(self) -> None:
        """Leave without saving."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; Enter in a drop-down saves too."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in ENTER and isinstance(self.focusWidget(), QComboBox):
            self.given.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the pane is resized."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the raised ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line.control"), 1))
        painter.setBrush(theme.color("surface.raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _place(self) -> None:
        pane = self.parentWidget()
        assert pane is not None
        width = min(pane.width() - 16, 420)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        y = self._anchor.bottom() + 6
        if y + height > pane.height() - 8:
            y = max(8, self._anchor.top() - height - 6)
        x = min(max(8, self._anchor.left() - 24), pane.width() - width - 8)
        self.setGeometry(x, y, width, height)

    _anchor = QRect()
