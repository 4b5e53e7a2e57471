"""How old a picture is when it has been painted, and what the way to the screen costs in memory.

A 60 fps 1080p source on a real thread, the whole check behind it, and a window whose every paint takes
30 ms of the GUI thread. Age is from the instant the source made the frame to the end of the paint that
first shows it. Exits with 1 when the 95th percentile reaches 100 ms or memory grows by 200 MB.
"""

from __future__ import annotations

import os
import sys
import threading
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.capture.sources import FrameSink, Origin, PictureFormat, TroubleSink
from app.capture.worker import Worker
from app.core.clock import SystemClock
from app.metrics.signals import Frame, Matrix
from app.room.looking import Looking
from app.room.profiles import find_profile
from app.session.live import LiveCheck
from ui.bridge import Wake

FPS, SIZE, PAINT_SECONDS, SECONDS, WARM_SECONDS = 60, (1920, 1080), 0.030, 20.0, 3.0
MOST_AGE_MS, MOST_MEMORY_MB = 100.0, 200.0


class Rendered:
    """A 60 fps camera: every frame a new buffer, like a driver's, with a moving bar and noise."""

    name = describe = "60 fps 1080p"
    origin = Origin.DEVICE
    progress = None
    opened = PictureFormat(*SIZE, float(FPS), "NV12")

    def __init__(self) -> None:
        rng = np.random.default_rng(1)
        width, height = SIZE
        ground = np.linspace(40, 200, width) + rng.normal(0, 2, (height, width))
        self._ground = ground.astype(np.uint8)
        self._uv = np.full((height // 2, width // 2, 2), 128, np.uint8)
        self._worker = Worker("rendered camera", self._run)
        self.made = 0

    def start(self, sink: FrameSink, trouble: TroubleSink) -> None:
        self._sink = sink
        self._worker.start()

    def stop(self, timeout: float) -> bool:
        return self._worker.stop(timeout)

    def _run(self, stopping: threading.Event) -> None:
        began, number = time.monotonic(), 0
        while not stopping.wait(max(began + number / FPS - time.monotonic(), 0)):
            y = self._ground.copy()
            y[:, 20 * number % 1900 :][:, :20] = 235
            self._sink(Frame(time.monotonic(), y, self._uv.copy(), False, Matrix.BT709, number))
            number += 1
            self.made = number


class SlowPreview(QWidget):
    """Paints the newest picture and keeps the GUI thread for 30 ms each time."""

    def __init__(self, check: LiveCheck) -> None:
        super().__init__()
        self.resize(1280, 720)
        self._check = check
        self._picture: tuple[float, QImage] | None = None
        self._painted_at = 0.0
        self.ages: list[tuple[float, float]] = []

    def look(self) -> None:
        snapshot = self._check.snapshot()
        if snapshot is None or snapshot.picture is None:
            return
        rgb = np.ascontiguousarray(snapshot.picture.preview)
        height, width = rgb.shape[:2]
        image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self._picture = (snapshot.picture.at, image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        began = time.monotonic()
        if self._picture is None:
            return
        at, image = self._picture
        painter = QPainter(self)
        while time.monotonic() - began < PAINT_SECONDS:
            painter.drawImage(self.rect(), image)
        painter.end()
        if at != self._painted_at:
            self._painted_at = at
            now = time.monotonic()
            self.ages.append((now, 1000 * (now - at)))


def memory_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def main() -> int:
    app = QApplication(sys.argv)
    profile, camera, wake = find_profile("general"), Rendered(), Wake()
    # Idle is the app with its window and its models loaded, and no camera open.
    Looking(guided=True, nominal_fps=None, product=None)
    check = LiveCheck(camera, None, profile, None, None, SystemClock(), wake, demo=False)
    window = SlowPreview(check)
    wake.woke.connect(window.look)
    window.show()
    idle, highest, began = memory_mb(), [0.0], time.monotonic()
    meter = QTimer()
    meter.timeout.connect(lambda: highest.append(memory_mb()))
    meter.start(200)
    check.start()
    QTimer.singleShot(int(1000 * SECONDS), app.quit)
    app.exec()
    stopped = check.stop(5)
    meter.stop()
    ages = np.array([age for at, age in window.ages if at - began > WARM_SECONDS])
    grown = max(highest) - idle
    late = float(np.percentile(ages, 95))
    print(f"frames made         {camera.made}, painted {len(window.ages)}")
    print(
        f"age when painted    median {np.median(ages):.0f} ms, p95 {late:.0f} ms, max {ages.max():.0f} ms"
    )
    print(f"memory above idle   {grown:.0f} MB (idle {idle:.0f} MB)")
    good = stopped and late < MOST_AGE_MS and grown < MOST_MEMORY_MB
    print("kept" if good else f"missed: below {MOST_AGE_MS:.0f} ms and {MOST_MEMORY_MB:.0f} MB")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
