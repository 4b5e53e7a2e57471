"""Loudness as one hero number with its verdict, beside the meter that moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.core.words import number, tr
from app.room.judge import Judged, Verdict
from app.room.limits import Limit
from app.room.live import LiveSound
from ui import theme
from ui.widgets.chip import chip_width, paint_chip
from ui.widgets.icon import paint_icon
from ui.widgets.meter import LoudnessMeter
from ui.widgets.meter_paint import Scale
from ui.widgets.panel import Panel
from ui.words import say


class Hero(QWidget):
    """The integrated loudness large, the verdict in words under it, three figures below."""

    def __init__(self) -> None:
        super().__init__()
        self._sound: LiveSound | None = None
        self._verdict, self._words = Verdict.UNKNOWN, ""
        self._lying = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_lying(self, lying: bool) -> None:
        """Show one line in place of a column."""
        self._lying = lying
        self.updateGeometry()
        self.update()

    def show_values(self, sound: LiveSound | None, verdict: Verdict, words: str) -> None:
        """Show the newest values, at most ten times a second."""
        self._sound, self._verdict, self._words = sound, verdict, words
        integrated = self._text(sound.integrated if sound else None)
        self.setAccessibleName(tr("Integrated loudness {value} LUFS", value=integrated))
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a column or of a line."""
        return QSize(300, theme.grown(30)) if self._lying else self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Keep the words whole."""
        if self._lying:
            return QSize(200, theme.grown(30))
        names = (tr("Momentary"), tr("Short term"), tr("True peak"))
        words = QFontMetricsF(theme.font("small"))
        figure = QFontMetricsF(theme.font("number.row")).horizontalAdvance("\N{MINUS SIGN}88.8 ")
        unit = QFontMetricsF(theme.font("small", number=True)).horizontalAdvance("LUFS")
        widest = max(words.horizontalAdvance(name) for name in names)
        return QSize(max(144, round(widest + figure + unit) + 12), theme.grown(184))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the hero number and what belongs to it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lying:
            self._paint_line(painter)
        else:
            self._paint_column(painter)

    def _paint_line(self, painter: QPainter) -> None:
        value = self._text(self._sound.integrated if self._sound else None)
        y = theme.baseline("number.large", self.rect())
        x = self._run(painter, 0, y, "I", "small", "text.tertiary") + 8
        x = self._run(painter, x, y, value, "number.large", "text.primary") + 5
        x = self._run(painter, x, y, "LUFS", "small", "text.tertiary") + 12
        if self._words:
            room = self.width() - round(x)
            fits = chip_width(self._words) + 4 <= room
            width = chip_width(self._words) + 4 if fits else min(chip_width(), room)
            box = self.rect()
            box.setLeft(box.right() - width)
            paint_chip(painter, box, self._verdict.value, self._words if fits else None)

    def _paint_column(self, painter: QPainter) -> None:
        sound = self._sound
        self._run(painter, 0, 14, tr("Integrated I"), "small", "text.tertiary")
        value = self._text(sound.integrated if sound else None)
        x = self._run(painter, 0, 50, value, "number.hero", "text.primary") + 5
        self._run(painter, x, 50, "LUFS", "body", "text.tertiary")
        if self._words:
            if self._verdict is Verdict.PASS:
                paint_icon(
                    painter,
                    self.rect().adjusted(0, 62, -self.width() + 14, -self.height() + 76),
                    "ph.check-bold",
                    theme.color("status.pass"),
                )
                self._run(painter, 19, 74, self._words, "small", "status.pass")
            else:
                box = self.rect().adjusted(0, 60, 0, 0)
                box.setHeight(20)
                box.setWidth(min(chip_width(self._words) + 4, self.width()))
                paint_chip(painter, box, self._verdict.value, self._words)
        peak = max(sound.true_peak_max, default=None) if sound else None
        figures = (
            (tr("Momentary"), sound.momentary if sound else None, "LUFS"),
            (tr("Short term"), sound.shortterm if sound else None, "LUFS"),
            (tr("True peak"), peak, "dBTP"),
        )
        y = 92.0
        for name, figure, unit in figures:
            painter.setPen(QPen(theme.color("line.subtle"), 1))
            painter.drawLine(QPointF(0, y + 0.5), QPointF(self.width(), y + 0.5))
            self._figure(painter, y, name, self._text(figure), unit)
            y += 26

    def _figure(self, painter: QPainter, y: float, name: str, value: str, unit: str) -> None:
        self._run(painter, 0, y + 18, name, "small", "text.secondary")
        unit_width = QFontMetricsF(theme.font("small", number=True)).horizontalAdvance(unit)
        right = self.width() - unit_width
        painter.setFont(theme.font("small", number=True))
        painter.setPen(theme.color("text.tertiary"))
        painter.drawText(QPointF(right, y + 18), unit)
        font = theme.font("number.row")
        width = QFontMetricsF(font).horizontalAdvance(value)
        painter.setFont(font)
        painter.setPen(theme.color("text.primary"))
        painter.drawText(QPointF(right - 4 - width, y + 18), value)

    def _run(
        self, painter: QPainter, x: float, y: float, words: str, role: str, colour: str
    ) -> float:
        font = theme.font(role, number=words == "LUFS" or None)
        painter.setFont(font)
        painter.setPen(theme.color(colour))
        painter.drawText(QPointF(x, y), words)
        return x + QFontMetricsF(font).horizontalAdvance(words)

    @staticmethod
    def _text(value: float | None) -> str:
        return "—" if value is None else number(value, 1)


class LoudnessPanel(Panel):
    """Meter and hero number; the meter stands or lies."""

    def __init__(self) -> None:
        super().__init__()
        say(self.setTitle, "Loudness")
        self.meter = LoudnessMeter()
        self._hero = Hero()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.body.addLayout(self._grid)
        self._hero_at = -1.0
        self._verdict: tuple[Verdict, str] = (Verdict.UNKNOWN, "")
        self._lying: bool | None = None
        self.set_lying(lying=False)

    def set_lying(self, *, lying: bool) -> None:
        """Stand the meter up beside the number or lay it down under it."""
        if lying == self._lying:
            return
        self._lying = lying
        self.meter.set_lying(lying)
        self._hero.set_lying(lying)
        self._grid.removeWidget(self.meter)
        self._grid.removeWidget(self._hero)
        if lying:
            self._grid.addWidget(self._hero, 0, 0)
            self._grid.addWidget(self.meter, 1, 0)
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, 0)
        else:
            self._grid.addWidget(self.meter, 0, 0, 2, 2)
            self._grid.addWidget(
                self._hero, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            )
            self._grid.setColumnStretch(0, 1)
            self._hero.raise_()

    def show_sound(self, sound: LiveSound | None) -> None:
        """Move the meter; the numbers follow ten times a second."""
        self.meter.show_sound(sound)
        at = sound.at if sound else -1.0
        if abs(at - self._hero_at) >= 0.1 or sound is None:
            self._hero_at = at
            self._hero.show_values(sound, *self._verdict)

    def show_verdict(self, judged: Judged | None) -> None:
        """Say how the integrated loudness stands to its limit."""
        self._verdict = loudness_words(judged)
        if judged is not None and judged.limit is not None:
            self.meter.set_scale(scale_of(judged.limit))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the meter anew in other colours or words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(
            self, "meter"
        ):
            self.meter.dress()


def scale_of(limit: Limit) -> Scale:
    """Return the meter's zones from the limit of the integrated loudness."""
    plain = Scale()
    low, high, hot = limit.passes.low, limit.passes.high, limit.warns.high
    return Scale(
        target_from=plain.target_from if low is None else low,
        target_to=plain.target_to if high is None else high,
        hot_to=plain.hot_to if hot is None else hot,
        ticks=(-8.0, -12.0, *(v for v in (high, low) if v is not None), -23.0, -30.0),
    )


def loudness_words(judged: Judged | None) -> tuple[Verdict, str]:
    """Return the verdict on the integrated loudness and one short sentence about it."""
    if judged is None or judged.limit is None or judged.reading.value is None:
        return Verdict.UNKNOWN, tr("Not yet")
    low, high = judged.limit.passes.low, judged.limit.passes.high
    value = judged.reading.value
    if judged.verdict is Verdict.UNKNOWN:
        return Verdict.UNKNOWN, tr("Not yet")
    if judged.side < 0 and low is not None:
        return judged.verdict, tr("{gap:.1f} dB too quiet", gap=low - value)
    if judged.side > 0 and high is not None:
        return judged.verdict, tr("{gap:.1f} dB too loud", gap=value - high)
    if low is not None and high is not None:
        return judged.verdict, tr("Within {low:.0f} to {high:.0f}", low=low, high=high)
    return judged.verdict, ""
