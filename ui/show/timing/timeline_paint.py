"""Painting the timeline strip: ruler, parts, blocks and the hard out, at a scale of px for each ms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPixmap

from app.core.words import tr
from app.show.show import Ms
from app.show.timing.clock import said_span
from app.show.timing.schedule import Schedule
from ui import theme
from ui.show.timing.timeline_shape import Band, Block, Strip, tick_ms

NAMED_FROM = 34  # px; a narrower block has no name, only its tooltip
EDGE, RADIUS, REPEAT = 3.0, 3.0, 0.55
HATCH = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """The window on the strip: which time stands at `left`, and how many px a millisecond has."""

    left: float
    right: float
    from_ms: float
    scale: float
    height: float
    blocks: QRectF  # the band the blocks stand in
    names: bool  # part names are shown

    def x(self, ms: float) -> float:
        """Return where a time stands."""
        return self.left + (ms - self.from_ms) * self.scale

    def ms(self, x: float) -> Ms:
        """Return which time stands at `x`."""
        return round(self.from_ms + (x - self.left) / self.scale)

    @property
    def until_ms(self) -> Ms:
        """Return the last time that shows."""
        return self.ms(self.right)

    @property
    def line(self) -> float:
        """Return the y of the line over the parts."""
        return self.blocks.top() - (theme.line_height("small") + 5 if self.names else 8)

    def box(self, block: Block) -> QRectF:
        """Return where a block stands, never narrower than a hairline."""
        left, right = self.x(block.start_ms), self.x(block.end_ms)
        band = self.blocks
        return QRectF(left + 0.5, band.top(), max(right - left - 1, 1.5), band.height())


class StripPainter:
    """Paints what only changes with the show, the window on it, or the look."""

    def __init__(self, painter: QPainter, strip: Strip, frame: Frame, times: Schedule) -> None:
        self._painter, self._strip, self._frame, self._times = painter, strip, frame, times
        self._small = theme.font("small")
        self._metrics = QFontMetricsF(self._small)
        self._inks: dict[str, QColor] = {}

    def paint(self) -> None:
        """Paint ruler, parts, blocks, hard out."""
        painter, frame = self._painter, self._frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(frame.left - 2, 0, frame.right - frame.left + 4, frame.height))
        self._paint_ruler()
        for band in self._strip.bands:
            if band.end_ms >= frame.from_ms and band.start_ms <= frame.until_ms:
                self._paint_band(band)
        for block in self._strip.between(round(frame.from_ms), frame.until_ms):
            self._paint_block(block)
        self._paint_out()

    def _paint_ruler(self) -> None:
        painter, frame = self._painter, self._frame
        major, minor = tick_ms(
            round((frame.right - frame.left) / frame.scale), frame.right - frame.left
        )
        font = theme.font("micro")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        first = round(frame.from_ms)
        wall = self._times.wall(first).ms
        at = first + (-wall) % minor
        ink, dim = theme.color("text.tertiary"), theme.color("line.control")
        pass_out = self._out_label_left()
        while at <= frame.until_ms:
            x, wall_ms = frame.x(at), self._times.wall(at).ms
            labelled = wall_ms % major == 0
            painter.setPen(QPen(dim, 1))
            height = 8 if labelled else 4
            painter.drawLine(QLineF(x, frame.line - 3 - height, x, frame.line - 3))
            said = self._times.clock_of(at)[:5]
            wide = metrics.horizontalAdvance(said)
            if (
                labelled
                and x + 4 + wide < frame.right
                and not pass_out[0] <= x + 4 + wide <= pass_out[1] + wide
            ):
                painter.setPen(ink)
                painter.drawText(QPointF(x + 4, frame.line - 6), said)
            at += minor

    def _paint_band(self, band: Band) -> None:
        painter, frame = self._painter, self._frame
        left, right = frame.x(band.start_ms) + 0.5, frame.x(band.end_ms) - 0.5
        painter.fillRect(QRectF(left, frame.line, right - left, 3), theme.color("kind.frame"))
        if not frame.names:
            return
        said = band.title if band.rounds == 1 else f"{band.title} × {band.rounds}"
        begin = max(left, frame.left)
        room = right - begin - 4
        if room < 14:
            return
        painter.setFont(self._small)
        painter.setPen(theme.color("text.secondary"))
        said = self._metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        box = QRectF(begin, frame.line + 3, room + 2, frame.blocks.top() - frame.line - 4)
        painter.drawText(box, _LEFT, said)

    def _ink(self, role: str) -> QColor:
        found = self._inks.get(role)
        if found is None:
            found = self._inks[role] = theme.color(role)
        return found

    def _paint_block(self, block: Block) -> None:
        painter, frame = self._painter, self._frame
        box = frame.box(block)
        painter.setOpacity(REPEAT if block.repeat else 1.0)
        if box.width() < 4:
            painter.fillRect(box, self._ink(block.colour))
            painter.setOpacity(1.0)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink(f"{block.colour}_soft"))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.fillRect(
            QRectF(box.left() + 1, box.top(), box.width() - 2, EDGE), self._ink(block.colour)
        )
        if block.over_ms > 0:
            tail = min(box.width() - 2, max(10.0, block.over_ms * frame.scale))
            hatched(
                painter, QRectF(box.right() - tail - 1, box.bottom() - 8, tail, 7), "status.warn"
            )
        visible = min(box.right(), frame.right) - max(box.left(), frame.left)
        if not block.repeat and visible >= NAMED_FROM:
            x = max(box.left(), frame.left) + 7
            room = min(box.right(), frame.right) - x - 4
            said = self._metrics.elidedText(block.title, Qt.TextElideMode.ElideRight, room)
            painter.setFont(self._small)
            painter.setPen(self._ink("text.primary"))
            painter.drawText(QRectF(x, box.top() + 2, room + 2, box.height() - 2), _LEFT, said)
        painter.setOpacity(1.0)

    def _out_label_left(self) -> tuple[float, float]:
        """Return from where to where the label of the hard out stands."""
        out = self._strip.out_ms
        if out is None:
            return (-2.0, -1.0)
        wide = QFontMetricsF(theme.font("small")).horizontalAdvance(self._out_words())
        return self._frame.x(out) - wide - 10, self._frame.x(out)

    def _out_words(self) -> str:
        out = self._strip.out_ms or 0
        return tr("Hard out {clock}", clock=self._times.clock_of(out)[:5])

    def _paint_out(self) -> None:
        painter, frame, out = self._painter, self._frame, self._strip.out_ms
        band = frame.blocks
        end = frame.x(self._strip.end_ms)
        if out is not None:
            x = frame.x(out)
            if self._strip.end_ms > out:
                hatched(painter, QRectF(x, band.top(), end - x, band.height()), "status.fail")
            fail = theme.color("status.fail")
            painter.fillRect(QRectF(x - 1, 6, 2, band.bottom() + 4 - 6), fail)
            painter.setFont(self._small)
            painter.setPen(fail)
            left = self._out_label_left()[0]
            left = max(left, frame.left)
            painter.drawText(QPointF(left + 2, frame.line - 6), self._out_words())
        goal = self._times.goal_ms
        if goal is not None and self._strip.end_ms > goal:
            role = "status.fail" if out is not None else "status.warn"
            painter.setFont(theme.font("section", number=True))
            painter.setPen(theme.color(role))
            said = said_span(self._strip.end_ms - goal, sign=True)
            painter.drawText(QRectF(end + 7, band.top(), 120, band.height()), _LEFT, said)


def hatched(painter: QPainter, box: QRectF, role: str) -> None:
    """Hatch a box in the colour of a status."""
    painter.save()
    painter.setBrushOrigin(box.topLeft())
    painter.fillRect(box, _hatch(theme.color(role).name(), painter.device().devicePixelRatioF()))
    painter.restore()


@cache
def _hatch(colour: str, ratio: float) -> QBrush:
    tile = QPixmap(round(HATCH * ratio), round(HATCH * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.6))
    for shift in (-HATCH, 0, HATCH):
        painter.drawLine(QLineF(shift, HATCH, shift + HATCH, 0))
    painter.end()
    return QBrush(tile)


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
