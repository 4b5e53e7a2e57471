"""Sound and picture as they travel: one video frame, one block of samples, places in a picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Bytes: TypeAlias = NDArray[np.uint8]
Floats: TypeAlias = NDArray[np.float32]


class Matrix(StrEnum):
    """The luma weights of a picture (ITU-R BT.601 or BT.709)."""

    BT601 = "bt601"
    BT709 = "bt709"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture as the camera gave it.

    `at` is seconds on the source's own clock (device time where there is one); `y` is (H, W) luma,
    never copied when the source can lend it; `uv` is (H/2, W/2, 2) Cb, Cr, or None for grey.
    `number` counts the frames the source delivered, also those nobody took.
    """

    at: float
    y: Bytes
    uv: Bytes | None
    full_range: bool
    matrix: Matrix
    number: int

    @property
    def size(self) -> tuple[int, int]:
        """Return (width, height) in pixels."""
        return self.y.shape[1], self.y.shape[0]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A run of samples: `samples` is (n, channels) float32 with full scale ±1, `at` the first one's time.

    `lost` counts the samples that the device or the ring dropped before this block.
    """

    at: float
    samples: Floats
    rate: int
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle in a picture, in fractions of its width and height from the top left corner."""

    x: float
    y: float
    width: float
    height: float

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Return (left, top, right, bottom) in whole pixels, at least 1×1 and inside the picture."""
        left = min(max(round(self.x * width), 0), width - 1)
        top = min(max(round(self.y * height), 0), height - 1)
        right = min(max(round((self.x + self.width) * width), left + 1), width)
        bottom = min(max(round((self.y + self.height) * height), top + 1), height)
        return left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Face:
    """A face in fractions of the picture: its box, the centres of the eyes (left and right as seen)."""

    box: Zone
    left_eye: tuple[float, float]
    right_eye: tuple[float, float]
    score: float
    detector: str
