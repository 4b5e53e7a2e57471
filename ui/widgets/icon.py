"""Icons: Phosphor's glyphs from the dependency QtAwesome, and the few marks that are our own.

The font is read from QtAwesome's folder without importing it: the import alone costs half of what
a bare window costs, and it would register twelve fonts where one is shown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from ui import theme

MARKS: Mapping[str, str] = {
    "pass": "ph.check",
    "warn": "ph.warning",
    "fail": "ph.x-circle",
    "unknown": "ph.circle-dashed",
}


def exists(name: str) -> bool:
    """Return whether `name` ("ph.sun", "ph.check-bold") is in the icon font."""
    return name.removeprefix("ph.") in _glyphs()


def paint_icon(painter: QPainter, box: QRect | QRectF, name: str, colour: QColor) -> None:
    """Paint the icon into the square middle of `box`; crisp at every device ratio."""
    painter.save()
    painter.setFont(_icon_font(round(min(box.width(), box.height()))))
    painter.setPen(colour)
    painter.drawText(QRectF(box), int(Qt.AlignmentFlag.AlignCenter), _glyph(name))
    painter.restore()


def pixmap(name: str, role: str, size: int = 16, ratio: float | None = None) -> QPixmap:
    """Return the icon in the colour of `role`, `size` logical pixels square, cached."""
    ratio = ratio or QGuiApplication.primaryScreen().devicePixelRatio()
    return _pixmap(name, theme.color(role).name(), size, ratio)


def icon(name: str, role: str = "text.secondary", size: int = 16) -> QIcon:
    """Return the icon with its disabled and selected forms, in the colours of the theme now."""
    made = QIcon()
    made.addPixmap(pixmap(name, role, size))
    made.addPixmap(pixmap(name, "text.disabled", size), QIcon.Mode.Disabled)
    made.addPixmap(pixmap(name, "accent.text", size), QIcon.Mode.Selected)
    return made


def paint_mark(
    painter: QPainter, box: QRect | QRectF, status: str, role: str | None = None
) -> None:
    """Paint the mark of a status (pass, warn, fail, unknown) into `box`.

    Fail is the filled octagon with a white cross, unless `role` asks for the outlined form.
    """
    if status == "fail" and role is None:
        _paint_octagon(painter, QRectF(box))
        return
    paint_icon(painter, box, MARKS[status], theme.color(role or f"status.{status}"))


def app_icon() -> QIcon:
    """Return the window's icon: a clapper board on the accent, painted at the usual sizes."""
    made = QIcon()
    for size in (16, 32, 48, 128, 256):
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent.fill"))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2)
        inner = QRectF(size * 0.2, size * 0.2, size * 0.6, size * 0.6)
        paint_clapper(painter, inner, theme.color("accent.on_fill"))
        painter.end()
        made.addPixmap(drawn)
    return made


def paint_clapper(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint the mark of the house: an open clapper board."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    pen = QPen(colour, 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(3, 11, 18, 10), 2, 2)
    stick = QPainterPath(QPointF(3.2, 10.8))
    for x, y in ((2.6, 6.4), (19.4, 2.2), (20.4, 6.4), (3.2, 10.8)):
        stick.lineTo(x, y)
    painter.drawPath(stick)
    painter.drawLine(QPointF(8.2, 5.2), QPointF(11.2, 8.6))
    painter.drawLine(QPointF(13.6, 3.8), QPointF(16.6, 7.3))
    painter.restore()


def _paint_octagon(painter: QPainter, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    half = min(box.width(), box.height()) / 2
    cut = half * 0.4142
    ring = [(half, cut), (cut, half), (-cut, half), (-half, cut)]
    ring += [(-x, -y) for x, y in ring]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("status.fail_fill"))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
    arm = half * 0.36
    pen = QPen(theme.color("status.on_fill"), max(1.4, half * 0.24))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(-arm, -arm), QPointF(arm, arm))
    painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm))
    painter.restore()


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_icon(painter, QRectF(0, 0, size, size), name, QColor(colour))
    painter.end()
    return drawn


def _fonts_folder() -> Path:
    spec = find_spec("qtawesome")
    assert spec is not None, "QtAwesome is a dependency"
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


@cache
def _glyphs() -> Mapping[str, str]:
    file = next(_fonts_folder().glob("phosphor-charmap-*.json"))
    glyphs: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return glyphs


@cache
def _family() -> str:
    file = next(_fonts_folder().glob("phosphor-[0-9]*.ttf"))
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


@cache
def _icon_font(size: int) -> QFont:
    made = QFont(_family())
    made.setPixelSize(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _glyph(name: str) -> str:
    return chr(int(_glyphs()[name.removeprefix("ph.")], 16))
