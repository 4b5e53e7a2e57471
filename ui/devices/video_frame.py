"""A QVideoFrame as a frame of ours: native luma lent, never copied, whatever the camera's format."""

from __future__ import annotations

import weakref

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from app.capture.pixels import (
    from_bgr,
    from_packed_422,
    interleaved,
    matrix_for,
    opencv,
    plane,
    turned,
)
from app.metrics.signals import Bytes, Frame

_Format = QVideoFrameFormat.PixelFormat
# Where blue, green and red lie in the four bytes of a pixel.
_FOUR_BYTES = {
    _Format.Format_BGRA8888: (0, 1, 2),
    _Format.Format_BGRA8888_Premultiplied: (0, 1, 2),
    _Format.Format_BGRX8888: (0, 1, 2),
    _Format.Format_RGBA8888: (2, 1, 0),
    _Format.Format_RGBX8888: (2, 1, 0),
    _Format.Format_ARGB8888: (3, 2, 1),
    _Format.Format_ARGB8888_Premultiplied: (3, 2, 1),
    _Format.Format_XRGB8888: (3, 2, 1),
    _Format.Format_ABGR8888: (1, 2, 3),
    _Format.Format_XBGR8888: (1, 2, 3),
}


def frame_of(video: QVideoFrame, at: float, number: int) -> Frame | None:
    """Return `video` as a frame, upright, or None where it cannot be read.

    Luma (and NV12 chroma) are views of the camera's own memory: the QVideoFrame stays mapped until the
    last of them is gone, so nobody may keep more than a frame or two of them.
    """
    made = _read(video, at, number)
    if made is None:
        return None
    return turned(made, video.rotation().value // 90)


def _read(video: QVideoFrame, at: float, number: int) -> Frame | None:
    kind = video.pixelFormat()
    width, height = video.width(), video.height()
    if width < 1 or height < 1:
        return None
    if kind == _Format.Format_Jpeg:
        return _from_jpeg(video, at, number)
    if kind in _FOUR_BYTES:
        lent = _lent(video, 0)
        if lent is None:
            return None
        pixels = plane(lent, width, height, video.bytesPerLine(0), 4)
        return from_bgr(np.ascontiguousarray(pixels[:, :, _FOUR_BYTES[kind]]), at, number)
    planes = _planes(video, width, height)
    if planes is None:
        return _from_image(video, at, number)
    luma, chroma = planes
    shape = video.surfaceFormat()
    space, spaces = shape.colorSpace(), QVideoFrameFormat.ColorSpace
    full = shape.colorRange() == QVideoFrameFormat.ColorRange.ColorRange_Full
    matrix = matrix_for(
        height,
        named_709=space == spaces.ColorSpace_BT709,
        named_601=space == spaces.ColorSpace_BT601,
    )
    return Frame(at, luma, chroma, full, matrix, number)


def _planes(video: QVideoFrame, width: int, height: int) -> tuple[Bytes, Bytes | None] | None:
    """Return luma and half-size chroma of a YCbCr format, None for any other."""
    kind = video.pixelFormat()
    across, down = (width + 1) // 2, (height + 1) // 2
    if kind in (_Format.Format_YUYV, _Format.Format_UYVY):
        packed = _plane(video, 0, width, height, 2)
        if packed is None:
            return None
        return from_packed_422(packed, luma_first=kind == _Format.Format_YUYV)
    if kind in (_Format.Format_P010, _Format.Format_P016):
        return _high_bytes(video, width, height)
    luma = _plane(video, 0, width, height)
    if luma is None:
        return None
    if kind == _Format.Format_Y8:
        return luma, None
    if kind in (_Format.Format_NV12, _Format.Format_NV21):
        pairs = _plane(video, 1, across, down, 2)
        if pairs is None or kind == _Format.Format_NV12:
            return None if pairs is None else (luma, pairs)
        return luma, np.ascontiguousarray(pairs[:, :, ::-1])
    if kind in (_Format.Format_YUV420P, _Format.Format_YV12, _Format.Format_YUV422P):
        halved = kind == _Format.Format_YUV422P
        rows = height if halved else down
        u, v = _plane(video, 1, across, rows), _plane(video, 2, across, rows)
        if u is None or v is None:
            return None
        if kind == _Format.Format_YV12:
            u, v = v, u
        step = 2 if halved else 1
        u, v = (np.ascontiguousarray(p[::step]) for p in (u, v))
        return luma, interleaved(u, v)
    return None


def _high_bytes(video: QVideoFrame, width: int, height: int) -> tuple[Bytes, Bytes] | None:
    """Return the upper eight bits of 10- or 16-bit NV12."""
    wide = _plane(video, 0, width, height, 2)
    pairs = _plane(video, 1, (width + 1) // 2, (height + 1) // 2, 4)
    if wide is None or pairs is None:
        return None
    return np.ascontiguousarray(wide[:, :, 1]), np.ascontiguousarray(pairs[:, :, 1::2])


def _plane(
    video: QVideoFrame, index: int, width: int, height: int, samples: int = 1
) -> Bytes | None:
    lent = _lent(video, index)
    if lent is None:
        return None
    return plane(lent, width, height, video.bytesPerLine(index), samples)


def _lent(video: QVideoFrame, index: int) -> Bytes | None:
    """Return the bytes of one plane; the frame is unmapped when the last view of them is gone."""
    if not video.map(QVideoFrame.MapMode.ReadOnly):
        return None
    if index >= video.planeCount():
        video.unmap()
        return None
    flat = np.frombuffer(video.bits(index), np.uint8)
    ended = weakref.finalize(flat, QVideoFrame.unmap, QVideoFrame(video))
    ended.atexit = False
    return flat


def _from_jpeg(video: QVideoFrame, at: float, number: int) -> Frame | None:
    lent = _lent(video, 0)
    if lent is None:
        return None
    cv2 = opencv()
    bgr = cv2.imdecode(lent, cv2.IMREAD_COLOR)
    return None if bgr is None else from_bgr(bgr, at, number)


def _from_image(video: QVideoFrame, at: float, number: int) -> Frame | None:
    image = video.toImage().convertToFormat(QImage.Format.Format_BGR888)
    if image.isNull():
        return None
    pixels = plane(image.constBits(), image.width(), image.height(), image.bytesPerLine(), 3)
    return from_bgr(np.ascontiguousarray(pixels), at, number)
