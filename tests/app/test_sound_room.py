"""Hum, reverberation and the two acts of sound on closed forms and simulated rooms."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from app.metrics.measure import Act, ActStep
from app.metrics.signals import Block
from app.metrics.sound.chunk import Take
from app.metrics.sound.hum import hum_of
from app.metrics.sound.reverberation import decay_of
from app.room.listening import Listening
from tests.app.sound_signals import (
    RATE,
    clap,
    demo_speech,
    heard,
    readings,
    sine,
    six_claps,
    spoken,
    white,
)


def hum(mains: float, dbfs: float, seconds: float = 3.0) -> NDArray[np.float64]:
    """Return a comb of four harmonics with this mean square level together."""
    n = np.arange(int(seconds * RATE)) / RATE
    amplitude = np.sqrt(2.0 * 10.0 ** (dbfs / 10.0) / 4.0)
    return sum(amplitude * np.sin(2 * np.pi * k * mains * n + k) for k in (1, 2, 3, 4))  # type: ignore[return-value]


@pytest.mark.parametrize("mains", [49.85, 50.0, 50.15, 59.82, 60.0, 60.18])
@pytest.mark.parametrize("dbfs", [-60.0, -50.0, -40.0])
def test_hum_is_found_at_its_level(mains: float, dbfs: float) -> None:
    take = Take(0.0, (hum(mains, dbfs) + white(-62, 3)).astype(np.float32), RATE)
    found = hum_of(take)
    assert found.value == pytest.approx(dbfs, abs=1.2)
    assert found.details["mains_hz"] == round(mains, -1)


def test_a_room_without_hum_has_none() -> None:
    for seed in range(100):
        noise = white(-50, 3, seed=seed)
        brown = np.cumsum(white(-90, 3, seed=seed + 500))
        for sound in (noise, brown - brown.mean()):
            assert hum_of(Take(0.0, sound.astype(np.float32), RATE)).value == -120.0


def test_a_fan_beside_the_mains_is_not_hum() -> None:
    fan = sine(87, -40, 3) + sine(174, -46, 3) + white(-60, 3)
    assert hum_of(Take(0.0, fan.astype(np.float32), RATE)).value == -120.0


@pytest.mark.parametrize("rt60", [0.15, 0.3, 0.4, 0.6, 0.9])
def test_rt60_of_claps(rt60: float) -> None:
    found = []
    for seed in range(6):
        before = white(-70, 0.1, seed=seed)
        sound = clap(rt60, seconds=1.4, seed=seed) + white(-70, 1.4, seed=seed + 50)
        samples = np.concatenate((before, sound)).astype(np.float32)
        decay = decay_of(Take(0.0, samples, RATE, len(before)))
        assert decay is not None
        found.append(decay.rt60)
    assert float(np.median(found)) == pytest.approx(rt60, rel=0.12)


@pytest.mark.parametrize("direct_db", [0.0, 6.0, 12.0])
def test_c50_of_claps(direct_db: float) -> None:
    rt60 = 0.5
    rest = 10.0 ** (-6.0 * 0.050 / rt60)  # of an exponential tail, what comes after 50 ms
    direct = 10.0 ** (direct_db / 10.0)
    expected = 10.0 * np.log10((direct + 1.0 - rest) / rest)
    found = readings(heard(six_claps(rt60, direct_db)))["sound.c50"]
    assert found.value == pytest.approx(expected, abs=1.7)
    assert found.plus_minus is not None


def test_six_claps_are_heard_to_the_millisecond() -> None:
    listening = heard(six_claps(0.4))
    expected = 1.0 + 0.7 * np.arange(6)
    assert np.array(listening.claps) == pytest.approx(expected, abs=0.0005)
    assert listening.acts()[1].step is ActStep.DONE


def test_speech_holds_no_claps_and_no_silence() -> None:
    listening = heard(demo_speech())
    assert listening.claps == ()
    assert [state.step for state in listening.acts()] == [ActStep.RUNNING, ActStep.RUNNING]
    found = readings(listening)
    assert found["sound.rt60"].value is None
    assert found["sound.hum"].value is None


def test_typing_is_not_clapping() -> None:
    rng = np.random.default_rng(0)
    room = white(-60, 10)
    for second in np.sort(rng.uniform(0.5, 9.5, 30)):
        at = int(second * RATE)
        room[at : at + 1500] += 0.1 * rng.standard_normal(1500) * np.exp(-np.arange(1500) / 300)
    assert heard(room).acts()[1].step is ActStep.RUNNING


def test_a_file_with_everything_is_read_whole() -> None:
    silence = white(-65, 3.6) + hum(50.0, -55.0, 3.6)
    speech = spoken()
    signal = np.concatenate((speech + white(-65, len(speech) / RATE), silence, six_claps(0.5, 6.0)))
    listening = heard(signal)
    found = readings(listening)
    assert [state.step for state in listening.acts()] == [ActStep.DONE, ActStep.DONE]
    assert found["sound.hum"].value == pytest.approx(-55.0, abs=1.2)
    assert found["sound.rt60"].value == pytest.approx(0.5, rel=0.15)
    assert found["sound.noise_floor"].details["source"] == "silence"
    assert found["sound.snr"].why is None
    alone = readings(heard(speech + white(-65, len(speech) / RATE)))["sound.loudness_range"]
    assert found["sound.loudness_range"].value == pytest.approx(alone.value, abs=2.0)


def said(listening: Listening, signal: NDArray[np.floating], at: float) -> float:
    """Let a guided check hear `signal` from time `at`; return when it ends."""
    samples = np.asarray(signal, np.float32)[:, None]
    for start in range(0, len(samples), 1920):
        listening.hear(Block(at + start / RATE, samples[start : start + 1920], RATE))
    return at + len(samples) / RATE


def test_guided_acts_are_heard_only_once_begun() -> None:
    listening = Listening(RATE, 1, guided=True)
    at = said(listening, white(-60, 4), 100.0)
    assert listening.acts()[0].step is ActStep.WAITING
    listening.begin(Act.SILENCE)
    at = said(listening, white(-60, 1.5), at)
    state = listening.acts()[0]
    assert state.step is ActStep.RUNNING
    assert 0.3 < state.progress < 0.7
    assert state.hint is not None
    at = said(listening, white(-60, 2), at)
    assert listening.acts()[0].step is ActStep.DONE
    listening.begin(Act.CLAPS)
    begun = at
    at = said(listening, six_claps(0.4), at)
    assert listening.acts()[1].step is ActStep.DONE
    assert np.array(listening.claps) - begun == pytest.approx(1.0 + 0.7 * np.arange(6), abs=0.0005)


def test_claps_that_were_asked_for_do_not_count_as_loud() -> None:
    listening = Listening(RATE, 1, guided=True)
    listening.begin(Act.CLAPS)
    said(listening, 2.0 * np.clip(six_claps(0.4), -0.5, 0.5), 0.0)
    found = readings(listening)
    assert listening.acts()[1].step is ActStep.DONE
    assert found["sound.clipping"].value in (None, 0.0)
    assert found["sound.true_peak"].value is None or found["sound.true_peak"].value < -20.0


def test_speech_breaks_the_silence_and_is_named() -> None:
    listening = Listening(RATE, 1, guided=True)
    listening.begin(Act.SILENCE)
    said(listening, demo_speech()[: 4 * RATE], 0.0)
    state = listening.acts()[0]
    assert state.step is ActStep.RUNNING
    assert state.progress < 0.3
    assert state.hint is not None
    assert "Speech" in state.hint.say("en")


def test_a_knock_begins_the_silence_again() -> None:
    room = white(-60, 4)
    room[2 * RATE : 2 * RATE + 2400] += 0.2 * np.random.default_rng(0).standard_normal(2400)
    listening = Listening(RATE, 1, guided=True)
    listening.begin(Act.SILENCE)
    said(listening, room, 0.0)
    assert listening.acts()[0].step is ActStep.RUNNING


def test_a_skipped_act_says_so() -> None:
    listening = Listening(RATE, 1, guided=True)
    listening.skip(Act.SILENCE)
    listening.skip(Act.CLAPS)
    said(listening, demo_speech()[: 3 * RATE], 0.0)
    found = readings(listening)
    for name in ("sound.hum", "sound.rt60", "sound.c50"):
        assert found[name].value is None
        assert found[name].why is not None
        assert "skipped" in found[name].why.say("en")
