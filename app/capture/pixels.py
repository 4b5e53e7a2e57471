"""Pictures of every kind of source as luma and half-size chroma, with as few copies as there can be."""

from __future__ import annotations

import functools
from types import ModuleType

import numpy as np

from app.metrics.signals import Bytes, Frame, Matrix


@functools.cache
def opencv() -> ModuleType:
    """Return OpenCV, loaded late and told to keep its warnings off the terminal."""
    import cv2  # late: a tenth of a second that only a picture costs

    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2


def interleaved(u: Bytes, v: Bytes) -> Bytes:
    """Return two half-size planes as one (h, w, 2) array of Cb, Cr."""
    if u.size == 0:
        return np.zeros((*u.shape, 2), np.uint8)
    merged: Bytes = opencv().merge([u, v])
    return merged


def plane(
    memory: bytes | bytearray | memoryview | Bytes,
    width: int,
    height: int,
    line: int,
    samples: int = 1,
) -> Bytes:
    """Return a view of `memory` as (height, width) or, with more `samples` a pixel, (height, width, n).

    `line` is the bytes from one row to the next; the last row may be shorter than that.
    """
    flat = np.frombuffer(memory, np.uint8)
    shape, strides = (height, width), (line, samples)
    if samples > 1:
        shape, strides = (height, width, samples), (line, samples, 1)  # type: ignore[assignment]
    needed = (height - 1) * line + width * samples
    if flat.size < needed:
        raise ValueError(f"a plane of {flat.size} bytes holds no {width}×{height}×{samples}")
    return np.lib.stride_tricks.as_strided(flat, shape, strides, writeable=False)


def from_packed_422(packed: Bytes, *, luma_first: bool) -> tuple[Bytes, Bytes | None]:
    """Return luma (copied once) and half-size chroma of YUYV (`luma_first`) or UYVY (h, w, 2)."""
    height, width = packed.shape[:2]
    luma = opencv().extractChannel(packed, 0 if luma_first else 1)
    pairs = packed[::2, : width // 2 * 2].reshape((height + 1) // 2, width // 2, 4)
    chroma = np.ascontiguousarray(pairs[:, :, 1::2] if luma_first else pairs[:, :, 0::2])
    return luma, chroma if chroma.size else None


def from_bgr(bgr: Bytes, at: float, number: int) -> Frame:
    """Return an OpenCV picture (h, w, 3), (h, w, 4) or (h, w) as a frame in BT.601 video range."""
    if bgr.ndim == 2:
        return Frame(at, bgr, None, True, Matrix.BT601, number)
    cv2 = opencv()
    height, width = bgr.shape[:2]
    if bgr.shape[2] == 4:
        bgr = cv2.cvtColor(bgr, cv2.COLOR_BGRA2BGR)
    even_h, even_w = height + height % 2, width + width % 2
    if (even_h, even_w) != (height, width):
        bgr = cv2.copyMakeBorder(bgr, 0, even_h - height, 0, even_w - width, cv2.BORDER_REPLICATE)
    planes = cv2.cvtColor(bgr, cv2.COLOR_BGR2YUV_I420).reshape(-1)
    count, half = even_h * even_w, (even_h // 2, even_w // 2)
    luma = planes[:count].reshape(even_h, even_w)[:height, :width]
    u = planes[count : count + count // 4].reshape(half)
    v = planes[count + count // 4 :].reshape(half)
    return Frame(at, luma, interleaved(u, v), False, Matrix.BT601, number)


def turned(frame: Frame, quarters: int) -> Frame:
    """Return `frame` turned clockwise by `quarters` × 90°, as a phone's film must be shown."""
    if quarters % 4 == 0:
        return frame
    cv2 = opencv()
    how = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)[
        quarters % 4 - 1
    ]
    chroma = None if frame.uv is None else cv2.rotate(frame.uv, how)
    luma = cv2.rotate(frame.y, how)
    return Frame(frame.at, luma, chroma, frame.full_range, frame.matrix, frame.number)


def matrix_for(height: int, *, named_709: bool, named_601: bool) -> Matrix:
    """Return the matrix the source names, else what is usual: BT.709 from 720 lines upwards."""
    if named_709 or (height >= 720 and not named_601):
        return Matrix.BT709
    return Matrix.BT601
