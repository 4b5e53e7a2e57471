"""Find, filter and replace: a bar above the table, there while it is needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say


class FindBar(QFrame):
    """`searched` while typing, `stepped` to the next or previous, `replaced` with all at once."""

    searched = Signal(str)
    stepped = Signal(int)
    filtered = Signal(bool)
    replaced = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field, self.put = QLineEdit(), QLineEdit()
        say(self.field.setPlaceholderText, "Find in rows and words")
        say(self.field.setAccessibleName, "Find")
        say(self.put.setPlaceholderText, "Replace with")
        say(self.put.setAccessibleName, "Replace with")
        self.found = Label("small", "text.tertiary")
        self.only = Button("plain", icon="ph.funnel", size="small", checkable=True)
        say(self.only.setToolTip, "Show only the rows found")
        self._swap = Button("quiet", size="small")
        say(self._swap.setText, "Replace all")
        self._close = Button("plain", icon="ph.x", size="small")
        say(self._close.setToolTip, "Close")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        for part in (self.field, self.found, self.only, self.put, self._swap):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)
        self.field.textChanged.connect(self.searched)
        self.only.toggled.connect(self.filtered)
        self._swap.clicked.connect(self._replace)
        self.put.returnPressed.connect(self._replace)
        self._close.clicked.connect(self.leave)
        self.hide()

    def begin(self) -> None:
        """Show the bar and begin to type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def leave(self) -> None:
        """Take the bar away and show every row again."""
        self.only.setChecked(False)
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _replace(self) -> None:
        self.replaced.emit(self.field.text(), self.put.text())
