"""The key that presses a button, drawn as a small cap inside it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_MAC = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧"}
_SIGNS = {"Return": "↵", "Enter": "↵"}


def shown(key: str) -> str:
    """Return `key` ("Ctrl+Z") as the platform writes it."""
    parts = [_SIGNS.get(part, part) for part in key.split("+")]
    if sys.platform == "darwin":
        return "".join(_MAC.get(part, part) for part in parts)
    return " ".join(parts)


def cap_width(key: str) -> int:
    """Return the width of the cap in logical pixels."""
    width = QFontMetrics(theme.font("micro")).horizontalAdvance(shown(key))
    return max(theme.grown(18), width + 10)


def paint_cap(painter: QPainter, x: int, box: QRect, key: str, ink: QColor) -> None:
    """Paint the cap at `x`, centred in the height of `box`, in a softened `ink`."""
    height = theme.grown(18)
    cap = QRectF(x, box.top() + (box.height() - height) // 2, cap_width(key), height)
    edge = QColor(ink)
    edge.setAlphaF(0.55)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(ink)
    painter.setFont(theme.font("micro"))
    painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), shown(key))
    painter.restore()


class KeyCap(QWidget):
    """A cap by itself, as the list of keys shows it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        return QSize(cap_width(self._key), theme.grown(18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the cap."""
        painter = QPainter(self)
        paint_cap(painter, 0, self.rect(), self._key, theme.color("text.secondary"))
