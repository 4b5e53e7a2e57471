"""What is said of a source that stops delivering without a word, by what kind of source it is."""

from __future__ import annotations

import numpy as np
import pytest

from app.capture.sources import (
    BlockSink,
    FrameSink,
    Origin,
    PictureFormat,
    SoundFormat,
    TroubleSink,
)
from app.metrics.signals import Block
from app.session.intake import Intake
from app.session.standing import Standing

DEVICE_WORDS = ("cable", "plug", "fader", "lens", "another program")


class Hands:
    """A clock that a test turns by hand."""

    def __init__(self) -> None:
        self.at = 100.0

    def now(self) -> float:
        return self.at

    def wall(self) -> None:
        raise NotImplementedError


class Quiet:
    """A source that delivers nothing unless a test does."""

    name = "room.mkv"
    describe = "room.mkv"
    progress = None

    def __init__(self, origin: Origin) -> None:
        self.origin = origin

    def stop(self, timeout: float) -> bool:
        return True


class QuietPicture(Quiet):
    opened: PictureFormat | None = None

    def start(self, sink: FrameSink, trouble: TroubleSink) -> None:
        self.sink = sink


class QuietSound(Quiet):
    opened: SoundFormat | None = None

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        self.sink = sink


def said_of(origin: Origin) -> list[str]:
    """Return what is said of a picture and a sound of `origin` that starve for a minute."""
    clock, standing = Hands(), Standing()
    picture, sound = QuietPicture(origin), QuietSound(origin)
    intake = Intake(picture, sound, clock, standing)  # type: ignore[arg-type]
    intake.start()
    sound.sink(Block(0.0, np.zeros((480, 1), np.float32), 48000))
    clock.at += 60.0
    intake.watch()
    return [f"{t.what.say('en')} {t.todo.say('en')}" for t in standing.all()]


def test_a_file_that_starves_gets_no_words_about_devices() -> None:
    said = said_of(Origin.FILE)
    assert len(said) == 2
    assert all("the computer is busy" in one for one in said)
    assert not [w for w in DEVICE_WORDS for one in said if w in one]


@pytest.mark.parametrize("origin", [Origin.DEVICE, Origin.NETWORK])
def test_a_device_that_starves_is_told_to_look_at_its_cable(origin: Origin) -> None:
    said = said_of(origin)
    assert len(said) == 2
    assert all("cable" in one for one in said)
