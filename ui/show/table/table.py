"""The table of the run of show: select, type, move, copy and fill as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QTableView,
    QWidget,
)

from app.show.show import Part, Segment
from ui import theme
from ui.show.shown import Shown
from ui.show.table.cell_editor import CellEditor
from ui.show.table.drag import RowDrag
from ui.show.table.heads import dress
from ui.show.table.model import Line, RundownModel
from ui.show.table.paint import LineDelegate
from ui.show.table.widths import widths_in
from ui.show.view import ShowView

NEXT_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RundownTable(QTableView):
    """Shows a `ShowView`; what a person does here becomes its acts."""

    menu_wanted = Signal(object, str)  # global QPoint, column id
    filtered = Signal()

    def __init__(self, view: ShowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._rundown = RundownModel(self)
        self._rundown.typed.connect(self._typed)
        self._rundown.part_named.connect(self._name_part)
        self._folded: set[str] = set()
        self._filter = ""
        self._hovered = -1
        self._followed = ""
        self._way: Qt.Key | None = None
        self._widths: dict[str, int] = {}
        self._keeping = False
        self._delegate = LineDelegate(self)
        self.setModel(self._rundown)
        self.setItemDelegate(self._delegate)
        dress(self).sectionResized.connect(self._resized)
        self._drag = RowDrag(self)
        selection = self.selectionModel()
        selection.selectionChanged.connect(self._selection_changed)
        selection.currentChanged.connect(self._current_changed)
        view.opened.connect(self.show_opened)
        view.changed.connect(self.show_shown)
        view.checked.connect(self._rundown.show_checked)
        view.current_changed.connect(self._follow)

    # What is shown

    def show_opened(self, shown: Shown | None) -> None:
        """Show another show from its top."""
        self._folded.clear()
        self.show_shown(shown)
        self.scrollToTop()

    def show_shown(self, shown: Shown | None) -> None:
        """Show the same show after an edit; selection and scroll stay."""
        self._rundown.can_edit = self.view.can_edit
        before = self._rundown.cells()
        self._rundown.show_shown(shown)
        arranged = before != self._rundown.cells()
        if arranged:
            self._size_columns()
        if arranged or self._rundown.reshaped or self._filter:
            self._lay_lines()

    def arrange(self, order: Sequence[str], hidden: frozenset[str] | None) -> None:
        """Show the columns a person wants, in their order."""
        self._rundown.arrange_columns(order, hidden)
        self._size_columns()
        self._lay_lines()

    def filter(self, words: str) -> None:
        """Show only the rows that hold `words` somewhere; "" shows all."""
        self._filter = words.strip().casefold()
        self._lay_lines()
        self.filtered.emit()

    def rows_with(self, words: str) -> tuple[str, ...]:
        """Return the ids of the rows that hold `words` somewhere, top to bottom."""
        wanted = words.strip().casefold()
        if not wanted:
            return ()
        lines = enumerate(self._rundown.lines())
        return tuple(
            line.segment.id
            for place, line in lines
            if line.segment is not None and wanted in self._all_words(place, line.segment)
        )

    def say_again(self) -> None:
        """Say heads and cells in the language that is current now."""
        self._delegate.ink.dry()
        self._rundown.say_again()
        self.viewport().update()

    def model_of(self) -> RundownModel:
        """Return the model."""
        return self._rundown

    def hovered(self) -> int:
        """Return the line under the pointer, -1 for none."""
        return self._hovered

    def first_column(self) -> int:
        """Return the column at the left edge."""
        return 0

    def findings_in(self, segment: str) -> int:
        """Return how many findings the checks have in a row."""
        return self._rundown.findings.get(segment, 0)

    def is_folded(self, part: str) -> bool:
        """Return whether a part's rows are folded away."""
        return part in self._folded

    def fold(self, part: str, *, away: bool) -> None:
        """Fold a part's rows away, or show them again."""
        (self._folded.add if away else self._folded.discard)(part)
        self._lay_lines()

    # What is selected

    def line_at(self, index: QModelIndex) -> Line | None:
        """Return the line of an index."""
        return self._rundown.line(index.row()) if index.isValid() else None

    def selected_rows(self) -> tuple[str, ...]:
        """Return the ids of the rows with a selected cell, top to bottom."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        lines = (self._rundown.line(place) for place in places)
        return tuple(s.id for s in (line.segment for line in lines if line) if s is not None)

    def selected_part(self) -> Part | None:
        """Return the part whose head is current."""
        line = self.line_at(self.currentIndex())
        return line.part if line is not None and line.segment is None else None

    def current_part(self) -> Part | None:
        """Return the part that holds the current line."""
        line = self.line_at(self.currentIndex())
        return line.part if line is not None else None

    def current_segment(self) -> Segment | None:
        """Return the current row."""
        line = self.line_at(self.currentIndex())
        return line.segment if line is not None else None

    def go_to(self, segment: str, cell: str = "", *, edit: bool = False) -> None:
        """Make a row's cell current and show it; `edit` begins to type there."""
        place = self._rundown.place(segment)
        if place is None:
            return
        column = self._rundown.column_of(cell) if cell else None
        line = self._rundown.line(place)
        if line is not None and line.part.id in self._folded and line.segment is not None:
            self.fold(line.part.id, away=False)
        if line is not None and line.segment is None:
            column = 0  # where a part's name is typed
        index = self._rundown.index(place, self._keep_column() if column is None else column)
        # Ctrl may still be held (Ctrl+Enter adds a row): the selection is this one cell all the same.
        clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, clear)
        self.scrollTo(index)
        if edit:
            self.setFocus()
            self.edit(index)

    def select_rows(self, rows: Sequence[str]) -> None:
        """Select whole rows by id; the first becomes current."""
        places = [p for p in (self._rundown.place(row) for row in rows) if p is not None]
        if not places:
            return
        column = self._keep_column()
        selection = QItemSelection()
        for place in places:
            end = self._rundown.columnCount() - 1
            selection.select(self._rundown.index(place, 0), self._rundown.index(place, end))
        model = self.selectionModel()
        here = self._rundown.index(places[0], column)
        model.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # Qt's side

    def remember_way(self, event: QKeyEvent) -> None:
        """Remember the key that ended typing, to go down after Enter."""
        self._way = Qt.Key(event.key())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close the field; after Enter go to the cell below."""
        super().closeEditor(editor, hint)
        way, self._way = self._way, None
        if way in NEXT_DOWN and not (isinstance(editor, CellEditor) and editor.refused):
            self._go_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types in the cell, the arrows fold parts; the rest is Qt's."""
        part = self.selected_part()
        if event.key() in NEXT_DOWN and not event.modifiers():
            self.edit(self.currentIndex())
            return
        if part is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold(part.id, away=event.key() == Qt.Key.Key_Left)
            return
        self._leave_derived(event)
        super().keyPressEvent(event)

    def _leave_derived(self, event: QKeyEvent) -> None:
        """Let a letter typed on a cell that is derived begin the row's title instead of nothing."""
        here, title = self.currentIndex(), self._rundown.column_of("title")
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        letter = plain and event.text().isprintable() and event.text() != ""
        if not letter or title is None or self.current_segment() is None:
            return
        if self._rundown.cells()[here.column()].write is None:
            self.setCurrentIndex(self._rundown.index(here.row(), title))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to type with what an input method composes; Qt opens the field and drops the text."""
        super().inputMethodEvent(event)
        field = QApplication.focusWidget()
        if isinstance(field, CellEditor) and (event.commitString() or event.preeditString()):
            QApplication.sendEvent(field, QInputMethodEvent(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold a part by its arrow."""
        index = self.indexAt(event.position().toPoint())
        line = self.line_at(index)
        arrow = event.position().x() < self.columnViewportPosition(0) + 44
        left = event.button() == Qt.MouseButton.LeftButton
        if left and line is not None and line.segment is None and arrow:
            self.fold(line.part.id, away=line.part.id not in self._folded)
            self.setCurrentIndex(index)
            return
        if left and line is not None and line.segment is not None and index.column() == 0:
            self._drag.press(event, line.segment.id)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag rows by their number; else show which line is under the pointer."""
        if self._drag.move(event):
            return
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was dragged."""
        if not self._drag.release(event):
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell."""
        index = self.indexAt(event.pos())
        if index.isValid() and index not in self.selectedIndexes():
            self.setCurrentIndex(index)
        cells = self._rundown.cells()
        column = cells[index.column()].id if index.isValid() else ""
        self.menu_wanted.emit(event.globalPos(), column)

    def changeEvent(self, event: QEvent) -> None:
        """Take the heights of the density."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.StyleChange:
            return
        self._delegate.ink.dry()
        if self._rundown.shown is not None:
            self._size_columns()
            self._lay_lines()

    # Inside

    def _lay_lines(self) -> None:
        """Give each line its height, hide what is folded or filtered, span the heads of parts."""
        heads, height = self.verticalHeader(), theme.grown(theme.sizes().rundown_row)
        if heads.defaultSectionSize() != height:
            heads.setMinimumSectionSize(height)
            heads.setDefaultSectionSize(height)
        self.clearSpans()
        columns = self._rundown.columnCount()
        for place, line in enumerate(self._rundown.lines()):
            if line.segment is None:
                if columns > 1:
                    self.setSpan(place, 0, 1, columns)
                hidden = bool(self._filter)
            else:
                hidden = line.part.id in self._folded or not self._holds(place, line)
            if self.isRowHidden(place) != hidden:
                self.setRowHidden(place, hidden)

    def _holds(self, place: int, line: Line) -> bool:
        if not self._filter or line.segment is None:
            return True
        return self._filter in self._all_words(place, line.segment)

    def _all_words(self, place: int, segment: Segment) -> str:
        words = (self._rundown.words(place, c) for c in range(self._rundown.columnCount()))
        return " ".join((*words, segment.script, segment.note)).casefold()

    def _size_columns(self) -> None:
        self._keeping = True
        widths = widths_in(self.viewport().width(), self._rundown.cells(), self._widths)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._keeping = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the title take what is left."""
        super().resizeEvent(event)
        self._size_columns()

    def widths(self) -> dict[str, int]:
        """Return the widths a person gave columns."""
        return dict(self._widths)

    def set_widths(self, widths: dict[str, int]) -> None:
        """Give columns the widths a person gave them earlier."""
        self._widths = {k: v for k, v in widths.items() if 20 <= v <= 2000}
        self._size_columns()

    def _resized(self, column: int, before: int, after: int) -> None:  # noqa: ARG002 Qt's signal
        if not self._keeping and column < len(self._rundown.cells()):
            self._widths[self._rundown.cells()[column].id] = after

    def _keep_column(self) -> int:
        here = self.currentIndex()
        title = self._rundown.column_of("title")
        return here.column() if here.isValid() else (title or 0)

    def _go_down(self) -> None:
        here = self.currentIndex()
        for row in range(here.row() + 1, self._rundown.rowCount()):
            line = self._rundown.line(row)
            if line is not None and line.segment is not None and not self.isRowHidden(row):
                self.setCurrentIndex(self._rundown.index(row, here.column()))
                return

    def _typed(self, segment: str, cell: str, words: str) -> None:
        self.view.write_cell(segment, cell, words)

    def _name_part(self, part: str, title: str) -> None:
        self.view.name_part(part, title)

    def _selection_changed(self) -> None:
        self.view.select(self.selected_rows())

    def _current_changed(self, now: QModelIndex) -> None:
        line = self.line_at(now)
        if line is not None and line.segment is not None:
            self.view.set_current(line.segment.id)

    def _follow(self, segment: str) -> None:
        now = self.current_segment()
        if segment and (now is None or now.id != segment):
            self.go_to(segment)
        for place in (self._rundown.place(self._followed), self._rundown.place(segment)):
            self._paint_row(-1 if place is None else place)
        self._followed = segment

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            self._paint_row(before)
            self._paint_row(row)

    def _paint_row(self, row: int) -> None:
        if 0 <= row < self._rundown.rowCount():
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))
