"""From what a person typed to a source: a device, a file, an address, or the demo room."""

from __future__ import annotations

from pathlib import Path

from app.capture import devices
from app.capture.devices import Device, Kind
from app.capture.microphone import Microphone
from app.capture.network_camera import is_address, network_camera
from app.capture.opencv_camera import local_camera
from app.capture.player import FilePlayer
from app.capture.sources import Sources
from app.core import paths
from app.core.clock import Clock
from app.core.errors import Environment, Refused, Trouble
from app.core.words import text

DEMO = "demo"


def demo_file() -> Path:
    """Return the film of the demo room."""
    return paths.resources("demo", "room.mkv")


def media_path(source: str) -> Path | None:
    """Return the file that `source` names (the demo is one), None for a device or an address."""
    if source == DEMO:
        return demo_file()
    if is_address(source) or source.isdecimal():
        return None
    path = Path(source).expanduser()
    looks_like_one = path.exists() or len(path.parts) > 1 or path.suffix.lower() in _SUFFIXES
    return path if looks_like_one else None


_SUFFIXES = {
    ".mkv",
    ".mp4",
    ".mov",
    ".flv",
    ".ts",
    ".webm",
    ".avi",
    ".wav",
    ".flac",
    ".m4a",
    ".mp3",
}


def find_source(
    source: str, kind: Kind, *, loop: bool = False, clock: Clock | None = None
) -> Sources:
    """Return the source of `kind` that `source` names; a file gives picture and sound together.

    Raises Refused for a name that nothing has (naming what there is) and for files that are none,
    Environment where there is no device of the kind at all.
    """
    path = media_path(source)
    if path is not None:
        return FilePlayer(path, loop=loop, clock=clock).sources(demo=source == DEMO)
    if is_address(source):
        if kind is Kind.MICROPHONE:
            raise Refused(
                text("A network address gives a picture, no sound: {source}.", source=source),
                text("Name a microphone or a file for the sound."),
            )
        return Sources(picture=network_camera(source, clock=clock))
    if kind is Kind.CAMERA:
        device = _chosen(source, devices.cameras(), kind)
        return Sources(picture=local_camera(int(device.id), device.name, clock=clock))
    device = _chosen(source, devices.microphones(), kind)
    return Sources(sound=Microphone(device.id, clock=clock))


def _chosen(source: str, known: tuple[Device, ...], kind: Kind) -> Device:
    if not known:
        raise _none_at_all(kind)
    if source.isdecimal():
        if kind is Kind.CAMERA:
            found = [d for d in known if d.id == source]
        else:
            found = list(known[int(source) : int(source) + 1])
    else:
        found = [d for d in known if d.name.casefold() == source.casefold()] or [
            d for d in known if source.casefold() in d.name.casefold()
        ]
    if not found:
        raise _unknown(source, known, kind)
    return found[0]


def _none_at_all(kind: Kind) -> Trouble:
    what = text("No microphone was found.")
    if kind is Kind.CAMERA:
        what = text("No camera was found.")
    return Environment(
        what, text("Plug one in, or name a file, an http or rtsp address, or “demo”.")
    )


def _unknown(source: str, known: tuple[Device, ...], kind: Kind) -> Trouble:
    names = ", ".join(f"{i}: {d.name}" for i, d in enumerate(known))
    if kind is Kind.CAMERA:
        names = ", ".join(f"{d.id}: {d.name}" for d in known)
        what = text(
            "No camera is called “{source}”. There are: {names}.", source=source, names=names
        )
    else:
        what = text(
            "No microphone is called “{source}”. There are: {names}.", source=source, names=names
        )
    return Refused(what, text("Name one of these, a file, an http or rtsp address, or “demo”."))
