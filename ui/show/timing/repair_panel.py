"""The side panel with up to three repairs: choose one, see what it changes, accept it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import text
from app.show.show import Show
from app.show.timing.clock import said_span
from app.show.timing.repair import Repair
from app.show.timing.schedule import Schedule
from ui import theme
from ui.show.timing.repair_diff import Difference, differences
from ui.widgets.button import Button
from ui.widgets.icon import paint_icon
from ui.widgets.label import Label
from ui.words import say, tell


class DiffList(QWidget):
    """Row, before → after; painted, so that a thousand changes cost nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Difference, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Difference]) -> None:
        """Show `lines`, which are also said to assistive tools."""
        self._lines = tuple(lines)
        self.setAccessibleName("; ".join(f"{d.title} {d.before} → {d.after}" for d in lines))
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[Difference, ...]:
        """Return what is shown."""
        return self._lines

    def sizeHint(self) -> QSize:
        """Return a row of the table for each line."""
        return QSize(300, len(self._lines) * self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that show."""
        painter = QPainter(self)
        height = self._height()
        first, last = event.rect().top() // height, event.rect().bottom() // height
        for at in range(first, min(last + 1, len(self._lines))):
            self._paint_line(painter, QRect(0, at * height, self.width(), height), self._lines[at])

    def _paint_line(self, painter: QPainter, box: QRect, line: Difference) -> None:
        body, number = theme.font("body"), theme.font("body", number=True)
        y = theme.baseline("body", box)
        painter.fillRect(
            QRect(box.left(), box.bottom(), box.width(), 1), theme.color("line.subtle")
        )
        painter.setFont(theme.font("small", number=True))
        painter.setPen(theme.color("text.tertiary"))
        if line.number:
            at = QRectF(box.left(), box.top(), 24, box.height())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(at, int(flags), str(line.number))
        wide = QFontMetricsF(number)
        after = wide.horizontalAdvance(line.after)
        before = wide.horizontalAdvance(line.before)
        x = box.right() - after - 4
        painter.setFont(number)
        painter.setPen(theme.color("text.primary"))
        painter.drawText(QPointF(x, y), line.after)
        painter.setPen(theme.color("text.tertiary"))
        x -= 22
        paint_icon(
            painter,
            QRectF(x, box.center().y() - 6, 14, 14),
            "ph.arrow-right",
            painter.pen().color(),
        )
        x -= before + 8
        painter.drawText(QPointF(x, y), line.before)
        struck = y - wide.xHeight() / 2 - 1
        painter.fillRect(QRectF(x - 1, struck, before + 2, 1), theme.color("text.tertiary"))
        painter.setFont(body)
        painter.setPen(theme.color("text.primary"))
        room = x - 44
        said = QFontMetricsF(body).elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(34, y), said)

    def _height(self) -> int:
        return theme.grown(theme.sizes().rundown_row + 4)


class RepairPanel(QWidget):
    """`accepted` carries the number of the repair that is taken."""

    accepted = Signal(int)

    def __init__(self, show: Show, times: Schedule, repairs: Sequence[Repair]) -> None:
        super().__init__()
        self._show, self._times, self._repairs = show, times, tuple(repairs)
        self._at = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for at, repair in enumerate(self._repairs):
            choice = Button("quiet", size="small", checkable=True)
            end = times.clock_of(repair.end_ms)
            tell(choice.setText, text("{number} · ends {end}", number=at + 1, end=end))
            self._group.addButton(choice, at)
            row.addWidget(choice)
        row.addStretch(1)
        self._group.idClicked.connect(self.choose)
        self.steps = Label("body", "text.secondary", wrap=True)
        self.result = Label("lead", wrap=True)
        self.list = DiffList()
        self.take = Button("quiet", key="Alt+Return")
        say(self.take.setText, "Accept")
        self.take.clicked.connect(self._accept)
        column.addLayout(row)
        for part in (self.result, self.steps, self.list):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.take)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        self.choose(0)

    def chosen(self) -> int:
        """Return the number of the repair that is shown."""
        return self._at

    def choose(self, at: int) -> None:
        """Show what the repair number `at` changes."""
        self._at = at
        button = self._group.button(at)
        if button is not None:
            button.setChecked(True)
        repair = self._repairs[at]
        end = self._times.clock_of(repair.end_ms)
        if repair.over_ms > 0:
            tell(
                self.result.setText,
                text("Ends {end}, still {over} over", end=end, over=said_span(repair.over_ms)),
            )
        else:
            tell(self.result.setText, text("Ends {end}, in time", end=end))
        tell(self.steps.setText, repair.say)
        self.list.show_lines(differences(self._show, self._times, repair))

    def _accept(self) -> None:
        self.accepted.emit(self._at)
