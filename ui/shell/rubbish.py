"""Rubbish is cleared on the GUI thread only.

Python clears cycles on whichever thread happens to make the next object. A widget that is cleared
on a capture thread takes its timers down from there, which Qt answers with a warning or a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Rubbish(QObject):
    """Holds back Python's own clearing and does it once a second where Qt is at home."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.clear)
        self._timer.start()

    def clear(self) -> None:
        """Clear each generation that has grown past Python's own threshold."""
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        ):
            if count > most:
                gc.collect(generation)

    def let_go(self) -> None:
        """Leave the clearing to Python again."""
        self._timer.stop()
        gc.enable()
