"""How one cell of the readings table is painted: one baseline for hanzi, numbers and units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.widgets.chip import paint_chip
from ui.widgets.range_bar import paint_range_bar
from ui.widgets.reading_rows import GroupRow, Mark, ReadingRow

if TYPE_CHECKING:
    from ui.widgets.readings_table import ReadingsTable

ROW = Qt.ItemDataRole.UserRole
PAD = 12
VERDICT, NAME, VALUE, UNIT, RANGE, LIMIT, CAUSE = range(7)


class ReadingDelegate(QStyledItemDelegate):
    """Paints chip, name, number, range bar, limit and cause from the row's plain values."""

    def __init__(self, table: ReadingsTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        row = index.data(ROW)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = self._ground(index.row(), selected, isinstance(row, GroupRow))
        painter.save()
        painter.fillRect(rect, ground)
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if isinstance(row, GroupRow):
            _paint_group(painter, rect, row)
        elif isinstance(row, ReadingRow):
            _CELLS[index.column()](painter, rect, row, ground)
        if selected and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), _accent())
        current = self._table.currentIndex().row() == index.row()
        if current and self._table.hasFocus():
            painter.setPen(QPen(_accent(), 2))
            painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _ground(self, row: int, selected: bool, group: bool) -> QColor:
        if selected:
            return theme.color("surface.selected")
        if self._table.hovered() == row:
            return theme.color("surface.hover")
        return theme.color("surface.window" if group else "surface.panel")


def _accent() -> QColor:
    return theme.color("accent.line")


def _paint_group(painter: QPainter, rect: QRect, row: GroupRow) -> None:
    """Paint a check mark, how many passed, where, and an arrow at the right edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = rect.center().y() + 0.5
    painter.setPen(QPen(theme.color("status.pass"), 1.75))
    x = rect.left() + PAD + 1
    painter.drawPolyline([QPointF(x, y), QPointF(x + 4, y + 4), QPointF(x + 11, y - 4)])
    left = _text(painter, rect, x + 22, row.title, "section", "text.primary")
    _text(painter, rect, left + 12, row.detail, "small", "text.tertiary", rect.right() - 40)
    painter.setPen(QPen(theme.color("text.secondary"), 1.5))
    right = rect.right() - 18.0
    arrow = [(-4, -2), (0, 2), (4, -2)] if row.open else [(-2, -4), (2, 0), (-2, 4)]
    painter.drawPolyline([QPointF(right + dx, y + dy) for dx, dy in arrow])


def _paint_verdict(painter: QPainter, rect: QRect, row: ReadingRow, ground: QColor) -> None:
    del ground
    box = rect.adjusted(PAD, 0, -10, 0)
    paint_chip(painter, box, row.mark.value, row.verdict)


def _paint_name(painter: QPainter, rect: QRect, row: ReadingRow, ground: QColor) -> None:
    del ground
    _text(painter, rect, rect.left(), row.name, "body", "text.primary", rect.right() - 4)


def _paint_value(painter: QPainter, rect: QRect, row: ReadingRow, ground: QColor) -> None:
    del ground
    font = theme.font("number.row")
    unknown = row.mark is Mark.UNKNOWN and row.value == "—"
    painter.setFont(theme.font("body") if unknown else font)
    painter.setPen(theme.color("text.tertiary" if unknown else "text.primary"))
    width = QFontMetricsF(painter.font()).horizontalAdvance(row.value)
    painter.drawText(
        QPointF(rect.right() - 4 - width, theme.baseline("number.row", rect)), row.value
    )


def _paint_unit(painter: QPainter, rect: QRect, row: ReadingRow, ground: QColor) -> None:
    del ground
    if row.value == "—":
        return
    font = theme.font("small", number=True)
    left = _run(painter, rect, rect.left() + 4, row.unit, font, "text.tertiary")
    if row.plus_minus:
        painter.setOpacity(0.8)
        _run(painter, rect, left + 4, row.plus_minus, font, "text.tertiary")
        painter.setOpacity(1.0)


def _paint_range(painter: QPainter, rect: QRect, row: ReadingRow, ground: QColor) -> None:
    if row.bar is None:
        _text(painter, rect, rect.left(), row.reason, "small", "text.secondary", rect.right() - PAD)
        return
    area = QRectF(rect).adjusted(0, 0, -16, 0)
    paint_range_bar(painter, area, row.bar, row.mark, ground)


def _paint_limit(painter: QPainter, rect: QRect, row: ReadingRow, ground: QColor) -> None:
    del ground
    font = theme.font("small", number=True)
    _run(painter, rect, rect.left(), row.limit, font, "text.tertiary")


def _paint_cause(painter: QPainter, rect: QRect, row: ReadingRow, ground: QColor) -> None:
    del ground
    if not row.cause:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = 18.0
    box = QRectF(rect.right() - PAD - side, rect.center().y() - side / 2 + 0.5, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("line.subtle"))
    painter.drawEllipse(box)
    font = theme.font("small", number=True)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(theme.color("text.primary"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.cause)


def _run(painter: QPainter, rect: QRect, x: float, words: str, font: QFont, colour: str) -> float:
    """Draw `words` on the row's baseline and return where they end."""
    painter.setFont(font)
    painter.setPen(theme.color(colour))
    painter.drawText(QPointF(x, theme.baseline("body", rect)), words)
    return x + QFontMetricsF(font).horizontalAdvance(words)


def _text(
    painter: QPainter,
    rect: QRect,
    x: float,
    words: str,
    role: str,
    colour: str,
    right: float | None = None,
) -> float:
    """Draw `words`, elided before `right`, and return where they end."""
    font = theme.font(role)
    if right is not None:
        room = max(right - x, 0.0)
        words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
    return _run(painter, rect, x, words, font, colour)


_CELLS = {
    VERDICT: _paint_verdict,
    NAME: _paint_name,
    VALUE: _paint_value,
    UNIT: _paint_unit,
    RANGE: _paint_range,
    LIMIT: _paint_limit,
    CAUSE: _paint_cause,
}
