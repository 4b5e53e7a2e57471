"""A line of text in one of the house's type roles and colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme


class Label(QLabel):
    """A label that takes its font and colour by role; an eliding one shows the rest as a tooltip."""

    def __init__(
        self,
        role: str = "body",
        tone: str = "text.primary",
        *,
        elide: bool = False,
        wrap: bool = False,
        number: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._tone, self._elide, self._number = role, tone, elide, number
        self._dressing = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._dress()

    def set_tone(self, tone: str) -> None:
        """Show the text in the colour of another role."""
        self._tone = tone
        self._dress()

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets an eliding label shrink."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elide else hint

    def changeEvent(self, event: QEvent) -> None:
        """Dress again when theme, density or language changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, elided where it does not fit."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        role = "text.disabled" if not self.isEnabled() else self._tone
        painter.setPen(theme.color(role))
        painter.drawText(box, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        self.setToolTip(self.text() if shown != self.text() else "")

    def _dress(self) -> None:
        if self._dressing:
            return
        self._dressing = True
        self.setFont(theme.font(self._role, number=self._number))
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.WindowText, theme.color(self._tone))
        colours.setColor(
            QPalette.ColorGroup.Disabled,
            QPalette.ColorRole.WindowText,
            theme.color("text.disabled"),
        )
        self.setPalette(colours)
        self.updateGeometry()
        self._dressing = False
