"""The loudness meter in EBU mode (EBU Tech 3341): M and S bars, I pointer, true peak, S history."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.words import number, tr
from app.room.live import LiveSound
from ui import theme
from ui.widgets import meter_paint
from ui.widgets.meter_paint import Bars, Level, Scale

HISTORY_HEIGHT = 44
HOLD_SECONDS = 3.0
SILENT = -100.0


@dataclass(frozen=True, slots=True)
class _Hold:
    value: float = SILENT
    at: float = 0.0

    def after(self, value: float, at: float) -> _Hold:
        kept = self.value if at - self.at < HOLD_SECONDS and at >= self.at else SILENT
        return _Hold(value, at) if value >= kept else self


class LoudnessMeter(QWidget):
    """One opaque widget: a still ground in a pixmap, and only the strips that changed repainted."""

    def __init__(self, parent: QWidget | None = None, *, lying: bool = False) -> None:
        super().__init__(parent)
        self._lying = lying
        self._scale = Scale()
        self._sound: LiveSound | None = None
        self._holds: dict[str, _Hold] = {}
        self._ground: QPixmap | None = None
        self._bars: Bars | None = None
        self._drawn: dict[str, tuple[int, int]] = {}
        self._history_at = -1.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Loudness meter"))

    def set_lying(self, lying: bool) -> None:
        """Stand the bars up or lay them down."""
        if lying != self._lying:
            self._lying = lying
            self._forget()
            self.updateGeometry()

    def set_scale(self, scale: Scale) -> None:
        """Use the target and the limits of another profile."""
        if scale != self._scale:
            self._scale = scale
            self._forget()

    def dress(self) -> None:
        """Draw everything anew, in other colours, fonts or words."""
        self.setAccessibleName(tr("Loudness meter"))
        self._forget()

    def show_sound(self, sound: LiveSound | None) -> None:
        """Show new values; only the strips that moved are painted again."""
        self._sound = sound
        if sound is not None:
            for name, value in self._values().items():
                hold = self._holds.get(name, _Hold())
                self._holds[name] = hold.after(value, sound.at)
        else:
            self._holds.clear()
        if not self.isVisible():
            return
        self.update(self._changed())

    def sizeHint(self) -> QSize:
        """Ask for the room the visual language gives."""
        return QSize(320, 132) if self._lying else QSize(186, 244)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(220, 82) if self._lying else QSize(170, 170)

    def words(self) -> str:
        """Return the values in words, as a screen reader says them."""
        sound = self._sound
        if sound is None or sound.shortterm is None:
            return tr("No sound yet")
        peak = max(sound.true_peak_max, default=SILENT)
        return tr(
            "Momentary {m} LUFS, short term {s} LUFS, true peak {p} dBTP",
            m=number(sound.momentary if sound.momentary is not None else SILENT, 1),
            s=number(sound.shortterm, 1),
            p=number(peak, 1),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the ground and paint the levels of the strips asked for."""
        painter = QPainter(self)
        bars = self._layout()
        if self._ground is None:
            ratio = self.devicePixelRatioF()
            self._ground = QPixmap(self.size() * ratio)
            self._ground.setDevicePixelRatio(ratio)
            self._ground.fill(theme.color("surface.panel"))
            ground = QPainter(self._ground)
            meter_paint.paint_ground(ground, bars, self._scale, self._lying)
            ground.end()
        clip = event.region()
        painter.setClipRegion(clip)
        painter.drawPixmap(0, 0, self._ground)
        for name, value in self._values().items():
            if clip.intersects(bars.strips[name]):
                hold = self._holds[name].value if name in self._holds else SILENT
                level = Level(value, hold, name in ("L", "R"))
                meter_paint.paint_level(painter, bars.strips[name], level, self._scale, self._lying)
        if clip.intersects(bars.pointer):
            integrated = self._sound.integrated if self._sound else None
            meter_paint.paint_pointer(painter, bars, integrated, self._scale, self._lying)
        if clip.intersects(bars.bracket):
            meter_paint.paint_bracket(painter, bars, self._lying)
        if not bars.history.isEmpty() and clip.intersects(bars.history):
            history = self._sound.history if self._sound else np.zeros(0, np.float32)
            meter_paint.paint_history(painter, bars.history, history, self._scale)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._forget()
        super().resizeEvent(event)

    def _values(self) -> dict[str, float]:
        sound = self._sound
        if sound is None:
            return dict.fromkeys(("M", "S", "L", "R"), SILENT)
        peaks = [p for p in sound.true_peak if math.isfinite(p)] or [SILENT]
        return {
            "M": SILENT if sound.momentary is None else sound.momentary,
            "S": SILENT if sound.shortterm is None else sound.shortterm,
            "L": peaks[0],
            "R": peaks[1] if len(peaks) > 1 else peaks[0],
        }

    def _layout(self) -> Bars:
        if self._bars is None:
            tick = QFontMetrics(theme.font("micro")).horizontalAdvance("−30") + 6
            arrange = meter_paint.lying if self._lying else meter_paint.standing
            self._bars = arrange(self.rect(), self._scale, tick, HISTORY_HEIGHT)
        return self._bars

    def _changed(self) -> QRegion:
        """Return the strips whose pixels differ from those drawn last."""
        bars, region = self._layout(), QRegion()
        for name, value in self._values().items():
            strip = bars.strips[name]
            peak = name in ("L", "R")
            at = meter_paint.place(strip, value, self._scale, self._lying, peak)
            hold = self._holds[name].value if name in self._holds else SILENT
            held = meter_paint.place(strip, hold, self._scale, self._lying, peak)
            before = self._drawn.get(name)
            if before != (at, held):
                self._drawn[name] = (at, held)
                old = before or (strip.left(), strip.right() + strip.bottom())
                region += meter_paint.between(strip, (at, held, *old), self._lying)
        integrated = self._sound.integrated if self._sound else None
        key = (round((integrated if integrated is not None else SILENT) * 10), 0)
        if self._drawn.get("I") != key:
            self._drawn["I"] = key
            region += bars.pointer
        newest = self._sound.at if self._sound else -1.0
        if abs(newest - self._history_at) >= 0.1 and not bars.history.isEmpty():
            self._history_at = newest
            region += meter_paint.history_plot(bars.history).toAlignedRect().adjusted(0, -1, 0, 1)
        return region

    def _forget(self) -> None:
        self._ground = None
        self._bars = None
        self._drawn.clear()
        self.update()
