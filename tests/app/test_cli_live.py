"""`greenroom check` on devices: a network camera that delivers, that dies, and that never was."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from app.cli.main import main
from tests.app.phone_camera import Phone

SECONDS = "4"


@pytest.fixture
def phone() -> Iterator[Phone]:
    made = Phone()
    yield made
    if made._thread.is_alive():
        made.kill()


def checked(
    capfd: pytest.CaptureFixture[str], address: str, *more: str
) -> tuple[int, dict[str, Any], str]:
    """Return status, JSON object and words of a check of the camera at `address`."""
    capfd.readouterr()
    command = ["--lang", "en", "check", "--video", address, "--seconds", SECONDS, "--json", "-"]
    status = main([*command, *more])
    out, err = capfd.readouterr()
    assert "Traceback" not in err
    return status, json.loads(out) if out else {}, err


def reading(found: dict[str, Any], metric_id: str) -> dict[str, Any]:
    return next(r for r in found["readings"] if r["id"] == metric_id)


def test_a_network_camera_is_checked(phone: Phone, capfd: pytest.CaptureFixture[str]) -> None:
    status, found, _ = checked(capfd, phone.address())
    assert status == 1  # 120 lines are too few for a show
    assert reading(found, "picture.resolution")["value"] == 120.0
    assert reading(found, "picture.frame_rate")["details"]["network"] == "127.0.0.1"
    assert reading(found, "sound.clipping")["reason"] == "No microphone was chosen"
    assert found["devices"] == {"camera": f"{phone.address()}, 160×120"}
    assert (found["notes"], found["demo"]) == ([], False)


def killed_half_way(
    phone: Phone, capfd: pytest.CaptureFixture[str], *more: str
) -> tuple[int, dict[str, Any], str]:
    """Return what a check says whose camera is killed in the middle."""
    killer = threading.Timer(float(SECONDS) / 2, phone.kill)
    killer.start()
    answer = checked(capfd, phone.address(), *more)
    killer.join()
    return answer


def test_a_camera_killed_mid_check_ends_it_with_status_three_and_keeps_what_was_seen(
    phone: Phone, capfd: pytest.CaptureFixture[str]
) -> None:
    status, found, err = killed_half_way(phone, capfd)
    assert status == 3
    assert reading(found, "picture.resolution")["value"] == 120.0
    assert "was lost" in err
    assert "Check the network" in err


def test_a_loss_is_said_with_the_device_and_the_second(
    phone: Phone, capfd: pytest.CaptureFixture[str]
) -> None:
    _, found, _ = killed_half_way(phone, capfd)
    (note,) = found["notes"]
    assert phone.address() in note
    assert re.match(r"After [1-4] s: ", note)


def test_a_camera_killed_beside_a_sound_that_goes_on_leaves_the_usual_status(
    phone: Phone, capfd: pytest.CaptureFixture[str]
) -> None:
    status, found, _ = killed_half_way(phone, capfd, "--audio", "demo")
    assert status == 1  # 120 lines are too few for a show
    assert any("was lost" in note for note in found["notes"])


def test_nobody_at_the_address_is_status_three(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        status, found, err = checked(capfd, address)
    assert (status, found) == (3, {})
    assert "No answer from" in err


def test_a_camera_that_never_comes_beside_one_that_does_is_status_three(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The sound is measured and told; that the picture is missing is not passed over."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        command = ["--lang", "en", "check", "--video", address, "--audio", "demo"]
        capfd.readouterr()
        status = main([*command, "--seconds", SECONDS, "--json", "-"])
    found = json.loads(capfd.readouterr().out)
    assert status == 3
    assert reading(found, "sound.true_peak")["value"] is not None
    assert any("No answer" in note for note in found["notes"])
