"""Clipping, plosives, stereo faults and dropouts, each made on purpose and each left out."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from app.metrics.sound.clipping import Clipping
from app.metrics.sound.dropouts import Dropouts
from app.metrics.sound.plosives import Plosives
from app.metrics.sound.stereo import Stereo
from tests.app.sound_signals import (
    RATE,
    Signal,
    demo_speech,
    heard,
    readings,
    sine,
    told,
    white,
)


def clipped(signal: NDArray[np.floating], push: int = 4800) -> tuple[float, float, float]:
    """Return (value, runs, flat tops)."""
    found = told(Clipping(RATE, 1), signal, push=push)["sound.clipping"]
    assert found.value is not None
    return found.value, float(found.details["runs"]), float(found.details["flat_tops"])


def full_scale() -> Signal:
    speech = demo_speech()
    return speech / np.abs(speech).max()


@pytest.mark.parametrize("gain", [0.5, 0.9, 0.998])
def test_speech_below_full_scale_does_not_clip(gain: float) -> None:
    assert clipped(gain * full_scale()) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("gain", [1.5, 2.0, 4.0])
def test_speech_above_full_scale_clips(gain: float) -> None:
    assert clipped(np.clip(gain * full_scale(), -1.0, 1.0))[0] > 3.0


def test_clipping_before_attenuation_is_found_by_its_flat_tops() -> None:
    value, runs, tops = clipped(0.5 * np.clip(2.0 * full_scale(), -1.0, 1.0))
    assert runs == 0.0
    assert tops > 3.0
    assert value == tops


@pytest.mark.parametrize(
    "signal",
    [
        sine(100, -6, 4),
        sine(30, -12, 4),
        np.round(sine(100, -6, 4) * 32768) / 32768,
        np.round(sine(60, -20, 4) * 32768) / 32768,
        white(-20, 4),
    ],
    ids=["100 Hz", "30 Hz", "100 Hz in 16 bits", "faint 60 Hz in 16 bits", "noise"],
)
def test_round_tops_are_not_flat(signal: NDArray[np.float64]) -> None:
    assert clipped(signal)[0] == 0.0


@pytest.mark.parametrize("push", [1, 2, 3, 7, 4800])
def test_runs_are_counted_once_however_the_blocks_fall(push: int) -> None:
    signal = np.zeros(400)
    signal[10:13] = 1.0  # a run
    signal[50:52] = 1.0  # too short
    signal[100:160] = -1.0  # a run over several pushes
    signal[-3:] = 1.0  # a run at the very end
    assert clipped(signal, push)[1] == 3.0


def popping(amplitude: float, count: int) -> NDArray[np.float64]:
    """Return speech with `count` bursts of 45 Hz for 60 ms, one a second."""
    speech = demo_speech().astype(np.float64)
    n = np.arange(int(0.060 * RATE))
    pop = amplitude * np.sin(2 * np.pi * 45 * n / RATE) * np.hanning(len(n))
    for i in range(count):
        start = int((1.0 + i) * RATE)
        speech[start : start + len(pop)] += pop
    return speech


def test_speech_without_pops_has_none() -> None:
    assert readings(heard(demo_speech()))["sound.plosives"].value == 0.0


def test_pops_are_counted() -> None:
    found = readings(heard(popping(0.4, 8)))["sound.plosives"]
    assert found.value == pytest.approx(8.0, abs=1.0)


def test_pops_need_speech_to_be_judged() -> None:
    found = told(Plosives(RATE, 1), white(-40, 6))["sound.plosives"]
    assert found.value is None
    assert found.why is not None


def stereo(left: Signal, right: Signal) -> dict[str, float | str]:
    found = told(Stereo(RATE, 2), np.stack((left, right), axis=1))["sound.stereo"]
    assert found.value is not None
    return {"imbalance": found.value, **found.details}


def faulty() -> dict[str, tuple[Signal, Signal]]:
    speech = demo_speech()[: 6 * RATE]
    nothing = np.zeros_like(speech)
    return {
        "none": (speech, speech),
        "dead right": (speech, nothing),
        "dead left": (nothing, speech),
        "inverted": (speech, -speech),
        "delayed": (speech, np.roll(speech, 48)),
        "unbalanced": (speech, 0.5 * speech),
    }


@pytest.mark.parametrize("fault", faulty())
def test_stereo_faults_are_told_apart(fault: str) -> None:
    found = stereo(*faulty()[fault])
    assert found["fault"] == fault
    worst = float(found["worst_db"])
    if fault == "none":
        assert worst == pytest.approx(0.0, abs=0.01)
        assert found["correlation"] == pytest.approx(1.0, abs=1e-4)
    if fault == "unbalanced":
        assert found["imbalance"] == pytest.approx(6.02, abs=0.05)
    if fault == "delayed":
        assert found["lag_ms"] == pytest.approx(1.0, abs=0.03)
    if fault in ("dead right", "dead left", "inverted"):
        assert worst > 20.0


def test_two_microphones_with_their_own_noise_are_no_fault() -> None:
    speech = demo_speech()[: 6 * RATE]
    noise = white(-50, 6, seed=1), white(-50, 6, seed=2)
    found = stereo(*((speech + n).astype(np.float32) for n in noise))
    assert found["fault"] == "none"
    assert float(found["worst_db"]) < 1.0


def test_one_channel_has_nothing_to_compare() -> None:
    found = told(Stereo(RATE, 1), white(-20, 3))["sound.stereo"]
    assert found.value is None
    assert found.why is not None


def dropouts(signal: NDArray[np.floating], rate: int = RATE) -> float:
    found = told(Dropouts(rate, 1), signal, rate)["sound.dropouts"]
    assert found.value is not None
    return found.value


@pytest.mark.parametrize(
    "signal",
    [
        demo_speech(),
        0.1 * demo_speech(),
        white(-20, 6),
        sine(1000, -10, 6),
        np.concatenate((demo_speech(), np.zeros(2 * RATE), demo_speech())),
    ],
    ids=["speech", "faint speech", "noise", "tone", "a mute"],
)
def test_whole_sound_has_no_dropouts(signal: NDArray[np.floating]) -> None:
    assert dropouts(signal) == 0.0


@pytest.mark.parametrize("length", [64, 240, 480])
def test_holes_in_speech_are_counted(length: int) -> None:
    signal = (demo_speech() + white(-55, 12.95)).astype(np.float32)
    loud = _loud_places(signal, 8)
    for at in loud:
        signal[at : at + length] = 0.0
    assert dropouts(signal) == pytest.approx(8.0, abs=1.0)


def test_a_skip_in_a_tone_is_a_jump() -> None:
    tone = sine(400, -10, 6)
    skipped = np.delete(tone, slice(3 * RATE, 3 * RATE + 64))
    assert dropouts(skipped) == 1.0


def test_what_the_device_lost_counts() -> None:
    from app.metrics.signals import Block
    from app.room.listening import Listening

    listening = Listening(RATE, 1, guided=False)
    piece = white(-40, 0.1).astype(np.float32)[:, None]
    for i in range(40):
        listening.hear(Block(i / 10, piece, RATE, lost=480 if i == 20 else 0))
    found = readings(listening)["sound.dropouts"]
    assert found.details["lost_samples"] == 480.0
    assert found.value == 1.0


@pytest.mark.parametrize("ppm", [-300.0, 0.0, 150.0])
def test_a_clock_that_runs_off_is_told(ppm: float) -> None:
    from app.metrics.sound.dropouts import clock_ppm

    rng = np.random.default_rng(5)
    counted = np.arange(0, 60, 0.5)
    at = counted / (1.0 + ppm * 1e-6) + rng.normal(0.0, 0.001, len(counted))
    found = clock_ppm(list(zip(counted.tolist(), at.tolist(), strict=True)))
    assert found == pytest.approx(ppm, abs=30.0)


def _loud_places(signal: Signal, count: int) -> list[int]:
    """Return places a second apart where the signal is well above its floor on both sides."""
    places = []
    for i in range(count):
        start = int((1 + 1.3 * i) * RATE)
        frames = signal[start : start + RATE].reshape(-1, 480)
        power = np.square(frames).mean(axis=1)
        pairs = np.minimum(power[:-2], power[2:])
        places.append(start + 480 * (int(np.argmax(pairs)) + 1))
    return places


@pytest.mark.parametrize("metric", ["sound.clipping", "sound.dropouts"])
def test_nothing_found_passes_only_after_five_seconds_of_sound(metric: str) -> None:
    short, long = readings(heard(white(-20, 4))), readings(heard(white(-20, 6)))
    assert (short[metric].value, long[metric].value) == (0.0, 0.0)
    why = short[metric].why
    assert why is not None
    assert "5 s are needed" in why.say("en")
    assert long[metric].why is None


@pytest.mark.parametrize("metric", ["sound.clipping", "sound.dropouts"])
def test_a_room_too_quiet_to_show_a_fault_passes_nothing_however_long(metric: str) -> None:
    assert readings(heard(white(-80, 20)))[metric].why is not None


def test_digital_silence_has_no_dropouts_to_count() -> None:
    assert readings(heard(np.zeros(20 * RATE)))["sound.dropouts"].value is None


def test_a_fault_counts_however_short_the_listen() -> None:
    loud = np.clip(4.0 * full_scale()[: 2 * RATE], -1.0, 1.0)
    found = readings(heard(loud))["sound.clipping"]
    assert found.why is None
    assert found.value is not None
    assert found.value > 0.0
