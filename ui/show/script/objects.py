"""How tokens and cues are painted inside the words: a soft chip with the value, an outlined flag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from ui import theme
from ui.show.script.document import SOURCE
from ui.widgets.icon import paint_icon

WIDEST = 240  # a flag's words elide beyond, so that it never fills the line
GAP, SIDE, ICON = 3, 7, 14


@dataclass(frozen=True, slots=True)
class Chip:
    """What stands in the place of a token or a cue. `icon` makes it a flag; `tip` is its tooltip."""

    words: str
    tip: str
    icon: str = ""
    missing: bool = False  # nothing to show: painted as a warning


class InlineObjects(QPyTextObject):
    """Measures and paints the object characters of a script."""

    def __init__(self, chip: Callable[[str], Chip], parent: QObject) -> None:
        super().__init__(parent)
        self._chip = chip
        self.chosen = -1  # position of the flag that a click or a key chose

    def intrinsicSize(
        self,
        document: QTextDocument,  # noqa: ARG002 Qt's shape
        position: int,  # noqa: ARG002
        form: QTextFormat,
    ) -> QSizeF:
        """Return the room in the line; the ground overhangs it above and below the baseline."""
        chip = self._chip(str(form.property(SOURCE)))
        metrics = QFontMetricsF(theme.font("small" if chip.icon else "script"))
        width = min(metrics.horizontalAdvance(chip.words), WIDEST) + 2 * (SIDE + GAP)
        if chip.icon or chip.missing:
            width += ICON + 4
        return QSizeF(width, _above())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,  # noqa: ARG002 Qt's shape
        position: int,
        form: QTextFormat,
    ) -> None:
        """Paint a chip or a flag around the baseline of its line."""
        chip = self._chip(str(form.property(SOURCE)))
        height = theme.pixels("script") + 7.0
        middle = rect.bottom() - _above() / 2
        box = QRectF(rect.left() + GAP, middle - height / 2, rect.width() - 2 * GAP, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chip.icon:
            self._paint_flag(painter, box, chip, chosen=position == self.chosen)
        else:
            self._paint_token(painter, box, rect.bottom(), chip)
        painter.restore()

    def _paint_token(self, painter: QPainter, box: QRectF, baseline: float, chip: Chip) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("status.warn_soft" if chip.missing else "accent.soft"))
        painter.drawRoundedRect(box.adjusted(0, -1, 0, 1), 3, 3)
        ink = theme.color("status.warn" if chip.missing else "accent.text")
        x = box.left() + SIDE
        if chip.missing:
            paint_icon(painter, QRectF(x, box.center().y() - 7, ICON, ICON), "ph.warning", ink)
            x += ICON + 4
        painter.setPen(ink)
        painter.setFont(theme.font("script"))
        words = _elided("script", chip.words)
        painter.drawText(QPointF(x, baseline), words)

    def _paint_flag(self, painter: QPainter, box: QRectF, chip: Chip, *, chosen: bool) -> None:
        painter.setPen(QPen(theme.color("accent.line" if chosen else "line.control"), 1.0 + chosen))
        painter.setBrush(theme.color("surface.selected" if chosen else "surface.panel"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        icon = QRectF(box.left() + SIDE - 1, box.center().y() - ICON / 2, ICON, ICON)
        paint_icon(painter, icon, chip.icon, theme.color("kind.news"))
        painter.setPen(theme.color("text.primary"))
        painter.setFont(theme.font("small"))
        room = box.adjusted(SIDE + ICON + 3, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags), _elided("small", chip.words))


def _above() -> float:
    """Return the height of a capital of the script's font, in whose middle chips are centred."""
    return QFontMetricsF(theme.font("script")).capHeight()


def _elided(role: str, words: str) -> str:
    return QFontMetricsF(theme.font(role)).elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
