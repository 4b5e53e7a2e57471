"""The readings as a table: rows moved by the smallest steps, cells painted from plain values."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.core.diff import Inserted, Moved, Removed, Updated, steps
from app.core.words import language, tr
from ui import theme
from ui.widgets.chip import chip_width
from ui.widgets.reading_rows import GroupRow, ReadingRow, Row
from ui.widgets.readings_paint import PAD, ReadingDelegate

NARROW = 540  # px: below, the limit is in the tooltip and the inspector only
ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns, left to right."""

    VERDICT = 0
    NAME = 1
    VALUE = 2
    UNIT = 3
    RANGE = 4
    LIMIT = 5
    CAUSE = 6


class ReadingsModel(QAbstractTableModel):
    """A read-only table over the rows it was last shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Bring the table to `rows` by the smallest steps, so that selection and scroll survive."""
        for step in steps(tuple(self._rows), rows, key=lambda r: r.id):
            match step:
                case Removed(at):
                    self.beginRemoveRows(ROOT, at, at)
                    del self._rows[at]
                    self.endRemoveRows()
                case Moved(source, at):
                    self.beginMoveRows(ROOT, source, source, ROOT, at)
                    self._rows.insert(at, self._rows.pop(source))
                    self.endMoveRows()
                case Inserted(at, item):
                    self.beginInsertRows(ROOT, at, at)
                    self._rows.insert(at, item)
                    self.endInsertRows()
                case Updated(at, item):
                    self._rows[at] = item
                    self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))

    def row(self, at: int) -> Row | None:
        """Return the row at `at`, None beyond the end."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place(self, row_id: str) -> int | None:
        """Return where the row with this id stands now."""
        return next((i for i, r in enumerate(self._rows) if r.id == row_id), None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row's value, its words, or the row itself for the delegate."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(row, Column(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words if isinstance(row, ReadingRow) else f"{row.title} {row.detail}"
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the column heads in the current language."""
        if way != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        right = section in (Column.VALUE, Column.CAUSE)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = {
            Column.VERDICT: tr("Verdict"),
            Column.NAME: tr("Reading"),
            Column.VALUE: tr("Value"),
            Column.RANGE: tr("Good range"),
            Column.CAUSE: tr("Cause"),
        }
        return heads.get(Column(section), "")

    def say_again(self) -> None:
        """Show the column heads in the language that is current now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)


def cell_text(row: Row, column: Column) -> str:
    """Return the words of one cell."""
    if isinstance(row, GroupRow):
        return f"{row.title} {row.detail}" if column is Column.VERDICT else ""
    return {
        Column.VERDICT: row.verdict,
        Column.NAME: row.name,
        Column.VALUE: row.value,
        Column.UNIT: f"{row.unit} {row.plus_minus}".strip(),
        Column.RANGE: row.reason,
        Column.LIMIT: row.limit,
        Column.CAUSE: row.cause,
    }[column]


class Heads(QHeaderView):
    """Column heads that stand exactly over what the cells paint."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint one head and the rule below it."""
        painter.fillRect(rect, theme.color("surface.panel"))
        painter.setPen(theme.color("line.subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        font = theme.font("small")
        painter.setFont(font)
        painter.setPen(theme.color("text.tertiary"))
        width = QFontMetrics(font).horizontalAdvance(words)
        ends = {Column.VALUE: rect.right() - 4, Column.CAUSE: rect.right() - PAD}
        left = rect.left() + (PAD if logicalIndex == Column.VERDICT else 0)
        end = ends.get(Column(logicalIndex))
        painter.drawText(
            left if end is None else end - width, round(theme.baseline("small", rect)), words
        )


class ReadingsTable(QTableView):
    """The table: one line is one thing; hover and selection take the whole row."""

    picked = Signal(str)  # id of the reading
    group_toggled = Signal(str)  # id of the group row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ReadingsModel(self)
        self._hovered = -1
        self._spans: tuple[tuple[str, bool], ...] = ()
        self.setModel(self._model)
        self._delegate = ReadingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = Heads(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(20)
        self.selectionModel().currentRowChanged.connect(self._picked_row)
        self.dress()

    def dress(self) -> None:
        """Take heights from the density on the screen."""
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(20)
        rows.setDefaultSectionSize(theme.grown(theme.sizes().readings_row))
        self.horizontalHeader().setFixedHeight(theme.grown(theme.sizes().table_head))
        self._fit()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; the selection stays with its reading."""
        self._model.show_rows(rows)
        spans = tuple(
            (r.id, isinstance(r, GroupRow) or (r.bar is None and not r.limit)) for r in rows
        )
        if spans != self._spans:
            self._spans = spans
            self._span(rows)

    def pick(self, row_id: str) -> None:
        """Select the reading with this id where it is shown."""
        at = self._model.place(row_id)
        if at is not None and at != self.currentIndex().row():
            index = self._model.index(at, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def hovered(self) -> int:
        """Return the row under the pointer, −1 where there is none."""
        return self._hovered

    def say_again(self) -> None:
        """Show the heads in the language that is current now."""
        self._model.say_again()

    def sizeHint(self) -> QSize:
        """Ask for the columns' own widths and seven rows."""
        row = theme.grown(theme.sizes().readings_row)
        return QSize(600, 7 * row + theme.sizes().table_head)

    def minimumSizeHint(self) -> QSize:
        """Stay usable."""
        return QSize(420, 3 * theme.sizes().readings_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the range bar and the name what the fixed columns leave."""
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover the whole row."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """End the hover."""
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or fold a group; otherwise pick."""
        super().mousePressEvent(event)
        self._toggle(self.indexAt(event.position().toPoint()).row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open or fold a group."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self._toggle(self.currentIndex().row()):
            return
        super().keyPressEvent(event)

    def _toggle(self, at: int) -> bool:
        row = self._model.row(at)
        if isinstance(row, GroupRow):
            self.group_toggled.emit(row.id)
            return True
        return False

    def _picked_row(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        row = self._model.row(now.row())
        if isinstance(row, ReadingRow):
            self.picked.emit(row.id)

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            for row in (at, self._hovered):
                for column in Column if row >= 0 else ():
                    self.update(self._model.index(row, column))
            self._hovered = at

    def _span(self, rows: Sequence[Row]) -> None:
        self.clearSpans()
        for at, row in enumerate(rows):
            if isinstance(row, GroupRow):
                self.setSpan(at, 0, 1, len(Column))
            elif row.bar is None and not row.limit:
                self.setSpan(at, Column.RANGE, 1, 3)

    def _fit(self) -> None:
        width = self.viewport().width()
        wide = width >= 660
        self.setColumnHidden(Column.LIMIT, width < NARROW)
        fixed = {
            Column.VERDICT: PAD + chip_width() + 10,
            Column.VALUE: 62 if wide else 54,
            Column.UNIT: 96 if wide else 76 if width < NARROW else 84,
            Column.LIMIT: 88 if wide else 0 if width < NARROW else 72,
            Column.CAUSE: 46 if language() == "zh" else 56,
        }
        free = max(width - sum(fixed.values()), 150)
        bar = min(max(round(free * 0.48), 60), 240)
        widths = {**fixed, Column.NAME: free - bar, Column.RANGE: bar}
        for column, size in widths.items():
            self.setColumnWidth(column, size)
