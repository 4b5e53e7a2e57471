"""One cause for several readings, and the order of what to do first."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.words import text
from app.metrics.reading import Reading
from app.room.catalogue import catalogue, metric
from app.room.causes import Cause, find_causes, rules
from app.room.judge import Judged, Verdict, judge
from app.room.profiles import profiles

GENERAL = profiles()[0]
RATE = {"share_percent": 60.0, "nominal_fps": 30.0}


def room(**values: float | tuple[float, dict[str, float | str]]) -> tuple[Judged, ...]:
    """Return all readings, those given by their short name measured, the others unknown."""
    out = []
    for known in catalogue():
        given_ = values.get(known.id.split(".")[1])
        if given_ is None:
            reading = Reading(known.id, None, why=text("Not measured yet"))
        else:
            value, details = given_ if isinstance(given_, tuple) else (given_, {})
            reading = Reading(known.id, value, details=details)
        out.append(judge(reading, GENERAL.limit(known.id), known))
    return tuple(out)


def causes(**values: float | tuple[float, dict[str, float | str]]) -> tuple[Cause, ...]:
    return find_causes(room(**values))[1]


def test_low_frame_rate_noise_and_a_dark_face_are_too_little_light() -> None:
    found = causes(face_exposure=33.0, noise=6.8, frame_rate=(18.0, RATE))
    assert [c.id for c in found] == ["too_little_light"]
    assert found[0].readings == ("picture.frame_rate", "picture.noise", "light.face_exposure")
    assert found[0].verdict is Verdict.FAIL
    assert "1.6 stops" in found[0].fix.say("en")
    assert "+1.6 档" in found[0].fix.say("zh")


def test_a_window_behind_is_not_too_little_light() -> None:
    found = causes(face_exposure=33.0, clipped=12.7)
    assert [c.id for c in found] == ["backlight"]


def test_hum_explains_the_floor_and_the_signal_to_noise() -> None:
    found = causes(
        hum=(-57.0, {"mains_hz": 50.0}), noise_floor=(-54.0, {"at_speech_minus16": -52.0}), snr=24.0
    )
    assert [c.id for c in found] == ["hum"]
    assert found[0].fix.say("en").endswith("50 Hz at −57 dBFS")
    assert len(found[0].readings) == 3


def test_sound_against_picture_gives_the_number_to_type_in() -> None:
    early, late = causes(av_offset=112.0), causes(av_offset=-240.0)
    assert early[0].id == "sound_early"
    assert "+112 ms" in early[0].fix.say("zh")
    assert late[0].id == "sound_late"
    assert "−240 ms" in late[0].fix.say("en")


def test_a_far_microphone_is_told_how_far_to_come() -> None:
    found = causes(loudness_integrated=-22.0, snr=24.0, c50=10.4)
    assert [c.id for c in found] == ["mic_too_far"]
    assert found[0].fix.say("en") == "Bring it to 50 % of its distance; the gain stays as it is"


def test_gain_too_high_is_one_finding() -> None:
    found = causes(loudness_integrated=-10.0, true_peak=0.4, clipping=20.0)
    assert [c.id for c in found] == ["mic_too_loud"]
    assert found[0].fix.say("zh") == "话筒增益减 6 dB"


def test_a_dead_channel_and_an_inverted_one_are_told_apart() -> None:
    inverted = causes(stereo=(0.0, {"correlation": -1.0, "fold_db": -82.0, "fault": "inverted"}))
    assert [c.id for c in inverted] == ["channel_inverted"]
    dead = causes(stereo=(60.0, {"worst_db": 60.0, "fault": "dead right"}))
    assert [c.id for c in dead] == ["channel_dead"]


def test_a_number_that_a_gate_hides_is_a_finding_though_unknown() -> None:
    table = {j.reading.id: j for j in room()}
    hidden = Reading("sound.snr", 70.0, why=text("Not measured yet"))
    table["sound.snr"] = judge(hidden, GENERAL.limit(hidden.id), metric(hidden.id))
    found = find_causes(table.values())[1]
    assert [(c.id, c.verdict) for c in found] == [("noise_gate", Verdict.UNKNOWN)]


def test_two_lights_come_before_a_wrong_white_balance() -> None:
    sheet = {"kelvin": 4010.0, "two_lights": "yes", "two_lights_kelvin": 900.0}
    assert [c.id for c in causes(white_balance=(5.0, sheet))] == ["two_lights"]
    assert causes(white_balance=(5.0, {**sheet, "two_lights": "no"}))[0].id == "wrong_white_balance"


def test_echo_bluetooth_flicker_and_lens_have_their_own_names() -> None:
    assert causes(rt60=0.7, c50=6.0)[0].id == "echo"
    assert causes(bandwidth=3.4)[0].id == "bluetooth"
    assert causes(banding=(6.0, {"shutter_s": 0.01, "mains_hz": 50.0}))[0].id == "mains_flicker"
    assert causes(haze=(0.5, {"p1": 50.0}), focus=3.2)[0].id == "dirty_lens"
    assert causes(focus=3.2)[0].id == "out_of_focus"


def delivery(**origin: str) -> tuple[Cause, ...]:
    """Return the causes of frames that do not all arrive, from a source that says `origin`."""
    rate = {"share_percent": 60.0, "nominal_fps": 30.0, **origin}
    return causes(frame_rate=(18.0, rate), lost_frames=(40.0, {**origin}))


def test_a_network_camera_that_drops_frames_is_not_told_of_usb() -> None:
    (found,) = delivery(network="192.168.1.23")
    assert found.id == "slow_network"
    assert "USB" not in found.fix.say("en") + found.fix.say("zh")
    assert "router" in found.fix.say("en")


def test_a_recording_that_lacks_frames_is_not_told_of_usb() -> None:
    (found,) = delivery(film="show.mkv")
    assert found.id == "stuttering_film"
    assert "USB" not in found.fix.say("en") + found.fix.say("zh")


def test_a_camera_of_this_computer_that_drops_frames_is_told_of_usb() -> None:
    (found,) = delivery()
    assert found.id == "slow_camera"
    assert "USB 3" in found.fix.say("en")


@pytest.mark.parametrize("origin", [{"network": "192.168.1.23"}, {"film": "show.mkv"}])
def test_dropouts_beside_lost_frames_name_no_port_the_source_has_not(
    origin: dict[str, str],
) -> None:
    rate: dict[str, float | str] = {"share_percent": 60.0, "nominal_fps": 30.0, **origin}
    (found,) = causes(frame_rate=(18.0, rate), dropouts=4.0)
    assert found.id.startswith("overloaded_")
    assert "USB" not in found.fix.say("en")


@pytest.mark.parametrize("origin", [{"network": "192.168.1.23"}, {"film": "show.mkv"}])
def test_advice_on_lost_frames_alone_names_the_source_instead_of_usb(
    origin: dict[str, str],
) -> None:
    reading = Reading("picture.lost_frames", 9.0, details={**origin})
    advice = judge(reading, GENERAL.limit(reading.id), metric(reading.id)).advice
    assert advice is not None
    assert next(iter(origin.values())) in advice.say("en")
    assert "USB" not in advice.say("en")


def test_a_reading_no_cause_explains_is_a_finding_of_its_own() -> None:
    found = causes(dc_offset=3.0)
    assert [(c.id, c.readings) for c in found] == [("sound.dc_offset", ("sound.dc_offset",))]
    assert "3.00 %" in found[0].fix.say("en")


def test_what_fails_comes_first_then_what_explains_more() -> None:
    found = causes(
        rt60=0.5, dc_offset=3.0, hum=-57.0, noise_floor=(-54.0, {"at_speech_minus16": -40.0})
    )
    assert [c.id for c in found] == ["hum", "sound.dc_offset", "echo"]


def test_a_good_room_has_no_causes() -> None:
    assert causes(face_exposure=60.0, noise=2.0, loudness_integrated=-16.0) == ()


def test_readings_carry_the_cause_that_explains_them() -> None:
    judged, _ = find_causes(room(face_exposure=33.0, noise=6.8))
    owners = {j.reading.id: j.cause for j in judged if j.cause}
    assert owners == dict.fromkeys(("picture.noise", "light.face_exposure"), "too_little_light")


VALUE = st.one_of(st.none(), st.floats(-200, 200))


@settings(max_examples=60, deadline=None)
@given(st.lists(VALUE, min_size=42, max_size=42))
def test_every_bad_reading_has_exactly_one_cause_and_every_fix_is_whole(
    values: list[float | None],
) -> None:
    names = [m.id.split(".")[1] for m in catalogue()]
    extra = {**RATE, "share_of_period": 0.7, "nominal_ms": 33.0, "at_speech_minus16": -40.0}
    given_ = {n: (v, extra) for n, v in zip(names, values, strict=True) if v is not None}
    judged, found = find_causes(room(**given_))
    claimed = list(itertools.chain.from_iterable(c.readings for c in found))
    bad = {j.reading.id for j in judged if j.verdict in (Verdict.WARN, Verdict.FAIL)}
    assert sorted(claimed) == sorted(set(claimed))
    assert bad <= set(claimed)
    for cause in found:
        for language in ("en", "zh"):
            assert "{" not in cause.fix.say(language)


def test_every_rule_can_be_said_with_some_of_its_sentences() -> None:
    ids = [r.id for r in rules()]
    assert len(ids) == len(set(ids))
    for rule in rules():
        for fix in rule.fixes:
            if fix.numbers_of is not None:
                assert metric(fix.numbers_of)
