"""Finding a white sheet that somebody holds to the camera, and reading it for two seconds."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.core.words import Text, text
from app.metrics.measure import Act, ActState, ActStep
from app.metrics.picture.acts import Course
from app.metrics.picture.look import Look, to_linear
from app.metrics.picture.sheet import Sheet
from app.metrics.signals import Bytes, Face

TURNS = frozenset({1, 4})
SECONDS = 2.0
GRACE_SECONDS = 0.6  # a hand that passes, a look without an edge
PATIENCE_SECONDS = 3.0  # after which a sheet that was there from the start counts too
LEAST_AREA, MOST_AREA = 0.02, 0.6  # of the picture
LEAST_AREA_FILE = 0.025  # in a file nobody said that a sheet would come
LEAST_LUMA = 70
EDGE = 14  # steps of 255 within three pixels
FILLED = 0.78  # of its rectangle, turned as it lies
LONGEST = 2.6  # times as long as wide
NEW = 9.0  # steps of 255 by which the sheet differs from what was there before
STRONGEST_CAST = 0.2  # of the largest channel, in linear light: the least the smallest may have
UNEVEN = 7.0  # of 255: what chroma may vary by over the sheet


@dataclass(frozen=True, slots=True, eq=False)
class _Patch:
    """A place in the reduced picture that could be the sheet."""

    mask: NDArray[np.bool_]
    box: tuple[int, int, int, int]  # left, top, width, height
    filled: float
    level: float


class SheetWatch:
    """Looks for the sheet while asked to (in files: always)."""

    def __init__(self, *, guided: bool) -> None:
        self._guided = guided
        self._course = Course(Act.SHEET)
        self.sheet: Sheet | None = None
        self.in_the_way = False
        self._reference: Bytes | None = None
        self._began: float | None = None
        self._streak: list[tuple[float, NDArray[np.float64]]] = []
        self._box: tuple[int, int, int, int] | None = None
        if not guided:
            self._course.begin()

    def begin(self) -> None:
        """Look for the sheet from now on."""
        self._course.begin()
        self._reference, self._began = None, None
        self._streak, self._box = [], None

    def skip(self) -> None:
        """Leave the sheet out."""
        self._course.skip()
        self.in_the_way = False

    def state(self) -> ActState:
        """Return how far the act is."""
        return self._course.state()

    def see(self, look: Look) -> None:
        """Look for the sheet in one picture, on its turn and while the act runs."""
        if self._course.step is not ActStep.RUNNING or look.turn not in TURNS:
            return
        if look.colour is None or min(look.small.shape) < 60:
            self._course.show(0.0, text("The picture has no colour"))
            return
        size = (look.small.shape[1] // 2, look.small.shape[0] // 2)
        colour = np.asarray(cv2.resize(look.colour, size, interpolation=cv2.INTER_AREA), np.uint8)
        if self._reference is None or self._reference.shape != colour.shape:
            self._reference, self._began = colour, look.at
        patch = self._best(colour, look)
        self.in_the_way = self._guided and patch is not None
        if patch is not None:
            self._take(look.at, patch, colour)
        elif self._streak and look.at - self._streak[-1][0] > GRACE_SECONDS:
            self._streak, self._box = [], None
        self._say(look)

    def _best(self, colour: Bytes, look: Look) -> _Patch | None:
        """Return the brightest patch that is new here, or that was there but lies by the face."""
        assert self._reference is not None
        assert self._began is not None
        least = LEAST_AREA if self._guided else LEAST_AREA_FILE
        change = cv2.absdiff(colour, self._reference)
        waited = 0 <= self._began < look.at - PATIENCE_SECONDS
        chosen: _Patch | None = None
        for patch in patches(colour, least):
            new = float(change[patch.mask].max(axis=1).mean()) >= NEW
            held = self._guided and waited and patch.filled > 0.86 and _by(look.face, patch, colour)
            if (new or held) and (chosen is None or patch.level > chosen.level):
                chosen = patch
        return chosen

    def _take(self, at: float, patch: _Patch, colour: Bytes) -> None:
        if self._box is not None and not _same_place(self._box, patch.box):
            self._streak = []
        self._box = patch.box
        self._streak.append((at, sample(patch.mask, colour)))
        seconds = at - self._streak[0][0]
        if seconds < SECONDS:
            return
        middle = np.median([numbers for _, numbers in self._streak], axis=0)
        rgb = [(float(r), float(g), float(b)) for r, g, b in middle[:9].reshape(3, 3)]
        whole, left, right = rgb
        self.sheet = Sheet(whole, left, right, float(middle[9]), seconds)
        self._course.finish()
        self.in_the_way = False

    def _say(self, look: Look) -> None:
        if self._course.step is not ActStep.RUNNING or not self._guided:
            return
        if not self._streak:
            self._course.show(0.0, _unseen(look))
            return
        seconds = self._streak[-1][0] - self._streak[0][0]
        self._course.show(min(seconds / SECONDS, 1.0), text("Sheet seen: hold still"))


def patches(colour: Bytes, least: float) -> list[_Patch]:
    """Return bright, even, roughly rectangular places of (h, w, 3) BGR that could be a sheet."""
    luma = cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY)
    smooth = cv2.GaussianBlur(luma, (0, 0), 0.8)
    kernel = np.ones((3, 3), np.uint8)
    edge = cv2.morphologyEx(smooth, cv2.MORPH_GRADIENT, kernel)
    even = np.where((np.asarray(edge) < EDGE) & (np.asarray(luma) >= LEAST_LUMA), 255, 0)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        even.astype(np.uint8), connectivity=4
    )
    height, width = luma.shape[0], luma.shape[1]
    found = []
    for label in range(1, count):
        left, top, across, down, area = (int(v) for v in stats[label])
        if not least <= area / (height * width) <= MOST_AREA or _at_borders(
            left, top, across, down, width, height
        ):
            continue
        patch = _patch(labels == label, (left, top, across, down), area, colour)
        if patch is not None:
            found.append(patch)
    return found


def sample(mask: NDArray[np.bool_], colour: Bytes) -> NDArray[np.float64]:
    """Return ten numbers: linear RGB of the whole, left and right half, per cent clipped."""
    inner = cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    _, columns = np.nonzero(inner)
    pixels = colour[inner][:, ::-1]
    light = to_linear(pixels).astype(np.float64)
    middle = np.median(columns)
    parts = (light, light[columns < middle], light[columns > middle])
    means = [_mean(part if len(part) else light) for part in parts]
    clipped = 100 * float((pixels >= 252).any(axis=1).mean())
    return np.concatenate([*means, [clipped]])


def _mean(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean colour without what a finger or a print covers; a median would be in steps."""
    middle = np.median(light, axis=0)
    near = (np.abs(light - middle) <= 0.25 * middle + 0.01).all(axis=1)
    return np.asarray(light[near].mean(axis=0) if near.any() else middle, np.float64)


def _patch(
    mask: NDArray[np.bool_], box: tuple[int, int, int, int], area: int, colour: Bytes
) -> _Patch | None:
    outline, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.convexHull(max(outline, key=len))
    _, (across, down), _ = cv2.minAreaRect(hull)
    if min(across, down) < 8 or max(across, down) > LONGEST * min(across, down):
        return None
    filled = area / ((across + 1) * (down + 1))
    pixels = colour[mask].astype(np.float32)
    spread = np.std(pixels[:, [0, 2]] - pixels[:, [1]], axis=0)
    if filled < FILLED or float(spread.max()) > UNEVEN:
        return None
    light = np.median(to_linear(colour[mask]), axis=0)
    if light.min() < STRONGEST_CAST * light.max():
        return None
    return _Patch(mask, box, filled, float(np.median(pixels.mean(axis=1))))


def _at_borders(left: int, top: int, across: int, down: int, width: int, height: int) -> bool:
    """Return whether a patch touches more than one side of the picture: a wall, not a sheet."""
    touched = (left <= 1, top <= 1, left + across >= width - 1, top + down >= height - 1)
    return sum(touched) > 1


def _same_place(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right = min(one[0] + one[2], other[0] + other[2])
    bottom = min(one[1] + one[3], other[1] + other[3])
    both = max(right - left, 0) * max(bottom - top, 0)
    return both >= 0.5 * max(one[2] * one[3], other[2] * other[3])


def _by(face: Face | None, patch: _Patch, colour: Bytes) -> bool:
    """Return whether the patch lies within an arm's reach of the face."""
    if face is None:
        return False
    height, width = colour.shape[0], colour.shape[1]
    x, y = (face.box.x + face.box.width / 2) * width, (face.box.y + face.box.height / 2) * height
    left, top, across, down = patch.box
    return bool(np.hypot(left + across / 2 - x, top + down / 2 - y) < 2.5 * face.box.width * width)


def _unseen(look: Look) -> Text:
    if look.black:
        return text("The picture is black")
    return text("Sheet not seen yet: hold it flat beside the face")
