"""How lines, zones, masks and words are drawn over video: white, with a casing of ink."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from app.metrics.signals import Bytes, Face, Zone
from ui import theme
from ui.widgets.zones import Grip, corners

HANDLE = 8.0
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
CURSORS = {
    Grip.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Grip.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Grip.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Grip.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Grip.WHOLE: Qt.CursorShape.SizeAllCursor,
}


def over_video(role: str) -> QColor:
    """Return the dark theme's colour of `role`: pictures and scopes are dark in both themes."""
    return QColor(theme.load("dark").roles[role])


def line_colour() -> QColor:
    """Return the white of lines over video."""
    return theme.color("overlay.line")


def ink(alpha: float = 1.0) -> QColor:
    """Return the dark casing of lines over video."""
    return theme.color("overlay.ink", alpha)


def rect_of(area: QRectF, zone: Zone) -> QRectF:
    """Return `zone` in the pixels of `area`, on half pixels so that lines are crisp."""
    x, y = area.left() + zone.x * area.width(), area.top() + zone.y * area.height()
    rect = QRectF(x, y, zone.width * area.width(), zone.height * area.height())
    return QRectF(rect.toRect()).adjusted(0.5, 0.5, -0.5, -0.5)


def paint_empty(painter: QPainter, area: QRectF, words: str) -> None:
    """Say in the middle of the grey why there is no picture."""
    painter.setPen(line_colour())
    painter.setFont(theme.font("body"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area.adjusted(24, 24, -24, -24), flags, words)


def paint_focus(painter: QPainter, area: QRectF) -> None:
    """Paint the focus ring inside `area`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent.line"), 2))
    painter.drawRect(area.adjusted(1, 1, -1, -1))


def paint_thirds(painter: QPainter, area: QRectF) -> None:
    """Paint the lines at one and two thirds."""
    white = theme.color("overlay.line", 0.35)
    lines = []
    for part in (1 / 3, 2 / 3):
        x = round(area.left() + part * area.width()) + 0.5
        y = round(area.top() + part * area.height()) + 0.5
        lines += [QLineF(x, area.top(), x, area.bottom()), QLineF(area.left(), y, area.right(), y)]
    painter.setPen(QPen(white, 1))
    painter.drawLines(lines)


def paint_safe_area(
    painter: QPainter, area: QRectF, zones: Sequence[Zone], words: str, picked: int | None
) -> None:
    """Hatch what the platform covers and dash the rims of what stays free."""
    covered = QPainterPath()
    covered.addRect(area)
    rects = [rect_of(area, zone) for zone in zones]
    for rect in rects:
        free = QPainterPath()
        free.addRect(rect)
        covered = covered.subtracted(free)
    painter.fillPath(covered, ink(0.25))
    hatch = QBrush(theme.color("overlay.line", 0.12), Qt.BrushStyle.BDiagPattern)
    painter.fillPath(covered, hatch)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dash = QPen(line_colour(), 1.5)
    dash.setDashPattern([5, 3])
    for rect in rects:
        painter.setPen(QPen(ink(), 3.5))
        painter.drawRect(rect)
        painter.setPen(dash)
        painter.drawRect(rect)
    if picked is not None and picked < len(zones):
        _handles(painter, area, zones[picked])
    if words:
        paint_label(painter, rects[0].topLeft() + QPointF(6, 6), words, area)


def paint_zone(painter: QPainter, area: QRectF, zone: Zone, words: str) -> None:
    """Paint a zone with its handles and its name below."""
    rect = rect_of(area, zone)
    _cased(painter, rect, line_colour(), 1.5)
    _handles(painter, area, zone)
    if words:
        paint_label(painter, rect.bottomLeft() + QPointF(-2, HANDLE), words, area)


def paint_face(painter: QPainter, area: QRectF, face: Face, width: str, eyes: str) -> None:
    """Paint the face's box and the line of the eyes, each with its number."""
    rect = rect_of(area, face.box)
    _cased(painter, rect, over_video("accent.line"), 2.0)
    if width:
        paint_label(painter, rect.topLeft() + QPointF(0, -22), width, area)
    y = area.top() + (face.left_eye[1] + face.right_eye[1]) / 2 * area.height()
    y = round(y) + 0.5
    reach = rect.width() * 0.22
    line = QLineF(rect.left() - reach, y, rect.right() + reach, y)
    painter.setPen(QPen(ink(0.6), 3))
    painter.drawLine(line)
    dots = QPen(line_colour(), 1.5)
    dots.setDashPattern([1.5, 2.5])
    painter.setPen(dots)
    painter.drawLine(line)
    if eyes:
        wide = QFontMetricsF(theme.font("small")).horizontalAdvance(eyes) + 12
        left = rect.left() - reach - wide
        at = left if left >= area.left() else rect.right() + reach
        paint_label(painter, QPointF(at, y - 9), eyes, area)


def paint_label(painter: QPainter, at: QPointF, words: str, within: QRectF) -> float:
    """Paint `words` on ink with the top left corner near `at`, inside `within`; return the height."""
    font = theme.font("small")
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(words) + 10, 18.0
    x = max(min(at.x(), within.right() - width), within.left())
    y = max(min(at.y(), within.bottom() - height), within.top())
    box = QRectF(round(x), round(y), round(width), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(0.8))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font)
    painter.setPen(line_colour())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return height


def mask_image(mask: Bytes, size: QSize, *, striped: bool) -> QImage:
    """Return `mask` (255 = here) at `size`, as diagonal stripes or as a solid tint."""
    packed = np.ascontiguousarray(mask)
    height, width = packed.shape
    alpha = QImage(packed.data, width, height, width, QImage.Format.Format_Alpha8)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if striped:
        painter.fillRect(image.rect(), ink(0.75))
        pen = QPen(line_colour(), 3)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach = size.width() + size.height()
        lines = [QLineF(x, 0, x - size.height(), size.height()) for x in range(0, reach, 8)]
        painter.drawLines(lines)
    else:
        painter.fillRect(image.rect(), over_video("meter.hot"))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(image.rect(), alpha)
    painter.end()
    return image


def _cased(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink(), width + 2))
    painter.drawRect(rect)
    painter.setPen(QPen(colour, width))
    painter.drawRect(rect)


def _handles(painter: QPainter, area: QRectF, zone: Zone) -> None:
    painter.setPen(QPen(ink(), 1))
    painter.setBrush(line_colour())
    for corner in corners(zone).values():
        x = area.left() + corner.x * area.width()
        y = area.top() + corner.y * area.height()
        painter.drawRect(QRectF(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE))
