"""Trials of the picture itself: noise, focus, blocks, white and black, colour, frames in time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import cv2
import numpy as np

from app.metrics.reading import Reading
from app.metrics.signals import Frame, Matrix
from tests.bench.room import faces
from tests.bench.room.faces import Pixels
from tests.bench.room.looks import FPS, frame, looking, moving, noisy, of, still
from tests.bench.room.trial import Edge, Trial

SIZE = (1280, 720)
LITTLE = (640, 360)


@cache
def _sized(index: int, size: tuple[int, int]) -> Pixels:
    """Return one of 28 usual compositions, kept, for trials that change only what lies over it."""
    random = np.random.default_rng(index)
    return faces.anywhere(faces.choose(index, random), random, size=size).picture


def _usual(index: int, size: tuple[int, int] = SIZE) -> Pixels:
    return _sized(index % 28, size).copy()


def noise(sigma: float, random: np.random.Generator, index: int) -> Reading:
    return still(noisy(_usual(index), sigma, random), "picture.noise", frames=20)


def focus(sigma: float, random: np.random.Generator, index: int) -> Reading:
    """Blur by `sigma` px of a face 300 px wide, light it from dark to bright, add noise."""
    width = random.uniform(230, 330)
    # The photograph's own sharpness is that of 86 px: enlarged it is blurred before we begin.
    shot = faces.placed(
        faces.choose(index, random, drawn_only=True), size=SIZE, face=width,
        at=(random.uniform(560, 720), random.uniform(250, 300)), mirror=bool(index % 2),
    )  # fmt: skip
    applied = sigma * width / 300
    picture = cv2.GaussianBlur(shot.picture, (0, 0), applied) if applied > 0.15 else shot.picture
    lit = faces.encoded(faces.linear(picture) * np.float32(2 ** random.uniform(-1.0, 0.3)))
    return still(noisy(lit, random.uniform(0.5, 4.0), random), "picture.focus")


def blockiness(quality: float, random: np.random.Generator, index: int) -> Reading:
    """Code by JPEG at `quality`; 100 stands for no coding at all."""
    picture = noisy(_usual(index), random.uniform(0.6, 2.5), random)
    if quality < 100:
        _, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])
        picture = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)
    return still(picture, "picture.blockiness", frames=20)


def _window(picture: Pixels, percent: float, tone: int, random: np.random.Generator) -> Pixels:
    """Return `picture` held within 20…235 but for a rectangle of `percent` at `tone`."""
    picture = np.clip(picture, 20, 235)
    area = percent / 100 * picture.shape[0] * picture.shape[1]
    width = int(np.sqrt(area * random.uniform(0.6, 1.4)))
    height = round(area / max(width, 1))
    x = int(random.integers(0, max(picture.shape[1] - width, 1)))
    y = int(random.integers(0, max(picture.shape[0] - height, 1)))
    picture[y : y + height, x : x + width] = tone
    return picture


def clipped(percent: float, random: np.random.Generator, index: int) -> Reading:
    return still(_window(_usual(index), percent, 254, random), "picture.clipped", frames=16)


def crushed(percent: float, random: np.random.Generator, index: int) -> Reading:
    return still(_window(_usual(index), percent, 2, random), "picture.crushed", frames=16)


def resolution(short: float, random: np.random.Generator, index: int) -> Reading:
    long = round(short * 16 / 9)
    size = (int(short), long) if index % 3 == 0 else (long, int(short))
    return still(cv2.resize(_usual(index), size), "picture.resolution", frames=8)


def white_balance(degrees: float, random: np.random.Generator, index: int) -> Reading:
    """Hold up a white sheet, its light turned `degrees` away from grey in a random direction."""
    picture = faces.encoded(faces.linear(_usual(index, LITTLE)) * np.float32(0.8))
    axis = random.normal(size=3)
    axis -= axis.mean()
    grey = np.ones(3) / np.sqrt(3)
    light = np.cos(np.radians(degrees)) * grey
    light = light + np.sin(np.radians(degrees)) * axis / np.linalg.norm(axis)
    light *= random.uniform(0.45, 0.75) / light.max()
    code = faces.encoded(light.astype(np.float32)[None, None])[0, 0]
    held = picture.copy()
    width, height = int(random.integers(90, 140)), int(random.integers(120, 170))
    x = int(random.choice([random.integers(30, 80), random.integers(450, 490)]))
    y = int(random.integers(60, 140))
    # Walls as bright as paper are another trial: a darker edge lets the sheet be found.
    cv2.rectangle(held, (x - 4, y - 4), (x + width + 4, y + height + 4), (52, 52, 52), -1)
    held[y : y + height, x : x + width] = code
    before, after = (frame(noisy(p, 1.5, random), 0) for p in (picture, held))
    shown = (
        Frame(0.14 * n, look.y, look.uv, True, Matrix.BT709, n)
        for n, look in enumerate([before] * 6 + [after] * 24)
    )
    return moving(shown, "picture.white_balance", fps=1 / 0.14)


def banding(percent: float, random: np.random.Generator, index: int) -> Reading:
    """Light at 100 Hz on a rolling shutter at 30 frames a second (120 Hz at 25)."""
    fps, flicker = ((30.0, 100.0), (25.0, 120.0), (29.97, 100.0))[index % 3]
    picture = cv2.resize(_usual(index, LITTLE), (320, 180)).astype(np.float32)
    readout = random.uniform(0.5, 0.95) / fps
    rows = np.arange(180) / 180 * readout
    phase = random.uniform(0, 2 * np.pi)

    def frames() -> Iterator[Frame]:
        for n in range(50):
            wave = 1 + percent / 100 * np.sin(2 * np.pi * flicker * (n / fps + rows) + phase)
            shown = np.clip(picture * wave[:, None, None].astype(np.float32), 0, 255)
            yield frame(shown.astype(np.uint8), n, n / fps)

    return moving(frames(), "picture.banding", fps=fps)


def frozen(percent: float, random: np.random.Generator, index: int) -> Reading:
    """Repeat `percent` of 101 frames; the others differ by their noise."""
    picture = cv2.resize(_usual(index, LITTLE), (320, 180), interpolation=cv2.INTER_AREA)
    repeats = np.zeros(101, bool)
    repeats[random.choice(np.arange(1, 101), round(percent / 100 * 100), replace=False)] = True
    sigma = random.uniform(0.4, 2.5)
    noises = [frame(noisy(picture, sigma, random), 0) for _ in range(6)]

    def frames() -> Iterator[Frame]:
        shown, kind = noises[0], 0
        for n in range(101):
            if not repeats[n]:
                kind = (kind + int(random.integers(1, 6))) % 6
                shown = noises[kind]
            yield Frame(n / FPS, shown.y, shown.uv, True, Matrix.BT709, n)

    return moving(frames(), "picture.frozen")


def _arrived(times: np.ndarray, metric: str, fps: float) -> Reading:
    alone = looking(metric, fps=fps)
    for number, at in enumerate(times):
        alone.arrived(float(at), number)
    return of(alone.readings(), metric)


def _dropped(share: float, seconds: float, fps: float, random: np.random.Generator) -> np.ndarray:
    """Return the times of frames of which exactly the share is missing, none at the ends."""
    times = np.arange(round(seconds * fps)) / fps
    gone = random.choice(np.arange(1, times.size - 1), round(share * times.size), replace=False)
    return np.delete(times, gone)


def frame_rate(percent: float, random: np.random.Generator, index: int) -> Reading:
    fps = (24.0, 25.0, 30.0, 60.0)[index % 4]
    times = _dropped(1 - percent / 100, 10.0, fps, random)
    times = times + random.normal(0, 0.0006, times.size)
    return _arrived(np.sort(times), "picture.frame_rate", fps)


def lost_frames(percent: float, random: np.random.Generator, index: int) -> Reading:
    fps = (25.0, 30.0, 50.0, 60.0)[index % 4]
    times = _dropped(percent / 100, 40.0, fps, random)
    times = times + random.normal(0, random.uniform(0, 0.08) / fps, times.size)
    return _arrived(np.sort(times), "picture.lost_frames", fps)


def jitter(share: float, random: np.random.Generator, index: int) -> Reading:
    """Delay frames so that 95 % of the intervals lie within `share` of the period."""
    fps = (25.0, 30.0, 60.0)[index % 3]
    # The difference of two normal delays has √2 their spread; 95 % lie within 1.96 of it.
    sigma = share / (1.96 * np.sqrt(2)) / fps
    times = np.arange(600) / fps + random.normal(0, sigma, 600)
    return _arrived(np.sort(times), "picture.jitter", fps)


TRIALS = (
    Trial("picture.frame_rate", (Edge("low", 100, 95, 78, 40, "% of nominal"),), frame_rate,
          "frames taken out of lists of times"),
    Trial("picture.lost_frames", (Edge("high", 0, 1, 5.6, 15, "%"),), lost_frames,
          "frames taken out of lists of times, with jitter up to 8 % of the period"),
    Trial("picture.frozen", (Edge("high", 0, 1, 5.6, 20, "%"),), frozen, "repeated frames"),
    Trial("picture.jitter", (Edge("high", 0, 0.25, 0.55, 1.0, "of the period"),), jitter,
          "95th percentile of Gaussian interval errors"),
    Trial("picture.resolution", (Edge("low", 1440, 1080, 718, 360, "px", whole=True),), resolution,
          "short side", faces=True),
    Trial("picture.focus", (Edge("high", 0, 1.0, 2.6, 4.5, "px of blur at 300"),), focus,
          "Gaussian blur × gain × noise (drawn host only)"),
    Trial("picture.noise", (Edge("high", 0.3, 3, 6.4, 12, "/255"),), noise, "Gaussian σ", faces=True),
    Trial("picture.clipped", (Edge("high", 0, 3, 8.4, 25, "%"),), clipped, "area of a white window",
          faces=True),
    Trial("picture.crushed", (Edge("high", 0, 10, 26, 50, "%"),), crushed, "area of a black surface",
          faces=True),
    Trial("picture.white_balance", (Edge("high", 0, 2, 4.3, 14, "°"),), white_balance,
          "angle of the sheet's light from grey, any direction", faces=True),
    Trial("picture.banding", (Edge("high", 0, 1, 2.3, 12, "%"),), banding,
          "rolling-shutter simulator", faces=True),
    Trial("picture.blockiness", (Edge("low", 100, 85, 38, 8, "JPEG quality", whole=True),),
          blockiness, "JPEG quality", faces=True),
)  # fmt: skip
