"""A new show: its title, its form, and whether it begins with that form's ready example."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.core.words import text
from app.show.formats import formats
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewPanel(QWidget):
    """`given` carries title, format id, and whether to begin with the example."""

    given = Signal(str, str, bool)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        name = Label("small", "text.secondary")
        say(name.setText, "Title")
        self.title = QLineEdit()
        say(self.title.setAccessibleName, "Title")
        say(self.title.setPlaceholderText, "Such as: Summer kitchen, Saturday")
        column.addWidget(name)
        column.addWidget(self.title)
        column.addSpacing(8)
        self._forms = QButtonGroup(self)
        self._ids: list[str] = []
        for form in formats().values():
            if form.id == "frame":
                continue
            pick = QRadioButton()
            about = Label("small", "text.tertiary", wrap=True)
            tell(pick.setText, form.name)
            tell(about.setText, form.about)
            self._forms.addButton(pick, len(self._ids))
            self._ids.append(form.id)
            column.addWidget(pick)
            column.addWidget(about)
        self._forms.button(0).setChecked(True)
        hint = Label("small", "text.secondary", wrap=True)
        say(hint.setText, "Rows of every form can be mixed in one show later.")
        self._example = QCheckBox()
        self._example.setChecked(True)
        say(self._example.setText, "Begin with this form's example rows")
        self._go = Button("quiet", icon="ph.plus", key="↵")
        say(self._go.setText, "Make the show")
        column.addSpacing(8)
        for part in (hint, self._example, self._go):
            column.addWidget(part)
        column.addStretch(1)
        self._go.clicked.connect(self._give)
        self.title.returnPressed.connect(self._give)
        tell(self.setAccessibleName, text("New show"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the show from every field, not only from the title."""
        if event.key() in ENTER:
            self._give()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        title = " ".join(self.title.text().split()) or text("New show").say()
        self.given.emit(title, self._ids[self._forms.checkedId()], self._example.isChecked())
