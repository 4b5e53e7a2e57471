"""The price history of a product: a small plot, the points below it, and a row that adds one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.words import text, tr
from app.show.money import money_words
from app.show.product import PricePoint
from ui import theme
from ui.words import hear_switch


class PriceLine(QWidget):
    """A price over days as a line of steps: a price holds until the next point.

    Lowest and highest price stand at the left, first and last day below.
    """

    def __init__(self, points: Sequence[PricePoint], currency: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hear_switch(self.say_again)
        self.show_points(points, currency)

    def show_points(self, points: Sequence[PricePoint], currency: str) -> None:
        """Show these points, oldest first; under two there is nothing to plot."""
        self._points, self._currency = tuple(points), currency
        self.setVisible(len(self._points) > 1)
        self.say_again()
        self.update()

    def say_again(self) -> None:
        """Say the plot in words."""
        if len(self._points) < 2:
            self.setAccessibleName(tr("Price history"))
            return
        cents = [point.cents for point in self._points]
        said = text(
            "Price history: {count} points, lowest {low}, highest {high}, last {last} on {day}",
            count=len(cents),
            low=money_words(min(cents), self._currency),
            high=money_words(max(cents), self._currency),
            last=money_words(cents[-1], self._currency),
            day=str(self._points[-1].on),
        )
        self.setAccessibleName(said.say())
        self.setToolTip(said.say())

    def sizeHint(self) -> QSize:
        """Return room for the line and one row of days."""
        return QSize(200, theme.grown(84))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint labels, ground and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("micro")
        metrics = QFontMetricsF(font)
        cents = [point.cents for point in self._points]
        low, high = min(cents), max(cents)
        names = [money_words(value, self._currency) for value in dict.fromkeys((high, low))]
        left = max(metrics.horizontalAdvance(name) for name in names) + 10
        below = metrics.height() + 4
        plot = QRectF(left, 8, self.width() - left - 6, self.height() - below - 14)
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        for y in (plot.top(), plot.bottom()):
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setFont(font)
        painter.setPen(theme.color("text.tertiary"))
        heights = (plot.top(), plot.bottom()) if high > low else (plot.center().y(),)
        for name, y in zip(names, heights, strict=True):
            painter.drawText(QPointF(0, y + metrics.ascent() / 2 - 1), name)
        first, last = str(self._points[0].on), str(self._points[-1].on)
        foot = self.height() - metrics.descent()
        painter.drawText(QPointF(plot.left(), foot), first)
        if last != first:
            at = plot.right() - metrics.horizontalAdvance(last)
            painter.drawText(QPointF(at, foot), last)
        self._paint_line(painter, plot, low, high)

    def _paint_line(self, painter: QPainter, plot: QRectF, low: int, high: int) -> None:
        ink = theme.color("chart.2")
        days = [point.on.toordinal() for point in self._points]
        span = max(1, days[-1] - days[0])

        def at(day: int, cents: int) -> QPointF:
            share = (cents - low) / (high - low) if high > low else 0.5
            x = plot.left() + (day - days[0]) / span * plot.width()
            return QPointF(x, plot.bottom() - share * plot.height())

        spots = [at(day, p.cents) for day, p in zip(days, self._points, strict=True)]
        steps = QPolygonF([spots[0]])
        for before, spot in pairwise(spots):
            steps.append(QPointF(spot.x(), before.y()))
            steps.append(spot)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(steps)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for spot in spots:
            painter.drawEllipse(spot, 3, 3)
