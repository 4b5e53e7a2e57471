"""The white sheet turned into a LUT: what it says of the light, and the picture before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.core.words import Text, number, text
from app.metrics.picture.lut import applied, cube_values
from app.metrics.signals import Bytes
from ui import theme
from ui.room.reporting import image_of
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.words import say, tell

if TYPE_CHECKING:
    from app.metrics.picture.sheet import Sheet


class Still(QWidget):
    """A picture as wide as the panel, on neutral grey."""

    def __init__(self, picture: QImage) -> None:
        super().__init__()
        self._picture = picture
        self._scaled: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a height that shows a landscape picture whole."""
        tall = self._picture.height() > self._picture.width()
        return QSize(380, 300 if tall else 214)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 painted whole
        """Paint it, aspect kept."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface.preview"))
        ratio = self.devicePixelRatioF()
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if self._scaled is None or self._scaled.size() != size * ratio:
            self._scaled = QPixmap.fromImage(
                self._picture.scaled(
                    size * ratio,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._scaled.setDevicePixelRatio(ratio)
        left = (self.width() - size.width()) // 2
        painter.drawPixmap(left, (self.height() - size.height()) // 2, self._scaled)


class SheetPanel(QWidget):
    """Figures of the sheet, the picture as it is and as the LUT makes it, and Export."""

    export_asked = Signal()

    def __init__(self, sheet: Sheet | None, still: Bytes | None) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(8)
        if sheet is None:
            self._column.addWidget(
                EmptyState(
                    "ph.file",
                    text("The white sheet was not shown"),
                    text("Hold A4 paper beside the face for 2 s: act 3 of the check"),
                )
            )
            self._column.addStretch(1)
            return
        self._add_figures(sheet)
        if still is not None:
            corrected = applied(cube_values(sheet), still)
            for words, picture in ((text("As it is"), still), (text("With the LUT"), corrected)):
                head = Label("small", "text.tertiary")
                tell(head.setText, words)
                image = Still(image_of(picture))
                tell(image.setAccessibleName, words)
                self._column.addWidget(head)
                self._column.addWidget(image)
        button = Button("quiet", icon="ph.export")
        say(button.setText, "Export .cube…")
        button.clicked.connect(self.export_asked)
        self._column.addWidget(button)
        hint = Label("small", "text.tertiary", wrap=True)
        say(
            hint.setText,
            "In OBS: filters of the camera, Apply LUT, choose this file. Made for sRGB-encoded pictures",
        )
        self._column.addWidget(hint)
        self._column.addStretch(1)

    def _add_figures(self, sheet: Sheet) -> None:
        figures = Label("lead", wrap=True)
        tell(figures.setText, figures_of(sheet))
        self._column.addWidget(figures)
        if sheet.two_lights:
            warning = Label("body", "status.warn", wrap=True)
            tell(
                warning.setText,
                text(
                    "Two lights differ: the right half is {kelvin} K off the left. "
                    "Set both lamps alike first; a LUT can only meet the middle",
                    kelvin=number(sheet.two_lights_kelvin, 0, sign=True),
                ),
            )
            self._column.addWidget(warning)


def figures_of(sheet: Sheet) -> Text:
    """Return colour temperature, tint and exposure of the sheet in one sentence."""
    tint = number(abs(sheet.tint), 0)
    values = {
        "kelvin": number(round(sheet.kelvin, -1)),
        "tint": tint,
        "stops": number(sheet.stops, 1, sign=True),
    }
    if sheet.tint >= 0:
        return text("About {kelvin} K, tint {tint} green, {stops} stops", **values)
    return text("About {kelvin} K, tint {tint} magenta, {stops} stops", **values)
