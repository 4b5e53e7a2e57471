"""A white sheet held to the camera: what it says of colour temperature, tint and exposure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WHITE_IRE = 90.0  # where a well exposed white sheet lies on the waveform; our own choice
RGB = tuple[float, float, float]

# IEC 61966-2-1: linear sRGB to CIE 1931 XYZ.
_TO_XYZ = np.array(
    [
        [0.4123907993, 0.3575843394, 0.1804807884],
        [0.2126390059, 0.7151686788, 0.0721923154],
        [0.0193308187, 0.1191947798, 0.9505321522],
    ]
)
_KELVIN = np.geomspace(1500, 25_000, 600)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet as seen: linear RGB of the whole and of its left and right half, 0…1 of full scale."""

    whole: RGB
    left: RGB
    right: RGB
    clipped_percent: float
    seconds: float

    @property
    def degrees(self) -> float:
        """Return the angular error of neutral: the angle between the sheet's RGB and grey."""
        return angle(self.whole, (1.0, 1.0, 1.0))

    @property
    def kelvin(self) -> float:
        """Return the correlated colour temperature the sheet appears to have on an sRGB screen."""
        return temperature(self.whole)[0]

    @property
    def duv(self) -> float:
        """Return the distance from the black-body curve in CIE 1960 uv; positive is green."""
        return temperature(self.whole)[1]

    @property
    def tint(self) -> float:
        """Return the tint in camera steps: 3000 × Duv (the scale of Adobe's DNG), positive is green."""
        return 3000 * self.duv

    @property
    def stops(self) -> float:
        """Return how many stops the sheet lies above (+) or below (−) 90 IRE."""
        return float(np.log2(max(luminance(self.whole), 1e-6) / white_light()))

    @property
    def two_lights_degrees(self) -> float:
        """Return the angle between the colours of the left and the right half."""
        return angle(self.left, self.right)

    @property
    def two_lights_kelvin(self) -> float:
        """Return how much warmer (−) or cooler (+) the right half is than the left, in kelvin."""
        return temperature(self.right)[0] - temperature(self.left)[0]

    @property
    def two_lights_stops(self) -> float:
        """Return how much brighter the right half is than the left, in stops."""
        return float(np.log2(max(luminance(self.right), 1e-6) / max(luminance(self.left), 1e-6)))

    @property
    def two_lights(self) -> bool:
        """Return whether lights of different colour fall on the two halves (2.5° and more)."""
        return self.two_lights_degrees >= 2.5


def white_light() -> float:
    """Return the linear light of 90 IRE on the sRGB curve."""
    return float(((WHITE_IRE / 100 + 0.055) / 1.055) ** 2.4)


def luminance(rgb: RGB) -> float:
    """Return the relative luminance of linear RGB (ITU-R BT.709-6)."""
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def angle(one: RGB, other: RGB) -> float:
    """Return the angle between two colours in linear RGB, in degrees."""
    a, b = np.asarray(one, np.float64), np.asarray(other, np.float64)
    size = float(np.linalg.norm(a) * np.linalg.norm(b))
    if size <= 0:
        return 0.0
    return float(np.degrees(np.arctan2(np.linalg.norm(np.cross(a, b)), a @ b)))


def temperature(rgb: RGB) -> tuple[float, float]:
    """Return (CCT in kelvin, Duv) of linear sRGB; 1500…25 000 K, beyond that the end of the range.

    The black-body curve is Krystek's rational fit (Color Research and Application 10, 1985, within
    8e-5 in CIE 1960 uv up to 15 000 K); the nearest point is refined by a parabola as Ohno does
    (LEUKOS 10, 2014). Validated in tests/app/test_picture_sheet.py.
    """
    x, y, z = _TO_XYZ @ np.asarray(rgb, np.float64)
    total = x + 15 * y + 3 * z
    if total <= 0:
        return 6504.0, 0.0
    u, v = 4 * x / total, 6 * y / total
    curve = locus(_KELVIN)
    distance = np.hypot(curve[0] - u, curve[1] - v)
    best = int(np.clip(np.argmin(distance), 1, len(_KELVIN) - 2))
    near = slice(best - 1, best + 2)
    bend, slope, _ = np.polyfit(np.log(_KELVIN[near] / _KELVIN[best]), distance[near] ** 2, 2)
    shift = np.clip(-slope / (2 * bend), -0.01, 0.01) if bend > 0 else 0.0
    kelvin = float(np.clip(_KELVIN[best] * np.exp(shift), _KELVIN[0], _KELVIN[-1]))
    here = locus(np.array([kelvin]))[:, 0]
    return kelvin, float(np.copysign(np.hypot(u - here[0], v - here[1]), v - here[1]))


def locus(kelvin: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (2, n) CIE 1960 u, v of black bodies at `kelvin` (Krystek 1985)."""
    t = kelvin
    u = (0.860117757 + 1.54118254e-4 * t + 1.28641212e-7 * t**2) / (
        1 + 8.42420235e-4 * t + 7.08145163e-7 * t**2
    )
    v = (0.317398726 + 4.22806245e-5 * t + 4.20481691e-8 * t**2) / (
        1 - 2.89741816e-5 * t + 1.61456053e-7 * t**2
    )
    return np.stack([u, v])
