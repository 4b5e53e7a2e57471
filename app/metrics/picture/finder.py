"""Which face is the host's, and where the eyes are, from one frame to the next."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from app.core.words import Text
from app.metrics.picture.faces import Box, Detector, Haar, cascade, choose, overlap
from app.metrics.signals import Bytes, Face, Zone

CONFIRMATIONS = 2  # detections beside the first one before a face counts
MISSES = 4  # tries of one in six frames before a face is given up
EYE_SIDE = 96  # the face is brought to this width to look for eyes
SEARCH_TURNS = frozenset({0, 1, 3, 5})  # the others have heavy measures of the whole picture
EYES_LAST = 60  # looks for which a pair of eyes stays good


class Finder:
    """Follows one face; `find` answers with it once several detections agreed."""

    def __init__(self, models: Path | None) -> None:
        self._detector: Detector
        self.note: Text | None
        self._detector, self.note = choose(models)
        self._eyes_cascade = cascade("haarcascade_eye.xml")
        self._candidates: list[Box] = []
        self._box: Box | None = None
        self._agreed = 0
        self._missed = 0
        self._shape: tuple[int, ...] = ()
        self._eyes: tuple[float, float, float, float] | None = None  # in box widths from its corner
        self._eyes_age = 0
        self._ages = 0

    @property
    def detector(self) -> str:
        """Return the name of the detector in use."""
        return self._detector.name

    def find(self, middle: Bytes, small: Bytes, turn: int) -> tuple[Face | None, bool]:
        """Return the face and whether its eyes were seen; `turn` 0…5 says what may cost time now."""
        if small.shape != self._shape:
            self._forget()
            self._shape = small.shape
        if min(small.shape) < 40:
            return None, False
        self._ages += 1
        if self._box is None and self._candidates:
            self._try(self._detector.track(small, self._candidates.pop()))
        elif self._box is None and turn in SEARCH_TURNS:
            found = self._detector.search(small)
            # The largest and surest is tried first, so it goes last.
            self._candidates = sorted(found or (), key=lambda box: box[2] * box[4] ** 2)[-6:]
        elif self._box is not None and turn == 0:
            self._follow(self._detector.track(small, self._box))
        elif self._box is not None and turn == 3 and self._agreed >= CONFIRMATIONS:
            self._look_for_eyes(middle, small)
        if self._box is None or self._agreed < CONFIRMATIONS:
            return None, False
        return self._face(self._box, small), self._eyes_fresh

    @property
    def _eyes_fresh(self) -> bool:
        return self._eyes is not None and self._ages - self._eyes_age <= EYES_LAST

    def _forget(self) -> None:
        self._candidates = []
        self._box, self._agreed, self._missed, self._eyes = None, 0, 0, None

    def _try(self, found: Box | None) -> None:
        """Start to follow a candidate that a second look confirms."""
        if found is not None:
            self._box, self._agreed, self._missed, self._eyes = found, 1, 0, None

    def _follow(self, found: Box | None) -> None:
        if found is None or self._box is None or overlap(found, self._box) < 0.25:
            self._missed += 1
            # A face not yet confirmed is dropped at the first miss: a passing pattern, not a face.
            if self._missed >= MISSES or self._agreed < CONFIRMATIONS:
                self._forget()
            return
        self._missed = 0
        self._agreed += 1
        moved = max(abs(found[0] - self._box[0]), abs(found[1] - self._box[1])) > 0.1 * found[2]
        share = 1.0 if moved else 0.4
        old, new = np.array(self._box), np.array(found)
        x, y, width, height, score = (float(v) for v in old + share * (new - old))
        self._box = (x, y, width, height, score)

    def _look_for_eyes(self, middle: Bytes, small: Bytes) -> None:
        """Find both eyes by cascade: YuNet's own eye points flatten the roll (15° read as 2°)."""
        assert self._box is not None
        k = middle.shape[1] / small.shape[1]
        x, y, width, height, _ = self._box
        left, top = max(int((x - 0.08 * width) * k), 0), max(int((y + 0.08 * height) * k), 0)
        part = middle[top : int((y + 0.58 * height) * k), left : int((x + 1.08 * width) * k)]
        if min(part.shape) < 12:
            return
        scale = EYE_SIDE / (width * k)
        size = (round(part.shape[1] * scale), round(part.shape[0] * scale))
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        resized = cv2.resize(part, size, interpolation=how)
        found = self._eyes_cascade.detectMultiScale(resized, 1.15, 2, 0, (20, 20), (40, 40))
        seen = [
            (((ex + ew / 2) / scale + left) / k, ((ey + eh / 2) / scale + top) / k)
            for ex, ey, ew, eh in found
        ]
        pair = _pair(seen, self._box)
        if pair is None:
            return
        here = tuple(
            (value - corner) / width for value, corner in zip(pair, (x, y, x, y), strict=True)
        )
        old = self._eyes if self._eyes_fresh and self._eyes is not None else here
        a, b, c, d = (float(0.5 * o + 0.5 * n) for o, n in zip(old, here, strict=True))
        self._eyes, self._eyes_age = (a, b, c, d), self._ages

    def _face(self, box: Box, small: Bytes) -> Face:
        height, width = small.shape
        x, y, w, h, score = (float(value) for value in box)
        eyes = self._eyes if self._eyes_fresh else None
        if eyes is not None and self._detector.name == Haar.name:
            x, y, w, h, eyes = _by_eyes(x, y, w, eyes)
        lx, ly, rx, ry = eyes or (0.26, 0.32 * h / w, 0.74, 0.32 * h / w)
        return Face(
            Zone(x / width, y / height, w / width, h / height),
            ((x + lx * w) / width, (y + ly * w) / height),
            ((x + rx * w) / width, (y + ry * w) / height),
            min(score, 1.0),
            self._detector.name,
        )


def _by_eyes(
    x: float, y: float, width: float, eyes: tuple[float, float, float, float]
) -> tuple[float, float, float, float, tuple[float, float, float, float]]:
    """Return the box that the distance of the eyes implies, and the eyes in widths of that box.

    The cascade's squares vary by a quarter with hair and background; YuNet's boxes are 2.0…2.07
    eye distances wide and hold the eyes at 0.36 of their height (measured on photographs and drawings).
    """
    lx, ly, rx, ry = (float(value) * width for value in eyes)
    apart = float(np.hypot(rx - lx, ry - ly))
    w = 2.04 * apart
    h = 1.22 * w
    left, top = x + (lx + rx - w) / 2, y + (ly + ry) / 2 - 0.36 * h
    dx, dy = x - left, y - top
    return left, top, w, h, ((lx + dx) / w, (ly + dy) / w, (rx + dx) / w, (ry + dy) / w)


def _pair(seen: list[tuple[float, float]], box: Box) -> tuple[float, float, float, float] | None:
    """Return (left x, y, right x, y) of the two candidates that sit as eyes do, or None."""
    x, y, width, height, _ = box
    best: tuple[float, tuple[float, float, float, float]] | None = None
    for one in seen:
        for other in seen:
            across, down = (other[0] - one[0]) / width, (other[1] - one[1]) / width
            middle = ((one[0] + other[0]) / 2 - x) / width
            level = ((one[1] + other[1]) / 2 - y) / height
            fits = 0.33 < across < 0.72 and abs(down) < 0.35 and abs(middle - 0.5) < 0.18
            if not fits or not 0.2 < level < 0.5:
                continue
            off = abs(across - 0.48) + abs(middle - 0.5) + abs(level - 0.34)
            if best is None or off < best[0]:
                best = off, (one[0], one[1], other[0], other[1])
    return best[1] if best else None
