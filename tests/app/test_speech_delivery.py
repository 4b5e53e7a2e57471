"""Delivery from sound alone: what is measured, what is refused and why."""

from __future__ import annotations

import json
import sys
import wave
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.cli.main import main
from app.core.errors import Refused
from app.metrics.signals import Block
from app.metrics.speech.activity import gaps, speech_spans
from app.metrics.speech.frames import FrameCutter
from app.metrics.speech.nuclei import nuclei
from app.metrics.speech.pitch import pitch_track, spread_semitones
from app.rehearsal.analysis import Delivery, analyse
from app.rehearsal.gate import BLOCKED, Capture, Fault, judge
from app.rehearsal.hearing import Hearing
from app.rehearsal.level import level_of, shouts
from app.rehearsal.pauses import pauses_of
from app.rehearsal.rate import curve, script_syllables
from app.session.delivery import analyse_file

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
espeak = pytest.importorskip("tests.bench.speech.espeak")
takes = pytest.importorskip("tests.bench.speech.takes")
RATE = 16000
Signal = NDArray[np.float32]

speaking = pytest.mark.skipif(
    espeak.missing() is not None, reason=f"skipped, because {espeak.missing()}"
)


def voice(seconds: float, hertz: NDArray[np.float64] | float, per_second: float = 4.0) -> Signal:
    """Return a harmonic tone whose level rises and falls `per_second` times a second."""
    at = np.arange(round(seconds * RATE)) / RATE
    phase = 2.0 * np.pi * np.cumsum(np.broadcast_to(hertz, at.shape)) / RATE
    wave = sum(np.sin(k * phase) / k for k in range(1, 12))
    swell = np.square(np.sin(np.pi * per_second * at)) + 1e-4
    made: Signal = (0.05 * wave * swell).astype(np.float32)
    return made


def cut(samples: Signal) -> FrameCutter:
    cutter = FrameCutter(RATE)
    for start in range(0, len(samples), 1111):
        cutter.hear(samples[start : start + 1111])
    return cutter


@pytest.mark.parametrize("per_second", [2.0, 4.0, 7.0])
def test_swells_of_a_voice_are_counted_as_syllables(per_second: float) -> None:
    assert len(nuclei(cut(voice(12.0, 140.0, per_second)).frames())) == 12 * per_second


def test_swells_of_noise_are_no_syllables() -> None:
    swell = np.square(np.sin(4.0 * np.pi * np.arange(10 * RATE) / RATE))
    hiss = (0.1 * swell * np.random.default_rng(0).standard_normal(10 * RATE)).astype(np.float32)
    assert len(nuclei(cut(hiss).frames())) <= 2


@pytest.mark.parametrize("deviation", [0.5, 2.0, 3.5])
def test_the_pitch_range_of_a_gliding_tone_is_its_own(deviation: float) -> None:
    at = np.arange(20 * RATE) / RATE
    semitones = np.sqrt(2.0) * deviation * np.sin(2.0 * np.pi * 0.3 * at)
    track = pitch_track(cut(voice(20.0, 150.0 * 2.0 ** (semitones / 12.0))).frames())
    low, high = np.percentile(semitones, (10, 90))
    assert spread_semitones(track) == pytest.approx((high - low) / 2.563, abs=0.05)


def test_too_little_voice_has_no_pitch_range() -> None:
    assert spread_semitones(pitch_track(cut(voice(2.0, 150.0)).frames())) is None


def test_closures_inside_words_part_no_speech() -> None:
    probability = np.array(
        [0.9] * 20 + [0.1] * 4 + [0.9] * 20 + [0.1] * 20 + [0.9] * 20, np.float32
    )
    assert len(speech_spans(probability)) == 2
    ((start, end),) = gaps(speech_spans(probability), 0.25)
    assert [start, end] == pytest.approx([1.408, 2.048])


def test_pauses_fall_into_their_classes() -> None:
    found = pauses_of(
        ((0.0, 5.0), (5.2, 9.0), (9.5, 11.0), (12.0, 13.0), (15.5, 16.0), (19.5, 20.0))
    )
    assert (found.breath, found.emphasis, len(found.dead_air), len(found.flagged)) == (1, 1, 2, 1)
    assert found.longest_run_s == 9.0


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("大家晚上好", 5),
        ("今天只要129", 4 + 5),
        ("the jacket weighs four hundred grams", 8),
        ("tonight we open the little studio", 2 + 1 + 2 + 1 + 2 + 3),
        ("{live_price}{cue:a1}", 0),
    ],
)
def test_a_script_has_the_syllables_that_are_said(words: str, count: int) -> None:
    assert script_syllables(words) == count


def test_the_pace_curve_follows_a_change() -> None:
    times = np.concatenate((np.arange(0.0, 30.0, 0.25), np.arange(30.0, 60.0, 0.2)))
    made = curve(times, 60.0)
    assert made[0] == (5.0, 240.0)
    assert made[-1][1] == pytest.approx(300.0, abs=6.0)


def test_silence_between_words_does_not_lower_the_level() -> None:
    power, speech = np.tile([1e-2] * 50 + [1e-9] * 50, 30), np.tile([0.9] * 50 + [0.0] * 50, 30)
    assert level_of(power, speech.astype(np.float32)).lufs == pytest.approx(-20.69, abs=0.01)


def test_a_take_that_grows_quieter_drifts() -> None:
    count = round(180 / 0.032)
    power = 1e-2 * np.power(10.0, -0.2 * np.arange(count, dtype=np.float64) * 0.032 / 60.0)
    drift = level_of(power, np.ones(count, np.float32)).drift_db_per_min
    assert drift == pytest.approx(-2.0, abs=0.02)


def test_louder_alone_is_no_shout() -> None:
    frames = cut(np.concatenate((voice(20.0, 150.0), 5.0 * voice(4.0, 150.0)))).frames()
    assert shouts(frames, pitch_track(frames)) == ()


def test_louder_higher_and_brighter_is_a_shout() -> None:
    bright = np.diff(voice(4.0, 260.0), prepend=np.float32(0.0)) * np.float32(40.0)
    frames = cut(np.concatenate((voice(20.0, 150.0), bright, voice(20.0, 150.0)))).frames()
    ((start, end),) = shouts(frames, pitch_track(frames))
    assert [start, end] == pytest.approx([20.0, 24.0], abs=1.0)


GOOD = Capture(speech_s=40.0, snr_db=35.0, rt60_s=0.3, unsteady_db=0.4, under_speech_db=35.0)


def test_a_good_recording_passes() -> None:
    assert judge(GOOD).passed


@pytest.mark.parametrize(
    ("capture", "fault"),
    [
        (Capture(9.0, 35.0, 0.3), Fault.SHORT),
        (Capture(40.0, 15.0, 0.3), Fault.NOISY),
        (Capture(40.0, 3.0, 0.3), Fault.VERY_NOISY),
        (Capture(40.0, 25.0, 0.6), Fault.REVERBERANT),
        (Capture(40.0, 25.0, 0.3, clipped_share=0.01), Fault.CLIPPED),
        (Capture(40.0, 25.0, 0.3, unsteady_db=4.0, under_speech_db=25.0), Fault.OTHER_SOUND),
    ],
)
def test_a_fault_is_named_and_takes_numbers_away(capture: Capture, fault: Fault) -> None:
    gate = judge(capture)
    assert fault in gate.faults
    refused = [name for name in BLOCKED if gate.refusal(name) is not None]
    assert refused
    assert all(str(gate.refusal(name)).startswith("not measurable: ") for name in refused)


def test_what_was_not_found_out_is_no_fault() -> None:
    assert judge(Capture(speech_s=40.0)).passed


@cache
def clean() -> object:
    return takes.take("en", "en-us", 160, (0.3, 3.0), seed=3)


def heard(samples: Signal, rate: int, script: str | None = None) -> Delivery:
    hearing = Hearing(rate, 1)
    for start in range(0, len(samples), 2205):
        hearing.hear(Block(start / rate, samples[start : start + 2205, None], rate))
    return analyse(hearing, script)


def written(path: Path, samples: Signal, rate: int) -> Path:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())
    return path


@speaking
def test_speech_of_known_length_is_counted_within_a_twentieth() -> None:
    one = clean()
    made = heard(one.samples, one.rate)  # type: ignore[attr-defined]
    assert made.value("syllables") == pytest.approx(one.syllables, rel=0.05)  # type: ignore[attr-defined]


@speaking
def test_music_under_the_voice_leaves_pauses_and_nothing_else() -> None:
    one = clean()
    under = takes.music(len(one.samples), one.rate)  # type: ignore[attr-defined]
    made = heard(takes.mixed(one, under, 10.0), one.rate)  # type: ignore[attr-defined]
    assert Fault.OTHER_SOUND in made.gate.faults
    assert made.pauses is not None
    assert [made.value(n) for n in ("syllables", "pitch_sd_semitones", "level_lufs")] == [None] * 3


@speaking
def test_words_left_out_are_hinted_at() -> None:
    one = clean()
    script = " ".join(takes.SCRIPTS["en"] * 2)
    hint = heard(one.samples, one.rate, script).hint  # type: ignore[attr-defined]
    assert "skipped or ad-libbed" in str(hint)


@speaking
def test_the_command_prints_one_object_with_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = clean()
    short = one.samples[: 6 * one.rate]  # type: ignore[attr-defined]
    media = written(tmp_path / "short.wav", short, one.rate)  # type: ignore[attr-defined]
    assert main(["rehearse", "analyze", str(media), "--json", "-"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape["syllables"] is None
    assert shape["pauses"] is None
    assert shape["why"]["syllables"].startswith("not measurable: only ")


@speaking
def test_a_script_makes_the_pace_exact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = takes.take("zh", "cmn-latn-pinyin", 160, seed=2)
    media = written(tmp_path / "take.wav", one.samples, one.rate)
    script = tmp_path / "script.txt"
    script.write_text("\n".join(takes.SCRIPTS["zh"]), "utf-8")
    assert main(["rehearse", "analyze", str(media), "--script", str(script), "--json", "-"]) == 0
    shape = json.loads(capsys.readouterr().out)
    true = 60.0 * one.syllables / (one.ends - one.begins)
    assert shape["speech_rate"] == pytest.approx(true, rel=0.01)


@speaking
def test_an_analysis_nobody_waits_for_ends(tmp_path: Path) -> None:
    one = clean()
    media = written(tmp_path / "take.wav", one.samples, one.rate)  # type: ignore[attr-defined]
    assert analyse_file(media, cancelled=lambda: True) is None


def test_silence_has_reasons_instead_of_numbers(tmp_path: Path) -> None:
    media = written(tmp_path / "silence.wav", np.zeros(12 * RATE, np.float32), RATE)
    told: list[float] = []
    made = analyse_file(media, progress=told.append)
    assert made is not None
    assert all(one.value is None and one.why is not None for one in made.numbers.values())
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_what_has_no_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(b"no sound")
    with pytest.raises(Refused):
        analyse_file(tmp_path / "a.wav")


def test_the_committed_table_meets_every_target() -> None:
    table = Path(__file__).resolve().parents[1] / "bench/speech/RESULTS.md"
    assert "MISSED" not in table.read_text("utf-8")
