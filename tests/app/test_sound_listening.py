"""Listening takes whatever a device or a file may deliver."""

from __future__ import annotations

import time

import numpy as np
import pytest
from numpy.typing import NDArray

from app.metrics.signals import Block
from app.room.listening import Listening
from tests.app.sound_signals import RATE, demo_speech, heard, readings, sine, white

IDS = {
    "sound.loudness_integrated",
    "sound.loudness_momentary_max",
    "sound.loudness_shortterm_max",
    "sound.loudness_range",
    "sound.true_peak",
    "sound.noise_floor",
    "sound.snr",
    "sound.clipping",
    "sound.hum",
    "sound.rt60",
    "sound.c50",
    "sound.plosives",
    "sound.stereo",
    "sound.dc_offset",
    "sound.dropouts",
    "sound.bandwidth",
}


def test_every_reading_is_given_once_also_before_any_sound() -> None:
    for listening in (Listening(RATE, 2, guided=True), heard(white(-40, 1))):
        names = [reading.id for reading in listening.readings()]
        assert len(names) == len(IDS)
        assert set(names) == IDS
    assert Listening(RATE, 2, guided=True).live().integrated is None


@pytest.mark.parametrize(("rate", "channels"), [(8000, 1), (11025, 1), (44100, 2), (96000, 8)])
def test_any_rate_and_any_number_of_channels(rate: int, channels: int) -> None:
    tone = np.repeat(sine(1000, -20, 4, rate)[:, None], channels, axis=1)
    found = readings(heard(tone + white(-70, 4, rate)[:, None], rate))
    assert found["sound.loudness_integrated"].value is not None
    assert found["sound.true_peak"].value == pytest.approx(-20.0, abs=0.3)


def test_a_block_without_samples_changes_nothing() -> None:
    listening = Listening(RATE, 2, guided=False)
    for _ in range(3):
        listening.hear(Block(0.0, np.zeros((0, 2), np.float32), RATE))
    assert all(reading.value is None for reading in listening.readings())
    assert listening.live().shortterm is None


def test_blocks_of_one_sample_give_what_large_blocks_give() -> None:
    signal = sine(500, -20, 0.6) + white(-60, 0.6)
    one, large = readings(heard(signal, push=1)), readings(heard(signal, push=len(signal)))
    for name in ("sound.loudness_momentary_max", "sound.true_peak", "sound.clipping"):
        assert one[name].value == pytest.approx(large[name].value, abs=1e-6)


def test_samples_that_are_not_numbers_are_counted_and_poison_nothing() -> None:
    signal = sine(1000, -20, 16)
    signal[1000], signal[30000], signal[50000] = np.nan, np.inf, -np.inf
    found = readings(heard(signal))
    loudness, peak = found["sound.loudness_integrated"], found["sound.true_peak"]
    assert loudness.value == pytest.approx(-23.0, abs=0.1)
    assert loudness.details["nan_samples"] == 3.0
    assert peak.why is not None
    for reading in found.values():
        assert reading.value is None or np.isfinite(reading.value)


def test_a_block_of_another_format_is_refused() -> None:
    listening = Listening(RATE, 2, guided=False)
    with pytest.raises(ValueError, match="44100"):
        listening.hear(Block(0.0, np.zeros((10, 2), np.float32), 44100))
    with pytest.raises(ValueError, match="2 channels"):
        listening.hear(Block(0.0, np.zeros((10, 1), np.float32), RATE))


def test_the_callers_buffer_may_be_used_again() -> None:
    buffer = np.zeros((4800, 1), np.float32)
    listening = Listening(RATE, 1, guided=False)
    tone = sine(1000, -20, 5).astype(np.float32)
    for start in range(0, len(tone), 1000):
        buffer[:1000, 0] = tone[start : start + 1000]
        listening.hear(Block(start / RATE, buffer[:1000], RATE))
        buffer[:] = 1.0
    assert readings(listening)["sound.true_peak"].value == pytest.approx(-20.0, abs=0.1)


@pytest.mark.parametrize("gain_db", [0.0, -20.0, -30.0])
def test_faint_speech_is_heard_as_speech(gain_db: float) -> None:
    speech: NDArray[np.float32] = demo_speech()[: 8 * RATE] * np.float32(10 ** (gain_db / 20))
    assert heard(speech).live().speech_seconds > 5.0


def test_speech_in_one_channel_only_is_heard() -> None:
    speech = demo_speech()[: 6 * RATE]
    both = np.stack((np.zeros_like(speech), speech), axis=1)
    assert heard(both).live().speech_seconds > 3.5
    assert heard(np.stack((speech, -speech), axis=1)).live().speech_seconds > 3.5


def test_live_meters_follow_and_are_cheap() -> None:
    listening = heard(np.stack((sine(1000, -18, 8), sine(1000, -6, 8)), axis=1))
    live = listening.live()
    assert live.true_peak == pytest.approx((-18.0, -6.0), abs=0.1)
    assert live.momentary == pytest.approx(-18.0 + 12.0 - 3.0 + 0.27, abs=0.1)
    assert not live.clipped
    assert len(live.history) in (79, 80)  # the newest tenth may still be waiting
    assert live.silent_seconds == pytest.approx(0.0, abs=0.2)
    taken = []
    for _ in range(20):
        start = time.perf_counter()
        listening.live()
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.001
