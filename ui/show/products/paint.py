"""How a product is painted in the list: name, role and price above; link, stock, rows and proofs below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.show.products.model import LINE, Index, ProductLine
from ui.widgets.icon import paint_icon, paint_mark

SIDE = 12
_INKS = {
    "pass": "text.tertiary",
    "warn": "status.warn",
    "fail": "status.fail",
    "unknown": "text.tertiary",
}


class ProductDelegate(QStyledItemDelegate):
    """Paints a product in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a row of two lines."""
        return QSize(200, theme.grown(theme.sizes().list_row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one product."""
        one: ProductLine = index.data(LINE)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("surface.selected"))
            bar = QRect(rect.left(), rect.top(), 2, rect.height())
            painter.fillRect(bar, theme.color("accent.line"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("surface.hover"))
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        middle = rect.center().y()
        upper = QRect(rect.left() + SIDE, middle - 22, rect.width() - 2 * SIDE, 22)
        lower = QRect(rect.left() + SIDE, middle + 2, rect.width() - 2 * SIDE, 18)
        _upper(painter, upper, one)
        _lower(painter, lower, one)
        painter.restore()


def _upper(painter: QPainter, box: QRect, one: ProductLine) -> None:
    right = float(box.right() + 1)
    if one.price:
        right -= _put(painter, box, one.price, "number.row", "text.primary", right=right) + 12
    role = QFontMetricsF(theme.font("small")).horizontalAdvance(one.role) + 12 if one.role else 0.0
    room = right - box.left() - (role + 8 if role else 0)
    used = _put(painter, box, one.name, "section", "text.primary", room=room)
    if role:
        chip = QRectF(box.left() + used + 8.5, box.top() + 2.5, role, 18)
        painter.setPen(QPen(theme.color("line.control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip, 4, 4)
        inside = QRect(round(chip.left()) + 6, box.top() + 2, round(role), 19)
        _put(painter, inside, one.role, "small", "text.secondary")


def _lower(painter: QPainter, box: QRect, one: ProductLine) -> None:
    ink = _INKS[one.mark]
    width = _put(painter, box, one.papers, "small", ink, right=float(box.right() + 1))
    mark = QRect(box.right() + 1 - round(width) - 18, box.top() + 2, 14, 14)
    if one.mark == "pass":
        paint_icon(painter, mark, "ph.file-text", theme.color(ink))
    else:
        paint_mark(painter, mark, one.mark, ink)
    _put(painter, box, one.facts, "small", "text.secondary", room=box.width() - width - 30)


def _put(
    painter: QPainter,
    box: QRect,
    words: str,
    role: str,
    colour: str,
    *,
    room: float | None = None,
    right: float | None = None,
) -> float:
    """Paint words at the left of `box`, or so that they end at `right`; return their width."""
    font = theme.font(role)
    metrics = QFontMetricsF(font)
    most = box.width() if room is None else room
    said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, most))
    width = metrics.horizontalAdvance(said)
    painter.setFont(font)
    painter.setPen(theme.color(colour))
    x = box.left() if right is None else right - width
    painter.drawText(QPointF(x, theme.baseline(role, box)), said)
    return width
