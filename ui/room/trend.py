"""One reading over the saved checks: a painted run chart with the pass range behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.words import number, tr
from ui import theme


@dataclass(frozen=True, slots=True)
class Dot:
    """One saved check: its day, the value (None = not measured), and whether it passed."""

    day: str
    value: float | None
    verdict: str


class Trend(QWidget):
    """The chart; forms tell the verdicts apart without colour: dot, triangle, square."""

    def __init__(self) -> None:
        super().__init__()
        self._dots: tuple[Dot, ...] = ()
        self._range: tuple[float | None, float | None] = (None, None)
        self._decimals = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_dots(
        self, dots: Sequence[Dot], low: float | None, high: float | None, decimals: int
    ) -> None:
        """Show `dots`, oldest first, over the pass range."""
        self._dots, self._range, self._decimals = tuple(dots), (low, high), decimals
        known = [d.value for d in dots if d.value is not None]
        words = tr("{n} saved checks", n=len(dots))
        if known:
            words += f", {number(min(known), decimals)}…{number(max(known), decimals)}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a small chart."""
        return QSize(320, 120)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint pass band, line, marks, first and last day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(self.rect()).adjusted(44, 6, -10, -22)
        known = [d.value for d in self._dots if d.value is not None]
        if not known:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text.tertiary"))
            words = tr("No saved check of this room has this reading yet")
            flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), flags, words)
            return
        ends = [v for v in (*known, *self._range) if v is not None]
        low, high = min(ends), max(ends)
        pad = max((high - low) * 0.12, 0.5 * 10**-self._decimals)
        low, high = low - pad, high + pad

        def y(value: float) -> float:
            return float(plot.bottom() - (value - low) / (high - low) * plot.height())

        foot, top = self._range
        self._paint_band(
            painter,
            plot,
            plot.bottom() if foot is None else y(foot),
            plot.top() if top is None else y(top),
        )
        self._paint_axis(painter, plot, [(v, y(v)) for v in (min(known), max(known))])
        step = plot.width() / max(len(self._dots) - 1, 1)
        places = [
            None if d.value is None else QPointF(plot.left() + at * step, y(d.value))
            for at, d in enumerate(self._dots)
        ]
        self._paint_run(painter, places)

    def _paint_run(self, painter: QPainter, places: Sequence[QPointF | None]) -> None:
        painter.setPen(QPen(theme.color("chart.2"), 1.5))
        for before, here in pairwise(places):
            if before is not None and here is not None:
                painter.drawLine(QLineF(before, here))
        for dot, here in zip(self._dots, places, strict=True):
            if here is not None:
                _mark(painter, here, dot.verdict)

    def _paint_band(self, painter: QPainter, plot: QRectF, foot: float, top: float) -> None:
        painter.fillRect(
            QRectF(plot.left(), top, plot.width(), foot - top), theme.color("range.pass", 0.2)
        )

    def _paint_axis(
        self, painter: QPainter, plot: QRectF, ticks: Sequence[tuple[float, float]]
    ) -> None:
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.color("text.tertiary"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, y in ticks:
            box = QRectF(0, y - 8, plot.left() - 6, 16)
            painter.drawText(box, right, number(value, self._decimals))
        foot = QRectF(plot.left() - 20, plot.bottom() + 4, plot.width() + 30, 16)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self._dots[0].day)
        if len(self._dots) > 1:
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight, self._dots[-1].day)


def _mark(painter: QPainter, at: QPointF, verdict: str) -> None:
    role = verdict if verdict in ("pass", "warn", "fail") else "unknown"
    painter.setPen(QPen(theme.color("surface.panel"), 1))
    painter.setBrush(theme.color(f"status.{role}"))
    if role == "warn":
        painter.drawPolygon([at + QPointF(0, -5), at + QPointF(5, 4), at + QPointF(-5, 4)])
    elif role == "fail":
        painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8))
    else:
        painter.drawEllipse(at, 3.5, 3.5)
