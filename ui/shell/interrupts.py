"""Ctrl+C in the terminal and a polite kill close the window as its own button does."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QSocketNotifier


@contextmanager
def closing(close: Callable[[], object]) -> Iterator[None]:
    """Call `close` on the GUI thread for SIGINT and SIGTERM while inside.

    Python runs its handlers between two lines of Python only, and there may be none for long while Qt
    waits; a byte written to a pipe wakes Qt.
    """
    if os.name == "nt":  # a pipe cannot be waited for there; the console closes the process itself
        yield
        return
    read, write = os.pipe()
    os.set_blocking(read, False)
    os.set_blocking(write, False)
    notifier = QSocketNotifier(read, QSocketNotifier.Type.Read)

    def woken() -> None:
        os.read(read, 64)
        close()

    notifier.activated.connect(woken)
    before = {number: signal.signal(number, _noted) for number in (signal.SIGINT, signal.SIGTERM)}
    wakeup = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler in before.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        os.close(read)
        os.close(write)


def _noted(number: int, frame: FrameType | None) -> None:
    """Leave it to the pipe: a handler has to exist for the byte to be written."""
