"""From what a person types to a source, and the lists it is chosen from."""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

import pytest

from app.capture import devices, find, troubles
from app.capture.devices import Device, Kind
from app.capture.find import find_source, media_path
from app.capture.opencv_camera import local_camera
from app.capture.watch import DeviceWatch
from app.core.errors import Environment, Refused, Trouble
from app.session.standing import Place, Standing


def nodes(folder: Path, *named: tuple[str, str, str]) -> Path:
    for node, index, name in named:
        (folder / node).mkdir()
        (folder / node / "index").write_text(index + "\n")
        (folder / node / "name").write_text(name + "\n")
    return folder


def test_linux_cameras_are_named_in_order_without_their_metadata_nodes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices, "_SYSTEM", "linux")
    listed = nodes(
        tmp_path,
        ("video10", "0", "Capture card"),
        ("video2", "0", "HD Webcam"),
        ("video3", "1", "HD Webcam"),
    )
    found = devices.cameras(listed)
    assert [(d.id, d.name, d.default) for d in found] == [
        ("2", "HD Webcam", True),
        ("10", "Capture card", False),
    ]


def camera(index: str, name: str) -> Device:
    return Device(Kind.CAMERA, index, name)


@pytest.fixture
def two_cameras(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (camera("2", "HD Webcam"), camera("10", "Capture card"))
    monkeypatch.setattr(devices, "cameras", lambda: known)


@pytest.mark.parametrize("typed", ["10", "Capture card", "capture CARD", "card"])
def test_a_camera_is_found_by_index_name_or_part_of_it(two_cameras: None, typed: str) -> None:
    found = find_source(typed, Kind.CAMERA)
    assert found.picture is not None
    assert found.picture.name == "Capture card"
    assert found.sound is None


def test_an_unknown_camera_is_refused_naming_those_there_are(two_cameras: None) -> None:
    with pytest.raises(Refused) as caught:
        find_source("3", Kind.CAMERA)
    assert "2: HD Webcam, 10: Capture card" in caught.value.what.say("en")


def test_no_camera_at_all_is_the_environment_s_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "cameras", lambda: ())
    with pytest.raises(Environment):
        find_source("0", Kind.CAMERA)


def test_an_address_is_a_network_camera_and_no_microphone() -> None:
    found = find_source("rtsp://user:word@10.0.0.2/live", Kind.CAMERA)
    assert found.picture is not None
    assert found.picture.name == "rtsp://10.0.0.2/live"
    with pytest.raises(Refused):
        find_source("http://10.0.0.2/", Kind.MICROPHONE)


def test_a_file_gives_both_and_a_missing_one_is_refused(film: Callable[..., Path]) -> None:
    found = find_source(str(film("a.mkv", seconds=0.2)), Kind.CAMERA)
    assert found.picture is not None
    assert found.sound is not None
    assert not found.demo
    with pytest.raises(Refused, match="There is no file"):
        find_source("nowhere.mp4", Kind.CAMERA)


def test_the_demo_is_a_file_of_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    assert media_path("demo") == find.demo_file()
    assert media_path("0") is None
    assert media_path("HD Webcam") is None
    assert media_path("http://10.0.0.2/film.mp4") is None


def test_a_camera_that_is_not_there_is_said_and_nothing_hangs() -> None:
    said: queue.Queue[Trouble | None] = queue.Queue()
    missing = local_camera(77, "Studio camera")
    missing.start(lambda frame: None, said.put)
    trouble = said.get(timeout=5)
    assert trouble is not None
    assert "Studio camera" in trouble.what.say("en")
    assert missing.stop(5)


def test_the_watch_tells_each_new_list_once() -> None:
    lists = iter([(), (), (camera("0", "HD Webcam"),), (camera("0", "HD Webcam"),), ()])
    told: queue.Queue[tuple[Device, ...]] = queue.Queue()
    watch = DeviceWatch(told.put, lambda: next(lists, ()), period=0.001)
    watch.start()
    assert [len(told.get(timeout=5)) for _ in range(3)] == [0, 1, 0]
    assert watch.stop(5)
    assert told.empty()


def test_a_trouble_told_twice_stays_the_same_until_it_is_cured() -> None:
    standing = Standing()
    standing.tell(Place.SOUND, troubles.microphone_lost("A"))
    (first,) = standing.all()
    standing.tell(Place.SOUND, troubles.microphone_lost("A"))
    assert standing.all() == (first,)
    standing.tell(Place.PICTURE, troubles.camera_lost("B"))
    assert standing.all()[1] is first
    standing.tell(Place.SOUND, None)
    assert first not in standing.all()
