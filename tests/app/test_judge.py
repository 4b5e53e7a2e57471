"""Verdicts: a number in its range, beyond it, near it, or not measured at all."""

from __future__ import annotations

import math

import pytest

from app.core.words import Text, text
from app.metrics.reading import Reading
from app.room.catalogue import catalogue, metric
from app.room.judge import Judged, Verdict, judge, overall, placeholders
from app.room.limits import Basis, Certainty, Limit, Range
from app.room.profiles import profiles

GENERAL = profiles()[0]


def judged(metric_id: str, value: float | None, **details: float | str) -> Judged:
    why = text("Not measured yet") if value is None else None
    reading = Reading(metric_id, value, why=why, details=details)
    return judge(reading, GENERAL.limit(metric_id), metric(metric_id))


@pytest.mark.parametrize(
    ("metric_id", "value", "verdict"),
    [
        ("sound.loudness_integrated", -16.0, Verdict.PASS),
        ("sound.loudness_integrated", -18.0, Verdict.PASS),
        ("sound.loudness_integrated", -18.01, Verdict.WARN),
        ("sound.loudness_integrated", -20.01, Verdict.FAIL),
        ("sound.loudness_integrated", -11.9, Verdict.FAIL),
        ("sound.true_peak", -2.0, Verdict.PASS),
        ("sound.true_peak", -0.9, Verdict.FAIL),
        ("sound.clipping", 0.0, Verdict.PASS),
        ("sound.clipping", 3.0, Verdict.WARN),
        ("sound.clipping", 3.5, Verdict.FAIL),
        ("sync.av_offset", 112.0, Verdict.FAIL),
        ("sync.av_offset", -125.0, Verdict.PASS),
        ("sync.av_offset", -186.0, Verdict.FAIL),
        ("picture.skin_tone", 90.0, Verdict.WARN),
        ("picture.resolution", 720.0, Verdict.WARN),
        ("light.key_fill", -2.5, Verdict.FAIL),
    ],
)
def test_verdicts_stand_where_the_profile_puts_them(
    metric_id: str, value: float, verdict: Verdict
) -> None:
    assert judged(metric_id, value).verdict is verdict


@pytest.mark.parametrize("value", [None, math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("known", catalogue(), ids=lambda m: m.id)
def test_what_was_not_measured_never_passes(known: object, value: float | None) -> None:
    found = judged(known.id, value)  # type: ignore[attr-defined]
    assert found.verdict is Verdict.UNKNOWN
    assert found.why is not None
    assert found.advice is None


def test_a_value_with_a_reason_is_not_judged() -> None:
    early = Reading("sound.loudness_range", 3.0, why=text("Not measured yet"))
    found = judge(early, GENERAL.limit(early.id), metric(early.id))
    assert (found.verdict, found.reading.value) == (Verdict.UNKNOWN, 3.0)


def test_without_a_limit_nothing_passes() -> None:
    reading = Reading("sound.snr", 40.0)
    assert judge(reading, None, metric("sound.snr")).verdict is Verdict.UNKNOWN


def test_advice_carries_the_gap_in_both_languages() -> None:
    advice = judged("sound.loudness_integrated", -21.0).advice
    assert advice is not None
    assert advice.say("en") == "Raise the microphone gain by 5 dB"
    assert advice.say("zh") == "话筒增益加 5 dB"


def test_dark_faces_are_told_stops_and_power() -> None:
    advice = judged("light.face_exposure", 33.0).advice
    assert advice is not None
    assert advice.say("en") == "Raise the key light by 1.6 stops: 3.0 times the power"


def test_a_number_missing_from_the_details_takes_the_plainer_sentence() -> None:
    exact = judged("picture.banding", 6.0, shutter_s=0.01, mains_hz=50.0, prominence=9.0).advice
    plain = judged("picture.banding", 6.0).advice
    assert exact is not None
    assert plain is not None
    assert exact.say("en").startswith("Set the shutter to 1/100 s: the 50 Hz")
    assert "{" not in plain.say("en")


def test_frame_rate_is_judged_as_a_share_and_shown_in_fps() -> None:
    found = judged("picture.frame_rate", 27.0, share_percent=90.0, nominal_fps=30.0)
    assert found.verdict is Verdict.WARN
    assert found.limit is not None
    assert found.limit.passes.low == pytest.approx(28.5)


def test_the_noise_floor_is_judged_as_if_the_speech_stood_at_the_target() -> None:
    found = judged("sound.noise_floor", -62.0, at_speech_minus16=-55.0)
    assert found.verdict is Verdict.WARN
    assert found.limit is not None
    assert found.limit.passes.high == pytest.approx(-67.0)


def test_a_missing_number_to_judge_by_is_unknown() -> None:
    assert judged("picture.frame_rate", 30.0).verdict is Verdict.UNKNOWN


def test_the_worse_of_two_numbers_counts() -> None:
    assert judged("sound.stereo", 0.0, fold_db=0.0).verdict is Verdict.PASS
    assert judged("sound.stereo", 0.0, fold_db=-82.0).verdict is Verdict.FAIL
    assert judged("sound.stereo", 0.0, correlation=-1.0).verdict is Verdict.FAIL
    assert judged("picture.skin_tone", 2.0, sat=0.29).verdict is Verdict.WARN


def test_a_condition_keeps_a_limit_out() -> None:
    assert judged("picture.haze", 0.5, p1=12.0).verdict is Verdict.PASS
    assert judged("picture.haze", 0.5, p1=40.0).verdict is Verdict.WARN
    assert judged("picture.banding", 6.9, prominence=2.5).verdict is Verdict.PASS


def test_near_says_that_the_error_reaches_over_a_limit() -> None:
    close = Reading("sound.rt60", 0.39, plus_minus=0.05)
    clear = Reading("sound.rt60", 0.20, plus_minus=0.05)
    limit = GENERAL.limit("sound.rt60")
    assert judge(close, limit, metric("sound.rt60")).near
    assert not judge(clear, limit, metric("sound.rt60")).near


def test_overall_passes_only_when_every_reading_does() -> None:
    good, bad = judged("sound.true_peak", -6.0), judged("sound.true_peak", 0.0)
    unknown = judged("sound.true_peak", None)
    assert overall((good,)) is Verdict.PASS
    assert overall((good, unknown)) is Verdict.UNKNOWN
    assert overall((good, unknown, bad)) is Verdict.FAIL
    assert overall(()) is Verdict.UNKNOWN


BASIS = Basis("chosen", Text("x", "x"), Certainty.LOW, "2026")


@pytest.mark.parametrize(
    ("passes", "warns", "target"),
    [
        (Range(0, 5), Range(1, 6), None),
        (Range(None, 5), Range(None, 4), None),
        (Range(None, 5), Range(0, 6), None),
        (Range(0, 5), Range(0, 6), 7.0),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(
    passes: Range, warns: Range, target: float | None
) -> None:
    with pytest.raises(ValueError, match="range"):
        Limit(passes, warns, BASIS, target)


def test_every_advice_reads_the_same_numbers_in_both_languages() -> None:
    for known in catalogue():
        for said in (*known.low, *known.high):
            assert said.zh is not None
            assert placeholders(Text(said.en)) == placeholders(Text(said.zh)), known.id
            assert placeholders(said), f"{known.id}: advice without a number"


def test_every_bad_number_gets_one_line_of_advice_with_a_number_in_it() -> None:
    shares = {
        "share_percent": 50.0,
        "nominal_fps": 30.0,
        "share_of_period": 0.9,
        "nominal_ms": 33.3,
    }
    for known in catalogue():
        limit = GENERAL.limit(known.id)
        assert limit is not None
        for value in (known.axis[0] - 1, known.axis[1] + 1):
            reading = Reading(known.id, value, details={**shares, "at_speech_minus16": value})
            found = judge(reading, limit, known)
            if found.side and found.verdict is not Verdict.PASS:
                assert found.advice is not None, (known.id, value)
                for language in ("en", "zh"):
                    said = found.advice.say(language)
                    assert "{" not in said
                    assert any(c.isdigit() for c in said), said
