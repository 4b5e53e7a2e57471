"""The painted parts of the timing bar: figures in a row, and the steps of a repair in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.icon import paint_icon, paint_mark


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: words, type role, colour role, and the room behind it; or a mark."""

    words: str
    role: str = "body"
    colour: str = "text.primary"
    after: int = 8
    mark: str = ""  # a status, or an icon "ph.…", painted before the words


class RunLine(QWidget):
    """Paints runs on one baseline; where they do not fit the last one elides."""

    def __init__(self, *, grows: bool = False) -> None:
        super().__init__()
        self._runs: tuple[Run, ...] = ()
        wide = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self._grows = grows
        self.setSizePolicy(wide, QSizePolicy.Policy.Expanding)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show `runs`, which are also said to assistive tools."""
        self._runs = tuple(runs)
        said = " ".join(run.words for run in runs)
        self.setAccessibleName(said)
        if self._grows:
            self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def said(self) -> str:
        """Return what is shown as one sentence."""
        return " ".join(run.words for run in self._runs)

    def sizeHint(self) -> QSize:
        """Return the width that shows all."""
        return QSize(round(sum(_width(run) for run in self._runs)) + 2, theme.grown(40))

    def minimumSizeHint(self) -> QSize:
        """Return a line that grows as narrow as it may be, the other whole."""
        return QSize(80, theme.grown(40)) if self._grows else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint every run."""
        painter = QPainter(self)
        x = 0.0
        y = theme.baseline("number.large", self.rect())
        for run in self._runs:
            if run.mark:
                box = QRectF(x, y - 13, 16, 16)
                if run.mark.startswith("ph."):
                    paint_icon(painter, box, run.mark, theme.color(run.colour))
                else:
                    paint_mark(painter, box, run.mark)
                x += 22
            font = _font(run.role)
            room = self.width() - x
            said = QFontMetricsF(font).elidedText(run.words, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(theme.color(run.colour))
            painter.drawText(QPointF(x, y), said)
            x += QFontMetricsF(font).horizontalAdvance(said) + run.after
            if said != run.words:
                break


def _width(run: Run) -> float:
    wide = QFontMetricsF(_font(run.role)).horizontalAdvance(run.words) + run.after
    return wide + (22 if run.mark else 0)


def _font(role: str) -> QFont:
    return theme.font(role)
