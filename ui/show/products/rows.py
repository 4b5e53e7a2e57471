"""A field of several rows (gifts, needs, proofs): a row saves when it is left, a blank one adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import Trouble
from app.core.words import Text, text
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import tell

Rows = list[tuple[str, ...]]
Give = Callable[[Rows], Rows]  # saves the rows and returns them as they read now; raises Refused


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column: its name, an example of what goes there, and how much of the width it takes."""

    name: Text
    example: Text
    stretch: int = 1


class RowsField(QWidget):
    """Rows of line edits under one line of names, with a blank one at the end."""

    def __init__(
        self,
        columns: Sequence[RowColumn],
        rows: Rows,
        give: Give,
        *,
        remove: Text,
        offers: tuple[int, Sequence[str]] | None = None,
        can_edit: bool = True,
        wrap: int = 0,
    ) -> None:
        super().__init__()
        self._columns, self._give, self._remove = tuple(columns), give, remove
        self._can_edit = can_edit
        self._wrap = wrap or len(self._columns)  # cells beside each other; the others lie below
        self._offers = offers
        self._offered = QStringListModel(list(offers[1]) if offers else [], self)
        self.lines: list[_Line] = []
        self._last = list(rows)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        for at, column in enumerate(self._columns):
            name = Label("small", "text.tertiary", elide=True)
            tell(name.setText, column.name)
            self._grid.addWidget(name, at // self._wrap, at % self._wrap)
            self._grid.setColumnStretch(at % self._wrap, column.stretch)
        self._refusal = Label("small", "status.fail", wrap=True)
        self._refusal.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._grid)
        box.addWidget(self._refusal)
        for row in rows:
            self._append(row)
        if can_edit:
            self._append(("",) * len(self._columns))

    def values(self) -> Rows:
        """Return the rows that say something."""
        return [row for row in (line.values() for line in self.lines) if any(row)]

    def refusal(self) -> str:
        """Return why the last text was refused, "" where it was not."""
        return "" if self._refusal.isHidden() else self._refusal.text()

    def put(self, rows: Rows) -> None:
        """Show other rows, saved already."""
        old, self.lines = self.lines, []
        for line in old:
            line.leave(self._grid)
        for row in (*rows, ("",) * len(self._columns)):
            self._append(row)
        self._last = list(rows)

    def offer(self, words: Sequence[str]) -> None:
        """Offer other words while typing."""
        self._offered.setStringList(list(words))

    def save(self) -> None:
        """Save the rows if any changed."""
        now = self.values()
        if now == self._last:
            return
        try:
            read = self._give(now)
        except Trouble as trouble:
            tell(self._refusal.setText, trouble.what)
            self._refusal.show()
            return
        self._refusal.hide()
        self._last = read
        self._show(read)

    def _append(self, row: Sequence[str]) -> None:
        line = _Line(self._columns, row, len(self.lines) + 1, self._remove)
        at = self._grid.rowCount()
        if self._wrap < len(self._columns) and self.lines:
            self._grid.setRowMinimumHeight(at, 4)
            at += 1
        for place, field in enumerate(line.fields):
            field.setReadOnly(not self._can_edit)
            field.editingFinished.connect(partial(self._left_cell, line))
            field.returnPressed.connect(self.save)
            if self._offers is not None and place == self._offers[0]:
                offers = QCompleter(self._offered, field)
                offers.setFilterMode(Qt.MatchFlag.MatchContains)
                offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                field.setCompleter(offers)
            self._grid.addWidget(field, at + place // self._wrap, place % self._wrap)
        line.away.setVisible(any(row) and self._can_edit)
        line.away.clicked.connect(partial(self._drop, line))
        self._grid.addWidget(line.away, at, self._wrap)
        self.lines.append(line)

    def _drop(self, line: _Line) -> None:
        for field in line.fields:
            field.setText("")
        self.save()
        if line in self.lines[:-1] and not any(line.values()):
            self.lines.remove(line)
            line.leave(self._grid)
            self.lines[-1].fields[0].setFocus()

    def _left_cell(self, line: _Line) -> None:
        # A row is saved when it is left, so that a price can follow its day.
        if QApplication.focusWidget() not in line.fields:
            self.save()

    def _show(self, rows: Rows) -> None:
        """Write the rows as they were understood; blank ones stay where they are."""
        fresh = iter(rows)
        for line in self.lines:
            if any(line.values()):
                line.show(next(fresh, ()))
        if self._can_edit and any(self.lines[-1].values()):
            self._append(("",) * len(self._columns))


class _Line(QObject):
    """The fields of one row and the button that takes it away."""

    def __init__(
        self, columns: Sequence[RowColumn], row: Sequence[str], number: int, remove: Text
    ) -> None:
        super().__init__()
        self.fields: list[QLineEdit] = []
        for column, words in zip(columns, row, strict=True):
            field = QLineEdit(words)
            field.setCursorPosition(0)
            tell(field.setPlaceholderText, column.example)
            said = text("{field}, row {number}", field=column.name, number=number)
            tell(field.setAccessibleName, said)
            self.fields.append(field)
        self.away = Button("plain", icon="ph.x", size="small")
        tell(self.away.setToolTip, remove)

    def values(self) -> tuple[str, ...]:
        """Return what is typed, "" for blanks."""
        return tuple(field.text().strip() for field in self.fields)

    def show(self, row: Sequence[str]) -> None:
        """Write other words."""
        for field, words in zip(self.fields, row, strict=False):
            if field.text() != words:
                field.setText(words)
        self.away.setVisible(any(self.values()))

    def leave(self, grid: QGridLayout) -> None:
        """Take the row off the screen."""
        for widget in (*self.fields, self.away):
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
