"""Hands that meet, seen by a simulated camera, and the offset between sound and picture."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from app.metrics.picture.claps import ClapWatch
from app.metrics.picture.look import Look
from app.metrics.signals import Bytes, Frame, Matrix
from app.metrics.sync import offset


def apart(at: float, claps: list[float]) -> float:
    """Distance of one hand from the middle: shut in 0.19 s, kept 0.1 s, opened in 0.35 s."""
    for clap in claps:
        since = at - clap
        if -0.19 <= since < 0:
            return 120 * -since / 0.19
        if 0 <= since < 0.1:
            return 0.0
        if 0.1 <= since < 0.45:
            return 60 * (1 - np.cos((since - 0.1) / 0.35 * np.pi))
    return 120.0


def picture(at: float, fps: float, claps: list[float], random: np.random.Generator) -> Bytes:
    """Two light hands on a grey ground, blurred by a shutter of half a period around `at`."""
    total = np.zeros((270, 480), np.float32)
    for part in (-0.375, -0.125, 0.125, 0.375):
        one = np.full((270, 480), 70, np.float32)
        x = apart(at + part * 0.5 / fps, claps)
        for middle in (226 - x, 254 + x):
            centre, axes = (round(middle * 16), 180 * 16), (14 * 16, 30 * 16)
            cv2.ellipse(one, centre, axes, 0, 0, 360, (170.0,), -1, cv2.LINE_AA, 4)
        total += one / 4
    total += random.normal(0, 1, total.shape)
    return np.clip(np.round(total), 0, 255).astype(np.uint8)


def watched(fps: float, claps: list[float], seed: int) -> tuple[float, ...]:
    random = np.random.default_rng(seed)
    watch, before = ClapWatch(guided=False), None
    for n in range(int((claps[-1] + 0.8) * fps)):
        luma = picture(n / fps, fps, claps, random)
        frame = Frame(n / fps, luma, None, True, Matrix.BT709, n)
        watch.see(Look(frame, luma, luma, before, None, False, None, n % 6))
        before = luma
    return watch.instants()


@pytest.mark.parametrize("fps", [25.0, 30.0, 50.0])
def test_six_claps_are_seen_within_eight_milliseconds(fps: float) -> None:
    random = np.random.default_rng(11)
    claps = [0.6 + 0.75 * n + float(random.uniform(-0.05, 0.05)) for n in range(6)]
    seen = np.array(watched(fps, claps, 1))
    errors = [1000 * float(np.abs(seen - clap).min()) for clap in claps]
    assert max(errors) < 8
    for wanted in (-0.12, 0.0, 0.07):
        reading = offset([clap - wanted for clap in claps], seen.tolist(), 1 / fps)
        assert reading.value == pytest.approx(1000 * wanted, abs=6)
        assert reading.plus_minus is not None


def test_a_still_scene_claps_not() -> None:
    random = np.random.default_rng(2)
    watch, before = ClapWatch(guided=False), None
    for n in range(120):
        luma = np.clip(np.round(90 + random.normal(0, 3, (270, 480))), 0, 255).astype(np.uint8)
        frame = Frame(n / 30, luma, None, True, Matrix.BT709, n)
        watch.see(Look(frame, luma, luma, before, None, False, None, n % 6))
        before = luma
    assert watch.instants() == ()


def test_a_guided_check_sees_claps_only_after_it_asked() -> None:
    watch = ClapWatch(guided=True)
    luma = np.zeros((270, 480), np.uint8)
    watch.see(
        Look(Frame(0, luma, None, True, Matrix.BT709, 0), luma, luma, luma, None, False, None, 0)
    )
    assert watch.instants() == ()


def test_offset_is_positive_where_the_sound_is_early() -> None:
    heard = [1.0, 1.7, 2.5, 3.1, 3.9, 4.6]
    reading = offset(heard, [t + 0.08 for t in heard], 1 / 30)
    assert reading.value == pytest.approx(80, abs=0.01)
    assert reading.details["pairs"] == 6


def test_gestures_between_the_claps_do_not_move_the_offset() -> None:
    heard = [1.0, 1.7, 2.5, 3.1, 3.9, 4.6]
    seen = sorted([t - 0.04 for t in heard] + [1.31, 2.04, 2.9, 3.33, 4.21])
    assert offset(heard, seen, 1 / 30).value == pytest.approx(-40, abs=1)


@pytest.mark.parametrize(("heard", "seen"), [([], [1.0]), ([1.0], []), ([1.0, 2.0], [1.1, 2.1])])
def test_without_enough_claps_the_offset_is_unknown(heard: list[float], seen: list[float]) -> None:
    reading = offset(heard, seen, 1 / 30)
    assert reading.value is None
    assert reading.why is not None
