"""Pictures into readings, through the class the app uses."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np

from app.metrics.measure import Act
from app.metrics.reading import Reading
from app.metrics.signals import Bytes, Face, Frame, Matrix, Zone
from app.room.looking import Looking
from tests.bench.room.faces import Pixels

FPS = 30.0
ENOUGH = 42  # frames until a face is found, confirmed and measured three times


def frame(picture: Pixels, number: int, at: float | None = None) -> Frame:
    """Return BGR as a full-range BT.709 frame."""
    blue, green, red = 0.0722, 0.7152, 0.2126
    weights = np.array(
        [
            [blue, green, red],
            [0.5, -green / (2 * (1 - blue)), -red / (2 * (1 - blue))],
            [-blue / (2 * (1 - red)), -green / (2 * (1 - red)), 0.5],
        ]
    )
    y = cv2.transform(picture, weights[:1]).reshape(picture.shape[:2])
    half = cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    uv = cv2.transform(half, np.c_[weights[1:], [128.0, 128.0]])
    return Frame(number / FPS if at is None else at, y, uv, True, Matrix.BT709, number)


def of(readings: Iterable[Reading], metric: str) -> Reading:
    """Return the reading of one id."""
    return next(r for r in readings if r.id == metric)


class _NoFaces:
    """Stands for the face finder where a measure does not ask for the face."""

    def find(self, middle: Bytes, small: Bytes, turn: int) -> tuple[Face | None, bool]:
        return None, False


def looking(metric: str, *, fps: float | None = FPS, product: Zone | None = None) -> Looking:
    """Return a file's analysis with only `metric` in it, and the face only where it needs one.

    In a file no measure waits for an act or knows of another, so nothing it reads is changed.
    """
    alone = Looking(guided=False, nominal_fps=fps, product=product)
    alone._measures = tuple(m for m in alone._measures if metric in m.ids)
    if metric != "sync.av_offset":
        alone.skip(Act.CLAPS)
    if metric != "picture.white_balance":
        alone.skip(Act.SHEET)
    if metric.startswith(("picture.", "sync.")) and metric != "picture.focus":
        alone._finder = _NoFaces()  # type: ignore[assignment]
    return alone


def still(
    picture: Pixels, metric: str, *, frames: int = ENOUGH, product: Zone | None = None
) -> Reading:
    """Return what `metric` reads from a picture that stands still."""
    alone, first = looking(metric, product=product), frame(picture, 0)
    for number in range(frames):
        alone.see(Frame(number / FPS, first.y, first.uv, True, Matrix.BT709, number))
    return of(alone.readings(), metric)


def moving(pictures: Iterable[Frame], metric: str, *, fps: float | None = FPS) -> Reading:
    """Return what `metric` reads from frames as they come."""
    alone = looking(metric, fps=fps)
    for picture in pictures:
        alone.see(picture)
    return of(alone.readings(), metric)


def noisy(picture: Pixels, sigma: float, random: np.random.Generator) -> Pixels:
    """Return `picture` with the same Gaussian noise in all three channels, so in luma."""
    noise = random.normal(0, sigma, picture.shape[:2]).astype(np.float32)
    return np.clip(np.round(picture + noise[..., None]), 0, 255).astype(np.uint8)
