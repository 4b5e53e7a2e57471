"""Frame rate, lost frames, jitter and copies from lists of timestamps with known faults."""

from __future__ import annotations

import numpy as np
import pytest

from app.metrics.picture.arrivals import Arrivals
from app.metrics.picture.frame_rate import FrameRate
from app.metrics.picture.frozen import Frozen
from app.metrics.picture.jitter import Jitter
from app.metrics.picture.look import Look
from app.metrics.picture.lost_frames import LostFrames
from app.metrics.picture.scene import Scene
from app.metrics.reading import Reading
from app.metrics.signals import Frame, Matrix


def scene(nominal: float | None = 30.0) -> Scene:
    return Scene(guided=True, nominal_fps=nominal, product=None, mains_hz=None)


def told(at: np.ndarray, nominal: float | None = 30.0) -> Scene:
    """A scene whose camera delivered frames at the given times."""
    made = scene(nominal)
    for number, moment in enumerate(at):
        made.arrivals.add(float(moment), number)
    return made


def only(measure: FrameRate | LostFrames | Jitter | Frozen) -> Reading:
    (reading,) = measure.readings()
    return reading


def test_a_steady_camera_reads_its_rate_exactly() -> None:
    reading = only(FrameRate(told(np.arange(400) / 30)))
    assert reading.value == pytest.approx(30, abs=1e-6)
    assert reading.details["share_percent"] == pytest.approx(100, abs=1e-6)


def test_fifteen_of_thirty_frames_are_half() -> None:
    reading = only(FrameRate(told(np.arange(200) / 15)))
    assert reading.details["share_percent"] == pytest.approx(50, abs=0.5)


@pytest.mark.parametrize(("fps", "usual"), [(29.97, 30), (24.9, 25), (59.94, 60), (15.02, 15)])
def test_a_rate_nobody_named_is_the_usual_one_nearby(fps: float, usual: float) -> None:
    reading = only(FrameRate(told(np.arange(300) / fps, None)))
    assert reading.details["nominal_fps"] == usual
    assert reading.details["nominal"] == "estimated"


def test_before_two_seconds_the_rate_is_unknown() -> None:
    reading = only(FrameRate(told(np.arange(30) / 30)))
    assert reading.value is None
    assert reading.why is not None


@pytest.mark.parametrize("share", [0.0, 0.005, 0.02, 0.06, 0.2])
@pytest.mark.parametrize("jitter_ms", [0.0, 1.0, 3.0])
def test_lost_frames_are_counted_from_the_timestamps(share: float, jitter_ms: float) -> None:
    random = np.random.default_rng(7)
    at = np.arange(1500) / 30 + random.normal(0, jitter_ms / 1000 / np.sqrt(2), 1500)
    kept = random.random(1500) >= share
    kept[[0, -1]] = True
    reading = only(LostFrames(told(at[kept])))
    assert reading.value == pytest.approx(100 * (1 - kept.mean()), abs=0.15)


@pytest.mark.parametrize("share", [0.0, 0.06])
def test_with_strong_jitter_frames_are_counted_against_the_nominal_rate(share: float) -> None:
    random = np.random.default_rng(8)
    at = np.arange(1500) / 30 + random.normal(0, 0.006, 1500)
    kept = random.random(1500) >= share
    kept[[0, -1]] = True
    reading = only(LostFrames(told(np.sort(at[kept]))))
    assert reading.details["method"] == "count"
    assert reading.value == pytest.approx(100 * (1 - kept.mean()), abs=0.3)


def test_frames_delivered_but_not_told_are_not_lost() -> None:
    made = scene()
    for number in range(0, 600, 3):
        made.arrivals.add(number / 30, number)
    assert only(LostFrames(made)).value == 0
    assert only(FrameRate(made)).value == pytest.approx(30, abs=1e-6)


@pytest.mark.parametrize("sd_ms", [0.5, 2.0, 5.0, 12.0])
def test_jitter_is_the_95th_percentile_of_the_intervals(sd_ms: float) -> None:
    random = np.random.default_rng(9)
    steps = 1 / 30 + random.normal(0, sd_ms / 1000, 1700)
    at = np.cumsum(np.maximum(steps, 0.001))
    reading = only(Jitter(told(at)))
    assert reading.value == pytest.approx(1.96 * sd_ms, rel=0.12)
    assert reading.details["nominal_ms"] == pytest.approx(33.3, rel=0.02)


def test_a_clock_that_jumps_starts_afresh() -> None:
    arrivals = Arrivals(30)
    for number in range(100):
        arrivals.add(1000 + number / 30, number)
    for number in range(100, 200):
        arrivals.add((number - 100) / 30, number)
    assert arrivals.rate() == pytest.approx(30)
    assert arrivals.seconds == pytest.approx(99 / 30)


def test_ten_minutes_fill_the_list_without_forgetting_the_last() -> None:
    arrivals = Arrivals(60)
    for number in range(40_000):
        arrivals.add(number / 60, number)
    assert arrivals.rate(10) == pytest.approx(60)


@pytest.mark.parametrize("sigma", [0.3, 1.0, 3.0])
@pytest.mark.parametrize("copies", [1, 2, 3])
def test_copied_frames_are_told_from_a_still_scene(sigma: float, copies: int) -> None:
    random = np.random.default_rng(3)
    base = np.linspace(40, 200, 480)[None, :] + np.zeros((270, 1))
    frozen, before = Frozen(scene()), None
    picture = base.astype(np.uint8)
    for number in range(60):
        if number % copies == 0:
            picture = np.clip(np.round(base + random.normal(0, sigma, base.shape)), 0, 255)
            picture = picture.astype(np.uint8)
        frame = Frame(number / 30, picture, None, True, Matrix.BT709, number)
        frozen.see(Look(frame, picture, picture, before, None, False, None, number % 6))
        before = picture
    assert only(frozen).value == pytest.approx(100 * (1 - 1 / copies), abs=1.5)
