"""A form for the side panel: labelled fields, each saved when it is left, refusals below them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.core.errors import Trouble
from app.core.words import Text
from ui.widgets.label import Label
from ui.words import tell

Give = Callable[[str], object]  # saves what was typed; raises Refused


class Form(QWidget):
    """Fields one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(4)
        self._ended = False

    def line(self, name: Text, start: str, give: Give, hint: Text | None = None) -> QLineEdit:
        """Add a field of one line."""
        field = QLineEdit(start)
        self._add(name, field, hint, _Giver(field, give, self._refusal()))
        return field

    def words(self, name: Text, start: str, give: Give, hint: Text | None = None) -> QPlainTextEdit:
        """Add a field of several lines."""
        field = _Words(start)
        field.setTabChangesFocus(True)
        field.setFixedHeight(84)
        self._add(name, field, hint, _Giver(field, give, self._refusal()))
        return field

    def choice(
        self, name: Text, options: list[tuple[str, str]], current: str, give: Give
    ) -> QComboBox:
        """Add a drop-down of (value, words)."""
        field = QComboBox()
        for value, words in options:
            field.addItem(words, value)
        field.setCurrentIndex(max(0, field.findData(current)))
        self._add(name, field, None, _Giver(field, give, self._refusal()))
        return field

    def end(self) -> None:
        """Leave the rest of the panel empty."""
        self.column.addStretch(1)

    def _refusal(self) -> Label:
        refusal = Label("small", "status.fail", wrap=True)
        refusal.hide()
        return refusal

    def _add(self, name: Text, field: QWidget, hint: Text | None, giver: _Giver) -> None:
        label = Label("small", "text.secondary")
        tell(label.setText, name)
        tell(field.setAccessibleName, name)
        giver.setParent(self)
        for part in (label, field, giver.refusal):
            self.column.addWidget(part)
        if hint is not None:
            below = Label("small", "text.tertiary", wrap=True)
            tell(below.setText, hint)
            self.column.addWidget(below)
        self.column.addSpacing(8)


class _Words(QPlainTextEdit):
    """Says when it is left."""

    def __init__(self, start: str) -> None:
        super().__init__(start)
        self.left: Callable[[], None] | None = None

    def focusOutEvent(self, event: object) -> None:
        """Give what was typed."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        if self.left is not None:
            self.left()


class _Giver(QObject):
    """Hands a field's text over once it is left and has changed."""

    def __init__(self, field: QWidget, give: Give, refusal: Label) -> None:
        super().__init__()
        self._field, self._give, self.refusal = field, give, refusal
        self._last = self._now()
        if isinstance(field, QLineEdit):
            field.editingFinished.connect(self._left)
        elif isinstance(field, _Words):
            field.left = self._left
        elif isinstance(field, QComboBox):
            field.activated.connect(self._left)

    def _now(self) -> str:
        field = self._field
        if isinstance(field, QLineEdit):
            return field.text()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        return str(field.currentData()) if isinstance(field, QComboBox) else ""

    def _left(self) -> None:
        words = self._now()
        if words == self._last:
            return
        try:
            self._give(words)
        except Trouble as trouble:
            tell(self.refusal.setText, trouble.what)
            self.refusal.show()
            return
        self._last = words
        self.refusal.hide()
