"""Light, framing and colour on a drawn face of known numbers, and finding real and drawn faces."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.metrics.picture import faces
from app.metrics.picture.clutter import Clutter
from app.metrics.picture.face_clipping import FaceClipping
from app.metrics.picture.face_exposure import FaceExposure
from app.metrics.picture.finder import Finder
from app.metrics.picture.focus import Focus
from app.metrics.picture.framing import EyeLine, FaceWidth, HeadRoom, Roll
from app.metrics.picture.key_fill import KeyFill
from app.metrics.picture.look import Look, encoded, reduced
from app.metrics.picture.product_exposure import ProductExposure
from app.metrics.picture.scene import PictureMeasure, Scene
from app.metrics.picture.separation import Separation
from app.metrics.picture.shadow_hardness import ShadowHardness
from app.metrics.picture.skin_tone import SkinTone
from app.metrics.reading import Reading
from app.metrics.signals import Bytes, Face, Frame, Matrix, Zone

W, H = 1280, 720
FACE = Face(Zone(0.39, 0.2, 0.22, 0.48), (0.45, 0.37), (0.55, 0.37), 0.9, "drawn")
SKIN = np.array([0.36, 0.22, 0.16])  # linear RGB
WALL = np.array([0.12, 0.12, 0.12])
PRODUCT = Zone(0.75, 0.6, 0.15, 0.25)


def drawn(skin: np.ndarray | None = None, wall: np.ndarray | None = None) -> np.ndarray:
    """(H, W, 3) linear RGB: wall, shoulders, an oval of skin with eyes, brows and a product."""
    light = np.empty((H, W, 3))
    light[:] = WALL if wall is None else wall
    colour = tuple(float(v) for v in (SKIN if skin is None else skin))
    x, y = round(0.5 * W), round(0.44 * H)
    cv2.ellipse(light, (x, H), (250, 230), 0, 0, 360, colour, -1)
    cv2.ellipse(light, (x, y), (190, 260), 0, 0, 360, colour, -1)
    for eye in (FACE.left_eye, FACE.right_eye):
        ex, ey = round(eye[0] * W), round(eye[1] * H)
        cv2.ellipse(light, (ex, ey), (26, 11), 0, 0, 360, (0.6, 0.6, 0.6), -1)
        cv2.circle(light, (ex, ey), 9, (0.01, 0.01, 0.01), -1)
        cv2.rectangle(light, (ex - 30, ey - 34), (ex + 30, ey - 26), (0.03, 0.02, 0.02), -1)
    left, top, right, bottom = PRODUCT.pixels(W, H)
    light[top:bottom, left:right] = 0.24
    return light


def to_bytes(values: np.ndarray) -> Bytes:
    return np.clip(np.round(values), 0, 255).astype(np.uint8)


def frame_of(light: np.ndarray, noise: float = 0.0, number: int = 0) -> Frame:
    """The sRGB-encoded picture as limited-range BT.709, as cameras and files deliver it."""
    r, g, b = np.moveaxis(encoded(light), 2, 0)
    luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    cb, cr = (b - luma) / 1.8556, (r - luma) / 1.5748
    chroma = np.stack(
        [cv2.resize(c, (W // 2, H // 2), interpolation=cv2.INTER_AREA) for c in (cb, cr)]
    )
    y = 16 + 219 * luma + np.random.default_rng(number).normal(0, noise * 219 / 255, luma.shape)
    uv = 128 + 224 * np.moveaxis(chroma, 0, 2)
    return Frame(number / 30, to_bytes(y), to_bytes(uv), False, Matrix.BT709, number)


def looks(
    light: np.ndarray,
    noise: float = 0.0,
    face: Face | None = FACE,
    numbers: Sequence[int] = range(18),
) -> list[Look]:
    made: list[Look] = []
    for number in numbers:
        frame = frame_of(light, noise, number) if noise or not made else made[0].frame
        frame = Frame(number / 30, frame.y, frame.uv, False, Matrix.BT709, number)
        middle, small = reduced(frame)
        made.append(Look(frame, middle, small, None, face, True, PRODUCT, number % 6))
    return made


def read(kind: type[PictureMeasure], shown: list[Look]) -> Reading:
    scene = Scene(guided=True, nominal_fps=30, product=PRODUCT, mains_hz=None)
    measure = kind(scene)
    for look in shown:
        scene.saw(look)
        if look.turn in measure.turns:
            measure.see(look)
    (reading,) = measure.readings()
    return reading


def luma_ire(linear_rgb: np.ndarray) -> float:
    return float(100 * encoded(linear_rgb) @ np.array([0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("stops", [-3, -1, 0, 1])
def test_face_exposure_is_the_luma_of_the_cheeks(stops: int) -> None:
    reading = read(FaceExposure, looks(drawn(SKIN * 2.0**stops)))
    assert reading.value == pytest.approx(luma_ire(SKIN * 2.0**stops), abs=0.7)


@pytest.mark.parametrize("ratio", [-2.0, -0.7, 0.0, 1.0, 2.2])
def test_key_fill_is_the_ramp_across_the_face_in_stops(ratio: float) -> None:
    across = (np.arange(W) / W - 0.5) / 0.1088  # the cheeks' centres lie so far apart
    light = drawn() * 2.0 ** (-ratio * across.clip(-0.9, 0.9))[None, :, None]
    reading = read(KeyFill, looks(light))
    assert reading.details["signed_stops"] == pytest.approx(ratio, abs=0.12)
    assert reading.value == pytest.approx(abs(ratio), abs=0.12)


@pytest.mark.parametrize("gain", [(1, 1, 1), (1.4, 1, 0.55), (1, 1.3, 1), (0.75, 1, 1.4)])
def test_skin_tone_is_the_angle_on_the_vectorscope(gain: tuple[float, float, float]) -> None:
    skin = SKIN * gain
    r, g, b = encoded(skin)
    luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    angle = float(np.degrees(np.arctan2((r - luma) / 1.5748, (b - luma) / 1.8556)))
    reading = read(SkinTone, looks(drawn(skin)))
    assert reading.details["angle"] == pytest.approx(angle, abs=2)
    assert reading.value == pytest.approx(abs(angle - 121), abs=2)


def test_warm_light_shows_in_the_judged_number_by_its_saturation() -> None:
    reading = read(SkinTone, looks(drawn(SKIN * [1.5, 1, 0.3])))
    judged = reading.details["judged_degrees"]
    assert isinstance(judged, float)
    assert judged > 14


@pytest.mark.parametrize("share", [0.0, 0.02, 0.2])
def test_face_clipping_is_the_share_of_white_in_the_face(share: float) -> None:
    light = drawn()
    left, top, right, bottom = faces_core()
    light[top : top + round(share * (bottom - top)), left:right] = 1.0
    reading = read(FaceClipping, looks(light))
    assert reading.value == pytest.approx(100 * share, abs=0.5)


def faces_core() -> tuple[int, int, int, int]:
    box = FACE.box
    inner = Zone(
        box.x + 0.15 * box.width, box.y + 0.12 * box.height, 0.7 * box.width, 0.8 * box.height
    )
    return inner.pixels(W, H)


@pytest.mark.parametrize("stops", [-2.0, 0.0, 1.0])
def test_product_exposure_is_in_stops_from_the_face(stops: float) -> None:
    light = drawn()
    left, top, right, bottom = PRODUCT.pixels(W, H)
    level = luma_ire(SKIN) / 100
    grey = ((level + 0.055) / 1.055) ** 2.4 * 2.0**stops
    light[top:bottom, left:right] = grey
    assert read(ProductExposure, looks(light)).value == pytest.approx(stops, abs=0.1)


@pytest.mark.parametrize("level", [0.05, 0.15, 0.6])
def test_separation_is_the_colour_distance_to_the_wall(level: float) -> None:
    wall = np.full(3, level)
    lab = cv2.cvtColor(encoded(np.array([[SKIN, wall]])).astype(np.float32), cv2.COLOR_RGB2LAB)[0]
    away = float(np.linalg.norm(lab[0] - lab[1]))
    reading = read(Separation, looks(drawn(wall=wall)))
    assert reading.value == pytest.approx(away, abs=2 + 0.25 * away)


@pytest.mark.parametrize("noise", [0.0, 6.0])
def test_focus_grows_with_blur_and_not_with_noise_or_gain(noise: float) -> None:
    wide = 0.22 * W
    values = []
    for sigma in (0.6, 2.0, 4.0):
        light = cv2.GaussianBlur(drawn(), (0, 0), sigma)
        value = read(Focus, looks(light, noise, numbers=(1, 7, 13))).value
        assert value is not None
        values.append(value * wide / 300)
    assert values[0] < 1.6
    assert values[0] < values[1] < values[2]
    assert values[1] == pytest.approx(2.2, abs=0.5)
    assert values[2] == pytest.approx(4.1, abs=0.9)
    dim = read(
        Focus, looks(cv2.GaussianBlur(drawn() / 4, (0, 0), 2.0), noise / 3, numbers=(1, 7, 13))
    ).value
    assert dim is not None
    assert dim * wide / 300 == pytest.approx(values[1], rel=0.25)


def test_a_face_too_small_has_no_focus_but_a_reason() -> None:
    tiny = Face(Zone(0.48, 0.4, 0.05, 0.11), (0.49, 0.44), (0.52, 0.44), 0.9, "drawn")
    reading = read(Focus, looks(drawn(), face=tiny))
    assert reading.value is None
    assert reading.why is not None


def test_framing_is_the_geometry_of_the_box() -> None:
    shown = looks(drawn())
    assert read(FaceWidth, shown).value == pytest.approx(22)
    assert read(FaceWidth, shown).details["centre_off_percent"] == pytest.approx(0)
    assert read(EyeLine, shown).value == pytest.approx(37)
    assert read(HeadRoom, shown).value == pytest.approx(20 - 0.3 * 48)


@pytest.mark.parametrize("degrees", [-8.0, 0.0, 5.0])
def test_roll_is_the_angle_of_the_eyes_in_pixels(degrees: float) -> None:
    down = 0.05 * W * np.tan(np.radians(degrees)) / H
    face = Face(FACE.box, (0.45, 0.37 - down), (0.55, 0.37 + down), 0.9, "drawn")
    assert read(Roll, looks(drawn(), face=face)).value == pytest.approx(degrees, abs=0.01)


@pytest.mark.parametrize(
    ("count", "low", "high"), [(0, 0.0, 0.3), (40, 1.0, 6.0), (300, 6.0, 30.0)]
)
def test_clutter_grows_with_the_things_behind(count: int, low: float, high: float) -> None:
    random = np.random.default_rng(6)
    light = np.empty((H, W, 3))
    light[:] = WALL
    for _ in range(count):
        x, y = int(random.integers(0, W)), int(random.integers(0, H))
        w, h = int(random.integers(15, 60)), int(random.integers(15, 60))
        light[y : y + h, x : x + w] = random.uniform(0.02, 0.7, 3)
    front = drawn()
    person = np.any(front != WALL, axis=2)
    light[person] = front[person]
    # The product of the drawing is no clutter here.
    left, top, right, bottom = PRODUCT.pixels(W, H)
    light[top - 2 : bottom + 2, left - 2 : right + 2] = WALL
    value = read(Clutter, looks(light)).value
    assert value is not None
    assert low <= value <= high


@pytest.mark.parametrize(("blur", "low", "high"), [(1.0, 0.2, 0.9), (8.0, 1.5, 4.5)])
def test_a_shadow_beside_the_nose_is_as_hard_as_it_was_drawn(
    blur: float, low: float, high: float
) -> None:
    shade = np.ones((H, W))
    shade[:, W // 2 :] = 0.35
    light = drawn() * cv2.GaussianBlur(shade, (0, 0), blur)[..., None]
    value = read(ShadowHardness, looks(light)).value
    assert value is not None
    assert low < value < high


def test_even_light_casts_no_shadow_to_measure() -> None:
    reading = read(ShadowHardness, looks(drawn()))
    assert reading.value is None
    assert reading.why is not None


@pytest.mark.parametrize(
    "kind", [FaceExposure, KeyFill, SkinTone, FaceClipping, Focus, FaceWidth, EyeLine, HeadRoom, Roll,
             Separation, Clutter, ShadowHardness, ProductExposure]
)  # fmt: skip
def test_without_a_face_nothing_is_measured_and_the_reason_said(kind: type[PictureMeasure]) -> None:
    reading = read(kind, looks(drawn(), face=None))
    assert reading.value is None
    assert reading.why is not None
    assert reading.why.say("en") == "No face found"


def portrait(width: int, height: int, face_width: int, roll: float = 0.0) -> Bytes:
    """A real face (NASA's portrait of an astronaut, from scikit-image) in a picture of this size."""
    data = pytest.importorskip("skimage.data", reason="skipped, because scikit-image is not here")
    grey = cv2.cvtColor(data.astronaut(), cv2.COLOR_RGB2GRAY)
    turn = cv2.getRotationMatrix2D((224, 110), roll, face_width / 90)
    turn[:, 2] += (width / 2 - 224, 0.4 * height - 110)
    return np.asarray(
        cv2.warpAffine(grey, turn, (width, height), borderMode=cv2.BORDER_REFLECT), np.uint8
    )


def found(finder: Finder, luma: Bytes, frames: int = 40) -> tuple[Face | None, bool]:
    answer: tuple[Face | None, bool] = (None, False)
    for number in range(frames):
        middle, small = reduced(Frame(number / 30, luma, None, True, Matrix.BT709, number))
        answer = finder.find(middle, small, number % 6)
    return answer


@pytest.mark.parametrize("model", [False, True])
@pytest.mark.parametrize(
    ("width", "height", "face_width"), [(1920, 1080, 330), (1080, 1920, 330), (1280, 720, 180)]
)
def test_a_real_face_is_found_where_it_is(
    width: int, height: int, face_width: int, request: pytest.FixtureRequest, *, model: bool
) -> None:
    folder = request.getfixturevalue("shared") / "models" if model else None
    face, eyes_seen = found(Finder(folder), portrait(width, height, face_width))
    assert face is not None
    assert face.detector == ("yunet" if model else "haar")
    assert face.box.width * width == pytest.approx(face_width, rel=0.15)
    assert face.box.x + face.box.width / 2 == pytest.approx(0.5, abs=0.03)
    assert eyes_seen
    assert face.left_eye[0] < 0.5 < face.right_eye[0]


@pytest.mark.parametrize("degrees", [-8.0, 8.0])
def test_the_roll_of_a_real_face_follows_the_picture(degrees: float) -> None:
    def angle(roll: float) -> float:
        face, eyes_seen = found(Finder(None), portrait(1280, 720, 260, roll))
        assert face is not None
        assert eyes_seen
        across = (face.right_eye[0] - face.left_eye[0]) * 1280
        return float(np.degrees(np.arctan2((face.right_eye[1] - face.left_eye[1]) * 720, across)))

    # OpenCV turns anticlockwise; our roll is positive clockwise.
    assert angle(degrees) - angle(0) == pytest.approx(-degrees, abs=3)


@pytest.mark.parametrize("seed", range(6))
def test_patterns_are_no_faces(seed: int) -> None:
    random = np.random.default_rng(seed)
    noise = random.integers(0, 256, (270, 480)).astype(np.float32)
    blobs = cv2.GaussianBlur(noise, (0, 0), 2.0 + seed)
    picture = cv2.normalize(blobs, None, 10, 240, cv2.NORM_MINMAX).astype(np.uint8)
    big = np.asarray(cv2.resize(picture, (960, 540)), np.uint8)
    face, _ = found(Finder(None), big, 60)
    assert face is None


def test_a_face_that_leaves_is_given_up() -> None:
    finder = Finder(None)
    face, _ = found(finder, portrait(1280, 720, 260))
    assert face is not None
    face, _ = found(finder, np.full((720, 1280), 90, np.uint8), 30)
    assert face is None


def test_a_model_file_with_another_hash_is_not_used_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / faces.YUNET_FILE).write_bytes(b"not the network")
    finder = Finder(tmp_path)
    assert finder.detector == "haar"
    assert finder.note is not None
    assert Finder(tmp_path / "nowhere").note is None


def test_the_known_model_has_the_known_hash(shared: Path) -> None:
    content = (shared / "models" / faces.YUNET_FILE).read_bytes()
    assert hashlib.sha256(content).hexdigest() == faces.YUNET_SHA256
