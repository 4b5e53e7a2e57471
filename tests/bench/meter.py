"""How long the loudness meter holds the GUI thread: one update and its paint, drawn offscreen.

Prints the median and the 95th percentile of both forms; exits 1 where the 95th percentile is over 2 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from app.room.live import LiveSound
from ui import theme
from ui.widgets.meter import LoudnessMeter

LIMIT_MS = 2.0
UPDATES = 600


def sound(step: int) -> LiveSound:
    """Return values that move in every update, thirty times a second."""
    at = step / 30.0
    swing = float(np.sin(at * 5.0))
    history = (-17.0 + 3.0 * np.sin((np.arange(600) + step) / 11.0)).astype(np.float32)
    return LiveSound(
        at=at,
        momentary=-16.0 + 5.0 * swing,
        shortterm=-17.0 + 2.0 * swing,
        integrated=-17.2 + 0.1 * swing,
        loudness_range=5.0,
        momentary_max=-11.0,
        shortterm_max=-14.0,
        true_peak=(-6.0 + 4.0 * swing, -7.0 - 3.0 * swing),
        true_peak_max=(-2.5, -3.0),
        clipped=False,
        speech=True,
        speech_seconds=at,
        silent_seconds=0.0,
        history=history,
    )


class Asked(LoudnessMeter):
    """Keeps the region of the last update, so that exactly that can be painted."""

    region = QRegion()

    def update(self, *what: object) -> None:
        """Note what is to be painted anew."""
        self.region = what[0] if what and isinstance(what[0], QRegion) else QRegion(self.rect())
        super().update(*what)  # type: ignore[arg-type]


def measured(*, lying: bool) -> list[float]:
    """Return the milliseconds this thread worked for each update with its paint."""
    meter = Asked(lying=lying)
    meter.resize(QSize(320, 132) if lying else QSize(340, 260))
    meter.show()
    target = QPixmap(meter.size())
    flags = QWidget.RenderFlag.DrawChildren
    meter.render(target, renderFlags=flags)
    took = []
    for step in range(UPDATES):
        values = sound(step)
        began = time.thread_time()
        meter.show_sound(values)
        meter.render(target, meter.region.boundingRect().topLeft(), meter.region, flags)
        took.append((time.thread_time() - began) * 1000.0)
    meter.close()
    return took[30:]


def main() -> int:
    """Measure both forms and say whether they keep to the limit."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    theme.apply(app, theme.Look("dark"), QSize(1440, 900))  # type: ignore[arg-type]
    late = False
    for name, lying in (("standing, with history", False), ("lying", True)):
        took = sorted(measured(lying=lying))
        median, high = statistics.median(took), took[round(len(took) * 0.95)]
        late |= high > LIMIT_MS
        print(f"meter {name}: median {median:.2f} ms, p95 {high:.2f} ms (limit {LIMIT_MS:.0f} ms)")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
