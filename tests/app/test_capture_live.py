"""A whole check on real sources: files played as devices, and a phone that comes late."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from app.capture.player import FilePlayer
from app.capture.sources import BlockSink, Origin, SoundFormat, TroubleSink
from app.core.clock import SystemClock
from app.core.errors import Refused
from app.metrics.measure import Act, ActStep
from app.metrics.signals import Block
from app.room.profiles import find_profile
from app.session.file_check import check_file
from app.session.live import LiveCheck, Snapshot

Maker = Callable[..., Path]


class Watcher:
    """Reads snapshots as a page does: woken, then taking the newest."""

    def __init__(self) -> None:
        self.woken = threading.Event()
        self.seen: list[Snapshot] = []

    def until(
        self, check: LiveCheck, ready: Callable[[Snapshot], bool], timeout: float
    ) -> Snapshot:
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            self.woken.wait(0.5)
            self.woken.clear()
            snapshot = check.snapshot()
            if snapshot is not None:
                self.seen.append(snapshot)
                if ready(snapshot):
                    return snapshot
        pytest.fail(f"not within {timeout} s; last: {self.seen[-1:]}")


class LateMicrophone:
    """A sound source that a test plugs in when it likes, at a rate it likes."""

    name = "late"
    describe = "late"
    origin = Origin.DEVICE
    progress = None
    opened: SoundFormat | None = None

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        self.sink, self.trouble = sink, trouble

    def stop(self, timeout: float) -> bool:
        return True

    def deliver(self, rate: int, channels: int, seconds: float, level: float = 0.1) -> None:
        rng, step = np.random.default_rng(1), rate // 20
        for first in range(0, int(rate * seconds), step):
            noise = (level * rng.standard_normal((step, channels))).astype(np.float32)
            self.sink(Block(time.monotonic() + first / rate, noise, rate))


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
def live(watcher: Watcher) -> Iterator[Callable[..., LiveCheck]]:
    made: list[LiveCheck] = []

    def make(picture: object, sound: object, *, demo: bool = False) -> LiveCheck:
        profile, clock = find_profile("general"), SystemClock()
        check = LiveCheck(picture, sound, profile, None, None, clock, watcher.woken.set, demo=demo)
        made.append(check)
        check.start()
        return check

    before = set(threading.enumerate())
    yield make
    for check in made:
        assert check.stop(5)
    assert set(threading.enumerate()) <= before


def test_a_film_played_as_a_room_is_shown_judged_and_reported(
    film: Maker, live: Callable[..., LiveCheck], watcher: Watcher
) -> None:
    player = FilePlayer(film("room.mkv", seconds=4), loop=False)
    check = live(player.picture, player.sound, demo=True)
    shown = watcher.until(check, lambda s: s.picture is not None and s.sound is not None, 20)
    assert shown.demo
    assert shown.picture is not None
    assert shown.picture.size == (320, 180)
    ended = watcher.until(check, lambda s: s.progress == 1.0 and bool(s.judged), 20)
    assert not ended.troubles
    times = [s.elapsed for s in watcher.seen]
    assert min(np.diff(times)) >= 0.0199  # never more than fifty a second
    judged = {id(s.judged) for s in watcher.seen}
    assert len(judged) <= 2 + 2 * (times[-1] - times[0]) + 1
    assert check.stop(5)
    report = check.report(room="Studio A")
    loudness = report.reading("sound.loudness_momentary_max")
    assert loudness is not None
    assert loudness.value == pytest.approx(-20.0, abs=0.3)  # 1 kHz at −20 dBFS on both channels
    assert report.room == "Studio A"
    assert set(report.devices) == {"camera", "microphone"}
    assert check.still() is not None


def test_a_microphone_that_comes_later_and_changes_its_rate_is_taken_in(
    live: Callable[..., LiveCheck], watcher: Watcher
) -> None:
    microphone = LateMicrophone()
    check = live(None, microphone)
    first = watcher.until(check, lambda s: bool(s.judged), 20)
    assert first.sound is None
    check.skip(Act.CLAPS)
    microphone.deliver(48000, 1, 2.0)
    heard = watcher.until(check, lambda s: s.sound is not None and s.sound.at > 0, 20)
    assert heard.acts[1].step is ActStep.SKIPPED
    assert not heard.troubles
    microphone.deliver(16000, 2, 1.0)
    changed = watcher.until(check, lambda s: bool(s.troubles), 20)
    assert "16000 Hz, 2 ch" in changed.troubles[0].what.say("en")
    assert changed.acts[1].step is ActStep.SKIPPED


def test_three_seconds_of_digital_zero_are_said_until_sound_comes(
    live: Callable[..., LiveCheck], watcher: Watcher
) -> None:
    microphone = LateMicrophone()
    check = live(None, microphone)
    microphone.deliver(48000, 1, 3.5, level=0.0)
    said = watcher.until(check, lambda s: bool(s.troubles), 20)
    assert "silent" in said.troubles[0].what.say("en")
    microphone.deliver(48000, 1, 0.5)
    watcher.until(check, lambda s: not s.troubles, 20)


def test_a_source_that_stops_without_a_word_is_said_within_two_seconds(
    live: Callable[..., LiveCheck], watcher: Watcher
) -> None:
    microphone = LateMicrophone()
    check = live(None, microphone)
    microphone.deliver(48000, 1, 0.5)
    began = time.monotonic()
    said = watcher.until(check, lambda s: bool(s.troubles), 20)
    assert time.monotonic() - began < 2
    assert "sends no sound" in said.troubles[0].what.say("en")
    microphone.deliver(48000, 1, 0.5)
    watcher.until(check, lambda s: not s.troubles, 20)


def test_a_black_picture_is_said(
    film: Maker, live: Callable[..., LiveCheck], watcher: Watcher
) -> None:
    player = FilePlayer(film("dark.mkv", seconds=6, sound=None, dark=True), loop=True)
    assert player.picture is not None
    player.picture.origin = Origin.DEVICE  # the film stands for a camera under its cap
    check = live(player.picture, player.sound)
    said = watcher.until(check, lambda s: bool(s.troubles), 20)
    assert "is black" in said.troubles[0].what.say("en")
    assert said.troubles[0].todo.say("en")


def test_a_black_film_is_not_told_to_take_off_its_lens_cap(
    film: Maker, live: Callable[..., LiveCheck], watcher: Watcher
) -> None:
    player = FilePlayer(film("dark.mkv", seconds=2, sound=None, dark=True), loop=False)
    watcher.until(live(player.picture, None), lambda s: s.progress == 1.0, 20)
    assert any(s.picture is not None and s.picture.black for s in watcher.seen)
    assert not [t for s in watcher.seen for t in s.troubles]


def test_a_looped_player_goes_on_in_time_and_ends_when_told(film: Maker) -> None:
    player = FilePlayer(film("loop.mkv", seconds=0.4), loop=True)
    times: list[float] = []
    enough = threading.Event()

    def take(frame: object) -> None:
        times.append(frame.at)  # type: ignore[attr-defined]
        if len(times) == 30:
            enough.set()

    assert player.picture is not None
    player.picture.start(take, lambda trouble: None)
    assert enough.wait(10)
    assert player.picture.stop(5)
    assert np.allclose(np.diff(times), 1 / 30, atol=0.01)


def test_a_file_is_checked_faster_than_it_plays(film: Maker) -> None:
    path, told = film("room.mkv", seconds=4), []
    began = time.monotonic()
    done = check_file(path, find_profile("general"), progress=told.append, room="B")
    assert done is not None
    assert time.monotonic() - began < 15  # the models load meanwhile
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert done.note is None
    assert done.still is not None
    assert done.report.seconds == pytest.approx(4, abs=0.1)
    loudness = done.report.reading("sound.loudness_momentary_max")
    assert loudness is not None
    assert loudness.value == pytest.approx(-20.0, abs=0.2)


def test_sound_of_one_file_goes_with_the_picture_of_another(film: Maker) -> None:
    seen = film("picture.mkv", seconds=1, sound=None)
    heard = film("sound.mkv", seconds=1, size=None, sound=(8000, 1))
    done = check_file(seen, find_profile("general"), sound=heard)
    assert done is not None
    assert "8000 Hz" in done.report.devices["microphone"]
    assert "320×180" in done.report.devices["camera"]


def test_a_check_of_a_file_can_be_cancelled_and_a_bad_file_is_refused(
    film: Maker, tmp_path: Path
) -> None:
    path = film("room.mkv", seconds=1)
    assert check_file(path, find_profile("general"), cancelled=lambda: True) is None
    (tmp_path / "empty.mp4").touch()
    with pytest.raises(Refused):
        check_file(tmp_path / "empty.mp4", find_profile("general"))


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (16, 1200)])
def test_a_picture_of_almost_nothing_is_checked_without_a_word(
    film: Maker, size: tuple[int, int]
) -> None:
    path = film("tiny.mkv", seconds=0.3, size=size, codec="ffv1", pixels="bgr0", sound=(8000, 1))
    assert check_file(path, find_profile("general")) is not None
