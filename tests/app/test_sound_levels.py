"""Loudness readings, noise floor, signal to noise, offset and bandwidth on closed forms."""

from __future__ import annotations

import numpy as np
import pytest
import scipy

from app.metrics.sound.chunk import Take, decibels
from app.metrics.sound.dc_offset import DcOffset
from app.metrics.sound.loudness import Loudness, LoudnessMeter
from app.metrics.sound.pauses import floor_of
from app.metrics.sound.resample import Resampler
from app.metrics.sound.true_peak import TAPS, TruePeakMeter, interpolator
from app.metrics.sound.weighting import Filter, a_weighting, channel_weights, k_weighting
from tests.app.sound_signals import RATE, demo_speech, heard, readings, sine, spoken, told, white


def test_k_weighting_at_48_khz_is_the_standards() -> None:
    expected = [
        [
            1.53512485958697,
            -2.69169619938640 + 1e-8,
            1.19839281085285,
            1.0,
            -1.69065929318241,
            0.73248077421585,
        ],
        [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621],
    ]
    assert k_weighting(48000) == pytest.approx(np.array(expected), abs=2e-8)


@pytest.mark.parametrize("rate", [44100, 96000, 192000])
def test_k_weighting_at_other_rates_has_the_same_response(rate: int) -> None:
    hertz = np.array([20.0, 38.0, 100.0, 1000.0, 2000.0, 10000.0])
    _, at_48k = scipy.signal.sosfreqz(k_weighting(48000), hertz, fs=48000)
    _, here = scipy.signal.sosfreqz(k_weighting(rate), hertz, fs=rate)
    assert 20 * np.log10(np.abs(here / at_48k)) == pytest.approx(np.zeros(6), abs=0.1)


@pytest.mark.parametrize(
    # IEC 61672-1:2013 table 3; class 1 allows −16 dB at 16 kHz, the bilinear transform costs 4.
    ("hertz", "db", "tolerance"),
    [(50, -30.2, 0.2), (100, -19.1, 0.2), (1000, 0.0, 0.01), (4000, 1.0, 0.2), (8000, -1.1, 0.6)],
)
def test_a_weighting(hertz: float, db: float, tolerance: float) -> None:
    _, response = scipy.signal.sosfreqz(a_weighting(RATE), [hertz], fs=RATE)
    assert 20 * np.log10(abs(response[0])) == pytest.approx(db, abs=tolerance)


@pytest.mark.parametrize("rate", [8000, 48000, 192000])
def test_one_recursion_filters_as_exactly_as_sections(rate: int) -> None:
    noise = white(-20, 2, rate)[None, :] + 0.1
    for sections in (k_weighting(rate), a_weighting(rate)):
        expected = scipy.signal.sosfilt(sections, noise)
        error = np.abs(Filter(sections, 1)(noise) - expected).max() / np.abs(expected).max()
        assert 20 * np.log10(error + 1e-20) < -110


def test_true_peak_skips_nothing_that_matters() -> None:
    rng = np.random.default_rng(1)
    for trial in range(20):
        signal = rng.laplace(size=(20000, 2)).astype(np.float32) ** (1 + trial % 3) * 0.02
        meter = TruePeakMeter(RATE, 2)
        for start in range(0, len(signal), 3001):
            meter.push(signal[start : start + 3001])
            if trial % 2:
                assert meter.highest.shape == (2,)  # reading in between changes nothing
        padded = np.concatenate((np.zeros((TAPS - 1, 2), np.float32), signal)).T
        windows = np.lib.stride_tricks.sliding_window_view(padded, TAPS, axis=1)
        every = np.abs(windows @ interpolator(RATE)).max(axis=(1, 2))
        assert meter.highest == pytest.approx(np.maximum(every, np.abs(signal).max(axis=0)))


def test_surround_counts_as_the_standard_weighs_it() -> None:
    # Tech 3341 case 6: L, R −28; C −24; Ls, Rs −30 dBFS gives −23 LUFS.
    levels = (-28.0, -28.0, -24.0, None, -30.0, -30.0)
    six = np.stack(
        [np.zeros(5 * RATE) if db is None else sine(1000, db, 5) for db in levels], axis=1
    )
    meter = LoudnessMeter(RATE, 6)
    meter.push(six)
    assert meter.read().integrated == pytest.approx(-23.0, abs=0.1)
    assert channel_weights(8)[3] == 0.0


def test_what_is_pushed_while_paused_does_not_count() -> None:
    meter = LoudnessMeter(RATE, 1)
    meter.push(sine(1000, -20, 5)[:, None])
    meter.push(sine(1000, -3, 5)[:, None], counted=False)
    now = meter.read()
    assert now.integrated == pytest.approx(-23.0, abs=0.1)
    assert now.momentary_max == pytest.approx(-23.0, abs=0.1)
    assert now.momentary == pytest.approx(-6.0, abs=0.1)


def test_loudness_under_15_s_is_shown_but_not_judged() -> None:
    short = told(Loudness(RATE, 1), sine(1000, -20, 10))["sound.loudness_integrated"]
    enough = told(Loudness(RATE, 1), sine(1000, -20, 16))["sound.loudness_integrated"]
    assert short.value == pytest.approx(-23.0, abs=0.1)
    assert short.why is not None
    assert enough.why is None


def test_loudness_range_is_flagged_before_60_s() -> None:
    signal = np.concatenate((sine(1000, -20, 31), sine(1000, -30, 31)))
    before = told(Loudness(RATE, 1), signal[: 59 * RATE])["sound.loudness_range"]
    after = told(Loudness(RATE, 1), signal)["sound.loudness_range"]
    assert before.value is not None
    assert before.why is not None
    assert after.value == pytest.approx(10.0, abs=1.0)
    assert after.why is None


def test_silence_is_unknown_not_minus_infinity() -> None:
    found = readings(heard(np.zeros(5 * RATE)))
    for name in ("loudness_integrated", "loudness_shortterm_max", "loudness_range", "true_peak"):
        assert found[f"sound.{name}"].value is None
        assert found[f"sound.{name}"].why is not None


@pytest.mark.parametrize("dbfs", [-40.0, -60.0, -80.0])
def test_noise_floor_of_a_silence(dbfs: float) -> None:
    # White noise at 48 kHz A-weighted: the filter's own noise bandwidth.
    _, response = scipy.signal.sosfreqz(a_weighting(RATE), 8192, fs=RATE)
    expected = dbfs + decibels(float(np.mean(np.abs(response) ** 2)))
    floor = floor_of(Take(0.0, white(dbfs, 3).astype(np.float32), RATE))
    assert decibels(floor.a_power) == pytest.approx(expected, abs=0.3)
    assert decibels(floor.power) == pytest.approx(dbfs, abs=0.3)


@pytest.mark.parametrize("noise_dbfs", [-45.0, -35.0])
def test_signal_to_noise_and_floor_in_pauses(noise_dbfs: float) -> None:
    speech = spoken()
    noise = white(noise_dbfs, len(speech) / RATE)
    found = readings(heard(speech + noise))
    snr, floor = found["sound.snr"], found["sound.noise_floor"]
    expected = decibels(_a_power(noise))
    assert floor.value == pytest.approx(expected, abs=1.5)
    assert floor.details["source"] == "pauses"
    assert snr.value is not None
    level = float(snr.details["speech_dbfs"])
    assert snr.value == pytest.approx(level - expected, abs=2.0)
    assert float(floor.details["at_speech_minus16"]) == pytest.approx(
        floor.value - 16.0 - float(floor.details["speech_lufs"]), abs=1e-6
    )


def test_gain_moves_the_floor_but_not_the_referred_floor() -> None:
    speech = spoken()
    speech += white(-50, len(speech) / RATE)
    loud = readings(heard(speech))["sound.noise_floor"]
    faint = readings(heard(0.05 * speech))["sound.noise_floor"]
    assert loud.value is not None
    assert faint.value == pytest.approx(loud.value - 26.0, abs=1.0)
    assert float(faint.details["at_speech_minus16"]) == pytest.approx(
        float(loud.details["at_speech_minus16"]), abs=1.5
    )


def test_a_gate_between_words_is_said() -> None:
    found = readings(heard(spoken()))
    assert found["sound.noise_floor"].why is not None
    assert found["sound.snr"].why is not None


def test_noise_without_speech_has_nothing_to_be_compared_with() -> None:
    found = readings(heard(white(-50, 6)))
    assert found["sound.noise_floor"].value is not None
    assert found["sound.noise_floor"].why is not None
    assert found["sound.snr"].value is None


@pytest.mark.parametrize("percent", [0.0, 0.5, 2.0])
def test_dc_offset(percent: float) -> None:
    signal = np.stack((sine(200, -20, 6), sine(200, -20, 6) - percent / 100.0), axis=1)
    found = told(DcOffset(RATE, 2), signal)["sound.dc_offset"]
    assert found.value == pytest.approx(percent, abs=0.01)


@pytest.mark.parametrize(
    ("cut_hz", "low", "high"), [(None, 12.0, 20.0), (3400, 3.0, 4.6), (7000, 6.0, 9.0)]
)
def test_bandwidth_of_speech_cut_off(cut_hz: float | None, low: float, high: float) -> None:
    speech = demo_speech()
    if cut_hz is not None:
        sections = scipy.signal.butter(10, cut_hz, fs=RATE, output="sos")
        speech = scipy.signal.sosfilt(sections, speech)
    found = readings(heard(speech))["sound.bandwidth"]
    assert found.value is not None
    assert low <= found.value <= high


def test_noise_that_hides_the_upper_end_is_said() -> None:
    speech = spoken()
    noisy = readings(heard(speech + white(-38, len(speech) / RATE)))["sound.bandwidth"]
    assert noisy.value is not None
    assert noisy.why is not None
    narrow = scipy.signal.sosfilt(scipy.signal.butter(10, 3400, fs=RATE, output="sos"), speech)
    cut = readings(heard(narrow + white(-65, len(speech) / RATE)))["sound.bandwidth"]
    assert cut.value is not None
    assert cut.value < 5.0
    assert cut.why is None


@pytest.mark.parametrize(
    ("rate", "target"), [(48000, 16000), (44100, 16000), (8000, 16000), (96000, 1200)]
)
def test_resampling_keeps_a_tone_whatever_the_pushes(rate: int, target: int) -> None:
    tone = sine(300, -6, 2, rate).astype(np.float32)
    resample = Resampler(rate, target)
    pieces = [resample(tone[i : i + 1001]) for i in range(0, len(tone), 1001)]
    result = np.concatenate(pieces)
    assert len(result) == pytest.approx(2 * target, abs=2)
    settled = result[target // 4 :]
    assert float(np.sqrt(2.0 * np.mean(settled**2))) == pytest.approx(0.501, abs=0.005)
    assert settled == pytest.approx(Resampler(rate, target)(tone)[target // 4 :], abs=1e-4)


def _a_power(signal: np.ndarray) -> float:
    return float(np.square(scipy.signal.sosfilt(a_weighting(RATE), signal)).mean())
