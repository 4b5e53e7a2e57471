"""Measures of the whole frame: noise, banding, blocks, haze, clipping, size, on known pictures."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from app.metrics.picture.banding import Banding
from app.metrics.picture.blockiness import Blockiness
from app.metrics.picture.clipped import Clipped
from app.metrics.picture.crushed import Crushed
from app.metrics.picture.haze import Haze
from app.metrics.picture.look import Look, reduced, to_bgr
from app.metrics.picture.noise import Noise
from app.metrics.picture.resolution import Resolution
from app.metrics.picture.scene import PictureMeasure, Scene
from app.metrics.picture.scopes import (
    SKIN_LINE_DEGREES,
    focus_edges,
    histogram,
    vectorscope,
    waveform,
    zebra,
)
from app.metrics.reading import Reading
from app.metrics.signals import Bytes, Frame, Matrix


def to_bytes(values: np.ndarray) -> Bytes:
    return np.clip(np.round(values), 0, 255).astype(np.uint8)


def scenery(width: int = 1280, height: int = 720, seed: int = 1) -> np.ndarray:
    """Soft shapes with some edges and fine texture in one half, 30…200."""
    random = np.random.default_rng(seed)
    soft = cv2.GaussianBlur(random.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 20)
    picture = 115 + 45 * soft / soft.std()
    for _ in range(25):
        x, y = int(random.integers(0, width)), int(random.integers(0, height))
        w, h = int(random.integers(30, 200)), int(random.integers(30, 150))
        picture[y : y + h, x : x + w] += float(random.uniform(-40, 40))
    texture = cv2.GaussianBlur(random.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 1.5)
    picture[:, width // 2 :] += 12 * (texture / texture.std())[:, width // 2 :]
    return np.clip(np.asarray(picture), 30, 200)


def read(
    kind: type[PictureMeasure],
    pictures: list[Bytes],
    *,
    fps: float = 30,
    full: bool = True,
    mains_hz: float | None = None,
) -> Reading:
    scene = Scene(guided=True, nominal_fps=fps, product=None, mains_hz=mains_hz)
    measure = kind(scene)
    for number, luma in enumerate(pictures):
        frame = Frame(number / fps, luma, None, full, Matrix.BT709, number)
        middle, small = reduced(frame)
        look = Look(frame, middle, small, None, None, False, None, number % 6)
        scene.saw(look)
        if look.turn in measure.turns:
            measure.see(look)
    (reading,) = measure.readings()
    return reading


def number_of(reading: Reading) -> float:
    assert reading.value is not None
    return reading.value


@pytest.mark.parametrize("sigma", [1.0, 2.0, 3.0, 5.0, 8.0, 12.0])
def test_noise_is_the_sigma_that_was_added(sigma: float) -> None:
    random = np.random.default_rng(4)
    base = scenery()
    shown = [to_bytes(base + random.normal(0, sigma, base.shape)) for _ in range(6)] * 3
    reading = read(Noise, shown)
    assert reading.value == pytest.approx(sigma, abs=0.35 + 0.05 * sigma)
    assert reading.details["temporal"] == pytest.approx(sigma, abs=0.1 + 0.05 * sigma)


def test_noise_of_limited_range_is_told_in_full_range_steps() -> None:
    random = np.random.default_rng(4)
    shown = [to_bytes(120 + random.normal(0, 3, (720, 1280))) for _ in range(6)] * 3
    assert read(Noise, shown, full=False).value == pytest.approx(3 * 255 / 219, rel=0.05)


def test_a_clipped_picture_has_no_noise_to_measure() -> None:
    reading = read(Noise, [np.full((720, 1280), 255, np.uint8)] * 18)
    assert reading.value is None


def banded(fps: float, mains: float, depth: float, frames: int = 90) -> list[Bytes]:
    """A rolling shutter of 1/200 s under light that swings by `depth` at twice the mains."""
    base = scenery(480, 270)
    rows = np.arange(270) / 270 * 0.75 / fps
    shown = []
    for number in range(frames):
        at = number / fps + rows
        part = np.sinc(2 * mains / 200)  # what a shutter of 1/200 s leaves of the swing
        light = 1 + depth * part * np.sin(2 * np.pi * 2 * mains * at)
        shown.append(to_bytes(base * light[:, None]))
    return shown


@pytest.mark.parametrize(("fps", "mains"), [(30.0, 50.0), (25.0, 60.0), (24.0, 50.0)])
@pytest.mark.parametrize("depth", [0.05, 0.2])
def test_rolling_bands_read_their_modulation(fps: float, mains: float, depth: float) -> None:
    reading = read(Banding, banded(fps, mains, depth), fps=fps)
    wanted = 100 * depth * abs(float(np.sinc(2 * mains / 200)))
    assert reading.why is None
    assert reading.value == pytest.approx(wanted, rel=0.25)
    assert reading.details["mains_hz"] == mains
    assert reading.details["shutter_s"] == pytest.approx(0.5 / mains)


def test_a_camera_pan_is_not_banding() -> None:
    wide = scenery(900, 700)
    shown = [to_bytes(wide[3 * n : 3 * n + 270, 4 * n : 4 * n + 480]) for n in range(90)]
    reading = read(Banding, shown, mains_hz=50)
    assert reading.value == 0
    assert reading.why is None


@pytest.mark.parametrize(
    ("fps", "mains_hz", "tellable"),
    [(30, None, False), (25, None, False), (30, 50, True), (30, 60, False), (25, 60, True), (25, 50, False)],
)  # fmt: skip
def test_bands_that_stand_still_cannot_be_told(
    fps: float, mains_hz: float | None, *, tellable: bool
) -> None:
    random = np.random.default_rng(2)
    base = scenery(480, 270)
    shown = [to_bytes(base + random.normal(0, 1, (270, 480))) for _ in range(90)]
    reading = read(Banding, shown, fps=fps, mains_hz=mains_hz)
    assert reading.value == 0
    assert (reading.why is None) == tellable


@pytest.mark.parametrize(
    ("quality", "low", "high"), [(None, 0.93, 1.1), (95, 0.95, 1.25), (50, 1.2, 4), (10, 1.8, 30)]
)
def test_blocks_grow_as_jpeg_quality_falls(quality: int | None, low: float, high: float) -> None:
    random = np.random.default_rng(3)
    luma = to_bytes(scenery() + random.normal(0, 1.5, (720, 1280)))
    if quality is not None:
        _, coded = cv2.imencode(".jpg", luma, [cv2.IMWRITE_JPEG_QUALITY, quality])
        luma = np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8)
    assert low <= number_of(read(Blockiness, [luma] * 18)) <= high


def test_one_real_edge_on_the_grid_is_no_block() -> None:
    random = np.random.default_rng(3)
    base = scenery()
    base[:, 640:] = np.minimum(base[:, 640:] + 90, 235)
    luma = to_bytes(base + random.normal(0, 1.5, base.shape))
    assert read(Blockiness, [luma] * 18).value == pytest.approx(1, abs=0.08)


@pytest.mark.parametrize("veil", [0.0, 0.1, 0.35, 0.5])
def test_haze_lowers_the_contrast_as_the_veil_says(veil: float) -> None:
    base = np.tile(np.linspace(4, 215, 480), (270, 1))
    reading = read(Haze, [to_bytes(base * (1 - veil) + 190 * veil)] * 18)
    low, high = (np.percentile(base, p) * (1 - veil) + 190 * veil for p in (1, 99))
    assert reading.value == pytest.approx((high - low) / (high + low), abs=0.03)
    assert reading.details["judged_ratio"] == (1.0 if low <= 30 else reading.value)


@pytest.mark.parametrize("share", [0.0, 0.05, 0.3])
@pytest.mark.parametrize("full", [True, False])
def test_clipped_and_crushed_are_shares_of_pixels(share: float, *, full: bool) -> None:
    white, black, grey = (255, 0, 120) if full else (235, 16, 120)
    luma = np.full((540, 960), grey, np.uint8)
    edge = round(share * 540 / 4) * 4
    bright, dark = luma.copy(), luma.copy()
    bright[:edge], dark[:edge] = white, black
    assert read(Clipped, [bright] * 18, full=full).value == pytest.approx(100 * edge / 540, abs=0.3)
    assert read(Crushed, [dark] * 18, full=full).value == pytest.approx(100 * edge / 540, abs=0.3)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920), (640, 480), (33, 17)])
def test_resolution_is_the_short_side(width: int, height: int) -> None:
    reading = read(Resolution, [np.full((height, width), 90, np.uint8)] * 6)
    assert reading.value == min(width, height)
    assert reading.details["width"] == width


@pytest.mark.parametrize("matrix", list(Matrix))
@pytest.mark.parametrize("full", [True, False])
def test_colour_survives_the_way_through_luma_and_chroma(matrix: Matrix, *, full: bool) -> None:
    red, blue = (0.299, 0.114) if matrix is Matrix.BT601 else (0.2126, 0.0722)
    rgb = np.array([0.8, 0.35, 0.2])
    luma = red * rgb[0] + (1 - red - blue) * rgb[1] + blue * rgb[2]
    cb, cr = (rgb[2] - luma) / (2 - 2 * blue), (rgb[0] - luma) / (2 - 2 * red)
    steps = 255 if full else 224
    chroma = to_bytes(np.full((4, 4, 2), (128 + steps * cb, 128 + steps * cr)))
    bgr = to_bgr(to_bytes(np.full((4, 4), 255 * luma)), chroma, full=full, matrix=matrix)
    assert np.abs(bgr[0, 0, ::-1].astype(float) - 255 * rgb).max() <= 2


def test_the_scopes_show_levels_and_colours_where_they_belong() -> None:
    luma = np.zeros((270, 480), np.uint8)
    luma[:, 240:] = 255
    wave = waveform(luma)
    assert wave.shape == (256, 240)
    assert wave[255, 0] > 0
    assert wave[0, -1] > 0
    assert histogram(luma)[0] == histogram(luma)[255] == 270 * 240
    assert zebra(luma)[0, 0] == 0
    assert zebra(luma)[0, -1] == 255
    assert focus_edges(luma)[100, 238:242].any()
    assert not focus_edges(luma)[:, :200].any()
    skin = np.full((100, 100, 3), (110, 130, 180), np.uint8)
    row, column = np.unravel_index(int(np.argmax(vectorscope(skin))), (256, 256))
    angle = np.degrees(np.arctan2(127 - int(row), int(column) - 128))
    assert angle == pytest.approx(SKIN_LINE_DEGREES, abs=20)
    assert vectorscope(None).sum() == 0
