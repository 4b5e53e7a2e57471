"""A network camera that is killed and comes back, and addresses where there is none."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from app.capture.network_camera import network_camera
from app.capture.opencv_camera import OpenCvPicture
from app.core.errors import Trouble
from app.metrics.signals import Frame
from tests.app.phone_camera import Phone


class Told:
    """Keeps what a source told, with the time, and lets a test wait for it."""

    def __init__(self) -> None:
        self.frames = 0
        self.last: Frame | None = None
        self.trouble: Trouble | None = None
        self._changed = threading.Condition()

    def frame(self, frame: Frame) -> None:
        with self._changed:
            self.frames += 1
            self.last = frame
            self._changed.notify_all()

    def said(self, trouble: Trouble | None) -> None:
        with self._changed:
            self.trouble = trouble
            self._changed.notify_all()

    def wait(self, ready: Any, timeout: float) -> float:
        began = time.monotonic()
        with self._changed:
            assert self._changed.wait_for(ready, timeout), str(self.trouble)
        return time.monotonic() - began


@pytest.fixture
def phone() -> Iterator[Phone]:
    made = Phone()
    yield made
    if made._thread.is_alive():
        made.kill()


@pytest.fixture
def cameras() -> Iterator[list[OpenCvPicture]]:
    made: list[OpenCvPicture] = []
    yield made
    for camera in made:
        assert camera.stop(5)


def started(address: str, cameras: list[OpenCvPicture]) -> Told:
    told, camera = Told(), network_camera(address)
    cameras.append(camera)
    camera.start(told.frame, told.said)
    return told


def test_a_killed_camera_is_noticed_within_two_seconds_and_comes_back(
    phone: Phone, cameras: list[OpenCvPicture]
) -> None:
    told = started(phone.address(), cameras)
    told.wait(lambda: told.frames >= 5, 10)
    assert told.last is not None
    assert told.last.size == (160, 120)
    assert told.trouble is None
    phone.kill()
    assert told.wait(lambda: told.trouble is not None, 5) < 2
    assert "lost" in str(told.trouble)
    before = told.frames
    again = Phone(phone.port)
    try:
        told.wait(lambda: told.frames > before + 5, 10)
        assert told.trouble is None
    finally:
        again.kill()


def test_a_camera_that_hangs_is_noticed_within_two_seconds(
    phone: Phone, cameras: list[OpenCvPicture]
) -> None:
    told = started(phone.address(), cameras)
    told.wait(lambda: told.frames >= 5, 10)
    phone.hung.set()
    assert told.wait(lambda: told.trouble is not None, 5) < 2
    before = told.frames
    phone.hung.clear()
    told.wait(lambda: told.frames > before + 5 and told.trouble is None, 10)


@pytest.mark.parametrize(
    ("path", "words"), [("/locked", "refuses access"), ("/page", "sends no picture")]
)
def test_who_answers_without_a_film_is_said(
    phone: Phone, cameras: list[OpenCvPicture], path: str, words: str
) -> None:
    told = started(phone.address(path), cameras)
    told.wait(lambda: told.trouble is not None, 10)
    assert told.trouble is not None
    assert words in told.trouble.what.say("en")
    assert told.trouble.todo.say("en")


def test_nobody_at_the_address_is_said(cameras: list[OpenCvPicture]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        told = started(f"http://me:secret@127.0.0.1:{free.getsockname()[1]}/", cameras)
        told.wait(lambda: told.trouble is not None, 5)
    assert "No answer" in str(told.trouble)
    assert "secret" not in str(told.trouble)
