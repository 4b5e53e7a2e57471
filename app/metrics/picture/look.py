"""One picture as every measure sees it: reduced once, converted only where somebody asks.

Nothing here keeps the source's own buffers alive: what outlives a call is a copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from app.metrics.signals import Bytes, Face, Floats, Frame, Matrix, Zone

SMALL = 480
MIDDLE = 960


@dataclass(frozen=True, eq=False)
class Look:
    """A frame with its reductions: `middle` (long side ≤ 960, code values), `small` (≤ 480, full range).

    `before` is the small picture of the frame that came immediately before, or None. `eyes_seen`
    says whether the eyes were found or only put where eyes usually are. `turn` counts 0…5 through
    the analysed frames, so that heavy measures can share them out.
    """

    frame: Frame
    middle: Bytes
    small: Bytes
    before: Bytes | None
    face: Face | None
    eyes_seen: bool
    product: Zone | None
    turn: int

    @property
    def at(self) -> float:
        """Return the time of the frame in seconds."""
        return self.frame.at

    @property
    def scale(self) -> float:
        """Return what one step of the frame's luma is worth in steps of full-range luma."""
        return 1.0 if self.frame.full_range else 255 / 219

    @cached_property
    def chroma(self) -> Bytes | None:
        """Return (h, w, 2) Cb, Cr code values at the size of `small`, or None for grey."""
        return None if self.frame.uv is None else shrunk_chroma(self.frame.uv, self.small)

    @cached_property
    def colour(self) -> Bytes | None:
        """Return the small picture as (h, w, 3) BGR, or None for grey."""
        if self.chroma is None:
            return None
        return to_bgr(self.small, self.chroma, full=self.frame.full_range, matrix=self.frame.matrix)

    @cached_property
    def black(self) -> bool:
        """Return whether the whole picture lies under 5 IRE (but for 1 in 1000 pixels)."""
        return share_above(self.small, 0.05 * 255) <= 0.001

    def native(self, zone: Zone) -> Bytes:
        """Return a view of the luma inside `zone` at the camera's own resolution (code values)."""
        width, height = self.frame.size
        left, top, right, bottom = zone.pixels(width, height)
        return self.frame.y[top:bottom, left:right]

    def code(self, full: float) -> float:
        """Return the luma code value of this frame that stands for `full` in 0…255."""
        return full if self.frame.full_range else 16 + full * 219 / 255

    def inside(self, zone: Zone) -> tuple[slice, slice]:
        """Return the rows and columns of `zone` in the small picture."""
        left, top, right, bottom = zone.pixels(self.small.shape[1], self.small.shape[0])
        return slice(top, bottom), slice(left, right)

    def luma709(self, zone: Zone) -> Bytes:
        """Return the full-range BT.709 luma inside `zone` of the small picture."""
        rows, columns = self.inside(zone)
        if self.frame.matrix is Matrix.BT709 or self.colour is None:
            return self.small[rows, columns]
        weights = np.array([[0.0722, 0.7152, 0.2126]], np.float32)
        return np.atleast_2d(cv2.transform(self.colour[rows, columns], weights))


def reduced(frame: Frame) -> tuple[Bytes, Bytes]:
    """Return (middle, small) of a frame; exact halvings first, because only those are cheap."""
    picture = frame.y
    while max(picture.shape) > MIDDLE and min(picture.shape) >= 2:
        picture = _halved(picture)
    middle = picture.copy() if picture is frame.y else picture
    small = middle
    if max(small.shape) == 2 * SMALL and min(small.shape) >= 2:
        small = _halved(small)
    elif max(small.shape) > SMALL:
        height, width = small.shape
        ratio = SMALL / max(height, width)
        size = (max(round(width * ratio), 1), max(round(height * ratio), 1))
        small = _bytes(cv2.resize(small, size, interpolation=cv2.INTER_AREA))
    return middle, small if frame.full_range else full_range(small)


def share_above(picture: Bytes, level: float) -> float:
    """Return the share 0…1 of pixels above `level`."""
    return cv2.countNonZero(above(picture, level)) / max(picture.size, 1)


def above(picture: Bytes, level: float) -> Bytes:
    """Return 255 where `picture` lies above `level`."""
    return _bytes(cv2.threshold(picture, level, 255, cv2.THRESH_BINARY)[1])


def full_range(luma: Bytes) -> Bytes:
    """Return limited-range luma (16…235) as full range (0…255)."""
    return _bytes(cv2.LUT(luma, _expansion()))


def shrunk_chroma(uv: Bytes, like: Bytes) -> Bytes:
    """Return a copy of `uv` at the size of the luma picture `like`."""
    height, width = like.shape
    while uv.shape[1] >= 2 * width and uv.shape[0] >= 2 * height:
        uv = _halved(uv)
    if uv.shape[:2] == (height, width):
        return uv.copy()
    shrinking = uv.shape[1] > width or uv.shape[0] > height
    how = cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    return _bytes(cv2.resize(uv, (width, height), interpolation=how))


def to_bgr(luma: Bytes, chroma: Bytes, *, full: bool, matrix: Matrix) -> Bytes:
    """Return (h, w, 3) BGR from full-range luma and same-size chroma code values.

    Source: ITU-R BT.601-7 and BT.709-6, the inverse of their colour-difference equations.
    """
    return _bytes(cv2.transform(cv2.merge((luma, chroma)), _inverse(full, matrix)))


def to_rgb(luma: Bytes, chroma: Bytes, *, full: bool, matrix: Matrix) -> Bytes:
    """Return (h, w, 3) RGB as `to_bgr` returns BGR."""
    rows = np.ascontiguousarray(_inverse(full, matrix)[::-1])
    return _bytes(cv2.transform(cv2.merge((luma, chroma)), rows))


def to_linear(encoded: Bytes) -> Floats:
    """Return sRGB-encoded bytes as linear light 0…1 (IEC 61966-2-1)."""
    return _linear_table()[encoded]


def linear(encoded: float) -> float:
    """Return one sRGB-encoded value 0…1 as linear light (IEC 61966-2-1)."""
    if encoded <= 0.04045:
        return encoded / 12.92
    return float(((encoded + 0.055) / 1.055) ** 2.4)


def encoded(light: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return linear light as sRGB-encoded values 0…1 (IEC 61966-2-1), clipped at both ends."""
    light = np.clip(np.asarray(light, np.float64), 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def _halved(picture: Bytes) -> Bytes:
    height, width = picture.shape[0] // 2 * 2, picture.shape[1] // 2 * 2
    even = picture[:height, :width]
    return _bytes(cv2.resize(even, (width // 2, height // 2), interpolation=cv2.INTER_AREA))


def _bytes(array: object) -> Bytes:
    return np.asarray(array, np.uint8)


@cache
def _expansion() -> Bytes:
    steps = np.arange(256, dtype=np.float64)
    return np.clip(np.round((steps - 16) * 255 / 219), 0, 255).astype(np.uint8)


@cache
def _linear_table() -> Floats:
    return np.array([linear(step / 255) for step in range(256)], np.float32)


@cache
def _inverse(full: bool, matrix: Matrix) -> NDArray[np.float32]:
    red, blue = (0.299, 0.114) if matrix is Matrix.BT601 else (0.2126, 0.0722)
    green = 1 - red - blue
    gain = 1.0 if full else 255 / 224
    b_cb = 2 * (1 - blue) * gain
    r_cr = 2 * (1 - red) * gain
    g_cb, g_cr = -blue / green * b_cb, -red / green * r_cr
    rows = [[1, b_cb, 0], [1, g_cb, g_cr], [1, 0, r_cr]]
    return np.array([[*row, -128 * (row[1] + row[2])] for row in rows], np.float32)
