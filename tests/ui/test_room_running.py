"""A live check and the GUI thread: devices that are slow to let go hold up nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.capture.sources import BlockSink, Origin, SoundFormat, Sources, TroubleSink
from app.room.profiles import find_profile
from app.room.report import RoomReport
from ui.bridge import Later
from ui.room.ending import Ended
from ui.room.running import Running

WAIT_MS = 10000


class Clinging:
    """A microphone that lets go only when the test says so; it knows on which thread it was told."""

    name = describe = "clinging"
    origin = Origin.DEVICE
    progress = None
    opened: SoundFormat | None = None

    def __init__(self) -> None:
        self.started, self.told, self.free = (threading.Event() for _ in range(3))
        self.thread: threading.Thread | None = None

    def start(self, sink: BlockSink, trouble: TroubleSink) -> None:
        self.started.set()

    def stop(self, timeout: float) -> bool:
        self.thread = threading.current_thread()
        self.told.set()
        return self.free.wait(timeout)


class Stage:
    """A Running with what it ended with, and what was kept."""

    def __init__(self) -> None:
        self.later = Later()
        self.running = Running(self.later)
        self.ended: list[Ended] = []
        self.kept_on: list[threading.Thread] = []
        self.running.ended.connect(self.ended.append)

    def start(self, microphone: Clinging) -> None:
        sources = Sources(sound=microphone)
        self.running.start(sources, find_profile("general"), None, None)

    def keep(self, report: RoomReport, encoded: bytes | None) -> bool:
        self.kept_on.append(threading.current_thread())
        return True


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage()
    yield made
    assert made.running.close(5.0)
    assert made.later.close(5.0)


def test_a_check_ends_without_holding_up_the_window(stage: Stage, qtbot: QtBot) -> None:
    microphone = Clinging()
    stage.start(microphone)
    assert stage.running.finish("", stage.keep)  # returns while the microphone still clings
    qtbot.waitUntil(microphone.told.is_set, timeout=WAIT_MS)
    assert not stage.ended
    microphone.free.set()
    qtbot.waitUntil(lambda: bool(stage.ended), timeout=WAIT_MS)
    assert stage.ended[0].kept
    assert threading.main_thread() not in (microphone.thread, *stage.kept_on)


def test_a_new_check_opens_its_devices_once_the_old_ones_are_free(
    stage: Stage, qtbot: QtBot
) -> None:
    old, new = Clinging(), Clinging()
    stage.start(old)
    stage.start(new)
    qtbot.waitUntil(old.told.is_set, timeout=WAIT_MS)
    assert not new.started.is_set()
    old.free.set()
    qtbot.waitUntil(new.started.is_set, timeout=WAIT_MS)
    new.free.set()


def test_a_check_left_before_its_devices_were_free_never_opens_them(
    stage: Stage, qtbot: QtBot
) -> None:
    old, new = Clinging(), Clinging()
    stage.start(old)
    stage.start(new)
    stage.running.drop()
    old.free.set()
    qtbot.waitUntil(lambda: not stage.later.busy(), timeout=WAIT_MS)
    assert not new.started.is_set()
