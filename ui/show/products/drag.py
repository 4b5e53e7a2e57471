"""Dropping products from their panel onto a row of the table links them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.show.products.model import MIME
from ui.show.table.table import RundownTable


class ProductDrop(QObject):
    """Watches the table's viewport; `dropped` carries product ids (a tuple) and the row's id."""

    dropped = Signal(object, str)

    def __init__(self, table: RundownTable) -> None:
        super().__init__(table)
        self._table = table
        self._mark = _Frame(table.viewport())
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take products over a row, show which, and link them when they are let go."""
        del watched
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._mark.hide()
            return False
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(MIME):
            return False
        row = self._row(event)
        if isinstance(event, QDragMoveEvent):  # entering is a kind of moving
            event.setAccepted(bool(row) or kind == QEvent.Type.DragEnter)
            return True
        self._mark.hide()
        if kind == QEvent.Type.Drop and row:
            event.acceptProposedAction()
            ids = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
            self.dropped.emit(tuple(ids), row)
        return True

    def _row(self, event: QDropEvent) -> str:
        """Return the row under the pointer and frame it; "" where there is none."""
        y = round(event.position().y())
        line = self._table.model_of().line(self._table.rowAt(y))
        if line is None or line.segment is None or not self._table.view.can_edit:
            self._mark.hide()
            return ""
        at = self._table.rowAt(y)
        top, height = self._table.rowViewportPosition(at), self._table.rowHeight(at)
        self._mark.setGeometry(QRect(0, top, self._table.viewport().width(), height))
        self._mark.show()
        return line.segment.id


class _Frame(QWidget):
    """The frame round the row that would get the products."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent.line"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
