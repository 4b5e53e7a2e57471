"""What happens when in the demo room, and how imperfect the room is: the truth the tests compare with."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

WIDTH, HEIGHT, FPS, RATE = 1920, 1080, 30, 48_000
SECONDS = 44.0
FRAMES = round(SECONDS * FPS)


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with the room, as made (the light in linear gains, the sound in dB)."""

    sound_early_ms: float = 60.0
    rt60_s: float = 0.5
    c50_db: float = 10.0
    speech_lufs: float = -19.4
    hum_hz: float = 50.0
    hum_dbfs: float = -64.0
    hum_harmonics: int = 4
    floor_dbfs_a: float = -59.0
    exposure_stops: float = -2.2  # the face fails: light is the first of the causes
    light_kelvin: float = 5200.0
    grain: float = 3.3  # standard deviation of luma, in steps of the limited range


@dataclass(frozen=True, slots=True)
class Timeline:
    """Seconds on the picture's clock; the sound of everything comes `sound_early_ms` before it."""

    speech: tuple[tuple[float, float], ...] = ((0.35, 13.3), (22.1, 43.6))
    silence: tuple[float, float] = (13.9, 17.2)
    claps: tuple[float, ...] = field(default=tuple(round(17.72 + 0.713 * k, 4) for k in range(6)))
    sheet: tuple[float, float] = (27.6, 31.6)  # held still beside the face
    sheet_moves: float = 0.7  # seconds it takes to come and to go
    blinks: tuple[float, ...] = (1.9, 4.6, 8.3, 11.2, 14.8, 22.9, 25.7, 29.4, 33.0, 36.1, 40.2)


FAULTS, TIMELINE = Faults(), Timeline()
# The tin on the table, the sheet, and the face at rest: left, top, width, height in pixels.
PRODUCT = (1300, 640, 222, 322)
SHEET = (1180, 190, 290, 392)


def cast_gains(kelvin: float) -> tuple[float, float, float]:
    """Return linear BT.709 gains of light of `kelvin` seen by a camera set to D65, green = 1.

    Planckian locus by Kim et al. (2002), cubic in 10³/T, 1667–25000 K.
    """
    t = 1000.0 / kelvin
    if kelvin <= 4000:
        x = -0.2661239 * t**3 - 0.2343589 * t**2 + 0.8776956 * t + 0.179910
    else:
        x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    if kelvin <= 4000:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    big_x, big_z = x / y, (1 - x - y) / y
    red = 3.2404542 * big_x - 1.5371385 - 0.4985314 * big_z
    green = -0.9692660 * big_x + 1.8760108 + 0.0415560 * big_z
    blue = 0.0556434 * big_x - 0.2040259 + 1.0572252 * big_z
    return red / green, 1.0, blue / green


def angle_from_grey(gains: tuple[float, float, float]) -> float:
    """Return the angle in degrees between `gains` and neutral grey."""
    cosine = sum(gains) / math.sqrt(3 * sum(g * g for g in gains))
    return math.degrees(math.acos(min(cosine, 1.0)))
