"""Cameras through QtMultimedia: names, formats, permission, device time, hot plug."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from PySide6.QtCore import (
    QCameraPermission,
    QCoreApplication,
    QObject,
    Qt,
    QThread,
    QTimer,
    Signal,
)
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from app.capture import troubles
from app.capture.device_time import DeviceTime
from app.capture.sources import FrameSink, Origin, PictureFormat, TroubleSink
from app.core.clock import Clock, SystemClock
from app.core.errors import Trouble
from ui.devices.video_frame import frame_of

_RETRY_MS = 1000


@dataclass(frozen=True, slots=True)
class CameraChoice:
    """One camera as the system names it, with the formats it offers, the best first."""

    id: str
    name: str
    default: bool
    formats: tuple[PictureFormat, ...]


def cameras() -> tuple[CameraChoice, ...]:
    """Return the cameras there are now."""
    first = QMediaDevices.defaultVideoInput().id()
    return tuple(
        CameraChoice(
            _id(device),
            device.description(),
            device.id() == first,
            tuple(_format(f) for f in _by_preference(device)),
        )
        for device in QMediaDevices.videoInputs()
    )


class QtCamera(QObject):
    """A picture source over one camera. To be made and started on the GUI thread, stopped on any.

    Frames are handed on in whatever thread Qt delivers them, without a queue.
    """

    _let_go_asked = Signal()

    def __init__(
        self,
        camera_id: str,
        name: str,
        *,
        asked: PictureFormat | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self._id, self._name, self._asked = camera_id, name, asked
        self._clock = clock or SystemClock()
        self._free = threading.Event()
        self._let_go_asked.connect(self._let_go, Qt.ConnectionType.QueuedConnection)
        self._sink: FrameSink | None = None
        self._trouble: TroubleSink | None = None
        self._opened: PictureFormat | None = None
        self._times = DeviceTime()
        self._number = 0
        self._seen = False
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._video = QVideoSink(self)
        self._video.videoFrameChanged.connect(self.take, Qt.ConnectionType.DirectConnection)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._inputs_changed)
        self._retry = QTimer(self)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self._open)

    @property
    def name(self) -> str:
        """Return the camera's name."""
        return self._name

    @property
    def describe(self) -> str:
        """Return name, size and rate."""
        shape = self._opened
        if shape is None:
            return self._name
        rate = "" if shape.rate is None else f", {shape.rate:.0f} fps"
        return f"{self._name}, {shape.width}×{shape.height}{rate}, {shape.pixels}"

    @property
    def origin(self) -> Origin:
        """Return that this is a device."""
        return Origin.DEVICE

    @property
    def progress(self) -> float | None:
        """Return None: a camera has no end."""
        return None

    @property
    def opened(self) -> PictureFormat | None:
        """Return what is delivered."""
        return self._opened

    def start(self, sink: FrameSink, trouble: TroubleSink) -> None:
        """Ask for permission where that is needed, then open."""
        self._sink, self._trouble = sink, trouble
        app, permission = QCoreApplication.instance(), QCameraPermission()
        if app is None:
            return
        match app.checkPermission(permission):
            case Qt.PermissionStatus.Undetermined:
                app.requestPermission(permission, self, self._answered)
            case Qt.PermissionStatus.Denied:
                self._say(troubles.camera_denied(self._name))
            case _:
                self._open()

    def stop(self, timeout: float) -> bool:
        """Release the camera; from another thread, wait up to `timeout` seconds for its own to do so."""
        self._sink = self._trouble = None
        if QThread.currentThread() is self.thread():
            self._let_go()
            return True
        self._free.clear()
        self._let_go_asked.emit()
        return self._free.wait(timeout)

    def _let_go(self) -> None:
        if self._sink is None:  # nobody has started it anew meanwhile
            self._retry.stop()
            self._close()
        self._free.set()

    def take(self, video: QVideoFrame) -> None:
        """Hand one frame on; called by Qt's camera thread."""
        sink, arrival = self._sink, self._clock.now()
        if sink is None or not video.isValid():
            return
        stamp = video.startTime()
        at = arrival if stamp < 0 else self._times.host(stamp / 1e6, arrival)
        frame = frame_of(video, at, self._number)
        if frame is None:
            return
        self._number += 1
        if not self._seen or self._opened is None or _upright(self._opened) != set(frame.size):
            self._say_format(video, frame.size)
        sink(frame)

    def _answered(self, permission: QCameraPermission) -> None:
        app = QCoreApplication.instance()
        if app is None or self._sink is None:
            return
        if app.checkPermission(permission) == Qt.PermissionStatus.Granted:
            self._open()
        else:
            self._say(troubles.camera_denied(self._name))

    def _open(self) -> None:
        self._retry.stop()
        if self._sink is None:
            return
        self._close()
        device = next((d for d in QMediaDevices.videoInputs() if _id(d) == self._id), None)
        if device is None:
            self._say(
                (troubles.camera_lost if self._number else troubles.camera_missing)(self._name)
            )
            return
        self._seen, self._times = False, DeviceTime()
        camera = self._camera = QCamera(device, self)
        camera.errorOccurred.connect(self._failed)
        if wanted := _closest(device, self._asked):
            camera.setCameraFormat(wanted)
        session = self._session = QMediaCaptureSession(self)
        session.setCamera(camera)
        session.setVideoSink(self._video)
        camera.start()

    def _close(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
        if self._session is not None:
            self._session.deleteLater()
        self._camera = self._session = None

    def _failed(self, error: QCamera.Error) -> None:
        if error == QCamera.Error.NoError or self._sink is None:
            return
        there = any(_id(d) == self._id for d in QMediaDevices.videoInputs())
        if there:
            self._say(troubles.camera_busy(self._name))
            self._retry.start()
        else:
            self._say(troubles.camera_lost(self._name))

    def _inputs_changed(self) -> None:
        if self._sink is None:
            return
        there = any(_id(d) == self._id for d in QMediaDevices.videoInputs())
        if there and self._camera is None:
            self._open()
        elif not there and self._camera is not None:
            self._close()
            self._say(troubles.camera_lost(self._name))

    def _say_format(self, video: QVideoFrame, size: tuple[int, int]) -> None:
        self._seen = True
        shape, asked = video.surfaceFormat(), self._asked
        rate = shape.streamFrameRate()
        pixels = QVideoFrameFormat.pixelFormatToString(shape.pixelFormat())
        self._opened = PictureFormat(*size, rate if rate > 0 else None, pixels)
        if asked is not None and _upright(asked) != set(size):
            self._say(troubles.other_size(self._name, (asked.width, asked.height), size))
        elif asked is not None and asked.rate and rate > 0 and abs(rate / asked.rate - 1) > 0.05:
            self._say(troubles.other_rate(self._name, asked.rate, rate))
        else:
            self._say(None)

    def _say(self, trouble: Trouble | None) -> None:
        if self._trouble is not None:
            self._trouble(trouble)


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _upright(shape: PictureFormat) -> set[int]:
    """Return both sides, whichever way the camera is turned."""
    return {shape.width, shape.height}


def _format(offered: QCameraFormat) -> PictureFormat:
    size = offered.resolution()
    pixels = QVideoFrameFormat.pixelFormatToString(offered.pixelFormat())
    return PictureFormat(size.width(), size.height(), offered.maxFrameRate(), pixels)


def _by_preference(device: QCameraDevice) -> list[QCameraFormat]:
    """Return the formats: 1080 lines or the nearest first, then 30 a second or more, then uncompressed."""
    jpeg = QVideoFrameFormat.PixelFormat.Format_Jpeg

    def rank(offered: QCameraFormat) -> tuple[int, bool, bool, float]:
        size = offered.resolution()
        far = abs(min(size.width(), size.height()) - 1080)
        slow = offered.maxFrameRate() < 29
        return far if not slow else far + 400, slow, offered.pixelFormat() == jpeg, 0.0

    return sorted(device.videoFormats(), key=rank)


def _closest(device: QCameraDevice, asked: PictureFormat | None) -> QCameraFormat | None:
    """Return the format asked for, the nearest where there is none such, None without any formats."""
    offered = _by_preference(device)
    if asked is None or not offered:
        return offered[0] if offered else None

    def far(one: QCameraFormat) -> tuple[float, float, bool]:
        shape = _format(one)
        away = abs(shape.width - asked.width) + abs(shape.height - asked.height)
        slow = abs((shape.rate or 0) - (asked.rate or 30))
        return away, slow, bool(asked.pixels) and shape.pixels != asked.pixels

    return min(offered, key=far)
