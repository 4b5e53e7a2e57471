"""A small page for tests of the window: a first line, one drop-down, one button, a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.core.words import text
from ui.widgets.button import Button
from ui.widgets.context_button import Choice, ContextButton
from ui.widgets.desk import Desk
from ui.widgets.first_line import FirstLine
from ui.widgets.page import Page
from ui.words import say


class StandIn(Page):
    """Counts what the window does to it."""

    workspace = "room"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.calls: list[str] = []
        self.state = ""
        self.first_line = FirstLine()
        self.first_line.show_first(text("Verify"), text("Keys"), text("Back up now"))
        self.first_line.acted.connect(self._acted)
        self.place = ContextButton("ph.map-pin")
        say(self.place.set_kind_of, "Library")
        self.place.set_choices([Choice("a", text("Compact"), "1080p")], "a")
        self.start = Button("quiet", key="F5")
        say(self.start.setText, "Download")
        self.field = QLineEdit()
        say(self.field.setAccessibleName, "Language")
        self.plain = QPushButton()
        say(self.plain.setText, "Close")
        column = QVBoxLayout(self)
        for widget in (self.first_line, self.field, self.plain):
            column.addWidget(widget)
        column.addStretch(1)

    def context(self) -> Sequence[QWidget]:
        return (self.place,)

    def header_actions(self) -> Sequence[QWidget]:
        return (self.start,)

    def regions(self) -> Sequence[QWidget]:
        assert self.first_line is not None
        return (self.first_line, self.field)

    def entered(self) -> None:
        self.calls.append("entered")
        self.status.emit((("", text("Keys")),), ())

    def left(self) -> None:
        self.calls.append("left")

    def kept_state(self) -> str:
        return "a=1;b"

    def take_state(self, state: str) -> None:
        self.state = state

    def studio_changed(self, touched: frozenset[str]) -> None:
        self.calls.append(f"touched {','.join(sorted(touched))}")

    def close_down(self, timeout: float) -> bool:
        self.calls.append("closed")
        return True

    def _acted(self) -> None:
        self.calls.append("first")


def make(desk: Desk) -> Page:
    return StandIn(desk)
