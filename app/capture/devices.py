"""Which cameras and microphones there are."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.capture import portaudio
from app.capture.pixels import opencv
from app.core.errors import Environment

_SYSTEM: str = sys.platform
_V4L = Path("/sys/class/video4linux")
_MOST_PROBED = 8
_PREFERRED_HOST = {"win32": "Windows WASAPI", "darwin": "Core Audio"}


class Kind(StrEnum):
    """What a device gives."""

    CAMERA = "camera"
    MICROPHONE = "microphone"


@dataclass(frozen=True, slots=True)
class Device:
    """One device: `id` is what opens it (OpenCV's index, PortAudio's name), `detail` its format."""

    kind: Kind
    id: str
    name: str
    detail: str = ""
    default: bool = False


def cameras(nodes: Path = _V4L) -> tuple[Device, ...]:
    """Return the cameras that OpenCV can open, in its order; names where the system tells them.

    Linux shows them as files, at no cost. Elsewhere each index is opened for a moment until one is not
    there, which may take seconds and may light the camera's lamp.
    """
    if _SYSTEM == "linux":
        return _listed(nodes)
    return _probed()


def _listed(nodes: Path) -> tuple[Device, ...]:
    found: list[Device] = []
    for node in sorted(nodes.glob("video*"), key=lambda n: int("0" + n.name[5:])):
        try:
            if int((node / "index").read_text()) != 0:
                continue  # a camera's second node carries metadata, not pictures
            name = (node / "name").read_text().strip()
        except (OSError, ValueError):
            continue  # pulled out between listing and reading
        found.append(Device(Kind.CAMERA, node.name[5:], name, f"/dev/{node.name}", not found))
    return tuple(found)


def _probed() -> tuple[Device, ...]:
    cv2 = opencv()
    found: list[Device] = []
    for index in range(_MOST_PROBED):
        capture = cv2.VideoCapture(index)
        there = capture.isOpened()
        size = [
            round(capture.get(p)) for p in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT)
        ]
        capture.release()
        if not there:
            break
        detail = f"{size[0]}×{size[1]}"
        found.append(Device(Kind.CAMERA, str(index), f"Camera {index}", detail, not found))
    return tuple(found)


def microphones() -> tuple[Device, ...]:
    """Return the inputs of the preferred sound host; Environment where PortAudio is missing.

    The list is fresh when no microphone is open; while one is, it is the list of the time it was opened.
    """
    with portaudio.fresh_list() as sounddevice:
        listed: list[Any] = list(sounddevice.query_devices())
        hosts: list[Any] = list(sounddevice.query_hostapis())
    inputs = [d for d in listed if d["max_input_channels"] > 0]
    wanted = _PREFERRED_HOST.get(_SYSTEM)
    host = next((i for i, h in enumerate(hosts) if h["name"] == wanted), None)
    if host is not None:
        inputs = [d for d in inputs if d["hostapi"] == host] or inputs
    first = {h["default_input_device"] for i, h in enumerate(hosts) if host in (None, i)}
    return tuple(
        Device(
            Kind.MICROPHONE,
            d["name"],
            d["name"],
            f"{d['default_samplerate']:.0f} Hz, {d['max_input_channels']} ch",
            d["index"] in first,
        )
        for d in inputs
    )


def every_device(*, probe: bool = True) -> tuple[Device, ...]:
    """Return cameras and microphones; a sound system that is missing leaves its part out.

    Without `probe`, cameras that can only be listed by opening them are left out.
    """
    try:
        heard = microphones()
    except Environment:
        heard = ()
    seen = cameras() if probe or _SYSTEM == "linux" else ()
    return (*seen, *heard)


def listed_devices() -> tuple[Device, ...]:
    """Return the devices that can be listed once a second without disturbing any."""
    return every_device(probe=False)
