"""Trials of light, framing and background: faces in compositions, changed by known amounts."""

from __future__ import annotations

import cv2
import numpy as np

from app.metrics.reading import Reading
from app.metrics.signals import Zone
from tests.bench.room import faces
from tests.bench.room.faces import Pixels, Plane, Shot
from tests.bench.room.looks import noisy, still
from tests.bench.room.trial import Edge, Trial

SIZE = (960, 540)


def _usual(index: int, random: np.random.Generator, *, drawn_only: bool = False) -> Shot:
    portrait = faces.choose(index, random, drawn_only=drawn_only)
    return faces.anywhere(portrait, random, size=SIZE)


def _ire(cheeks: tuple[Pixels, Pixels]) -> float:
    both = np.concatenate([faces.luma(c).ravel() for c in cheeks])
    return float(np.median(both)) / 2.55


def _gained(shot: Shot, gain: float | Plane) -> Shot:
    lit = faces.encoded(faces.linear(shot.picture) * np.asarray(gain, np.float32))
    return Shot(lit, shot.left_eye, shot.right_eye, shot.width, shot.crown, shot.chin, shot.person)


def _at_ire(shot: Shot, ire: float) -> Shot:
    """Return the shot under so much light that the marked cheeks stand at `ire`."""
    low, high = -6.0, 6.0
    patches = tuple(faces.linear(c) for c in shot.cheeks())
    for _ in range(24):
        stops = (low + high) / 2
        now = _ire(tuple(faces.encoded(p * np.float32(2**stops)) for p in patches))  # type: ignore[arg-type]
        low, high = (stops, high) if now < ire else (low, stops)
    return _gained(shot, 2 ** ((low + high) / 2))


def exposure(ire: float, random: np.random.Generator, index: int) -> Reading:
    shot = _usual(index, random)
    return still(noisy(_at_ire(shot, ire).picture, 1.5, random), "light.face_exposure")


def _cheek_stops(shot: Shot) -> float:
    left, right = (float(np.median(faces.linear(np.uint8(faces.luma(c))))) for c in shot.cheeks())
    return float(np.log2(max(left, 1e-4) / max(right, 1e-4)))


def key_fill(stops: float, random: np.random.Generator, index: int) -> Reading:
    """Light one half of the face more than the other until the marked cheeks differ by `stops`."""
    shot = _at_ire(_usual(index, random), 55)
    wanted = stops if random.integers(0, 2) else -stops
    across = (np.arange(SIZE[0], dtype=np.float32) - shot.middle[0]) / (0.30 * shot.width)
    ramp = np.tanh(across)[None, :, None]
    # At the cheeks the ramp reaches ± this much: one step and one correction meet the stops.
    reach = float(np.tanh((shot.right_eye[0] - shot.left_eye[0]) / 2 / (0.30 * shot.width)))
    amount = (_cheek_stops(shot) - wanted) / reach
    amount += (_cheek_stops(_gained(shot, 2 ** (0.5 * amount * ramp))) - wanted) / reach
    lit = _gained(shot, 2 ** (0.5 * amount * ramp))
    return still(noisy(lit.picture, 1.5, random), "light.key_fill")


def face_clipping(percent: float, random: np.random.Generator, index: int) -> Reading:
    """Burn gloss of known area into the forehead, one cheek and the nose."""
    shot = _at_ire(_usual(index, random), 58)
    below = shot.chin - shot.middle[1]
    # Skin for certain: 70 % of the face's width, from above the brows to the chin.
    area = percent / 100 * 0.7 * shot.width * 1.25 * below
    side = -1 if random.integers(0, 2) else 1
    picture = shot.picture.copy()
    for share, across, down, flat in (
        (0.5, 0, -0.36, 1.7),
        (0.35, 0.22, 0.36, 1),
        (0.15, 0, 0.2, 0.6),
    ):
        if percent > 0.02:
            height = np.sqrt(4 * share * area / np.pi / flat)
            at = (shot.middle[0] + side * across * shot.width, shot.middle[1] + down * below)
            cv2.ellipse(picture, (at, (flat * height, height), 0), (255, 255, 255), -1)
    return still(picture, "light.face_clipping")


def product(stops: float, random: np.random.Generator, index: int) -> Reading:
    """Put an even product beside the face, `stops` away from the marked cheeks in linear light."""
    shot = _at_ire(_usual(index, random), 52)
    cheek = float(np.median(np.concatenate([faces.luma(c).ravel() for c in shot.cheeks()])))
    light = faces.linear(np.full((1, 1), cheek, np.uint8))[0, 0] * 2**stops
    code = float(faces.encoded(np.full((1, 1), light, np.float32))[0, 0])
    width, height = random.uniform(0.1, 0.16), random.uniform(0.2, 0.3)
    zone = Zone(random.uniform(0.70, 0.80), random.uniform(0.58, 0.66), width, height)
    left, top, right, bottom = zone.pixels(*SIZE)
    picture = shot.picture.copy()
    tint = random.uniform(-0.12, 0.12, 3)
    tint -= tint @ (0.0722, 0.7152, 0.2126)  # luma stays
    picture[top:bottom, left:right] = np.clip(code * (1 + tint), 0, 255)
    cv2.rectangle(picture, (left, top), (right - 1, bottom - 1), (code, code, code), 3)
    return still(noisy(picture, 1.5, random), "light.product_exposure", product=zone)


def separation(delta: float, random: np.random.Generator, index: int) -> Reading:
    """Put the drawn host before a wall that everywhere differs by ΔE76 `delta` from the outline next to it.

    Hair, skin and clothes have no colour in common, so the wall goes on in the colour of whatever
    part of the host is nearest; what is dark gets a lighter wall, what is light a darker one.
    """
    shot = _usual(index, random, drawn_only=True)
    assert shot.person is not None
    lab = cv2.cvtColor(shot.picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    solid = (shot.person > 0.97).astype(np.uint8)
    inner = cv2.erode(solid, np.ones((3, 3), np.uint8), iterations=4)
    ring = solid - cv2.erode(solid, np.ones((3, 3), np.uint8), iterations=7)
    ring[round(shot.middle[1] + 1.6 * (shot.chin - shot.middle[1])) :] = 0
    even = np.asarray(cv2.GaussianBlur(lab, (0, 0), 3), np.float32)
    base = cv2.GaussianBlur(_carried_on(even, np.asarray(inner, np.uint8)), (0, 0), 6)
    turn = random.uniform(0, 2 * np.pi)
    away = np.stack(np.broadcast_arrays(
        np.where(base[..., 0] < 55, 1.0, -1.0), 0.3 * np.cos(turn), 0.3 * np.sin(turn)), axis=-1,
    )  # fmt: skip
    away = cv2.GaussianBlur(away.astype(np.float32), (0, 0), 6)
    at = np.nonzero(ring)
    low, high = 0.0, 75.0
    for _ in range(24):
        middle = (low + high) / 2
        apart = float(np.median(np.linalg.norm(lab[at] - base[at] - middle * away[at], axis=1)))
        low, high = (middle, high) if apart < delta else (low, middle)
    wall = cv2.cvtColor((base + low * away).astype(np.float32), cv2.COLOR_LAB2BGR)
    soft = shot.person[..., None]
    picture = soft * shot.picture + (1 - soft) * 255 * np.clip(wall, 0, 1)
    return still(noisy(picture.astype(np.uint8), 1.0, random), "light.separation")


def _carried_on(lab: Plane, inside: Pixels) -> Plane:
    """Return `lab` with each pixel that is not `inside` in the colour of the nearest one that is."""
    _, labels = cv2.distanceTransformWithLabels(
        1 - inside, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    colours = np.zeros((int(labels.max()) + 1, 3), np.float32)
    colours[labels[inside > 0]] = lab[inside > 0]
    return np.asarray(colours[labels], np.float32)


def _framed(
    index: int,
    random: np.random.Generator,
    *,
    share: float | None = None,
    roll: float | None = None,
    eyes: float | None = None,
) -> Shot:
    width, height = SIZE
    face = (random.uniform(0.12, 0.19) if share is None else share) * width
    level = (random.uniform(0.36, 0.42) if eyes is None else eyes) * height
    at = (random.uniform(0.44, 0.56) * width, level)
    return faces.placed(
        faces.choose(index, random), size=SIZE, face=face, at=at, roll=roll,
        mirror=bool(random.integers(0, 2)),
    )  # fmt: skip


def face_width(percent: float, random: np.random.Generator, index: int) -> Reading:
    if percent > 25:  # a phone upright: across a wide picture such a face would not fit
        at = (random.uniform(250, 290), random.uniform(360, 420))
        shot = faces.placed(
            faces.choose(index, random), size=(540, 960), face=percent / 100 * 540, at=at
        )
    else:
        shot = _framed(index, random, share=percent / 100)
    return still(noisy(shot.picture, 1.5, random), "framing.face_width")


def eye_line(percent: float, random: np.random.Generator, index: int) -> Reading:
    shot = _framed(index, random, share=random.uniform(0.10, 0.14), eyes=percent / 100)
    return still(noisy(shot.picture, 1.5, random), "framing.eye_line")


def head_room(percent: float, random: np.random.Generator, index: int) -> Reading:
    portrait = faces.choose(index, random)
    face = random.uniform(0.11, 0.16) * SIZE[0]
    middle = (portrait.left_eye[1] + portrait.right_eye[1]) / 2
    eyes = percent / 100 * SIZE[1] + (middle - portrait.crown) * face / portrait.width
    at = (random.uniform(0.45, 0.55) * SIZE[0], eyes)
    shot = faces.placed(portrait, size=SIZE, face=face, at=at, mirror=bool(index // 2 % 2))
    return still(noisy(shot.picture, 1.5, random), "framing.head_room")


def roll(degrees: float, random: np.random.Generator, index: int) -> Reading:
    """Turn the picture; the truth is the line through the marked eyes."""
    shot = _framed(index, random, roll=degrees)
    return still(noisy(shot.picture, 1.5, random), "framing.roll", frames=60)


def clutter(percent: float, random: np.random.Generator, index: int) -> Reading:
    """Hang boxes on a plain wall until their outlines cover `percent` of it, counted by label."""
    shot = _usual(index, random, drawn_only=True)
    assert shot.person is not None
    height, width = SIZE[1] // 2, SIZE[0] // 2
    free = cv2.resize(shot.person, (width, height), interpolation=cv2.INTER_AREA) < 0.02
    tones = np.full((height, width), 150, np.int16)
    while _edge_share(tones, free) < percent:
        for _ in range(max(round(0.5 * percent), 1)):
            w, h = random.integers(8, 40), random.integers(8, 40)
            x, y = random.integers(0, width - w), random.integers(0, height - h)
            tones[y : y + h, x : x + w] = (tones[y, x] + random.integers(60, 110)) % 200 + 28
    wall = cv2.resize(tones.astype(np.uint8), SIZE, interpolation=cv2.INTER_NEAREST)[..., None]
    soft = shot.person[..., None]
    picture = soft * shot.picture + (1 - soft) * wall
    return still(noisy(picture.astype(np.uint8), 1.0, random), "background.clutter")


def _edge_share(tones: np.ndarray, free: np.ndarray) -> float:
    edges = np.zeros(tones.shape, bool)
    edges[:, 1:] |= np.abs(np.diff(tones, axis=1)) > 30
    edges[1:] |= np.abs(np.diff(tones, axis=0)) > 30
    return 100 * float((edges & free).sum()) / float(free.sum())


TRIALS = (
    Trial("light.face_exposure", (
        Edge("low", 60, 45, 34, 15, "IRE"), Edge("high", 60, 72, 81, 96, "IRE")),
        exposure, "luma of hand-marked cheeks after a gain in linear light", faces=True),
    Trial("light.face_clipping", (Edge("high", 0, 0.5, 4, 12, "% of skin"),), face_clipping,
          "area of burnt gloss on forehead, cheek, nose", faces=True),
    Trial("light.key_fill", (Edge("high", 0, 1.25, 2.15, 3.5, "stops"),), key_fill,
          "ratio of hand-marked cheeks after a ramp across the face", faces=True),
    Trial("light.separation", (Edge("low", 55, 15, 7.5, 2.5, "ΔE76"),), separation,
          "median ΔE of the host's outline to the wall beside it (drawn host only)"),
    Trial("light.product_exposure", (
        Edge("low", 0, -0.5, -1.15, -2.5, "stops"), Edge("high", 0, 0.5, 1.15, 1.7, "stops")),
        product, "even product against hand-marked cheeks", faces=True),
    Trial("framing.face_width", (
        Edge("low", 20, 8, 4.7, 2.5, "% of width"), Edge("high", 20, 35, 53, 70, "% of width")),
        face_width, "width at the cheeks, marked by hand", faces=True),
    Trial("framing.eye_line", (
        Edge("low", 35, 26, 17, 11, "% of height"), Edge("high", 35, 44, 53, 70, "% of height")),
        eye_line, "hand-marked eyes put at this height", faces=True),
    Trial("framing.head_room", (
        Edge("low", 10, 4, -1, -8, "% of height"), Edge("high", 10, 18, 29.5, 45, "% of height")),
        head_room, "hand-marked crown put at this height", faces=True),
    Trial("framing.roll", (
        Edge("low", 0, -3, -6.5, -14, "°"), Edge("high", 0, 3, 6.5, 14, "°")),
        roll, "line through hand-marked eyes, turned", faces=True),
    Trial("background.clutter", (Edge("high", 0.2, 3, 6.6, 14, "% edges"),), clutter,
          "outlines of random boxes, counted before drawing (drawn host only)"),
)  # fmt: skip
