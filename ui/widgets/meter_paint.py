"""How the loudness meter is laid out and drawn, standing or lying."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QRegion

from app.core.words import number, tr
from ui import theme

HOLD_THICK = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """The meter's axis and zones in LUFS, and the true peak line in dBTP."""

    low: float = -36.0
    high: float = -6.0
    target_from: float = -18.0
    target_to: float = -14.0
    hot_to: float = -12.0
    peak_line: float = -2.0
    peak_high: float = 0.0
    ticks: tuple[float, ...] = (-8.0, -12.0, -14.0, -16.0, -18.0, -23.0, -30.0)


@dataclass(frozen=True, slots=True)
class Bars:
    """Where each part of the meter lies."""

    strips: dict[str, QRect] = field(hash=False)
    pointer: QRect
    bracket: QRect
    history: QRect


@dataclass(frozen=True, slots=True)
class Level:
    """What one bar shows: its value, its hold mark, and whether it is a true peak."""

    value: float
    hold: float
    peak: bool


def standing(area: QRect, scale: Scale, tick: int, history: int) -> Bars:
    """Lay the meter out with upright bars and the history below."""
    lane = 18
    foot = history + lane + 18 if area.height() > 200 else lane
    top, bottom = area.top() + 6, area.bottom() - foot
    height = bottom - top
    left = area.left() + tick + 8
    m = QRect(left, top, 26, height)
    s = QRect(m.right() + 9, top, 26, height)
    pointer = QRect(s.right() + 1, top, 26, height + 1)
    peak_left = pointer.right() + 2
    strips = {
        "M": m,
        "S": s,
        "L": QRect(peak_left, top, 12, height),
        "R": QRect(peak_left + 16, top, 12, height),
    }
    y_high = _pixel(m, scale.target_to, scale, False, False)
    y_low = _pixel(m, scale.target_from, scale, False, False)
    bracket = QRect(QPoint(m.left() - 6, y_high), QPoint(s.right() + 6, y_low))
    below = QRect()
    if area.height() > 200:
        below = QRect(area.left(), bottom + lane, area.width(), history + 16)
    return Bars(strips, pointer, bracket, below)


def lying(area: QRect, scale: Scale, tick: int, history: int) -> Bars:
    """Lay the meter out with bars from left to right, the history below where the panel is tall."""
    left = area.left() + tick
    width = area.right() - left - 8
    thick = 14 if area.height() >= 96 else 10
    m = QRect(left, area.top() + 5, width, thick)
    s = QRect(left, m.bottom() + 5, width, thick)
    pointer = QRect(left - 10, s.bottom() + 5, width + 20, 11)
    peaks = pointer.bottom() + 19
    strips = {
        "M": m,
        "S": s,
        "L": QRect(left, peaks, width, 5),
        "R": QRect(left, peaks + 7, width, 5),
    }
    x_low = _pixel(m, scale.target_from, scale, True, False)
    x_high = _pixel(m, scale.target_to, scale, True, False)
    bracket = QRect(QPoint(x_low, m.top() - 3), QPoint(x_high, s.bottom() + 3))
    below = QRect(left, peaks + 28, width, area.bottom() - peaks - 28)
    least = history // 2 + 16
    return Bars(strips, pointer, bracket, below if below.height() >= least else QRect())


def place(strip: QRect, value: float, scale: Scale, is_lying: bool, peak: bool) -> int:
    """Return the pixel at which `value` ends in `strip`."""
    return _pixel(strip, value, scale, is_lying, peak)


def between(strip: QRect, ends: tuple[int, ...], is_lying: bool) -> QRegion:
    """Return the part of `strip` between the lowest and the highest of `ends`."""
    low, high = min(ends) - HOLD_THICK - 1, max(ends) + HOLD_THICK + 1
    if is_lying:
        part = QRect(low, strip.top(), high - low, strip.height())
    else:
        part = QRect(strip.left(), low, strip.width(), high - low)
    return QRegion(part.intersected(strip))


def paint_ground(painter: QPainter, bars: Bars, scale: Scale, is_lying: bool) -> None:
    """Paint what never moves: empty bars, ticks, names."""
    if not bars.history.isEmpty():
        paint_history_ground(painter, bars.history, scale)
    painter.setFont(theme.font("micro"))
    off = theme.color("meter.off")
    for strip in bars.strips.values():
        painter.fillRect(strip, off)
    painter.setPen(theme.color("text.tertiary"))
    m = bars.strips["M"]
    if is_lying:
        _lying_words(painter, bars, scale)
        return
    for tick in scale.ticks:
        y = _pixel(m, tick, scale, False, False)
        box = QRect(0, y - 8, m.left() - 8, 16)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, number(tick))
    peak = bars.strips["R"]
    for tick in (scale.peak_line, -12.0, -24.0):
        y = _pixel(peak, tick, scale, False, True)
        box = QRect(peak.right() + 5, y - 8, 40, 16)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number(tick)
        )
    painter.setPen(theme.color("text.secondary"))
    for name, strip in bars.strips.items():
        box = QRect(strip.left() - 8, strip.bottom() + 2, strip.width() + 16, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _lying_words(painter: QPainter, bars: Bars, scale: Scale) -> None:
    m = bars.strips["M"]
    for tick in (-30.0, scale.target_from, scale.target_to, -8.0):
        x = _pixel(m, tick, scale, True, False)
        box = QRect(x - 20, bars.pointer.bottom() + 1, 40, 14)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(tick))
    painter.setPen(theme.color("text.secondary"))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for name in ("M", "S"):
        strip = bars.strips[name]
        painter.drawText(QRect(0, strip.top(), m.left(), strip.height()), left, name)
    top = bars.strips["L"].top()
    painter.drawText(QRect(0, top - 2, m.left(), 16), left, "TP")


def paint_level(
    painter: QPainter, strip: QRect, level: Level, scale: Scale, is_lying: bool
) -> None:
    """Paint one bar: its zones change colour along it; a hold mark stands where it was highest."""
    end = _pixel(strip, level.value, scale, is_lying, level.peak)
    for low, high, role in _zones(scale, level.peak):
        start = _pixel(strip, low, scale, is_lying, level.peak)
        stop = _pixel(strip, high, scale, is_lying, level.peak)
        if is_lying and start < min(stop, end):
            part = QRect(start, strip.top(), min(stop, end) - start, strip.height())
            painter.fillRect(part, theme.color(role))
        elif not is_lying and start > max(stop, end):
            top = max(stop, end)
            painter.fillRect(
                QRect(strip.left(), top, strip.width(), start - top), theme.color(role)
            )
    if level.hold > scale.low:
        at = _pixel(strip, level.hold, scale, is_lying, level.peak)
        mark = (
            QRect(at - HOLD_THICK, strip.top(), HOLD_THICK, strip.height())
            if is_lying
            else QRect(strip.left(), at, strip.width(), HOLD_THICK)
        )
        painter.fillRect(mark, theme.color("meter.peak"))
    if level.peak:
        at = _pixel(strip, scale.peak_line, scale, is_lying, True)
        line = (
            QRect(at, strip.top(), 2, strip.height())
            if is_lying
            else QRect(strip.left(), at, strip.width(), 2)
        )
        painter.fillRect(line, theme.color("status.fail"))


def paint_pointer(
    painter: QPainter, bars: Bars, integrated: float | None, scale: Scale, is_lying: bool
) -> None:
    """Paint the triangle of the integrated loudness beside the bars."""
    if integrated is None:
        return
    m = bars.strips["M"]
    at = _pixel(m, integrated, scale, is_lying, False)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("meter.peak"))
    if is_lying:
        y = bars.pointer.top() + 1
        points = [QPointF(at - 5, y + 8), QPointF(at + 5, y + 8), QPointF(at, y)]
        box = QRectF(at + 6, y - 3, 10, 14)
    else:
        x = bars.pointer.left() + 4
        points = [QPointF(x, at), QPointF(x + 9, at - 5), QPointF(x + 9, at + 5)]
        box = QRectF(x + 12, at - 8, 10, 16)
    painter.drawPolygon(QPolygonF(points))
    painter.setPen(theme.color("text.secondary"))
    painter.setFont(theme.font("micro"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "I")
    painter.restore()


def paint_bracket(painter: QPainter, bars: Bars, is_lying: bool) -> None:
    """Paint the frame around the target over both bars."""
    del is_lying
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line.control"), 1))
    painter.drawRoundedRect(QRectF(bars.bracket).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def paint_history_ground(painter: QPainter, area: QRect, scale: Scale) -> None:
    """Paint what stays of the history: the target band and the times below it."""
    plot = history_plot(area)
    top, foot = (_history_y(plot, v, scale) for v in (scale.target_to, scale.target_from))
    painter.fillRect(
        QRectF(plot.left(), top, plot.width(), foot - top), theme.color("meter.target", 0.22)
    )
    painter.setPen(QPen(theme.color("meter.target"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(plot.left(), top, plot.right(), top))
    painter.drawLine(QLineF(plot.left(), foot, plot.right(), foot))
    painter.setFont(theme.font("micro"))
    painter.setPen(theme.color("text.tertiary"))
    line = QRectF(plot.left(), plot.bottom() + 2, plot.width(), 14)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, "−60 s")
    for part, words in ((1 / 3, "−40"), (2 / 3, "−20")):
        box = QRectF(plot.left() + part * plot.width() - 20, plot.bottom() + 2, 40, 14)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)
    painter.setFont(theme.font("small"))
    painter.drawText(line.adjusted(0, -2, 0, 4), Qt.AlignmentFlag.AlignRight, tr("now"))


def history_plot(area: QRect) -> QRectF:
    """Return where in `area` the line of the history runs."""
    return QRectF(area).adjusted(0, 2, -1, -17)


def paint_history(
    painter: QPainter, area: QRect, history: NDArray[np.float32], scale: Scale
) -> None:
    """Paint the last 60 s of short-term loudness; gaps stay gaps, one point a pixel or two."""
    if history.size < 2:
        return
    plot = history_plot(area)
    step = plot.width() / 600.0
    stride = max(1, round(2.0 / step))
    values = history[(history.size - 1) % stride :: stride]
    xs = plot.right() - np.arange(values.size - 1, -1, -1) * (stride * step)
    ys = _history_y(plot, values, scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("meter.peak"), 1.5))
    gaps = np.flatnonzero(np.isnan(values))
    for run in np.split(np.arange(values.size), gaps):
        known = run[~np.isnan(values[run])]
        if known.size > 1:
            places = zip(xs[known].tolist(), ys[known].tolist(), strict=True)
            painter.drawPolyline([QPointF(x, y) for x, y in places])
    painter.restore()


def _history_y(plot: QRectF, value: Any, scale: Scale) -> Any:
    """Return the height of a loudness, or of an array of them, in the history."""
    low, high = scale.target_from - 14.0, scale.target_to + 5.0
    return plot.bottom() - (np.clip(value, low, high) - low) / (high - low) * plot.height()


def _zones(scale: Scale, peak: bool) -> tuple[tuple[float, float, str], ...]:
    if peak:
        return (
            (scale.low, scale.peak_line, "meter.low"),
            (scale.peak_line, scale.peak_high, "meter.over"),
        )
    return (
        (scale.low, scale.target_from, "meter.low"),
        (scale.target_from, scale.target_to, "meter.target"),
        (scale.target_to, scale.hot_to, "meter.hot"),
        (scale.hot_to, scale.high, "meter.over"),
    )


def _pixel(strip: QRect, value: float, scale: Scale, is_lying: bool, peak: bool) -> int:
    high = scale.peak_high if peak else scale.high
    part = (min(max(value, scale.low), high) - scale.low) / (high - scale.low)
    if is_lying:
        return round(strip.left() + part * strip.width())
    return round(strip.bottom() + 1 - part * strip.height())
