"""One reading explained: how it is measured, what to do, what its limit stands on, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.words import Text, number, text
from app.room.catalogue import metric
from app.room.judge import Judged
from app.room.limits import Basis, Certainty, Limit
from ui import theme
from ui.room import view_model
from ui.room.trend import Dot, Trend
from ui.widgets.chip import chip_width, paint_chip
from ui.widgets.label import Label
from ui.widgets.range_bar import paint_range_bar
from ui.widgets.reading_rows import ReadingRow
from ui.words import tell

if TYPE_CHECKING:
    from app.room.history import TrendPoint

KINDS = {
    "standard": text("Standard"),
    "calibrated": text("Our own calibration"),
    "chosen": text("Our choice"),
    "studio": text("The studio's own word"),
}
CERTAINTIES = {
    Certainty.HIGH: text("certainty high"),
    Certainty.MEDIUM: text("certainty medium"),
    Certainty.LOW: text("certainty low"),
    Certainty.UNKNOWN: text("certainty unknown"),
}


class Headline(QWidget):
    """Chip, large number with unit and ±, and the range bar under them."""

    def __init__(self) -> None:
        super().__init__()
        self._row: ReadingRow | None = None

    def show_row(self, row: ReadingRow) -> None:
        """Show this reading."""
        self._row = row
        self.setAccessibleName(row.words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for a line of numbers and a bar."""
        return QSize(320, theme.grown(64))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint them."""
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        line = QRect(0, 0, self.width(), theme.grown(34))
        painter.setPen(theme.color("text.primary"))
        painter.setFont(theme.font("number.large"))
        y = round(theme.baseline("number.large", line))
        painter.drawText(0, y, row.value)
        x = painter.fontMetrics().horizontalAdvance(row.value) + 6
        painter.setFont(theme.font("body", number=True))
        painter.setPen(theme.color("text.tertiary"))
        painter.drawText(x, y, f"{row.unit} {row.plus_minus}" if row.value != "—" else "")
        width = chip_width()
        paint_chip(painter, QRect(self.width() - width, 0, width, line.height()), row.mark.value)
        if row.bar is not None:
            bar = QRect(0, line.bottom() + 4, self.width() - 96, 20)
            paint_range_bar(painter, bar.toRectF(), row.bar, row.mark, theme.color("surface.panel"))
            painter.setFont(theme.font("small", number=True))
            painter.drawText(bar.right() + 12, round(theme.baseline("small", bar)), row.limit)


class Inspector(QWidget):
    """The body of the side panel for one reading."""

    def __init__(self, reading_id: str) -> None:
        super().__init__()
        self.reading_id = reading_id
        self._head = Headline()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)
        self._labels: dict[str, tuple[Label, Label]] = {}
        for key, words in (
            ("why", text("Why it is unknown")),
            ("advice", text("What to do")),
            ("cause", text("Cause")),
            ("how", text("How it is measured")),
            ("limit", text("Limit")),
            ("source", text("What the limit stands on")),
        ):
            self._add(key, words)
        self._trend_head = Label("section")
        tell(self._trend_head.setText, text("Saved checks of this room"))
        self._trend = Trend()
        self._column.addSpacing(8)
        self._column.addWidget(self._trend_head)
        self._column.addWidget(self._trend)
        self._column.addStretch(1)

    def show_reading(self, judged: Judged, cause: Text | None, number_of: dict[str, int]) -> None:
        """Show the newest judgement."""
        kind = metric(judged.reading.id)
        self._head.show_row(view_model.reading_row(judged, number_of))
        self._say("why", judged.why or judged.reading.why)
        self._say("advice", judged.advice)
        said, fix = cause and cause.say(), judged.advice and judged.advice.say()
        same = bool(said and fix and said.endswith(fix))
        self._say("cause", None if same else cause)
        self._say("how", kind.how)
        self._say("limit", None if judged.limit is None else ranges(judged.limit, kind.unit))
        self._say("source", None if judged.limit is None else stands_on(judged.limit.basis))

    def show_trend(self, points: Sequence[TrendPoint], limit: Limit | None) -> None:
        """Show the reading over the saved checks."""
        dots = [Dot(f"{p.at.astimezone():%m-%d}", p.value, p.verdict) for p in points]
        low = None if limit is None else limit.passes.low
        high = None if limit is None else limit.passes.high
        self._trend.show_dots(dots, low, high, metric(self.reading_id).decimals)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._head.updateGeometry()

    def _add(self, key: str, words: Text) -> None:
        head, body = Label("small", "text.tertiary"), Label("body", wrap=True)
        tell(head.setText, words)
        self._column.addSpacing(8)
        self._column.addWidget(head)
        self._column.addWidget(body)
        self._labels[key] = head, body

    def _say(self, key: str, words: Text | None) -> None:
        head, body = self._labels[key]
        head.setVisible(words is not None)
        body.setVisible(words is not None)
        if words is not None:
            tell(body.setText, words)


def ranges(limit: Limit, unit: str) -> Text:
    """Return both ranges of a limit in words."""
    good, warns = span(limit.passes.low, limit.passes.high), span(limit.warns.low, limit.warns.high)
    if limit.never_fails:
        return text("Pass {good} {unit}; beyond that it warns", good=good, unit=unit)
    return text(
        "Pass {good} {unit}; warn {warns} {unit}; beyond that fail",
        good=good,
        warns=warns,
        unit=unit,
    )


def span(low: float | None, high: float | None) -> str:
    """Return a range as it is shown."""

    def said(value: float) -> str:
        return (
            number(value, 0 if value == round(value) else 2).rstrip("0")
            if value != round(value)
            else number(value)
        )

    if low is None:
        return "…" if high is None else f"≤ {said(high)}"
    if high is None:
        return f"≥ {said(low)}"
    return f"{said(low)}…{said(high)}"


def stands_on(basis: Basis) -> Text:
    """Return source, certainty and date of a limit in one line."""
    return text(
        "{kind}: {source} ({date}, {certainty})",
        kind=KINDS[basis.kind],
        source=basis.source,
        date=basis.date,
        certainty=CERTAINTIES[basis.certainty],
    )
