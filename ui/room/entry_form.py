"""One line to type in the side panel: an address, the name of a room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.core.words import Text
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import tell


class EntryForm(QWidget):
    """A labelled field, what it is for, and one button; a refusal stands under the field."""

    given = Signal(str)

    def __init__(self, label: Text, hint: Text, button: Text, start: str = "") -> None:
        super().__init__()
        self._name, self._hint = Label("section"), Label("small", "text.tertiary", wrap=True)
        self._refusal = Label("small", "status.fail", wrap=True)
        self._refusal.hide()
        self.field = QLineEdit(start)
        self._go = Button("quiet")
        tell(self._name.setText, label)
        tell(self._hint.setText, hint)
        tell(self._go.setText, button)
        tell(self.field.setAccessibleName, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        for part in (self._name, self.field, self._refusal, self._hint, self._go):
            column.addWidget(part)
        column.addStretch(1)
        self._go.clicked.connect(self._give)
        self.field.returnPressed.connect(self._give)

    def refuse(self, why: Text) -> None:
        """Say why what was typed cannot be used; the field keeps it."""
        tell(self._refusal.setText, why)
        self._refusal.show()

    def _give(self) -> None:
        self._refusal.hide()
        typed = self.field.text().strip()
        if typed:
            self.given.emit(typed)
