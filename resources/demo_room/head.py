"""The host's face as a lit surface: a height field of skull, nose, sockets, lips, under two lamps."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]
# The face's own coordinates: the middle between the eyes is (0, 0), one unit is one pixel.
LEFT, TOP, RIGHT, BOTTOM = -230, -270, 230, 400
SKIN = (0.78, 0.475, 0.325)  # linear albedo


def _grid() -> tuple[Plane, Plane]:
    y, x = np.mgrid[TOP:BOTTOM, LEFT:RIGHT].astype(np.float32)
    return x, y


def half_width(y: Plane) -> Plane:
    """Return how far the face reaches from its middle line at the height `y`."""
    ys = [-235, -222, -190, -140, -80, 0, 60, 100, 140, 168, 188, 200, 207, 211]
    ws = [0, 52, 100, 135, 150, 153, 147, 137, 118, 96, 72, 53, 35, 0]
    smooth = np.interp(np.arange(-260, 261), ys, ws)
    smooth = np.convolve(np.pad(smooth, 8, mode="edge"), np.hanning(17) / 8, "valid")
    return np.interp(y, np.arange(-260, 261), smooth).astype(np.float32)


def _bump(x: Plane, y: Plane, at: tuple[float, float], size: tuple[float, float]) -> Plane:
    return np.exp(-0.5 * (((x - at[0]) / size[0]) ** 2 + ((y - at[1]) / size[1]) ** 2))


def _pair(x: Plane, y: Plane, at: tuple[float, float], size: tuple[float, float]) -> Plane:
    return _bump(x, y, at, size) + _bump(x, y, (-at[0], at[1]), size)


def _surface(x: Plane, y: Plane) -> Plane:
    u = x / np.maximum(half_width(y), 1)
    z = 135 * np.sqrt(np.clip(1 - 0.92 * np.abs(u) ** 2.4, 0.02, 1))
    z -= 60 * np.abs((y + 10) / 235) ** 3
    along = np.clip((y + 25) / 108, 0, 1)
    ridge = np.where(y < 84, along**1.25, np.exp(-(((y - 84) / 12) ** 2)))
    z += 34 * ridge * np.exp(-0.5 * (x / (11 + 9 * along)) ** 2)
    z += 11 * _pair(x, y, (24, 86), (12, 10))
    z -= 15 * _pair(x, y, (64, 0), (36, 20)) + 5 * _bump(x, y, (0, -6), (16, 18))
    z += 7 * _pair(x, y, (62, -44), (44, 13))
    z += 10 * _pair(x, y, (86, 66), (36, 32)) - 5 * _pair(x, y, (92, 122), (26, 34))
    z += 7 * _bump(x, y, (0, 124), (34, 9)) + 9 * _bump(x, y, (0, 146), (30, 9))
    z -= 6 * _bump(x, y, (0, 163), (36, 7)) + 3 * _bump(x, y, (0, 106), (7, 10))
    return z + 13 * _bump(x, y, (0, 186), (32, 18))


def _lit(z: Plane) -> Plane:
    """Return the light on `z`: a soft key from the upper left, a weak fill from the right."""
    z = cv2.GaussianBlur(z, (0, 0), 3.2)
    zy, zx = np.gradient(z)
    length = np.sqrt(zx * zx + zy * zy + 1)

    def lamp(light: tuple[float, float, float], wrap: float) -> Plane:
        direction = np.array(light) / np.linalg.norm(light)
        facing = (-zx * direction[0] - zy * direction[1] + direction[2]) / length
        return np.clip((facing + wrap) / (1 + wrap), 0, None)

    return 0.74 * lamp((-0.55, -0.50, 0.75), 0.5) + 0.30 * lamp((0.75, -0.05, 0.7), 0.6) + 0.12


def _encode(linear: NDArray[np.float32]) -> NDArray[np.float32]:
    linear = np.clip(linear, 0, 1)
    high = 1.055 * linear ** (1 / 2.4) - 0.055
    return np.where(linear <= 0.0031308, 12.92 * linear, high).astype(np.float32)


def face() -> NDArray[np.uint8]:
    """Return the shaded face without eyes, brows and lips: (670, 460, 4) sRGB with alpha, RGBA."""
    x, y = _grid()
    z = _surface(x, y)
    # Light that entered the skin leaves it redder: shadows turn warm, not grey.
    light = _lit(z)[..., None] ** np.array([0.80, 1.06, 1.16], np.float32)
    tint = np.ones((*x.shape, 3), np.float32) * np.array(SKIN, np.float32)
    blush = (0.42 * _pair(x, y, (92, 70), (34, 24)) + 0.25 * _bump(x, y, (2, 84), (20, 13)))[
        ..., None
    ]
    tint *= 1 - blush * np.array([0.04, 0.30, 0.24], np.float32)
    tint *= 1 - (0.26 * _pair(x, y, (64, -10), (36, 16)))[..., None] * np.array(
        [0.6, 1, 1], np.float32
    )
    colour = tint * light
    shadow = 0.30 * _bump(x, y, (27, 62), (13, 34)) * (x > 0) + 0.32 * _bump(
        x, y, (8, 105), (26, 8)
    )
    colour *= 1 - shadow[..., None] * np.array([0.75, 1, 1], np.float32)
    gloss = _bump(x, y, (-5, 72), (5, 13)) + 0.7 * _bump(x, y, (-36, -88), (40, 22))
    gloss = gloss + 0.5 * _bump(x, y, (-88, 48), (22, 12))
    colour += 0.055 * gloss[..., None]
    inside = np.clip(half_width(y) - np.abs(x) + 0.5, 0, 1) * (np.abs(y) < 211)
    alpha = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 1.0)
    return (255 * np.dstack([_encode(colour.astype(np.float32)), alpha])).astype(np.uint8)
