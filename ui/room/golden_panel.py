"""The golden room: how it was, how it is now, and only what moved between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import Text
from ui import theme
from ui.room.value_line import ValueLine
from ui.room.view_model import Value
from ui.widgets.button import Button
from ui.widgets.icon import exists, paint_icon
from ui.widgets.icon_mark import IconMark
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.words import say, tell

NUMBERS = re.compile(r"([+−±]?\d+(?:[.:]\d+)?)")


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One thing that moved, in words with the number in them."""

    icon: str
    says: str


@dataclass(frozen=True, slots=True, eq=False)
class GoldenState:
    """The comparison; `day` is when the golden report was made, "" where there is none."""

    day: str
    now: str
    summary: Text
    rows: tuple[MovedRow, ...] = ()
    then_still: QImage | None = None
    now_still: QImage | None = None


class Stills(QWidget):
    """Then and now, small, side by side, each with its day below."""

    def __init__(self) -> None:
        super().__init__()
        self._state: GoldenState | None = None
        self._scaled: dict[int, QPixmap] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_state(self, state: GoldenState) -> None:
        """Show both pictures."""
        self._state = state
        self._scaled.clear()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room two pictures of their shape need."""
        pictures = [p for p in self._pictures() if p is not None]
        if not pictures:
            return QSize(0, 60)
        wide = pictures[0].width() > pictures[0].height()
        return QSize(200 if wide else 116, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint pictures and days."""
        if self._state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = theme.line_height("small") + 2
        width = (self.width() - 8) // 2
        painter.setFont(theme.font("small"))
        for at, (picture, day) in enumerate(
            zip(self._pictures(), (self._state.day, self._state.now), strict=True)
        ):
            box = QRect(at * (width + 8), 0, width, max(self.height() - foot, 10))
            if picture is None:
                continue
            drawn = self._fitted(at, picture, box.size())
            shape = drawn.size() / drawn.devicePixelRatio()
            left = box.left() + (box.width() - shape.width()) // 2
            painter.drawPixmap(QPointF(left, 0), drawn)
            painter.setPen(theme.color("text.tertiary"))
            words = QRectF(box.left() - 4, shape.height() + 2, box.width() + 8, foot)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, day)

    def _pictures(self) -> tuple[QImage | None, QImage | None]:
        if self._state is None:
            return None, None
        return self._state.then_still, self._state.now_still

    def _fitted(self, at: int, picture: QImage, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        known = self._scaled.get(at)
        if known is None or known.size() != size * ratio:
            scaled = picture.scaled(
                size * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            known = QPixmap.fromImage(scaled)
            known.setDevicePixelRatio(ratio)
            self._scaled[at] = known
        return known


class MovedList(QWidget):
    """What moved, one painted line each."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[MovedRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[MovedRow]) -> None:
        """Show the first rows; the rest is in the comparison."""
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(r.says for r in rows))
        self.setToolTip("\n".join(r.says for r in rows))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for three lines."""
        return QSize(200, 3 * 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint icon and sentence of each row, its number stronger."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.grown(28)
        for at, row in enumerate(self._rows[: max(self.height() // line, 1)]):
            box = QRect(0, at * line, self.width(), line)
            self._paint_row(painter, box, row)

    def _paint_row(self, painter: QPainter, box: QRect, row: MovedRow) -> None:
        icon = QRectF(box.left(), box.center().y() - 7, 14, 14)
        if exists(row.icon):
            paint_icon(painter, icon, row.icon, theme.color("text.tertiary"))
        y = theme.baseline("body", box)
        words, figure = theme.font("body"), theme.font("number.row")
        x = box.left() + 22.0
        for part in NUMBERS.split(row.says):
            is_number = NUMBERS.fullmatch(part) is not None
            font = figure if is_number else words
            room = max(box.right() - x, 0.0)
            said = QFontMetricsF(font).elidedText(part, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(theme.color("text.primary" if is_number else "text.secondary"))
            painter.drawText(QPointF(x, y), said)
            x += QFontMetricsF(font).horizontalAdvance(said)


class GoldenPanel(Panel):
    """The golden room as a panel."""

    def __init__(self) -> None:
        super().__init__()
        say(self.setTitle, "Golden room")
        self._stills, self._list = Stills(), MovedList()
        self._hint = Label("body", "text.secondary", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._stills)
        row.addWidget(self._list, 1)
        self.body.addWidget(self._hint)
        self.body.addLayout(row, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_state(self, state: GoldenState) -> None:
        """Show the comparison, or how to make one."""
        there = bool(state.day)
        self._hint.setVisible(not there)
        self._stills.setVisible(there)
        self._list.setVisible(there)
        if there:
            tell(self.head.detail.setText, state.summary)
            self._stills.show_state(state)
            self._list.show_rows(state.rows)
        else:
            tell(self._hint.setText, state.summary)
            tell(self.head.detail.setText, Text(""))


class GoldenLine(QFrame):
    """The golden room as one line; `opened` asks for the comparison."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("house", "panel")
        self._title, self._summary = Label("section"), Label("body", "text.secondary", elide=True)
        self._values = ValueLine()
        self._compare = Button("link", size="small")
        say(self._compare.setText, "Compare")
        self._compare.clicked.connect(self.opened)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(10)
        row.addWidget(IconMark("ph.star", size=16))
        row.addWidget(self._title)
        row.addWidget(self._summary)
        row.addWidget(self._values, 1)
        row.addWidget(self._compare)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.grown(34))

    def show_state(self, state: GoldenState) -> None:
        """Show the comparison in one line."""
        there = bool(state.day)
        if there:
            say(self._title.setText, "Golden room, {day}", day=state.day)
        else:
            say(self._title.setText, "Golden room")
        tell(self._summary.setText, state.summary)
        self._summary.setSizePolicy(
            QSizePolicy.Policy.Maximum if there else QSizePolicy.Policy.Ignored,
            QSizePolicy.Policy.Preferred,
        )
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretch(2, 0 if there else 1)
        self._values.setVisible(there)
        self._compare.setVisible(there)
        self._values.show_values([Value(r.says, "", "") for r in state.rows])


class Comparison(QWidget):
    """The whole comparison in the side panel: both pictures, everything that moved."""

    def __init__(self, state: GoldenState) -> None:
        super().__init__()
        self._stills, self._rows = Stills(), MovedList()
        self._stills.setMinimumHeight(220)
        self._stills.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head = Label("body", "text.secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        for part in (self._head, self._stills, self._rows):
            column.addWidget(part)
        column.addStretch(1)
        self.show_state(state)

    def show_state(self, state: GoldenState) -> None:
        """Show the newest comparison."""
        tell(self._head.setText, state.summary)
        self._stills.show_state(state)
        self._rows.show_rows(state.rows)
        self._rows.setMinimumHeight(theme.grown(28) * max(len(state.rows), 1))
