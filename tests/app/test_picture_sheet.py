"""The white sheet: its temperature, tint and exposure, finding it, and the table that corrects it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from app.metrics.measure import ActStep
from app.metrics.picture.look import Look, encoded, reduced
from app.metrics.picture.lut import applied, cube_values
from app.metrics.picture.sheet import RGB, Sheet, temperature, white_light
from app.metrics.picture.sheet_watch import SheetWatch
from app.metrics.picture.white_balance import balance
from app.metrics.signals import Bytes, Face, Frame, Matrix, Zone

# CIE 1931 xy of the CIE daylight and Planckian radiators with their published CCT and Duv.
KNOWN = [
    ((0.31272, 0.32903), 6504, 0.0032),  # D65
    ((0.34567, 0.35850), 5003, 0.0033),  # D50
    ((0.44757, 0.40745), 2856, 0.0),  # A
    ((0.38050, 0.37677), 4000, 0.0),  # Planck 4000 K
    ((0.28063, 0.28829), 10000, 0.0),  # Planck 10 000 K
]


def rgb_of(x: float, y: float) -> RGB:
    to_rgb = np.linalg.inv(
        np.array(
            [
                [0.4123907993, 0.3575843394, 0.1804807884],
                [0.2126390059, 0.7151686788, 0.0721923154],
                [0.0193308187, 0.1191947798, 0.9505321522],
            ]
        )
    )
    r, g, b = to_rgb @ np.array([x / y, 1, (1 - x - y) / y])
    return float(r), float(g), float(b)


def sheet(whole: RGB) -> Sheet:
    return Sheet(whole, whole, whole, 0.0, 2.0)


@pytest.mark.parametrize(("xy", "kelvin", "duv"), KNOWN)
def test_known_lights_read_their_temperature(
    xy: tuple[float, float], kelvin: float, duv: float
) -> None:
    found, away = temperature(rgb_of(*xy))
    assert found == pytest.approx(kelvin, rel=0.005)
    assert away == pytest.approx(duv, abs=0.0003)


def test_green_light_has_a_positive_tint() -> None:
    assert sheet((0.5, 0.6, 0.5)).tint > 5
    assert sheet((0.6, 0.5, 0.6)).tint < -5


def test_a_grey_sheet_one_stop_down_says_so() -> None:
    level = white_light() / 2
    found = sheet((level, level, level))
    assert found.degrees == pytest.approx(0, abs=1e-6)
    assert found.stops == pytest.approx(-1, abs=1e-6)


def test_two_lights_are_told_from_one() -> None:
    warm, cool = rgb_of(0.4599, 0.4106), rgb_of(0.3135, 0.3237)
    mixed = Sheet(warm, warm, cool, 0.0, 2.0)
    assert mixed.two_lights
    assert mixed.two_lights_kelvin == pytest.approx(6500 - 2700, abs=150)
    assert not sheet(warm).two_lights


def test_without_a_sheet_the_reading_is_unknown_with_the_reason() -> None:
    watch = SheetWatch(guided=True)
    watch.skip()
    reading = balance(None, watch.state())
    assert reading.value is None
    assert reading.why is not None
    assert "skipped" in reading.why.say("en")


@pytest.mark.parametrize(
    ("cast", "limit"),
    [((1.0, 0.72, 0.42), 2.5), ((1.0, 0.86, 0.62), 2.0), ((0.5, 0.5, 0.5), 2.5), ((0.9, 1, 1), 2)],
)
def test_the_table_brings_colours_back(cast: RGB, limit: float) -> None:
    random = np.random.default_rng(5)
    true = random.uniform(0.05, 0.55, (24, 1, 3))
    white = np.full(3, white_light())
    tinted = np.round(255 * encoded(true * cast)).astype(np.uint8)
    w = white * cast
    cube = cube_values(sheet((float(w[0]), float(w[1]), float(w[2]))))
    back = applied(cube, tinted)
    wanted = np.round(255 * encoded(true)).astype(np.uint8)
    assert float(np.linalg.norm(_lab(back) - _lab(wanted), axis=2).mean()) < limit
    assert cube.shape == (33, 33, 33, 3)
    assert cube.min() >= 0
    assert cube.max() <= 1


def test_the_table_has_red_running_fastest() -> None:
    cube = cube_values(sheet((0.9, 0.7, 0.5))).reshape(-1, 3)
    assert cube[1, 0] > cube[0, 0]
    assert cube[1, 2] == cube[0, 2]


def test_a_neutral_sheet_at_ninety_leaves_the_picture_alone() -> None:
    level = white_light()
    picture = np.random.default_rng(1).integers(0, 256, (40, 30, 3), dtype=np.uint8)
    same = applied(cube_values(sheet((level, level, level))), picture)
    assert int(np.abs(same.astype(int) - picture).max()) <= 1


ROOM_CASTS = [(1.0, 1.0, 1.0), (1.0, 0.78, 0.5), (0.8, 0.95, 1.0), (0.92, 1.0, 0.9)]


def _lab(rgb: Bytes) -> np.ndarray:
    return np.asarray(cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB))


def room(cast: RGB, sheet_at: tuple[int, int] | None, random: np.random.Generator) -> Frame:
    """A room with a wall, a shelf, a face-coloured oval and perhaps a sheet, under a tinted light."""
    light = np.full((270, 480, 3), (0.24, 0.22, 0.2))
    light *= np.linspace(0.8, 1.2, 480)[None, :, None]
    light[30:70, 350:460] = (0.1, 0.2, 0.3)
    light[150:270, 165:315] = (0.05, 0.06, 0.12)
    cv2.ellipse(light, (240, 110), (38, 50), 0, 0, 360, (0.36, 0.22, 0.16), -1)
    if sheet_at is not None:
        x, y = sheet_at[0] // 2, sheet_at[1] // 2
        light[y : y + 85, x : x + 60] = 0.62
    picture = 255 * encoded(light * cast) + random.normal(0, 0.8, light.shape)
    return frame_of(np.clip(np.round(picture), 0, 255).astype(np.uint8))


def frame_of(rgb: Bytes) -> Frame:
    r, g, b = (rgb[..., i].astype(np.float64) for i in range(3))
    luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    cb, cr = (b - luma) / 1.8556 + 128, (r - luma) / 1.5748 + 128
    chroma = np.stack([c.reshape(135, 2, 240, 2).mean(axis=(1, 3)) for c in (cb, cr)], axis=-1)
    full = [np.clip(np.round(p), 0, 255).astype(np.uint8) for p in (luma, chroma)]
    return Frame(0.0, full[0], full[1], True, Matrix.BT709, 0)


FACE = Face(Zone(0.42, 0.22, 0.16, 0.36), (0.46, 0.36), (0.54, 0.36), 0.9, "drawn")


def shown(watch: SheetWatch, cast: RGB, places: list[tuple[int, int] | None]) -> None:
    """Show the watch one room after the other, six looks a second."""
    random = np.random.default_rng(2)
    for n, place in enumerate(places):
        frame = room(cast, place, random)
        frame = Frame(n / 6, frame.y, frame.uv, True, Matrix.BT709, n)
        middle, small = reduced(frame)
        watch.see(Look(frame, middle, small, None, FACE, True, None, 1))


@pytest.mark.parametrize("cast", ROOM_CASTS)
@pytest.mark.parametrize("guided", [True, False])
def test_a_sheet_held_for_two_seconds_reads_the_light(cast: RGB, *, guided: bool) -> None:
    watch = SheetWatch(guided=guided)
    watch.begin()
    random = np.random.default_rng(4)
    held = [
        (640 + int(random.integers(-3, 4)), 220 + int(random.integers(-3, 4))) for _ in "x" * 14
    ]
    shown(watch, cast, [None] * 4 + held)
    assert watch.sheet is not None
    assert watch.state().step is ActStep.DONE
    expected = sheet(tuple(0.62 * c for c in cast))  # type: ignore[arg-type]
    assert watch.sheet.degrees == pytest.approx(expected.degrees, abs=0.3)
    assert watch.sheet.stops == pytest.approx(expected.stops, abs=0.05)


def test_a_sheet_that_was_there_from_the_start_is_taken_by_the_face_after_a_while() -> None:
    watch = SheetWatch(guided=True)
    watch.begin()
    shown(watch, (1, 1, 1), [(600, 220)] * 40)
    assert watch.sheet is not None


@pytest.mark.parametrize("guided", [True, False])
def test_a_room_without_a_sheet_gives_none_and_a_hint(*, guided: bool) -> None:
    watch = SheetWatch(guided=guided)
    watch.begin()
    shown(watch, (1, 0.9, 0.8), [None] * 40)
    assert watch.sheet is None
    assert watch.state().progress == 0
    if guided:
        assert watch.state().hint is not None


def test_a_sheet_that_only_passes_is_not_taken() -> None:
    watch = SheetWatch(guided=True)
    watch.begin()
    shown(watch, (1, 1, 1), [None] * 3 + [(100 + 60 * n, 200) for n in range(12)] + [None] * 6)
    assert watch.sheet is None
