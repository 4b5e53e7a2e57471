"""How noisy the picture is, at the camera's own resolution."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import cv2
import numpy as np

from app.metrics.picture.look import Look
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Bytes, Floats

TILE = 60
WIDTH, HEIGHT = 720, 480  # of the part that is measured
KERNEL = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)


class Noise:
    """σ by Immerkær's mask in the quietest tile; between two frames of that tile as a cross-check.

    Source: J. Immerkær, Fast Noise Variance Estimation, CVIU 64 (1996).
    """

    ids: ClassVar = ("picture.noise",)
    turns: ClassVar = frozenset({2, 3})

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._sigma = scene.evidence()
        self._temporal = scene.evidence()
        self._kept: tuple[int, int, int, Bytes] | None = None

    def see(self, look: Look) -> None:
        """On one turn find the quietest tile, on the next compare it with itself."""
        if look.turn == 3:
            self._compare(look)
            return
        self._kept = None
        part, left, top = _middle_part(look.frame.y)
        if min(part.shape) < TILE:
            return
        tiles = tile_sigmas(part) * look.scale
        if not np.isfinite(tiles).any():
            return
        row, column = np.unravel_index(int(np.nanargmin(tiles)), tiles.shape)
        # The quietest twentieth, not the one quietest tile: a minimum of many is biased low.
        self._sigma.add(look.at, float(np.nanpercentile(tiles, 5)))
        y, x = top + int(row) * TILE, left + int(column) * TILE
        tile = look.frame.y[y : y + TILE, x : x + TILE].copy()
        self._kept = look.frame.number, x, y, tile

    def readings(self) -> Iterable[Reading]:
        """Return σ in steps of 255; details: temporal (σ between frames)."""
        sigma, temporal = self._sigma.median(), self._temporal.median()
        if sigma is None:
            return [Reading(self.ids[0], None, why=self._scene.no_picture())]
        details: dict[str, float | str] = {} if temporal is None else {"temporal": temporal}
        half = self._sigma.plus_minus(0.1 + 0.05 * sigma)
        return [Reading(self.ids[0], sigma, plus_minus=half, details=details)]

    def _compare(self, look: Look) -> None:
        if self._kept is None:
            return
        number, x, y, old = self._kept
        new = look.frame.y[y : y + TILE, x : x + TILE]
        if look.frame.number != number + 1 or new.shape != old.shape:
            return
        off = new.astype(np.float32) - old
        # For a normal distribution the mean of |Δ| is 2σ/√π.
        sigma = float(np.abs(off - np.median(off)).mean()) * np.sqrt(np.pi) / 2
        self._temporal.add(look.at, sigma * look.scale)


def tile_sigmas(luma: Bytes) -> Floats:
    """Return σ of each 60×60 tile of (h, w) luma; NaN where black or white hides the noise."""
    rows, columns = luma.shape[0] // TILE, luma.shape[1] // TILE
    luma = luma[: rows * TILE, : columns * TILE]
    mask = np.abs(cv2.filter2D(luma, cv2.CV_16S, KERNEL, borderType=cv2.BORDER_REFLECT_101))
    shape = (columns, rows)
    fine = cv2.resize(mask.astype(np.float32), shape, interpolation=cv2.INTER_AREA)
    level = cv2.resize(luma, shape, interpolation=cv2.INTER_AREA)
    sigma = np.asarray(fine, np.float32) * np.float32(np.sqrt(np.pi / 2) / 6)
    return np.where((level > 24) & (level < 225), sigma, np.float32(np.nan))


def _middle_part(luma: Bytes) -> tuple[Bytes, int, int]:
    """Return the middle of the picture with its left and top."""
    height, width = luma.shape
    across, down = (WIDTH, HEIGHT) if width >= height else (HEIGHT, WIDTH)
    left, top = max((width - across) // 2, 0), max((height - down) // 2, 0)
    return luma[top : top + down, left : left + across], left, top
