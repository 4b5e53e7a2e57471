"""The beats of a row as one bar: as wide as they are long, dashed while empty, marked at the caret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.core.words import tr
from app.show.timing.clock import said_span
from ui import theme

GAP, LEAST, GRIP, THRESHOLD = 2.0, 26.0, 4, 4


@dataclass(frozen=True, slots=True)
class BeatBlock:
    """One beat as the bar shows it."""

    id: str
    name: str
    ms: int
    empty: bool
    typed: bool = False  # its length was typed


class BeatBar(QWidget):
    """A click jumps to a beat, dragging a boundary stretches the beat at its left."""

    chosen = Signal(str)
    stretched = Signal(str, int)  # beat, by how many ms
    asked = Signal(str)  # beat whose form is wanted

    def __init__(self) -> None:
        super().__init__()
        self._beats: tuple[BeatBlock, ...] = ()
        self._current = ""
        self._drag: tuple[int, int, int] | None = None  # boundary, where it began, now
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_beats(self, beats: Sequence[BeatBlock]) -> None:
        """Show the beats of a row."""
        self._beats = tuple(beats)
        self.setVisible(len(self._beats) > 1)
        self._name()
        self.update()

    def show_current(self, beat: str) -> None:
        """Mark the beat that the caret is in."""
        self._current = beat
        self._name()
        self.update()

    def boxes(self) -> tuple[QRectF, ...]:
        """Return where each beat stands; none is narrower than a word of two hanzi."""
        count = len(self._beats)
        if not count:
            return ()
        room = self.width() - GAP * (count - 1)
        least = min(LEAST, room / count)
        total = sum(b.ms for b in self._beats)
        shares = [b.ms / total if total else 1 / count for b in self._beats]
        # What the narrow ones need beyond their share, the wide ones give.
        spare = room - least * count
        widths = [least + spare * share for share in shares]
        lefts = accumulate([0.0, *(w + GAP for w in widths[:-1])])
        return tuple(QRectF(x, 0, w, self.height()) for x, w in zip(lefts, widths, strict=True))

    def sizeHint(self) -> QSize:
        """Return the height of a segmented control."""
        return QSize(240, theme.grown(theme.sizes().segmented))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint every beat."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        for beat, box in zip(self._beats, self.boxes(), strict=True):
            self._paint_beat(painter, box, beat)
        if self._drag is not None:
            painter.fillRect(
                QRectF(self._drag[2] - 1, 0, 2, self.height()), theme.color("accent.line")
            )

    def _paint_beat(self, painter: QPainter, box: QRectF, beat: BeatBlock) -> None:
        here = beat.id == self._current
        if beat.empty:
            pen = QPen(theme.color("line.control"), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        ground = "surface.selected" if here else "surface.panel" if beat.empty else "surface.hover"
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if here:
            painter.fillRect(
                QRectF(box.left(), box.bottom() - 2, box.width(), 2), theme.color("accent.line")
            )
        painter.setPen(theme.color("accent.text" if here else "text.secondary"))
        metrics = QFontMetricsF(painter.font())
        room = box.width() - 4
        said = metrics.elidedText(beat.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to stretch at a boundary, else jump."""
        x = round(event.position().x())
        grip = self._grip(x)
        if event.button() == Qt.MouseButton.LeftButton and grip >= 0:
            self._drag = (grip, x, x)
        elif event.button() == Qt.MouseButton.LeftButton:
            at = self._at(event.position().toPoint())
            if at >= 0:
                self.chosen.emit(self._beats[at].id)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a boundary can be dragged, and drag it."""
        x = round(event.position().x())
        if self._drag is not None:
            self._drag = (self._drag[0], self._drag[1], x)
            by = said_span(abs(self._dragged()))
            QToolTip.showText(
                event.globalPosition().toPoint(), ("+" if x >= self._drag[1] else "−") + by, self
            )
            self.update()
            return
        grip = self._grip(x) >= 0
        self.setCursor(Qt.CursorShape.SplitHCursor if grip else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Stretch the beat."""
        drag, by = self._drag, self._dragged()
        self._drag = None
        self.update()
        if drag is not None and abs(drag[2] - drag[1]) >= THRESHOLD:
            self.stretched.emit(self._beats[drag[0]].id, by)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the form of a beat."""
        at = self._at(event.position().toPoint())
        if at >= 0:
            self.asked.emit(self._beats[at].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the beats, stretch with Shift, open with Enter, drop a drag with Esc."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        at = next((i for i, b in enumerate(self._beats) if b.id == self._current), -1)
        if step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and at >= 0:
            self.stretched.emit(self._beats[at].id, step * 5_000)
        elif step and self._beats:
            to = min(max(0, at + step), len(self._beats) - 1)
            self._current = self._beats[to].id
            self._name()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.chosen.emit(self._beats[at].id)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Menu) and at >= 0:
            self.asked.emit(self._beats[at].id)
        elif event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.update()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say a beat's name and length while the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(event.pos())
            QToolTip.showText(
                event.globalPos(), self._said(self._beats[at]) if at >= 0 else "", self
            )
            return True
        return super().event(event)

    def _dragged(self) -> int:
        if self._drag is None:
            return 0
        total = sum(b.ms for b in self._beats)
        room = self.width() - (GAP + LEAST) * len(self._beats)
        by = (self._drag[2] - self._drag[1]) * total / max(room, 1)
        return round(by / 1000) * 1000

    def _grip(self, x: int) -> int:
        edges = [round(box.right() + GAP / 2) for box in self.boxes()[:-1]]
        return next((i for i, edge in enumerate(edges) if abs(edge - x) <= GRIP), -1)

    def _at(self, point: QPoint) -> int:
        return next((i for i, box in enumerate(self.boxes()) if box.contains(point)), -1)

    def _said(self, beat: BeatBlock) -> str:
        words = f"{beat.name} {said_span(beat.ms)}"
        return tr("{beat}, still empty", beat=words) if beat.empty else words

    def _name(self) -> None:
        here = next((b for b in self._beats if b.id == self._current), None)
        self.setAccessibleName(tr("Beats"))
        self.setAccessibleDescription("" if here is None else self._said(here))
