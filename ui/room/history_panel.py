"""The saved checks of a room, the newest first; pressing one opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import text, tr
from ui import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon import paint_icon, paint_mark
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.room.history import ReportHead


class HeadLine(QAbstractButton):
    """One saved check: when, against which profile, how many of each verdict."""

    chosen = Signal(str)

    def __init__(self, head: ReportHead, *, golden: bool) -> None:
        super().__init__()
        self._head, self._golden = head, golden
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr(
                "{time}, {profile}: {fail} fail, {warn} warn, {passed} pass, {unknown} unknown",
                time=self._time(),
                profile=str(head.profile),
                fail=head.failed,
                warn=head.warned,
                passed=head.passed,
                unknown=head.unknown,
            )
        )
        self.setToolTip(self.accessibleName())
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Return the height of a row of two lines."""
        return QSize(320, theme.grown(theme.sizes().list_row))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint time, profile and the counts with their marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("surface.hover"))
        painter.setPen(QPen(theme.color("line.subtle"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        middle = self.height() // 2
        upper = QRect(12, middle - 20, self.width() - 24, 20)
        lower = QRect(12, middle + 1, self.width() - 24, 18)
        painter.setFont(theme.font("section", number=True))
        painter.setPen(theme.color("text.primary"))
        painter.drawText(QPointF(12, theme.baseline("section", upper)), self._time())
        if self._golden:
            star = QRectF(self.width() - 28, middle - 18, 16, 16)
            paint_icon(painter, star, "ph.star-fill", theme.color("accent.text"))
        profile = str(self._head.profile)
        if self._head.demo:
            profile = tr("Demo") + " · " + profile
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text.tertiary"))
        room = self.width() - 24 - 190
        said = painter.fontMetrics().elidedText(profile, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(12, theme.baseline("small", lower)), said)
        self._paint_counts(painter, lower)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent.line"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_counts(self, painter: QPainter, box: QRect) -> None:
        head = self._head
        x = self.width() - 12 - 4 * 44
        counts = (
            ("fail", head.failed),
            ("warn", head.warned),
            ("pass", head.passed),
            ("unknown", head.unknown),
        )
        painter.setFont(theme.font("small", number=True))
        for mark, count in counts:
            paint_mark(painter, QRectF(x, box.center().y() - 6, 14, 14), mark)
            painter.setPen(theme.color("text.secondary"))
            painter.drawText(QPointF(x + 18, theme.baseline("small", box)), str(count))
            x += 44

    def _time(self) -> str:
        return f"{self._head.at.astimezone():%Y-%m-%d %H:%M}"

    def _choose(self) -> None:
        self.chosen.emit(self._head.id)


class HistoryPanel(QWidget):
    """The list; empty, it says how it fills."""

    chosen = Signal(str)

    def __init__(self, heads: Sequence[ReportHead], golden: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        if not heads:
            column.addWidget(
                EmptyState(
                    "ph.clock-counter-clockwise",
                    text("No check of this room is saved yet"),
                    text(
                        "Every finished check is kept here, with its picture and a trend per reading"
                    ),
                )
            )
        for head in heads:
            line = HeadLine(head, golden=head.id == golden)
            line.chosen.connect(self.chosen)
            column.addWidget(line)
        if heads:
            hint = Label("small", "text.tertiary", wrap=True)
            hint.setContentsMargins(12, 8, 12, 0)
            hint.setText(tr("Pick a reading in the table to see its trend"))
            column.addWidget(hint)
        column.addStretch(1)
