"""The heads of the run of show, over exactly what the cells paint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui import theme
from ui.show.table.paint import PAD


class RundownHeads(QHeaderView):
    """Small tertiary words, aligned as the cells below them; columns can be made wider."""

    def sizeHint(self) -> QSize:
        """Return the height of a table head in this density."""
        return QSize(super().sizeHint().width(), theme.grown(theme.sizes().table_head))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint one head and the rule below it."""
        painter.save()
        painter.fillRect(rect, theme.color("surface.panel"))
        painter.setPen(theme.color("line.subtle"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        way = Qt.Orientation.Horizontal
        words = str(self.model().headerData(logicalIndex, way) or "")
        side = self.model().headerData(logicalIndex, way, Qt.ItemDataRole.TextAlignmentRole)
        font = theme.font("small")
        metrics = QFontMetricsF(font)
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 2 * PAD)
        x = float(rect.left() + PAD)
        if side & Qt.AlignmentFlag.AlignRight:
            x = rect.right() - PAD - metrics.horizontalAdvance(said)
        painter.setFont(font)
        painter.setPen(theme.color("text.tertiary"))
        painter.drawText(round(x), round(theme.baseline("small", rect)), said)
        painter.restore()


def dress(table: QTableView) -> RundownHeads:
    """Give a table the manners of a spreadsheet in the look of the house; return its heads."""
    heads = RundownHeads(Qt.Orientation.Horizontal, table)
    table.setHorizontalHeader(heads)
    heads.setSectionsMovable(False)
    heads.setStretchLastSection(False)
    table.verticalHeader().hide()
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMouseTracking(True)
    table.setTabKeyNavigation(True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    triggers = QAbstractItemView.EditTrigger
    table.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
    return heads
