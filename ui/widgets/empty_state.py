"""What a panel shows while it has nothing: what is missing, what it will give, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.words import Text
from ui.widgets.button import Button
from ui.widgets.icon_mark import IconMark
from ui.widgets.label import Label
from ui.words import tell


class EmptyState(QWidget):
    """Left-aligned in the panel itself; `acted` and `example` are sent by its two buttons."""

    acted = Signal()
    example = Signal()

    def __init__(
        self,
        icon: str,
        missing: Text,
        gives: Text,
        button: Text | None = None,
        example: Text | None = None,
    ) -> None:
        super().__init__()
        title, promise = Label("lead", wrap=True), Label("body", "text.secondary", wrap=True)
        tell(title.setText, missing)
        tell(promise.setText, gives)
        tell(self.setAccessibleName, missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (IconMark(icon), title, promise):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        if button is not None:
            self.button = Button("quiet")
            tell(self.button.setText, button)
            self.button.clicked.connect(self.acted)
            row.addWidget(self.button)
        if example is not None:
            link = Button("link")
            tell(link.setText, example)
            link.clicked.connect(self.example)
            row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        column.setAlignment(Qt.AlignmentFlag.AlignLeft)
