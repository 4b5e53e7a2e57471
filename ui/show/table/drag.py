"""Dragging rows by their number: a line shows where they would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme

if TYPE_CHECKING:
    from ui.show.table.table import RundownTable


class _Mark(QWidget):
    """The line between two rows where the dragged ones would go."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("accent.line"))


class RowDrag:
    """Follows the pointer from a row's number to the place where the rows are let go."""

    def __init__(self, table: RundownTable) -> None:
        self._table = table
        self._mark = _Mark(table.viewport())
        self._from: QPointF | None = None
        self._rows: tuple[str, ...] = ()
        self._target: int | None = None

    def press(self, event: QMouseEvent, segment: str) -> None:
        """Take hold of the selected rows, or of the one under the pointer."""
        chosen = self._table.selected_rows()
        self._rows = chosen if segment in chosen else (segment,)
        self._from = event.position()
        self._target = None

    def move(self, event: QMouseEvent) -> bool:
        """Show where the rows would go; return whether they are being dragged."""
        if self._from is None or not self._table.view.can_edit:
            return False
        far = (event.position() - self._from).manhattanLength()
        if self._target is None and far < QApplication.startDragDistance():
            return True
        y = int(event.position().y())
        table = self._table
        row = table.rowAt(y)
        if row < 0:
            row = table.model_of().rowCount() if y > 0 else 0
        else:
            middle = table.rowViewportPosition(row) + table.rowHeight(row) // 2
            row += 1 if y > middle else 0
        self._target = max(1, row)
        top = table.rowViewportPosition(self._target)
        if top < 0:
            last = table.model_of().rowCount() - 1
            top = table.rowViewportPosition(last) + table.rowHeight(last)
        self._mark.setGeometry(QRect(0, max(0, top - 1), table.viewport().width(), 2))
        self._mark.show()
        return True

    def release(self, event: QMouseEvent) -> bool:  # noqa: ARG002 Qt's signature
        """Put the rows where they were let go; return whether they were dragged."""
        dragged, self._from = self._target is not None, None
        self._mark.hide()
        if not dragged or self._target is None:
            return False
        model = self._table.model_of()
        below, above = model.line(self._target), model.line(self._target - 1)
        before = below.segment.id if below is not None and below.segment is not None else None
        part = (above or below).part.id if above or below else None  # type: ignore[union-attr]
        self._table.view.move_rows(self._rows, part, before)
        return True
