"""The status chip: mark and word, more ink the more urgent, and never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.words import Text, text
from ui import theme
from ui.widgets.icon import paint_icon, paint_mark

STATUS_WORDS = {
    "pass": text("Pass"),
    "warn": text("Warn"),
    "fail": text("Fail"),
    "unknown": text("Unknown"),
}
_ICON, _GAP, _SIDE = 14, 4, 6


def chip_width(word: str | None = None) -> int:
    """Return the width of a chip for `word`, or the one width that holds every status word."""
    metrics = QFontMetrics(theme.font("section"))
    words = [word] if word is not None else [w.say() for w in STATUS_WORDS.values()]
    # One more: the advance is rounded, and a word a fraction too wide would be elided.
    return max(metrics.horizontalAdvance(w) for w in words) + 1 + _ICON + _GAP + 2 * _SIDE


def paint_chip(painter: QPainter, box: QRect, status: str, word: str | None = None) -> None:
    """Paint a chip of `status` (pass, warn, fail, unknown) over the width of `box`.

    The chip keeps its own height in the middle of `box`; `word` replaces the status's own.
    """
    height = theme.grown(theme.sizes().chip)
    chip = QRect(box.left(), box.top() + (box.height() - height) // 2, box.width(), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if status == "unknown":
        pen = QPen(theme.color("status.unknown"), 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
    elif status != "pass":
        painter.setBrush(
            theme.color("status.fail_fill" if status == "fail" else "status.warn_soft")
        )
    if status != "pass":
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    ink = "status.on_fill" if status == "fail" else f"status.{status}"
    mark = QRect(chip.left() + _SIDE, chip.top() + (height - _ICON) // 2, _ICON, _ICON)
    if status == "pass":
        paint_icon(painter, mark, "ph.check-bold", theme.color(ink))
    else:
        paint_mark(painter, mark, status, ink)
    role = "section" if status in ("fail", "warn") else "small"
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(ink))
    said = STATUS_WORDS[status].say() if word is None else word
    room = chip.width() - _ICON - _GAP - 2 * _SIDE
    said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
    painter.drawText(mark.right() + 1 + _GAP, round(theme.baseline(role, chip)), said)
    painter.restore()


class StatusChip(QWidget):
    """A chip by itself; the same painting serves delegates through `paint_chip`."""

    def __init__(self, status: str = "unknown", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._word: Text | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(status)

    def show_status(self, status: str, word: Text | None = None) -> None:
        """Show `status`, by its own word or by `word`."""
        self._status, self._word = status, word
        self.setAccessibleName((word or STATUS_WORDS[status]).say())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that holds the word."""
        word = self._word.say() if self._word else None
        return QSize(chip_width(word), theme.grown(theme.sizes().chip))

    def changeEvent(self, event: QEvent) -> None:
        """Say the word again when the language changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.show_status(self._status, self._word)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the chip."""
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._status, self._word.say() if self._word else None)
