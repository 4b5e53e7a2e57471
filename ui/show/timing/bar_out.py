"""A small field in the timing bar for a hard out that nobody has set yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.core.words import text
from app.show.show import Time
from app.show.timetext.understand import Expect, Meaning, clock_words, understand
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

DAY_MS = 86_400_000


class OutField(QWidget):
    """A button that turns into a field; `given` carries the Time that was understood."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.start_ms = 0
        self.button = Button("plain", icon="ph.flag", size="small")
        say(self.button.setText, "Set a hard out")
        self.field = _Field()
        self.field.setFixedWidth(96)
        say(self.field.setAccessibleName, "Hard out")
        self.field.setPlaceholderText("22:00")
        self.said = Label("small", "text.tertiary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.button, self.field, self.said):
            row.addWidget(part)
        self.button.clicked.connect(self.begin)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._give)
        self.field.left.connect(self.leave)
        self.leave()

    def begin(self) -> None:
        """Show the field and put the caret in it."""
        self.button.hide()
        self.field.clear()
        self.field.show()
        self.said.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show the button again."""
        self.field.hide()
        self.said.hide()
        self.button.show()

    def _time(self, typed: str) -> Time | None:
        found = understand(typed, Expect.CLOCK, reference_ms=self.start_ms)
        if found.meaning is Meaning.CLOCK and found.start_ms is not None:
            return Time(found.start_ms % DAY_MS)
        tell(self.said.setText, found.reason or text("Type one time of day, such as 20:30."))
        self.said.set_tone("status.fail")
        return None

    def _look(self, typed: str) -> None:
        if not typed.strip():
            self.said.setText("")
            return
        time = self._time(typed)
        if time is not None:
            tell(self.said.setText, text("understood as {what}", what=clock_words(time.ms)))
            self.said.set_tone("text.tertiary")

    def _give(self) -> None:
        time = self._time(self.field.text())
        if time is not None:
            self.leave()
            self.given.emit(time)


class _Field(QLineEdit):
    """Says when Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
