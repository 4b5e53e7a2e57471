"""The range bar of a reading: zones told apart by thickness first, by colour second."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui import theme
from ui.widgets.reading_rows import Bar, Mark

MARKER = 2.5
PASS_THICK, WARN_THICK, FAIL_THICK = 8.0, 4.0, 1.0
MARKER_ROLE = {
    Mark.PASS: "status.pass",
    Mark.WARN: "status.warn",
    Mark.FAIL: "status.fail",
    Mark.UNKNOWN: "status.unknown",
}


def paint_range_bar(painter: QPainter, area: QRectF, bar: Bar, mark: Mark, ground: QColor) -> None:
    """Paint `bar` into `area`; `ground` is the colour behind it, used as the marker's halo."""
    _zone(painter, area, 0.0, 1.0, FAIL_THICK, theme.color("line.control"))
    _zone(painter, area, bar.warn_from, bar.warn_to, WARN_THICK, theme.color("range.warn"))
    _zone(painter, area, bar.pass_from, bar.pass_to, PASS_THICK, theme.color("range.pass"))
    x = area.left() + min(max(bar.at, 0.0), 1.0) * area.width()
    tall = min(area.height(), 16.0)
    line = QRectF(x - MARKER / 2, area.center().y() - tall / 2, MARKER, tall)
    painter.fillRect(line.adjusted(-1.5, 0, 1.5, 0), ground)
    painter.fillRect(line, theme.color(MARKER_ROLE[mark]))


def _zone(
    painter: QPainter, area: QRectF, start: float, end: float, thick: float, colour: QColor
) -> None:
    start, end = min(max(start, 0.0), 1.0), min(max(end, 0.0), 1.0)
    if end <= start:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    left = area.left() + start * area.width()
    width = (end - start) * area.width()
    painter.fillRect(QRectF(left, area.center().y() - thick / 2, width, thick), colour)
