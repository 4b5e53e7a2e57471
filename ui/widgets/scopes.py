"""Waveform, vectorscope and histogram: black in both themes, fed with densities made elsewhere."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.words import number, tr
from app.metrics.signals import Bytes
from ui import theme
from ui.widgets.overlays import over_video

SKIN_ANGLE = 123.0  # degrees in BT.709 Cb (right), Cr (up): the line faces lie on
# Hues of the 75 % colour bars in BT.709: Cb, Cr in fractions of full deflection (ITU-R BT.709 matrix).
BARS = {
    "R": (-0.0859, 0.375),
    "Mg": (0.2891, 0.3406),
    "B": (0.375, -0.0344),
    "Cy": (0.0859, -0.375),
    "G": (-0.2891, -0.3406),
    "Yl": (-0.375, 0.0344),
}


class Scope(QWidget):
    """A black square of measurement: a still graticule over a density that changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graticule: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(96, 96)

    def sizeHint(self) -> QSize:
        """Ask for a small landscape tile."""
        return QSize(160, 112)

    def plot(self) -> QRectF:
        """Return where the density is drawn."""
        return QRectF(self.rect()).adjusted(28, 8, -6, -8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the graticule anew."""
        self._graticule = None
        super().resizeEvent(event)

    def relabel(self) -> None:
        """Draw the graticule anew, in the current language."""
        self._graticule = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the density, the graticule."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("surface.scope"))
        self.paint_density(painter, self.plot())
        if self._graticule is None:
            ratio = self.devicePixelRatioF()
            self._graticule = QPixmap(self.size() * ratio)
            self._graticule.setDevicePixelRatio(ratio)
            self._graticule.fill(Qt.GlobalColor.transparent)
            lines = QPainter(self._graticule)
            lines.setRenderHint(QPainter.RenderHint.Antialiasing)
            lines.setFont(theme.font("micro"))
            self.paint_graticule(lines, self.plot())
            lines.end()
        painter.drawPixmap(0, 0, self._graticule)
        painter.end()

    def paint_density(self, painter: QPainter, plot: QRectF) -> None:
        """Paint what changes."""

    def paint_graticule(self, painter: QPainter, plot: QRectF) -> None:
        """Paint what stays."""


def grey(level: float, alpha: float = 1.0) -> QColor:
    """Return a grey of the graticule between the scope's ground and white."""
    return theme.color("overlay.line", level * alpha)


def density_image(density: Bytes) -> QImage:
    """Return a density as a grey picture; the memory is copied."""
    packed = np.ascontiguousarray(density)
    height, width = packed.shape
    return QImage(packed.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def draw_density(painter: QPainter, plot: QRectF, image: QImage) -> None:
    """Draw a density as light over the scope's ground, which its empty parts leave as it is."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Lighten)
    painter.drawImage(plot, image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


class Waveform(Scope):
    """Luma over the picture's width, with the band a face belongs into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._face = (45.0, 72.0)
        self.setAccessibleName(tr("Waveform, 0 to 100 IRE"))

    def show_density(self, density: Bytes | None) -> None:
        """Show a (256, columns) density, row 0 at 100 IRE."""
        self._image = None if density is None else density_image(density)
        self.update(self.plot().toAlignedRect())

    def set_face_band(self, low: float, high: float) -> None:
        """Mark where a well exposed face lies, in IRE."""
        if (low, high) != self._face:
            self._face = (low, high)
            self.relabel()

    def paint_density(self, painter: QPainter, plot: QRectF) -> None:
        """Paint the density over the plot."""
        if self._image is not None:
            draw_density(painter, plot, self._image)

    def paint_graticule(self, painter: QPainter, plot: QRectF) -> None:
        """Paint the IRE lines and the face band."""

        def y(ire: float) -> float:
            return round(plot.bottom() - ire / 100.0 * plot.height()) + 0.5

        band = over_video("meter.target")
        band.setAlphaF(0.25)
        low, high = self._face
        painter.fillRect(QRectF(plot.left(), y(high), plot.width(), y(low) - y(high)), band)
        for ire in (0, 25, 50, 75, 100):
            painter.setPen(QPen(grey(0.28 if ire % 100 else 0.5), 1))
            painter.drawLine(QLineF(plot.left(), y(ire), plot.right(), y(ire)))
            painter.setPen(grey(0.65))
            box = QRectF(0, y(ire) - 8, plot.left() - 4, 16)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, number(ire))
        painter.setFont(theme.font("small"))
        painter.setPen(over_video("meter.target"))
        words = QRectF(plot.right() - 60, y(high) + 1, 56, 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, tr("face"))


class Vectorscope(Scope):
    """Cb over Cr with the boxes of the colour bars and the line skin lies on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAccessibleName(tr("Vectorscope with the skin line"))

    def show_density(self, density: Bytes | None) -> None:
        """Show a (256, 256) density, Cb to the right, Cr upwards."""
        self._image = None if density is None else density_image(density)
        self.update()

    def plot(self) -> QRectF:
        """Return the largest square."""
        side = min(self.width(), self.height()) - 8.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def paint_density(self, painter: QPainter, plot: QRectF) -> None:
        """Paint the density."""
        if self._image is not None:
            draw_density(painter, plot, self._image)

    def paint_graticule(self, painter: QPainter, plot: QRectF) -> None:
        """Paint circle, cross, target boxes and the skin line."""
        centre, radius = plot.center(), plot.width() / 2
        painter.setPen(QPen(grey(0.4), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(QPen(grey(0.25), 1))
        painter.drawEllipse(centre, radius / 2, radius / 2)
        painter.drawLine(QPointF(plot.left(), centre.y()), QPointF(plot.right(), centre.y()))
        painter.drawLine(QPointF(centre.x(), plot.top()), QPointF(centre.x(), plot.bottom()))
        for name, (cb, cr) in BARS.items():
            at = QPointF(centre.x() + cb * plot.width(), centre.y() - cr * plot.height())
            painter.setPen(QPen(grey(0.65), 1))
            painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8))
            if plot.width() >= 110:
                side = 6 if at.x() < centre.x() + radius * 0.6 else -22
                painter.drawText(QRectF(at.x() + side, at.y() - 8, 16, 16), 0x84, name)
        angle = math.radians(SKIN_ANGLE)
        rim = QPointF(centre.x() + math.cos(angle) * radius, centre.y() - math.sin(angle) * radius)
        painter.setPen(QPen(over_video("kind.entertainment"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(centre, rim)


class Histogram(Scope):
    """How many pixels have which luma, with both ends marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape: QPolygonF | None = None
        self._counts: NDArray[np.int64] | None = None
        self.setAccessibleName(tr("Histogram of the luma"))

    def show_counts(self, counts: NDArray[np.int64] | None) -> None:
        """Show (256,) counts of full-range luma."""
        self._counts, self._shape = counts, None
        self.update(self.plot().toAlignedRect())

    def plot(self) -> QRectF:
        """Leave a line for the ticks at the foot."""
        return QRectF(self.rect()).adjusted(8, 8, -8, -20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the shape anew."""
        self._shape = None
        super().resizeEvent(event)

    def paint_density(self, painter: QPainter, plot: QRectF) -> None:
        """Paint the mountain; a square root keeps small heaps visible."""
        if self._counts is None or not self._counts.any():
            return
        if self._shape is None:
            heights = np.sqrt(self._counts / max(int(self._counts.max()), 1))
            xs = plot.left() + np.arange(256) / 255.0 * plot.width()
            ys = plot.bottom() - heights * plot.height()
            points = [QPointF(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]
            self._shape = QPolygonF([plot.bottomLeft(), *points, plot.bottomRight()])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(grey(0.7))
        painter.drawPolygon(self._shape)

    def paint_graticule(self, painter: QPainter, plot: QRectF) -> None:
        """Paint quarter lines and their luma."""
        for luma in (0, 64, 128, 192, 255):
            x = round(plot.left() + luma / 255.0 * plot.width()) + 0.5
            painter.setPen(QPen(grey(0.28), 1))
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
            painter.setPen(grey(0.65))
            box = QRectF(min(max(x - 16, 0.0), self.width() - 34.0), plot.bottom() + 2, 34, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, number(luma))
