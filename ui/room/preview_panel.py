"""The live picture with its overlay switches, or, with no picture, what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.words import Text, text
from ui import theme
from ui.widgets.button import Button
from ui.widgets.preview import Overlay, Preview
from ui.words import tell

TOGGLES: Mapping[Overlay, Text] = {
    Overlay.FACE: text("Face"),
    Overlay.THIRDS: text("Thirds"),
    Overlay.SAFE_AREA: text("Safe area"),
    Overlay.PRODUCT: text("Product zone"),
    Overlay.ZEBRA: text("Zebra"),
    Overlay.FOCUS: text("Focus edges"),
}
SHORT: Mapping[Overlay, Text] = {
    Overlay.SAFE_AREA: text("Safe"),
    Overlay.PRODUCT: text("Product"),
    Overlay.FOCUS: text("Focus"),
}
WORDS_FIT = 440  # px: a portrait picture is narrower


class Toggle(Button):
    """One overlay switch."""

    switched = Signal(str, bool)

    def __init__(self, overlay: Overlay) -> None:
        super().__init__("plain", size="small", checkable=True)
        self._overlay = overlay
        tell(self.setText, TOGGLES[overlay])
        self.toggled.connect(self._switch)

    def set_short(self, *, short: bool) -> None:
        """Say the switch in one short word where the picture is narrow."""
        words = TOGGLES[self._overlay]
        tell(self.setText, SHORT.get(self._overlay, words) if short else words)
        tell(self.setToolTip, words)

    def sizeHint(self) -> QSize:
        """Stand close together: six of them share the width of a portrait picture."""
        hint = super().sizeHint()
        return QSize(hint.width() - 8, hint.height())

    def _switch(self, on: bool) -> None:
        self.switched.emit(self._overlay.value, on)


class PreviewPanel(QFrame):
    """Preview over its row of switches."""

    overlays_switched = Signal(object)  # set[Overlay]

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("house", "panel")
        self.preview = Preview()
        self._on: set[Overlay] = set()
        self._toggles: dict[Overlay, Toggle] = {}
        strip = QWidget()
        self._strip = QHBoxLayout(strip)
        self._strip.setContentsMargins(4, 0, 4, 0)
        self._strip.setSpacing(2)
        for overlay in Overlay:
            toggle = Toggle(overlay)
            toggle.switched.connect(self._switch)
            self._toggles[overlay] = toggle
            self._strip.addWidget(toggle)
        self._strip.addStretch(1)
        strip.setFixedHeight(theme.grown(36))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addWidget(strip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_overlays(self, on: set[Overlay]) -> None:
        """Switch the overlays without sending it on."""
        self._on = set(on)
        for overlay, toggle in self._toggles.items():
            toggle.blockSignals(True)
            toggle.setChecked(overlay in on)
            toggle.blockSignals(False)
        self.preview.show_overlays(self._on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words of the switches where they would not fit."""
        super().resizeEvent(event)
        for toggle in self._toggles.values():
            toggle.set_short(short=self.width() < WORDS_FIT)

    def foot_height(self) -> int:
        """Return the height of the row of switches."""
        return theme.grown(36) + 2

    def _switch(self, overlay: str, on: bool) -> None:
        chosen = Overlay(overlay)
        self._on = self._on | {chosen} if on else self._on - {chosen}
        self.preview.show_overlays(self._on)
        self.overlays_switched.emit(set(self._on))
