"""Causes before numbers: each with its number, one fix, and the readings it explains."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import text, tr
from ui import theme
from ui.room.value_line import paint_values, said
from ui.room.view_model import CauseRow
from ui.widgets.icon import exists, paint_icon, paint_mark
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.words import say

USUAL_ROOM = 300  # before the page has said how much there is


class CauseLine(QAbstractButton):
    """One cause, painted; pressing it shows its readings."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row: CauseRow | None = None
        self._dense = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    def show_row(self, row: CauseRow) -> None:
        """Show this cause."""
        if row != self._row:
            self._row = row
            words = f"{row.title}. {row.fix}"
            self.setAccessibleName(f"{row.number}. {words}. {row.verdict}. {said(row.explains)}")
            self.setToolTip(f"{words}\n{said(row.explains)}")
            self.update()

    def set_dense(self, *, dense: bool) -> None:
        """Take one line, without the readings it explains, where there are many causes."""
        if dense != self._dense:
            self._dense = dense
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a row of two lines, or of one."""
        return QSize(400, row_height(dense=self._dense))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint number, icon, title, fix, explained readings and the mark."""
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("surface.hover"))
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        middle = self.height() / 2
        self._paint_number(painter, row.number, middle)
        icon = f"ph.{row.icon}"
        box = QRectF(42, middle - 9, 18, 18)
        paint_icon(
            painter, box, icon if exists(icon) else "ph.wrench", theme.color("text.secondary")
        )
        mark = QRectF(self.width() - 28, middle - 8, 16, 16)
        paint_mark(painter, mark, row.mark.value)
        above = 10 if self._dense else 20
        upper = QRect(72, round(middle) - above, self.width() - 72 - 40, 20)
        self._paint_words(painter, upper, row)
        if not self._dense:
            paint_values(painter, QRect(72, round(middle) + 1, upper.width(), 18), row.explains)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent.line"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_number(self, painter: QPainter, number: str, middle: float) -> None:
        circle = QRectF(12, middle - 10, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line.subtle"))
        painter.drawEllipse(circle)
        painter.setPen(theme.color("text.primary"))
        painter.setFont(theme.font("section", number=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_words(self, painter: QPainter, box: QRect, row: CauseRow) -> None:
        y = theme.baseline("lead", box)
        lead, body = theme.font("lead"), theme.font("body")
        title = QFontMetricsF(lead).elidedText(
            row.title, Qt.TextElideMode.ElideRight, box.width() * 0.6
        )
        painter.setFont(lead)
        painter.setPen(theme.color("text.primary"))
        painter.drawText(QPointF(box.left(), y), title)
        left = box.left() + QFontMetricsF(lead).horizontalAdvance(title) + 10
        fix = QFontMetricsF(body).elidedText(
            row.fix, Qt.TextElideMode.ElideRight, max(box.right() - left, 0.0)
        )
        painter.setFont(body)
        painter.drawText(QPointF(left, y), fix)

    def _choose(self) -> None:
        if self._row is not None:
            self.chosen.emit(self._row.id)


class CausesPanel(Panel):
    """The list of causes; with none it says so and shrinks to one line."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(inset=False)
        say(self.setTitle, "Causes first")
        self._lines: list[CauseLine] = []
        self._shown = 0
        self._room = USUAL_ROOM
        host = QWidget()
        host.setProperty("house", "scrolled")
        self._column = QVBoxLayout(host)
        self._column.setContentsMargins(1, 0, 1, 1)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._calm = Label("body", "text.secondary", wrap=True)
        self._calm.setContentsMargins(12, 0, 12, 12)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(host)
        self.body.addWidget(self._calm)
        self.body.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_causes(self, rows: Sequence[CauseRow], calm: str) -> None:
        """Show `rows`, or the sentence `calm` where there are none."""
        while len(self._lines) < len(rows):
            line = CauseLine()
            line.chosen.connect(self.chosen)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(rows))
            if at < len(rows):
                line.show_row(rows[at])
        self._calm.setVisible(not rows)
        self._calm.setText(calm)
        self._scroll.setVisible(bool(rows))
        explained = len({(v.name, v.value) for r in rows for v in r.explains})
        self.head.detail.setText(summary(len(rows), explained))
        if len(rows) != self._shown:
            self._shown = len(rows)
            self._measure()

    def set_room(self, room: int) -> None:
        """Take no more than `room` pixels: rows of one line where those of two do not fit, then scroll."""
        if room != self._room:
            self._room = room
            self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the density changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        head = theme.grown(theme.sizes().panel_head) + 2
        least = row_height(dense=True)
        room = max(self._room - head, 2 * least)
        dense = self._shown * row_height(dense=False) > room
        for line in self._lines:
            line.set_dense(dense=dense)
        wanted = self._shown * row_height(dense=dense)
        rows = min(wanted, room) if self._shown else theme.grown(34)
        always_off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(needed if wanted > room else always_off)
        self.setFixedHeight(head + rows)


def row_height(*, dense: bool) -> int:
    """Return the height of one cause in the density that is current now."""
    sizes = theme.sizes()
    return theme.grown(sizes.readings_row if dense else sizes.list_row)


def summary(causes: int, readings: int) -> str:
    """Return how many causes explain how many readings, in words; nothing for none."""
    if not causes:
        return ""
    if causes == 1:
        return tr("1 cause explains {n} readings", n=readings)
    return tr("{causes} causes explain {n} readings", causes=causes, n=readings)


NOTHING_WRONG = text("No cause found: nothing measured so far is out of range")
