"""Which columns the table shows and in which order, and the columns of the studio's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import Trouble
from app.core.ids import short_id
from app.core.words import text
from app.show.cells.cell import Cell
from app.show.cells.own import PREFIX
from app.show.edit import with_column, without_column
from app.show.show import Column, ColumnKind
from ui.actions import act
from ui.show.view import ShowView
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.words import say, tell

KINDS = (
    (ColumnKind.TEXT, text("Text")),
    (ColumnKind.NUMBER, text("Number")),
    (ColumnKind.CHOICE, text("Choice")),
    (ColumnKind.MONEY, text("Money")),
    (ColumnKind.IMAGE, text("Image")),
)
ID = Qt.ItemDataRole.UserRole


class ColumnsPanel(QWidget):
    """Tick to show, drag to order; below, a new column of the studio's own."""

    arranged = Signal(object, object)  # order: tuple of ids, hidden: frozenset of ids

    def __init__(self, view: ShowView, cells: Sequence[Cell], hidden: frozenset[str]) -> None:
        super().__init__()
        self._view = view
        self._list = QListWidget()
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        say(self._list.setAccessibleName, "Columns: Space shows or hides, Alt+Up and Alt+Down move")
        self._name = QLineEdit()
        say(self._name.setPlaceholderText, "Name, in any script")
        say(self._name.setAccessibleName, "Name of the new column")
        self._kind = QComboBox()
        for kind, words in KINDS:
            self._kind.addItem(words.say(), kind.value)
        self._choices = QLineEdit()
        say(self._choices.setPlaceholderText, "Choices, with commas between")
        self._refusal = Label("small", "status.fail", wrap=True)
        self._refusal.hide()
        self._add = Button("quiet", icon="ph.plus", size="small")
        say(self._add.setText, "Add column")
        self._remove = Button("plain", icon="ph.trash", size="small")
        say(self._remove.setText, "Remove column")
        self._lay()
        act(self._list, text("Move up"), self._move_up, keys=("Alt+Up",), here=True)
        act(self._list, text("Move down"), self._move_down, keys=("Alt+Down",), here=True)
        self.show_cells(cells, hidden)
        self._list.itemChanged.connect(self._arranged)
        self._list.model().rowsMoved.connect(self._arranged)
        self._list.currentItemChanged.connect(self._offer_remove)
        self._kind.currentIndexChanged.connect(self._offer_choices)
        self._add.clicked.connect(self._add_column)
        self._name.returnPressed.connect(self._add_column)
        self._remove.clicked.connect(self._remove_column)
        self._offer_choices()
        self._offer_remove()

    def show_cells(self, cells: Sequence[Cell], hidden: frozenset[str]) -> None:
        """List these columns."""
        self._list.blockSignals(True)
        self._list.clear()
        for cell in cells:
            item = QListWidgetItem(cell.name.say())
            item.setData(ID, cell.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            away = cell.id in hidden
            item.setCheckState(Qt.CheckState.Unchecked if away else Qt.CheckState.Checked)
            self._list.addItem(item)
        self._list.blockSignals(False)

    def focus_list(self) -> None:
        """Let the keys work in the list."""
        self._list.setCurrentRow(max(0, self._list.currentRow()))
        self._list.setFocus()

    def _move_up(self) -> None:
        self._shift(-1)

    def _move_down(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        at = self._list.currentRow()
        if at >= 0 and 0 <= at + by < self._list.count():
            self._list.insertItem(at + by, self._list.takeItem(at))
            self._list.setCurrentRow(at + by)
            self._arranged()

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        self._list.setMinimumHeight(360)
        hint = Label("small", "text.secondary", wrap=True)
        say(hint.setText, "Tick to show. Drag, or Alt+↑ and Alt+↓, to move.")
        column.addWidget(hint)
        column.addWidget(self._list, 1)
        column.addWidget(self._remove)
        head = Label("section")
        tell(head.setText, text("A column of your own"))
        column.addWidget(head)
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(self._kind)
        column.addLayout(row)
        for part in (self._choices, self._refusal, self._add):
            column.addWidget(part)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(i) for i in range(self._list.count())]

    def _arranged(self) -> None:
        order = tuple(str(item.data(ID)) for item in self._items())
        hidden = frozenset(
            str(item.data(ID))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Unchecked
        )
        self.arranged.emit(order, hidden)

    def _add_column(self) -> None:
        names = [c.strip() for c in self._choices.text().replace("，", ",").split(",")]
        column = Column(
            short_id(),
            self._name.text().strip(),
            ColumnKind(str(self._kind.currentData())),
            tuple(name for name in names if name),
        )
        shown = self._view.shown
        if shown is None:
            return
        try:
            with_column(shown.show, column)
        except Trouble as trouble:
            tell(self._refusal.setText, trouble.what)
            self._refusal.show()
            return
        self._refusal.hide()
        label = text("Add column “{name}”", name=column.name)
        if self._view.edit(label, lambda show: with_column(show, column), say=True):
            self._name.clear()
            self._choices.clear()
            item = QListWidgetItem(column.name)
            item.setData(ID, PREFIX + column.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)

    def _remove_column(self) -> None:
        item = self._list.currentItem()
        if item is None or not str(item.data(ID)).startswith(PREFIX):
            return
        column = str(item.data(ID)).removeprefix(PREFIX)
        label = text("Remove column “{name}”", name=item.text())
        if self._view.edit(label, lambda show: without_column(show, column), say=True):
            self._list.takeItem(self._list.row(item))

    def _offer_choices(self) -> None:
        self._choices.setVisible(self._kind.currentData() == ColumnKind.CHOICE.value)

    def _offer_remove(self) -> None:
        item = self._list.currentItem()
        own = item is not None and str(item.data(ID)).startswith(PREFIX)
        self._remove.setEnabled(own)
