"""Looking as a whole: every reading once, odd pictures, acts, the live picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from app.metrics.measure import Act, ActStep
from app.metrics.signals import Frame, Matrix, Zone
from app.room.looking import Looking

IDS = {
    "picture.frame_rate", "picture.lost_frames", "picture.frozen", "picture.jitter",
    "picture.resolution", "picture.focus", "picture.noise", "picture.clipped", "picture.crushed",
    "picture.white_balance", "picture.skin_tone", "picture.banding", "picture.blockiness",
    "picture.haze", "light.face_exposure", "light.face_clipping", "light.key_fill",
    "light.shadow_hardness", "light.separation", "light.product_exposure", "framing.face_width",
    "framing.eye_line", "framing.head_room", "framing.roll", "background.clutter",
}  # fmt: skip


def looking(*, guided: bool = True) -> Looking:
    return Looking(guided=guided, nominal_fps=30, product=None)


def frames(
    width: int, height: int, count: int, level: float = 110, first: int = 0
) -> Iterator[Frame]:
    random = np.random.default_rng(1)
    for number in range(first, first + count):
        y = np.clip(random.normal(level, 2, (height, width)), 0, 255).astype(np.uint8)
        uv = np.full((-(-height // 2), -(-width // 2), 2), 128, np.uint8)
        yield Frame(number / 30, y, uv, True, Matrix.BT709, number)


def test_every_reading_is_there_once_before_any_picture() -> None:
    readings = looking().readings()
    assert {r.id for r in readings} == IDS
    assert len(readings) == len(IDS)
    assert all(r.value is None and r.why is not None for r in readings)


@pytest.mark.parametrize(
    ("width", "height"), [(1, 1), (2, 2), (7, 5), (33, 701), (641, 363), (1080, 1920), (961, 541)]
)
@pytest.mark.parametrize("guided", [True, False])
def test_any_size_is_looked_at_without_trouble(width: int, height: int, *, guided: bool) -> None:
    look = looking(guided=guided)
    look.begin(Act.SHEET)
    look.begin(Act.CLAPS)
    for frame in frames(width, height, 14):
        look.see(frame)
    assert {r.id for r in look.readings()} == IDS
    live, still = look.live(), look.still()
    assert live is not None
    assert live.size == (width, height)
    assert still is not None
    assert max(still.shape[:2]) <= 960
    assert still.shape[2] == 3


def test_a_grey_camera_has_no_colour_readings_and_no_trouble() -> None:
    look = looking()
    look.begin(Act.SHEET)
    for frame in frames(640, 360, 30):
        look.see(Frame(frame.at, frame.y, None, True, frame.matrix, frame.number))
    tone = next(r for r in look.readings() if r.id == "picture.skin_tone")
    assert tone.why is not None
    assert tone.why.say("en") == "The picture has no colour"
    (sheet,) = look.acts()
    assert sheet.hint is not None
    still = look.still()
    assert still is not None
    assert (still[..., 0] == still[..., 2]).all()


def test_a_black_camera_says_so_and_passes_nothing_it_cannot_see() -> None:
    look = looking()
    for frame in frames(640, 360, 90, level=3):
        look.see(frame)
    live = look.live()
    assert live is not None
    assert live.black
    by_id = {r.id: r for r in look.readings()}
    for name in (
        "picture.banding",
        "picture.haze",
        "picture.frozen",
        "picture.noise",
        "picture.focus",
    ):
        reading = by_id[name]
        assert reading.value is None
        assert reading.why is not None
        assert reading.why.say("en") == "The picture is black"
    assert by_id["picture.crushed"].value == pytest.approx(100, abs=15)


def test_a_size_that_changes_midway_is_followed() -> None:
    look = looking()
    for frame in frames(640, 360, 30):
        look.see(frame)
    for frame in frames(360, 640, 30, first=30):
        look.see(frame)
    resolution = next(r for r in look.readings() if r.id == "picture.resolution")
    assert resolution.details["height"] == 640


def test_frames_told_and_not_looked_at_count_for_the_rate() -> None:
    look = looking()
    for frame in frames(320, 180, 120):
        look.arrived(frame.at, frame.number)
        if frame.number % 4 == 0:
            look.see(frame)
    rate = next(r for r in look.readings() if r.id == "picture.frame_rate")
    assert rate.value == pytest.approx(30)
    lost = next(r for r in look.readings() if r.id == "picture.lost_frames")
    assert lost.value == 0


def test_a_skipped_sheet_is_skipped_and_can_be_begun_again() -> None:
    look = looking()
    look.skip(Act.SHEET)
    assert look.acts()[0].step is ActStep.SKIPPED
    look.begin(Act.SHEET)
    assert look.acts()[0].step is ActStep.RUNNING


def test_a_product_zone_set_later_is_measured_or_says_why_not() -> None:
    look = looking()

    def why() -> str:
        reading = next(r for r in look.readings() if r.id == "light.product_exposure")
        assert reading.why is not None
        return reading.why.say("en")

    assert why() == "No product zone is set"
    look.use_product_zone(Zone(0.6, 0.6, 0.2, 0.2))
    for frame in frames(640, 360, 30):
        look.see(frame)
    assert why() == "No face found"


def test_the_preview_follows_every_frame_and_the_scopes_ten_a_second() -> None:
    look, scopes, previews = looking(), [], []
    for frame in frames(640, 360, 30):
        look.see(frame)
        live = look.live()
        assert live is not None
        previews.append(live.preview)
        if not scopes or live.waveform is not scopes[-1]:
            scopes.append(live.waveform)
        frame.y[:] = 0  # the source takes its buffer back
    assert len({id(p) for p in previews}) == 30
    assert len(scopes) <= 11
    still = look.still()
    assert still is not None
    assert still.mean() > 90


def test_two_runs_over_the_same_pictures_agree() -> None:
    one, two = looking(guided=False), looking(guided=False)
    for look in (one, two):
        for frame in frames(640, 360, 60):
            look.see(frame)
    assert one.readings() == two.readings()
