"""The picture tools: two tiles side by side, or one tile that shows one of three."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from app.core.words import text
from app.room.live import LivePicture
from ui import theme
from ui.widgets.panel import Panel
from ui.widgets.scopes import Histogram, Vectorscope, Waveform
from ui.widgets.segmented import Segmented
from ui.words import say

WAVEFORM, VECTOR, HISTOGRAM = "waveform", "vector", "histogram"


class ScopesPanel(QWidget):
    """Waveform, vectorscope and histogram; only what is visible is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.waveform, self.vector, self.histogram = Waveform(), Vectorscope(), Histogram()
        self._left, self._right = Panel(), Panel()
        say(self._left.setTitle, "Waveform")
        say(self._left.head.detail.setText, "IRE")
        say(self._right.setAccessibleName, "Scopes")
        self._one = Segmented(
            [
                (WAVEFORM, text("Waveform")),
                (VECTOR, text("Vector")),
                (HISTOGRAM, text("Histogram")),
            ]
        )
        self._two = Segmented([(VECTOR, text("Vector")), (HISTOGRAM, text("Histogram"))])
        self._stack = QStackedWidget()
        self._one.chosen.connect(self._choose)
        self._two.chosen.connect(self._choose)
        self._right.head.title.hide()
        for control in (self._one, self._two):
            self._right.head.add(control)
        self._stack.addWidget(self.vector)
        self._stack.addWidget(self.histogram)
        self._left.body.addWidget(self.waveform)
        self._right.body.addWidget(self._stack)
        for panel in (self._left, self._right):
            panel.body.setContentsMargins(8, 0, 8, 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes().gap)
        row.addWidget(self._left, 1)
        row.addWidget(self._right, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._sharing = False
        self.set_shared(shared=False)

    def set_shared(self, *, shared: bool) -> None:
        """Let all three share one tile."""
        self._sharing = shared
        self._left.setVisible(not shared)
        self._one.setVisible(shared)
        self._two.setVisible(not shared)
        if shared:
            self._stack.insertWidget(0, self.waveform)
            self._choose(self._one.choice())
        else:
            self._left.body.addWidget(self.waveform)
            self.waveform.show()
            self._choose(self._two.choice())

    def show_picture(self, picture: LivePicture | None) -> None:
        """Show the newest densities, where they can be seen."""
        if self.waveform.isVisible():
            self.waveform.show_density(picture.waveform if picture else None)
        if self.vector.isVisible():
            self.vector.show_density(picture.vectorscope if picture else None)
        if self.histogram.isVisible():
            self.histogram.show_counts(picture.histogram if picture else None)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the graticules anew in other fonts or words."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            for scope in (self.waveform, self.vector, self.histogram):
                scope.relabel()

    def _choose(self, key: str) -> None:
        scopes = {WAVEFORM: self.waveform, VECTOR: self.vector, HISTOGRAM: self.histogram}
        self._stack.setCurrentWidget(scopes[key])
