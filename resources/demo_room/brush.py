"""Short words for QPainter: paths, soft gradients, tubes, images from arrays and back."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QRadialGradient,
)

Point = tuple[float, float]


def canvas(width: int, height: int) -> QImage:
    """Return an empty transparent picture."""
    image = QImage(width, height, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def painter(image: QImage) -> QPainter:
    """Return a painter with smooth edges and no outlines."""
    brush = QPainter(image)
    brush.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    brush.setPen(Qt.PenStyle.NoPen)
    return brush


def pixels(image: QImage) -> NDArray[np.uint8]:
    """Return the (h, w, 4) premultiplied RGBA bytes of `image`, without a copy."""
    rows = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)


def from_pixels(rgba: NDArray[np.uint8]) -> QImage:
    """Return straight RGBA bytes as a picture that owns them."""
    rgba = np.ascontiguousarray(rgba)
    height, width = rgba.shape[:2]
    image = QImage(rgba.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)


def soften(image: QImage, sigma: float) -> None:
    """Blur `image` where it lies."""
    data = pixels(image)
    data[:] = cv2.GaussianBlur(data, (0, 0), sigma)


def colour(code: str, alpha: float = 1.0) -> QColor:
    """Return a colour from "#rrggbb"."""
    made = QColor(code)
    made.setAlphaF(alpha)
    return made


def across(
    start: Point, end: Point, *stops: tuple[float, str, float] | tuple[float, str]
) -> QBrush:
    """Return a linear gradient; each stop is (place, colour[, alpha])."""
    gradient = QLinearGradient(QPointF(*start), QPointF(*end))
    for place, code, *alpha in stops:
        gradient.setColorAt(place, colour(code, *alpha))
    return QBrush(gradient)


def around(
    centre: Point, radius: float, *stops: tuple[float, str, float] | tuple[float, str]
) -> QBrush:
    """Return a radial gradient; each stop is (place, colour[, alpha])."""
    gradient = QRadialGradient(QPointF(*centre), radius)
    for place, code, *alpha in stops:
        gradient.setColorAt(place, colour(code, *alpha))
    return QBrush(gradient)


def curve(start: Point, *steps: tuple[float, ...], closed: bool = True) -> QPainterPath:
    """Return a path; a step of 2 numbers is a line, of 4 a quadratic, of 6 a cubic curve."""
    path = QPainterPath(QPointF(*start))
    for step in steps:
        if len(step) == 2:
            path.lineTo(*step)
        elif len(step) == 4:
            path.quadTo(*step)
        else:
            path.cubicTo(*step)
    if closed:
        path.closeSubpath()
    return path


def tube(width: float, start: Point, *steps: tuple[float, ...]) -> QPainterPath:
    """Return the outline of a round-ended stroke of `width` along a curve."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(curve(start, *steps, closed=False)).simplified()


def oval(x: float, y: float, width: float, height: float) -> QPainterPath:
    """Return an ellipse around (x, y)."""
    path = QPainterPath()
    path.addEllipse(QRectF(x - width / 2, y - height / 2, width, height))
    return path


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    """Return a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path
