"""The shape that first line and banners share: an edge, a ground, sentences, one button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from app.core.words import Text
from ui import theme
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.words import tell, unsay


class Strip(QFrame):
    """A strip with a label, a lead, a reason that elides first, and a button."""

    acted = Signal()

    def __init__(self, edge: str, ground: str, tone: str, kind: Kind, key: str = "") -> None:
        super().__init__()
        self._edge, self._ground = edge, ground
        self.label = Label("section", tone)
        self.lead = Label("lead", elide=True)
        self.reason = Label("body", "text.secondary", elide=True)
        self.button = Button(kind, key=key, size="small")
        self.button.clicked.connect(self.acted)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self.lead.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self.label)
        self._row.addWidget(self.lead)
        self._row.addWidget(self.reason, 1)
        self._row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()

    def say_all(self, lead: Text, reason: Text | None, button: Text | None) -> None:
        """Say lead, reason and button; what is None is not there."""
        tell(self.lead.setText, lead)
        tell(self.setAccessibleName, lead)
        _say_or_hide(self.reason, reason)
        if self.reason.isHidden():
            self._row.setStretch(1, 1)
            self.lead.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        else:
            self._row.setStretch(1, 0)
            self.lead.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        had_focus = self.button.hasFocus()
        _say_or_hide(self.button, button)
        if had_focus and button is None:
            self.focusNextChild()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of the density."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint ground and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(self._ground))
        painter.fillRect(QRect(0, 0, 3, self.height()), theme.color(self._edge))

    def _dress(self) -> None:
        self._row.setContentsMargins(15, 0, 8, 0)
        self.setFixedHeight(theme.grown(theme.sizes().first_line))


def _say_or_hide(widget: Label | Button, words: Text | None) -> None:
    widget.setVisible(words is not None)
    if words is None:
        unsay(widget.setText)
        widget.setText("")
    else:
        tell(widget.setText, words)
