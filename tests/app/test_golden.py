"""What moved since the golden room, and nothing else."""

from __future__ import annotations

import pytest

from app.core.words import text
from app.metrics.reading import Reading
from app.room.catalogue import metric
from app.room.golden import Kind, drift
from app.room.judge import Judged, judge
from app.room.profiles import profiles

GENERAL = profiles()[0]


def one(
    metric_id: str, value: float | None, error: float | None = None, **details: float | str
) -> Judged:
    why = text("Not measured yet") if value is None else None
    reading = Reading(metric_id, value, error, why, details)
    return judge(reading, GENERAL.limit(metric_id), metric(metric_id))


def test_a_room_has_not_drifted_from_itself() -> None:
    room = [one("light.face_exposure", 60.0), one("sound.hum", -120.0), one("sound.rt60", 0.3)]
    assert drift(room, room) == ()


def test_less_than_the_threshold_is_not_listed() -> None:
    assert drift([one("sound.rt60", 0.30)], [one("sound.rt60", 0.41)]) == ()
    assert len(drift([one("sound.rt60", 0.30)], [one("sound.rt60", 0.43)])) == 1


def test_what_lies_within_the_error_of_both_is_not_listed() -> None:
    before, now = one("sound.rt60", 0.30, 0.1), one("sound.rt60", 0.43, 0.1)
    assert drift([before], [now]) == ()


def test_the_key_light_is_said_in_stops() -> None:
    (moved,) = drift([one("light.face_exposure", 60.0)], [one("light.face_exposure", 47.0)])
    assert moved.says.say("en") == "Key light −0.7 stops"
    assert moved.says.say("zh") == "主灯 −0.7 档"


def test_hum_that_was_not_there_is_new() -> None:
    (moved,) = drift([one("sound.hum", -120.0)], [one("sound.hum", -57.0)])
    assert moved.kind is Kind.NEW
    assert moved.says.say("en") == "Mains hum is new: −57 dBFS"
    (back,) = drift([one("sound.hum", -57.0)], [one("sound.hum", -120.0)])
    assert back.kind is Kind.GONE


@pytest.mark.parametrize(("place", "side"), [(8.0, "left"), (-8.0, "right")])
def test_a_face_that_wandered_means_a_camera_that_turned(place: float, side: str) -> None:
    before = one("framing.face_width", 26.0, centre_off_percent=0.0)
    now = one("framing.face_width", 26.5, centre_off_percent=place)
    (moved,) = drift([before], [now])
    assert moved.says.say("en") == f"Camera about 5° to the {side}"


def test_what_either_did_not_measure_is_left_out() -> None:
    assert drift([one("sound.hum", None)], [one("sound.hum", -50.0)]) == ()
    assert drift([], [one("sound.hum", -50.0)]) == ()


def test_the_furthest_comes_first() -> None:
    before = [one("sound.rt60", 0.30), one("background.clutter", 1.0)]
    now = [one("sound.rt60", 0.45), one("background.clutter", 9.0)]
    assert [m.id for m in drift(before, now)] == ["background.clutter", "sound.rt60"]
    assert [m.says.say("en") for m in drift(before, now)] == ["Clutter +8.0 %", "Echo RT60 +0.15 s"]
