"""Which cameras and microphones can be chosen, kept fresh, and the sources they stand for."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.capture.devices import Device, Kind
from app.capture.find import demo_file, find_source
from app.capture.microphone import Microphone
from app.capture.network_camera import is_address, network_camera
from app.capture.player import FilePlayer
from app.capture.sources import PictureSource, SoundSource, Sources
from app.capture.watch import DeviceWatch
from app.core.words import Text, text
from ui.bridge import Wake
from ui.widgets.context_button import Choice

DEMO, NONE, ADDRESS, FILE = "demo", "none", "address…", "file…"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person chose: keys as they stand in the settings, "" where nothing was chosen yet."""

    camera: str
    microphone: str


class DeviceList(QObject):
    """The devices there are; `changed` is sent on the GUI thread when one came or went."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._found: tuple[Device, ...] = ()
        self._wake = Wake(self)
        self._wake.woke.connect(self.changed)
        self._watch: DeviceWatch | None = None

    def start(self) -> None:
        """Watch the devices."""
        if self._watch is None:
            self._watch = DeviceWatch(self._tell)
            self._watch.start()

    def stop(self, timeout: float) -> bool:
        """Watch no longer; return whether the thread ended in time."""
        watch, self._watch = self._watch, None
        return watch is None or watch.stop(timeout)

    def microphones(self) -> tuple[Device, ...]:
        """Return the microphones listed last."""
        with self._lock:
            return tuple(d for d in self._found if d.kind is Kind.MICROPHONE)

    def cameras(self) -> tuple[tuple[str, str, str], ...]:
        """Return (id, name, best format) of each camera that Qt sees."""
        from ui.devices.qt_camera import cameras  # late: loads QtMultimedia

        found = []
        for camera in cameras():
            best = camera.formats[0] if camera.formats else None
            detail = "" if best is None else f"{best.width}×{best.height}"
            found.append((camera.id, camera.name, detail))
        return tuple(found)

    def _tell(self, found: tuple[Device, ...]) -> None:
        with self._lock:
            self._found = found
        self._wake()


def settled(wanted: Wanted, devices: DeviceList, *, demo: bool) -> Wanted:
    """Return `wanted` with the usual devices where nothing was chosen; no camera: the demo room."""
    if demo:
        return Wanted(DEMO, DEMO)
    cameras, microphones = devices.cameras(), devices.microphones()
    camera = wanted.camera or (cameras[0][0] if cameras else DEMO)
    if camera == DEMO:
        return Wanted(DEMO, DEMO)
    first = next((m.id for m in microphones if m.default), None)
    usual = first or (microphones[0].id if microphones else NONE)
    microphone = wanted.microphone if wanted.microphone not in ("", DEMO) else usual
    return Wanted(camera, microphone)


def camera_choices(devices: DeviceList, chosen: str, detail: str) -> tuple[Choice, ...]:
    """Return the entries of the camera drop-down; a chosen camera that is gone stays, greyed."""
    cameras = devices.cameras()
    rows = [
        Choice(key, _plain(name), detail if key == chosen and detail else best)
        for key, name, best in cameras
    ]
    if is_address(chosen):
        rows.append(Choice(chosen, _plain(chosen), detail))
    elif chosen not in (DEMO, NONE, "") and chosen not in {c[0] for c in cameras}:
        rows.append(Choice(chosen, text("Camera that is not plugged in"), "", None, enabled=False))
    rows.append(Choice(DEMO, text("Demo room"), detail if chosen == DEMO else ""))
    rows.append(Choice(NONE, text("No camera")))
    rows.append(Choice(ADDRESS, text("Network camera…"), "", text("Others")))
    rows.append(Choice(FILE, text("Check a recording…")))
    return tuple(rows)


def microphone_choices(
    devices: DeviceList, chosen: str, camera: str, detail: str
) -> tuple[Choice, ...]:
    """Return the entries of the microphone drop-down; the demo brings its own sound."""
    if camera == DEMO:
        return (Choice(DEMO, text("Sound of the demo"), detail),)
    rows = [
        Choice(m.id, _plain(m.name), detail if m.id == chosen and detail else "")
        for m in devices.microphones()
    ]
    if chosen not in (NONE, "") and chosen not in {r.key for r in rows}:
        rows.append(Choice(chosen, _plain(chosen), ""))
    rows.append(Choice(NONE, text("No microphone")))
    return tuple(rows)


def open_sources(wanted: Wanted, cameras: tuple[tuple[str, str, str], ...]) -> Sources:
    """Return the sources of `wanted`; raises Refused or Environment. To be called on the GUI thread."""
    if wanted.camera == DEMO:
        return FilePlayer(demo_file(), loop=True).sources(demo=True)
    picture: PictureSource | None = None
    sound: SoundSource | None = None
    if is_address(wanted.camera):
        picture = network_camera(wanted.camera)
    elif wanted.camera != NONE:
        names = {key: name for key, name, _ in cameras}
        if wanted.camera in names or not wanted.camera.isdecimal():
            from ui.devices.qt_camera import QtCamera

            picture = QtCamera(wanted.camera, names.get(wanted.camera, wanted.camera))
        else:
            picture = find_source(wanted.camera, Kind.CAMERA).picture
    if wanted.microphone not in (NONE, ""):
        sound = Microphone(wanted.microphone)
    return Sources(picture, sound)


def _plain(name: str) -> Text:
    return Text(name, name)
