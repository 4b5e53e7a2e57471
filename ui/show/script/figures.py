"""Three figures over the words: planned, read aloud at the host's rate, and what that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


@dataclass(frozen=True, slots=True)
class Figure:
    """A name, a number in words, and the colour role of the number."""

    name: str
    number: str
    role: str = "text.primary"


class Figures(QWidget):
    """Painted side by side, each as wide as it needs; the names give way first."""

    def __init__(self) -> None:
        super().__init__()
        self._figures: tuple[Figure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show `figures`, which are also said to assistive tools."""
        self._figures = tuple(figures)
        said = ", ".join(f"{f.name} {f.number}" for f in figures)
        self.setAccessibleName(said)
        self.setToolTip("\n".join(f"{f.name} {f.number}" for f in figures))
        self.update()

    def figures(self) -> tuple[Figure, ...]:
        """Return what is shown."""
        return self._figures

    def sizeHint(self) -> QSize:
        """Return the height of a name over a number."""
        return QSize(300, theme.line_height("small") + theme.line_height("number.large"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint names and numbers."""
        painter = QPainter(self)
        top = theme.line_height("small")
        small, large = theme.font("small"), theme.font("number.large")
        numbers = [QFontMetricsF(large).horizontalAdvance(f.number) for f in self._figures]
        if sum(numbers) + 24 * (len(numbers) - 1) > self.width():
            large = theme.font("number.row")
            numbers = [QFontMetricsF(large).horizontalAdvance(f.number) for f in self._figures]
        names = [QFontMetricsF(small).horizontalAdvance(f.name) for f in self._figures]
        free = self.width() - sum(max(a, b) for a, b in zip(numbers, names, strict=True))
        between = max(12.0, min(28.0, free / max(1, len(numbers) - 1)))
        x = 0.0
        over = max(0.0, between * (len(numbers) - 1) - free)
        for figure, number, name in zip(self._figures, numbers, names, strict=True):
            room = max(number, name)
            if over > 0 and name > number:
                room = max(number, name - over)
                over -= name - room
            painter.setFont(small)
            painter.setPen(theme.color("text.tertiary"))
            box = QRect(0, 0, 10, top)
            said = QFontMetricsF(small).elidedText(
                figure.name, Qt.TextElideMode.ElideRight, room + 1
            )
            painter.drawText(QPointF(x, theme.baseline("small", box)), said)
            painter.setFont(large)
            painter.setPen(theme.color(figure.role))
            box = QRect(0, top, 10, self.height() - top)
            painter.drawText(QPointF(x, theme.baseline("number.large", box)), figure.number)
            x += room + between
