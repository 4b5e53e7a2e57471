"""What the checks say of the row in the pane: a line each under its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.core.words import tr
from app.show.checks import Finding
from app.show.formats import Level
from ui import theme
from ui.widgets.icon import paint_icon, paint_mark

MOST = 3  # lines; the rest is counted and stands in the tooltip


class FindingLines(QWidget):
    """Painted lines: a mark, the sentence; its basis in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Finding, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show `found`, warnings first; nothing found takes no room."""
        self._found = tuple(sorted(found, key=lambda f: f.level is not Level.WARN))
        self.setVisible(bool(found))
        self.setAccessibleName("; ".join(f.say.say() for f in self._found))
        self.updateGeometry()
        self.update()

    def findings(self) -> tuple[Finding, ...]:
        """Return what is shown, in its order."""
        return self._found

    def sizeHint(self) -> QSize:
        """Return the room of the lines that show."""
        return QSize(200, min(len(self._found), MOST) * self._height() + 12)

    def event(self, event: QEvent) -> bool:
        """Say a finding whole, with what it stands on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = (event.pos().y() - 6) // self._height()
            shown = self._found[at : at + 1] if at < MOST - 1 else self._found[MOST - 1 :]
            lines = [f"{f.say.say()}\n{f.basis.say()}".strip() for f in shown]
            QToolTip.showText(event.globalPos(), "\n\n".join(lines), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, theme.color("line.subtle"))
        font = theme.font("small")
        metrics = QFontMetricsF(font)
        height = self._height()
        for at, finding in enumerate(self._found[:MOST]):
            box = QRect(0, 6 + at * height, self.width(), height)
            mark = QRectF(14, box.center().y() - 6, 14, 14)
            if finding.level is Level.WARN:
                paint_mark(painter, mark, "warn")
            else:
                paint_icon(painter, mark, "ph.info", theme.color("text.tertiary"))
            said = finding.say.say()
            more = len(self._found) - MOST
            tail = tr("and {count} more", count=more) if at == MOST - 1 and more > 0 else ""
            room = box.width() - 34 - 14 - (metrics.horizontalAdvance(tail) + 10 if tail else 0)
            painter.setFont(font)
            painter.setPen(theme.color("text.secondary"))
            y = theme.baseline("small", box)
            elided = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(34, y), elided)
            if tail:
                painter.setPen(theme.color("text.tertiary"))
                painter.drawText(
                    QPointF(self.width() - 14 - metrics.horizontalAdvance(tail), y), tail
                )

    def _height(self) -> int:
        return theme.line_height("small") + 4
