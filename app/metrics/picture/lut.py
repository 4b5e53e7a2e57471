"""The correction that a white sheet asks for, as a 33³ table for OBS's "Apply LUT" filter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.metrics.picture.look import encoded
from app.metrics.picture.sheet import Sheet, luminance, white_light
from app.metrics.signals import Bytes

SIZE = 33
MOST_STOPS = 2.0


def gains(sheet: Sheet) -> NDArray[np.float64]:
    """Return (3,) linear gains of red, green, blue that make the sheet neutral at 90 IRE.

    Exposure is corrected by at most two stops: beyond that noise, not light, would be lifted.
    """
    rgb = np.maximum(np.asarray(sheet.whole, np.float64), 1e-4)
    light = luminance(sheet.whole)
    lift = np.clip(white_light() / max(light, 1e-4), 2**-MOST_STOPS, 2**MOST_STOPS)
    return np.asarray(lift * max(light, 1e-4) / rgb, np.float64)


def cube_values(sheet: Sheet) -> NDArray[np.float64]:
    """Return (33, 33, 33, 3) sRGB-encoded values 0…1, indexed [blue, green, red].

    Flattened in C order red runs fastest, as a .cube file wants it (Adobe Cube LUT 1.0). OBS applies
    the table to sRGB-encoded values, so it is made for those.
    """
    steps = np.linspace(0, 1, SIZE)
    light = np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)
    red, green, blue = (encoded(light * gain) for gain in gains(sheet))
    cube = np.empty((SIZE, SIZE, SIZE, 3))
    cube[..., 0] = red[None, None, :]
    cube[..., 1] = green[None, :, None]
    cube[..., 2] = blue[:, None, None]
    return cube


def applied(cube: NDArray[np.float64], rgb: Bytes) -> Bytes:
    """Return (h, w, 3) RGB with the table applied by trilinear interpolation, as OBS does."""
    last = cube.shape[0] - 1
    place = rgb.astype(np.float32) * (last / 255)
    low = np.minimum(place.astype(np.int32), last - 1)
    part = place - low
    table = np.ascontiguousarray(cube, np.float32)
    out = np.zeros((*rgb.shape[:2], 3), np.float32)
    for corner in range(8):
        r, g, b = corner & 1, corner >> 1 & 1, corner >> 2 & 1
        weight = np.ones(rgb.shape[:2], np.float32)
        for channel, high in enumerate((r, g, b)):
            weight *= part[..., channel] if high else 1 - part[..., channel]
        out += weight[..., None] * table[low[..., 2] + b, low[..., 1] + g, low[..., 0] + r]
    return np.clip(np.round(out * 255), 0, 255).astype(np.uint8)
