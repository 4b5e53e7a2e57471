"""Threads with a beginning and an end: every thread of the app is one of these."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TypeAlias

Work: TypeAlias = Callable[[threading.Event], None]
log = logging.getLogger(__name__)


class Worker:
    """One thread that runs `work(stopping)` until it returns; `work` looks at the event it is given.

    A fault of ours in `work` is told to `failed` and then goes the way of every unhandled error, so that
    a crash report is written; the thread never dies in silence.
    """

    def __init__(
        self, name: str, work: Work, failed: Callable[[Exception], None] | None = None
    ) -> None:
        self._name = name
        self._work = work
        self._failed = failed
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        """Return whether the thread runs."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Start the thread; a worker can be started again after it has stopped."""
        if self.alive:
            return
        self._stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(self._stopping,), name=self._name, daemon=True
        )
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Ask the thread to end, without waiting."""
        self._stopping.set()

    def stop(self, timeout: float) -> bool:
        """Ask the thread to end and wait at most `timeout` seconds; return whether it has ended."""
        self.ask_to_stop()
        thread = self._thread
        if thread is None or thread is threading.current_thread():
            return True
        thread.join(timeout)
        if thread.is_alive():
            log.warning("%s did not stop within %.1f s", self._name, timeout)
            return False
        return True

    def _run(self, stopping: threading.Event) -> None:
        try:
            self._work(stopping)
        except Exception as fault:
            if self._failed is not None:
                self._failed(fault)
            raise
