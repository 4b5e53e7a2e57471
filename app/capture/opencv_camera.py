"""Cameras read by OpenCV: the thread, the reconnecting and the words; the opening is told apart."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from app.capture import troubles
from app.capture.device_time import DeviceTime
from app.capture.pixels import from_bgr, opencv
from app.capture.sources import FrameSink, Origin, PictureFormat, TroubleSink
from app.capture.worker import Worker
from app.core.clock import Clock, SystemClock
from app.core.errors import Trouble

_RETRY_SECONDS = 0.5
_DEFAULT = PictureFormat(1920, 1080, 30.0, "MJPG")

Opener: TypeAlias = Callable[[], Any]
"""Returns an open cv2.VideoCapture, or raises Trouble with the reason."""


class OpenCvPicture:
    """A picture source over whatever `opener` opens; it opens again by itself when the picture ends."""

    def __init__(
        self,
        name: str,
        opener: Opener,
        lost: Callable[[str], Trouble],
        *,
        asked: PictureFormat | None = None,
        stamped: bool = False,
        rated: bool = True,
        origin: Origin = Origin.DEVICE,
        clock: Clock | None = None,
    ) -> None:
        self._name = name
        self._opener = opener
        self._lost = lost
        self._asked = asked
        self._rated = rated  # whether CAP_PROP_FPS is more than FFmpeg's guess
        self._origin = origin
        self._stamped = stamped  # whether CAP_PROP_POS_MSEC is the kernel's time of the frame
        self._clock = clock or SystemClock()
        self._opened: PictureFormat | None = None
        self._number = 0
        self._worker = Worker(f"camera {name}", self._run)
        self._sink: FrameSink | None = None
        self._trouble: TroubleSink | None = None

    @property
    def name(self) -> str:
        """Return the camera's name or address."""
        return self._name

    @property
    def describe(self) -> str:
        """Return name and size."""
        shape = self._opened
        return self._name if shape is None else f"{self._name}, {shape.width}×{shape.height}"

    @property
    def origin(self) -> Origin:
        """Return whether it is on this computer or on the network."""
        return self._origin

    @property
    def progress(self) -> float | None:
        """Return None: a camera has no end."""
        return None

    @property
    def opened(self) -> PictureFormat | None:
        """Return what is delivered."""
        return self._opened

    def start(self, sink: FrameSink, trouble: TroubleSink) -> None:
        """Begin to open and to deliver, in a thread of its own."""
        self._sink, self._trouble = sink, trouble
        self._worker.start()

    def stop(self, timeout: float) -> bool:
        """Release the camera; return whether it was released within `timeout` seconds."""
        return self._worker.stop(timeout)

    def _run(self, stopping: threading.Event) -> None:
        assert self._trouble is not None
        delivered_before = False
        while not stopping.is_set():
            try:
                capture = self._opener()
            except Trouble as trouble:
                if not stopping.is_set():
                    self._trouble(self._lost(self._name) if delivered_before else trouble)
            else:
                try:
                    delivered_before |= self._deliver(capture, stopping)
                finally:
                    capture.release()
                if not stopping.is_set():
                    self._trouble(self._lost(self._name))
            stopping.wait(_RETRY_SECONDS)

    def _deliver(self, capture: Any, stopping: threading.Event) -> bool:
        """Deliver until the picture ends; return whether there was any."""
        assert self._sink is not None
        times, size = DeviceTime(), None
        while not stopping.is_set():
            good, bgr = capture.read()
            arrival = self._clock.now()
            if not good or bgr is None:
                break
            if stopping.is_set():
                break
            at = arrival
            if self._stamped:
                stamp = capture.get(opencv().CAP_PROP_POS_MSEC) / 1000
                at = times.host(stamp, arrival) if stamp > 0 else arrival
            frame = from_bgr(bgr, at, self._number)
            self._number += 1
            if frame.size != size:
                size = frame.size
                self._say_format(size, capture.get(opencv().CAP_PROP_FPS))
            self._sink(frame)
        return size is not None

    def _say_format(self, size: tuple[int, int], rate: float) -> None:
        assert self._trouble is not None
        if not self._rated:
            rate = 0.0
        self._opened = PictureFormat(*size, rate or None, "BGR")
        asked = self._asked
        if asked is not None and size != (asked.width, asked.height):
            self._trouble(troubles.other_size(self._name, (asked.width, asked.height), size))
        elif asked is not None and asked.rate and rate and abs(rate / asked.rate - 1) > 0.05:
            self._trouble(troubles.other_rate(self._name, asked.rate, rate))
        else:
            self._trouble(None)


def local_camera(
    index: int, name: str, *, asked: PictureFormat | None = None, clock: Clock | None = None
) -> OpenCvPicture:
    """Return the camera with OpenCV's `index`; `asked` defaults to 1920×1080, 30 a second, MJPG."""
    wanted = asked or _DEFAULT
    return OpenCvPicture(
        name,
        lambda: _open_local(index, name, wanted),
        troubles.camera_lost,
        asked=wanted,
        stamped=sys.platform == "linux",
        clock=clock,
    )


def _open_local(index: int, name: str, asked: PictureFormat) -> Any:
    cv2 = opencv()
    # Without the first, Media Foundation takes 4–12 s to open; without the second, V4L2 waits 10 s for a
    # frame of a camera that was pulled out.
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1")
    _look_at_node(index, name)
    backend = {"linux": cv2.CAP_V4L2, "darwin": cv2.CAP_AVFOUNDATION, "win32": cv2.CAP_MSMF}
    capture = cv2.VideoCapture(index, backend.get(sys.platform, cv2.CAP_ANY))
    if not capture.isOpened():
        capture.release()
        raise troubles.camera_busy(name)
    if len(asked.pixels) == 4:
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*asked.pixels))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, asked.width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, asked.height)
    if asked.rate:
        capture.set(cv2.CAP_PROP_FPS, asked.rate)
    return capture


def _look_at_node(index: int, name: str) -> None:
    """Tell missing from denied where the system shows its cameras as files (Linux)."""
    if sys.platform != "linux":
        return
    node = Path(f"/dev/video{index}")
    if not node.exists():
        raise troubles.camera_missing(name)
    if not os.access(node, os.R_OK | os.W_OK):
        raise troubles.camera_denied(name)
