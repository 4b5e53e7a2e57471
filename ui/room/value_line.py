"""A line of short readings, "noise 6.8 /255 · frames 24.8 fps": words dim, numbers semibold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.room.view_model import Value

BETWEEN = 14.0
LEAST_NAME = 36.0  # less of a name says nothing


def paint_values(
    painter: QPainter, box: QRect, values: Sequence[Value], *, strong: str = "text.secondary"
) -> None:
    """Paint the first value and as many whole ones as fit; an ellipsis stands for the others."""
    words, bold, dim = _fonts()
    y = theme.baseline("small", box)
    x = float(box.left())
    for at, value in enumerate(values):
        rest = 0.0 if at == len(values) - 1 else 16.0
        if at and x + _width(value) + rest > box.right():
            painter.setFont(words)
            painter.setPen(theme.color("text.tertiary"))
            painter.drawText(QPointF(x, y), "…")
            return
        value = _fitted(value, box.right() - x)
        for said, font, role in (
            (value.name, words, "text.tertiary"),
            (value.value, bold, strong),
            (value.unit, dim, "text.tertiary"),
        ):
            if not said:
                continue
            painter.setFont(font)
            painter.setPen(theme.color(role))
            painter.drawText(QPointF(x, y), said)
            x += QFontMetricsF(font).horizontalAdvance(said) + 4
        x += BETWEEN - 4


def _fitted(value: Value, room: float) -> Value:
    """Return `value` with its name elided, then without its unit: the number is what must stand whole."""
    metrics = QFontMetricsF(_fonts()[0])
    name = metrics.horizontalAdvance(value.name)
    spare = room - (_width(value) - name)
    if spare >= min(LEAST_NAME, name):
        elided = metrics.elidedText(value.name, Qt.TextElideMode.ElideRight, spare)
        return replace(value, name=elided)
    return _fitted(replace(value, unit=""), room) if value.unit else replace(value, name="")


def values_width(values: Sequence[Value]) -> float:
    """Return the width that shows every value."""
    return sum(_width(v) + BETWEEN for v in values)


def said(values: Sequence[Value]) -> str:
    """Return the values as plain words, for tooltips and screen readers."""
    return ", ".join(" ".join(p for p in (v.name, v.value, v.unit) if p) for v in values)


def _width(value: Value) -> float:
    parts = zip((value.name, value.value, value.unit), _fonts(), strict=True)
    return sum(QFontMetricsF(f).horizontalAdvance(p) + 4 for p, f in parts if p) - 4


def _fonts() -> tuple[QFont, QFont, QFont]:
    bold = theme.font("small", number=True)
    bold.setWeight(QFont.Weight.DemiBold)
    return theme.font("small"), bold, theme.font("small", number=True)


class ValueLine(QWidget):
    """The line as a widget; it never asks for more width than there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Value, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[Value]) -> None:
        """Show these readings."""
        if tuple(values) != self._values:
            self._values = tuple(values)
            self.setToolTip(said(values))
            self.setAccessibleName(said(values))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room that shows every value."""
        return QSize(round(values_width(self._values)), theme.line_height("small"))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when theme or density changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the line."""
        paint_values(QPainter(self), self.rect(), self._values)
