"""Faces with known places: the project's drawn host, and a photograph from scikit-image.

`data.astronaut()` (NASA, public domain) is the only real face that may be had here; crops, mirror
images, sizes and places make different compositions of it, not different people.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Plane = NDArray[np.float32]
RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@dataclass(frozen=True, eq=False)
class Portrait:
    """A picture, BGR, with places marked by hand in its pixels."""

    name: str
    picture: Pixels
    left_eye: tuple[float, float]
    right_eye: tuple[float, float]
    width: float  # of the face, at the cheeks
    crown: float
    chin: float
    person: Plane | None = None  # 0…1 where the person is, if known


@dataclass(frozen=True, eq=False)
class Shot:
    """A portrait put into a frame; the places are those of the frame."""

    picture: Pixels
    left_eye: tuple[float, float]
    right_eye: tuple[float, float]
    width: float
    crown: float
    chin: float
    person: Plane | None

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle between the eyes."""
        return (
            (self.left_eye[0] + self.right_eye[0]) / 2,
            (self.left_eye[1] + self.right_eye[1]) / 2,
        )

    def cheeks(self) -> tuple[Pixels, Pixels]:
        """Return both cheeks: squares below the eyes, marked without any detector."""
        half = 0.07 * self.width
        down = 0.27 * (self.chin - self.middle[1])
        return tuple(  # type: ignore[return-value]
            self.picture[int(y + down - half) : int(y + down + half), int(x - half) : int(x + half)]
            for x, y in (self.left_eye, self.right_eye)
        )


@cache
def portraits() -> tuple[Portrait, ...]:
    """Return six drawn poses and the photograph."""
    return (*_drawn(), _astronaut())


def _drawn() -> list[Portrait]:
    """Return the host of the demo room in clean, neutral, full light."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(RESOURCES))
    from demo_room import brush, film, host
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    scene, figure = film.Scene(20261122), host.Host()
    made = []
    for i, (mouth, smile, dx, dy) in enumerate(
        (
            (0.0, 0.5, 0, 0),
            (0.5, 0.4, 6, 2),
            (0.2, 0.8, -6, -2),
            (0.7, 0.3, 3, 3),
            (0.1, 0.7, -3, 1),
            (0.35, 0.6, 0, -3),
        )
    ):
        pose = host.Pose((dx, dy), 0.0, mouth, smile, 1.0, (0.8 * i - 2, 0), None, 0.0, 0.0)
        empty = brush.canvas(film.WIDTH, film.HEIGHT)
        painter = brush.painter(empty)
        figure.draw(painter, pose)
        painter.end()
        person = brush.pixels(empty)[..., 3].astype(np.float32) / 255
        x, y = host.EYES[0] + dx, host.EYES[1] + dy
        made.append(
            Portrait(f"drawn {i + 1}", np.ascontiguousarray(scene.drawn(pose)[..., ::-1]),
                     (x - 66, y), (x + 66, y), 306, y - 262, y + 209, person)
        )  # fmt: skip
    del application
    return made


def _astronaut() -> Portrait:
    from skimage import data

    picture = np.ascontiguousarray(data.astronaut()[..., ::-1])
    return Portrait("photograph", picture, (202.5, 101), (246.5, 103), 86, 16, 178)


def choose(index: int, random: np.random.Generator, *, drawn_only: bool = False) -> Portrait:
    """Return a portrait; every other case is the photograph."""
    everyone = portraits()
    if drawn_only or index % 2 == 0:
        return everyone[int(random.integers(0, len(everyone) - 1))]
    return everyone[-1]


def placed(
    portrait: Portrait,
    *,
    size: tuple[int, int] = (1280, 720),
    face: float,
    at: tuple[float, float],
    roll: float | None = None,
    mirror: bool = False,
) -> Shot:
    """Return `portrait` with a face `face` px wide, eyes around `at`, their line at `roll` degrees.

    Without `roll` the head stays as it was held.
    Where the picture ends a plain wall in its own border colour goes on.
    """
    source, eyes = portrait.picture, (portrait.left_eye, portrait.right_eye)
    person = portrait.person
    if mirror:
        source = np.ascontiguousarray(source[:, ::-1])
        person = None if person is None else np.ascontiguousarray(person[:, ::-1])
        last = source.shape[1] - 1
        eyes = ((last - eyes[1][0], eyes[1][1]), (last - eyes[0][0], eyes[0][1]))
    scale = face / portrait.width
    if scale < 0.8:
        source = cv2.GaussianBlur(source, (0, 0), 0.45 / scale)
    middle = ((eyes[0][0] + eyes[1][0]) / 2, (eyes[0][1] + eyes[1][1]) / 2)
    tilt = np.degrees(np.arctan2(eyes[1][1] - eyes[0][1], eyes[1][0] - eyes[0][0]))
    move = cv2.getRotationMatrix2D(middle, 0.0 if roll is None else tilt - roll, scale)
    move[:, 2] += np.array(at) - middle
    how = cv2.INTER_LINEAR if scale < 1 else cv2.INTER_CUBIC
    warped = cv2.warpAffine(source, move, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
    inside = np.zeros(source.shape[:2], np.float32)
    edge = max(round(8 / scale), 2)
    inside[edge:, edge:-edge] = 1
    inside = cv2.warpAffine(inside, move, size, borderMode=cv2.BORDER_REPLICATE)
    inside = cv2.GaussianBlur(inside, (0, 0), 6)[..., None]
    wall = np.median(source[2:40].reshape(-1, 3), axis=0)
    picture = (inside * warped + (1 - inside) * wall).astype(np.uint8)
    turned = [move @ np.array([*p, 1.0]) for p in eyes]
    crown = at[1] - (middle[1] - portrait.crown) * scale
    chin = at[1] + (portrait.chin - middle[1]) * scale
    if person is not None:
        person = cv2.warpAffine(person, move, size)
    return Shot(picture, tuple(turned[0]), tuple(turned[1]), face, crown, chin, person)


def anywhere(
    portrait: Portrait, random: np.random.Generator, *, size: tuple[int, int] = (1280, 720)
) -> Shot:
    """Return a usual composition: the face 13…20 % wide, near the middle, eyes in the upper third."""
    width, height = size
    face = random.uniform(0.13, 0.20) * width
    at = (random.uniform(0.42, 0.58) * width, random.uniform(0.34, 0.42) * height)
    return placed(portrait, size=size, face=face, at=at, mirror=bool(random.integers(0, 2)))


def linear(picture: Pixels) -> Plane:
    """Return sRGB bytes as linear light."""
    return _light()[picture]


@cache
def _light() -> Plane:
    code = np.arange(256, dtype=np.float32) / 255
    return np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)


def encoded(light: Plane) -> Pixels:
    """Return linear light as sRGB bytes."""
    light = np.clip(light, 0, 1)
    code = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.round(255 * code).astype(np.uint8)


def luma(picture: Pixels) -> Plane:
    """Return BT.709 luma 0…255 of BGR."""
    weights = np.array([0.0722, 0.7152, 0.2126], np.float32)
    return np.asarray(picture.astype(np.float32) @ weights, np.float32)
