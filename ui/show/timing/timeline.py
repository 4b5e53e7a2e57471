"""The timeline strip: parts, loops, rows and what is over, at a glance and under the hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.core.words import tr
from app.show.timing.clock import said_span
from ui import theme
from ui.show.shown import Shown
from ui.show.timing.timeline_hand import Hand
from ui.show.timing.timeline_paint import Frame, StripPainter
from ui.show.timing.timeline_shape import EMPTY, Block, Strip, strip
from ui.show.timing.timeline_window import MOST_ZOOM, Window
from ui.show.view import ShowView
from ui.words import hear_switch

NORMAL, COMPACT = 96, 72
RESTS_MS = 40  # after the last change, before the strip is drawn anew
STEP_MS = 10_000  # what a key makes a row longer or shorter


class Timeline(QWidget):
    """A click chooses a row, dragging a right edge changes its length, Ctrl+wheel zooms."""

    def __init__(self, view: ShowView) -> None:
        super().__init__()
        self._view = view
        self._shape: Strip | None = EMPTY
        self.window_on = Window()
        self._ground: QPixmap | None = None
        self._hover: Block | None = None
        self._hand = Hand(view, self.frame)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The table is painted first: a thousand blocks take as long again as its cells.
        self._rest = QTimer(self, singleShot=True, interval=RESTS_MS)
        self._rest.timeout.connect(self._rested)
        view.opened.connect(self._open)
        view.changed.connect(self._change)
        view.current_changed.connect(self._turn)
        hear_switch(self.say_again)
        self._open(view.shown)

    @property
    def _strip(self) -> Strip:
        """Return the strip of what is shown, made once for all changes since the last picture."""
        if self._shape is None:
            self._shape = strip(self._view.shown)
        return self._shape

    def say_again(self) -> None:
        """Say everything in the language that is current now."""
        self._shape = None
        self._redraw()
        self._name()

    def sizeHint(self) -> QSize:
        """Return 96, or 72 without the parts' names in compact density."""
        return QSize(640, theme.grown(COMPACT if theme.density() == "compact" else NORMAL))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(200, self.sizeHint().height())

    def frame(self) -> Frame:
        """Return the window on the strip that shows now."""
        return self.window_on.frame(self.size(), self._strip)

    def block_at(self, point: QPointF) -> Block | None:
        """Return the block under a point, the one drawn last where two overlap."""
        frame = self.frame()
        if not frame.blocks.adjusted(0, -2, 0, 6).contains(QPointF(point.x(), point.y())):
            return None
        at = frame.ms(point.x())
        found = [b for b in self._strip.between(at, at) if b.start_ms <= at < b.end_ms]
        return found[-1] if found else None

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the cached ground, then what moves: hover, choice, drag, scroll place."""
        painter = QPainter(self)
        if self._rest.isActive() and self._ground is not None:
            painter.drawPixmap(0, 0, self._ground)
            return
        if self._ground is None:
            self._ground = self._drawn()
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.frame()
        painter.setClipRect(QRectF(2, 0, self.width() - 4, self.height()))
        if self._hover is not None and not self._hand.holds:
            painter.fillRect(frame.box(self._hover), theme.color("text.primary", 0.08))
        self._paint_current(painter, frame)
        if self._hand.holds:
            x = self._hand.x
            band = frame.blocks
            painter.fillRect(
                QRectF(x - 1, band.top() - 3, 2, band.height() + 6), theme.color("accent.line")
            )
        if self.window_on.factor > 1:
            place = self.window_on.place(self.size(), self._strip)
            painter.fillRect(place, theme.color("line.control"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, or take hold of its right edge."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        grip = self._hand.grip(event.position(), self._strip)
        found = grip or self.block_at(event.position())
        if found is None:
            return
        if grip is not None:
            self._hand.take(grip, event.position().x())
        self._view.set_current(found.segment)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what is under the mouse."""
        if self._hand.holds:
            self._hand.x = event.position().x()
            QToolTip.showText(event.globalPosition().toPoint(), self._hand.said(), self)
            self.update()
            return
        grip = self._hand.grip(event.position(), self._strip) is not None
        self.setCursor(Qt.CursorShape.SplitHCursor if grip else Qt.CursorShape.ArrowCursor)
        found = self.block_at(event.position())
        if found is not self._hover:
            self._hover = found
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Give the row the length it was dragged to."""
        self._hand.release()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what is chosen."""
        super().focusInEvent(event)
        self._name()

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of what was under the mouse."""
        super().leaveEvent(event)
        self._hover = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl around the mouse, else scroll a zoomed strip."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.25 ** (turn / 120), event.position().x())
        elif self.window_on.factor > 1:
            self.window_on.scroll(-turn / 120 * 80, self.size(), self._strip)
            self._redraw()
        else:
            event.ignore()
            return
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the rows, change a length with Shift, zoom with + − 0, drop a drag with Esc."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        zooms = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
        if step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            found = self._first_of(self._view.current)
            if found is not None:
                self._hand.lengthen(found, step * STEP_MS)
        elif step:
            self._walk(step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(-(10**6) if key == Qt.Key.Key_Home else 10**6)
        elif key in zooms:
            self.zoom(zooms[key], self.width() / 2)
        elif key == Qt.Key.Key_0:
            self.zoom(1 / MOST_ZOOM, 0)
        elif key == Qt.Key.Key_Escape and self._hand.holds:
            self._hand.drop()
            self.update()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say title, start and length of the block under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.block_at(QPointF(event.pos()))
            said = "" if found is None else self._said(found)
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at the new width."""
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._redraw()

    def zoom(self, by: float, x: float) -> None:
        """Zoom by a factor around `x`; never out beyond the whole show."""
        self.window_on.zoom(by, x, self.size(), self._strip)
        self._redraw()

    # Inside

    def _open(self, shown: Shown | None) -> None:
        self.window_on.reset()
        self._shape = strip(shown)
        self._hover = None
        self._hand.drop()
        self._redraw()
        self._name()

    def _change(self, _shown: Shown) -> None:
        self._shape = self._hover = None
        if self.window_on.factor > 1:
            self.window_on.scroll(0, self.size(), self._strip)
        self._rest.start()
        if self.hasFocus():
            self._name()

    def _turn(self, segment: str) -> None:
        found = self._first_of(segment) if self.window_on.factor > 1 else None
        if found is not None and self.window_on.reveal(found.start_ms, self.size(), self._strip):
            self._redraw()
        if not self._rest.isActive():
            self._name()
        self.update()

    def _rested(self) -> None:
        self._redraw()
        self._name()

    def _redraw(self) -> None:
        self._rest.stop()
        self._ground = None
        self.update()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(theme.color("surface.window"))
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "surface.panel" if theme.current().dark else "line.subtle"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color("surface.panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self._view.shown is not None:
            StripPainter(painter, self._strip, self.frame(), self._view.shown.times).paint()
        painter.end()
        return drawn

    def _paint_current(self, painter: QPainter, frame: Frame) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for block in self._strip.between(round(frame.from_ms), frame.until_ms):
            if block.segment == self._view.current:
                painter.setPen(QPen(theme.color("accent.line"), 1 if block.repeat else 2))
                painter.drawRoundedRect(frame.box(block).adjusted(-1, -1, 1, 1), 4, 4)

    def _walk(self, step: int) -> None:
        shown = self._view.shown
        rows = [s.id for s in shown.show.segments()] if shown is not None else []
        if rows:
            at = rows.index(self._view.current) if self._view.current in rows else 0
            self._view.set_current(rows[min(max(0, at + step), len(rows) - 1)])

    def _first_of(self, segment: str) -> Block | None:
        return next((b for b in self._strip.blocks if b.segment == segment), None)

    def _said(self, block: Block) -> str:
        shown = self._view.shown
        assert shown is not None, "a block belongs to a show"
        span = f"{shown.times.clock_of(block.start_ms)}–{shown.times.clock_of(block.end_ms)}"
        lines = [
            f"{block.number}  {block.title}",
            f"{span}  {said_span(block.end_ms - block.start_ms)}",
        ]
        if block.repeat:
            lines.append(tr("Round {number}", number=block.round + 1))
        if block.over_ms:
            lines.append(tr("Its words take {over} longer", over=said_span(block.over_ms)))
        return "\n".join(lines)

    def _name(self) -> None:
        self.setAccessibleName(tr("Timeline"))
        found = self._first_of(self._view.current)
        self.setAccessibleDescription(
            "" if found is None else self._said(found).replace("\n", ", ")
        )
