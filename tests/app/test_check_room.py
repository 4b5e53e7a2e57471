"""A whole check without devices: halves that are missing, a profile that changes, what is still to do."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from app.core.words import text
from app.metrics.measure import Act, ActStep
from app.metrics.signals import Block, Frame, Matrix
from app.room.catalogue import catalogue
from app.room.check import RoomCheck
from app.room.judge import Verdict
from app.room.profiles import find_profile
from app.room.report import RoomReport

RATE = 48000
GENERAL = find_profile("general")


def check(*, sound: bool = True, picture: bool = True, guided: bool = True) -> RoomCheck:
    return RoomCheck(
        GENERAL,
        guided=guided,
        sound=(RATE, 2) if sound else None,
        picture=picture,
        nominal_fps=30.0,
        no_sound=text("The file has no sound"),
        no_picture=text("The file has no picture"),
    )


def tone(seconds: float, dbfs: float) -> Block:
    wave = 10 ** (dbfs / 20) * np.sin(2 * np.pi * 1000 * np.arange(round(seconds * RATE)) / RATE)
    return Block(0.0, np.repeat(wave[:, None], 2, axis=1).astype(np.float32), RATE)


def grey(number: int) -> Frame:
    luma = np.full((180, 320), 128, np.uint8)
    luma[:, number : number + 8] = 200
    chroma = np.full((90, 160, 2), 128, np.uint8)
    return Frame(number / 30, luma, chroma, full_range=True, matrix=Matrix.BT709, number=number)


def verdicts(made: RoomCheck) -> dict[str, Verdict]:
    return {j.reading.id: j.verdict for j in made.judged()}


def test_every_reading_is_there_in_order_and_nothing_passes_unmeasured() -> None:
    for made in (check(), check(sound=False), check(picture=False)):
        assert [j.reading.id for j in made.judged()] == [m.id for m in catalogue()]
        assert set(verdicts(made).values()) == {Verdict.UNKNOWN}
        assert all(j.why is not None for j in made.judged())
        assert made.causes() == ()


def test_a_missing_half_says_why() -> None:
    silent, blind = check(sound=False), check(picture=False)
    reasons = {j.reading.id: j.why and j.why.say("en") for j in silent.judged()}
    assert reasons["sound.snr"] == reasons["sync.av_offset"] == "The file has no sound"
    reasons = {j.reading.id: j.why and j.why.say("en") for j in blind.judged()}
    assert reasons["light.key_fill"] == reasons["sync.av_offset"] == "The file has no picture"


def test_another_profile_judges_the_same_numbers_anew() -> None:
    made = check(picture=False)
    made.hear(tone(20, -16.0))
    assert verdicts(made)["sound.loudness_integrated"] is Verdict.PASS
    strict = GENERAL.limits["sound.true_peak"].passes
    own = GENERAL.copied("mine", "Mine").with_ranges("sound.loudness_integrated", strict, strict)
    made.use_profile(own)
    assert verdicts(made)["sound.loudness_integrated"] is Verdict.PASS
    assert (
        made.report(devices={}, room="", at=datetime.now(UTC), version="0", demo=False).profile
        == own
    )


def test_the_judged_tuple_stays_until_something_new_came_in() -> None:
    made = check(picture=False)
    made.hear(tone(1, -20))
    first = made.judged()
    assert made.judged() is first
    made.hear(tone(1, -20))
    assert made.judged() is not first


def test_acts_come_once_each_and_a_skipped_one_leaves_its_numbers_unknown() -> None:
    made = check()
    assert [s.act for s in made.acts()] == [Act.SILENCE, Act.CLAPS, Act.SHEET]
    assert {"White sheet", "Six claps"} <= {m.say("en") for m in made.missing()}
    made.skip(Act.CLAPS)
    made.skip(Act.SHEET)
    steps = {s.act: s.step for s in made.acts()}
    assert steps[Act.CLAPS] is steps[Act.SHEET] is ActStep.SKIPPED
    reasons = {j.reading.id: j.why and j.why.say("en") for j in made.judged()}
    assert reasons["sync.av_offset"] == "The claps were skipped"
    assert "White sheet" not in {m.say("en") for m in made.missing()}


def test_what_is_missing_names_the_speech_still_needed() -> None:
    assert "Speech up to 15 s" in {m.say("en") for m in check().missing()}
    assert "A face in the picture" in {m.say("en") for m in check().missing()}
    assert not any("Speech" in m.say("en") for m in check(sound=False).missing())


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_samples_that_are_no_numbers_give_a_report_that_can_be_stored(bad: float) -> None:
    import json

    made = check(guided=False)
    block = tone(2, -20)
    block.samples[100:200] = bad
    made.hear(block)
    for number in range(40):
        made.see(grey(number))
    report = made.report(devices={}, room="", at=datetime.now(UTC), version="0", demo=False)
    stored = json.loads(json.dumps(report.to_dict(), allow_nan=False))
    assert RoomReport.from_dict(stored) == report
    assert report.seconds == pytest.approx(2.0, abs=0.1)
