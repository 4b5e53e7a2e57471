"""Notices which devices come and go, for lists that a person chooses from."""

from __future__ import annotations

import threading
from collections.abc import Callable

from app.capture.devices import Device, listed_devices
from app.capture.worker import Worker

PERIOD_SECONDS = 1.0


class DeviceWatch:
    """Calls `changed` from its own thread with the new list whenever that differs from the last.

    Cameras are listed once a second; microphones too, but only as long as none is open (PortAudio's list
    stands still meanwhile). Where listing cameras means opening them, they are left out.
    """

    def __init__(
        self,
        changed: Callable[[tuple[Device, ...]], None],
        listed: Callable[[], tuple[Device, ...]] = listed_devices,
        period: float = PERIOD_SECONDS,
    ) -> None:
        self._changed = changed
        self._listed = listed
        self._period = period
        self._worker = Worker("device watch", self._watch)

    def start(self) -> None:
        """Begin; the first list is told as soon as it is known."""
        self._worker.start()

    def stop(self, timeout: float) -> bool:
        """End; return whether the thread ended within `timeout` seconds."""
        return self._worker.stop(timeout)

    def _watch(self, stopping: threading.Event) -> None:
        last: tuple[Device, ...] | None = None
        while not stopping.is_set():
            now = self._listed()
            if now != last and not stopping.is_set():
                last = now
                self._changed(now)
            stopping.wait(self._period)
