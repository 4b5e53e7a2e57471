"""Finding the host's face cheaply: a spread-out search, then tracking around the last place.

Two detectors behind one protocol: OpenCV's bundled Haar cascade, and YuNet where its model file is
there and is the one we know. Both answer with a box in YuNet's convention (hairline to chin, ear to
ear), so that limits in face widths mean the same with either.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

import cv2
import numpy as np

from app.core.words import Text, text
from app.metrics.signals import Bytes, Floats

YUNET_FILE = "face_detection_yunet_2023mar.onnx"
YUNET_SHA256 = "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4"
YUNET_SIDE = 320
YUNET_SCORE = 0.7

Box = tuple[float, float, float, float, float]  # left, top, width, height in pixels; score 0…1

_WINDOW = 20  # the cascade's own window
_SMALLEST = 0.14  # of the short side
_LARGEST = 0.92
_STEP = 1.15
_CANDIDATE = 1  # more hits than this make a candidate; tracking then asks for more
_NEIGHBOURS = 3


class Detector(Protocol):
    """Looks for faces in a small full-range luma picture."""

    name: str

    def search(self, small: Bytes) -> Sequence[Box] | None:
        """Return what a search of the whole picture found, or None while it is still under way."""
        ...

    def track(self, small: Bytes, last: Box) -> Box | None:
        """Return the face near where it was last, or None."""
        ...


class Haar:
    """The cascade `haarcascade_frontalface_alt2` with its scales spread over six frames.

    One whole search costs 15–40 ms at 480×270; a sixth of it fits beside everything else.
    """

    name = "haar"

    def __init__(self) -> None:
        self._cascade = cascade("haarcascade_frontalface_alt2.xml")
        self._found: list[tuple[int, int, int, int]] = []
        self._shape: tuple[int, ...] = ()
        self._next = 0

    def search(self, small: Bytes) -> Sequence[Box] | None:
        """Search the next share of the scales; after the last share return the groups found."""
        if small.shape != self._shape:
            self._shape, self._found, self._next = small.shape, [], 0
        shares = _shares(min(small.shape))
        for size in shares[self._next]:
            self._found += self._at_size(small, size)
        self._next += 1
        if self._next < len(shares):
            return None
        found, self._found, self._next = self._found, [], 0
        return _grouped(found, _CANDIDATE)

    def track(self, small: Bytes, last: Box) -> Box | None:
        """Search near `last` for sizes of 0.75…1.35 of it."""
        left, top, side, _, _ = _as_haar(last)
        if side < 4:
            return None
        reach = 0.4 * side
        x0, y0 = max(int(left - reach), 0), max(int(top - reach), 0)
        part = small[y0 : int(top + side + reach), x0 : int(left + side + reach)]
        scale = 2 * _WINDOW / side
        size = (round(part.shape[1] * scale), round(part.shape[0] * scale))
        if min(size) < _WINDOW:
            return None
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        resized = cv2.resize(part, size, interpolation=how)
        found = self._cascade.detectMultiScale(resized, 1.1, 0, 0, (30, 30), (54, 54))
        boxes = _grouped([tuple(int(v) for v in b) for b in found], _NEIGHBOURS)
        if not boxes:
            return None
        x, y, width, height, score = max(boxes, key=lambda box: box[4])
        return x / scale + x0, y / scale + y0, width / scale, height / scale, score

    def _at_size(self, small: Bytes, size: float) -> list[tuple[int, int, int, int]]:
        scale = _WINDOW / size
        shape = (round(small.shape[1] * scale), round(small.shape[0] * scale))
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        resized = cv2.resize(small, shape, interpolation=how)
        window = (_WINDOW, _WINDOW)
        found = self._cascade.detectMultiScale(resized, 1.1, 0, 0, window, window)
        side = round(size)
        return [(round(x / scale), round(y / scale), side, side) for x, y, _, _ in found]


class YuNet:
    """The YuNet network at a long side of 320 (MIT licence; the file is fetched on a person's word)."""

    name = "yunet"

    def __init__(self, file: Path) -> None:
        self._network = cv2.FaceDetectorYN.create(str(file), "", (YUNET_SIDE, 180), YUNET_SCORE)
        self._size = (YUNET_SIDE, 180)
        self._calls = 0

    def search(self, small: Bytes) -> Sequence[Box] | None:
        """Search the whole picture at every fourth call, else say that the search is under way."""
        self._calls += 1
        return self._detect(small) if self._calls % 4 == 1 else None

    def track(self, small: Bytes, last: Box) -> Box | None:
        """Return the face of a whole search that overlaps `last` most."""
        near = [box for box in self._detect(small) if overlap(box, last) > 0.2]
        return max(near, key=lambda box: overlap(box, last)) if near else None

    def _detect(self, small: Bytes) -> list[Box]:
        height, width = small.shape
        scale = YUNET_SIDE / max(height, width)
        size = (max(round(width * scale), 32), max(round(height * scale), 32))
        if size != self._size:
            self._network.setInputSize(size)
            self._size = size
        picture = cv2.resize(small, size, interpolation=cv2.INTER_AREA)
        answer = self._network.detect(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
        found = cast(Floats | None, answer[1])
        if found is None:
            return []
        across, down = width / size[0], height / size[1]
        return [
            (
                float(f[0] * across),
                float(f[1] * down),
                float(f[2] * across),
                float(f[3] * down),
                float(f[14]),
            )
            for f in found
        ]


def choose(models: Path | None) -> tuple[Detector, Text | None]:
    """Return YuNet if its verified file lies in `models`, else Haar; a wrong file is said."""
    file = None if models is None else models / YUNET_FILE
    if file is None or not file.is_file():
        return Haar(), None
    if hashlib.sha256(file.read_bytes()).hexdigest() != YUNET_SHA256:
        return Haar(), text("{file} is not the face model we know; it is not used.", file=file.name)
    return YuNet(file), None


def cascade(name: str) -> cv2.CascadeClassifier:
    """Return one of the cascades that OpenCV 4 carries."""
    return cv2.CascadeClassifier(str(Path(cv2.__file__).parent / "data" / name))


def overlap(one: Box, other: Box) -> float:
    """Return intersection over union of two boxes."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    if across <= 0 or down <= 0:
        return 0.0
    both = across * down
    return both / (one[2] * one[3] + other[2] * other[3] - both)


def _shares(short: int) -> tuple[tuple[float, ...], ...]:
    """Return face sizes in six shares of about equal cost; small sizes cost most."""
    smallest = max(_SMALLEST * short, 12.0)
    count = max(int(np.log(max(_LARGEST * short / smallest, 1.0)) / np.log(_STEP)) + 1, 1)
    sizes = [smallest * _STEP**n for n in range(count)]
    return tuple(tuple(sizes[a:b]) for a, b in ((0, 1), (1, 2), (2, 3), (3, 5), (5, 8), (8, None)))


def _grouped(found: Sequence[Sequence[int]], threshold: int) -> list[Box]:
    if not found:
        return []
    boxes, support = cv2.groupRectangles([*map(tuple, found)], threshold, 0.2)
    return [
        _as_yunet(box, float(count) / (float(count) + _NEIGHBOURS))
        for box, count in zip(boxes, np.ravel(support).tolist(), strict=True)
    ]


def _as_yunet(box: Sequence[int], score: float) -> Box:
    """Return a cascade's square as YuNet would box the face (ratios measured on portraits)."""
    x, y, side, _ = (float(v) for v in box)
    width = 0.87 * side
    height = 1.22 * width
    middle = y + 0.54 * side
    return x + (side - width) / 2, middle - height / 2, width, height, score


def _as_haar(box: Box) -> Box:
    x, y, width, height, score = box
    side = width / 0.87
    return x - (side - width) / 2, y + height / 2 - 0.54 * side, side, side, score
