"""The cues of a row that have no place in its words: listed over them with their offset."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.words import tr
from app.show.show import Cue
from app.show.timetext.understand import duration_words
from ui import theme
from ui.show.script.cue_words import CUE_ICONS, cue_line, cue_words
from ui.widgets.icon import paint_icon

GAP, SIDE, ICON, WIDEST = 6, 7, 14, 220
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
WALK = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class CueList(QWidget):
    """Flags in rows; a click or Enter asks for the form of one, Delete for its removal."""

    asked = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cues: tuple[Cue, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_cues(self, cues: Sequence[Cue]) -> None:
        """Show `cues`; without any the list takes no room."""
        self._cues = tuple(cues)
        self._at = min(self._at, max(0, len(cues) - 1))
        self.setVisible(bool(cues))
        self.setToolTip("\n".join(f"{_offset(c)} {cue_line(c)}" for c in cues))
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of one row of flags, or of as many as the width now asks for."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all flags at a width."""
        boxes = self._boxes(width)
        return round(boxes[-1].bottom()) + 6 if boxes else 0

    def boxes(self) -> tuple[QRectF, ...]:
        """Return where each flag stands."""
        return self._boxes(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint every flag."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (cue, box) in enumerate(zip(self._cues, self.boxes(), strict=True)):
            chosen = at == self._at and self.hasFocus()
            pen = QPen(theme.color("accent.line" if chosen else "line.control"), 1 + chosen)
            painter.setPen(pen)
            painter.setBrush(theme.color("surface.panel"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            small = theme.font("small", number=True)
            painter.setFont(small)
            painter.setPen(theme.color("text.tertiary"))
            left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(box.adjusted(SIDE, 0, 0, 0), int(left), _offset(cue))
            x = box.left() + SIDE + QFontMetricsF(small).horizontalAdvance(_offset(cue)) + 6
            icon = QRectF(x, box.center().y() - ICON / 2, ICON, ICON)
            paint_icon(painter, icon, CUE_ICONS[cue.kind], theme.color("kind.news"))
            painter.setPen(theme.color("text.primary"))
            painter.setFont(theme.font("small"))
            room = QRectF(
                x + ICON + 4, box.top(), box.right() - x - ICON - 4 - SIDE + 1, box.height()
            )
            said = QFontMetricsF(painter.font()).elidedText(
                cue_words(cue), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, int(left), said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the form of the flag under the mouse."""
        for at, box in enumerate(self.boxes()):
            if box.contains(event.position()):
                self._at = at
                self._name()
                self.update()
                self.asked.emit(self._cues[at].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the flags, open one, remove one."""
        key = Qt.Key(event.key())
        if not self._cues:
            super().keyPressEvent(event)
        elif key in WALK:
            self._at = min(max(0, self._at + WALK[key]), len(self._cues) - 1)
            self._name()
            self.update()
        elif key in ENTER:
            self.asked.emit(self._cues[self._at].id)
        elif key in DELETE:
            self.removed.emit(self._cues[self._at].id)
        else:
            super().keyPressEvent(event)

    def _boxes(self, width: int) -> tuple[QRectF, ...]:
        small = QFontMetricsF(theme.font("small", number=True))
        words = QFontMetricsF(theme.font("small"))
        height = float(theme.grown(22))
        made: list[QRectF] = []
        x = y = 0.0
        for cue in self._cues:
            wide = small.horizontalAdvance(_offset(cue)) + 6 + ICON + 4 + 2 * SIDE
            wide += min(words.horizontalAdvance(cue_words(cue)) + 2, WIDEST)
            wide = min(wide, float(width))
            if x and x + wide > width:
                x, y = 0.0, y + height + GAP
            made.append(QRectF(x, y, wide, height))
            x += wide + GAP
        return tuple(made)

    def _name(self) -> None:
        self.setAccessibleName(tr("Cues without a place in the words"))
        if self._cues:
            cue = self._cues[self._at]
            self.setAccessibleDescription(f"{_offset(cue)} {cue_line(cue)}")


def _offset(cue: Cue) -> str:
    return "+" + duration_words(cue.at_ms or 0)
