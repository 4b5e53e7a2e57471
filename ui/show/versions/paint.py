"""How a version is painted in the list: its name above, when it was named below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.show.head import VersionHead
from ui import theme
from ui.show.products.model import Index

HEAD = Qt.ItemDataRole.UserRole


def when(head: VersionHead) -> str:
    """Return when a version was named, on the clock of this machine."""
    return f"{head.at.astimezone():%Y-%m-%d %H:%M:%S}"


def said(head: VersionHead) -> str:
    """Return a version as it is read aloud."""
    return f"{head.name}, {when(head)}"


class VersionDelegate(QStyledItemDelegate):
    """Paints a version in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a row of two lines."""
        return QSize(200, theme.grown(theme.sizes().list_row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one version."""
        head: VersionHead = index.data(HEAD)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("surface.selected"))
            bar = QRect(rect.left(), rect.top(), 2, rect.height())
            painter.fillRect(bar, theme.color("accent.line"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("surface.hover"))
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        middle = rect.center().y()
        upper = QRect(rect.left() + 12, middle - 20, rect.width() - 24, 20)
        lower = QRect(rect.left() + 12, middle + 2, rect.width() - 24, 18)
        _line(painter, upper, head.name, "section", "text.primary")
        _line(painter, lower, when(head), "small", "text.tertiary")
        painter.restore()


def _line(painter: QPainter, box: QRect, words: str, role: str, colour: str) -> None:
    font = theme.font(role)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(theme.color(colour))
    painter.drawText(QPointF(box.left(), theme.baseline(role, box)), shown)
